# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Occurrence(Model):
    """An instance of an event."""

    recurrence_id: str | None
    """Which instance of a series it is, in local time."""
    start: Timestamp
    """A moment in UTC (RFC 3339)."""
    end: Timestamp
    """A moment in UTC (RFC 3339)."""
    all_day: bool
    """Whether it lasts whole days."""
    changed: bool
    """Whether it is other than the series says."""

    _members: ClassVar[List[Member]] = [
        Member("recurrenceId", "recurrence_id", or_null(TEXT), True),
        Member("start", "start", TIME, True),
        Member("end", "end", TIME, True),
        Member("allDay", "all_day", BOOLEAN, True),
        Member("changed", "changed", BOOLEAN, True),
    ]
