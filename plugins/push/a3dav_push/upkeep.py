"""Once an hour: what is over ends, and what got stuck is woken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Task
from a3dav.storage.transaction import Transaction
from a3dav_push.delivery import ACTOR, TOLD
from a3dav_push.notes import GATHERED

if TYPE_CHECKING:
    from a3dav.house import House

_OVER = (
    "expires < ? OR account_id IN (SELECT id FROM accounts WHERE disabled = 1)"
    " OR (credential_id <> ? AND credential_id NOT IN (SELECT id FROM app_passwords WHERE expires = 0 OR expires > ?)"
    " AND credential_id NOT IN (SELECT id FROM tokens WHERE expires = 0 OR expires > ?))"
    " OR (pending = 0 AND sending = 0 AND resource_id NOT IN (SELECT id FROM resources)"
    " AND resource_id NOT IN (SELECT id FROM accounts))"
)


def tidy(house: House) -> str:
    ended = house.transact(ACTOR, _remove_over)
    house.transact(ACTOR, _wake)
    return f"{ended} registrations of devices ended" if ended else ""


def _remove_over(tx: Transaction) -> int:
    now = now_ms()
    ended = tx.store.engine.execute(f"DELETE FROM push_subscriptions WHERE {_OVER}", (now, b"", now, now))
    if ended:
        tx.audit("push-ended", times=ended)
    return ended


def _wake(tx: Transaction) -> None:
    """Messages that were given up, or removed by hand, leave notes that would wait for ever."""
    engine = tx.store.engine
    for (resource_id,) in engine.rows("SELECT DISTINCT resource_id FROM push_subscriptions WHERE pending <> 0"):
        tx.post(GATHERED, b"", bytes(resource_id))
    for subscription_id, account_id in engine.rows("SELECT id, account_id FROM push_subscriptions WHERE sending <> 0"):
        tx.post(TOLD, bytes(account_id), str(subscription_id).encode())


TASK = Task("push-registrations", 3600, tidy)
