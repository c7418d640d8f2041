# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class BusyPeriod(Model):
    """A time of which somebody is not free."""

    start: Timestamp
    """A moment in UTC (RFC 3339)."""
    end: Timestamp
    """A moment in UTC (RFC 3339)."""
    status: BusyPeriodStatus
    """How sure it is."""

    _members: ClassVar[List[Member]] = [
        Member("start", "start", TIME, True),
        Member("end", "end", TIME, True),
        Member("status", "status", named("BusyPeriodStatus"), True),
    ]


class BusyPeriodStatus(OpenText):
    """How sure it is."""

    BUSY = "busy"
    TENTATIVE = "tentative"
    UNAVAILABLE = "unavailable"
