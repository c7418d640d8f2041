"""Which form of a calendar a client likes best, by its Accept header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.representations import quality, ranges_of
from a3dav_caldav.names import CALENDAR_TYPE
from a3dav_content.jcal import MEDIA_TYPE

if TYPE_CHECKING:
    from a3dav.exchange import Request


def prefers_jcal(request: Request) -> bool:
    """Text goes before jCal where both are as welcome."""
    ranges = ranges_of(request.header("accept"))
    return quality(ranges, MEDIA_TYPE) > quality(ranges, CALENDAR_TYPE)
