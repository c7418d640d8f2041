"""What an organizer's change tells the attendees (RFC 6638 §3.2.1): REQUEST and CANCEL, to each what concerns them."""

from __future__ import annotations

from collections.abc import Set

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import EARLIEST, LATEST
from a3dav_content.itip.addresses import force_send
from a3dav_content.itip.masking import View, view_of
from a3dav_content.itip.meaning import is_live
from a3dav_content.itip.messages import Message, sequence_of
from a3dav_content.itip.revisions import floors_of, revised
from a3dav_content.itip.roles import Outgoing, role_of
from a3dav_content.itip.sending import Gone, Sender
from a3dav_content.itip.snapshots import STEPS, Snapshot, differ
from a3dav_content.lines import Component
from a3dav_content.occurrences import is_for_the_future

MOST_CANCELLED = 50
"""Instances that are cancelled one by one; when there are more, the series is told anew without them."""


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
    """All that an attendee may see, as the answer to REFRESH; None for who is invited to nothing (RFC 5546 §3.2.6).

    What was called off altogether is a CANCEL (§3.4.6).
    """
    snapshot = Snapshot(found)
    view, sender = view_of(snapshot, address), Sender(snapshot, now, sent_by)
    if view:
        return sender.request(address, view)
    over = {place: c for place, c in snapshot.at.items() if not is_live(c) and address in snapshot.served(c)}
    gone = [Gone(place, sequence_of(c), for_all=True) for place, c in over.items() if place is None or None not in over]
    return sender.cancel(address, gone) if gone else None


def cancel_for(found: CalendarObject, address: str, now: int, *, sent_by: str = "") -> Message:
    """Tells someone that they are not invited (RFC 5546 §3.2.2.6, §3.2.3)."""
    sender = Sender(Snapshot(found), now, sent_by)
    place = None if found.master is not None else min(sender.snapshot.places)
    return sender.cancel(address, [Gone(place, sequence_of(found.components[0]))])


class _Change:
    """One change of one object by its organizer."""

    def __init__(self, old: Snapshot | None, new: Snapshot | None, me: frozenset[str], now: int, sent_by: str) -> None:
        self.old, self.new, self.me = old, new, me
        self._look_around()
        self._floors: dict[int | None, int] = floors_of(old, new) if new is not None else {}
        self._views = self._seen()
        self._keep_above_cancels()
        self.kept = None if new is None else revised(old, new, me, self._floors if self._views else {})
        self._told = new if new is None or self.kept is None else Snapshot(self.kept, new.instances.budget)
        self._requests = None if self._told is None else Sender(self._told, now, sent_by)
        self._cancels = None if old is None else Sender(old, now, sent_by)
        self._changed = self._differences()

    def _look_around(self) -> None:
        if self.old is not None and self.new is not None:
            places = self.old.places | self.new.places | self.old.excluded.keys() | self.new.excluded.keys()
            self.old.look_at(places)
            self.new.look_at(places)

    def _seen(self) -> dict[str, tuple[View, View]]:
        """What each attendee saw, and what they see now."""
        sides = [side for side in (self.old, self.new) if side is not None]
        addresses = {address for side in sides for address in side.recipients} - self.me
        return {address: (view_of(self.old, address), view_of(self.new, address)) for address in sorted(addresses)}

    def _keep_above_cancels(self) -> None:
        """What is left to who is taken out of a series is newer than the CANCEL of the series.

        The series is no older than the CANCEL of an instance, so that who is asked to it again hears of it.
        """
        for was, now in self._views.values():
            for prior in self._taken_out(was, now):
                self._floors[None] = max(sequence_of(prior) + 1, self._floors.get(None, 0))
            if was.series and not now.series and self.old is not None and self.old.master is not None:
                least = sequence_of(self.old.master) + 2
                self._floors.update({place: max(least, self._floors.get(place, 0)) for place in now.places})

    def _taken_out(self, was: View, now: View) -> list[Component]:
        """The instances, as they were, of who is asked to single ones of a series and to these no longer."""
        if self.old is None or self.new is None or self.new.master is None or not was or was.series or now.series:
            return []
        gone = (self.old.component(place) for place in was.places if not now.holds(self.new, place))
        return [prior for prior in gone if prior is not None]

    def _differences(self) -> set[int | None]:
        if self.old is None or self.new is None:
            return set()
        places = {None, *self.old.places, *self.new.places}
        return {place for place in places if differ(self.old, self.new, place)}

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
        return LATEST if now.end is None or not self._held(was, now.end) else now.end

    def _is_told_whole(self, was: View, now: View) -> bool:
        """Whether single instances would not tell all that is new, or would be too many."""
        if not now.series or self.old is None or self.new is None:
            return False
        if not was.series or None in self._changed:
            return True
        taken_back = (self.old.places - self.new.places) & self._changed
        if any(place is not None and now.holds(self.new, place) for place in taken_back):
            return True
        # Their copy has an EXDATE there, which would hide an instance that came alone.
        hidden = was.without | (self.old.excluded.keys() - self.new.excluded.keys())
        if any(now.holds(self.new, place) and not was.holds(self.old, place) for place in hidden):
            return True
        return len(_missed(self.old, self.new, was, now)) > MOST_CANCELLED

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
        return [*sorted(_missed(self.old, self.new, was, now))]

    def _sequence(self, place: int | None) -> int:
        """Of a CANCEL: above that of what is cancelled, and not below that of what is kept (RFC 5546 §2.1.4)."""
        prior = self.old.component(place) if self.old is not None else None
        kept = self._told.at.get(place) or self._told.master if self._told is not None else None
        return max(sequence_of(prior) + 1 if prior else 0, sequence_of(kept) if kept else 0)


def _missed(old: Snapshot, new: Snapshot, was: View, now: View) -> set[int]:
    """The single instances that an attendee had and has no longer."""
    candidates = was.places | now.without | (new.excluded.keys() - old.excluded.keys())
    return {place for place in candidates if was.holds(old, place) and not now.holds(new, place)}
