"""The tables that plugins fill once at start; answering a request only looks things up in them.

Every registry refuses a second entry of the same name, so that two plugins cannot shadow each other
unseen; a built-in entry is replaced by disabling the built-in plugin that made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from a3dav.errors import PluginError
from a3dav.xml.names import DAV
from a3dav.xml.writing import Prefixes

if TYPE_CHECKING:
    import click

    from a3dav.exchange import Exchange, Response
    from a3dav.lanes import Steps
    from a3dav.resources import Resource
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import Change, WriteContext
    from a3dav.xml.reading import Element

Handler = Callable[["Exchange"], "Response | Steps[Response]"]
Values = Sequence[bytes | None]


@dataclass(slots=True, frozen=True)
class ResourceType:
    """A kind of resource.

    `elements` are the Clark names inside DAV:resourcetype. `member` is the kind a PUT inside makes
    ("" refuses PUT); `collections` maps the resourcetype a client names in MKCOL to the kind it gets
    inside this one. `features` are the tokens of the DAV header for it beside the house's own.
    """

    kind: str
    elements: tuple[str, ...] = ()
    collection: bool = False
    member: str = ""
    collections: Mapping[frozenset[str], str] = field(default_factory=dict)
    features: tuple[str, ...] = ()
    lockable: bool = True
    sync: bool = False
    content_type: str = "application/octet-stream"
    export_type: str = ""


@dataclass(slots=True, frozen=True)
class DefaultCollection:
    """A collection every home has; `properties` maps Clark names to the XML of the stored element."""

    name: str
    kind: str
    properties: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class Root:
    """A top-level folder `/name/` with a home `/name/ACCOUNT/` of `home_kind` for each user."""

    name: str
    home_kind: str
    defaults: tuple[DefaultCollection, ...] = ()


@dataclass(slots=True, frozen=True)
class Method:
    """A method for some kinds ("" stands for an unmapped path, None for everything).

    `privilege` is needed on the target, `parent_privilege` on the collection that holds it when the
    path is unmapped (or when the method removes a member). `body` is "none", "memory" (bounded by
    limits.max_xml_size unless `limit` says otherwise) or "spool".
    """

    name: str
    handler: Handler
    kinds: frozenset[str] | None = None
    privilege: str = ""
    parent_privilege: str = ""
    body: str = "none"
    writes: bool = False
    early: Callable[[Exchange], None] | None = None


Getter = Callable[["Exchange", "Sequence[Resource]", "Element | None"], Values]
Setter = Callable[["WriteContext", "Element | None"], None]


@dataclass(slots=True, frozen=True)
class Property:
    """A live property.

    `getter(exchange, resources, requested)` returns one value a resource, in their order: the XML
    inside the element (prefixes as registered), or None where the resource has no such property.
    `requested` is the element a client named it with (None in allprop). `setter(write, element)`
    checks a new value and either calls `write.set_property` or changes the write itself; an element
    of None removes it. Without a setter the property is protected (RFC 4918 §15).
    """

    name: str
    getter: Getter
    setter: Setter | None = None
    kinds: frozenset[str] | None = None
    allprop: bool = False


ReportHandler = Callable[["Exchange", "Element"], "Response | Steps[Response]"]


@dataclass(slots=True, frozen=True)
class Report:
    """A report (RFC 3253 §3.6) on some kinds; `cost(exchange, body)` estimates CPU microseconds.

    A report dearer than the cpu threshold is answered by a process of the cpu lane.
    """

    name: str
    handler: ReportHandler
    kinds: frozenset[str] | None = None
    privilege: str = f"{{{DAV}}}read"
    cost: Callable[[Exchange, Element], int] | None = None


@dataclass(slots=True, frozen=True)
class Privilege:
    """A privilege (RFC 3744 §3) and the aggregate that contains it ("" for DAV:all alone)."""

    name: str
    parent: str = f"{{{DAV}}}all"
    description: str = ""


@dataclass(slots=True, frozen=True)
class Index:
    """Derived rows of a plugin, rebuilt from bodies whenever `version` differs from the stored one.

    `update(tx, changes)` runs inside the transaction of every write with the changes of its `kinds`;
    `clear(store)` removes all rows before a rebuild.
    """

    name: str
    version: str
    kinds: frozenset[str]
    update: Callable[[Transaction, Sequence[Change]], None]
    clear: Callable[[Transaction], None]


@dataclass(slots=True, frozen=True)
class Migrations:
    """One line of schema versions; statements use BLOB, INTEGER and TEXT and fit both engines."""

    line: str
    steps: tuple[tuple[str, ...], ...]


@dataclass(slots=True, frozen=True)
class Task:
    """Periodic work of the tasks process; `run(house)` returns a sentence for the log or ""."""

    name: str
    every_seconds: int
    run: Callable[[Any], str]


@dataclass(slots=True, frozen=True)
class Route:
    """An HTTP resource that is not DAV, for an exact path."""

    path: str
    handler: Handler
    public: bool = True


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

    def values(self) -> Iterable[Any]:
        return self._entries.values()

    def items(self) -> Iterable[tuple[Any, Any]]:
        return self._entries.items()


class KindTable(Table):
    """Entries found by name and kind; an entry for every kind stands behind the particular ones."""

    def add(self, name: str, kinds: frozenset[str] | None, entry: Any) -> None:
        for kind in kinds if kinds is not None else (None,):
            self.put((name, kind), entry)

    def find(self, name: str, kind: str) -> Any:
        return self._entries.get((name, kind)) or self._entries.get((name, None))

    def of_kind(self, kind: str) -> dict[str, Any]:
        """All entries for a kind by name, particular ones before general ones."""
        found: dict[str, Any] = {}
        for (name, entry_kind), entry in self._entries.items():
            if entry_kind == kind or (entry_kind is None and name not in found):
                found[name] = entry
        return found


class SettingsRegistry:
    def __init__(self) -> None:
        self.sections: dict[str, type[Any]] = {}

    def add(self, plugin: str, section: type[Any]) -> None:
        """Declares the dataclass that `[plugins.<plugin>]` is read into."""
        self.sections[plugin] = section


class ResourceTypeRegistry:
    def __init__(self) -> None:
        self._types: dict[str, ResourceType] = {}
        self.roots: dict[str, Root] = {}

    def add(self, *types: ResourceType) -> None:
        for entry in types:
            if entry.kind in self._types:
                raise PluginError(f"the resource type {entry.kind} is registered twice")
            self._types[entry.kind] = entry

    def add_root(self, root: Root) -> None:
        if root.name in self.roots:
            raise PluginError(f"the root /{root.name}/ is registered twice")
        self.roots[root.name] = root

    def get(self, kind: str) -> ResourceType | None:
        return self._types.get(kind)

    def __getitem__(self, kind: str) -> ResourceType:
        return self._types[kind]

    def kinds(self, *, collection: bool) -> frozenset[str]:
        return frozenset(kind for kind, entry in self._types.items() if entry.collection is collection)


class MethodRegistry:
    def __init__(self) -> None:
        self._table = KindTable("method")

    def add(self, *methods: Method) -> None:
        for method in methods:
            self._table.add(method.name, method.kinds, method)

    def find(self, name: str, kind: str) -> Method | None:
        found: Method | None = self._table.find(name, kind)
        return found

    def allowed(self, kind: str) -> list[str]:
        return sorted(self._table.of_kind(kind))


class PropertyRegistry:
    def __init__(self) -> None:
        self._table = KindTable("property")
        self._prefixes = {"D": DAV}

    def add(self, *properties: Property) -> None:
        for entry in properties:
            self._table.add(entry.name, entry.kinds, entry)

    def namespace(self, prefix: str, uri: str) -> None:
        """Binds a prefix in every response, for the names and values of this plugin."""
        if self._prefixes.setdefault(prefix, uri) != uri:
            raise PluginError(f"the XML prefix {prefix} is bound to two namespaces")

    def find(self, name: str, kind: str) -> Property | None:
        found: Property | None = self._table.find(name, kind)
        return found

    def of_kind(self, kind: str) -> dict[str, Property]:
        return self._table.of_kind(kind)

    def prefixes(self) -> Prefixes:
        return Prefixes(self._prefixes)


class ReportRegistry:
    def __init__(self) -> None:
        self._table = KindTable("report")

    def add(self, *reports: Report) -> None:
        for report in reports:
            self._table.add(report.name, report.kinds, report)

    def find(self, name: str, kind: str) -> Report | None:
        found: Report | None = self._table.find(name, kind)
        return found

    def of_kind(self, kind: str) -> list[str]:
        return sorted(self._table.of_kind(kind))


class PrivilegeRegistry:
    def __init__(self) -> None:
        self._privileges: dict[str, Privilege] = {}

    def add(self, *privileges: Privilege) -> None:
        for entry in privileges:
            if entry.name in self._privileges:
                raise PluginError(f"the privilege {entry.name} is registered twice")
            self._privileges[entry.name] = entry

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


class ListRegistry:
    """Indexes, migrations, tasks, routes and commands: entries in the order they were registered."""

    def __init__(self) -> None:
        self.entries: list[Any] = []

    def add(self, *entries: Any) -> None:
        self.entries.extend(entries)


class IndexRegistry(ListRegistry):
    entries: list[Index]


class MigrationRegistry(ListRegistry):
    entries: list[Migrations]


class TaskRegistry(ListRegistry):
    entries: list[Task]


class RouteRegistry(ListRegistry):
    entries: list[Route]


class CommandRegistry(ListRegistry):
    entries: list[click.Command]
