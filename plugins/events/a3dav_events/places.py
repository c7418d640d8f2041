"""Where a reader finds things: below their own homes, or where what others own is mounted there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav.resources import Path, Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.rows import COLUMNS, resource_of

if TYPE_CHECKING:
    from a3dav.house import House


def mounted_for(house: House, account: Account) -> Mapping[bytes, Resource]:
    """The collections of others in the homes of an account, by their ids, as they stand there."""
    return house.standing.recall(("events mounted", account.id), _mounted_for, house, account)


def _mounted_for(house: House, account: Account) -> Mapping[bytes, Resource]:
    store = house.store
    return {one.id: one for home in store.homes(account.id, account.name) for one in store.mounted(home)}


class Places:
    """The resources that a page is about, with the paths that a reader knows them by; each is read once."""

    def __init__(self, house: House, account: Account) -> None:
        self._house = house
        self._mounted = mounted_for(house, account)
        self._found: dict[bytes, Resource | None] = {}

    def read(self, ids: Iterable[bytes]) -> None:
        missing = sorted({one for one in ids if one} - self._found.keys())
        self._found |= dict.fromkeys(missing)
        for batch in batches(missing):
            sql = f"SELECT {COLUMNS} FROM resources r WHERE r.id IN ({marks(batch)})"
            for row in self._house.store.engine.rows(sql, batch):
                self._found[bytes(row[0])] = resource_of(row, ())

    def resource(self, resource_id: bytes) -> Resource | None:
        """A resource as the reader finds it; None for one that is gone."""
        self.read([resource_id])
        found = self._found[resource_id]
        if found is not None and not found.path:
            found.path = self._path(found)
        return found

    def _path(self, resource: Resource) -> Path:
        mounted = self._mounted.get(resource.id)
        if mounted is not None:
            resource.mounted = mounted.mounted
            return mounted.path
        if resource.id == resource.home_id:
            account = self._house.store.accounts.by_id(resource.account_id)
            return (resource.name, account.name if account else resource.account_id.hex())
        parent = self.resource(resource.parent_id)
        return (*(parent.path if parent is not None else ()), resource.name)
