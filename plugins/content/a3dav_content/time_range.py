"""When a component overlaps a range of time (RFC 4791 §9.9, RFC 7953 §7.2.2).

Every row of the tables comes down to one test: a range meets a reach when it starts before the reach ends and
ends behind where the reach begins. Instants are whole seconds, so that a row with <= is a reach a second longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a3dav_content.dates import DAY, EARLIEST, LATEST, Moment, moment_of, parse_duration, parse_moment
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence

Reach = tuple[int, int]
BEGINNING, FOREVER = EARLIEST - 2 * DAY, LATEST + 2 * DAY
"""The open ends of a range, beyond every time in every zone."""
ALWAYS: Reach = (BEGINNING - 1, FOREVER + 1)


@dataclass(slots=True, frozen=True)
class TimeRange:
    """Instants, the end not included."""

    start: int = BEGINNING
    end: int = FOREVER

    def meets(self, reach: Reach) -> bool:
        return self.start < reach[1] and self.end > reach[0]

    def holds(self, instant: int) -> bool:
        return self.start <= instant < self.end


def reach_of(found: Occurrence) -> Reach:
    """The rows for components that have a DTSTART, for one instance."""
    kind, begin, end = found.component.name, found.start, found.end
    if kind == "VTODO":
        return _reach_of_todo(found)
    if kind == "VJOURNAL" and not found.is_date:
        return begin, begin + 1
    if kind == "VFREEBUSY":
        return begin, end + 1
    if kind == "VAVAILABILITY" and _is_open(found.component):
        return begin, ALWAYS[1]
    if end > begin or found.component.first("DTEND") is not None:
        return begin, end
    return begin, begin + 1


def _reach_of_todo(found: Occurrence) -> Reach:
    begin, finish = found.start, found.end
    if found.component.first("DURATION") is not None:
        return min(begin, finish - 1), finish + 1
    if found.component.first("DUE") is not None:
        return min(begin, finish - 1), max(finish, begin + 1)
    return begin, begin + 1


def _is_open(availability: Component) -> bool:
    return availability.first("DTEND") is None and availability.first("DURATION") is None


def is_startless(component: Component) -> bool:
    """True for a component whose row asks for something other than where its instances are."""
    if component.name == "VFREEBUSY" and component.first("DTEND") is None:
        return True
    return component.first("DTSTART") is None


def startless_reaches(component: Component, instances: Instances) -> list[Reach]:
    """The rows for components without a DTSTART, or without an end where it takes both."""
    if component.name == "VTODO":
        return [_reach_of_startless_todo(component, instances)]
    if component.name == "VFREEBUSY":
        return [(begin, end) for begin, end, _ in busy_entries(component, instances)]
    if component.name == "VAVAILABILITY":
        end = component.first("DTEND")
        return [ALWAYS if end is None else (ALWAYS[0], instances.instant(moment_of(end)))]
    if component.name == "VEVENT" and instances.object.calendar.first("METHOD") is not None:
        return [ALWAYS]  # RFC 6638 §2.3
    return []


def _reach_of_startless_todo(component: Component, instances: Instances) -> Reach:
    due, completed, created = (_instant(component, name, instances) for name in ("DUE", "COMPLETED", "CREATED"))
    if due is not None:
        return due - 1, due
    if completed is not None:
        other = completed if created is None else created
        return min(completed, other) - 1, max(completed, other) + 1
    return ALWAYS if created is None else (created, ALWAYS[1])


def _instant(component: Component, name: str, instances: Instances) -> int | None:
    entry = component.first(name)
    return None if entry is None else instances.instant(moment_of(entry))


def component_in_range(component: Component, instances: Instances, span: TimeRange) -> bool:
    """Whether any instance that the component describes overlaps the range."""
    if is_startless(component):
        return any(map(span.meets, startless_reaches(component, instances)))
    return any(span.meets(reach_of(found)) for found in instances.of(component, span.start, span.end))


def busy_entries(component: Component, instances: Instances) -> Iterator[tuple[int, int, str]]:
    """The periods of the FREEBUSY properties of a component, with their FBTYPE."""
    for entry in component.all("FREEBUSY"):
        kind = (entry.param("FBTYPE") or "BUSY").upper()
        for _, start, end in periods(entry, instances):
            yield start, end, kind


def periods(entry: Property, instances: Instances) -> Iterator[tuple[Moment, int, int]]:
    """The dates, times and periods of a property, each as the moment it begins with and its two instants."""
    tzid = (entry.param("TZID") or "").strip()
    for value in entry.value.split(","):
        begin, _, rest = value.strip().partition("/")
        if not begin:
            continue
        instances.budget.spend()
        moment = parse_moment(begin, tzid, entry.line)
        start = end = instances.instant(moment)
        if rest.lstrip("+-").startswith("P"):
            end = start + max(0, parse_duration(rest, entry.line).total)
        elif rest:
            end = max(start, instances.instant(parse_moment(rest, tzid, entry.line)))
        yield moment, start, end
