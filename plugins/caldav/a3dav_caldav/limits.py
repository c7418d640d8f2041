"""The first and the last year of calendars, as reports have to keep to them (RFC 4791 §7.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.xml.reading import Element
from a3dav_caldav.errors import refused
from a3dav_caldav.names import caldav

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav_caldav.settings import CaldavSettings

_RANGES = frozenset(caldav(name) for name in ("time-range", "expand", "limit-recurrence-set", "limit-freebusy-set"))


def refuse_out_of_limits(exchange: Exchange, body: Element) -> None:
    settings: CaldavSettings = exchange.house.section("caldav")
    if not (settings.min_year or settings.max_year):
        return
    ends = [element.get(end, "") for element in body.iter() if element.tag in _RANGES for end in ("start", "end")]
    years = [int(end[:4]) for end in ends if end[:4].isdecimal()]
    if settings.min_year and min(years, default=9999) < settings.min_year:
        raise refused("min-date-time", f"calendars begin with the year {settings.min_year}")
    if settings.max_year and max(years, default=0) > settings.max_year:
        raise refused("max-date-time", f"calendars end with the year {settings.max_year}")
