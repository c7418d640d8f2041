"""Time zones that objects refer to by name (RFC 7809 §3.1), with and without their descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.lines import Component
from a3dav_content.timezones import named_zone


def undescribed(found: CalendarObject) -> list[str]:
    """The zones that times of an object are in, and that neither it nor IANA's data describes."""
    names = dict.fromkeys(name for component in found.components for name in zones_of_times(component))
    return [name for name in names if name not in found.timezones and named_zone(name) is None]


def zones_of_times(component: Component) -> Iterator[str]:
    """The names of zones as local times refer to them, in a component and in what it holds."""
    for entry in component.properties:
        tzid = (entry.param("TZID") or "").strip()
        if tzid and not entry.value.rstrip().endswith("Z"):
            yield tzid
    for child in component.components:
        yield from zones_of_times(child)
