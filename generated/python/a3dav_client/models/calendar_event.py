# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .calendar_component import CalendarComponent
    from .js_calendar import JsCalendar

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class CalendarEvent(Model):
    """An event, task or journal, or an instance of one."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """The last segment of its path in CalDAV."""
    href: str
    """Its path in CalDAV."""
    collection: str
    """Identifies an object for as long as it exists."""
    etag: str
    """Its entity tag, for If-Match."""
    size: int
    """The bytes of its iCalendar."""
    created: Timestamp
    """A moment in UTC (RFC 3339)."""
    modified: Timestamp
    """A moment in UTC (RFC 3339)."""
    uid: str
    """Its UID."""
    component: CalendarComponent
    """A kind of component of iCalendar."""
    data: JsCalendar | Unset = UNSET
    """An Event or a Task of JSCalendar (RFC 8984). The members here are those that most programs want; others may be
    sent and are told.
    """
    recurrence_id: str | None | Unset = UNSET
    """Of an instance of a series, which one it is, in local time."""
    start: Timestamp | Unset = UNSET
    """A moment in UTC (RFC 3339)."""
    end: Timestamp | Unset = UNSET
    """A moment in UTC (RFC 3339)."""
    all_day: bool | Unset = UNSET
    """Of an instance, whether it lasts whole days."""
    changed: bool | Unset = UNSET
    """Of an instance, whether it is other than the series says."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("href", "href", TEXT, True),
        Member("collection", "collection", TEXT, True),
        Member("etag", "etag", TEXT, True),
        Member("size", "size", INTEGER, True),
        Member("created", "created", TIME, True),
        Member("modified", "modified", TIME, True),
        Member("uid", "uid", TEXT, True),
        Member("component", "component", named("CalendarComponent"), True),
        Member("data", "data", named("JsCalendar"), False),
        Member("recurrenceId", "recurrence_id", or_null(TEXT), False),
        Member("start", "start", TIME, False),
        Member("end", "end", TIME, False),
        Member("allDay", "all_day", BOOLEAN, False),
        Member("changed", "changed", BOOLEAN, False),
    ]
