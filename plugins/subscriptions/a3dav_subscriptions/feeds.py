"""What is known of each feed: when it was fetched, what came of it, and when it is due again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from a3dav.identifiers import now_ms
from a3dav.registries import Migrations
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.transaction import Transaction
from a3dav.xml.names import dav
from a3dav_subscriptions.names import SOURCE

if TYPE_CHECKING:
    from a3dav.storage.store import Store

MIGRATIONS = Migrations(
    "subscriptions",
    (
        (
            "CREATE TABLE subscriptions_feeds (collection_id BLOB PRIMARY KEY"
            " REFERENCES resources (id) ON DELETE CASCADE, etag TEXT NOT NULL DEFAULT '',"
            " modified TEXT NOT NULL DEFAULT '', digest TEXT NOT NULL DEFAULT '', due INTEGER NOT NULL,"
            " failures INTEGER NOT NULL DEFAULT 0, checked INTEGER NOT NULL DEFAULT 0,"
            " fetched INTEGER NOT NULL DEFAULT 0, problem TEXT NOT NULL DEFAULT '',"
            " skipped INTEGER NOT NULL DEFAULT 0)",
            "CREATE INDEX subscriptions_feeds_by_due ON subscriptions_feeds (due)",
            "CREATE TABLE subscriptions_birthdays (account_id BLOB PRIMARY KEY"
            " REFERENCES accounts (id) ON DELETE CASCADE, wanted INTEGER NOT NULL)",
        ),
    ),
)
_COLUMNS = "collection_id, etag, modified, digest, due, failures, checked, fetched, problem, skipped"


@dataclass(slots=True, frozen=True)
class Feed:
    """Times are milliseconds since 1970: `checked` when it was asked for last, `fetched` when it last said something.

    `etag` and `modified` are those of the answer, `digest` is of its bytes; `problem` is a sentence for the owner,
    `skipped` counts what could not be stored.
    """

    collection_id: bytes
    etag: str = ""
    modified: str = ""
    digest: str = ""
    due: int = 0
    failures: int = 0
    checked: int = 0
    fetched: int = 0
    problem: str = ""
    skipped: int = 0


def due(store: Store, limit: int) -> list[Feed]:
    rows = store.engine.rows(
        f"SELECT {_COLUMNS} FROM subscriptions_feeds WHERE due <= ? ORDER BY due LIMIT ?", (now_ms(), limit)
    )
    return [_feed_of(row) for row in rows]


def feeds_of(store: Store, ids: Sequence[bytes]) -> dict[bytes, Feed]:
    found: dict[bytes, Feed] = {}
    for batch in batches(ids):
        sql = f"SELECT {_COLUMNS} FROM subscriptions_feeds WHERE collection_id IN ({marks(batch)})"
        found |= {bytes(row[0]): _feed_of(row) for row in store.engine.rows(sql, batch)}
    return found


def _feed_of(row: Row) -> Feed:
    return Feed(
        bytes(row[0]), str(row[1]), str(row[2]), str(row[3]), int(row[4]), int(row[5]), int(row[6]), int(row[7]),
        str(row[8]), int(row[9]),
    )  # fmt: skip


def keep(tx: Transaction, feed: Feed) -> None:
    """Notes what came of a fetch; a feed that is gone meanwhile stays so."""
    tx.store.engine.execute(
        "UPDATE subscriptions_feeds SET etag = ?, modified = ?, digest = ?, due = ?, failures = ?, checked = ?,"
        " fetched = ?, problem = ?, skipped = ? WHERE collection_id = ?",
        (
            feed.etag, feed.modified, feed.digest, feed.due, feed.failures, feed.checked, feed.fetched,
            feed.problem[:300], feed.skipped, feed.collection_id,
        ),
    )  # fmt: skip


def begin(tx: Transaction, collection: Resource) -> None:
    """A feed that is new, or that has another address now, is due at once, and nothing is known of it."""
    tx.store.engine.execute(
        "INSERT INTO subscriptions_feeds (collection_id, due) VALUES (?, ?) ON CONFLICT (collection_id)"
        " DO UPDATE SET due = excluded.due, etag = '', modified = '', digest = '', failures = 0, problem = ''",
        (collection.id, now_ms()),
    )


def hurry(tx: Transaction, collection_id: bytes) -> None:
    tx.store.engine.execute("UPDATE subscriptions_feeds SET due = ? WHERE collection_id = ?", (now_ms(), collection_id))


def address_in(element: bytes | None) -> str:
    """The address that a CS:source holds; "" where it holds none."""
    if not element:
        return ""
    found = etree.fromstring(element).find(dav("href"))
    return (found.text or "").strip() if found is not None else ""


def address_of(store: Store, collection: Resource) -> str:
    return address_in(store.properties([collection]).get(collection.id, {}).get(SOURCE))
