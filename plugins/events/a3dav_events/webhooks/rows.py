"""Webhooks and the tables that keep them; a row goes with its account.

A webhook follows the change log with a position of its own. `webhook_topics` has the accounts whose changes may
concern it, so that a write finds those to wake by one index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from a3dav.identifiers import now_ms
from a3dav.registries import Migrations
from a3dav.storage.batches import batches, marks

if TYPE_CHECKING:
    from a3dav.storage.engine import Row
    from a3dav.storage.store import Store

MIGRATIONS = Migrations(
    "events",
    (
        (
            "CREATE TABLE webhooks (id BLOB PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, credential_id BLOB NOT NULL,"
            " key_id TEXT NOT NULL, sealed BLOB NOT NULL, name TEXT NOT NULL, types TEXT NOT NULL,"
            " collections TEXT NOT NULL, active INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '',"
            " created INTEGER NOT NULL, changed INTEGER NOT NULL, position INTEGER NOT NULL,"
            " pending INTEGER NOT NULL DEFAULT 0, behind INTEGER NOT NULL DEFAULT 0,"
            " failing INTEGER NOT NULL DEFAULT 0)",
            "CREATE INDEX webhooks_of_account ON webhooks (account_id)",
            "CREATE TABLE webhook_topics (account_id BLOB NOT NULL,"
            " webhook_id BLOB NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,"
            " PRIMARY KEY (account_id, webhook_id))",
            "CREATE INDEX topics_of_webhook ON webhook_topics (webhook_id)",
            "CREATE TABLE webhook_deliveries (id BLOB PRIMARY KEY,"
            " webhook_id BLOB NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE, key_id TEXT NOT NULL,"
            " body BLOB NOT NULL, type TEXT NOT NULL, created INTEGER NOT NULL, state TEXT NOT NULL,"
            " attempts INTEGER NOT NULL DEFAULT 0, attempted INTEGER NOT NULL DEFAULT 0,"
            " status INTEGER NOT NULL DEFAULT 0, excerpt TEXT NOT NULL DEFAULT '')",
            "CREATE INDEX deliveries_of_webhook ON webhook_deliveries (webhook_id, id)",
        ),
    ),
    frozenset(("webhooks", "webhook_topics", "webhook_deliveries")),
)


class Sealed(msgspec.Struct, frozen=True):
    """What is nobody else's business: the address, and the secrets that sign; the former one until a moment."""

    url: str
    secret: str
    former: str = ""
    former_until: int = 0

    def secrets(self) -> list[str]:
        return [self.secret, self.former] if self.former and now_ms() < self.former_until else [self.secret]


@dataclass(slots=True, frozen=True)
class Webhook:
    """What is sent where; no `types` and no `collections` are all. Times are milliseconds since 1970, 0 = never.

    One that is not `active` says the `reason`; `failing` is since when nothing arrived.
    """

    id: bytes
    account_id: bytes
    credential_id: bytes
    sealed: Sealed
    name: str
    types: tuple[str, ...]
    collections: tuple[bytes, ...]
    active: bool
    reason: str
    created: int
    changed: int
    position: int
    failing: int = 0

    def wants(self, kind: str) -> bool:
        return not self.types or kind in self.types or f"{kind.partition('.')[0]}.*" in self.types


_COLUMNS = (
    "id, account_id, credential_id, key_id, sealed, name, types, collections, active, reason, created, changed,"
    " position, failing"
)


def by_id(store: Store, webhook_id: bytes) -> Webhook | None:
    row = store.engine.row(f"SELECT {_COLUMNS} FROM webhooks WHERE id = ?", (webhook_id,))
    return _webhook(store, row) if row else None


def of_account(store: Store, account_id: bytes) -> list[Webhook]:
    rows = store.engine.rows(f"SELECT {_COLUMNS} FROM webhooks WHERE account_id = ? ORDER BY id", (account_id,))
    return [_webhook(store, row) for row in rows]


def any_at_all(store: Store) -> bool:
    return store.engine.row("SELECT 1 FROM webhooks WHERE active = 1 LIMIT 1") is not None


def count(store: Store, account_id: bytes) -> int:
    row = store.engine.row("SELECT COUNT(*) FROM webhooks WHERE account_id = ?", (account_id,))
    return int(row[0]) if row else 0


def counts(store: Store) -> dict[bool, int]:
    rows = store.engine.rows("SELECT active, COUNT(*) FROM webhooks GROUP BY active")
    return {False: 0, True: 0} | {bool(active): int(number) for active, number in rows}


# -- inside a transaction ------------------------------------------------------------------------------


