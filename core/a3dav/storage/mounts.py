"""Mounts: collections of one home that are members of another one (decision 22), read and written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from a3dav.errors import Conflict, Forbidden
from a3dav.identifiers import new_id, now_ms
from a3dav.resources import Mount, Resource
from a3dav.storage.batches import marks
from a3dav.storage.engine import Engine, Row

if TYPE_CHECKING:
    from a3dav.storage.transaction import Transaction

MOST = 500
"""Mounts of one home: a sync token of the home has an entry for each."""
MOUNT_COLUMNS = "m.id, m.account_id, m.home_id, m.collection_id, m.name, m.counter"


class Mounts:
    """Finds mounts by home, by collection and by id."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def named(self, home_id: bytes, name: str) -> Mount | None:
        return self._one("m.home_id = ? AND m.name = ?", home_id, name)

    def by_id(self, mount_id: bytes) -> Mount | None:
        return self._one("m.id = ?", mount_id)

    def at(self, home_id: bytes, collection_id: bytes) -> Mount | None:
        return self._one("m.collection_id = ? AND m.home_id = ?", collection_id, home_id)

    def _one(self, condition: str, *values: object) -> Mount | None:
        row = self._engine.row(f"SELECT {MOUNT_COLUMNS} FROM mounts m WHERE {condition}", values)
        return mount_of(row) if row else None

    def of_home(self, home_id: bytes) -> list[Mount]:
        sql = f"SELECT {MOUNT_COLUMNS} FROM mounts m WHERE m.home_id = ? ORDER BY m.id"
        return [mount_of(row) for row in self._engine.rows(sql, (home_id,))]

    def of_collections(self, collection_ids: Sequence[bytes]) -> list[Mount]:
        """Where these collections are members of other homes; as many ids as one statement takes."""
        sql = f"SELECT {MOUNT_COLUMNS} FROM mounts m WHERE m.collection_id IN ({marks(collection_ids)}) ORDER BY m.id"
        return [mount_of(row) for row in self._engine.rows(sql, collection_ids)]


def mount_of(row: Row) -> Mount:
    return Mount(bytes(row[0]), bytes(row[1]), bytes(row[2]), bytes(row[3]), str(row[4]), int(row[5]))


def mount(tx: Transaction, home: Resource, name: str, collection: Resource) -> Resource:
    """Makes a collection a member of a home of somebody else; the caller judged who may have it, and what it is."""
    store = tx.store
    tx.lock_accounts(home.account_id, collection.account_id)
    if collection.account_id == home.account_id or collection.id == collection.home_id:
        raise Forbidden("only a collection of somebody else can be a member of this home, too")
    known = store.mounts.of_home(home.id)
    if len(known) >= MOST:
        raise Forbidden(f"a home has {MOST} collections of others at most")
    if store.member(home, name) is not None or any(entry.collection_id == collection.id for entry in known):
        raise Conflict("the home has a member of this name, or this collection, already")
    made = Mount(new_id(), home.account_id, home.id, collection.id, name, tx.next_counter(home.account_id))
    store.engine.execute(
        "INSERT INTO mounts (id, account_id, home_id, name, collection_id, created, counter)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (made.id, made.account_id, made.home_id, made.name, made.collection_id, now_ms(), made.counter),
    )
    tx.note_mount(made)
    return replace(collection, path=(*home.path, name), mounted=made)


def unmount(tx: Transaction, standing: Mount) -> None:
    """Takes a collection out of a home that it does not belong to; what it holds stays with its owner."""
    tx.lock_accounts(standing.account_id)
    engine = tx.store.engine
    if not engine.execute("DELETE FROM mounts WHERE id = ?", (standing.id,)):
        return
    engine.execute("DELETE FROM properties WHERE resource_id = ?", (standing.id,))
    tx.bury_mount(replace(standing, counter=tx.next_counter(standing.account_id)))


def rename(tx: Transaction, standing: Mount, name: str) -> None:
    """The caller saw to it that nothing else in the home has the name."""
    tx.lock_accounts(standing.account_id)
    tx.bury_mount(replace(standing, counter=tx.next_counter(standing.account_id)))
    touch(tx, replace(standing, name=name))


def touch(tx: Transaction, standing: Mount) -> Mount:
    """Records that a mount changed: its name, or the properties its account gave the collection."""
    after = replace(standing, counter=tx.next_counter(standing.account_id))
    sql = "UPDATE mounts SET name = ?, counter = ? WHERE id = ?"
    tx.store.engine.execute(sql, (after.name, after.counter, after.id))
    tx.note_mount(after)
    return after


def end_all(tx: Transaction, collection_ids: Sequence[bytes]) -> None:
    """Collections that are gone, or belong to somebody else now, are members of no other home."""
    standing = tx.store.mounts.of_collections(collection_ids)
    if standing:
        tx.lock_accounts(*(entry.account_id for entry in standing))
    for entry in standing:
        unmount(tx, entry)
