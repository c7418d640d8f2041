"""Who has which share: the tables, and what others ask of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.principals import Identity
from a3dav.registries import Migrations
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Engine, Row

if TYPE_CHECKING:
    from a3dav.house import House

BUSY, READ, READ_WRITE = ACCESSES = ("busy", "read", "read-write")
"""What a share may give, the least of it first."""
INVITED, ACCEPTED, DECLINED, STATES = "invited", "accepted", "declined", ("invited", "accepted", "declined")

MIGRATIONS = Migrations(
    "sharing",
    (
        (
            "CREATE TABLE sharing_shares (id BLOB PRIMARY KEY,"
            " collection_id BLOB NOT NULL REFERENCES resources (id) ON DELETE CASCADE,"
            " sharee_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, access TEXT NOT NULL,"
            " key_id TEXT NOT NULL, words BLOB NOT NULL, created INTEGER NOT NULL)",
            "CREATE INDEX sharing_shares_of_collection ON sharing_shares (collection_id)",
            "CREATE INDEX sharing_shares_of_sharee ON sharing_shares (sharee_id)",
            "CREATE TABLE sharing_invitations (id BLOB PRIMARY KEY,"
            " share_id BLOB NOT NULL REFERENCES sharing_shares (id) ON DELETE CASCADE,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, state TEXT NOT NULL,"
            " changed INTEGER NOT NULL)",
            "CREATE INDEX sharing_invitations_of_share ON sharing_invitations (share_id)",
            "CREATE INDEX sharing_invitations_of_account ON sharing_invitations (account_id, state)",
        ),
    ),
)


@dataclass(slots=True, frozen=True)
class Share:
    """What an owner offers an account or a group; `words` are those that go along with it."""

    id: bytes
    collection_id: bytes
    sharee_id: bytes
    access: str
    words: str = ""


@dataclass(slots=True, frozen=True)
class Invitation:
    """What one person, a sharee or in a group of sharees, made of a share; its `id` is the uid of the invitation."""

    id: bytes
    share: Share
    account_id: bytes
    state: str
    changed: int


def access_of(house: House, identity: Identity, collections: Sequence[Resource]) -> list[str]:
    """The most that shares which somebody accepted give on each collection; "" for none, and for what is their own."""
    foreign = {c.id for c in collections if c.stored and c.account_id != identity.account.id}
    if not foreign or identity.anonymous:
        return [""] * len(collections)
    found = _accesses(house.store.engine, identity, sorted(foreign))
    return [found.get(collection.id, "") for collection in collections]


_ACCESSES = (
    "SELECT s.collection_id, s.access, s.sharee_id"
    " FROM sharing_invitations i JOIN sharing_shares s ON s.id = i.share_id"
    " WHERE i.account_id = ? AND i.state = 'accepted' AND s.collection_id IN ({marks})"
)


def _accesses(engine: Engine, identity: Identity, collection_ids: Sequence[bytes]) -> dict[bytes, str]:
    """Who left a group has nothing by its shares any more, whatever was answered."""
    reader = identity.groups | {identity.account.id}
    found: dict[bytes, str] = {}
    for batch in batches(collection_ids):
        rows = engine.rows(_ACCESSES.format(marks=marks(batch)), (identity.account.id, *batch))
        for collection_id, access, sharee_id in rows:
            if bytes(sharee_id) in reader:
                found[bytes(collection_id)] = greater(found.get(bytes(collection_id), ""), str(access))
    return found


def greater(one: str, other: str) -> str:
    """Of two accesses the one that gives more; "" gives nothing."""
    order = ("", *ACCESSES)
    return max(one, other, key=order.index)


_SHARE = "s.id, s.collection_id, s.sharee_id, s.access, s.key_id, s.words"
_INVITATION = f"i.id, i.account_id, i.state, i.changed, {_SHARE}"
_JOINED = "sharing_invitations i JOIN sharing_shares s ON s.id = i.share_id"


def shares_on(house: House, collection_ids: Iterable[bytes]) -> list[Share]:
    """The shares of collections, the oldest first."""
    found: list[Share] = []
    for batch in batches(sorted(set(collection_ids))):
        sql = f"SELECT {_SHARE} FROM sharing_shares s WHERE s.collection_id IN ({marks(batch)}) ORDER BY s.id"
        found += [_share_of(house, row) for row in house.store.engine.rows(sql, batch)]
    return found


def invitations_on(house: House, collection_ids: Iterable[bytes]) -> list[Invitation]:
    """What everybody made of the shares of collections, the oldest first."""
    found: list[Invitation] = []
    for batch in batches(sorted(set(collection_ids))):
        sql = f"SELECT {_INVITATION} FROM {_JOINED} WHERE s.collection_id IN ({marks(batch)}) ORDER BY i.id"
        found += [_invitation_of(house, row) for row in house.store.engine.rows(sql, batch)]
    return found


def invitations_of(house: House, account_id: bytes) -> list[Invitation]:
    sql = f"SELECT {_INVITATION} FROM {_JOINED} WHERE i.account_id = ? ORDER BY i.id"
    return [_invitation_of(house, row) for row in house.store.engine.rows(sql, (account_id,))]


def invitations_page(house: House, identity: Identity, state: str | None, after: bytes, limit: int) -> list[Invitation]:
    """Those of one person behind an id, the oldest first, without those by a group that they are in no more."""
    mine = sorted({identity.account.id, *identity.groups})
    wanted = "AND i.state = ?" if state else ""
    sql = (
        f"SELECT {_INVITATION} FROM {_JOINED} WHERE i.account_id = ? AND i.id > ? {wanted}"
        f" AND s.sharee_id IN ({marks(mine)}) ORDER BY i.id LIMIT ?"
    )
    values = (identity.account.id, after, *([state] if state else []), *mine, limit)
    return [_invitation_of(house, row) for row in house.store.engine.rows(sql, values)]


def invitation(house: House, invitation_id: bytes) -> Invitation | None:
    row = house.store.engine.row(f"SELECT {_INVITATION} FROM {_JOINED} WHERE i.id = ?", (invitation_id,))
    return _invitation_of(house, row) if row else None


def _share_of(house: House, row: Row) -> Share:
    words = house.store.codec.decode(str(row[4]), bytes(row[5])).decode()
    return Share(bytes(row[0]), bytes(row[1]), bytes(row[2]), str(row[3]), words)


def _invitation_of(house: House, row: Row) -> Invitation:
    return Invitation(bytes(row[0]), _share_of(house, row[4:]), bytes(row[1]), str(row[2]), int(row[3]))