def keep(store: Store, entry: Webhook, topics: Iterable[bytes]) -> None:
    key_id = store.codec.key_id(entry.account_id)
    store.engine.execute(
        f"INSERT INTO webhooks ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (entry.id, entry.account_id, entry.credential_id, key_id, *_facts(store, entry, key_id)),
    )
    set_topics(store, entry.id, topics)


def change(store: Store, entry: Webhook, topics: Iterable[bytes]) -> Webhook:
    """Writes all of a webhook but whose it is, and gives it as it is from now on."""
    entry = replace(entry, changed=max(now_ms(), entry.changed + 1))
    key_id = store.codec.key_id(entry.account_id)
    store.engine.execute(
        "UPDATE webhooks SET credential_id = ?, key_id = ?, sealed = ?, name = ?, types = ?, collections = ?,"
        " active = ?, reason = ?, created = ?, changed = ?, position = ?, failing = ? WHERE id = ?",
        (entry.credential_id, key_id, *_facts(store, entry, key_id), entry.id),
    )
    set_topics(store, entry.id, topics)
    return entry


def _facts(store: Store, entry: Webhook, key_id: str) -> tuple[object, ...]:
    sealed = store.codec.encode(key_id, msgspec.json.encode(entry.sealed))
    return (
        sealed, entry.name, " ".join(entry.types), " ".join(one.hex() for one in entry.collections),
        int(entry.active), entry.reason, entry.created, entry.changed, entry.position, entry.failing,
    )  # fmt: skip


def set_topics(store: Store, webhook_id: bytes, topics: Iterable[bytes]) -> None:
    rows = store.engine.rows("SELECT account_id FROM webhook_topics WHERE webhook_id = ?", (webhook_id,))
    known, wanted = {bytes(row[0]) for row in rows}, set(topics)
    for account_id in sorted(known - wanted):
        place = (account_id, webhook_id)
        store.engine.execute("DELETE FROM webhook_topics WHERE account_id = ? AND webhook_id = ?", place)
    for account_id in sorted(wanted - known):
        place = (account_id, webhook_id)
        store.engine.execute("INSERT INTO webhook_topics (account_id, webhook_id) VALUES (?, ?)", place)


def remove(store: Store, webhook_id: bytes) -> int:
    return store.engine.execute("DELETE FROM webhooks WHERE id = ?", (webhook_id,))


def advance(store: Store, entry: Webhook, position: int) -> bool:
    """Says that everything up to a position was taken; False where somebody else did meanwhile."""
    sql = "UPDATE webhooks SET position = ? WHERE id = ? AND position = ?"
    return bool(store.engine.execute(sql, (position, entry.id, entry.position)))


def asleep(store: Store, account_ids: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    """The webhooks that changes of these accounts may concern and that nothing wakes yet, with whose they are."""
    suffix = " FOR UPDATE OF w" if store.engine.reads_wait else ""
    found = {
        (bytes(row[0]), bytes(row[1]))
        for batch in batches(account_ids)
        for row in store.engine.rows(
            "SELECT w.id, w.account_id FROM webhook_topics t JOIN webhooks w ON w.id = t.webhook_id"
            f" WHERE t.account_id IN ({marks(batch)}) AND w.active = 1 AND w.pending = 0 ORDER BY w.id{suffix}",
            batch,
        )
    }
    return sorted(found)


def set_pending(store: Store, webhook_id: bytes, *, pending: bool) -> int:
    """1 where that was not so before."""
    sql = "UPDATE webhooks SET pending = ? WHERE id = ? AND pending <> ?"
    return store.engine.execute(sql, (int(pending), webhook_id, int(pending)))


def set_behind(store: Store, webhook_id: bytes, *, behind: bool) -> int:
    """Says whether more is to be sent than waits already; 1 where that was not so before."""
    sql = "UPDATE webhooks SET behind = ? WHERE id = ? AND behind <> ?"
    return store.engine.execute(sql, (int(behind), webhook_id, int(behind)))


def set_failing(store: Store, webhook_id: bytes, since: int) -> None:
    """Notes the first failure after a success, and with 0 a success."""
    held = "failing = 0" if since else "failing <> 0"
    store.engine.execute(f"UPDATE webhooks SET failing = ? WHERE id = ? AND {held}", (since, webhook_id))


def _webhook(store: Store, row: Row) -> Webhook:
    sealed = msgspec.json.decode(store.codec.decode(str(row[3]), bytes(row[4])), type=Sealed)
    return Webhook(
        bytes(row[0]), bytes(row[1]), bytes(row[2]), sealed, str(row[5]), tuple(str(row[6]).split()),
        tuple(bytes.fromhex(one) for one in str(row[7]).split()), bool(row[8]), str(row[9]), *map(int, row[10:14]),
    )  # fmt: skip
