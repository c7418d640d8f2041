"""The tables of kinds of resources and of privileges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from a3dav.errors import PluginError
from a3dav.registries.dav import Privilege, ResourceType, Root
from a3dav.xml.names import DAV

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.resources import Resource

Where = Callable[["House", "Resource"], bool]
Mark = Callable[["Exchange", "Sequence[Resource]"], "Sequence[bytes | None]"]


class ResourceTypeRegistry:
    """Kinds and roots by name; `plugin` is the one that registers now, `dormant` maps kinds to one that is off."""

    def __init__(self) -> None:
        self._types: dict[str, ResourceType] = {}
        self._owners: dict[str, str] = {}
        self._root_owners: dict[str, str] = {}
        self._further: list[tuple[str, Mapping[frozenset[str], str]]] = []
        self.plugin = ""
        self.roots: dict[str, Root] = {}
        self.places: dict[str, bool] = {}
        self.dormant: dict[str, str] = {}
        self.dormant_roots: dict[str, str] = {}
        self.features: list[str] = []
        self.features_of_place: list[tuple[str, Where]] = []
        self.marked: set[str] = set()
        self._marks: dict[str, list[Mark]] = {}

    def add_features(self, *tokens: str, where: Where | None = None) -> None:
        """Adds tokens to the DAV header (RFC 4918 §10.1).

        Those that hold `where` a place says so are told in the answers to OPTIONS and PROPFIND alone.
        """
        if where is not None:
            self.features_of_place += [(token, where) for token in tokens]
            return
        self.features += [token for token in tokens if token not in self.features]

    def add_mark(self, kind: str, mark: Mark, *elements: str) -> None:
        """Adds to DAV:resourcetype of some resources of a kind what `mark(exchange, resources)` gives for each.

        A client that makes a collection may name these `elements` with its types; they make no other kind of it.
        """
        self._marks.setdefault(kind, []).append(mark)
        self.marked.update(elements)

    def marks_of(self, kind: str) -> list[Mark]:
        return self._marks.get(kind, [])

    def add(self, *types: ResourceType) -> None:
        for entry in types:
            if entry.kind in self._types:
                raise PluginError(f"the resource type {entry.kind} is registered twice")
            self._types[entry.kind] = entry
            self._owners[entry.kind] = self.plugin
            self.add_features(*entry.features)

    def add_collections(self, kind: str, made: Mapping[frozenset[str], str]) -> None:
        """Adds to what collections a client can make in a kind of somebody else: the kind by its resource types."""
        self._further.append((kind, made))

    def settle(self) -> None:
        """Brings together what several plugins said about a kind."""
        for kind, made in self._further:
            if kind in self._types:
                self._types[kind] = replace(self._types[kind], collections={**made, **self._types[kind].collections})
        self._further.clear()

    def add_root(self, root: Root) -> None:
        if root.name in self.roots or root.name in self.places:
            raise PluginError(f"the root /{root.name}/ is registered twice")
        self.roots[root.name] = root
        self._root_owners[root.name] = self.plugin

    def add_place(self, name: str, *, listed: bool = True) -> None:
        """Names a top-level collection that exists by configuration and that its plugin resolves.

        One that is not `listed` in the root is found by the properties that name it.
        """
        if name in self.places or name in self.roots:
            raise PluginError(f"the top-level name /{name}/ is registered twice")
        self.places[name] = listed

    def owned(self) -> dict[str, dict[str, Any]]:
        """The roots of each plugin that has any, and its kinds with whether they are collections."""
        owned: dict[str, dict[str, Any]] = {}
        for kind, plugin in self._owners.items():
            of_plugin = owned.setdefault(plugin, {"roots": [], "kinds": {}})
            of_plugin["kinds"][kind] = self._types[kind].collection
        for name, plugin in self._root_owners.items():
            owned.setdefault(plugin, {"roots": [], "kinds": {}})["roots"].append(name)
        return owned

    def add_dormant(self, plugin: str, roots: Iterable[str], kinds: Mapping[str, bool]) -> None:
        """Registers, as plain folders and objects, what a plugin brought that does not run now."""
        for kind, collection in kinds.items():
            if kind not in self._types:
                elements = (f"{{{DAV}}}collection",) if collection else ()
                self._types[kind] = ResourceType(kind, elements, collection=collection)
                self.dormant[kind] = plugin
        self.dormant_roots |= {name: plugin for name in roots if name not in self.roots}

    def all_roots(self) -> list[str]:
        """The names of all top-level folders with homes, those of plugins that are off behind the others."""
        return [*self.roots, *self.dormant_roots]

    def get(self, kind: str) -> ResourceType | None:
        return self._types.get(kind)

    def __getitem__(self, kind: str) -> ResourceType:
        return self._types[kind]

    def is_a(self, kind: str, other: str) -> bool:
        """Whether a kind is another one or like it."""
        return kind == other or (kind in self._types and self._types[kind].like == other)

    def like(self, kinds: Iterable[str]) -> frozenset[str]:
        """Kinds, and those that are like them."""
        wanted = frozenset(kinds)
        return wanted | {entry.kind for entry in self._types.values() if entry.like in wanted}

    def location_condition(self, elements: frozenset[str]) -> str:
        """The element that refuses a collection of these types where it may not stand."""
        wanted = (e.location_condition for e in self._types.values() if frozenset(e.elements) == elements)
        return next(wanted, "")

    def all(self) -> list[ResourceType]:
        return list(self._types.values())


class PrivilegeRegistry:
    def __init__(self) -> None:
        self._privileges: dict[str, Privilege] = {}
        self._given: dict[str, frozenset[str]] = {}

    def add(self, *privileges: Privilege) -> None:
        for entry in privileges:
            if entry.name in self._privileges:
                raise PluginError(f"the privilege {entry.name} is registered twice")
            self._privileges[entry.name] = entry

    def give(self, kind: str, *names: str) -> None:
        """Whoever signs in has these on every resource of a kind, unless a list denies them."""
        self._given[kind] = self.given(kind) | frozenset(names)

    def given(self, kind: str) -> frozenset[str]:
        return self._given.get(kind, frozenset())

    def beyond_given(self, kind: str, granted: frozenset[str]) -> frozenset[str]:
        """What tells the reader apart from everybody: nothing where there is only what everybody is given.

        Where everybody is given to read, what there is is no secret.
        """
        if kind not in self._given:
            return granted
        given = frozenset(part for name in self.given(kind) for part in self.contained_in(name))
        return granted if granted - given or f"{{{DAV}}}read" in given else frozenset()

    def all(self) -> frozenset[str]:
        return frozenset(self._privileges)

    def contained_in(self, name: str) -> frozenset[str]:
        """The privilege itself and all that it aggregates (RFC 3744 §3.12)."""
        found = {name}
        while more := {p.name for p in self._privileges.values() if p.parent in found} - found:
            found |= more
        return frozenset(found)

    def values(self) -> list[Privilege]:
        return list(self._privileges.values())
