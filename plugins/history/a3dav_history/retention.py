"""The trash empties itself with the versions that it needs (storage.history_days)."""

from __future__ import annotations

from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.storage.transaction import Actor, Transaction
from a3dav_history.trash import forget

DAY_MS = 86_400_000
PIECE = 500


def remove_old_trash(house: House) -> str:
    oldest, removed = now_ms() - house.settings.storage.history_days * DAY_MS, 0

    def work(tx: Transaction) -> int:
        rows = tx.store.engine.rows(
            "SELECT resource_id FROM history_removed WHERE removed < ? ORDER BY removed LIMIT ?", (oldest, PIECE)
        )
        if rows:
            forget(tx, [bytes(row[0]) for row in rows])
            tx.audit("trash-emptied", times=len(rows))
        return len(rows)

    while count := house.transact(Actor(method="housekeeping"), work):
        removed += count
    return f"{removed} resources left the trash for good" if removed else ""
