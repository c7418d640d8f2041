"""What is kept of synchronisations: their number, when the next is due, when one ended well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms

if TYPE_CHECKING:
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import Transaction

_FIRST = "INSERT INTO ldap_runs (id) VALUES (1) ON CONFLICT DO NOTHING"


def begin(store: Store) -> int:
    """The number of a new run, above all before it."""
    engine = store.engine

    def work() -> int:
        engine.execute(_FIRST)
        engine.execute("UPDATE ldap_runs SET run = run + 1 WHERE id = 1")
        row = engine.row("SELECT run FROM ldap_runs WHERE id = 1")
        return int(row[0]) if row else 0

    return engine.submit(work).result()


def plan(store: Store, seconds: int) -> None:
    """When the next one is due, unless it is asked for before."""
    _update(store, "due", now_ms() + seconds * 1000)


def hurry(tx: Transaction) -> None:
    """Somebody came whose groups are not known yet."""
    tx.store.engine.execute(_FIRST)
    tx.store.engine.execute("UPDATE ldap_runs SET due = 0 WHERE id = 1")


def note_end(store: Store) -> None:
    _update(store, "finished", now_ms())


def _update(store: Store, column: str, value: int) -> None:
    def work() -> None:
        store.engine.execute(_FIRST)
        store.engine.execute(f"UPDATE ldap_runs SET {column} = ? WHERE id = 1", (value,))

    store.engine.submit(work).result()


def is_due(store: Store) -> bool:
    row = store.engine.row("SELECT due FROM ldap_runs WHERE id = 1")
    return row is None or int(row[0]) <= now_ms()


def finished(store: Store) -> int:
    """Milliseconds since 1970 of the last synchronisation that came to its end; 0 where there was none."""
    row = store.engine.row("SELECT finished FROM ldap_runs WHERE id = 1")
    return int(row[0]) if row else 0


def book_of(store: Store) -> tuple[bytes, bytes]:
    """The collection that is the address book, and the account that owns it; empty where there is none."""
    row = store.engine.row("SELECT book_id, owner_id FROM ldap_runs WHERE id = 1")
    return (bytes(row[0] or b""), bytes(row[1] or b"")) if row else (b"", b"")


def keep_book(tx: Transaction, collection_id: bytes, owner_id: bytes) -> None:
    tx.store.engine.execute(_FIRST)
    tx.store.engine.execute("UPDATE ldap_runs SET book_id = ?, owner_id = ? WHERE id = 1", (collection_id, owner_id))
