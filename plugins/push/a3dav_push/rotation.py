"""A new key pair of the server: each device is told under the old one, and has to register anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.storage.transaction import Actor, Transaction
from a3dav_push.delivery import TOLD
from a3dav_push.keys import begin_generation
from a3dav_push.names import News

if TYPE_CHECKING:
    from a3dav.house import House


def rotate(house: House, actor: Actor) -> int:
    """Returns how many devices are going to be told."""

    def work(tx: Transaction) -> int:
        engine = tx.store.engine
        begin_generation(tx.store, now_ms())
        devices = engine.rows(
            "SELECT MIN(id), account_id FROM push_subscriptions WHERE expires > ? GROUP BY account_id, device",
            (now_ms(),),
        )
        for subscription_id, account_id in devices:
            _tell(tx, str(subscription_id), bytes(account_id))
        tx.audit("push-key-rotated")
        return len(devices)

    return house.transact(actor, work)


def _tell(tx: Transaction, subscription_id: str, account_id: bytes) -> None:
    tx.store.engine.execute(
        "UPDATE push_subscriptions SET sending = ?, wanted = wanted + 1 WHERE id = ?",
        (int(News.ROTATION), subscription_id),
    )
    tx.post(TOLD, account_id, subscription_id.encode())
