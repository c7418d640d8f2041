"""What each reader of a shared calendar has for themselves in an object, beside what all of them see.

Those are alarms, what clients note about these, and whether the time counts as busy. It is kept as a calendar of the
parts that differ from what is shared, each under the RECURRENCE-ID of its component.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from a3dav_content.calendar_objects import COMPONENTS, CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, Property, line_of, parse, serialise

ALARM, TRANSP = "VALARM", "TRANSP"
_NOTES = ("X-MOZ-LASTACK", "X-MOZ-SNOOZE-TIME")
_VOLATILE = frozenset({"DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "X-MOZ-GENERATION"})
"""What clients set with every write, whatever else they change."""
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
Parts = Mapping[str, Component]


@dataclass(slots=True, frozen=True)
class Split:
    """A body that was sent by a reader, taken apart.

    `body` is what everybody sees from now on, which is the stored one unless the reader `changed` it; `own` is what is
    theirs alone, empty where there is nothing.
    """

    body: bytes
    own: bytes
    changed: bool


def split(sent: bytes, stored: bytes | None) -> Split:
    """Takes apart what somebody sends for an object, or for a new one; raises ContentError."""
    found = CalendarObject.parse(sent)
    if stored is None:
        return Split(_with(sent, found, {}, keep_transp=True), _own(found, found), changed=True)
    before = CalendarObject.parse(stored)
    own = _own(found, before)
    if _shared(found) == _shared(before):
        return Split(stored, own, changed=False)
    return Split(_with(sent, found, _by_key(before), keep_transp=False), own, changed=True)


def merged(body: bytes, own: bytes | None) -> bytes:
    """An object as one sees it who has these parts of their own; the alarms of others are not there."""
    if own is None and not _may_hold_parts(body):
        return body
    try:
        found = CalendarObject.parse(body)
        parts = {_key(component): component for component in parse(own)[0].components} if own else {}
    except ContentError:
        return body
    return _with(body, found, parts, keep_transp=True)


def _may_hold_parts(body: bytes) -> bool:
    text = _FOLD.sub(b"", body).upper()
    return b":VALARM" in text or b"X-MOZ-" in text


def _is_note(entry: Property) -> bool:
    return entry.name.startswith(_NOTES)


def _key(component: Component) -> str:
    entry = component.first("RECURRENCE-ID")
    return f"{(entry.param('TZID') or '').strip()}:{entry.value.strip()}" if entry is not None else ""


def _by_key(found: CalendarObject) -> Parts:
    return {_key(component): component for component in found.components}


def _transp(component: Component | None) -> str:
    value = component.value(TRANSP) if component is not None else None
    return (value or "OPAQUE").strip().upper()


def _own(found: CalendarObject, before: CalendarObject) -> bytes:
    shared = _by_key(before)
    parts = [_own_part(component, shared.get(_key(component)) or before.master) for component in found.components]
    kept = [part for part in parts if part is not None]
    return serialise(Component("VCALENDAR", [], kept)) if kept else b""


def _own_part(component: Component, shared: Component | None) -> Component | None:
    own = [entry for entry in component.properties if _is_note(entry)]
    if _transp(component) != _transp(shared):
        own.append(Property(TRANSP, _transp(component)))
    alarms = list(component.sub(ALARM))
    if not own and not alarms:
        return None
    head = [entry for entry in component.properties if entry.name == "RECURRENCE-ID"]
    return Component(component.name, [*head, *own], alarms)


def _with(body: bytes, found: CalendarObject, parts: Parts, *, keep_transp: bool) -> bytes:
    """The object with these parts in the place of those that it holds; an instance without any has those of the series.

    With `keep_transp` a part that says nothing of TRANSP leaves it as it is.
    """
    calendar = found.calendar
    components = [
        _component_with(component, parts.get(_key(component)) or parts.get(""), keep_transp=keep_transp)
        if component.name in COMPONENTS
        else component
        for component in calendar.components
    ]
    if [*map(_text, components)] == [*map(_text, calendar.components)]:
        return body
    return serialise(Component(calendar.name, calendar.properties, components))


def _component_with(component: Component, part: Component | None, *, keep_transp: bool) -> Component:
    other = part.first(TRANSP) if part is not None else None
    replaces = not keep_transp or other is not None
    kept = [e for e in component.properties if not _is_note(e) and not (replaces and e.name == TRANSP)]
    if replaces and other is not None:
        kept.append(other)
    same = part is not None and _key(part) == _key(component)
    kept += [entry for entry in part.properties if _is_note(entry)] if part is not None and same else []
    others = [child for child in component.components if child.name != ALARM]
    return Component(component.name, kept, [*others, *(part.sub(ALARM) if part is not None else ())])


def _text(component: Component) -> bytes:
    return serialise(component)


def _shared(found: CalendarObject) -> Mapping[str, tuple[object, ...]]:
    """What of an object is everybody's, in a form that does not tell one order of it from another."""
    return {_key(component): tuple(_said(component)) for component in found.components}


def _said(component: Component) -> Iterator[object]:
    yield component.name
    yield Counter(
        line_of(Property(entry.name, entry.value, tuple(sorted(entry.params)), entry.group))
        for entry in component.properties
        if entry.name != TRANSP and entry.name not in _VOLATILE and not _is_note(entry)
    )
    yield Counter(serialise(child) for child in component.components if child.name != ALARM)
