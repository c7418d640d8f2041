"""When a component overlaps a range of time (RFC 4791 §9.9, RFC 7953 §7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a3dav_content.dates import DAY, EARLIEST, LATEST, Clock, Moment, moment_of, parse_duration, parse_moment
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence

MAX_REPEAT = 1000
MAX_DIGITS = 9


@dataclass(slots=True, frozen=True)
class TimeRange:
    """Instants; an open end is the end of the calendar."""

    start: int = EARLIEST
    end: int = LATEST


def instance_overlaps(found: Occurrence, span: TimeRange) -> bool:
    """The rows for components that have a DTSTART."""
    kind = found.component.name
    if kind == "VTODO":
        return _todo_overlaps(found, span)
    if kind == "VJOURNAL" and not found.is_date:
        return span.start <= found.start < span.end
    if kind == "VFREEBUSY":
        return not is_startless(found.component) and span.start <= found.end and span.end > found.start
    if kind == "VAVAILABILITY" and _is_open(found.component):
        return span.end > found.start
    if found.end > found.start or found.component.first("DTEND") is not None:
        return span.start < found.end and span.end > found.start
    return span.start <= found.start < span.end


def _todo_overlaps(found: Occurrence, span: TimeRange) -> bool:
    begin, finish = found.start, found.end
    if found.component.first("DURATION") is not None:
        return span.start <= finish and (span.end > begin or span.end >= finish)
    if found.component.first("DUE") is not None:
        return (span.start < finish or span.start <= begin) and (span.end > begin or span.end >= finish)
    return span.start <= begin < span.end


def _is_open(availability: Component) -> bool:
    return availability.first("DTEND") is None and availability.first("DURATION") is None


def is_startless(component: Component) -> bool:
    """True for a component whose row asks for something other than where its instances are."""
    if component.name == "VFREEBUSY" and component.first("DTEND") is None:
        return True
    return component.first("DTSTART") is None


def startless_overlaps(component: Component, instances: Instances, span: TimeRange) -> bool:
    """The rows for components without a DTSTART, or without an end where it takes both."""
    if component.name == "VTODO":
        return _startless_todo_overlaps(component, instances, span)
    if component.name == "VFREEBUSY":
        return any(span.start < end and span.end > begin for begin, end, _ in busy_entries(component, instances))
    if component.name == "VAVAILABILITY":
        end = component.first("DTEND")
        return end is None or span.start < instances.instant(moment_of(end))
    return False


def _startless_todo_overlaps(component: Component, instances: Instances, span: TimeRange) -> bool:
    due, completed, created = (_instant(component, name, instances) for name in ("DUE", "COMPLETED", "CREATED"))
    if due is not None:
        return span.start < due <= span.end
    if completed is not None and created is not None:
        first, last = min(completed, created), max(completed, created)
        return span.start <= last and span.end >= first
    if completed is not None:
        return span.start <= completed <= span.end
    return created is None or span.end > created


def _instant(component: Component, name: str, instances: Instances) -> int | None:
    entry = component.first(name)
    return None if entry is None else instances.instant(moment_of(entry))


def busy_entries(component: Component, instances: Instances) -> Iterator[tuple[int, int, str]]:
    """The periods of the FREEBUSY properties of a component, with their FBTYPE."""
    for entry in component.all("FREEBUSY"):
        kind = (entry.param("FBTYPE") or "BUSY").upper()
        for _, start, end in periods(entry, instances):
            if end != start:
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


def alarm_offsets(alarm: Component) -> tuple[str, range] | None:
    """What a relative alarm counts from ("START" or "END") and its triggers in seconds; None if absolute."""
    trigger = alarm.first("TRIGGER")
    if trigger is None or (trigger.param("VALUE") or "").upper() == "DATE-TIME" or not _is_duration(trigger):
        return None
    first = parse_duration(trigger.value, trigger.line).total
    related = (trigger.param("RELATED") or "START").upper()
    return related, _triggers(alarm, first)


def absolute_triggers(alarm: Component, instances: Instances) -> range:
    trigger = alarm.first("TRIGGER")
    if trigger is None or _is_duration(trigger):
        return range(0)
    return _triggers(alarm, instances.instant(parse_moment(trigger.value, "", trigger.line)))


def _is_duration(trigger: Property) -> bool:
    return trigger.value.strip().lstrip("+-").startswith("P")


def _triggers(alarm: Component, first: int) -> range:
    """When an alarm goes off, again and again; never a list, since there are many alarms to an object."""
    repeat, every = alarm.value("REPEAT") or "0", alarm.value("DURATION")
    digits = repeat.strip()
    count = min(int(digits[:MAX_DIGITS]), MAX_REPEAT) if digits.isascii() and digits.isdecimal() else 0
    step = parse_duration(every).total if every else 0
    return range(first, first + (count + 1) * step, step) if step else range(first, first + 1)


def _any_within(triggers: range, low: int, high: int) -> bool:
    """Whether one lies in [low, high)."""
    rising = triggers if triggers.step > 0 else triggers[::-1]
    place = max(0, -((rising.start - low) // rising.step))
    return place < len(rising) and rising[place] < high


def alarm_overlaps(alarm: Component, parent: Component, instances: Instances, span: TimeRange) -> bool:
    """True when the alarm goes off in the range, for any instance of its parent."""
    if _any_within(absolute_triggers(alarm, instances), span.start, span.end):
        return True
    relative = alarm_offsets(alarm)
    if relative is None:
        return False
    related, offsets = relative
    earliest, latest = sorted((offsets[0], offsets[-1]))
    low, high = span.start - latest, span.end - earliest
    for found in instances.of(parent, max(low, EARLIEST), min(high, LATEST)):
        base = found.end if related == "END" else found.start
        if _any_within(offsets, span.start - base, span.end - base):
            return True
    return _startless_alarm(related, offsets, parent, instances, span)


def _startless_alarm(related: str, offsets: range, parent: Component, instances: Instances, span: TimeRange) -> bool:
    """An alarm related to the end of a to-do that has DUE alone."""
    if parent.first("DTSTART") is not None or related != "END":
        return False
    due = _instant(parent, "DUE", instances)
    return due is not None and _any_within(offsets, span.start - due, span.end - due)


def property_overlaps(entry: Property, instances: Instances, span: TimeRange) -> bool:
    """RFC 4791 §9.7.2: a date, a time or a period of the property lies in the range."""
    try:
        found = list(periods(entry, instances))
    except LimitExceeded:
        raise
    except ContentError:  # no date, so in no range
        return False
    for moment, start, finish in found:
        end = start + DAY if moment.clock is Clock.DATE and finish == start else finish
        if (start < span.end and end > span.start) or span.start <= start < span.end:
            return True
    return False
