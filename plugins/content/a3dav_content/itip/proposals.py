"""What an attendee asks of an organizer, REFRESH and COUNTER, and the answer no (RFC 5546 §3.2.6 to §3.2.8)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import address_of, attendee, organizer_of
from a3dav_content.itip.constraints import InvalidMessage
from a3dav_content.itip.dating import dated
from a3dav_content.itip.masking import on_behalf, sendable
from a3dav_content.itip.messages import Message, message, sequence_of, stamped, with_value
from a3dav_content.itip.places import place_of
from a3dav_content.itip.snapshots import Snapshot
from a3dav_content.itip.statuses import without_server_params
from a3dav_content.lines import Component, Property, escape_text


def refresh(found: CalendarObject, me: Set[str], now: int, *, place: int | None = None, sent_by: str = "") -> Message:
    """Asks for the latest version of an object or, with the instant of its RECURRENCE-ID, of one instance."""
    snapshot = Snapshot(found)
    source = snapshot.component(place) or found.components[0]
    own = _own(source, me)
    told = [entry for entry in (found.components[0].first("ORGANIZER"), own) if entry is not None]
    if found.component == "VTODO":  # RFC 5546 §3.4.6
        told = [own]
    if place is not None and snapshot.component(place) is not None:
        told += dated(snapshot, place, frozenset()).all("RECURRENCE-ID")
    asked = stamped(Component(found.component, [Property("UID", found.uid), *told]), now)
    return _from_attendee("REFRESH", own, found, asked, sent_by)


def counter(
    found: CalendarObject, proposal: Component, me: Set[str], now: int, *, comment: str = "", sent_by: str = ""
) -> Message:
    """Proposes another time or place; `proposal` is a component of `found` as the attendee would have it."""
    own = _own(proposal, me)
    snapshot = Snapshot(found)
    countered = snapshot.component(place_of(proposal, snapshot.instances)) or found.components[0]
    told = with_value(sendable(proposal, now), "SEQUENCE", str(sequence_of(countered)))
    if comment:
        told = with_value(told, "COMMENT", escape_text(comment))
    return _from_attendee("COUNTER", own, found, told, sent_by)


def decline_counter(proposed: Message, found: CalendarObject, now: int, *, sent_by: str = "") -> Message:
    """Refuses a COUNTER: to its sender, about the same instance, with the sequence that it echoed."""
    if proposed.method != "COUNTER":
        raise InvalidMessage(f"only a COUNTER is declined, and no {proposed.method}")
    source, organizer = proposed.components[0], organizer_of(found.components[0])
    kept = [e for e in source.properties if e.name in {"UID", "RECURRENCE-ID", "ORGANIZER", "SUMMARY", "DTSTART"}]
    entry = attendee(source, {proposed.originator}) or Property("ATTENDEE", proposed.originator)
    kept += [entry, Property("SEQUENCE", str(sequence_of(source)))]
    told = stamped(replace(source, properties=kept, components=[]), now)
    told = on_behalf(told, "ORGANIZER", organizer, sent_by)
    return message("DECLINECOUNTER", organizer, proposed.originator, [told], proposed.object().timezones, sent_by)


def _own(component: Component, me: Set[str]) -> Property:
    entry = attendee(component, me)
    if entry is None:
        raise InvalidMessage("only who is invited may ask", component.line)
    return entry


def _from_attendee(method: str, own: Property, found: CalendarObject, told: Component, sent_by: str) -> Message:
    mine, organizer = address_of(own), organizer_of(found.components[0])
    marked = on_behalf(told, "ATTENDEE", mine, sent_by)
    components = without_server_params(Component("VCALENDAR", components=[marked])).components
    return message(method, mine, organizer, components, found.timezones, sent_by)
