"""Messages that arrive: the recipient's object and the item in the inbox change in one transaction (RFC 6638 §4).

The transaction notes that the message was received, so that one that comes again, behind a crash say, changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import InsufficientStorage
from a3dav.identifiers import new_id, now_ms
from a3dav.storage.transaction import Actor, StoredBody, Transaction
from a3dav.writing import ATTEMPTS, Moved, body_of, keep, refuse_over_quota
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip import incoming
from a3dav_content.itip.messages import FROM_ORGANIZER, Message
from a3dav_content.itip.received import Received, Verdict
from a3dav_content.itip.statuses import INVALID_USER, NO_WAY, NOT_ALLOWED, UNAVAILABLE
from a3dav_content.lines import serialise
from a3dav_scheduling import objects, outcomes
from a3dav_scheduling.collections import inbox_of
from a3dav_scheduling.consequence import is_of_consequence
from a3dav_scheduling.defaults import calendar_for
from a3dav_scheduling.names import CALENDAR_TYPE, CALENDARS, MESSAGE, OBJECT
from a3dav_scheduling.pasts import keep_past, past_of
from a3dav_scheduling.posting import addressed
from a3dav_scheduling.received import is_first
from a3dav_scheduling.recipients import account_of, mine
from a3dav_scheduling.switches import Mode, mode_of

if TYPE_CHECKING:
    from a3dav import registries
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav.resources import Resource
    from a3dav.storage.store import Store

METHOD = "scheduling"
"""How the server itself changes what people own."""


@dataclass(slots=True, frozen=True)
class Arrival:
    """A message for an account of this server; `id` is that of the message in the outbox, or b""."""

    house: House
    message: Message
    account: Account
    home: Resource
    id: bytes


@dataclass(slots=True, frozen=True)
class Seen:
    """What a message was applied to, and what the transaction has to find again."""

    present: Resource | None
    past: str
    counter: int

    def is_as_in(self, other: Seen) -> bool:
        ours, theirs = ((seen.present and (seen.present.id, seen.present.version_id)) for seen in (self, other))
        return ours == theirs and self.past == other.past


@dataclass(slots=True, frozen=True)
class Outcome:
    """What a message makes of what was seen, with bodies ready to be stored; `automatic` unless it only lies there."""

    seen: Seen
    before: CalendarObject | None
    received: Received
    automatic: bool
    body: StoredBody | None = None
    item: StoredBody | None = None


def deliver(house: House, posted: registries.Message) -> None:
    """Brings a message out of the outbox to its recipient."""
    receive(house, Message.load(posted.payload), posted.id)


def receive(house: House, message: Message, message_id: bytes = b"") -> Received:
    """Processes a message for an account of this server; under the same id no message is received twice.

    What stands in the way is told to the sender as a status, and raised for nobody.
    """
    account = account_of(house.store, message.recipient)
    home = house.store.home(CALENDARS, account.id, account.name) if account is not None else None
    if account is None or account.disabled or home is None:
        return _undeliverable(house, message, INVALID_USER)
    try:
        received = _process(Arrival(house, message, account, home, message_id))
    except InsufficientStorage:
        return _undeliverable(house, message, UNAVAILABLE)
    except NoCalendar:
        return _undeliverable(house, message, NO_WAY)
    if received.verdict is Verdict.REFUSED:
        outcomes.note(house, message, NOT_ALLOWED)
    return received


def _undeliverable(house: House, message: Message, code: str) -> Received:
    outcomes.note(house, message, code)
    return Received(Verdict.REFUSED, None)


def _process(arrival: Arrival) -> Received:
    for _ in range(ATTEMPTS - 1):
        try:
            return _attempt(arrival)
        except Moved:
            continue
    return _attempt(arrival)


def _attempt(arrival: Arrival) -> Received:
    """Thinks first, and asks the transaction whether all is as it was."""
    outcome = _think(arrival)
    try:
        arrival.house.transact(Actor(method=METHOD), partial(_apply, arrival=arrival, outcome=outcome))
    except Exception:
        for body in (outcome.body, outcome.item):
            if body is not None and body.blob is not None:
                arrival.house.store.blobs.remove(body.blob)
        raise
    return outcome.received


def _look(store: Store, arrival: Arrival) -> Seen:
    uid, account = arrival.message.uid, arrival.account
    counter = store.counter(account.id)  # first, so that what comes behind it is noticed
    return Seen(objects.find(store, arrival.home, uid), past_of(store, account.id, uid), counter)


def _think(arrival: Arrival) -> Outcome:
    store, message = arrival.house.store, arrival.message
    seen = _look(store, arrival)
    before = CalendarObject.parse(store.body(seen.present).read()) if seen.present is not None else None
    if _mode(store, arrival, seen) is not Mode.SERVER:
        told = Received(Verdict.APPLIED, before, seen.past)
        return Outcome(seen, before, told, False, item=_ready(arrival.house, message.body()))
    me = mine(store, arrival.account, before, message.object())
    received = incoming.receive(message, before, me, now_ms() // 1000, seen.past)
    if received.verdict is not Verdict.APPLIED:
        return Outcome(seen, before, received, True)
    kept = received.stored
    body = _ready(arrival.house, serialise(kept.calendar)) if kept is not None and kept is not before else None
    return Outcome(seen, before, received, True, body, _ready(arrival.house, message.body()))


def _mode(store: Store, arrival: Arrival, seen: Seen) -> Mode:
    """The server changes nothing in calendars that clients take care of."""
    if seen.present is not None:
        calendar = store.resource(seen.present.parent_id)
    else:
        calendar = calendar_for(store, arrival.home, arrival.message.component)
    return mode_of(store, [calendar])[0] if calendar is not None else Mode.SERVER


def _ready(house: House, data: bytes) -> StoredBody:
    return keep(house.store, body_of(house, data))


def _apply(tx: Transaction, arrival: Arrival, outcome: Outcome) -> None:
    account, received = arrival.account, outcome.received
    tx.lock_accounts(account.id)
    if not is_first(tx, arrival.id):
        return
    if not outcome.seen.is_as_in(_look(tx.store, arrival)):
        raise Moved
    if received.past != outcome.seen.past:
        keep_past(tx, account.id, arrival.message.uid, received.past)
    if received.verdict is Verdict.APPLIED:
        after = _store(tx, arrival, outcome) if outcome.automatic else None
        _put_into_inbox(tx, arrival, outcome)
        refuse_over_quota(arrival.house, tx, account.id, 0)
        tx.audit("itip-received", resource=after)
    for kind, account_id, payload in addressed(arrival.house, account, received.reply).posts:
        tx.post(kind, account_id, payload)


def _store(tx: Transaction, arrival: Arrival, outcome: Outcome) -> Resource | None:
    kept, present = outcome.received.stored, outcome.seen.present
    if kept is None and present is not None:
        tx.delete(present, _parent(tx, present))
    if kept is None or outcome.body is None:
        return present
    parent = _parent(tx, present) if present is not None else _calendar(tx, arrival, kept.component)
    name = present.name if present is not None else f"{new_id().hex()}.ics"
    after = tx.put(
        parent, name, present, outcome.body, kind=OBJECT, content_type=f"{CALENDAR_TYPE}; component={kept.component}",
        uid=kept.uid,
    )  # fmt: skip
    if present is not None and outcome.before is not None and _keeps_tag(arrival.message, outcome.before, kept):
        objects.keep_tag(tx, after)
    return after


def _keeps_tag(message: Message, before: CalendarObject, after: CalendarObject) -> bool:
    """RFC 6638 §3.2.10: no reply changes the tag, nor an update that tells of participation alone."""
    return message.method not in FROM_ORGANIZER or not is_of_consequence(before, after)


def _parent(tx: Transaction, member: Resource) -> Resource:
    found = tx.store.resource(member.parent_id, member.path[:-1])
    if found is None:
        raise Moved
    return found


def _calendar(tx: Transaction, arrival: Arrival, component: str) -> Resource:
    found = calendar_for(tx.store, arrival.home, component)
    if found is None:
        raise NoCalendar
    return found


def _put_into_inbox(tx: Transaction, arrival: Arrival, outcome: Outcome) -> None:
    inbox = inbox_of(tx.store, arrival.account)
    if inbox is not None and outcome.item is not None:
        tx.put(
            inbox, f"{new_id().hex()}.ics", None, outcome.item, kind=MESSAGE, uid=arrival.message.uid,
            content_type=f"{CALENDAR_TYPE}; component={arrival.message.component}; method={arrival.message.method}",
        )  # fmt: skip


class NoCalendar(Exception):
    """The recipient has no calendar that would take the object (RFC 6638 §4.3)."""
