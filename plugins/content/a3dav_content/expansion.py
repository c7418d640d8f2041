"""Series as the instances that a client asked for (RFC 4791 §9.6.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from a3dav_content.dates import Clock, Moment, format_date, format_local, format_utc, parse_duration, parse_moment, plus
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.time_range import TimeRange, component_in_range, is_startless, reach_of

INSTANCE_STEPS = 20
"""What it costs to write an instance, beside finding it."""
_SERIES = {"RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"}
_MADE_ANEW = {"DTSTART", "DTEND", "DUE", "DURATION"}


def expand(instances: Instances, span: TimeRange) -> Component:
    """Each instance in the range as a component of its own, in UTC, without rules and time zones."""
    found = instances.object
    expanded = _expanded(instances, span)
    if found.component == "VAVAILABILITY":
        expanded = [_with_parts_expanded(component, instances, span) for component in expanded]
    return Component("VCALENDAR", found.calendar.properties, expanded)


def _expanded(instances: Instances, span: TimeRange) -> list[Component]:
    recurs, inside = instances.recurs(), inside_of(instances, span)
    startless = [c for c in instances.object.components if is_startless(c) and component_in_range(c, instances, span)]
    return [_instance(one, instances, recurs) for one in inside] + [_in_utc(c, instances) for c in startless]


def inside_of(instances: Instances, span: TimeRange) -> list[Occurrence]:
    """The instances in the range, in order of time, of components that have a start."""
    known = {id(component) for component in instances.object.components if not is_startless(component)}
    around = instances.around(span.start, span.end)
    inside = [one for one in around if id(one.component) in known and span.meets(reach_of(one))]
    instances.budget.spend(INSTANCE_STEPS * len(inside))
    return sorted(inside, key=lambda one: (one.start, one.anchor))


def _with_parts_expanded(availability: Component, instances: Instances, span: TimeRange) -> Component:
    """RFC 7953 §3.1: AVAILABLE components recur, and the VAVAILABILITY around them does not."""
    uids = dict.fromkeys(part.value("UID") for part in availability.sub("AVAILABLE"))
    kept = [part for part in availability.components if part.name != "AVAILABLE"]
    for uid in uids:
        parts = [part for part in availability.sub("AVAILABLE") if part.value("UID") == uid]
        kept += _expanded(instances.of_parts("AVAILABLE", uid or "", parts), span)
    return Component(availability.name, availability.properties, kept)


def _instance(found: Occurrence, instances: Instances, recurs: bool) -> Component:
    source = _in_utc(found.component, instances)
    properties = [entry for entry in source.properties if entry.name not in _SERIES | _MADE_ANEW]
    properties.append(_at("DTSTART", found.clock, found.local, found.start))
    properties += _end(found)
    if recurs:
        properties.append(_at("RECURRENCE-ID", found.key.clock, found.key.local, found.anchor))
    return Component(source.name, properties, source.components)


def _end(found: Occurrence) -> list[Property]:
    """The end in the form the component gave it, where that form still means the same in UTC."""
    component = found.component
    local = found.zone.local(found.end)
    for name in ("DTEND", "DUE"):
        if component.first(name) is not None:
            if found.is_date:
                local = max(local, plus(found.local, timedelta(days=1)))
            return [_at(name, found.clock, local, found.end)]
    duration = component.first("DURATION")
    length = 0 if duration is None else parse_duration(duration.value, duration.line).total
    if found.is_date or found.end - found.start == length:
        return component.all("DURATION")
    return [_at("DUE" if component.name == "VTODO" else "DTEND", found.clock, local, found.end)]


def _at(name: str, clock: Clock, local: datetime, instant: int) -> Property:
    """In UTC what refers to a time zone; a floating time is the same on every clock, and stays so."""
    if clock is Clock.DATE:
        return Property(name, format_date(local), (("VALUE", ("DATE",)),))
    return Property(name, format_local(local) if clock is Clock.FLOATING else format_utc(instant))


def _in_utc(component: Component, instances: Instances) -> Component:
    """The component with its zoned times in UTC, and those of what stands in it; floating ones stay floating."""
    properties = [_utc_property(entry, instances) for entry in component.properties]
    return Component(component.name, properties, [_in_utc(child, instances) for child in component.components])


def _utc_property(entry: Property, instances: Instances) -> Property:
    tzid = entry.param("TZID")
    if tzid is None:
        return entry
    params = tuple(pair for pair in entry.params if pair[0] != "TZID")
    try:
        values = [_utc_value(value, tzid.strip(), instances) for value in entry.value.split(",")]
    except ContentError:  # not a time, whatever it says
        return replace(entry, params=params)
    return replace(entry, value=",".join(values), params=params)


def _utc_value(value: str, tzid: str, instances: Instances) -> str:
    return "/".join(_utc_time(part.strip(), tzid, instances) for part in value.split("/"))


def _utc_time(value: str, tzid: str, instances: Instances) -> str:
    if value.lstrip("+-").startswith("P"):
        return value
    moment: Moment = parse_moment(value, tzid)
    return format_utc(instances.instant(moment)) if moment.clock is Clock.ZONED else value
