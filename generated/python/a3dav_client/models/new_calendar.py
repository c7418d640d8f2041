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
class NewCalendar(Model):
    """A calendar to make."""

    name: str | Unset = UNSET
    """The last segment of its path in DAV; the server finds one otherwise."""
    display_name: str
    """The name to show."""
    description: str | None | Unset = UNSET
    """What it is for."""
    color: str | None | Unset = UNSET
    """A colour, as `#RRGGBB` or `#RRGGBBAA`."""
    time_zone: str | None | Unset = UNSET
    """The IANA name of a time zone."""
    components: list[CalendarComponent] | Unset = UNSET
    """The kinds of components of iCalendar that it can hold."""
    counts_as_busy: bool | Unset = UNSET
    """Whether what it holds makes its owner busy."""

    _members: ClassVar[List[Member]] = [
        Member("name", "name", TEXT, False),
        Member("displayName", "display_name", TEXT, True),
        Member("description", "description", or_null(TEXT), False),
        Member("color", "color", or_null(TEXT), False),
        Member("timeZone", "time_zone", or_null(TEXT), False),
        Member("components", "components", list_of(named("CalendarComponent")), False),
        Member("countsAsBusy", "counts_as_busy", BOOLEAN, False),
    ]
