"""Series and busy times without what lies outside of a range (RFC 4791 §9.6.6, §9.6.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, is_for_the_future
from a3dav_content.time_range import Reach, TimeRange, component_in_range, periods, reach_of


def limit_recurrence_set(instances: Instances, span: TimeRange) -> Component:
    """The master, and those overrides that stand in the range or that replaced an instance in it."""
    found = instances.object
    dropped = _dropped(instances, span)
    components = [c for c in found.calendar.components if id(c) not in dropped]
    if found.component == "VAVAILABILITY":
        components = [_limited_parts(c, instances, span) if c.name == "VAVAILABILITY" else c for c in components]
    return Component("VCALENDAR", found.calendar.properties, components)


def _limited_parts(availability: Component, instances: Instances, span: TimeRange) -> Component:
    """AVAILABLE components recur inside of their VAVAILABILITY (RFC 7953 §3.1)."""
    dropped: set[int] = set()
    for uid in {part.value("UID") for part in availability.sub("AVAILABLE")}:
        parts = [part for part in availability.sub("AVAILABLE") if part.value("UID") == uid]
        dropped |= _dropped(instances.of_parts("AVAILABLE", uid or "", parts), span)
    kept = [part for part in availability.components if id(part) not in dropped]
    return Component(availability.name, availability.properties, kept)


def _dropped(instances: Instances, span: TimeRange) -> set[int]:
    overrides = [component for component in instances.object.overrides if component.first("RECURRENCE-ID") is not None]
    return {id(component) for component in overrides if not _impacts(component, instances, span)}


def _impacts(component: Component, instances: Instances, span: TimeRange) -> bool:
    """An override counts for where its instances are and for where they would have been (§9.6.6)."""
    if component_in_range(component, instances, span):
        return True
    return any(span.meets(reach) for reach in _replaced(component, instances, span))


def _replaced(component: Component, instances: Instances, span: TimeRange) -> Iterator[Reach]:
    """Where the instances of an override would have been."""
    own = [(entry.key, entry.anchor) for entry in instances.overrides if entry.component is component]
    later = instances.of(component, span.start, span.end) if is_for_the_future(component) else ()
    for key, anchor in chain(own, ((entry.key, entry.anchor) for entry in later)):
        original = instances.original(component, key, anchor)
        if original is not None:
            yield reach_of(original)


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
        values = [value for value in entry.value.split(",") if _overlaps(replace(entry, value=value), instances, span)]
        if values:
            kept.append(replace(entry, value=",".join(values)))
    return Component(component.name, kept, component.components)


def _overlaps(entry: Property, instances: Instances, span: TimeRange) -> bool:
    return any(span.meets((begin, end)) for _, begin, end in periods(entry, instances))
