"""The limits of a calendar (RFC 4791 §5.2.6 to §5.2.9), held against objects and against the ranges of reports."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from a3dav.xml.reading import Element
from a3dav_caldav.errors import refused
from a3dav_caldav.names import caldav
from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import EARLIEST, LATEST, instant_of, moments_of, parse_utc
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import TimeRange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from a3dav.exchange import Exchange
    from a3dav_caldav.settings import CaldavSettings

_DATED = frozenset(
    {
        "DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "RDATE", "EXDATE",
        "COMPLETED", "CREATED", "DTSTAMP", "LAST-MODIFIED", "FREEBUSY", "TRIGGER",
    }
)  # fmt: skip
_RANGES = frozenset(caldav(name) for name in ("time-range", "expand", "limit-recurrence-set", "limit-freebusy-set"))


def first_instant(settings: CaldavSettings) -> int:
    return instant_of(datetime(settings.min_year, 1, 1)) if settings.min_year else EARLIEST


def last_instant(settings: CaldavSettings) -> int:
    return instant_of(datetime(settings.max_year, 12, 31, 23, 59, 59)) if settings.max_year else LATEST


def judge_object(found: CalendarObject, settings: CaldavSettings) -> None:
    _judge_dates(found, settings)
    most = settings.max_attendees
    if most and found.attendee_count > most:
        raise refused("max-attendees-per-instance", f"an instance has more than {most} attendees")
    if settings.max_instances:
        _judge_instances(found, settings.max_instances)


def judge_ranges(exchange: Exchange, report: Element) -> None:
    """§7.8, §7.9: no range of a report reaches beyond the dates that objects may have."""
    settings: CaldavSettings = exchange.house.section("caldav")
    if not (settings.min_year or settings.max_year):
        return
    for element in report.iter(*_RANGES):
        for bound in ("start", "end"):
            try:
                instant = parse_utc(element.get(bound, ""))
            except ContentError:
                continue  # absent, or refused for itself
            _judge_instant(instant, settings, f"the {bound} of a range")


def judge_span(span: TimeRange, settings: CaldavSettings, *, open_start: bool = False, open_end: bool = False) -> None:
    """The same for a range that was read already."""
    if not open_start:
        _judge_instant(span.start, settings, "the start of a range")
    if not open_end:
        _judge_instant(span.end, settings, "the end of a range")


def _judge_dates(found: CalendarObject, settings: CaldavSettings) -> None:
    """Every date that the object names; instances that it does not name may lie anywhere (§5.2.6)."""
    if not (settings.min_year or settings.max_year):
        return
    instances = Instances(found)
    for entry in (entry for component in found.components for entry in _dated(component)):
        try:
            named = [instances.instant(moment) for moment in moments_of(entry)]
        except ContentError:
            continue  # no date, such as the duration of a TRIGGER
        for instant in named:
            _judge_instant(instant, settings, f"{entry.name} in line {entry.line}")


def _dated(component: Component) -> Iterator[Property]:
    yield from (entry for entry in component.properties if entry.name in _DATED)
    for child in component.components:
        yield from _dated(child)


def _judge_instant(instant: int, settings: CaldavSettings, what: str) -> None:
    if instant < first_instant(settings):
        raise refused("min-date-time", f"{what} is before the year {settings.min_year}")
    if instant > last_instant(settings):
        raise refused("max-date-time", f"{what} is behind the year {settings.max_year}")


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
