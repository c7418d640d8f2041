"""What an organizer's change tells the attendees (RFC 6638 §3.2.1): REQUEST and CANCEL, to each what concerns them."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import EARLIEST, LATEST, Moment
from a3dav_content.itip.addresses import force_send, organizer_of
from a3dav_content.itip.masking import View, at, masked, on_behalf, series_end, view_of
from a3dav_content.itip.meaning import is_live
from a3dav_content.itip.messages import Message, message, sequence_of, stamped
from a3dav_content.itip.revisions import floors_of, revised
from a3dav_content.itip.roles import Outgoing, role_of
from a3dav_content.itip.snapshots import STEPS, Snapshot, differ
from a3dav_content.itip.statuses import without_server_params
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import is_for_the_future

_OF_CANCEL = {"UID", "DTSTART", "DTEND", "DUE", "DURATION", "SUMMARY", "LOCATION", "ORGANIZER"}


def organizer_changes(
    before: CalendarObject | None,
    after: CalendarObject | None,
    me: Set[str],
    now: int,
    *,
    sent_by: str = "",
    budget: Budget | None = None,
) -> Outgoing:
    """Messages of a change by the organizer, and what is to be kept of it.

    An object that is none of this organizer's, before or after, counts as absent: what becomes a private event is
    cancelled for all others, and what becomes a meeting invites them.
    """
    steps = budget or Budget(STEPS)
    old = Snapshot(before, steps) if before is not None and role_of(before, me) == "organizer" else None
    new = Snapshot(after, steps) if after is not None and role_of(after, me) == "organizer" else None
    return _Change(old, new, frozenset(me), now, sent_by).outgoing()


def request_for(found: CalendarObject, address: str, now: int, *, sent_by: str = "") -> Message | None:
    """All that an attendee may see, as the answer to REFRESH; None for who is invited to nothing (RFC 5546 §3.2.6)."""
    snapshot = Snapshot(found)
    view = view_of(snapshot, address)
    return _Sender(snapshot, now, sent_by).request(address, view) if view else None


def cancel_for(found: CalendarObject, address: str, now: int, *, sent_by: str = "") -> Message:
    """Tells someone that they are not invited (RFC 5546 §3.2.2.6, §3.2.3)."""
    sender = _Sender(Snapshot(found), now, sent_by)
    place = None if found.master is not None else min(sender.snapshot.places)
    return sender.cancel(address, [Gone(place, sequence_of(found.components[0]))])


@dataclass(slots=True, frozen=True)
class Gone:
    """What a CANCEL is about: an instance, those after it as well, or the whole; for one attendee or for all."""

    place: int | None
    sequence: int
    for_all: bool = False
    and_after: bool = False


@dataclass(slots=True)
class _Sender:
    """Writes messages out of one object."""

    snapshot: Snapshot
    now: int
    sent_by: str
    _requests: dict[View, Message] = field(default_factory=dict)

    @property
    def organizer(self) -> str:
        return organizer_of(self.snapshot.found.components[0])

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
        source = self.snapshot.component(gone.place)
        assert source is not None
        kept = [entry for entry in source.properties if entry.name in _OF_CANCEL]
        kept.append(self.snapshot.served(source).get(recipient) or Property("ATTENDEE", recipient))
        if gone.place is not None:
            ranged = gone.and_after or is_for_the_future(source)
            kept = self._of_instance(gone.place, source, kept, {"RANGE": "THISANDFUTURE"} if ranged else {})
        kept.append(Property("SEQUENCE", str(gone.sequence)))
        if gone.for_all:
            kept.append(Property("STATUS", "CANCELLED"))
        return stamped(replace(source, properties=kept, components=[]), self.now)

    def _of_instance(
        self, place: int, source: Component, kept: list[Property], params: dict[str, str]
    ) -> list[Property]:
        if place in self.snapshot.keys:
            return [*kept, at("RECURRENCE-ID", self.snapshot.keys[place], **params)]
        found = self.snapshot.regular(place)
        assert found is not None
        kept = [entry for entry in kept if entry.name not in {"DTSTART", "DTEND", "DUE"}]
        tzid = _tzid(source)
        kept.append(at("DTSTART", Moment(found.local, found.clock, tzid)))
        end = next((name for name in ("DTEND", "DUE") if source.first(name) is not None), "")
        if end:
            kept.append(at(end, Moment(found.zone.local(found.end), found.clock, tzid)))
        return [*kept, at("RECURRENCE-ID", found.key, **params)]

    def _message(self, method: str, recipient: str, components: list[Component]) -> Message:
        told = [on_behalf(component, "ORGANIZER", self.sent_by) for component in components]
        if self.snapshot.found.component == "VJOURNAL":
            told = [replace(c, properties=[e for e in c.properties if e.name != "ATTENDEE"]) for c in told]
        inner = without_server_params(Component("VCALENDAR", components=told)).components
        return message(method, self.organizer, recipient, inner, self.snapshot.found.timezones, self.sent_by)


def _tzid(source: Component) -> str:
    start = source.first("DTSTART")
    return (start.param("TZID") or "").strip() if start is not None else ""


class _Change:
    """One change of one object by its organizer."""

    def __init__(self, old: Snapshot | None, new: Snapshot | None, me: frozenset[str], now: int, sent_by: str) -> None:
        self.old, self.new, self.me = old, new, me
        self._floors: dict[int | None, int] = floors_of(old, new) if new is not None else {}
        self._views = self._seen()
        self._keep_above_cancels()
        self.kept = None if new is None else revised(old, new, me, self._floors if self._views else {})
        self._told = new if new is None or self.kept is None else Snapshot(self.kept, new.instances.budget)
        self._requests = None if self._told is None else _Sender(self._told, now, sent_by)
        self._cancels = None if old is None else _Sender(old, now, sent_by)
        self._changed = self._differences()

    def _seen(self) -> dict[str, tuple[View, View]]:
        """What each attendee saw, and what they see now."""
        sides = [side for side in (self.old, self.new) if side is not None]
        addresses = {address for side in sides for address in side.recipients} - self.me
        addresses -= {organizer_of(side.found.components[0]) for side in sides}
        return {address: (view_of(self.old, address), view_of(self.new, address)) for address in sorted(addresses)}

    def _keep_above_cancels(self) -> None:
        """What is left to who is taken out of a series is newer than the CANCEL of the series."""
        for was, now in self._views.values():
            if was.series and not now.series and self.old is not None and self.old.master is not None:
                least = sequence_of(self.old.master) + 2
                self._floors.update({place: max(least, self._floors.get(place, 0)) for place in now.places})

    def _differences(self) -> set[int | None]:
        if self.old is None or self.new is None:
            return set()
        places = self.old.places | self.new.places
        self.old.look_at(places | self.new.excluded.keys())
        self.new.look_at(places)
        return {place for place in {None, *places} if differ(self.old, self.new, place)}

    def outgoing(self) -> Outgoing:
        """CANCEL first, so that who is invited to less hears of what is left last."""
        cancels = [self._cancel(address, was, now) for address, (was, now) in self._views.items()]
        requests = [self._request(address, was, now) for address, (was, now) in self._views.items()]
        return Outgoing(tuple(found for found in (*cancels, *requests) if found is not None), self.kept)

    def _request(self, address: str, was: View, now: View) -> Message | None:
        if not now or self._requests is None:
            return None
        if self._is_forced(address) or not was or self._is_told_whole(was, now):
            return self._requests.request(address, now)
        cut = self._cut_at(was, now)
        news = {p for p in now.places if p >= cut or p in self._changed or not self._held(was, p)}
        return self._requests.request(address, View(places=frozenset(news))) if news else None

    def _cut_at(self, was: View, now: View) -> int:
        """From where on a CANCEL takes all, so that what is left has to be told again."""
        if was.series and not now.series:
            return EARLIEST
        end = series_end(self.new, now.without) if self.new is not None else None
        return LATEST if end is None or not self._held(was, end) else end

    def _is_told_whole(self, was: View, now: View) -> bool:
        """Whether single instances would not tell all that is new."""
        if not now.series or self.old is None or self.new is None:
            return False
        taken_back = (self.old.places - self.new.places) & self._changed
        return (
            not was.series or None in self._changed or any(now.holds(self.new, place) for place in taken_back if place)
        )

    def _held(self, was: View, place: int) -> bool:
        return self.old is not None and was.holds(self.old, place)

    def _is_forced(self, address: str) -> bool:
        if self.new is None:
            return False
        entries = (self.new.served(component).get(address) for component in self.new.found.components)
        return any(entry is not None and force_send(entry) == "REQUEST" for entry in entries)

    def _cancel(self, address: str, was: View, now: View) -> Message | None:
        places = self._lost(was, now) if self.old is not None and was else []
        if not places or self._cancels is None:
            return None
        return self._cancels.cancel(address, [self._gone(place) for place in places])

    def _gone(self, place: int | None) -> Gone:
        left = self.new.component(place) if self.new is not None else None
        and_after = place is not None and left is not None and is_for_the_future(left)
        return Gone(place, self._sequence(place), left is None or not is_live(left), and_after)

    def _lost(self, was: View, now: View) -> list[int | None]:
        """The instances that an attendee no longer has, as far as no REQUEST tells it; None for the series."""
        if was.series and not now.series:
            return [None]
        if not now:
            return [*sorted(was.places)]
        if self.old is None or self.new is None or self._is_told_whole(was, now):
            return []
        candidates = was.places | now.without | (self.new.excluded.keys() - self.old.excluded.keys())
        new = self.new
        return [*sorted(p for p in candidates if self._held(was, p) and not now.holds(new, p))]

    def _sequence(self, place: int | None) -> int:
        """Of a CANCEL: above that of what is cancelled, and not below that of what is kept (RFC 5546 §2.1.4)."""
        prior = self.old.component(place) if self.old is not None else None
        kept = self._told.component(place) or self._told.master if self._told is not None else None
        return max(sequence_of(prior) + 1 if prior else 0, sequence_of(kept) if kept else 0)
