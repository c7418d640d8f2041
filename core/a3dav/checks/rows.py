"""What the rows of the store say about one another: accounts, sizes, parents and indexes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from a3dav.checks.findings import Finding, Outcome, counted
from a3dav.indexing import rebuild
from a3dav.resources import Mount, Resource
from a3dav.storage.mounts import MOUNT_COLUMNS, mount_of, unmount
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.storage.transaction import Actor, Transaction

if TYPE_CHECKING:
    from a3dav.house import House

_SIZES = "(SELECT COALESCE(SUM(r.size), 0) FROM resources r WHERE r.account_id = a.id)"
_WRONG_SIZES = f"SELECT a.id, a.used, {_SIZES} FROM accounts a WHERE a.used <> {_SIZES}"
_HANGING = (
    f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id <> r.account_id"
    " AND NOT EXISTS (SELECT 1 FROM resources p WHERE p.id = r.parent_id)"
)
RESCUE = "recovered"


def administrators(house: House) -> Iterator[Finding]:
    count = len(house.store.accounts.administrators())
    yield Finding(
        count > 0, f"{count} administrators can sign in" + ("" if count else "; try: a3dav user add NAME --role admin")
    )


def used_bytes(house: House) -> Iterator[Finding]:
    wrong = house.store.engine.rows(_WRONG_SIZES)
    names = [_name(house, bytes(row[0])) for row in wrong]
    text = counted(len(wrong), "accounts use another number of bytes than is noted", names)
    yield Finding(not wrong, text, _count_again)


def _count_again(house: House, actor: Actor) -> Iterator[Outcome]:
    for row in house.store.engine.rows(_WRONG_SIZES):
        before, after = house.transact(actor, partial(_count_one, account_id=bytes(row[0])))
        yield Outcome(True, f"{_name(house, bytes(row[0]))} uses {after} bytes, and not {before}")


def _count_one(tx: Transaction, account_id: bytes) -> tuple[int, int]:
    tx.lock_accounts(account_id)
    engine = tx.store.engine
    before = engine.row("SELECT used FROM accounts WHERE id = ?", (account_id,)) or (0,)
    engine.execute(f"UPDATE accounts AS a SET used = {_SIZES} WHERE id = ?", (account_id,))
    after = engine.row("SELECT used FROM accounts WHERE id = ?", (account_id,)) or (0,)
    tx.audit("used-bytes-corrected")
    return int(before[0]), int(after[0])


def _name(house: House, account_id: bytes) -> str:
    account = house.store.accounts.by_id(account_id)
    return account.name if account else account_id.hex()


def hanging_resources(house: House) -> Iterator[Finding]:
    """Resources in a collection that is gone cannot be reached by any path."""
    hanging = [_hanging(house, row) for row in house.store.engine.rows(_HANGING)]
    names = ["/".join(resource.path) for resource in hanging]
    yield Finding(not hanging, counted(len(hanging), "resources stand in a collection that is gone", names), _rescue)


def _hanging(house: House, row: tuple[object, ...]) -> Resource:
    resource = resource_of(row, ("?", str(row[4])))
    return resource.at((_name(house, resource.account_id), "?", resource.name))


def _rescue(house: House, actor: Actor) -> Iterator[Outcome]:
    for row in house.store.engine.rows(_HANGING):
        yield house.transact(actor, partial(_rescue_one, house=house, resource=_hanging(house, row)))


def _rescue_one(tx: Transaction, house: House, resource: Resource) -> Outcome:
    owner = _name(house, resource.account_id)
    home = tx.store.home("files", resource.account_id, owner)
    if home is None:
        return Outcome(False, f"{resource.name} of {owner} was left: the account has no home below /files/")
    tx.lock_accounts(resource.account_id)
    shelf = tx.store.child(home, RESCUE) or tx.make_collection(home, RESCUE, "folder")
    lost = Resource("folder", resource.path[:-1], True, resource.parent_id, home_id=resource.home_id)
    moved = tx.move(resource, lost, shelf, resource.id.hex(), kind=resource.kind, uid=resource.uid)
    tx.audit("resource-rescued", resource=moved)
    return Outcome(True, f"{resource.name} of {owner} is {moved.href} now")


_ROOTLESS = (
    f"SELECT {MOUNT_COLUMNS} FROM mounts m WHERE NOT EXISTS (SELECT 1 FROM resources r WHERE r.id = m.collection_id)"
    " OR NOT EXISTS (SELECT 1 FROM resources h WHERE h.id = m.home_id)"
)


def rootless_mounts(house: House) -> Iterator[Finding]:
    """A mount of a collection that is gone, or in a home that is gone, shows nothing and keeps its name from others."""
    rootless = [mount_of(row) for row in house.store.engine.rows(_ROOTLESS)]
    names = [f"{entry.name} of {_name(house, entry.account_id)}" for entry in rootless]
    yield Finding(not rootless, counted(len(rootless), "mounts lead nowhere", names), _unmount)


def _unmount(house: House, actor: Actor) -> Iterator[Outcome]:
    for row in house.store.engine.rows(_ROOTLESS):
        yield house.transact(actor, partial(_unmount_one, entry=mount_of(row)))


def _unmount_one(tx: Transaction, entry: Mount) -> Outcome:
    unmount(tx, entry)
    tx.audit("mount-removed")
    return Outcome(True, f"the mount {entry.name} was removed")


def indexes(house: House) -> Iterator[Finding]:
    known = {str(row[0]): row for row in house.store.engine.rows("SELECT name, version, stale FROM indexes")}
    for index in house.indexes:
        if index.name not in known:
            continue  # of a plugin that has not run here yet
        _, version, stale = known[index.name]
        current = version == index.version and not stale
        text = f"index {index.name} is {'current' if current else 'stale; try: a3dav reindex'}"
        yield Finding(current, text, partial(_rebuild, name=index.name))


def _rebuild(house: House, actor: Actor, name: str) -> Iterator[Outcome]:
    for index in house.indexes:
        if index.name == name:
            count = rebuild(house, index)
            house.transact(actor, lambda tx: tx.audit("index-rebuilt"))
            yield Outcome(True, f"index {name} was rebuilt from {count} resources")
