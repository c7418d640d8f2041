"""Managed attachments inside of calendar objects (RFC 8607 §4): who refers to what, and changes of some instances."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import parse_moment
from a3dav_content.errors import ContentError
from a3dav_content.itip.own_copy import Copy
from a3dav_content.lines import Component, Property, encode_param, parse, serialise

ATTACH, MANAGED_ID = "ATTACH", "MANAGED-ID"
HOLDERS = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
MASTER = "M"
"""Stands for what is said of the series itself (RFC 8607 §3.3.2)."""
STEPS = 200_000
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_SERIES = ("RRULE", "RDATE")
_STAMPS = frozenset({"DTSTAMP", "LAST-MODIFIED"})
_OURS = frozenset({MANAGED_ID, "SIZE", "FILENAME"})


class UnknownInstance(ContentError):
    """There is no such instance."""


class UnknownAttachment(ContentError):
    """The instances that are meant have no such attachment."""


def refers(body: bytes) -> bool:
    """False where no line can name a managed attachment, which spares the parser most objects."""
    return MANAGED_ID.encode() in _FOLD.sub(b"", body).upper()


def references(body: bytes) -> list[Property]:
    """The properties that name managed attachments, at any depth; raises ContentError."""
    return references_in(parse(body)) if refers(body) else []


def references_in(found: Sequence[Component]) -> list[Property]:
    return [entry for top in found for entry in _within(top)]


def _within(component: Component) -> Iterator[Property]:
    yield from (entry for entry in component.all(ATTACH) if entry.param(MANAGED_ID))
    for child in component.components:
        yield from _within(child)


def managed_id(entry: Property) -> str:
    return (entry.param(MANAGED_ID) or "").strip()


def property_of(identifier: str, uri: str, media_type: str, size: int, filename: str) -> Property:
    named = (("FILENAME", (encode_param(filename),)),) if filename else ()
    told = ((MANAGED_ID, (identifier,)), ("FMTTYPE", (media_type,)), *named, ("SIZE", (str(size),)))
    return Property(ATTACH, uri, told)


def plain(entry: Property) -> Property:
    """A link to what somebody else manages, as one to what nobody does (RFC 8607 §3.12.7)."""
    return replace(entry, params=tuple(pair for pair in entry.params if pair[0] not in _OURS))


def rewritten(body: bytes, change: Callable[[Property], Property]) -> bytes:
    """The body with each property that names a managed attachment changed."""
    found = parse(body)
    for component in found:
        _rewrite(component, change)
    return b"".join(map(serialise, found))


def _rewrite(component: Component, change: Callable[[Property], Property]) -> None:
    component.properties = [
        change(entry) if entry.name == ATTACH and entry.param(MANAGED_ID) else entry for entry in component.properties
    ]
    for child in component.components:
        _rewrite(child, change)


def added(found: CalendarObject, rids: Sequence[str], entry: Property, stamp: str) -> None:
    """Adds an attachment to these instances, or to all where none is named."""
    for component in _meant(found, rids):
        _set(component, [*component.properties, entry], stamp)


def replaced(found: CalendarObject, identifier: str, entry: Property, stamp: str) -> None:
    """Puts an attachment in the place of another one wherever that stands."""
    touched = [component for component in found.components if _has(component, identifier)]
    if not touched:
        raise UnknownAttachment(f"no attachment has the id {identifier[:80]!r} here")
    for component in touched:
        kept = [entry if _is(old, identifier) else old for old in component.properties]
        _set(component, kept, stamp)


def removed(found: CalendarObject, rids: Sequence[str], identifier: str, stamp: str) -> None:
    """Takes an attachment from these instances, or from all where none is named."""
    if not any(_has(component, identifier) for component in found.components):
        raise UnknownAttachment(f"no attachment has the id {identifier[:80]!r} here")
    touched = [component for component in _meant(found, rids) if _has(component, identifier)]
    if not touched:
        raise UnknownAttachment(f"these instances have no attachment of the id {identifier[:80]!r}")
    for component in touched:
        _set(component, [old for old in component.properties if not _is(old, identifier)], stamp)


def _set(component: Component, properties: list[Property], stamp: str) -> None:
    component.properties = [
        replace(entry, value=stamp, params=()) if entry.name in _STAMPS else entry for entry in properties
    ]


def _is(entry: Property, identifier: str) -> bool:
    return entry.name == ATTACH and managed_id(entry) == identifier


def _has(component: Component, identifier: str) -> bool:
    return any(_is(entry, identifier) for entry in component.properties)


def _meant(found: CalendarObject, rids: Sequence[str]) -> list[Component]:
    """The components of instances; those that have none of their own get one, of what the series says of them."""
    if not rids:
        return found.components
    copy = Copy(found, Budget(STEPS))
    return list({id(one): one for one in [_instance(found, copy, rid) for rid in rids]}.values())


def _instance(found: CalendarObject, copy: Copy, rid: str) -> Component:
    if rid == MASTER:
        if found.master is None:
            raise UnknownInstance("this object has no master")
        return found.master
    for override in found.overrides:
        if override.value("RECURRENCE-ID") == rid:
            return override
    place = copy.regular.instances.anchor(parse_moment(rid))
    if place in copy.parts:
        return copy.parts[place]
    component = copy.at(place) if found.master is not None and any(map(found.master.first, _SERIES)) else None
    if component is None:
        raise UnknownInstance(f"there is no instance at {rid[:40]}")
    copy.parts[place] = component
    found.calendar.components.append(component)
    found.components.append(component)
    return component
