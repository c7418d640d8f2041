"""The tables of what is there for kinds of resources: methods, properties and reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from a3dav.errors import PluginError
from a3dav.registries.dav import Getter, Method, Post, Property, Report, ResourceType, Values
from a3dav.xml.names import DAV
from a3dav.xml.writing import Prefixes

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.resources import Resource
    from a3dav.xml.reading import Element


class Table:
    """A mapping that refuses a second entry of the same key and names both plugins' entry."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._entries: dict[Any, Any] = {}

    def put(self, key: Any, entry: Any) -> None:
        if key in self._entries:
            raise PluginError(f"the {self._what} {key} is registered twice; disable one of the two plugins")
        self._entries[key] = entry

    def get(self, key: Any) -> Any:
        return self._entries.get(key)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._entries)


COLLECTIONS = frozenset({"*collections"})
"""Stands for every kind of collection that has no entry of its own."""
STORED_COLLECTIONS = frozenset({"*stored collections"})
"""The same for those collections alone that the store holds."""
OBJECTS = frozenset({"*objects"})
"""Stands for every kind that is no collection and has no entry of its own."""
UNMAPPED = frozenset({""})
"""The kind of a path that nothing is mapped to; no other entry ever stands for it."""


class KindTable(Table):
    """Entries by name and kind: one for a kind goes before one for a class, one for a class before one for all."""

    def add(self, name: str, kinds: frozenset[str] | None, entry: Any) -> None:
        for kind in kinds if kinds is not None else ("*",):
            self.put((name, kind), entry)

    def settle(self, types: Sequence[ResourceType]) -> None:
        """Spreads what holds for kinds like others, then the general entries, once every plugin has registered."""
        for resource_type in (entry for entry in types if entry.like):
            for name, entry in self.of_kind(resource_type.like).items():
                self._entries.setdefault((name, resource_type.kind), entry)
        for (name, selector), entry in sorted(self._entries.items(), key=lambda item: item[0][1] == "*"):
            for resource_type in types:
                if selector == "*" or selector in _classes_of(resource_type):
                    self._entries.setdefault((name, resource_type.kind), entry)

    def find(self, name: str, kind: str) -> Any:
        return self._entries.get((name, kind))

    def of_kind(self, kind: str) -> dict[str, Any]:
        return {name: entry for (name, entry_kind), entry in self._entries.items() if entry_kind == kind}


def _classes_of(resource_type: ResourceType) -> frozenset[str]:
    if not resource_type.collection:
        return OBJECTS
    return COLLECTIONS | STORED_COLLECTIONS if resource_type.stored else COLLECTIONS


class MethodRegistry:
    def __init__(self) -> None:
        self._table = KindTable("method")

    def add(self, *methods: Method) -> None:
        for method in methods:
            self._table.add(method.name, method.kinds, method)

    def settle(self, types: Sequence[ResourceType]) -> None:
        self._table.settle(types)

    def find(self, name: str, kind: str) -> Method | None:
        found: Method | None = self._table.find(name, kind)
        return found

    def allowed(self, kind: str) -> list[str]:
        return sorted(self._table.of_kind(kind))

    def names(self) -> set[str]:
        return {name for name, _ in self._table}


class PropertyRegistry:
    def __init__(self) -> None:
        self._table = KindTable("property")
        self._of_kind: dict[str, dict[str, Property]] = {}
        self._protected: set[str] = set()
        self._dear: set[str] = set()
        self._prefixes = {"D": DAV}
        self._further: list[tuple[str, frozenset[str], Getter]] = []

    def add(self, *properties: Property) -> None:
        for entry in properties:
            self._table.add(entry.name, entry.kinds, entry)
            if entry.cost is not None:
                self._dear.add(entry.name)

    def extend(self, name: str, kinds: frozenset[str], getter: Getter) -> None:
        """Puts more behind the value that another plugin gives on these kinds, such as the href of one more group."""
        self._further.append((name, kinds, getter))

    def namespace(self, prefix: str, uri: str) -> None:
        """Binds a prefix in every response, for the names and values of this plugin."""
        if self._prefixes.setdefault(prefix, uri) != uri:
            raise PluginError(f"the XML prefix {prefix} is bound to two namespaces")

    def settle(self, types: Sequence[ResourceType]) -> None:
        self._table.settle(types)
        self._of_kind = {entry.kind: self._table.of_kind(entry.kind) for entry in types}
        for name, kinds, getter in self._further:
            for of_kind in (self._of_kind[kind] for kind in kinds if name in self._of_kind.get(kind, {})):
                of_kind[name] = replace(of_kind[name], getter=_both(of_kind[name].getter, getter))
        self._protected = {e.name for of_kind in self._of_kind.values() for e in of_kind.values() if e.setter is None}

    def find(self, name: str, kind: str) -> Property | None:
        return self._of_kind.get(kind, {}).get(name)

    def of_kind(self, kind: str) -> dict[str, Property]:
        return self._of_kind.get(kind, {})

    def is_protected(self, name: str) -> bool:
        """True for a name that some kind has live and unsettable; no other kind may then store it."""
        return name in self._protected

    def is_dear(self, name: str) -> bool:
        """True for a name whose values may take more than a look-up."""
        return name in self._dear

    def prefixes(self) -> Prefixes:
        return Prefixes(self._prefixes)


def _both(first: Getter, second: Getter) -> Getter:
    def getter(exchange: Exchange, resources: Sequence[Resource], requested: Element | None) -> Values:
        pairs = zip(first(exchange, resources, requested), second(exchange, resources, requested), strict=True)
        return [own if more is None else (own or b"") + more for own, more in pairs]

    return getter


class ReportRegistry:
    def __init__(self) -> None:
        self._table = KindTable("report")
        self._hidden: set[str] = set()

    def add(self, *reports: Report) -> None:
        for report in reports:
            self._table.add(report.name, report.kinds, report)
            if report.hidden:
                self._hidden.add(report.name)

    def is_hidden(self, name: str) -> bool:
        return name in self._hidden

    def settle(self, types: Sequence[ResourceType]) -> None:
        self._table.settle(types)

    def find(self, name: str, kind: str) -> Report | None:
        found: Report | None = self._table.find(name, kind)
        return found

    def of_kind(self, kind: str) -> list[str]:
        """Names of the reports of a kind (RFC 3253 §3.1.5)."""
        return sorted(self._table.of_kind(kind))


class PostRegistry:
    def __init__(self) -> None:
        self._table = KindTable("post")
        self._kinds: set[str] = set()

    def add(self, *posts: Post) -> None:
        for post in posts:
            self._table.add(post.name, post.kinds, post)

    def settle(self, types: Sequence[ResourceType]) -> None:
        self._table.settle(types)
        self._kinds = {kind for _, kind in self._table}

    def takes(self, kind: str) -> bool:
        """Whether POST of XML means anything on this kind."""
        return kind in self._kinds

    def find(self, name: str, kind: str) -> Post | None:
        found: Post | None = self._table.find(name, kind)
        return found
