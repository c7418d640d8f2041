# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Webhook(Model):
    """Where changes are sent."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """What it is for."""
    url: str
    """Where it sends to."""
    types: list[str] | None
    """What it sends; null for everything."""
    collections: list[str] | None
    """The collections whose changes it sends; null for all that one sees."""
    active: bool
    """Whether it is switched on."""
    reason: str | None
    """Why it is not."""
    created: Timestamp
    """When it was made."""
    changed: Timestamp
    """When it was changed."""
    failing_since: Timestamp | None
    """Since when nothing arrived."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("url", "url", TEXT, True),
        Member("types", "types", or_null(list_of(TEXT)), True),
        Member("collections", "collections", or_null(list_of(TEXT)), True),
        Member("active", "active", BOOLEAN, True),
        Member("reason", "reason", or_null(TEXT), True),
        Member("created", "created", TIME, True),
        Member("changed", "changed", TIME, True),
        Member("failingSince", "failing_since", or_null(TIME), True),
    ]
