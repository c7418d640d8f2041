"""Whether what a message changed is more than who takes part (RFC 6638 §3.2.10)."""

from __future__ import annotations

from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.places import places
from a3dav_content.lines import Component, Property, line_of

_OF_SERVERS = frozenset({"DTSTAMP", "LAST-MODIFIED", "CREATED", "REQUEST-STATUS"})
_OF_REPLIES = frozenset({"PARTSTAT", "SCHEDULE-STATUS", "RSVP", "DELEGATED-TO", "DELEGATED-FROM"})


def is_of_consequence(before: CalendarObject, after: CalendarObject) -> bool:
    old, new = places(before), places(after)
    return old.keys() != new.keys() or any(_said(one) != _said(new[place]) for place, one in old.items())


def _said(component: Component) -> tuple[object, ...]:
    told = (_line(entry) for entry in component.properties if entry.name not in _OF_SERVERS)
    return component.name, sorted(told), sorted(map(_said, component.components), key=repr)


def _line(entry: Property) -> str:
    if entry.name != "ATTENDEE":
        return line_of(entry)
    return line_of(replace(entry, params=tuple(pair for pair in entry.params if pair[0] not in _OF_REPLIES)))
