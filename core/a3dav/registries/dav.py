"""What plugins add to WebDAV: kinds of resources, methods, properties, reports, privileges."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.errors import DavError
from a3dav.xml.names import DAV

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Response
    from a3dav.house import House
    from a3dav.lanes import Steps
    from a3dav.resources import Resource
    from a3dav.storage.conditions import Condition, Match
    from a3dav.writing import WriteContext
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

    `apply(value, body)` gets the value of `header` and returns the bytes to serve; without it, they are those stored.
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
    of a collection that is not stored, `bodies(house, resources)` makes the bodies of objects that are not. What is
    registered for the kind that it is `like` holds for this one, too, where it has no entries of its own. Where the
    content of other resources decides who may have it, it is `judged_by_content`, each time anew.
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
    like: str = ""
    judged_by_content: bool = False


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
    microseconds of a getter that takes more than a look-up, for reports. A value that is `steady` follows from the
    counters and the entity tag of its resource, from who asks and how, and from what is not content (see `generation`).
    """

    name: str
    getter: Getter
    setter: Setter | None = None
    kinds: frozenset[str] | None = None
    allprop: bool = False
    search: Search | None = None
    cost: Callable[[Exchange, Sequence[Resource], Element | None], int] | None = None
    steady: bool = False


ReportHandler = Callable[["Exchange", "Element"], "Response | Steps[Response]"]


@dataclass(slots=True, frozen=True)
class Report:
    """A report (RFC 3253 §3.6) on some kinds; `cost(exchange, body)` estimates CPU microseconds.

    A report dearer than the cpu threshold is answered by a process of the cpu lane. Who lacks the privilege of one
    that is `hidden` is told that nothing is there. One that is `steady` tells of its target and what is below it alone.
    """

    name: str
    handler: ReportHandler
    kinds: frozenset[str] | None = None
    privilege: str = f"{{{DAV}}}read"
    cost: Callable[[Exchange, Element], int] | None = None
    hidden: bool = False
    steady: bool = False


@dataclass(slots=True, frozen=True)
class Validator:
    """A header beside ETag that tells a version of resources of some kinds, and the header that asks for it.

    `values(house, resources)` gives it for each, in their order, quoted where the header wants quotes; None where a
    resource has none. A request whose `condition` is not the value is refused with 412.
    """

    header: str
    condition: str
    kinds: frozenset[str]
    values: Callable[[House, Sequence[Resource]], Sequence[str | None]]


@dataclass(slots=True, frozen=True)
class Adjustment:
    """Privileges that a principal has on a resource beside what lists say, and those that nobody has on it."""

    granted: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()


@dataclass(slots=True, frozen=True)
class Lens:
    """What stands between a reader and the members of a collection that are of some kinds.

    `see(resources, bodies)` gives each body as the reader sees it, None where nothing of it is; `key` stands for all
    that decides about that beside the body, and `marks(resources)` for what is of each resource alone. One that
    `withholds` shows less than is stored, so that what is written by whom it shows less would destroy the rest.
    Where a reader may write `parts` of their own, a PUT to what is there needs no privilege: the plugin judges it.
    """

    key: str
    kinds: frozenset[str]
    see: Callable[[Sequence[Resource], Sequence[bytes]], Sequence[bytes | None]]
    marks: Callable[[Sequence[Resource]], Sequence[str]] | None = None
    withholds: bool = True
    parts: bool = False


@dataclass(slots=True, frozen=True)
class Post:
    """What POST of an XML document means on some kinds, by the Clark name of its root.

    `privilege`, a Clark name, is needed on the target; "" leaves it to the handler, which gets the document.
    """

    name: str
    handler: ReportHandler
    kinds: frozenset[str] | None = None
    privilege: str = f"{{{DAV}}}read"


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
