"""Once an hour: deliveries that nobody looks at any more go, and what got stuck is woken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Task
from a3dav.storage.transaction import Transaction
from a3dav_events.webhooks import deliveries
from a3dav_events.webhooks.gathering import ACTOR
from a3dav_events.webhooks.noting import GATHER

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_events.settings import EventsSettings

PIECE = 500
DAY_MS = 86_400_000


def tidy(house: House) -> str:
    settings: EventsSettings = house.section("events")
    oldest, removed = now_ms() - settings.kept * DAY_MS, 0
    while count := house.transact(ACTOR, lambda tx: deliveries.remove_before(tx.store, oldest, PIECE)):
        removed += count
    house.transact(ACTOR, _wake)
    return f"{removed} old deliveries of webhooks removed" if removed else ""


def _wake(tx: Transaction) -> None:
    """Messages that were given up, or removed by hand, leave webhooks that would wait for ever."""
    engine = tx.store.engine
    for webhook_id, account_id in engine.rows("SELECT id, account_id FROM webhooks WHERE active = 1"):
        engine.execute("UPDATE webhooks SET pending = 1, behind = 0 WHERE id = ?", (webhook_id,))
        tx.post(GATHER, bytes(account_id), bytes(webhook_id))


TASK = Task("webhooks", 3600, tidy)
