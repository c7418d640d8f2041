# Rendered from the description of the interface; not for editing.
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Dict, List, Union

from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, Member, OneOf, list_of, map_of, named, or_null
from .._model import UNSET, Model, OpenNumber, OpenText, Unset
from .._time import Timestamp

if TYPE_CHECKING:
    from .busy_period import BusyPeriod

UNIONS: Dict[str, OneOf] = {}


@dataclass(slots=True, kw_only=True)
class FreeBusy(Model):
    """When somebody is busy."""

    from_: Timestamp
    """A moment in UTC (RFC 3339)."""
    to: Timestamp
    """A moment in UTC (RFC 3339)."""
    periods: list[BusyPeriod]

    _members: ClassVar[List[Member]] = [
        Member("from", "from_", TIME, True),
        Member("to", "to", TIME, True),
        Member("periods", "periods", list_of(named("BusyPeriod")), True),
    ]
