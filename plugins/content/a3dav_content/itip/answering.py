"""Writes what one attendee answers about the instances of an object (RFC 5546 §3.2.3, §3.4.3)."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from a3dav_content.itip.addresses import (
    address_of,
    attendee,
    attendees,
    delegated_to,
    organizer_of,
    partstat,
    with_param,
)
from a3dav_content.itip.dating import dated
from a3dav_content.itip.meaning import QUESTION, RECURRENCE, is_live
from a3dav_content.itip.messages import Message, message, sequence_of, stamped
from a3dav_content.itip.snapshots import Snapshot
from a3dav_content.itip.statuses import SUCCESS, request_status, without_server_params
from a3dav_content.lines import Component, Property

_OF_REPLY = frozenset({"UID", "ORGANIZER"}) | QUESTION
PROGRESS = frozenset({"PERCENT-COMPLETE", "COMPLETED", "STATUS"})
"""What an attendee of a to-do tells beside PARTSTAT."""


@dataclass(slots=True, frozen=True)
class Answers:
    """One attendee before an object."""

    snapshot: Snapshot
    me: Set[str]
    now: int
    sent_by: str = ""

    def entry(self, place: int | None) -> Property | None:
        component = self.snapshot.component(place)
        return None if component is None else attendee(component, self.me)

    def status(self, place: int | None) -> str:
        """PARTSTAT at an instance; "" for one that is not the attendee's, or takes place no more."""
        component, entry = self.snapshot.component(place), self.entry(place)
        return partstat(entry) if component is not None and entry is not None and is_live(component) else ""

    def reply(self, statuses: Mapping[int | None, str], heard: Set[str] = frozenset()) -> Message | None:
        """One message with the status of every instance given; comments that were `heard` are not repeated."""
        places = sorted(statuses, key=lambda place: (place is not None, place or 0))
        told = [self._component(place, statuses[place], heard) for place in places if self.status(place)]
        if not told:
            return None
        components = without_server_params(Component("VCALENDAR", components=told)).components
        originator = next(address_of(entry) for place in places if (entry := self.entry(place)) is not None)
        organizer = organizer_of(self.snapshot.found.components[0])
        return message("REPLY", originator, organizer, components, self.snapshot.found.timezones, self.sent_by)

    def _component(self, place: int | None, status: str, heard: Set[str]) -> Component:
        source, entry = self.snapshot.component(place), self.entry(place)
        if source is None or entry is None:
            raise LookupError("nothing of this attendee stands at this place")
        names = _OF_REPLY if place is None else _OF_REPLY - RECURRENCE
        found = dated(self.snapshot, place, names | (PROGRESS if source.name == "VTODO" else frozenset()))
        own = _bare(with_param(entry, "PARTSTAT", status))
        found.properties.append(with_param(own, "SENT-BY", self.sent_by) if self.sent_by else own)
        found.properties += [_bare(other) for address, other in attendees(source).items() if address in delegates(own)]
        found.properties += [comment for comment in source.all("COMMENT") if comment.value not in heard]
        # Where it is missing the organizer cannot tell a reply to the first revision from one to the last.
        found.properties.append(Property("SEQUENCE", str(sequence_of(source))))
        found.properties.append(request_status(SUCCESS))
        return stamped(found, self.now)


def delegates(entry: Property) -> tuple[str, ...]:
    """Whom an attendee who has delegated has chosen."""
    return delegated_to(entry) if partstat(entry) == "DELEGATED" else ()


def _bare(entry: Property) -> Property:
    """Nobody is asked by a reply, and what a client notes for itself does not go out."""
    params = tuple(pair for pair in entry.params if pair[0] != "RSVP" and not pair[0].startswith("X-"))
    return replace(entry, params=params)
