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
class ShareResult(Model):
    """Changes, made in the order in which they were sent; each stands or falls alone."""

    share: Share_2 | None
    """Offers a calendar or an address book to somebody."""

    _members: ClassVar[List[Member]] = [
        Member("share", "share", or_null(named("Share_2")), True),
    ]


@dataclass(slots=True, kw_only=True)
class Share_2(Model):
    collection: ShareCollection | None
    errors: list[ShareErrors]

    _members: ClassVar[List[Member]] = [
        Member("collection", "collection", or_null(named("ShareCollection")), True),
        Member("errors", "errors", list_of(named("ShareErrors")), True),
    ]


@dataclass(slots=True, kw_only=True)
class ShareCollection(Model):
    """A home, a calendar, an address book or a folder."""

    id: str
    display_name: str
    """DAV:displayname; empty where none was given."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
    ]


@dataclass(slots=True, kw_only=True)
class ShareErrors(Model):
    """Why nothing was changed, and which part of the input is to blame."""

    code: GraphErrorCode
    field: str | None
    message: str

    _members: ClassVar[List[Member]] = [
        Member("code", "code", named("GraphErrorCode"), True),
        Member("field", "field", or_null(TEXT), True),
        Member("message", "message", TEXT, True),
    ]
