"""Calendar files for `a3dav import` and `a3dav export`."""

from __future__ import annotations

from a3dav.registries import ContentType
from a3dav_caldav.names import CALENDAR, CALENDARS
from a3dav_content import jcal, jcal_reading
from a3dav_content.calendar_files import same, split
from a3dav_content.calendar_objects import CalendarObject, join
from a3dav_content.errors import ContentError


def _collection(body: bytes) -> str:
    """To-dos have a default calendar of their own."""
    try:
        return "tasks" if CalendarObject.parse(body).component == "VTODO" else "calendar"
    except ContentError:
        return "calendar"  # whose validation says what is wrong


CALENDAR_FILES = ContentType(
    ".ics", "text/calendar", CALENDARS, CALENDAR, split, _collection, join,
    aliases=("application/ics", "text/x-vcalendar"), converters={jcal.MEDIA_TYPE: jcal_reading.as_text}, same=same,
)  # fmt: skip
