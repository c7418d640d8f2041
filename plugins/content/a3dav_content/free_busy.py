"""Busy time out of calendar objects (RFC 4791 §7.10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from a3dav_content.availability import KINDS, Availability, availabilities, joined, unavailable
from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import PRODID, CalendarObject
from a3dav_content.dates import format_utc
from a3dav_content.lines import Component, Property, serialise
from a3dav_content.occurrences import Instances, overlaps
from a3dav_content.time_range import BEGINNING, FOREVER, TimeRange, busy_entries
from a3dav_content.timezones import UTC, Zone

Period = tuple[int, int, str]


def busy_periods(
    objects: Iterable[CalendarObject], span: TimeRange, default_zone: Zone = UTC, budget: Budget | None = None
) -> list[Period]:
    """The busy time that objects make inside of the range, by one clock and one budget."""
    budget = budget or Budget()
    return busy_time(told_of(entry, span, default_zone, budget) for entry in objects)


@dataclass(slots=True, frozen=True)
class Told:
    """What one object, or an index of many, says about a range of time."""

    periods: Iterable[Period] = ()
    available: list[Availability] = field(default_factory=list)


def told_of(found: CalendarObject, span: TimeRange, default_zone: Zone, budget: Budget) -> Told:
    if found.component == "VAVAILABILITY":
        return Told(available=list(availabilities(found, span, default_zone, budget)))
    return Told(list(periods_of(found, span, default_zone, budget)))


def busy_time(told: Iterable[Told]) -> list[Period]:
    """Periods by kind, those of one kind joined where they touch, for what was told about one range."""
    available: list[Availability] = []
    periods: list[Period] = []
    for one in told:
        periods += one.periods
        available += one.available
    return merged([*periods, *unavailable(available)] if available else periods)


def merged(periods: Iterable[Period]) -> list[Period]:
    """Periods of many objects in order, those of one kind joined where they touch."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for begin, end, kind in periods:
        found[kind].append((begin, end))
    return sorted((begin, end, kind) for kind, rows in found.items() for begin, end in joined(rows))


def periods_of(found: CalendarObject, span: TimeRange, default_zone: Zone, budget: Budget) -> Iterator[Period]:
    """The busy time that events and VFREEBUSY components make, inside of the range."""
    for begin, end, kind in _busy(found, span, default_zone, budget):
        if max(begin, span.start) < min(end, span.end):
            yield max(begin, span.start), min(end, span.end), kind


def _busy(found: CalendarObject, span: TimeRange, default_zone: Zone, budget: Budget) -> Iterable[Period]:
    instances = Instances(found, default_zone, budget)
    if found.component == "VFREEBUSY":
        for component in found.components:
            for begin, end, kind in busy_entries(component, instances):
                if kind != "FREE":
                    yield begin, end, kind if kind in KINDS else "BUSY"
    if found.component != "VEVENT":
        return
    for occurrence in instances.around(span.start, span.end):
        kind_of = kind_of_event(occurrence.component)
        if kind_of and overlaps(occurrence.start, occurrence.end, span.start, span.end):
            yield occurrence.start, occurrence.end, kind_of


def kind_of_event(event: Component) -> str:
    """RFC 4791 §7.10: neither transparent nor cancelled events make busy."""
    if (event.value("TRANSP") or "").strip().upper() == "TRANSPARENT":
        return ""
    status = (event.value("STATUS") or "").strip().upper()
    return {"CANCELLED": "", "TENTATIVE": "BUSY-TENTATIVE"}.get(status, "BUSY")


def render(periods: Iterable[Period], span: TimeRange, now: int, uid: str) -> bytes:
    """A VFREEBUSY object that answers a free-busy-query."""
    told = [Property("UID", uid), Property("DTSTAMP", format_utc(now))]
    if span.start != BEGINNING:
        told.append(Property("DTSTART", format_utc(span.start)))
    if span.end != FOREVER:
        told.append(Property("DTEND", format_utc(span.end)))
    head = [Property("VERSION", "2.0"), Property("PRODID", PRODID)]
    return serialise(Component("VCALENDAR", head, [Component("VFREEBUSY", [*told, *entries(periods)])]))


def entries(periods: Iterable[Period]) -> Iterator[Property]:
    """The FREEBUSY properties that tell periods."""
    for begin, end, kind in periods:
        params = () if kind == "BUSY" else (("FBTYPE", (kind,)),)
        yield Property("FREEBUSY", f"{format_utc(begin)}/{format_utc(end)}", params)
