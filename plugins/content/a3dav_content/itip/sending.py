"""Writes the messages of an organizer: REQUEST and PUBLISH of a view, CANCEL of instances."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from a3dav_content.itip.addresses import organizer_of
from a3dav_content.itip.dating import dated
from a3dav_content.itip.masking import View, masked, on_behalf
from a3dav_content.itip.messages import Message, message, stamped
from a3dav_content.itip.snapshots import Snapshot
from a3dav_content.itip.statuses import without_server_params
from a3dav_content.lines import Component, Property

_OF_CANCEL = frozenset({"UID", "DTSTART", "DTEND", "DUE", "DURATION", "SUMMARY", "LOCATION", "ORGANIZER"})


@dataclass(slots=True, frozen=True)
class Gone:
    """What a CANCEL is about: an instance, those after it as well, or the whole; for one attendee or for all."""

    place: int | None
    sequence: int
    for_all: bool = False
    and_after: bool = False


@dataclass(slots=True)
class Sender:
    """Writes messages out of one object."""

    snapshot: Snapshot
    now: int
    sent_by: str = ""
    originator: str = ""
    """The organizer where it is not given; a delegator passes an invitation on (RFC 5546 §3.2.2.3)."""
    _requests: dict[View, Message] = field(default_factory=dict)

    def request(self, recipient: str, view: View) -> Message:
        """Of all that a view shows; the same for all who have the same view."""
        if view not in self._requests:
            self._requests[view] = self._message(self._method, recipient, masked(self.snapshot, view, self.now))
        return self._requests[view].to(recipient)

    @property
    def _method(self) -> str:
        # RFC 5546 §3.5: nobody is invited to a journal, which is published.
        return "PUBLISH" if self.snapshot.found.component == "VJOURNAL" else "REQUEST"

    def cancel(self, recipient: str, gone: Iterable[Gone]) -> Message:
        return self._message("CANCEL", recipient, [self._cancelled(one, recipient) for one in gone])

    def _cancelled(self, gone: Gone, recipient: str) -> Component:
        component = dated(self.snapshot, gone.place, _OF_CANCEL, and_after=gone.and_after)
        invited = self.snapshot.component(gone.place)
        entry = self.snapshot.served(invited).get(recipient) if invited is not None else None
        component.properties += [entry or Property("ATTENDEE", recipient), Property("SEQUENCE", str(gone.sequence))]
        if gone.for_all:
            component.properties.append(Property("STATUS", "CANCELLED"))
        return stamped(component, self.now)

    def _message(self, method: str, recipient: str, components: list[Component]) -> Message:
        organizer = organizer_of(self.snapshot.found.components[0])
        told = [on_behalf(component, "ORGANIZER", organizer, self.sent_by) for component in components]
        if self.snapshot.found.component == "VJOURNAL":
            told = [replace(c, properties=[e for e in c.properties if e.name != "ATTENDEE"]) for c in told]
        inner = without_server_params(Component("VCALENDAR", components=told)).components
        return message(
            method, self.originator or organizer, recipient, inner, self.snapshot.found.timezones, self.sent_by
        )
