# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Delivery(Model):
    """A message of a webhook, and what became of it."""

    id: str
    """Identifies an object for as long as it exists."""
    type: str
    """The type of the message."""
    created: Timestamp
    """When it was made."""
    state: DeliveryState
    """What became of it."""
    attempts: int
    """How often that was tried."""
    attempted: Timestamp | None
    """When it was tried last."""
    status: int | None
    """The status of the last answer; null where none came."""
    excerpt: str | None
    """The beginning of the last answer, or why there was none."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("type", "type", TEXT, True),
        Member("created", "created", TIME, True),
        Member("state", "state", named("DeliveryState"), True),
        Member("attempts", "attempts", INTEGER, True),
        Member("attempted", "attempted", or_null(TIME), True),
        Member("status", "status", or_null(INTEGER), True),
        Member("excerpt", "excerpt", or_null(TEXT), True),
    ]


class DeliveryState(OpenText):
    """What became of it."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
