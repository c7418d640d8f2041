# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .calendar_component import CalendarComponent

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class EventQuery(Model):
    """What events must be."""

    from_: str | Unset = UNSET
    """A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC."""
    to: str | Unset = UNSET
    """A moment as RFC 3339 has it, or a date, which stands for its beginning in UTC."""
    expand: bool | Unset = UNSET
    """Whether each instance is an entry of its own."""
    data: bool | Unset = UNSET
    """Whether entries have `data`."""
    text: str | Unset = UNSET
    """What title, description or location must contain."""
    component: CalendarComponent | Unset = UNSET
    """A kind of component of iCalendar."""
    uid: str | Unset = UNSET
    """The UID that it must have."""
    categories: list[str] | Unset = UNSET
    """Categories that it must have, all of them."""
    participant: str | Unset = UNSET
    """The address of somebody who must be among organizer and participants."""
    status: list[EventQueryStatusItem] | Unset = UNSET
    """The status that it must have, one of these; one without a status is confirmed."""

    _members: ClassVar[List[Member]] = [
        Member("from", "from_", TEXT, False),
        Member("to", "to", TEXT, False),
        Member("expand", "expand", BOOLEAN, False),
        Member("data", "data", BOOLEAN, False),
        Member("text", "text", TEXT, False),
        Member("component", "component", named("CalendarComponent"), False),
        Member("uid", "uid", TEXT, False),
        Member("categories", "categories", list_of(TEXT), False),
        Member("participant", "participant", TEXT, False),
        Member("status", "status", list_of(named("EventQueryStatusItem")), False),
    ]


class EventQueryStatusItem(OpenText):
    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    NEEDS_ACTION = "needs-action"
    IN_PROCESS = "in-process"
    COMPLETED = "completed"
    DRAFT = "draft"
    FINAL = "final"
