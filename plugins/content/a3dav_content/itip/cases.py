"""One message on its way into a user's copy: what it is judged and applied with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import address_of, attendee, attendees, organizer_of
from a3dav_content.itip.messages import Message, message, stamped
from a3dav_content.itip.outgoing import request_for
from a3dav_content.itip.own_copy import Copy
from a3dav_content.itip.past import Past, Revision, revision_of
from a3dav_content.itip.received import Change, Received, Verdict
from a3dav_content.lines import Component


@dataclass(slots=True)
class Case:
    """`copy` is what the user has, and is rewritten; `changed` and `reply` are gathered on the way."""

    message: Message
    stored: CalendarObject | None
    me: frozenset[str]
    now: int
    past: Past
    copy: Copy | None = None
    changed: list[Change] = field(default_factory=list)
    reply: list[Message] = field(default_factory=list)
    newcomers: set[str] = field(default_factory=set)
    """Delegates, who have the object from their delegator, as that one knew it."""

    def told(self) -> dict[int | None, Component]:
        """The components of the message by the instances of the user's own series."""
        series = self.copy.found if self.copy is not None and self.copy.master is not None else None
        return self.message.places(series)

    def blank(self) -> Copy:
        """A copy without any component, with the head of the user's own calendar and all time zones at hand."""
        said = Copy(self.message.object(), None if self.copy is None else self.copy.budget)
        if self.copy is not None:
            said.calendar = self.copy.calendar
            said.timezones = {**self.copy.timezones, **said.timezones}
        said.parts = {}
        return said

    def rewritable(self) -> Copy:
        """What the user has, to be changed here and there."""
        copy = self.blank()
        copy.parts = dict(self.copy.parts) if self.copy is not None else {}
        return copy

    def stored_revision(self, place: int | None) -> Revision | None:
        """What the stored component tells, for objects that came here by another way than by messages."""
        if self.copy is None or self.past.whole is not None or self.past.parts:
            return None
        found = self.copy.parts.get(place)
        return None if found is None else revision_of(found)._replace(digest="")

    def done(self, verdict: Verdict, reason: str = "") -> Received:
        """Nothing is written, though the past may have grown."""
        return Received(verdict, self.stored, self.past.dump(), reply=tuple(self.reply), reason=reason)

    def written(self, copy: Copy) -> Received:
        """The copy as it is now, unless it says what the stored object says."""
        left = copy.object()
        if left is not None and self.stored is not None and Copy(left).says_what(Copy(self.stored)):
            return self.done(Verdict.NOTHING_NEW)
        return Received(Verdict.APPLIED, left, self.past.dump(), tuple(self.changed), tuple(self.reply))

    def answer(self, method: str, components: Iterable[Component], to: str = "") -> None:
        """Sends something back to the one who wrote, or to somebody else."""
        made = [stamped(component, self.now) for component in components]
        mine = _who_i_am(self.message, self.stored, self.me)
        self.reply.append(message(method, mine, to or self.message.originator, made, self.blank().timezones))

    def resend(self, attendee: str, found: CalendarObject) -> None:
        """Sends an attendee what they may see of the object as it is."""
        told = request_for(found, attendee, self.now)
        if told is not None:
            self.reply.append(told)
            self.past.note(told)

    def refresh(self) -> None:
        """Asks the organizer for the whole (RFC 5546 §4.7.2)."""
        told = self.message.components[0]
        mine = next((entry for entry in told.all("ATTENDEE") if address_of(entry) in self.me), None)
        organizer = told.first("ORGANIZER")
        if mine is not None and organizer is not None:
            kept = [entry for entry in told.properties if entry.name in {"UID", "DTSTAMP"}]
            plain = replace(mine, params=())
            asked = Component(told.name, [*kept, replace(organizer, params=()), plain])
            asked = stamped(asked, self.now)
            self.reply.append(message("REFRESH", address_of(mine), address_of(organizer), [asked], {}))


def _who_i_am(told: Message, stored: CalendarObject | None, me: frozenset[str]) -> str:
    places = [*told.components, *(stored.components if stored is not None else [])]
    for component in places:
        entry = attendee(component, me)
        if entry is not None:
            return address_of(entry)
        if organizer_of(component) in me:
            return organizer_of(component)
    return told.recipient


def concerns(component: Component, me: frozenset[str]) -> bool:
    return bool(attendees(component).keys() & me)
