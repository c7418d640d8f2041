"""What may be stored in a calendar (RFC 4791 §4.1, §5.3.2.1)."""

from __future__ import annotations

import re

from a3dav.exchange import Body
from a3dav.identifiers import now_ms
from a3dav.writing import WriteContext
from a3dav_caldav.errors import of_content, refused
from a3dav_caldav.limits import judge_object
from a3dav_caldav.names import CALENDAR_TYPE, OBJECT
from a3dav_caldav.properties import components_of
from a3dav_content import jcal, jcal_reading
from a3dav_content.calendar_index import CalendarIndex, strict_index, unreckoned
from a3dav_content.calendar_objects import CalendarObject, read
from a3dav_content.density import refuse_dense
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import Component, Limits, parse
from a3dav_content.zone_references import undescribed

MEDIA_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar", "application/octet-stream", ""})
"""RFC 5545 §8.1, what clients sent before it, and what those say that do not know what they send."""


_CLOSE_SERIES = re.compile(rb"RRULE[^\r\n]*(?:FREQ=(?:DAILY|HOURLY|MINUTELY|SECONDLY)|BYDAY=\w+,\w+,\w)", re.IGNORECASE)


def is_dear(write: WriteContext) -> bool | None:
    """A series of many instances, each of which the index keeps for some years."""
    body = write.body.data if write.kind == OBJECT and write.body is not None else b""
    return True if b"RRULE" in body.upper() and _CLOSE_SERIES.search(body) else None


def validate(write: WriteContext) -> None:
    """Accepts one calendar object of a kind that the calendar takes; its index entry goes along with it."""
    media_type = write.content_type.partition(";")[0].strip().lower()
    if media_type == jcal.MEDIA_TYPE and write.source is None:
        _convert(write)
    elif media_type not in MEDIA_TYPES:
        raise refused("supported-calendar-data", f"a calendar holds text/calendar, not {media_type[:80]!r}")
    try:
        found = write.once(CalendarObject, lambda: CalendarObject.judged(_components(write)))
    except ContentError as error:
        raise of_content(error) from error
    _judge(write, found)
    write.uid = found.uid
    write.content_type = f"{CALENDAR_TYPE}; component={found.component}"
    write.parsed = _entry(found)


def _entry(found: CalendarObject) -> CalendarIndex:
    """Refuses what could make the reports of its calendar too dear; what has no dates is looked at by every query."""
    now = now_ms() // 1000
    try:
        refuse_dense(found, now)
        return strict_index(found, now)
    except LimitExceeded as error:
        raise refused("max-instances", str(error)) from error
    except ContentError:
        return unreckoned(found.component, found.uid)


def _convert(write: WriteContext) -> None:
    """jCal is stored as the text it stands for, which every client reads."""
    try:
        text = jcal_reading.as_text((write.body or Body()).read(), Limits.of(write.house.settings.limits))
    except ContentError as error:
        raise of_content(error) from error
    write.body, write.converted = Body(data=text, length=len(text)), True


def _components(write: WriteContext) -> list[Component]:
    body = (write.body or Body()).read
    return write.once(parse, lambda: read(body(), Limits.of(write.house.settings.limits)))


def _judge(write: WriteContext, found: CalendarObject) -> None:
    stored = write.house.store.properties([write.parent])
    allowed = components_of(stored.get(write.parent.id, {}))
    if found.component not in allowed:
        raise refused(
            "supported-calendar-component",
            f"this calendar holds {', '.join(allowed)}, not {found.component}",
        )
    unknown = undescribed(found)
    if unknown:
        raise refused("valid-timezone", f"there is no VTIMEZONE for {unknown[0][:80]!r}, and no such zone is known")
    judge_object(found, write.house.section("caldav"))
