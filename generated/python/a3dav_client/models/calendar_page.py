# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .calendar import Calendar

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class CalendarPage(Model):
    """A page of calendars."""

    items: list[Calendar]
    next: str | None
    """What `cursor` takes for the next page; null on the last one."""

    _members: ClassVar[List[Member]] = [
        Member("items", "items", list_of(named("Calendar")), True),
        Member("next", "next", or_null(TEXT), True),
    ]
