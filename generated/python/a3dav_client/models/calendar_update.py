# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class CalendarUpdate(Model):
    """What to change of a calendar."""

    display_name: str | Unset = UNSET
    """The name to show."""
    description: str | None | Unset = UNSET
    """What it is for."""
    color: str | None | Unset = UNSET
    """A colour, as `#RRGGBB` or `#RRGGBBAA`."""
    time_zone: str | None | Unset = UNSET
    """The IANA name of a time zone."""
    counts_as_busy: bool | Unset = UNSET
    """Whether what it holds makes its owner busy."""

    _members: ClassVar[List[Member]] = [
        Member("displayName", "display_name", TEXT, False),
        Member("description", "description", or_null(TEXT), False),
        Member("color", "color", or_null(TEXT), False),
        Member("timeZone", "time_zone", or_null(TEXT), False),
        Member("countsAsBusy", "counts_as_busy", BOOLEAN, False),
    ]
