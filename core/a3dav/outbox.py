"""The outbox: what a transaction wants done outside of the database, done after it and at least once.

A message is leased with a fencing counter: of two processes one delivers it, and one whose lease ran
out cannot take away what another took over.
"""

from __future__ import annotations

import logging
import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import A3davError, TryLater
from a3dav.identifiers import now_ms
from a3dav.metrics.names import DELIVERIES
from a3dav.registries import Delivery, Message
from a3dav.storage.batches import marks
from a3dav.storage.leases import FREE, free_at

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.tasks")
REMOVE_BLOBS = "remove-blobs"
"""Messages whose payload names files of large bodies that belonged to an erased account, a line each."""
LEASE_MS = 300_000
FIRST_PAUSE_MS = 5_000
LONGEST_PAUSE_MS = 3_600_000
LONGEST_WAIT_MS = 86_400_000
BATCH = 50
PROMPT_SECONDS = 1.0
"""As long as a request waits at most for what it posted."""
LONGEST_FAILURE = 300
Posted = tuple[str, bytes]
"""The kind and the id of a message."""
told_of: ContextVar[list[Posted]] = ContextVar("told_of")
"""Where somebody wants to know: what transactions outside of requests have posted."""


@dataclass(slots=True, frozen=True)
class Lease:
    message: Message
    fence: int


def deliver_due(house: House, stopped: Callable[[], bool] = lambda: False) -> int:
    """Delivers what is due and of a kind that this house knows; returns how many arrived."""
    delivered = 0
    while batch := _due(house):
        for message_id in batch:
            if stopped():
                return delivered
            lease = _lease(house, message_id)
            if lease is not None and _deliver(house, lease):
                delivered += 1
    return delivered


def deliver_promptly(house: House, posted: Sequence[Posted]) -> None:
    """Delivers messages and those prompt ones that their delivery posts, for a moment; later tasks have the rest."""
    waiting, further = deque(posted), list[Posted]()
    token, end = told_of.set(further), time.monotonic() + PROMPT_SECONDS
    try:
        while waiting and time.monotonic() < end:
            lease = _lease(house, waiting.popleft()[1])
            if lease is not None:
                _deliver(house, lease)
            waiting.extend(entry for entry in further if house.is_prompt(entry[0]))
            further.clear()
    except Exception:  # the write stands, and the message waits
        log.exception("a prompt delivery failed")
    finally:
        told_of.reset(token)


def _due(house: House) -> list[bytes]:
    kinds = sorted(house.deliveries)
    if not kinds:
        return []
    now = now_ms()
    rows = house.store.engine.rows(
        f"SELECT id FROM outbox WHERE given_up = 0 AND due <= ? AND {FREE} AND kind IN ({marks(kinds)})"
        " ORDER BY due LIMIT ?",
        (now, *free_at(now, LEASE_MS), *kinds, BATCH),
    )
    return [bytes(row[0]) for row in rows]


def _lease(house: House, message_id: bytes) -> Lease | None:
    store, now = house.store, now_ms()

    def work() -> Lease | None:
        taken = store.engine.execute(
            "UPDATE outbox SET fence = fence + 1, leased_until = ?"
            f" WHERE id = ? AND given_up = 0 AND due <= ? AND {FREE}",
            (now + LEASE_MS, message_id, now, *free_at(now, LEASE_MS)),
        )
        if not taken:
            return None
        row = store.engine.row(
            "SELECT kind, account_id, key_id, payload, attempts, fence FROM outbox WHERE id = ?", (message_id,)
        )
        if row is None:
            return None
        payload = store.codec.decode(str(row[2]), bytes(row[3]))
        return Lease(Message(message_id, str(row[0]), bytes(row[1]), payload, int(row[4])), int(row[5]))

    return store.engine.submit(work).result()


def _deliver(house: House, lease: Lease) -> bool:
    message = lease.message
    delivery = house.deliveries[message.kind]
    try:
        delivery.deliver(house, message)
    except A3davError as error:
        waits = error.seconds * 1000 if isinstance(error, TryLater) else 0
        _postpone(house, lease, delivery, str(error), waits)
        return False
    except Exception as error:
        log.exception("message %s of the kind %s failed", message.id.hex(), message.kind)
        _postpone(house, lease, delivery, type(error).__name__)
        return False
    house.tally.count(DELIVERIES, message.kind, "delivered")
    engine = house.store.engine
    engine.submit(
        lambda: engine.execute("DELETE FROM outbox WHERE id = ? AND fence = ?", (message.id, lease.fence))
    ).result()
    return True


def _postpone(house: House, lease: Lease, delivery: Delivery, reason: str, waits: int = 0) -> None:
    attempts = lease.message.attempts + 1
    given_up = attempts >= delivery.attempts
    house.tally.count(DELIVERIES, lease.message.kind, "given-up" if given_up else "postponed")
    pause = min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)
    pause = int(pause * random.uniform(0.8, 1.2))  # noqa: S311 - jitter, not a secret
    due = now_ms() + max(pause, min(waits, LONGEST_WAIT_MS))
    log.log(
        logging.ERROR if given_up else logging.WARNING, "message %s of the kind %s was not delivered%s: %s",
        lease.message.id.hex(), lease.message.kind, " and is given up" if given_up else "", reason,
    )  # fmt: skip
    engine = house.store.engine
    engine.submit(
        lambda: engine.execute(
            "UPDATE outbox SET attempts = ?, due = ?, failure = ?, given_up = ?, leased_until = 0"
            " WHERE id = ? AND fence = ?",
            (attempts, due, reason[:LONGEST_FAILURE], int(given_up), lease.message.id, lease.fence),
        )
    ).result()
