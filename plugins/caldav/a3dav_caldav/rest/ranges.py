"""Ranges of time as parameters and bodies name them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from a3dav.errors import BadRequest
from a3dav_caldav.limits import judge_span
from a3dav_content.dates import EARLIEST, LATEST, instant_of, utc_of
from a3dav_content.time_range import TimeRange

if TYPE_CHECKING:
    from a3dav.house import House


def span_of(house: House, given: Mapping[str, Any]) -> TimeRange | None:
    """The range between `from` and `to`, one of which may be missing; None where both are."""
    if "from" not in given and "to" not in given:
        return None
    start = _instant(given, "from") if "from" in given else EARLIEST
    end = _instant(given, "to") if "to" in given else LATEST
    if start >= end:
        raise BadRequest("`to` is not behind `from`", problem="invalid-range")
    span = TimeRange(start, end)
    judge_span(span, house.section("caldav"), open_start="from" not in given, open_end="to" not in given)
    return span


def whole_span_of(house: House, given: Mapping[str, Any]) -> TimeRange:
    span = span_of(house, given) if "from" in given and "to" in given else None
    if span is None:
        raise BadRequest("both `from` and `to` are needed", problem="invalid-range")
    return span


def _instant(given: Mapping[str, Any], name: str) -> int:
    text = given[name]
    try:
        found = datetime.fromisoformat(text)
        aware = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadRequest(f"`{name}` is no moment: {text[:40]!r}", problem="invalid-range") from error
    return instant_of(aware.replace(tzinfo=None))


def told(instant: int) -> str:
    """RFC 3339, in UTC; of an open end, the first or last moment that there is."""
    return utc_of(instant).isoformat(timespec="seconds") + "Z"
