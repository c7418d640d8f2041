"""Delegation as the organizer keeps it (RFC 5546 §3.2.2.3, §4.2.5 to §4.2.7)."""

from __future__ import annotations

from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import (
    attendee,
    attendees,
    delegated_from,
    delegated_to,
    normal,
    partstat,
    with_param,
)
from a3dav_content.itip.cases import Case
from a3dav_content.itip.meaning import is_live
from a3dav_content.itip.messages import Message, message, sequence_of, stamped
from a3dav_content.lines import Component, Property

MOST = 20
"""So many delegates one attendee may name."""


def delegate(case: Case, target: Component, place: int | None, address: str, said: Property) -> Component:
    """The attendee as one who delegates, and each delegate as an attendee who is still to answer."""
    entry = attendees(target)[address]
    named = said.params_named("DELEGATED-TO")[:MOST]
    new = with_param(entry, "DELEGATED-TO", *named)
    for name in ("ROLE", "RSVP"):  # §3.2.2.3: so they say whether they still want to hear of it
        values = said.params_named(name)
        new = with_param(new, name, *values) if values else new
    found = _exchanged(target, entry, new)
    for written in named:
        found = _with_delegate(case, found, place, entry, written)
    return found


def _with_delegate(case: Case, target: Component, place: int | None, delegator: Property, written: str) -> Component:
    address = normal(written)
    known = attendees(target).get(address)
    if not address or address == normal(delegator.value):
        return target
    if known is not None:
        if normal(delegator.value) in delegated_from(known):
            return target
        names = [*known.params_named("DELEGATED-FROM"), delegator.value]
        return _exchanged(target, known, with_param(known, "DELEGATED-FROM", *names))
    case.newcomers.add(address)
    held = case.past.answers.get(address, {}).get(place)
    answer = held.held if held is not None and held.held not in {"", "-"} else "NEEDS-ACTION"
    params = (("PARTSTAT", (answer,)), ("RSVP", ("TRUE",)), ("DELEGATED-FROM", (delegator.value,)))
    role = tuple(pair for pair in delegator.params if pair[0] == "ROLE")
    added = Property("ATTENDEE", written, (*role, *params))
    return replace(target, properties=[*target.properties, added])


def take_back(case: Case, target: Component, address: str) -> Component:
    """The attendee comes themselves after all; a delegate who has not declined hears that they need not."""
    entry = attendees(target)[address]
    found = _exchanged(target, entry, with_param(entry, "DELEGATED-TO"))
    for name in delegated_to(entry):
        known = attendees(found).get(name)
        if known is None or delegated_from(known) != (address,):
            continue
        found = replace(found, properties=[one for one in found.properties if one is not known])
        if partstat(known) != "DECLINED":
            _uninvite(case, target, known)
    return found


def _uninvite(case: Case, target: Component, entry: Property) -> None:
    kept = [one for one in target.properties if one.name in {"UID", "DTSTAMP", "ORGANIZER", "RECURRENCE-ID"}]
    number = Property("SEQUENCE", str(sequence_of(target) + 1))
    cancelled = Component(target.name, [*kept, number, Property("ATTENDEE", entry.value)])
    case.answer("CANCEL", [cancelled], to=normal(entry.value))


def release(case: Case, before: CalendarObject, after: CalendarObject | None) -> list[Message]:
    """Tells those to whom the user delegated, and of whom the organizer does not know, that it is no more."""
    known = {address for component in _live(after) for address in attendees(component)}
    source = _live(before)[:1]
    lost = sorted(_delegates(_live(before), case.me) - known) if source else []
    mine = attendee(source[0], case.me) if source else None
    if not lost or mine is None:
        return []
    number = max(case.message.sequence, *map(sequence_of, before.components)) + 1
    kept = [entry for entry in source[0].properties if entry.name in {"UID", "DTSTAMP", "ORGANIZER"}]
    head = stamped(Component(before.component, [*kept, Property("SEQUENCE", str(number))]), case.now)
    people = [Property("ATTENDEE", address, (("DELEGATED-FROM", (mine.value,)),)) for address in lost]
    cancelled = [replace(head, properties=[*head.properties, person]) for person in people]
    return [message("CANCEL", normal(mine.value), one.properties[-1].value, [one], {}) for one in cancelled]


def _live(found: CalendarObject | None) -> list[Component]:
    return [component for component in found.components if is_live(component)] if found is not None else []


def _delegates(components: list[Component], me: frozenset[str]) -> set[str]:
    entries = (attendee(component, me) for component in components)
    return {address for entry in entries if entry is not None for address in delegated_to(entry)}


def _exchanged(component: Component, entry: Property, other: Property) -> Component:
    return replace(component, properties=[other if one is entry else one for one in component.properties])
