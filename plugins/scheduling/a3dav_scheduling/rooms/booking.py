"""What comes behind an invitation of a room: its own answer, or somebody who is asked for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav_content.budget import Budget
from a3dav_content.busy_service import SERVICE, BusyTime, Mask
from a3dav_content.itip import outgoing
from a3dav_content.itip.messages import Message
from a3dav_content.timezones import UTC, Zone, named_zone
from a3dav_scheduling.groups import people_in
from a3dav_scheduling.rooms.answers import answered
from a3dav_scheduling.rooms.modes import Answering, Mode, answering_of

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav_content.calendar_objects import CalendarObject
    from a3dav_content.free_busy import Period
    from a3dav_content.itip.received import Received
    from a3dav_content.time_range import TimeRange
    from a3dav_scheduling.arrivals import Arrival

STEPS = 2_000_000
_INVITING = frozenset({"REQUEST", "ADD"})
_BY_ITSELF = frozenset({Mode.AUTOMATIC, Mode.ACCEPT, Mode.DECLINE})


@dataclass(slots=True, frozen=True)
class Booking:
    """What the recipient keeps and answers; `exclusive` where that holds only while nothing else is booked.

    Of an account that is `unattended` nobody reads the inbox.
    """

    kept: CalendarObject | None
    messages: Sequence[Message] = ()
    exclusive: bool = False
    unattended: bool = False
    approvers: tuple[Account, ...] = ()


def book(arrival: Arrival, me: frozenset[str], received: Received) -> Booking:
    """The answer of an account that answers by itself, to what it received."""
    found, house = received.stored, arrival.house
    answering = answering_of(house.store, arrival.account)
    unattended = answering.mode in _BY_ITSELF
    if found is None or arrival.message.method not in _INVITING or answering.mode is Mode.NONE:
        return Booking(found, unattended=unattended)
    if not unattended:
        return Booking(found, approvers=approvers_of(house, answering))
    now = now_ms() // 1000
    busy = partial(_busy, house, arrival.account, Mask(found.uid, frozenset({arrival.message.organizer})))
    decided = answered(found, me, answering, now, _zone(house), busy)
    told = outgoing.attendee_changes(found, decided, me, now)
    return Booking(told.stored or decided, told.messages, exclusive=True, unattended=True)


def _busy(house: House, account: Account, mask: Mask, span: TimeRange) -> Sequence[Period]:
    """What costs too much to be reckoned with counts as busy: better no booking than two."""
    service: BusyTime = house.services[SERVICE]
    found = service([account.id], span, Budget(STEPS), mask)[account.id]
    return [(span.start, span.end, "BUSY")] if found is None else found


def _zone(house: House) -> Zone:
    return named_zone(house.section("caldav").default_timezone) or UTC


def approvers_of(house: House, answering: Answering) -> tuple[Account, ...]:
    """Who is asked: an account, or everybody in a group, groups in it included."""
    accounts = house.store.accounts
    approver = accounts.by_id(answering.approver_id)
    if approver is None or approver.disabled:
        return ()
    if approver.kind != "group":
        return (approver,)
    return tuple(people_in(house.store, approver))
