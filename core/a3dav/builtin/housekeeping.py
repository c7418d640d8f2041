"""Built-in plugin `housekeeping`: old versions and tombstones, unreferenced blobs and abandoned uploads are removed."""

from __future__ import annotations

import time
from functools import partial

from a3dav import hookimpl
from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.outbox import REMOVE_BLOBS
from a3dav.registries import Delivery, DeliveryRegistry, Message, Task, TaskRegistry
from a3dav.storage.transaction import Actor, Transaction

DAY = 86_400
GRACE_SECONDS = DAY
PIECE = 500
EXPIRED_SHOWN_DAYS = 30
SWEEPER = "unreferenced-blobs"


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(
        Task("old-versions", 3600, remove_old_versions),
        Task("old-tombstones", 6 * 3600, remove_old_tombstones),
        Task(SWEEPER, 6 * 3600, remove_unreferenced_blobs),
        Task("expired-tokens", 6 * 3600, remove_expired_tokens),
    )


@hookimpl
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    registry.add(Delivery(REMOVE_BLOBS, remove_erased_blobs))


def remove_erased_blobs(house: House, message: Message) -> None:
    """Removes the files of an account that was erased; one that a copy shares stays."""
    for reference in message.payload.decode("ascii").split():
        if house.store.engine.row("SELECT 1 FROM versions WHERE blob = ?", (reference,)) is None:
            house.store.blobs.remove(reference)


def remove_old_versions(house: House) -> str:
    """Drops versions that are not current and older than storage.history_days."""
    oldest = now_ms() - house.settings.storage.history_days * DAY * 1000
    removed = 0

    def work(tx: Transaction) -> int:
        count = tx.store.engine.execute(
            "DELETE FROM versions WHERE id IN (SELECT v.id FROM versions v WHERE v.created < ?"
            " AND NOT EXISTS (SELECT 1 FROM resources r WHERE r.id = v.resource_id AND r.version_id = v.id)"
            " LIMIT ?)",
            (oldest, PIECE),
        )
        if count:
            tx.audit("versions-removed", times=count)
        return count

    while count := house.transact(Actor(method="housekeeping"), work):
        removed += count
    return f"{removed} old versions removed" if removed else ""


def remove_old_tombstones(house: House) -> str:
    """Drops tombstones older than storage.tombstone_days; sync tokens from before them are worth nothing then."""
    days, removed = house.settings.storage.tombstone_days, 0
    if not days:
        return ""
    owners = house.store.engine.rows(
        "SELECT DISTINCT r.account_id FROM tombstones t JOIN resources r ON r.id = t.collection_id", ()
    )
    for (account_id,) in owners:
        horizon = house.store.counter_at(bytes(account_id), now_ms() - days * DAY * 1000)
        while count := house.transact(Actor(method="housekeeping"), partial(_forget_lost, bytes(account_id), horizon)):
            removed += count
    return f"{removed} old tombstones removed" if removed else ""


def _forget_lost(account_id: bytes, horizon: int, tx: Transaction) -> int:
    engine = tx.store.engine
    rows = engine.rows(
        "SELECT t.collection_id, t.home_id, t.counter FROM tombstones t JOIN resources r ON r.id = t.collection_id"
        " WHERE r.account_id = ? AND t.counter <= ? ORDER BY t.counter LIMIT ?",
        (account_id, horizon, PIECE),
    )
    for collection_id, home_id, counter in rows:
        engine.execute("DELETE FROM tombstones WHERE collection_id = ? AND counter = ?", (collection_id, counter))
        for forgetful in {bytes(collection_id), bytes(home_id)}:
            engine.execute(
                "INSERT INTO sync_floors (collection_id, counter) VALUES (?, ?)"
                " ON CONFLICT (collection_id) DO UPDATE SET counter = excluded.counter",
                (forgetful, counter),
            )
    if rows:
        tx.audit("tombstones-removed", times=len(rows))
    return len(rows)


def remove_expired_tokens(house: House) -> str:
    """Drops tokens that have been worth nothing for a month; until then their owner sees why a program fails."""

    def work(tx: Transaction) -> int:
        count = tx.store.tokens.remove_expired(now_ms() - EXPIRED_SHOWN_DAYS * DAY * 1000)
        if count:
            tx.audit("expired-tokens-removed", times=count)
        return count

    removed = house.transact(Actor(method="housekeeping"), work)
    return f"{removed} expired tokens removed" if removed else ""


def _is_referenced(house: House, reference: str) -> bool:
    return house.store.engine.row("SELECT 1 FROM versions WHERE blob = ?", (reference,)) is not None


def remove_if_unreferenced(house: House, reference: str) -> int:
    """Among the writers: one whose file goes here while the clock jumped finds out before it commits."""
    if _is_referenced(house, reference):
        return 0
    house.store.blobs.remove(reference)
    return 1


def remove_unreferenced_blobs(house: House) -> str:
    """Removes files that no version names, a day after they were last touched; none while a backup is made."""
    with house.store.blobs.sweeping() as allowed:
        removed = _sweep(house, time.time() - GRACE_SECONDS) if allowed else 0
    return f"{removed} unreferenced files removed" if removed else ""


def _sweep(house: House, horizon: float) -> int:
    blobs, removed = house.store.blobs, 0
    for reference in blobs.references(horizon):
        if not _is_referenced(house, reference):
            removed += house.store.engine.submit(partial(remove_if_unreferenced, house, reference)).result()
    return removed + blobs.remove_abandoned_spools(horizon)
