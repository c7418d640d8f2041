"""What every account owns from the start: a home below each root, with its default collections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, Transaction
from a3dav.xml.names import split_clark

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.registries import DefaultCollection, Root

HOME_OWNERS = {"user", "resource", "room"}


def provision(tx: Transaction, house: House, account: Account) -> None:
    """Makes the homes an account lacks; safe to repeat."""
    if account.kind not in HOME_OWNERS:
        return
    for root in house.types.roots.values():
        if tx.store.home(root.name, account.id, account.name) is None:
            home = tx.make_home(account.id, root.name, root.home_kind, account.name)
            for default in root.defaults:
                _make_default(tx, home, default)


def provision_all(house: House) -> None:
    """Gives homes to accounts that were made before a plugin was switched on, and what else came later."""
    house.store.engine.submit(house.store.accounts.fold_missing).result()
    for account in house.store.accounts.all():
        if account.kind in HOME_OWNERS and _lacks_home(house, account):
            house.transact(Actor(), partial(_provision_late, house=house, account=account))


def _provision_late(tx: Transaction, house: House, account: Account) -> None:
    provision(tx, house, account)
    tx.audit("homes-made", account=account)


def _lacks_home(house: House, account: Account) -> bool:
    roots = house.types.roots
    return any(house.store.home(root, account.id, account.name) is None for root in roots)


def restore_default(tx: Transaction, house: House, home: Resource, name: str) -> None:
    """A default collection that was deleted comes back, empty."""
    root = house.types.roots.get(home.path[0])
    default = _default(root, name) if root else None
    if default is not None and tx.store.child(home, default.name) is None:
        _make_default(tx, home, default)


def _default(root: Root, name: str) -> DefaultCollection | None:
    return next((entry for entry in root.defaults if entry.name == name), None)


def _make_default(tx: Transaction, home: Resource, default: DefaultCollection) -> None:
    made = tx.make_collection(home, default.name, default.kind, default=default.name)
    tx.set_properties(made, {name: whole(name, inner) for name, inner in default.properties.items()})


def whole(name: str, inner: bytes) -> bytes:
    """A stored property element around inner XML that uses the prefix D or none."""
    namespace, local = split_clark(name)
    return f'<{local} xmlns="{namespace}" xmlns:D="DAV:">'.encode() + inner + f"</{local}>".encode()
