# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .calendar_component import CalendarComponent
    from .owner import Owner
    from .right import Right

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class Calendar(Model):
    """A calendar, without what it holds."""

    id: str
    """Identifies an object for as long as it exists."""
    name: str
    """The last segment of its path in CalDAV."""
    href: str
    """Its path in CalDAV."""
    display_name: str
    """The name to show."""
    owner: Owner
    """Whose something is."""
    mine: bool
    """Whether it belongs to whoever asks."""
    default: bool
    """Whether every account has it from the start."""
    rights: list[Right]
    """What whoever asks may do with it."""
    created: Timestamp
    """A moment in UTC (RFC 3339)."""
    description: str | None
    """What it is for."""
    color: str | None
    """Its colour, as `#RRGGBB` or `#RRGGBBAA`."""
    time_zone: str | None
    """The time zone of times without one, by its IANA name."""
    components: list[CalendarComponent]
    """The kinds of components of iCalendar that it can hold."""
    counts_as_busy: bool
    """Whether what it holds makes its owner busy."""

    _members: ClassVar[List[Member]] = [
        Member("id", "id", TEXT, True),
        Member("name", "name", TEXT, True),
        Member("href", "href", TEXT, True),
        Member("displayName", "display_name", TEXT, True),
        Member("owner", "owner", named("Owner"), True),
        Member("mine", "mine", BOOLEAN, True),
        Member("default", "default", BOOLEAN, True),
        Member("rights", "rights", list_of(named("Right")), True),
        Member("created", "created", TIME, True),
        Member("description", "description", or_null(TEXT), True),
        Member("color", "color", or_null(TEXT), True),
        Member("timeZone", "time_zone", or_null(TEXT), True),
        Member("components", "components", list_of(named("CalendarComponent")), True),
        Member("countsAsBusy", "counts_as_busy", BOOLEAN, True),
    ]
