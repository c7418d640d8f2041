"""Who is a delegate of whom, and for what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from a3dav.registries import Migrations
from a3dav.storage.batches import batches, marks

if TYPE_CHECKING:
    from a3dav.principals import Account
    from a3dav.storage.engine import Engine
    from a3dav.storage.transaction import Transaction

MIGRATIONS = Migrations(
    "scheduling-proxies",
    (
        (
            "CREATE TABLE scheduling_proxies (owner_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,"
            " proxy_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, writes INTEGER NOT NULL,"
            " PRIMARY KEY (owner_id, proxy_id, writes))",
            "CREATE INDEX scheduling_proxies_by_proxy ON scheduling_proxies (proxy_id)",
        ),
    ),
)
_OF = "SELECT proxy_id FROM scheduling_proxies WHERE owner_id = ? AND writes = ? ORDER BY proxy_id"
_FOR = "SELECT proxy_id, owner_id, writes FROM scheduling_proxies WHERE proxy_id IN ({proxies})"


def delegates_of(engine: Engine, owner_id: bytes, *, writes: bool) -> list[bytes]:
    """The accounts, groups among them, that an owner has named."""
    return [bytes(row[0]) for row in engine.rows(_OF, (owner_id, int(writes)))]


def owners_for(engine: Engine, proxies: Collection[bytes]) -> dict[bytes, set[bool]]:
    """Those who named one of these accounts, and whether for writing, for reading, or for both."""
    found: dict[bytes, set[bool]] = {}
    for named in owners_by_proxy(engine, proxies).values():
        for owner, writes in named:
            found.setdefault(owner, set()).add(writes)
    return found


def owners_by_proxy(engine: Engine, proxies: Collection[bytes]) -> dict[bytes, list[tuple[bytes, bool]]]:
    """Who named each of these accounts, and whether for writing."""
    found: dict[bytes, list[tuple[bytes, bool]]] = {}
    for batch in batches(sorted(proxies)):
        for proxy, owner, writes in engine.rows(_FOR.format(proxies=marks(batch)), batch):
            found.setdefault(bytes(proxy), []).append((bytes(owner), bool(writes)))
    return found


def replace_delegates(tx: Transaction, owner: Account, delegates: Sequence[bytes], *, writes: bool) -> None:
    before = delegates_of(tx.store.engine, owner.id, writes=writes)
    for delegate in before:
        if delegate not in delegates:
            revoke(tx, owner, delegate, writes=writes)
    for delegate in dict.fromkeys(delegates):
        if delegate not in before:
            grant(tx, owner, delegate, writes=writes)


def grant(tx: Transaction, owner: Account, delegate: bytes, *, writes: bool) -> None:
    tx.store.engine.execute(
        "INSERT INTO scheduling_proxies (owner_id, proxy_id, writes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (owner.id, delegate, int(writes)),
    )
    tx.audit("delegate-added", account=owner, part=delegate)


def revoke(tx: Transaction, owner: Account, delegate: bytes, *, writes: bool) -> None:
    tx.store.engine.execute(
        "DELETE FROM scheduling_proxies WHERE owner_id = ? AND proxy_id = ? AND writes = ?",
        (owner.id, delegate, int(writes)),
    )
    tx.audit("delegate-removed", account=owner, part=delegate)
