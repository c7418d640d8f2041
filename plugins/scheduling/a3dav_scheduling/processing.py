"""What a message makes of what its recipient has, thought through before the transaction (RFC 6638 §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.writing import body_of, keep
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip import incoming
from a3dav_content.itip.messages import Message
from a3dav_content.itip.received import Received, Verdict
from a3dav_content.lines import serialise
from a3dav_scheduling.arrivals import Arrival, Outcome, Seen, look
from a3dav_scheduling.defaults import calendar_for
from a3dav_scheduling.marking import marked
from a3dav_scheduling.passing_on import vouched
from a3dav_scheduling.posting import addressed
from a3dav_scheduling.recipients import mine
from a3dav_scheduling.rooms.booking import Booking, book
from a3dav_scheduling.switches import Mode, mode_of

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import StoredBody

TOLD = frozenset({Verdict.APPLIED, Verdict.NOTHING_NEW})
"""What the recipient should see: a request that says the same again may be one that was made on purpose."""


def think(arrival: Arrival) -> Outcome:
    """Raises ContentError where the recipient has something that cannot be read."""
    house, message = arrival.house, arrival.message
    seen = look(house.store, arrival)
    before = _stored(house.store, seen)
    if _mode(house.store, arrival, seen) is not Mode.SERVER:
        left = Received(Verdict.NOTHING_NEW, before, seen.past)
        return Outcome(seen, before, left, item=None if arrival.quiet else _ready(house, message.body()))
    believed = vouched(arrival)
    if believed is None:
        return Outcome(seen, before, Received(Verdict.REFUSED, before, seen.past))
    me = mine(house.store, arrival.account, before, believed.object())
    received = incoming.receive(believed, before, me, now_ms() // 1000, seen.past)
    booking = book(arrival, me, received) if received.verdict in TOLD else Booking(received.stored)
    replies = () if arrival.quiet else received.reply  # what the organizer does not know yet is on its way to them
    told = addressed(house, arrival.account, [*replies, *booking.messages])
    kept = booking.kept if booking.kept is None else marked(booking.kept, _told_of(told.statuses, booking.messages))
    body = None if kept is None or kept is before else _ready(house, serialise(kept.calendar))
    shown = received.verdict in TOLD and not booking.unattended and not arrival.quiet
    item = _ready(house, believed.body()) if shown else None
    return Outcome(
        seen, before, replace(received, stored=kept), body, item, tuple(told.posts),
        booking.exclusive, booking.approvers,
    )  # fmt: skip


def _told_of(statuses: dict[str, str], messages: Sequence[Message]) -> dict[str, str]:
    """The statuses of those alone to whom the recipient answers, and not of what only the protocol asks for."""
    return {message.recipient: statuses[message.recipient] for message in messages if message.recipient in statuses}


def _stored(store: Store, seen: Seen) -> CalendarObject | None:
    return CalendarObject.stored(store.body(seen.present).read()) if seen.present is not None else None


def _mode(store: Store, arrival: Arrival, seen: Seen) -> Mode:
    """The server changes nothing in calendars that clients take care of."""
    if seen.present is not None:
        calendar = store.resource(seen.present.parent_id)
    else:
        calendar = calendar_for(store, arrival.home, arrival.message.component)
    return mode_of(store, [calendar])[0] if calendar is not None else Mode.SERVER


def _ready(house: House, data: bytes) -> StoredBody:
    return keep(house.store, body_of(house, data))
