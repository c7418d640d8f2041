# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .js_contact import JsContact

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Contact(Model):
    """A person, a group or whatever else has a card."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """The last segment of its path in CardDAV."""
    href: str
    """Its path in CardDAV."""
    collection: str
    """Identifies an object for as long as it exists."""
    etag: str
    """Its entity tag, for If-Match."""
    size: int
    """The bytes of its vCard."""
    created: Timestamp
    """A moment in UTC (RFC 3339)."""
    modified: Timestamp
    """A moment in UTC (RFC 3339)."""
    uid: str | None
    """Its UID, of a UUID without its URN."""
    data: JsContact | Unset = UNSET
    """A Card of JSContact (RFC 9553). The members here are those that most programs want; others may be sent and are
    told.
    """

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("href", "href", TEXT, True),
        Member("collection", "collection", TEXT, True),
        Member("etag", "etag", TEXT, True),
        Member("size", "size", INTEGER, True),
        Member("created", "created", TIME, True),
        Member("modified", "modified", TIME, True),
        Member("uid", "uid", or_null(TEXT), True),
        Member("data", "data", named("JsContact"), False),
    ]
