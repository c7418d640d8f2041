"""The CalDAV-Timezones header (RFC 7809 §7.1): whether data comes with the descriptions of standard time zones.

F leaves them out. T, and saying nothing, gives them, also for objects that were stored without (§3.1.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav_content.zone_references import add_missing, omit_known

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

HEADER = "CalDAV-Timezones"


def zones_wish(exchange: Exchange) -> str:
    return exchange.request.header(HEADER.lower())


def leaves_out(wish: str) -> bool:
    return wish.strip().upper() == "F"


def with_wished_zones(wish: str, body: bytes) -> bytes:
    return omit_known(body) if leaves_out(wish) else add_missing(body)


def tag_of(wish: str) -> str:
    """The form that everybody gets has the tag that `getetag` tells."""
    return "notz" if leaves_out(wish) else ""
