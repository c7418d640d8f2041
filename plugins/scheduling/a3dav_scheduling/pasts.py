"""What a person has received about each UID, so that messages that come twice or late do no harm (RFC 5546 §2.1.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Task

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import Transaction

KEPT_MS = 400 * 86_400_000
"""Behind the last message about what is not there any more."""


def past_of(store: Store, account_id: bytes, uid: str) -> str:
    row = store.engine.row(
        "SELECT key_id, past FROM scheduling_pasts WHERE account_id = ? AND uid = ?", (account_id, uid)
    )
    return store.codec.decode(str(row[0]), bytes(row[1])).decode() if row else ""


def keep_past(tx: Transaction, account_id: bytes, uid: str, past: str) -> None:
    codec = tx.store.codec
    key_id = codec.key_id(account_id)
    tx.store.engine.execute(
        "INSERT INTO scheduling_pasts (account_id, uid, key_id, past, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id, uid) DO UPDATE SET key_id = excluded.key_id, past = excluded.past, at = excluded.at",
        (account_id, uid, key_id, codec.encode(key_id, past.encode()), now_ms()),
    )


def sweep(house: House) -> str:
    engine = house.store.engine
    forgotten = engine.submit(
        lambda: engine.execute(
            "DELETE FROM scheduling_pasts WHERE at < ? AND NOT EXISTS (SELECT 1 FROM scheduling_objects s"
            " JOIN resources r ON r.id = s.resource_id"
            " WHERE s.uid = scheduling_pasts.uid AND r.account_id = scheduling_pasts.account_id)",
            (now_ms() - KEPT_MS,),
        )
    ).result()
    return f"the messages about {forgotten} old events are forgotten" if forgotten else ""


TASK = Task("scheduling-pasts", 86_400, sweep)
