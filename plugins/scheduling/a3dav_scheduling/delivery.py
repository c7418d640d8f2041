"""Messages that arrive: the recipient's object and the item in the inbox change in one transaction (RFC 6638 §4).

The transaction notes that the message was received, so that one that comes again, behind a crash say, changes nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import InsufficientStorage
from a3dav.identifiers import new_id
from a3dav.storage.transaction import Actor, StoredBody, Transaction
from a3dav.writing import ATTEMPTS, Moved, refuse_over_quota
from a3dav_content.errors import ContentError
from a3dav_content.itip.messages import FROM_ORGANIZER, Message
from a3dav_content.itip.received import Received, Verdict
from a3dav_content.itip.statuses import INVALID_USER, NO_WAY, NOT_ALLOWED, UNAVAILABLE
from a3dav_scheduling import objects, outcomes, refreshing
from a3dav_scheduling.arrivals import Arrival, Outcome, is_unchanged
from a3dav_scheduling.collections import inbox_of
from a3dav_scheduling.consequence import is_of_consequence
from a3dav_scheduling.defaults import calendar_for
from a3dav_scheduling.names import CALENDAR_TYPE, CALENDARS, MESSAGE, OBJECT
from a3dav_scheduling.pasts import keep_past
from a3dav_scheduling.processing import TOLD, think
from a3dav_scheduling.received import is_first
from a3dav_scheduling.recipients import account_of

if TYPE_CHECKING:
    from a3dav import registries
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav.resources import Resource
    from a3dav_content.calendar_objects import CalendarObject

METHOD = "scheduling"
"""How the server itself changes what people own."""


def deliver(house: House, posted: registries.Message) -> None:
    """Brings a message out of the outbox to its recipient."""
    receive(house, Message.load(posted.payload), posted.id)


def refresh(house: House, posted: registries.Message) -> None:
    """Tells the guests of a meeting how it stands; what they know already changes nothing."""
    organizer = house.store.accounts.by_id(posted.account_id)
    if organizer is not None:
        for message in refreshing.messages_of(house, organizer, posted.payload.decode()):
            receive(house, message, quiet=True)


def receive(house: House, message: Message, message_id: bytes = b"", *, quiet: bool = False) -> Received:
    """Processes a message for an account of this server; under the same id no message is received twice.

    What stands in the way is told to the sender as a status, and raised for nobody.
    """
    account = account_of(house.store, message.recipient)
    home = house.store.home(CALENDARS, account.id, account.name) if account is not None else None
    if account is None or account.disabled or home is None:
        return _undeliverable(house, message, INVALID_USER)
    try:
        received = _process(Arrival(house, message, account, home, message_id, quiet))
    except InsufficientStorage:
        return _undeliverable(house, message, UNAVAILABLE)
    except (NoCalendar, ContentError):
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
    outcome = think(arrival)
    try:
        arrival.house.transact(Actor(method=METHOD), partial(_apply, arrival=arrival, outcome=outcome))
    except Exception:
        for body in (outcome.body, outcome.item):
            if body is not None and body.blob is not None:
                arrival.house.store.blobs.remove(body.blob)
        raise
    return outcome.received


def _apply(tx: Transaction, arrival: Arrival, outcome: Outcome) -> None:
    account, received = arrival.account, outcome.received
    tx.lock_accounts(account.id, *(approver.id for approver in outcome.approvers))
    if not is_first(tx, arrival.id):
        return
    if not is_unchanged(tx.store, arrival, outcome):
        raise Moved
    if received.past != outcome.seen.past:
        keep_past(tx, account.id, arrival.message.uid, received.past)
    after = _store(tx, arrival, outcome) if received.verdict in TOLD else None
    for reader in (account, *outcome.approvers):
        if outcome.item is not None and _has_room(tx, arrival, outcome, reader, outcome.item.size):
            _put_into_inbox(tx, reader, arrival.message, outcome.item)
    if outcome.seen.present is None:
        refuse_over_quota(arrival.house, tx, account.id, 0)
    tx.audit("itip-received", resource=after)
    if arrival.message.method == "REPLY" and received.changed and received.stored is not None:
        refreshing.ask_for(tx, account, received.stored)
    for kind, account_id, payload in outcome.posts:
        tx.post(kind, account_id, payload)


def _has_room(tx: Transaction, arrival: Arrival, outcome: Outcome, reader: Account, size: int) -> bool:
    """A new meeting is refused where there is none; what changes one that is there comes through without its copy."""
    try:
        refuse_over_quota(arrival.house, tx, reader.id, size)
    except InsufficientStorage:
        if outcome.seen.present is None and reader.id == arrival.account.id:
            raise
        return False
    return True


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


def _put_into_inbox(tx: Transaction, reader: Account, message: Message, item: StoredBody | None) -> None:
    inbox = inbox_of(tx.store, reader) if item is not None else None
    if inbox is not None and item is not None:
        content_type = f"{CALENDAR_TYPE}; component={message.component}; method={message.method}"
        name = f"{new_id().hex()}.ics"
        tx.put(inbox, name, None, item, kind=MESSAGE, content_type=content_type, uid=message.uid)


class NoCalendar(Exception):
    """The recipient has no calendar that would take the object (RFC 6638 §4.3)."""
