"""What may be stored in a calendar (RFC 4791 §4.1, §5.3.2.1)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from a3dav.exchange import Body
from a3dav.identifiers import now_ms
from a3dav.writing import WriteContext
from a3dav_caldav.errors import of_content, refused
from a3dav_caldav.names import CALENDAR_TYPE
from a3dav_caldav.properties import components_of
from a3dav_content.budget import Budget
from a3dav_content.calendar_index import CalendarIndex, strict_index, unreckoned
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import moments_of
from a3dav_content.density import refuse_dense
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import Limits
from a3dav_content.occurrences import Instances

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_caldav.settings import CaldavSettings

MEDIA_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar", "application/octet-stream", ""})
"""RFC 5545 §8.1, what clients sent before it, and what those say that do not know what they send."""
_DATED = ("DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "RDATE")


def validate(write: WriteContext) -> None:
    """Accepts one calendar object of a kind that the calendar takes; its index entry goes along with it."""
    media_type = write.content_type.partition(";")[0].strip().lower()
    if media_type not in MEDIA_TYPES:
        raise refused("supported-calendar-data", f"a calendar holds text/calendar, not {media_type[:80]!r}")
    try:
        found = CalendarObject.parse((write.body or Body()).read(), _limits(write.house))
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


def _limits(house: House) -> Limits:
    most = house.settings.limits
    return Limits(most.max_object_depth, most.max_object_components, most.max_object_properties, most.max_object_line)


def _judge(write: WriteContext, found: CalendarObject) -> None:
    stored = write.house.store.properties([write.parent])
    allowed = components_of(stored.get(write.parent.id, {}))
    if found.component not in allowed:
        raise refused(
            "supported-calendar-component",
            f"this calendar holds {', '.join(allowed)}, not {found.component}",
        )
    settings: CaldavSettings = write.house.section("caldav")
    _judge_years(found, settings)
    most = settings.max_attendees
    if most and found.attendee_count > most:
        raise refused("max-attendees-per-instance", f"an instance has more than {most} attendees")
    if settings.max_instances:
        _judge_instances(found, settings.max_instances)


def _judge_years(found: CalendarObject, settings: CaldavSettings) -> None:
    if not (settings.min_year or settings.max_year):
        return
    entries = [entry for part in found.components for name in _DATED for entry in part.all(name)]
    years = [moment.local.year for entry in entries for moment in moments_of(entry)]
    if settings.min_year and min(years, default=9999) < settings.min_year:
        raise refused("min-date-time", f"the object has dates before the year {settings.min_year}")
    if settings.max_year and max(years, default=0) > settings.max_year:
        raise refused("max-date-time", f"the object has dates behind the year {settings.max_year}")


def _judge_instances(found: CalendarObject, most: int) -> None:
    """A recurrence without an end has no number of instances, so that the limit is not about it."""
    rules = found.master.all("RRULE") if found.master is not None else []
    if any("COUNT=" not in rule.value.upper() and "UNTIL=" not in rule.value.upper() for rule in rules):
        return
    try:
        given = sum(1 for _ in islice(Instances(found, budget=Budget(100 * most)).all(), most + 1))
    except ContentError:
        given = most + 1
    if given > most:
        raise refused("max-instances", f"the recurrence has more than {most} instances")
