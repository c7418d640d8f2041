"""Sends a delivery: signed, once for each attempt, to an address that is judged when it is connected to."""

from __future__ import annotations

import logging
import random
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.metrics.metric import Metric
from a3dav.outgoing import Answer, Asked, OutgoingError
from a3dav.outgoing.urls import parse
from a3dav.registries import Delivery, Message
from a3dav.storage.transaction import Transaction
from a3dav_events.webhooks import deliveries, rows
from a3dav_events.webhooks.deliveries import DELIVERED, FAILED, PING, SEND, WAITING, Sent
from a3dav_events.webhooks.gathering import ACTOR, MOST_WAITING, gather, switch_off
from a3dav_events.webhooks.noting import GATHER, wake
from a3dav_events.webhooks.rows import Webhook
from a3dav_events.webhooks.signing import headers

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_events.settings import EventsSettings

log = logging.getLogger("a3dav.webhooks")
ATTEMPTS = 20
"""With their pauses half a day."""
FIRST_PAUSE_MS, LONGEST_PAUSE_MS = 5_000, 3_600_000
DAY_MS = 86_400_000
MOST_OF_AN_ANSWER = 4096
SHARE = 10
"""A receiver has no more than one part in so many of the time in which messages of all are delivered."""
QUICK_SECONDS = 0.5
COUNTED = "a3dav_webhook_attempts_total"
METRIC = Metric(
    COUNTED, "counter", "Attempts to deliver something to a webhook.", {"outcome": ("delivered", "postponed", "failed")}
)


def send(house: House, posted: Message) -> None:
    """One attempt; a message that came twice, or is of an attempt that was made, does nothing."""
    delivery_id, attempts = deliveries.scheduled(posted.payload)
    entry = deliveries.by_id(house.store, delivery_id)
    hook = rows.by_id(house.store, entry.webhook_id) if entry is not None else None
    if entry is None or hook is None or entry.state != WAITING or entry.attempts != attempts:
        return
    if not hook.active and entry.type != PING:
        return
    pace = pace_of(house)
    if pause := pace.pause(hook.account_id):
        due = now_ms() + pause * 1000
        house.transact(ACTOR, lambda tx: deliveries.schedule(tx, hook, entry.id, attempts, due))
        return
    began = time.monotonic()
    try:
        answer = house.outgoing.ask(_asked(house, hook, entry))
    except OutgoingError as error:
        pace.note(hook.account_id, time.monotonic() - began)
        _failed(house, hook, entry, str(error), final=error.final)
        return
    pace.note(hook.account_id, time.monotonic() - began)
    _answered(house, hook, entry, answer)


def _asked(house: House, hook: Webhook, entry: Sent) -> Asked:
    settings: EventsSettings = house.section("events")
    signed = headers(hook.sealed.secrets(), entry.id.hex(), int(time.time()), entry.body)
    return Asked(
        url=hook.sealed.url, method="POST", headers={"Content-Type": "application/json", **signed}, body=entry.body,
        limit=MOST_OF_AN_ANSWER, seconds=settings.seconds,
    )  # fmt: skip


def _answered(house: House, hook: Webhook, entry: Sent, answer: Answer) -> None:
    excerpt = _excerpt(answer.body)
    if answer.ok:
        house.tally.count(COUNTED, "delivered")
        house.transact(ACTOR, partial(_arrived, hook, entry, answer.status, excerpt))
    elif answer.status == 410:
        house.tally.count(COUNTED, "failed")
        house.transact(ACTOR, lambda tx: deliveries.attempted(tx.store, entry, FAILED, answer.status, excerpt))
        switch_off(house, hook, "the receiver answered 410 Gone")
    else:
        waits = answer.retry_after(time.time())
        _failed(house, hook, entry, excerpt, status=answer.status, waits=waits)


def _excerpt(body: bytes) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in body[: 4 * 500].decode("utf-8", "replace"))


def _arrived(hook: Webhook, entry: Sent, status: int, excerpt: str, tx: Transaction) -> None:
    deliveries.attempted(tx.store, entry, DELIVERED, status, excerpt)
    rows.set_failing(tx.store, hook.id, 0)
    _catch_up(hook, tx)


def _catch_up(hook: Webhook, tx: Transaction) -> None:
    """Looks at the log again where it was left because too much waited."""
    room = deliveries.waiting(tx.store, hook.id, MOST_WAITING) <= MOST_WAITING // 2
    if room and rows.set_behind(tx.store, hook.id, behind=False):
        wake(tx, hook.id, hook.account_id)


def _failed(
    house: House, hook: Webhook, entry: Sent, reason: str, *, status: int = 0, waits: int = 0, final: bool = False
) -> None:
    """Another attempt follows after a growing pause, a bounded number of times; what fails for days is switched off."""
    settings: EventsSettings = house.section("events")
    ends = final or entry.attempts + 1 >= ATTEMPTS
    since = hook.failing or now_ms()

    def work(tx: Transaction) -> None:
        deliveries.attempted(tx.store, entry, FAILED if ends else WAITING, status, reason)
        rows.set_failing(tx.store, hook.id, since)
        if ends:
            _catch_up(hook, tx)
        else:
            deliveries.schedule(tx, hook, entry.id, entry.attempts + 1, now_ms() + _pause(entry.attempts, waits))

    house.transact(ACTOR, work)
    house.tally.count(COUNTED, "failed" if ends else "postponed")
    told = f"{parse(hook.sealed.url).origin} answered {status}" if status else reason
    log.info("a webhook was not delivered%s: %s", " and is given up" if ends else "", told)
    if now_ms() - since >= settings.patience * DAY_MS:
        switch_off(house, hook, f"nothing arrived for {settings.patience} days")


def _pause(attempts: int, waits: int) -> int:
    """Milliseconds until the next attempt, or as long as the receiver asks for within a day."""
    pause = min(FIRST_PAUSE_MS * 2**attempts, LONGEST_PAUSE_MS) * random.uniform(0.8, 1.2)  # noqa: S311 - jitter
    return max(int(pause), min(waits * 1000, DAY_MS))


@dataclass(slots=True)
class Pace:
    """Keeps receivers that are slow, or never answer, from taking the time of all messages, by whose they are."""

    until: dict[bytes, float] = field(default_factory=dict)

    def pause(self, account_id: bytes) -> int:
        """Seconds that messages of an account wait now."""
        return max(0, round(self.until.get(account_id, 0.0) - time.monotonic() + 0.5))

    def note(self, account_id: bytes, seconds: float) -> None:
        if seconds < QUICK_SECONDS:
            return
        if len(self.until) > 10_000:
            self.until.clear()
        self.until[account_id] = time.monotonic() + SHARE * seconds


def pace_of(house: House) -> Pace:
    found: Pace = house.services.setdefault("events.pace", Pace())
    return found


DELIVERIES = (Delivery(GATHER, gather, 50), Delivery(SEND, send, 50))
