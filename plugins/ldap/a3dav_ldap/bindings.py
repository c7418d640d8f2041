"""Which account belongs to which entry of the directory: by what never changes, and not by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.registries import Migrations
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.transaction import Transaction

if TYPE_CHECKING:
    from a3dav.storage.store import Store
    from a3dav_ldap.entries import Known

MIGRATIONS = Migrations(
    "ldap",
    (
        (
            "CREATE TABLE ldap_accounts (account_id BLOB PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,"
            " uuid TEXT NOT NULL, kind TEXT NOT NULL, dn TEXT NOT NULL, name TEXT NOT NULL,"
            " seen INTEGER NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0)",
            "CREATE UNIQUE INDEX ldap_accounts_by_uuid ON ldap_accounts (kind, uuid)",
            "CREATE INDEX ldap_accounts_by_dn ON ldap_accounts (dn)",
            "CREATE INDEX ldap_accounts_by_name ON ldap_accounts (kind, name)",
            "CREATE TABLE ldap_cards (uuid TEXT PRIMARY KEY, seen INTEGER NOT NULL)",
            "CREATE TABLE ldap_runs (id INTEGER PRIMARY KEY, run INTEGER NOT NULL DEFAULT 0,"
            " due INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0, book_id BLOB, owner_id BLOB)",
        ),
    ),
    frozenset(("ldap_accounts", "ldap_cards")),
)
_ENABLED = "account_id IN (SELECT id FROM accounts WHERE disabled = 0)"
_COLUMNS = "account_id, uuid, kind, dn, name, seen, gone"


@dataclass(slots=True, frozen=True)
class Binding:
    """`name` is that of the directory, folded; `seen` the number of the run that saw the entry last.

    One whose entry is `gone` was disabled by us, and is enabled when the entry comes back.
    """

    account_id: bytes
    uuid: str
    kind: str
    dn: str
    name: str
    seen: int
    gone: bool


def _binding_of(row: Row) -> Binding:
    return Binding(bytes(row[0]), row[1], row[2], row[3], row[4], int(row[5]), bool(row[6]))


def of_uuids(store: Store, kind: str, uuids: Sequence[str]) -> dict[str, Binding]:
    return {found.uuid: found for found in _listed(store, "uuid", kind, uuids)}


def of_names(store: Store, kind: str, names: Sequence[str]) -> list[Binding]:
    return list(_listed(store, "name", kind, [name.casefold() for name in names]))


def _listed(store: Store, column: str, kind: str, values: Sequence[str]) -> Iterator[Binding]:
    for some in batches(values):
        sql = f"SELECT {_COLUMNS} FROM ldap_accounts WHERE kind = ? AND {column} IN ({marks(some)})"
        yield from map(_binding_of, store.engine.rows(sql, (kind, *some)))


def of_dns(store: Store, dns: Sequence[str]) -> list[Binding]:
    found: list[Binding] = []
    for some in batches(dns):
        sql = f"SELECT {_COLUMNS} FROM ldap_accounts WHERE dn IN ({marks(some)})"
        found += map(_binding_of, store.engine.rows(sql, some))
    return found


def of_account(store: Store, account_id: bytes) -> Binding | None:
    row = store.engine.row(f"SELECT {_COLUMNS} FROM ldap_accounts WHERE account_id = ?", (account_id,))
    return _binding_of(row) if row else None


def keep(tx: Transaction, account_id: bytes, known: Known) -> None:
    tx.store.engine.execute(
        "INSERT INTO ldap_accounts (account_id, uuid, kind, dn, name) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET dn = excluded.dn, name = excluded.name, gone = 0",
        (account_id, known.uuid, known.kind, known.dn, known.called.casefold()),
    )


def note_seen(store: Store, kind: str, uuids: Sequence[str], run: int) -> None:
    def work() -> None:
        for some in batches(uuids):
            sql = f"UPDATE ldap_accounts SET seen = ? WHERE seen < ? AND kind = ? AND uuid IN ({marks(some)})"
            store.engine.execute(sql, (run, run, kind, *some))

    store.engine.submit(work).result()


def count(store: Store, kind: str, *, unseen_since: int = 0) -> int:
    """How many of the accounts that may be used are bound, or those alone that a run did not see."""
    sql = f"SELECT COUNT(*) FROM ldap_accounts WHERE kind = ? AND gone = 0 AND {_ENABLED}"
    row = (
        store.engine.row(f"{sql} AND seen < ?", (kind, unseen_since))
        if unseen_since
        else store.engine.row(sql, (kind,))
    )
    return int(row[0]) if row else 0


def unseen(store: Store, kind: str, run: int, after: bytes = b"", limit: int = 100) -> list[Binding]:
    sql = (
        f"SELECT {_COLUMNS} FROM ldap_accounts WHERE kind = ? AND gone = 0 AND {_ENABLED} AND seen < ?"
        " AND account_id > ? ORDER BY account_id LIMIT ?"
    )
    return [_binding_of(row) for row in store.engine.rows(sql, (kind, run, after, limit))]


def note_gone(tx: Transaction, account_id: bytes) -> None:
    tx.store.engine.execute("UPDATE ldap_accounts SET gone = 1 WHERE account_id = ?", (account_id,))
