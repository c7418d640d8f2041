"""The index of group cards: the groups of an address book by name, and those that a card is in, without reading any."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from a3dav.faults import BodyLost
from a3dav.registries import Index, Migrations
from a3dav.storage.batches import batches, marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.storage.transaction import Change, Operation, Transaction
from a3dav_carddav.names import CARD
from a3dav_content.card_groups import Grouping, Regrouping, comparable_category
from a3dav_content.cards import spellings
from a3dav_content.errors import ContentError

if TYPE_CHECKING:
    from a3dav.resources import Resource
    from a3dav.storage.store import Store

MIGRATIONS = Migrations(
    "carddav",
    (
        (
            "CREATE TABLE carddav_groups (resource_id BLOB NOT NULL PRIMARY KEY, collection_id BLOB NOT NULL,"
            " folded TEXT NOT NULL)",
            "CREATE INDEX carddav_groups_by_name ON carddav_groups (collection_id, folded)",
            "CREATE TABLE carddav_members (resource_id BLOB NOT NULL, collection_id BLOB NOT NULL,"
            " member TEXT NOT NULL, PRIMARY KEY (resource_id, member))",
            "CREATE INDEX carddav_members_by_uid ON carddav_members (collection_id, member)",
        ),
    ),
    frozenset(("carddav_groups", "carddav_members")),
)
_TABLES = ("carddav_groups", "carddav_members")
_LONGEST = 250
"""Characters of a key; what is longer stands there by its digest, for the sake of the indexes of the database."""


def update(tx: Transaction, changes: Sequence[Change]) -> None:
    for change in changes:
        before, after = change.before, change.after
        if after is None or after.kind != CARD:
            _forget(tx, change.resource.id)
        elif change.operation is Operation.PUT or before is None or _elsewhere(before, after):
            said = change.parsed or grouping(tx.store, after)
            if isinstance(said, Regrouping):
                _exchange(tx, after, set(map(_key, said.removed - said.added)), set(map(_key, said.added)))
            elif said is not None and said.group:
                _keep(tx, after, said)
            elif before is not None:
                _forget(tx, after.id)


def _elsewhere(before: Resource, after: Resource) -> bool:
    return (before.parent_id, before.kind) != (after.parent_id, after.kind)


def clear(tx: Transaction) -> None:
    for table in _TABLES:
        tx.store.engine.execute(f"DELETE FROM {table}")


INDEX = Index("carddav", "1", frozenset({CARD}), update, clear)


def grouping(store: Store, card: Resource) -> Grouping | None:
    """What a stored card says; None where it is lost, or was stored under rules that were wider."""
    try:
        return Grouping.of(store.body(card).read())
    except (ContentError, BodyLost):
        return None


def _forget(tx: Transaction, resource_id: bytes) -> None:
    for table in _TABLES:
        tx.store.engine.execute(f"DELETE FROM {table} WHERE resource_id = ?", (resource_id,))


def _keep(tx: Transaction, card: Resource, said: Grouping) -> None:
    """Writes what is new alone: a group of thousands changes by one member."""
    engine, place = tx.store.engine, (card.id, card.parent_id)
    engine.execute("DELETE FROM carddav_groups WHERE resource_id = ?", (card.id,))
    engine.execute(
        "INSERT INTO carddav_groups (resource_id, collection_id, folded) VALUES (?, ?, ?)",
        (*place, _key(comparable_category(said.name))),
    )
    sql = "SELECT member FROM carddav_members WHERE resource_id = ? AND collection_id = ?"
    held = {str(row[0]) for row in engine.rows(sql, place)}
    if not held:
        engine.execute("DELETE FROM carddav_members WHERE resource_id = ?", (card.id,))  # of another address book
    members = set(map(_key, said.by_member))
    _exchange(tx, card, held - members, members - held)


def _exchange(tx: Transaction, card: Resource, removed: set[str], added: set[str]) -> None:
    engine, place = tx.store.engine, (card.id, card.parent_id)
    for batch in batches(sorted(removed)):
        engine.execute(
            f"DELETE FROM carddav_members WHERE resource_id = ? AND member IN ({marks(batch)})", (card.id, *batch)
        )
    for batch in batches(sorted(added)):
        rows = ", ".join(["(?, ?, ?)"] * len(batch))
        values = [value for member in batch for value in (*place, member)]
        sql = f"INSERT INTO carddav_members (resource_id, collection_id, member) VALUES {rows} ON CONFLICT DO NOTHING"
        engine.execute(sql, values)


def _key(text: str) -> str:
    return text if len(text) <= _LONGEST else hashlib.blake2b(text.encode(), digest_size=32).hexdigest()


def groups_named(store: Store, book: Resource, names: Iterable[str]) -> dict[str, list[Resource]]:
    """The groups of an address book by each of these comparable names, the oldest first."""
    by_key = {_key(name): name for name in names}
    found: dict[str, list[Resource]] = {}
    for batch in batches(list(by_key)):
        sql = (
            f"SELECT {COLUMNS}, g.folded FROM carddav_groups g JOIN resources r ON r.id = g.resource_id"
            f" WHERE g.collection_id = ? AND g.folded IN ({marks(batch)}) ORDER BY r.created, r.id"
        )
        for row in store.engine.rows(sql, (book.id, *batch)):
            found.setdefault(by_key[str(row[-1])], []).append(resource_of(row, (*book.path, row[4])))
    return found


def groups_of(store: Store, book: Resource, member: str) -> list[Resource]:
    """The groups of an address book that a card is in, by its comparable UID."""
    sql = (
        f"SELECT {COLUMNS} FROM carddav_members m JOIN resources r ON r.id = m.resource_id"
        " WHERE m.collection_id = ? AND m.member = ? ORDER BY r.id"
    )
    return [resource_of(row, (*book.path, row[4])) for row in store.engine.rows(sql, (book.id, _key(member)))]


def members_of(store: Store, group: Resource, among: Collection[str]) -> set[str]:
    """Which of these comparable UIDs are in a group."""
    by_key = {_key(member): member for member in among}
    found: set[str] = set()
    for batch in batches(list(by_key)):
        sql = f"SELECT member FROM carddav_members WHERE resource_id = ? AND member IN ({marks(batch)})"
        found |= {by_key[str(row[0])] for row in store.engine.rows(sql, (group.id, *batch))}
    return found


def cards_by_uid(store: Store, book: Resource, members: Iterable[str]) -> list[Resource]:
    """The cards of an address book with these comparable UIDs that are no groups themselves."""
    found: list[Resource] = []
    for batch in batches([spelling for member in members for spelling in spellings(member)]):
        sql = (
            f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id = ? AND r.uid IN ({marks(batch)}) AND r.kind = ?"
            " AND NOT EXISTS (SELECT 1 FROM carddav_groups g WHERE g.resource_id = r.id)"
        )
        rows = store.engine.rows(sql, (book.id, *batch, CARD))
        found += [resource_of(row, (*book.path, row[4])) for row in rows]
    return found
