"""What was deleted and can come back: where each resource stood, and the properties it had.

Bodies are not kept here: they are the versions of the store, and go when those do (storage.history_days).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Migrations
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.transaction import Change, Operation, Transaction

if TYPE_CHECKING:
    from a3dav.storage.store import Store

MIGRATIONS = Migrations(
    "history",
    (
        (
            "CREATE TABLE history_removed (resource_id BLOB PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, parent_id BLOB NOT NULL,"
            " name TEXT NOT NULL, kind TEXT NOT NULL, collection INTEGER NOT NULL, uid TEXT, version_id BLOB,"
            " etag TEXT NOT NULL, size INTEGER NOT NULL, content_type TEXT NOT NULL, created INTEGER NOT NULL,"
            " top_id BLOB NOT NULL, removed INTEGER NOT NULL, actor_id BLOB NOT NULL)",
            "CREATE INDEX history_removed_in_order ON history_removed (account_id, removed, resource_id)",
            "CREATE INDEX history_removed_from ON history_removed (parent_id)",
            "CREATE INDEX history_removed_together ON history_removed (top_id)",
            "CREATE INDEX history_removed_by_age ON history_removed (removed)",
            "CREATE TABLE history_properties (resource_id BLOB NOT NULL,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, name TEXT NOT NULL,"
            " key_id TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (resource_id, name))",
            "CREATE INDEX history_properties_of_account ON history_properties (account_id)",
            "CREATE INDEX changes_of_resource ON changes (resource_id, position)",
            "CREATE INDEX changes_in_collection ON changes (collection_id, position)",
        ),
    ),
    frozenset(("history_removed", "history_properties")),
)
_COLUMNS = (
    "resource_id, account_id, parent_id, name, kind, collection, uid, version_id, etag, size, content_type, created,"
    " top_id, removed, actor_id"
)
_SELECT = f"SELECT {_COLUMNS} FROM history_removed"


@dataclass(slots=True, frozen=True)
class Removed:
    """A resource that is gone; `top` is the id of what was deleted together with it, its own where it was alone."""

    resource: Resource
    top: bytes
    at: int
    actor_id: bytes

    @property
    def id(self) -> bytes:
        return self.resource.id


def keep_properties(tx: Transaction, doomed: Iterable[Resource]) -> None:
    """Before resources are deleted: what they say of themselves goes first."""
    resources = list(doomed)
    codec = tx.store.codec
    for resource in resources:
        tx.store.engine.execute("DELETE FROM history_properties WHERE resource_id = ?", (resource.id,))
    for resource_id, values in tx.store.properties(resources).items():
        owner = next(resource.account_id for resource in resources if resource.id == resource_id)
        key_id = codec.key_id(owner)
        for name, value in values.items():
            tx.store.engine.execute(
                "INSERT INTO history_properties (resource_id, account_id, name, key_id, value) VALUES (?, ?, ?, ?, ?)",
                (resource_id, owner, name, key_id, codec.encode(key_id, value)),
            )


def keep(tx: Transaction, changes: Sequence[Change]) -> None:
    """Notes what a transaction deleted."""
    gone = [change.before for change in changes if change.operation is Operation.DELETE and change.before is not None]
    tops, now = _tops(gone), now_ms()
    for resource in gone:
        tx.store.engine.execute(
            f"INSERT INTO history_removed ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (resource_id) DO NOTHING",
            (
                resource.id, resource.account_id, resource.parent_id, resource.name, resource.kind,
                int(resource.collection), resource.uid, resource.version_id or None, resource.etag, resource.size,
                resource.content_type, resource.created, tops[resource.id], now, tx.actor.account_id,
            ),
        )  # fmt: skip


def _tops(removed: Sequence[Resource]) -> dict[bytes, bytes]:
    """Of each resource the uppermost collection that went with it."""
    parents = {resource.id: resource.parent_id for resource in removed}
    tops = {}
    for resource in removed:
        top = resource.id
        while parents[top] in parents:
            top = parents[top]
        tops[resource.id] = top
    return tops


def forget(tx: Transaction, ids: Sequence[bytes]) -> None:
    for batch in batches(ids):
        tx.store.engine.execute(f"DELETE FROM history_removed WHERE resource_id IN ({marks(batch)})", batch)
        tx.store.engine.execute(f"DELETE FROM history_properties WHERE resource_id IN ({marks(batch)})", batch)


def deletions(store: Store, account_id: bytes, before: tuple[int, bytes] | None, limit: int) -> list[Removed]:
    """What an account deleted, the newest first, each deletion once; `before` is (time, id) of the last one known."""
    at, after = before or (2**62, b"\xff" * 16)
    rows = store.engine.rows(
        f"{_SELECT} WHERE account_id = ? AND top_id = resource_id"
        " AND (removed < ? OR (removed = ? AND resource_id < ?)) ORDER BY removed DESC, resource_id DESC LIMIT ?",
        (account_id, at, at, after, limit),
    )
    return [_removed_of(row) for row in rows]


def removed(store: Store, resource_id: bytes) -> Removed | None:
    row = store.engine.row(f"{_SELECT} WHERE resource_id = ?", (resource_id,))
    return _removed_of(row) if row else None


def removed_from(store: Store, collection_id: bytes) -> list[Removed]:
    """What stood directly in a collection."""
    rows = store.engine.rows(f"{_SELECT} WHERE parent_id = ? ORDER BY resource_id", (collection_id,))
    return [_removed_of(row) for row in rows]


def count_together(store: Store, tops: Sequence[bytes]) -> dict[bytes, int]:
    """How many resources went with each deletion, itself included."""
    found: dict[bytes, int] = {}
    for batch in batches(tops):
        rows = store.engine.rows(
            f"SELECT top_id, COUNT(*) FROM history_removed WHERE top_id IN ({marks(batch)}) GROUP BY top_id", batch
        )
        found |= {bytes(row[0]): int(row[1]) for row in rows}
    return found


def properties_of(store: Store, resource_id: bytes) -> Mapping[str, bytes]:
    rows = store.engine.rows("SELECT name, key_id, value FROM history_properties WHERE resource_id = ?", (resource_id,))
    return {str(row[0]): store.codec.decode(str(row[1]), bytes(row[2])) for row in rows}


def _removed_of(row: Row) -> Removed:
    resource = Resource(
        str(row[4]), (str(row[3]),), bool(row[5]), bytes(row[0]), bytes(row[1]), b"", bytes(row[2]), str(row[3]),
        row[6], bytes(row[7] or b""), str(row[8]), int(row[9]), str(row[10]), int(row[11]),
    )  # fmt: skip
    return Removed(resource, bytes(row[12]), int(row[13]), bytes(row[14]))
