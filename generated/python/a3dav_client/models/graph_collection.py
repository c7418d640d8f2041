# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class CollectionResult(Model):
    """Administrators and auditors ask for everything, everybody else for what is their own."""

    collection: Collection | None
    """A collection by its id; null where there is none that you may ask for."""

    _members: ClassVar[List[Member]] = [
        Member("collection", "collection", or_null(named("Collection")), True),
    ]


@dataclass(slots=True, kw_only=True)
class Collection(Model):
    """A home, a calendar, an address book or a folder."""

    id: str
    name: str
    display_name: str
    """DAV:displayname; empty where none was given."""
    kind: str
    href: str
    """Its URL for WebDAV."""
    member_count: int
    """How many members it has, without those of its members."""
    size: int
    """Bytes that its members have together, without those of their members."""
    modified: Timestamp | None
    owner: CollectionOwner | None
    acl: list[CollectionAcl]
    """Its own access control list, in its order."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("kind", "kind", TEXT, True),
        Member("href", "href", TEXT, True),
        Member("memberCount", "member_count", INTEGER, True),
        Member("size", "size", INTEGER, True),
        Member("modified", "modified", or_null(TIME), True),
        Member("owner", "owner", or_null(named("CollectionOwner")), True),
        Member("acl", "acl", list_of(named("CollectionAcl")), True),
    ]


@dataclass(slots=True, kw_only=True)
class CollectionAcl(Model):
    """An entry of an access control list (RFC 3744): whom it is about, and what it grants or denies."""

    principal: str
    grants: bool
    inverted: bool
    privileges: list[str]

    _members: ClassVar[List[Member]] = [
        Member("principal", "principal", TEXT, True),
        Member("grants", "grants", BOOLEAN, True),
        Member("inverted", "inverted", BOOLEAN, True),
        Member("privileges", "privileges", list_of(TEXT), True),
    ]


@dataclass(slots=True, kw_only=True)
class CollectionOwner(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
    ]
