"""Accounts with what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav.storage.accounts import COLUMNS, account_of
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav_admin.pages import Keyset

if TYPE_CHECKING:
    from a3dav.house import House

_SOURCE = "accounts a JOIN profiles p ON p.account_id = a.id"
_MEMBERSHIPS = "memberships m JOIN accounts a ON a.id = {} JOIN profiles p ON p.account_id = a.id"
WIDTH = len(COLUMNS.split(","))
PRINCIPALS = Keyset("principals", COLUMNS, _SOURCE, ("p.name",), (str,))
MEMBERS = Keyset("members", COLUMNS, _MEMBERSHIPS.format("m.member_id"), ("p.name",), (str,), "m.group_id")
GROUPS = Keyset("groups", COLUMNS, _MEMBERSHIPS.format("m.group_id"), ("p.name",), (str,), "m.member_id")


def account(row: Row) -> Account:
    return account_of(row[:WIDTH])


def by_id(house: House, ids: Sequence[bytes]) -> Mapping[bytes, Account]:
    return house.store.accounts.by_ids(ids)


def by_name(house: House, names: Sequence[str]) -> Mapping[str, Account]:
    return house.store.accounts.by_names(names)


def passwords_changed(house: House, ids: Sequence[bytes]) -> Mapping[bytes, int]:
    found: dict[bytes, int] = {}
    for batch in batches(ids):
        sql = f"SELECT account_id, changed FROM passwords WHERE account_id IN ({marks(batch)})"
        found |= {bytes(row[0]): int(row[1]) for row in house.store.engine.rows(sql, batch)}
    return found
