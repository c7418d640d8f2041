"""Subscriptions and the tables that keep them.

A row goes with its account, whoever deletes that and whether this plugin is on or off: the database sees to it. One
that belongs to a collection that is gone stays until its device has been told.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.registries import Migrations
from a3dav.storage.batches import batches, marks
from a3dav_push.names import News, Reach

if TYPE_CHECKING:
    from a3dav.storage.engine import Row
    from a3dav.storage.store import Store

MIGRATIONS = Migrations(
    "push",
    (
        (
            "CREATE TABLE push_subscriptions (id TEXT PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, credential_id BLOB NOT NULL,"
            " resource_id BLOB NOT NULL, device TEXT NOT NULL, key_id TEXT NOT NULL, channel BLOB NOT NULL,"
            " content INTEGER NOT NULL, properties INTEGER NOT NULL, created INTEGER NOT NULL,"
            " expires INTEGER NOT NULL, generation INTEGER NOT NULL, pending INTEGER NOT NULL DEFAULT 0,"
            " sending INTEGER NOT NULL DEFAULT 0, wanted INTEGER NOT NULL DEFAULT 0,"
            " failing INTEGER NOT NULL DEFAULT 0)",
            "CREATE UNIQUE INDEX push_subscriptions_of_resource"
            " ON push_subscriptions (resource_id, account_id, device)",
            "CREATE INDEX push_subscriptions_of_account ON push_subscriptions (account_id, device)",
            "CREATE TABLE push_keys (generation INTEGER PRIMARY KEY, created INTEGER NOT NULL)",
        ),
        ("ALTER TABLE push_keys ADD COLUMN salt BLOB",),
    ),
    frozenset(("push_subscriptions",)),
)


@dataclass(slots=True, frozen=True)
class Channel:
    """Where a device is reached, and what it decrypts with (RFC 8291 §2): its public key and its secret."""

    url: str
    key: bytes
    secret: bytes

    def packed(self) -> bytes:
        return json.dumps([self.url, self.key.hex(), self.secret.hex()]).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Channel:
        url, key, secret = json.loads(data)
        return cls(url, bytes.fromhex(key), bytes.fromhex(secret))


@dataclass(slots=True, frozen=True)
class Subscription:
    """What one device wants to hear of one collection; times are milliseconds since 1970.

    `device` stands for the address of the channel. What happened is `pending` until changes were gathered for a
    while, and then `sending` until the push service took it; `wanted` counts these. `failing` is since when none did.
    """

    id: str
    account_id: bytes
    credential_id: bytes
    resource_id: bytes
    device: str
    channel: Channel
    content: Reach
    properties: Reach
    created: int
    expires: int
    generation: int
    pending: News = News.NONE
    sending: News = News.NONE
    wanted: int = 0
    failing: int = 0


_COLUMNS = (
    "id, account_id, credential_id, resource_id, device, key_id, channel, content, properties, created, expires,"
    " generation, pending, sending, wanted, failing"
)


def device_of(store: Store, url: str) -> str:
    """The same for the same address, and nothing that tells which."""
    return store.mac(f"push-device/{url}")


def by_id(store: Store, subscription_id: str) -> Subscription | None:
    found = _where(store, "id = ?", (subscription_id,))
    return found[0] if found else None


def of_resources(store: Store, resource_ids: Sequence[bytes]) -> list[Subscription]:
    return [
        found
        for batch in batches(resource_ids)
        for found in _where(store, f"resource_id IN ({marks(batch)})", tuple(batch))
    ]


def of_account(store: Store, account_id: bytes) -> list[Subscription]:
    return _where(store, "account_id = ?", (account_id,))


def all_of(store: Store) -> list[Subscription]:
    return _where(store, "1 = 1", ())


def same(store: Store, resource_id: bytes, account_id: bytes, device: str) -> Subscription | None:
    place = "resource_id = ? AND account_id = ? AND device = ?"
    found = _where(store, place, (resource_id, account_id, device))
    return found[0] if found else None


def any_at_all(store: Store) -> bool:
    return store.engine.row("SELECT 1 FROM push_subscriptions LIMIT 1") is not None


def count(store: Store, column: str, value: bytes) -> int:
    row = store.engine.row(f"SELECT COUNT(*) FROM push_subscriptions WHERE {column} = ?", (value,))
    return int(row[0]) if row else 0


# -- inside a transaction ------------------------------------------------------------------------------


def keep(store: Store, entry: Subscription) -> None:
    """Writes a subscription, new or in the place of the one with its id."""
    key_id = store.codec.key_id(entry.account_id)
    store.engine.execute("DELETE FROM push_subscriptions WHERE id = ?", (entry.id,))
    store.engine.execute(
        f"INSERT INTO push_subscriptions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.id, entry.account_id, entry.credential_id, entry.resource_id, entry.device, key_id,
            store.codec.encode(key_id, entry.channel.packed()), int(entry.content), int(entry.properties),
            entry.created, entry.expires, entry.generation, int(entry.pending), int(entry.sending), entry.wanted,
            entry.failing,
        ),
    )  # fmt: skip


def renew_channel(store: Store, entry: Subscription) -> None:
    """A device that decrypts with other keys does so wherever it subscribed."""
    key_id = store.codec.key_id(entry.account_id)
    store.engine.execute(
        "UPDATE push_subscriptions SET key_id = ?, channel = ? WHERE account_id = ? AND device = ?",
        (key_id, store.codec.encode(key_id, entry.channel.packed()), entry.account_id, entry.device),
    )


def remove(store: Store, subscription_id: str) -> int:
    return store.engine.execute("DELETE FROM push_subscriptions WHERE id = ?", (subscription_id,))


def remove_device(store: Store, account_id: bytes, device: str) -> int:
    return store.engine.execute(
        "DELETE FROM push_subscriptions WHERE account_id = ? AND device = ?", (account_id, device)
    )


def remove_generation(store: Store, entry: Subscription) -> int:
    """The registrations of a device that were made under a key that is no longer used."""
    return store.engine.execute(
        "DELETE FROM push_subscriptions WHERE account_id = ? AND device = ? AND generation = ?",
        (entry.account_id, entry.device, entry.generation),
    )


def settle(store: Store, entry: Subscription, *, failing: int) -> bool:
    """Nothing is to be sent any more; False where more was noted since the entry was read."""
    engine = store.engine
    engine.execute("UPDATE push_subscriptions SET failing = ? WHERE id = ?", (failing, entry.id))
    sql = "UPDATE push_subscriptions SET sending = 0 WHERE id = ? AND wanted = ?"
    return bool(engine.execute(sql, (entry.id, entry.wanted)) or by_id(store, entry.id) is None)


def note_failure(store: Store, subscription_id: str, since: int) -> int:
    return store.engine.execute("UPDATE push_subscriptions SET failing = ? WHERE id = ?", (since, subscription_id))


def _where(store: Store, condition: str, values: tuple[object, ...]) -> list[Subscription]:
    sql = f"SELECT {_COLUMNS} FROM push_subscriptions WHERE {condition} ORDER BY id"
    return [_subscription(store, row) for row in store.engine.rows(sql, values)]


def _subscription(store: Store, row: Row) -> Subscription:
    channel = Channel.unpacked(store.codec.decode(str(row[5]), bytes(row[6])))
    return Subscription(
        str(row[0]), bytes(row[1]), bytes(row[2]), bytes(row[3]), str(row[4]), channel, Reach(row[7]), Reach(row[8]),
        int(row[9]), int(row[10]), int(row[11]), News(row[12]), News(row[13]), int(row[14]), int(row[15]),
    )  # fmt: skip
