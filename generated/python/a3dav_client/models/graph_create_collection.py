# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .graph import GraphErrorCode

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class CreateCollectionResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    create_collection: CreateCollection | None
    """In a home or another collection."""

    _members: ClassVar[List[Member]] = [
        Member("createCollection", "create_collection", or_null(named("CreateCollection")), True),
    ]


@dataclass(slots=True, kw_only=True)
class CreateCollection(Model):
    collection: CreateCollection_2 | None
    errors: list[CreateCollectionErrors]

    _members: ClassVar[List[Member]] = [
        Member("collection", "collection", or_null(named("CreateCollection_2")), True),
        Member("errors", "errors", list_of(named("CreateCollectionErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class CreateCollection_2(Model):
    """A home, a calendar, an address book or a folder."""

    id: str
    name: str
    display_name: str
    """DAV:displayname; empty where none was given."""
    kind: str
    href: str
    """Its URL for WebDAV."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("kind", "kind", TEXT, True),
        Member("href", "href", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class CreateCollectionErrors(Model):
    """Why nothing was changed, and which part of the input is to blame."""

    code: GraphErrorCode
    field: str | None
    message: str

    _members: ClassVar[List[Member]] = [
        Member("code", "code", named("GraphErrorCode"), True),
        Member("field", "field", or_null(TEXT), True),
        Member("message", "message", TEXT, True),
    ]
