"""The tables that plugins fill once at start; answering a request only looks things up in them.

Every registry refuses a second entry of the same name, so that two plugins cannot shadow each other
unseen; a built-in entry is replaced by disabling the built-in plugin that made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from a3dav.errors import DavError, PluginError
from a3dav.xml.names import DAV
from a3dav.xml.writing import Prefixes

if TYPE_CHECKING:
    import click

    from a3dav.exchange import Exchange, Response
    from a3dav.house import House
    from a3dav.lanes import Steps
    from a3dav.resources import Resource
    from a3dav.storage.conditions import Condition, Match
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import Change, WriteContext
    from a3dav.xml.reading import Element

Handler = Callable[["Exchange"], "Response | Steps[Response]"]
Values = Sequence[bytes | None]


@dataclass(slots=True, frozen=True)
class Representation:
    """A form besides the stored one in which GET serves a resource (RFC 9110 §12.5.1).

    `media_type` is what Accept is compared with, and the Content-Type of the answer: "text/vcard; version=4.0".
    `convert(body)` raises ValueError where the content cannot be said so. `tag`, letters and digits, tells the
    entity tag of this form from that of the resource.
    """

    media_type: str
    tag: str
    convert: Callable[[bytes], bytes]


@dataclass(slots=True, frozen=True)
class Adaptation:
    """What GET does to stored bytes as a header of the request says, before it makes any other form of them.

    `apply(value, body)` gets the value of `header`, "" where it is absent, and returns the bytes to serve.
    `tag(value)`, letters and digits, tells the entity tag of bytes that it changed from that of the resource.
    """

    header: str
    apply: Callable[[str, bytes], bytes]
    tag: Callable[[str], str]


@dataclass(slots=True, frozen=True)
class ResourceType:
    """A kind of resource.

    `elements` are the Clark names inside DAV:resourcetype. `member` is the kind a PUT inside makes
    ("" refuses PUT); `collections` maps the resourcetype a client names in MKCOL to the kind it gets
    inside this one. `features` are tokens of the DAV header, sent everywhere. `suffix` ends the names the
    server invents for members. A kind with a `size_condition` is limited to limits.max_resource_size and
    refused with that element, others to limits.max_file_size. `empty_member` says that a LOCK on an
    unmapped name may make an empty member here (RFC 4918 §7.3); elsewhere the member kind's
    `empty_condition` refuses it. `location_condition` refuses a collection
    of this type in a place that takes none. `representations` are the forms that GET serves on demand, best
    first; `stored_as(body)` gives the media types under which Accept finds the stored bytes (else it is
    `content_type`), `conversion_condition` refuses what no form answers ("" serves the stored bytes). `adaptation`
    serves other bytes than the stored ones by a header of its own. What is not
    `stored` exists by configuration: whoever signs in may read it, nobody writes it, and it does not change. A
    resource that `portrays` an account is seen by those who see the account of this id; members of a `discreet`
    collection that are not seen answer as those that do not exist. `named(house, collection, names)` finds members
    of a collection that is not stored, `bodies(house, resources)` makes the bodies of objects that are not.
    """

    kind: str
    elements: tuple[str, ...] = ()
    collection: bool = False
    member: str = ""
    collections: Mapping[frozenset[str], str] = field(default_factory=dict)
    features: tuple[str, ...] = ()
    content_type: str = "application/octet-stream"
    suffix: str = ""
    size_condition: str = ""
    empty_member: bool = False
    empty_condition: str = ""
    location_condition: str = ""
    stored: bool = True
    portrays: Callable[[Resource], bytes] | None = None
    discreet: bool = False
    named: Callable[[House, Resource, Sequence[str]], Sequence[Resource]] | None = None
    bodies: Callable[[House, Sequence[Resource]], Sequence[bytes]] | None = None
    representations: tuple[Representation, ...] = ()
    stored_as: Callable[[bytes], Sequence[str]] | None = None
    conversion_condition: str = ""
    adaptation: Adaptation | None = None


@dataclass(slots=True, frozen=True)
class DefaultCollection:
    """A collection every home has.

    `properties` maps Clark names to the XML inside the stored element, where names without a prefix are in
    the namespace of the property.
    """

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
    """A method for some kinds, a class of them, UNMAPPED paths, or (None) whatever is mapped.

    `privilege` is needed on the target, `parent_privilege` on the collection that holds or would hold
    it; both are local names of DAV:. `body` is "xml" (limits.max_xml_size at most) or "content" (large
    ones are spooled). `early` may refuse on the head alone. One that is `blind` is called, too, for what who
    asks has no privilege on, and refuses by itself. `limit` gives the most bytes of a body (0 = no limit)
    and the refusal of more, where those of the kind do not count.
    """

    name: str
    handler: Handler
    kinds: frozenset[str] | None = None
    privilege: str = ""
    parent_privilege: str = ""
    body: str = "xml"
    early: Callable[[Exchange], None] | None = None
    blind: bool = False
    limit: Callable[[Exchange], tuple[int, DavError]] | None = None


@dataclass(slots=True, frozen=True)
class Search:
    """How principals are found by a property: `condition(match)` says in SQL which accounts have it with such text.

    `description` tells a person, in English, what the property is (RFC 3744 §9.5).
    """

    description: str
    condition: Callable[[Match], Condition]


Getter = Callable[["Exchange", "Sequence[Resource]", "Element | None"], Values]
Setter = Callable[["WriteContext", "Element | None"], None]


@dataclass(slots=True, frozen=True)
class Property:
    """A live property.

    `getter(exchange, resources, requested)` returns one value a resource, in their order: the XML
    inside the element (prefixes as registered), or None where the resource has no such property.
    `requested` is the element a client named it with (None in allprop). `setter(write, element)`
    checks a new value and either calls `write.set_property` or changes the write itself; an element
    of None removes it. Without a setter the property is protected (RFC 4918 §15). Principals are found by
    a property with a `search` (RFC 3744 §9.4). `cost(exchange, resources, requested)` estimates the CPU
    microseconds of a getter that takes more than a look-up, for reports.
    """

    name: str
    getter: Getter
    setter: Setter | None = None
    kinds: frozenset[str] | None = None
    allprop: bool = False
    search: Search | None = None
    cost: Callable[[Exchange, Sequence[Resource], Element | None], int] | None = None


ReportHandler = Callable[["Exchange", "Element"], "Response | Steps[Response]"]


@dataclass(slots=True, frozen=True)
class Report:
    """A report (RFC 3253 §3.6) on some kinds; `cost(exchange, body)` estimates CPU microseconds.

    A report dearer than the cpu threshold is answered by a process of the cpu lane. Who lacks the privilege of one
    that is `hidden` is told that nothing is there.
    """

    name: str
    handler: ReportHandler
    kinds: frozenset[str] | None = None
    privilege: str = f"{{{DAV}}}read"
    cost: Callable[[Exchange, Element], int] | None = None
    hidden: bool = False


@dataclass(slots=True, frozen=True)
class Privilege:
    """A privilege (RFC 3744 §3) and the aggregate that contains it ("" for DAV:all alone).

    One that is `composed` is nothing but the sum of what it contains: whoever has all of that has it, too.
    One that is `abstract` can be neither granted nor denied by itself (RFC 3744 §5.3).
    """

    name: str
    parent: str = f"{{{DAV}}}all"
    description: str = ""
    composed: bool = False
    abstract: bool = False


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
class Message:
    """What a transaction left in the outbox; `attempts` counts those before this one."""

    id: bytes
    kind: str
    account_id: bytes
    payload: bytes
    attempts: int


@dataclass(slots=True, frozen=True)
class Delivery:
    """Brings messages of a kind to the world outside of the database.

    `deliver(house, message)` may run twice for one message, after a crash; whatever it raises is tried again
    after a growing pause, `attempts` times in all.
    """

    kind: str
    deliver: Callable[[Any, Message], None]
    attempts: int = 12


@dataclass(slots=True, frozen=True)
class Route:
    """An HTTP resource that is not DAV, for an exact path; one that is `below` answers every path below its own, too.

    The handler of such a route reads `request.raw_path` for itself, and `exchange.path` is empty: what is not a
    path to WebDAV may say more with a segment, such as a slash behind percent signs.
    """

    path: str
    handler: Handler
    public: bool = True
    below: bool = False


@dataclass(slots=True, frozen=True)
class ContentType:
    """What a file of a suffix holds, for import and export.

    `split(body)` yields the objects in it as (name without suffix, bytes) and raises ValueError with a
    sentence; `collection(body)` names the default collection an object goes to, below the account's home
    in `root`; `join(bodies)` makes one file of many objects of a collection of `kind`. A file sent with POST may
    also be of the media types `aliases`, or of those in `converters`, which make `media_type` of them or raise
    ValueError; an object that says the `same` as the stored one is not written again.
    """

    suffix: str
    media_type: str
    root: str
    kind: str
    split: Callable[[bytes], Iterable[tuple[str, bytes]]]
    collection: Callable[[bytes], str]
    join: Callable[[Iterable[bytes]], Iterable[bytes]]
    aliases: tuple[str, ...] = ()
    converters: Mapping[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    same: Callable[[bytes, bytes], bool] | None = None


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
        """Spreads the general entries over all kinds, once every plugin has registered."""
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


class SettingsRegistry:
    def __init__(self) -> None:
        self.sections: dict[str, type[Any]] = {}

    def add(self, plugin: str, section: type[Any]) -> None:
        """Declares the dataclass that `[plugins.<plugin>]` is read into."""
        self.sections[plugin] = section


class ResourceTypeRegistry:
    """Kinds and roots by name; `plugin` is the one that registers now, `dormant` maps kinds to one that is off."""

    def __init__(self) -> None:
        self._types: dict[str, ResourceType] = {}
        self._owners: dict[str, str] = {}
        self._root_owners: dict[str, str] = {}
        self.plugin = ""
        self.roots: dict[str, Root] = {}
        self.places: dict[str, bool] = {}
        self.dormant: dict[str, str] = {}
        self.dormant_roots: dict[str, str] = {}
        self.features: list[str] = []

    def add_features(self, *tokens: str) -> None:
        """Adds tokens to the DAV header (RFC 4918 §10.1)."""
        self.features += [token for token in tokens if token not in self.features]

    def add(self, *types: ResourceType) -> None:
        for entry in types:
            if entry.kind in self._types:
                raise PluginError(f"the resource type {entry.kind} is registered twice")
            self._types[entry.kind] = entry
            self._owners[entry.kind] = self.plugin
            self.add_features(*entry.features)

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

    def location_condition(self, elements: frozenset[str]) -> str:
        """The element that refuses a collection of these types where it may not stand."""
        wanted = (e.location_condition for e in self._types.values() if frozenset(e.elements) == elements)
        return next(wanted, "")

    def all(self) -> list[ResourceType]:
        return list(self._types.values())


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

    def add(self, *properties: Property) -> None:
        for entry in properties:
            self._table.add(entry.name, entry.kinds, entry)
            if entry.cost is not None:
                self._dear.add(entry.name)

    def namespace(self, prefix: str, uri: str) -> None:
        """Binds a prefix in every response, for the names and values of this plugin."""
        if self._prefixes.setdefault(prefix, uri) != uri:
            raise PluginError(f"the XML prefix {prefix} is bound to two namespaces")

    def settle(self, types: Sequence[ResourceType]) -> None:
        self._table.settle(types)
        self._of_kind = {entry.kind: self._table.of_kind(entry.kind) for entry in types}
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
    """Entries in the order they were registered, each known by the attribute `key`."""

    what = ""
    key = "name"

    def __init__(self) -> None:
        self.entries: list[Any] = []

    def add(self, *entries: Any) -> None:
        for entry in entries:
            known = getattr(entry, self.key)
            if any(getattr(other, self.key) == known for other in self.entries):
                raise PluginError(f"the {self.what} {known} is registered twice; disable one of the two plugins")
            self.entries.append(entry)


class IndexRegistry(ListRegistry):
    what = "index"
    entries: list[Index]


class MigrationRegistry(ListRegistry):
    what, key = "line of migrations", "line"
    entries: list[Migrations]


class TaskRegistry(ListRegistry):
    what = "task"
    entries: list[Task]


class DeliveryRegistry(ListRegistry):
    what, key = "delivery", "kind"
    entries: list[Delivery]


class RouteRegistry(ListRegistry):
    what, key = "route", "path"
    entries: list[Route]


class ContentTypeRegistry(ListRegistry):
    what, key = "type of files", "suffix"
    entries: list[ContentType]


class CommandRegistry(ListRegistry):
    what = "command"
    entries: list[click.Command]
