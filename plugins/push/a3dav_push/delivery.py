"""From the outbox to push services: what was gathered goes to each device in a message of its own."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import TryLater
from a3dav.identifiers import now_ms
from a3dav.outgoing import Answer, OutgoingError
from a3dav.outgoing.urls import parse
from a3dav.principals import Identity
from a3dav.registries import Delivery, Message
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, Transaction
from a3dav_push import subscriptions
from a3dav_push.messages import message
from a3dav_push.names import News
from a3dav_push.notes import GATHERED
from a3dav_push.places import as_synchronised, place_of
from a3dav_push.readers import reader_of
from a3dav_push.subscriptions import Subscription

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_push.settings import PushSettings

log = logging.getLogger("a3dav.push")
TOLD = "push-message"
"""Messages whose payload is the id of a subscription that something is to be sent to."""
ATTEMPTS = 10
SULKS_SECONDS = 60
"""As long is a push service left alone that did not answer."""
DAY_MS = 86_400_000
ACTOR = Actor(method="push")
_GONE = {404, 410}
_BUSY = {408, 425, 429}


def spread_out(house: House, posted: Message) -> None:
    """What is pending for a collection becomes a message for each device."""
    house.transact(ACTOR, partial(_spread, posted.payload))


def _spread(resource_id: bytes, tx: Transaction) -> None:
    engine = tx.store.engine
    owner = engine.row("SELECT account_id FROM resources WHERE id = ?", (resource_id,))
    owner = owner or engine.row("SELECT id FROM accounts WHERE id = ?", (resource_id,))
    if owner is not None:
        tx.lock_accounts(bytes(owner[0]))  # nobody notes a change meanwhile
    suffix = " FOR UPDATE" if engine.reads_wait else ""
    place = "resource_id = ? AND pending <> 0"
    found = engine.rows(
        f"SELECT id, account_id, sending FROM push_subscriptions WHERE {place} ORDER BY id{suffix}", (resource_id,)
    )
    engine.execute(
        f"UPDATE push_subscriptions SET sending = sending | pending, wanted = wanted + 1, pending = 0 WHERE {place}",
        (resource_id,),
    )
    for subscription_id, account_id, sending in found:
        if not sending:  # else there is a message on its way that takes this along
            tx.post(TOLD, bytes(account_id), str(subscription_id).encode())


def tell(house: House, posted: Message) -> None:
    """Sends what a subscription waits for; a device that nobody may be told about any more is forgotten."""
    entry = subscriptions.by_id(house.store, posted.payload.decode())
    if entry is None or not entry.sending:
        return
    reader, resource = reader_of(house, entry), place_of(house, entry.resource_id)
    if reader is not None and resource is not None:
        resource = as_synchronised(house, resource, reader)
    if reader is None or entry.expires < now_ms() or not _may_hear(house, entry, reader, resource):
        end(house, entry)
        return
    try:
        answer = _ask(house, entry, resource, reader)
    except OutgoingError as error:
        _failed(house, entry, posted, str(error), final=error.final)
    else:
        _answered(house, entry, posted, answer)


def _may_hear(house: House, entry: Subscription, reader: Identity, resource: Resource | None) -> bool:
    if resource is None:
        return bool(entry.sending & (News.GONE | News.ROTATION))
    return bool(house.readable(reader, [resource]))


def _ask(house: House, entry: Subscription, resource: Resource | None, reader: Identity) -> Answer:
    origin, sulking = parse(entry.channel.url).origin, sulking_of(house)
    if sulking.is_sulking(origin):
        raise OutgoingError(f"{origin} did not answer a moment ago")
    try:
        return house.outgoing.ask(message(house, entry, resource, reader))
    except OutgoingError as error:
        if not error.final:
            sulking.note(origin)
        raise


def _answered(house: House, entry: Subscription, posted: Message, answer: Answer) -> None:
    if answer.ok:
        house.transact(ACTOR, partial(_sent, entry))
    elif answer.status in _GONE:
        house.transact(ACTOR, partial(_forget_device, entry))
    else:
        waits = answer.retry_after(time.time())
        final = answer.status < 500 and answer.status not in _BUSY and not waits
        reason = f"{parse(entry.channel.url).origin} answered {answer.status}"
        _failed(house, entry, posted, reason, final=final, waits=waits)


def _sent(entry: Subscription, tx: Transaction) -> None:
    """Done, unless more is to be said since the message was made."""
    if News.ROTATION in entry.sending:
        subscriptions.remove_generation(tx.store, entry)
    elif News.GONE in entry.sending:
        subscriptions.remove(tx.store, entry.id)
    else:
        _settle(entry, 0, tx)


def _settle(entry: Subscription, failing: int, tx: Transaction) -> None:
    if not subscriptions.settle(tx.store, entry, failing=failing):
        tx.post(TOLD, entry.account_id, entry.id.encode())


def _forget_device(entry: Subscription, tx: Transaction) -> None:
    if count := subscriptions.remove_device(tx.store, entry.account_id, entry.device):
        tx.audit("push-ended", resource=tx.store.resource(entry.resource_id), times=count)


def end(house: House, entry: Subscription) -> None:
    """Ends one registration, and puts it into the audit trail."""

    def work(tx: Transaction) -> None:
        if subscriptions.remove(tx.store, entry.id):
            tx.audit("push-ended", resource=place_of(house, entry.resource_id))

    house.transact(ACTOR, work)


def _failed(
    house: House, entry: Subscription, posted: Message, reason: str, *, final: bool = False, waits: int = 0
) -> None:
    """Has the outbox try again, a bounded number of times; a device that stays away for days is forgotten."""
    settings: PushSettings = house.section("push")
    since = entry.failing or now_ms()
    if not final and posted.attempts + 1 < ATTEMPTS:
        house.transact(ACTOR, lambda tx: subscriptions.note_failure(tx.store, entry.id, since))
        raise TryLater(reason, waits)
    log.info("a device was not told of changes: %s", reason)
    if News.ROTATION in entry.sending:
        house.transact(ACTOR, lambda tx: subscriptions.remove_generation(tx.store, entry))
    elif now_ms() - since >= settings.patience * DAY_MS:
        house.transact(ACTOR, partial(_forget_device, entry))
    else:
        house.transact(ACTOR, partial(_settle, entry, since))


@dataclass(slots=True)
class Sulking:
    """Push services that did not answer, so that not every device waits for the same one."""

    until: dict[str, float] = field(default_factory=dict)

    def note(self, origin: str) -> None:
        if len(self.until) > 1000:
            self.until.clear()
        self.until[origin] = time.monotonic() + SULKS_SECONDS

    def is_sulking(self, origin: str) -> bool:
        return self.until.get(origin, 0.0) > time.monotonic()


def sulking_of(house: House) -> Sulking:
    found: Sulking = house.services.setdefault("push.sulking", Sulking())
    return found


DELIVERIES = (Delivery(GATHERED, spread_out), Delivery(TOLD, tell, ATTEMPTS))
