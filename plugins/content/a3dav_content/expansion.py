"""Series reduced to what a client asked for (RFC 4791 §9.6.5 to §9.6.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY, Clock, format_date, format_local, format_utc, moment_of, parse_duration, plus
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.time_range import (
    TimeRange,
    busy_entries,
    instance_overlaps,
    is_startless,
    startless_overlaps,
)

_SERIES = {"RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"}
_MADE_ANEW = {"DTSTART", "DTEND", "DUE", "DURATION"}


def expand(instances: Instances, span: TimeRange) -> Component:
    """Each instance in the range as a component of its own, in UTC, without rules and time zones."""
    found = instances.object
    expanded: list[Component] = []
    recurs = instances.recurs()
    for occurrence in instances.around(span.start, span.end):
        if instance_overlaps(occurrence, span):
            instances.budget.spend(20)
            expanded.append(_instance(occurrence, instances, recurs))
    expanded.sort(key=lambda component: component.value("DTSTART") or "")
    expanded.extend(
        _in_utc(component, instances)
        for component in found.components
        if is_startless(component) and startless_overlaps(component, instances, span)
    )
    return Component("VCALENDAR", found.calendar.properties, expanded)


def _instance(found: Occurrence, instances: Instances, recurs: bool) -> Component:
    source = _in_utc(found.component, instances)
    properties = [entry for entry in source.properties if entry.name not in _SERIES | _MADE_ANEW]
    properties.append(_start(found))
    properties += _end(found)
    if recurs:
        properties.append(_recurrence_id(found))
    return Component(source.name, properties, source.components)


def _start(found: Occurrence) -> Property:
    return _date("DTSTART", found.local) if found.is_date else _time("DTSTART", found, found.local, found.start)


def _end(found: Occurrence) -> list[Property]:
    """The end in the form the component gave it, where that form still means the same in UTC."""
    component = found.component
    length = found.end - found.start
    for name in ("DTEND", "DUE"):
        if component.first(name) is not None:
            if found.is_date:
                days = max(1, round(length / DAY))
                return [_date(name, plus(found.local, timedelta(days=days)))]
            return [_time(name, found, plus(found.local, timedelta(seconds=length)), found.end)]
    if found.is_date:
        return component.all("DURATION")
    duration = component.first("DURATION")
    if length == (0 if duration is None else parse_duration(duration.value, duration.line).total):
        return component.all("DURATION")
    name = "DUE" if component.name == "VTODO" else "DTEND"
    return [_time(name, found, plus(found.local, timedelta(seconds=length)), found.end)]


def _recurrence_id(found: Occurrence) -> Property:
    if found.is_date:
        return _date("RECURRENCE-ID", found.key)
    return _time("RECURRENCE-ID", found, found.key, found.anchor)


def _time(name: str, found: Occurrence, local: datetime, instant: int) -> Property:
    """In UTC what refers to a time zone; a floating time is the same on every clock, and stays so (RFC 4791 §9.6.5)."""
    return Property(name, format_local(local) if found.clock is Clock.FLOATING else format_utc(instant))


def _date(name: str, local: datetime) -> Property:
    return Property(name, format_date(local), (("VALUE", ("DATE",)),))


def _in_utc(component: Component, instances: Instances) -> Component:
    """The component with its zoned times in UTC; floating ones stay floating."""
    properties = [_utc_property(entry, instances) for entry in component.properties]
    return Component(component.name, properties, component.components)


def _utc_property(entry: Property, instances: Instances) -> Property:
    if entry.param("TZID") is None or "," in entry.value or "/" in entry.value:
        return entry
    moment = moment_of(entry)
    params = tuple(pair for pair in entry.params if pair[0] != "TZID")
    if moment.clock is not Clock.ZONED:
        return replace(entry, params=params)
    return replace(entry, value=format_utc(instances.instant(moment)), params=params)


def limit_recurrence_set(instances: Instances, span: TimeRange) -> Component:
    """The master, and those overrides that stand in the range or that replaced an instance in it."""
    found: CalendarObject = instances.object
    kept = {id(found.master)} if found.master is not None else set()
    for occurrence in instances.overridden():
        if instance_overlaps(occurrence, span) or _replaced_in(occurrence, instances, span):
            kept.add(id(occurrence.component))
    mains = {id(component) for component in found.components}
    components = [c for c in found.calendar.components if id(c) not in mains or id(c) in kept]
    return Component("VCALENDAR", found.calendar.properties, components)


def _replaced_in(found: Occurrence, instances: Instances, span: TimeRange) -> bool:
    entry = found.component.first("RECURRENCE-ID")
    if entry is not None and (entry.param("RANGE") or "").upper() == "THISANDFUTURE":
        return found.anchor < span.end
    length = 0
    master = instances.object.master
    original = instances.span(master) if master is not None else None
    if original is not None:
        length = original.length.total
    return found.anchor < span.end and found.anchor + max(length, 1) > span.start


def limit_freebusy_set(instances: Instances, span: TimeRange) -> Component:
    """VFREEBUSY components with those FREEBUSY periods alone that overlap the range."""
    calendar = instances.object.calendar
    components = [
        _limited(component, instances, span) if component.name == "VFREEBUSY" else component
        for component in calendar.components
    ]
    return Component("VCALENDAR", calendar.properties, components)


def _limited(component: Component, instances: Instances, span: TimeRange) -> Component:
    kept: list[Property] = []
    for entry in component.properties:
        if entry.name != "FREEBUSY":
            kept.append(entry)
            continue
        values = [
            value for value in entry.value.split(",") if _period_overlaps(replace(entry, value=value), instances, span)
        ]
        if values:
            kept.append(replace(entry, value=",".join(values)))
    return Component(component.name, kept, component.components)


def _period_overlaps(entry: Property, instances: Instances, span: TimeRange) -> bool:
    one = Component("VFREEBUSY", [entry])
    return any(begin < span.end and end > span.start for begin, end, _ in busy_entries(one, instances))
