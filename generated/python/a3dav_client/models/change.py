# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .change_type import ChangeType

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Change(Model):
    """That something changed."""

    cursor: str
    """The place in the feed behind this change."""
    type: ChangeType
    """What happened to what. What is moved is deleted in one place and created, with the same id, in another; a
    collection of somebody else that appears among one's own is shared, and one that goes is unshared.
    """
    id: str
    """Identifies an object for as long as it exists."""
    collection: str
    """Identifies an object for as long as it exists."""
    account: str
    """Identifies an object for as long as it exists."""
    href: str
    """Where it is"""
    etag: str | None
    """Its entity tag as it is now, in its quotes; null for a collection, which has none, and where it is gone."""
    time: Timestamp
    """When it happened."""

    _members: ClassVar[List[Member]] = [
        Member("cursor", "cursor", TEXT, True),
        Member("type", "type", named("ChangeType"), True),
        Member("id", "id", TEXT, True),
        Member("collection", "collection", TEXT, True),
        Member("account", "account", TEXT, True),
        Member("href", "href", TEXT, True),
        Member("etag", "etag", or_null(TEXT), True),
        Member("time", "time", TIME, True),
    ]
