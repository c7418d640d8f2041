"""SCHEDULE-STATUS of many people at once (RFC 6638 §3.2.9, §7.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import address_of, with_param
from a3dav_content.lines import Component, Property

_PEOPLE = frozenset({"ATTENDEE", "ORGANIZER"})


def marked(found: CalendarObject, statuses: Mapping[str, str]) -> CalendarObject:
    """The object with a status at each of these addresses; the very same where that changes nothing."""
    parts = [_marked(part, statuses) for part in found.calendar.components]
    if all(new is old for new, old in zip(parts, found.calendar.components, strict=True)):
        return found
    return CalendarObject.of(replace(found.calendar, components=parts))


def _marked(component: Component, statuses: Mapping[str, str]) -> Component:
    properties = [_with_status(entry, statuses) for entry in component.properties]
    if all(new is old for new, old in zip(properties, component.properties, strict=True)):
        return component
    return replace(component, properties=properties)


def _with_status(entry: Property, statuses: Mapping[str, str]) -> Property:
    status = statuses.get(address_of(entry)) if entry.name in _PEOPLE else None
    if status is None or entry.param("SCHEDULE-STATUS") == status:
        return entry
    return with_param(entry, "SCHEDULE-STATUS", status)
