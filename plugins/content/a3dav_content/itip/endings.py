"""Series that lose dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from a3dav_content.dates import Clock, format_date, format_local, moment_of, moments_of, utc_of
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances


def until(master: Component, place: int, inside: Instances) -> Component:
    """The master with rules that end before an instance (RFC 5545 §3.3.10: UNTIL has the form of DTSTART)."""
    start = moment_of(master.all("DTSTART")[0])
    before = utc_of(place - 1) if start.clock in {Clock.UTC, Clock.ZONED} else inside.zone(start).local(place - 1)
    until = format_date(before) if start.clock is Clock.DATE else format_local(before)
    until += "Z" if start.clock in {Clock.UTC, Clock.ZONED} else ""
    properties = [_ended(entry, until) if entry.name == "RRULE" else entry for entry in master.properties]
    return replace(master, properties=properties)


def _ended(rule: Property, until: str) -> Property:
    kept = [part for part in rule.value.split(";") if part.partition("=")[0].strip().upper() not in {"COUNT", "UNTIL"}]
    return replace(rule, value=";".join([*kept, f"UNTIL={until}"]))


def without_dates(component: Component, name: str, inside: Instances, unwanted: Callable[[int], bool]) -> Component:
    """A component whose list of dates lacks those at some instants."""
    properties = []
    for entry in component.properties:
        if entry.name != name:
            properties.append(entry)
            continue
        values = [value for value in entry.value.split(",") if value.strip()]
        anchors = [inside.anchor(moment) for moment in moments_of(entry)]
        kept = [value for value, anchor in zip(values, anchors, strict=True) if not unwanted(anchor)]
        if len(kept) == len(values):
            properties.append(entry)
        elif kept:
            properties.append(replace(entry, value=",".join(kept)))
    return replace(component, properties=properties)
