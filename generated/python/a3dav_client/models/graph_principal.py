# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .graph import GraphKind
    from .graph import GraphRole

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class PrincipalResult(Model):
    """Administrators and auditors ask for everything, everybody else for what is their own."""

    principal: Principal_2 | None
    """A principal by its id or its name; null where there is none that you may ask for."""

    _members: ClassVar[List[Member]] = [
        Member("principal", "principal", or_null(named("Principal_2")), True),
    ]


@dataclass(slots=True, kw_only=True)
class Principal_2(Model):
    """A user, a group, a room or a resource."""

    id: str
    name: str
    display_name: str
    email: str
    kind: GraphKind
    role: GraphRole
    disabled: bool
    collections: PrincipalCollections
    """The homes, calendars, address books and folders that it owns, at any depth."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("email", "email", TEXT, True),
        Member("kind", "kind", named("GraphKind"), True),
        Member("role", "role", named("GraphRole"), True),
        Member("disabled", "disabled", BOOLEAN, True),
        Member("collections", "collections", named("PrincipalCollections"), True),
    ]


@dataclass(slots=True, kw_only=True)
class PrincipalCollections(Model):
    """A page, in the one order that all pages have."""

    nodes: list[PrincipalCollectionsNodes]
    """The nodes of the edges."""

    _members: ClassVar[List[Member]] = [
        Member("nodes", "nodes", list_of(named("PrincipalCollectionsNodes")), True),
    ]


@dataclass(slots=True, kw_only=True)
class PrincipalCollectionsNodes(Model):
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

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("kind", "kind", TEXT, True),
        Member("href", "href", TEXT, True),
        Member("memberCount", "member_count", INTEGER, True),
        Member("size", "size", INTEGER, True),
    ]
