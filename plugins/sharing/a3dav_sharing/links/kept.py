"""The links there are. Of the token in an address a keyed digest is kept; only of one that is published it is there."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import Conflict, Forbidden
from a3dav.identifiers import new_id, now_ms
from a3dav.registries import Migrations
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.store import Store
from a3dav.storage.transaction import Operation, Transaction
from a3dav_sharing.names import ADDRESS_BOOK, CALENDAR
from a3dav_sharing.shares import BUSY, READ

if TYPE_CHECKING:
    from a3dav.house import House

ACCESSES = (BUSY, READ)
MOST_LABEL = 200
TOKEN = re.compile(r"[a-z2-7]{32}", re.ASCII)
DAY_MS = 86_400_000
MIGRATIONS = Migrations(
    "sharing_links",
    (
        (
            "CREATE TABLE sharing_links (id BLOB PRIMARY KEY,"
            " collection_id BLOB NOT NULL REFERENCES resources (id) ON DELETE CASCADE,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, digest BLOB NOT NULL,"
            " access TEXT NOT NULL, key_id TEXT NOT NULL, label BLOB NOT NULL, created INTEGER NOT NULL,"
            " expires INTEGER NOT NULL, used_day INTEGER NOT NULL, token BLOB)",
            "CREATE UNIQUE INDEX sharing_links_by_digest ON sharing_links (digest)",
            "CREATE INDEX sharing_links_of_account ON sharing_links (account_id)",
            "CREATE INDEX sharing_links_of_collection ON sharing_links (collection_id)",
        ),
    ),
)
_COLUMNS = "id, collection_id, account_id, access, created, expires, used_day, key_id, label, token"


@dataclass(slots=True, frozen=True)
class Link:
    """`expires` is milliseconds since 1970 and `used_day` a day since then, both 0 for never.

    `token` is that of a published one, "" of all others: nobody can tell it any more.
    """

    id: bytes
    collection_id: bytes
    account_id: bytes
    access: str
    created: int
    expires: int
    used_day: int
    label: str
    token: str = ""

    @property
    def valid(self) -> bool:
        return not self.expires or self.expires > now_ms()


def create(
    tx: Transaction, house: House, collection: Resource, access: str, *, label: str = "", days: int = 0,
    published: bool = False,
) -> tuple[Link, str]:  # fmt: skip
    """Makes a link and tells its token, this once; refuses what can have none."""
    _judge(house, collection, access, label)
    token = base64.b32encode(secrets.token_bytes(20)).decode().lower()
    most, now = house.section("sharing").link_days, now_ms()
    days = min(days or most, most or days)
    link = Link(
        new_id(), collection.id, collection.account_id, access, now, now + days * DAY_MS if days else 0, 0, label,
        token if published else "",
    )  # fmt: skip
    _insert(tx, link, _digest(tx.store, token))
    tx.note(Operation.ACL, collection)
    return link, token


def _judge(house: House, collection: Resource, access: str, label: str) -> None:
    settings, is_a = house.section("sharing"), house.types.is_a
    if not settings.links:
        raise Forbidden("the administrator of this server does not allow secret links")
    if not any(is_a(collection.kind, kind) for kind in (CALENDAR, ADDRESS_BOOK)):
        raise Conflict("links lead to calendars and address books")
    if access not in (ACCESSES if is_a(collection.kind, CALENDAR) else (READ,)):
        raise Conflict(f"the access of a link is {' or '.join(ACCESSES)}, and to an address book {READ}")
    if len(label) > MOST_LABEL or any(ord(char) < 32 for char in label):
        raise Conflict(f"a label is a line of {MOST_LABEL} characters at most")
    if len(of_account(house, collection.account_id)) >= settings.max_links:
        raise Forbidden(f"there are {settings.max_links} links already, which is as many as may be; revoke one")


def _insert(tx: Transaction, link: Link, digest: bytes) -> None:
    codec = tx.store.codec
    key_id = codec.key_id(link.account_id)
    tx.store.engine.execute(
        f"INSERT INTO sharing_links (digest, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            digest, link.id, link.collection_id, link.account_id, link.access, link.created, link.expires,
            link.used_day, key_id, codec.encode(key_id, link.label.encode()),
            codec.encode(key_id, link.token.encode()) if link.token else None,
        ),
    )  # fmt: skip


def _digest(store: Store, token: str) -> bytes:
    return hashlib.blake2b(token.encode(), key=store.key, digest_size=32, person=b"secret link").digest()


def by_token(house: House, token: str) -> Link | None:
    """The link of an address, as long as it is valid."""
    row = house.store.engine.row(
        f"SELECT {_COLUMNS} FROM sharing_links WHERE digest = ?", (_digest(house.store, token),)
    )
    link = _link_of(house.store, row) if row else None
    return link if link is not None and link.valid else None


def of_account(house: House, account_id: bytes) -> list[Link]:
    rows = house.store.engine.rows(
        f"SELECT {_COLUMNS} FROM sharing_links WHERE account_id = ? ORDER BY id", (account_id,)
    )
    return [_link_of(house.store, row) for row in rows]


def published_on(house: House, collections: Sequence[Resource]) -> dict[bytes, Link]:
    """The link that publishes each collection, by its id."""
    found: dict[bytes, Link] = {}
    for batch in batches([collection.id for collection in collections]):
        sql = f"SELECT {_COLUMNS} FROM sharing_links WHERE token IS NOT NULL AND collection_id IN ({marks(batch)})"
        links = [_link_of(house.store, row) for row in house.store.engine.rows(sql, batch)]
        found |= {link.collection_id: link for link in links if link.valid}
    return found


def revoke(tx: Transaction, link: Link) -> bool:
    """Whether it was still there."""
    gone = tx.store.engine.execute("DELETE FROM sharing_links WHERE id = ?", (link.id,)) > 0
    collection = tx.store.resource(link.collection_id)
    if gone and collection is not None:
        tx.note(Operation.ACL, collection)
    return gone


def note_use(store: Store, link: Link, day: int) -> None:
    """Once a day, whoever reads how often."""
    store.engine.execute("UPDATE sharing_links SET used_day = ? WHERE id = ? AND used_day < ?", (day, link.id, day))


def _link_of(store: Store, row: Row) -> Link:
    key_id = str(row[7])
    return Link(
        bytes(row[0]), bytes(row[1]), bytes(row[2]), str(row[3]), int(row[4]), int(row[5]), int(row[6]),
        store.codec.decode(key_id, bytes(row[8])).decode(),
        store.codec.decode(key_id, bytes(row[9])).decode() if row[9] is not None else "",
    )  # fmt: skip
