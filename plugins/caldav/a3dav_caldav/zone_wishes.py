"""The CalDAV-Timezones header (RFC 7809 §7.1): whether data comes with the descriptions of standard time zones.

F leaves them out. T gives them, also for objects that were stored without (§3.1.3). Who says nothing gets what is
stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav_content.timezones import TZDATA_VERSION
from a3dav_content.zone_references import add_missing, omit_known

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

HEADER = "CalDAV-Timezones"
_MADE = "tz" + "".join(filter(str.isalnum, TZDATA_VERSION))


def zones_wish(exchange: Exchange) -> str:
    return exchange.request.header(HEADER.lower())


def leaves_out(wish: str) -> bool:
    return wish.strip().upper() == "F"


def adds(wish: str) -> bool:
    return wish.strip().upper() == "T"


def with_wished_zones(wish: str, body: bytes) -> bytes:
    if leaves_out(wish):
        return omit_known(body)
    return add_missing(body) if adds(wish) else body


def tag_of(wish: str) -> str:
    """What was added is of the data of a day; what was left out is not."""
    return "notz" if leaves_out(wish) else _MADE
