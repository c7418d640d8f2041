"""Where the DAV header says that the server schedules (RFC 6638 §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.provisioning import HOME_OWNERS
from a3dav.resources import Resource
from a3dav_scheduling.collections import is_calendar
from a3dav_scheduling.names import CALENDAR_HOME, HOME, INBOX, OUTBOX
from a3dav_scheduling.switches import Mode, mode_of

if TYPE_CHECKING:
    from a3dav.house import House

AUTO_SCHEDULE = "calendar-auto-schedule"
_ALWAYS = HOME_OWNERS | {HOME, INBOX, OUTBOX}


def is_scheduled(house: House, place: Resource) -> bool:
    """In calendars whose clients leave it to the server; a home is what Thunderbird asks in the place of a calendar."""
    if place.kind in _ALWAYS:
        return True
    if place.kind == CALENDAR_HOME:
        calendars = [member for page in house.store.pages(place) for member in page if is_calendar(house, member)]
        return not calendars or Mode.SERVER in mode_of(house.store, calendars)
    return is_calendar(house, place) and mode_of(house.store, [place]) == [Mode.SERVER]
