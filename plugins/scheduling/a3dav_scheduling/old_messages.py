"""Messages that nobody removed from an inbox go after a while: most clients leave them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Task
from a3dav.storage.transaction import Actor
from a3dav_scheduling.names import MESSAGE

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.transaction import Transaction

DAY_MS = 86_400_000
PIECE = 100
_OLD = (
    "SELECT m.id, m.account_id FROM accounts a JOIN resources m ON m.account_id = a.id"
    " WHERE m.kind = ? AND m.modified < ? ORDER BY m.modified LIMIT ?"
)


def sweep(house: House) -> str:
    """What was invited to stays in the calendar; only the message about it goes."""
    days, removed = house.section("scheduling").inbox_days, 0
    oldest = now_ms() - days * DAY_MS

    def work(tx: Transaction) -> int:
        rows = tx.store.engine.rows(_OLD, (MESSAGE, oldest, PIECE))
        tx.lock_accounts(*{bytes(row[1]) for row in rows})
        for row in rows:
            message = tx.store.resource(bytes(row[0]))
            inbox = tx.store.resource(message.parent_id) if message is not None else None
            if message is not None and inbox is not None:
                tx.delete(message, inbox)
        return len(rows)

    while days and (count := house.transact(Actor(method="housekeeping"), work)):
        removed += count
    return f"{removed} old messages removed from inboxes" if removed else ""


TASK = Task("scheduling-inboxes", 86_400, sweep)
