"""Derived rows of plugins: noticed when stale, rebuilt from the bodies in the store."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from a3dav.registries import Index
from a3dav.storage.batches import marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.storage.store import PAGE
from a3dav.storage.transaction import Actor, Change, Operation, Transaction

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource


_KNOWN = "SELECT name, version, stale FROM indexes"
SYSTEM = Actor()


def refresh_indexes(house: House, say: Callable[[str], None]) -> None:
    """Rebuilds what is of another version or missed writes while its plugin was off."""
    engine = house.store.engine
    known = {str(name): (str(version), bool(stale)) for name, version, stale in engine.rows(_KNOWN)}
    present = {index.name for index in house.indexes}
    for name in set(known) - present:
        engine.execute("UPDATE indexes SET stale = 1 WHERE name = ?", (name,))
    for index in house.indexes:
        if index.name not in known and not _page(house, index, b""):
            _mark(house, index, stale=False)  # of a plugin that is new, where nothing is that it could know
        elif known.get(index.name) != (index.version, False):
            count = rebuild(house, index)
            if count:
                say(f"index {index.name}: {count} resources indexed")


def rebuild(house: House, index: Index, progress: Callable[[int], None] = lambda _: None, actor: Actor = SYSTEM) -> int:
    """Clears an index and fills it page by page; it counts as stale until the end."""

    def clear(tx: Transaction) -> None:
        index.clear(tx)
        tx.audit(f"index-rebuilt:{index.name}")

    _mark(house, index, stale=True)
    house.transact(actor, clear)
    total, after = 0, b""
    while page := _page(house, index, after):
        house.transact(Actor(), partial(_index_page, index=index, page=page))
        total, after = total + len(page), page[-1].id
        progress(total)
    _mark(house, index, stale=False)
    return total


def _page(house: House, index: Index, after: bytes) -> list[Resource]:
    kinds = sorted(index.kinds)
    rows = house.store.engine.rows(
        f"SELECT {COLUMNS} FROM resources r WHERE r.id > ? AND r.kind IN ({marks(kinds)}) ORDER BY r.id LIMIT ?",
        (after, *kinds, PAGE),
    )
    return [resource_of(row, house.store.path_of(row)) for row in rows]


def _index_page(tx: Transaction, index: Index, page: list[Resource]) -> None:
    index.update(tx, [Change(Operation.PUT, None, resource) for resource in page])


def _mark(house: House, index: Index, *, stale: bool) -> None:
    def work() -> None:
        house.store.engine.execute(
            "INSERT INTO indexes (name, version, stale) VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET version = excluded.version, stale = excluded.stale",
            (index.name, index.version, int(stale)),
        )

    house.store.engine.submit(work).result()
