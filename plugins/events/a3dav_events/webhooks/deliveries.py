"""Deliveries: what is sent, how often that was tried, and what the receiver said last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from a3dav.identifiers import new_id, now_ms
from a3dav_events.times import moment
from a3dav_events.webhooks.rows import Webhook

if TYPE_CHECKING:
    from a3dav.storage.engine import Row
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import Transaction

SEND = "webhook-delivery"
"""Messages whose payload is the id of a delivery, and which attempt it is."""
WAITING, DELIVERED, FAILED = "waiting", "delivered", "failed"
PING = "ping"
LONGEST_EXCERPT = 500
_COLUMNS = "id, webhook_id, key_id, body, type, created, state, attempts, attempted, status, excerpt"


@dataclass(slots=True, frozen=True)
class Sent:
    """A delivery; times are milliseconds since 1970, 0 = never, and `status` is 0 where no answer came."""

    id: bytes
    webhook_id: bytes
    body: bytes
    type: str
    created: int
    state: str
    attempts: int
    attempted: int
    status: int
    excerpt: str


def by_id(store: Store, delivery_id: bytes) -> Sent | None:
    row = store.engine.row(f"SELECT {_COLUMNS} FROM webhook_deliveries WHERE id = ?", (delivery_id,))
    return _sent(store, row) if row else None


def newest(store: Store, webhook_id: bytes, before: bytes, limit: int) -> list[Sent]:
    """A page of deliveries, the newest first, older than the one with the id `before` if there is one."""
    sql = f"SELECT {_COLUMNS} FROM webhook_deliveries WHERE webhook_id = ? AND id < ? ORDER BY id DESC LIMIT ?"
    return [_sent(store, row) for row in store.engine.rows(sql, (webhook_id, before or b"\xff" * 16, limit))]


def waiting(store: Store, webhook_id: bytes, most: int) -> int:
    sql = (
        "SELECT COUNT(*) FROM (SELECT 1 FROM webhook_deliveries WHERE webhook_id = ? AND state = 'waiting' LIMIT ?)"
        " AS counted"
    )
    row = store.engine.row(sql, (webhook_id, most))
    return int(row[0]) if row else 0


# -- inside a transaction ------------------------------------------------------------------------------


def post(tx: Transaction, hook: Webhook, kind: str, data: dict[str, Any], happened: int) -> bytes:
    """Leaves a delivery, and the message that sends it."""
    delivery_id, codec, now = new_id(), tx.store.codec, now_ms()
    key_id = codec.key_id(hook.account_id)
    told = {
        "id": delivery_id.hex(), "type": kind, "time": moment(happened), "account": hook.account_id.hex(),
        "webhook": hook.id.hex(), "data": data,
    }  # fmt: skip
    tx.store.engine.execute(
        "INSERT INTO webhook_deliveries (id, webhook_id, key_id, body, type, created, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (delivery_id, hook.id, key_id, codec.encode(key_id, msgspec.json.encode(told)), kind, now, WAITING),
    )
    schedule(tx, hook, delivery_id, 0)
    return delivery_id


def schedule(tx: Transaction, hook: Webhook, delivery_id: bytes, attempts: int, due: int = 0) -> None:
    tx.post(SEND, hook.account_id, delivery_id + attempts.to_bytes(2, "big"), due)


def scheduled(payload: bytes) -> tuple[bytes, int]:
    """The id of a delivery, and how many attempts went before."""
    return payload[:16], int.from_bytes(payload[16:], "big")


def send_again(tx: Transaction, hook: Webhook, entry: Sent) -> None:
    tx.store.engine.execute("UPDATE webhook_deliveries SET state = 'waiting', attempts = 0 WHERE id = ?", (entry.id,))
    schedule(tx, hook, entry.id, 0)


def attempted(store: Store, entry: Sent, state: str, status: int, excerpt: str) -> None:
    store.engine.execute(
        "UPDATE webhook_deliveries SET state = ?, attempts = attempts + 1, attempted = ?, status = ?, excerpt = ?"
        " WHERE id = ?",
        (state, now_ms(), status, excerpt[:LONGEST_EXCERPT], entry.id),
    )


def give_up(store: Store, webhook_id: bytes, sentence: str) -> int:
    """Ends everything that waits, of a webhook that was switched off."""
    return store.engine.execute(
        "UPDATE webhook_deliveries SET state = 'failed', excerpt = ? WHERE webhook_id = ? AND state = 'waiting'",
        (sentence, webhook_id),
    )


def remove_before(store: Store, moment_ms: int, piece: int) -> int:
    return store.engine.execute(
        "DELETE FROM webhook_deliveries WHERE id IN (SELECT id FROM webhook_deliveries"
        " WHERE created < ? AND state <> 'waiting' LIMIT ?)",
        (moment_ms, piece),
    )


def told(entries: Sequence[Sent]) -> list[dict[str, Any]]:
    """Deliveries as the API tells of them."""
    return [
        {
            "id": entry.id.hex(), "type": entry.type, "created": moment(entry.created), "state": entry.state,
            "attempts": entry.attempts, "attempted": moment(entry.attempted) if entry.attempted else None,
            "status": entry.status or None, "excerpt": entry.excerpt or None,
        }
        for entry in entries
    ]  # fmt: skip


def _sent(store: Store, row: Row) -> Sent:
    body = store.codec.decode(str(row[2]), bytes(row[3]))
    return Sent(
        bytes(row[0]), bytes(row[1]), body, str(row[4]), int(row[5]), str(row[6]), int(row[7]), int(row[8]),
        int(row[9]), str(row[10]),
    )  # fmt: skip
