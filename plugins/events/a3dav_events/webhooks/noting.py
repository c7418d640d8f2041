"""In the transaction of a change: the webhooks that it may concern are woken, by one message for all that comes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from a3dav.storage.transaction import Transaction
from a3dav_events.webhooks import rows

if TYPE_CHECKING:
    from a3dav.house import House

GATHER = "webhook-changes"
"""Messages whose payload is the id of a webhook that looks at the log again."""
SERVICE = "events.watch"
REMEMBERED_SECONDS = 1.0
"""As long may a worker not know that somebody made the very first webhook at another one; the log tells it later."""


class Watch:
    """Whether there is any webhook, so that writes pay nothing where there is none."""

    def __init__(self) -> None:
        self._until, self._any = 0.0, False

    def anybody(self, house: House) -> bool:
        now = time.monotonic()
        if now >= self._until:
            self._any, self._until = rows.any_at_all(house.store), now + REMEMBERED_SECONDS
        return self._any

    def forget(self) -> None:
        self._until = 0.0


def watch_of(house: House) -> Watch:
    found: Watch = house.services.setdefault(SERVICE, Watch())
    return found


def note_changes(house: House, tx: Transaction) -> None:
    if not watch_of(house).anybody(house):
        return
    places = [place for change in tx.changes for place in (change.before, change.after) if place is not None]
    accounts = {place.account_id for place in places} | {standing.account_id for standing in tx.remounted}
    for webhook_id, account_id in rows.asleep(tx.store, sorted(accounts)):
        wake(tx, webhook_id, account_id)


def wake(tx: Transaction, webhook_id: bytes, account_id: bytes, due: int = 0) -> None:
    if rows.set_pending(tx.store, webhook_id, pending=True):
        tx.post(GATHER, account_id, webhook_id, due)
