"""An attendee's copy as it is to be kept: what is the organizer's stays as it was (RFC 6638 §3.2.2)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import (
    address_of,
    attendee,
    attendees,
    delegated_from,
    force_send,
    partstat,
    with_param,
)
from a3dav_content.itip.answering import delegates
from a3dav_content.itip.messages import sequence_of, with_value
from a3dav_content.itip.snapshots import Snapshot
from a3dav_content.itip.statuses import PARAMETER_IGNORED
from a3dav_content.lines import Component, Property


def kept_copy(before: Snapshot | None, after: Snapshot, me: Set[str]) -> CalendarObject | None:
    """The object to keep; None where it is what the client wrote."""
    kept = {id(component): _kept(component, place, before, me) for place, component in after.at.items()}
    if all(kept.get(id(component), component) is component for component in after.found.components):
        return None
    calendar = after.found.calendar
    return CalendarObject.of(replace(calendar, components=[kept.get(id(c), c) for c in calendar.components]))


def _kept(component: Component, place: int | None, before: Snapshot | None, me: Set[str]) -> Component:
    prior = before.component(place) if before is not None else None
    if prior is not None and sequence_of(prior) != sequence_of(component):
        component = with_value(component, "SEQUENCE", str(sequence_of(prior)))
    known = _known(prior) if prior is not None else {}
    properties = [_entry(entry, known, me) for entry in component.properties]
    properties += _delegates_of(component, me)
    if len(properties) == len(component.properties) and all(map(_is, properties, component.properties)):
        return component
    return replace(component, properties=properties)


def _is(one: Property, other: Property) -> bool:
    return one is other


def _known(prior: Component) -> dict[str, list[Property]]:
    found: dict[str, list[Property]] = {}
    for entry in prior.all("ATTENDEE"):
        found.setdefault(address_of(entry), []).append(entry)
    return found


def _entry(entry: Property, known: dict[str, list[Property]], me: Set[str]) -> Property:
    """A client may know less than the server of how others replied."""
    if entry.name not in {"ATTENDEE", "ORGANIZER"}:
        return entry
    address = address_of(entry)
    if entry.name == "ATTENDEE" and address not in me and address in known:
        same = any(partstat(other) == partstat(entry) for other in known[address])
        entry = entry if same else known[address][0]
    forced = force_send(entry)
    if forced:
        entry = with_param(entry, "SCHEDULE-FORCE-SEND")
        if forced not in {"REQUEST", "REPLY"}:  # RFC 6638 §7.2
            entry = with_param(entry, "SCHEDULE-STATUS", PARAMETER_IGNORED)
    return entry


def _delegates_of(component: Component, me: Set[str]) -> list[Property]:
    """Those to whom the user has delegated and whom the client has not entered (RFC 5546 §3.2.2.3)."""
    own = attendee(component, me)
    known = attendees(component)
    return [_delegate(own, address) for address in delegates(own) if address not in known] if own is not None else []


def _delegate(own: Property, address: str) -> Property:
    role = own.param("ROLE")
    params = (("ROLE", (role,)),) if role else ()
    said = (("RSVP", ("TRUE",)), ("DELEGATED-FROM", (own.value.strip(),)))
    return Property("ATTENDEE", address, (*params, ("PARTSTAT", ("NEEDS-ACTION",)), *said))


def is_delegate_of(entry: Property, me: Set[str]) -> bool:
    return any(address in me for address in delegated_from(entry))
