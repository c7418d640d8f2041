"""The calendar-multiget report (RFC 4791 §7.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.exchange import Response
from a3dav.multiget import hrefs_of, multiget
from a3dav.xml.reading import Element
from a3dav_caldav.calendar_data import SHAPED_MICROSECONDS, WantedCalendar, wanted_data
from a3dav_caldav.effort import settled
from a3dav_caldav.limits import judge_ranges

if TYPE_CHECKING:
    from a3dav.exchange import Exchange


def calendar_multiget(exchange: Exchange, body: Element) -> Response:
    judge_ranges(exchange, body)
    data = _data(exchange, body)
    response = multiget(exchange, body)
    if data is not None and not data.whole:
        return settled(exchange, response)
    return response


def multiget_cost(exchange: Exchange, body: Element) -> int:
    """Whole objects are copied, a piece at a time; parts and expansions take a parser."""
    data = _data(exchange, body)
    return 0 if data is None or data.whole else SHAPED_MICROSECONDS * len(hrefs_of(exchange, body))


def _data(exchange: Exchange, body: Element) -> WantedCalendar | None:
    return exchange.once_read("caldav.data", lambda: wanted_data(body))
