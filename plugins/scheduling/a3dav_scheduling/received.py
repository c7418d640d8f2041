"""Which messages were received, kept for as long as they could come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Task

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.transaction import Transaction

KEPT_MS = 30 * 86_400_000
"""For messages that came by mail; one of the outbox is remembered for as long as it lies there."""


def is_first(tx: Transaction, message_id: bytes) -> bool:
    """Notes a message inside the transaction that processes it; False for one that was processed before."""
    if not message_id:
        return True
    sql = "INSERT INTO scheduling_received (message_id, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
    return tx.store.engine.execute(sql, (message_id, now_ms())) > 0


def sweep(house: House) -> str:
    engine = house.store.engine
    forgotten = engine.submit(
        lambda: engine.execute(
            "DELETE FROM scheduling_received WHERE at < ?"
            " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = scheduling_received.message_id)",
            (now_ms() - KEPT_MS,),
        )
    ).result()
    return f"{forgotten} received messages forgotten" if forgotten else ""


TASK = Task("scheduling-received", 86_400, sweep)
