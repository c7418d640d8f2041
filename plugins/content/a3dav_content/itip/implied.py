"""The component that says of one instance what its series says (RFC 5545 §3.8.4.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from a3dav_content.dates import Clock, Moment, format_date, format_local, format_utc, moment_of
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.timezones import UTC

SERIES = frozenset({"RRULE", "RDATE", "EXDATE", "EXRULE"})


def implied(found: Occurrence, inside: Instances) -> Component:
    source = found.component
    start = source.first("DTSTART")
    master = inside.object.master
    series = master.first("DTSTART") if master is not None else None
    properties: list[Property] = []
    for entry in source.properties:
        if entry is start:
            properties.append(moment_property("RECURRENCE-ID", found.key, series or entry))
            properties.append(_moved(entry, found, inside))
        elif entry.name in {"DTEND", "DUE"}:
            properties.append(_moved(entry, found, inside))
        elif entry.name not in SERIES and entry.name != "RECURRENCE-ID":
            properties.append(entry)
    return replace(source, properties=properties)


def _moved(entry: Property, found: Occurrence, inside: Instances) -> Property:
    moment = moment_of(entry)
    if entry.name == "DTSTART":
        return replace(entry, value=_written(found.local, moment.clock, found.start))
    return replace(entry, value=_written(inside.zone(moment).local(found.end), moment.clock, found.end))


def moment_property(name: str, moment: Moment, like: Property) -> Property:
    """A property for a moment whose clock is that of another property."""
    params = tuple(pair for pair in like.params if pair[0] in {"TZID", "VALUE"})
    instant = UTC.instant(moment.local) if moment.clock is Clock.UTC else 0
    return Property(name, _written(moment.local, moment.clock, instant), params)


def _written(local: datetime, clock: Clock, instant: int) -> str:
    if clock is Clock.DATE:
        return format_date(local)
    return format_utc(instant) if clock is Clock.UTC else format_local(local)
