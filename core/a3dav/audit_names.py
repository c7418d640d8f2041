"""What the identifiers of the audit trail stand for now; what is gone shows its identifier."""

from __future__ import annotations

import pwd
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from a3dav.resources import Path, path_href
from a3dav.storage.audit import AuditRow
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.store import Store

T = TypeVar("T")
REMEMBERED = 10_000


@dataclass(slots=True, frozen=True)
class Named:
    """A row, the account or user of the operating system who acted, and the path of what it was about."""

    row: AuditRow
    account: str
    who: str
    about: str


class AuditNames:
    """Looks names up, and remembers a bounded number of accounts and collections."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._accounts: OrderedDict[bytes, tuple[str, Path] | None] = OrderedDict()
        self._collections: OrderedDict[bytes, Path | None] = OrderedDict()

    def of(self, rows: Sequence[AuditRow]) -> Iterator[Named]:
        found = self._resources({row.resource_id for row in rows if row.resource_id})
        for row in rows:
            account = self._account_name(row.actor_id)
            yield Named(row, account, account or _os_user(row.os_user), self._about(row, found))

    def _resources(self, ids: set[bytes]) -> dict[bytes, Row]:
        rows: dict[bytes, Row] = {}
        for batch in batches(sorted(ids)):
            sql = f"SELECT id, parent_id, account_id, name, collection FROM resources WHERE id IN ({marks(batch)})"
            rows |= {bytes(row[0]): row for row in self._store.engine.rows(sql, batch)}
        return rows

    def _about(self, row: AuditRow, found: dict[bytes, Row]) -> str:
        if not row.resource_id:
            return ""
        resource = found.get(row.resource_id)
        if resource is not None:
            path = self._path(resource)
            return path_href(path, bool(resource[4])) if path else row.resource_id.hex()
        container = self._place(row.collection_id)
        known = self._account(row.resource_id)
        name = path_href(known[1], True) if known else row.resource_id.hex()
        return f"{container} {name}" if container else name

    def _place(self, container_id: bytes) -> str:
        """Of a collection or an account; "" for none, the identifier for one that is gone."""
        if not container_id:
            return ""
        if path := self._collection(container_id):
            return path_href(path, True)
        known = self._account(container_id)
        return path_href(known[1], True) if known else container_id.hex()

    def _path(self, resource: Row) -> Path | None:
        parent_id, account_id, name = bytes(resource[1]), bytes(resource[2]), str(resource[3])
        if parent_id == account_id:  # a home
            owner = self._account_name(account_id)
            return (name, owner) if owner else None
        parent = self._collection(parent_id)
        return (*parent, name) if parent else None

    def _collection(self, resource_id: bytes) -> Path | None:
        def look() -> Path | None:
            row = self._resources({resource_id}).get(resource_id)
            return self._path(row) if row else None

        return _recalled(self._collections, resource_id, look)

    def _account_name(self, account_id: bytes) -> str:
        known = self._account(account_id)
        return known[0] if known else account_id.hex()

    def _account(self, account_id: bytes) -> tuple[str, Path] | None:
        def look() -> tuple[str, Path] | None:
            account = self._store.accounts.by_id(account_id) if account_id else None
            return (account.name, account.path) if account else None

        return _recalled(self._accounts, account_id, look)


def _recalled(known: OrderedDict[bytes, T], key: bytes, look: Callable[[], T]) -> T:
    if key not in known:
        known[key] = look()
        if len(known) > REMEMBERED:
            known.popitem(last=False)
    return known[key]


def _os_user(number: int | None) -> str:
    if number is None:
        return ""
    try:
        return f"{pwd.getpwuid(number).pw_name} (uid {number})"
    except (KeyError, OverflowError):
        return f"uid {number}"
