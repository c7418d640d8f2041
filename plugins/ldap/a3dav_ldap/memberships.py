"""Who is in which group, as the directory says; and who is an administrator for that reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.administration import describe_account
from a3dav.errors import A3davError, Conflict
from a3dav.principals import Account, Role
from a3dav.storage.transaction import Transaction
from a3dav_ldap import bindings
from a3dav_ldap.entries import MEMBER_UID, Entry, Known, dn_key
from a3dav_ldap.following import ACTOR

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.store import Store
    from a3dav_ldap.directory import Directory
    from a3dav_ldap.settings import LdapSettings

PIECE = 100
"""Memberships of one transaction: other writers wait for no more than these."""


def members_in(store: Store, entry: Entry, directory: Directory) -> set[bytes]:
    """The accounts that the entry of a group names, by name or by the names of their entries."""
    attribute = directory.settings.member_attribute
    values = directory.all_values(entry, attribute)
    if attribute.lower() == MEMBER_UID:
        return {found.account_id for found in bindings.of_names(store, "user", values)}
    return {found.account_id for found in bindings.of_dns(store, [key for key in map(dn_key, values) if key])}


def set_members(house: House, group_id: bytes, wanted: set[bytes], *, dry: bool) -> tuple[int, int]:
    """Makes these the members of a group; returns how many came and how many left."""
    present = {member.id for member in house.store.accounts.members(group_id)}
    group = house.store.accounts.by_id(group_id)
    new, old = wanted - present - {group_id}, present - wanted
    if group is None or not (new or old) or dry:
        return len(new), len(old)
    for some in batched(sorted(old)):
        house.transact(ACTOR, partial(_remove, group=group, members=some))
    added = sum(house.transact(ACTOR, partial(_add, group=group, members=some)) for some in batched(sorted(new)))
    return added, len(old)


def batched(ids: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (ids[start : start + PIECE] for start in range(0, len(ids), PIECE))


def _remove(tx: Transaction, group: Account, members: Sequence[bytes]) -> None:
    for member_id in members:
        tx.store.accounts.remove_member(group.id, member_id)
        tx.audit("group-member-removed", account=group, part=member_id)


def _add(tx: Transaction, group: Account, members: Sequence[bytes]) -> int:
    accounts, added = tx.store.accounts, 0
    for member_id in members:
        try:
            accounts.refuse_circle(group.id, member_id)
        except Conflict:
            continue  # the directory allows circles
        accounts.add_member(group.id, member_id)
        tx.audit("group-member-added", account=group, part=member_id)
        added += 1
    return added


def set_groups(house: House, account_id: bytes, known: Known, *, dry: bool) -> tuple[int, int]:
    """The same from the other side, where entries of people say which groups they are in."""
    store = house.store
    wanted = {found.account_id for found in bindings.of_dns(store, known.groups) if found.kind == "group"}
    present = {group.id for group in store.accounts.direct_groups_of([account_id]).get(account_id, [])}
    left = {group_id for group_id in present - wanted if bindings.of_account(store, group_id) is not None}
    new = wanted - present
    if (new or left) and not dry:
        house.transact(ACTOR, partial(_change_groups, account_id=account_id, new=sorted(new), old=sorted(left)))
    return len(new), len(left)


def _change_groups(tx: Transaction, account_id: bytes, new: Sequence[bytes], old: Sequence[bytes]) -> None:
    accounts = tx.store.accounts
    groups = accounts.by_ids([*new, *old])
    for group_id in old:
        accounts.remove_member(group_id, account_id)
        tx.audit("group-member-removed", account=groups[group_id], part=account_id)
    for group_id in new:
        accounts.add_member(group_id, account_id)
        tx.audit("group-member-added", account=groups[group_id], part=account_id)


def follow_roles(house: House, *, dry: bool) -> Iterator[tuple[str, str]]:
    """Gives and takes roles; yields each account with what became of it."""
    settings: LdapSettings = house.section("ldap")
    if not settings.admin_groups and not settings.auditor_groups:
        return
    administrators = _within(house.store, settings.admin_groups)
    auditors = _within(house.store, settings.auditor_groups) - administrators
    for account in _concerned(house, administrators | auditors):
        role = _role(account, settings, administrators, auditors)
        if role is account.role:
            continue
        try:
            if not dry:
                describe_account(house, ACTOR, account.name, role=role)
            yield account.name, f"is {role} now, and was {account.role}"
        except A3davError as error:
            yield account.name, str(error)


def _role(account: Account, settings: LdapSettings, administrators: set[bytes], auditors: set[bytes]) -> Role:
    if account.id in administrators:
        return Role.ADMIN
    if account.id in auditors:
        return Role.AUDITOR
    governed = {Role.ADMIN: settings.admin_groups, Role.AUDITOR: settings.auditor_groups}
    return Role.OWNER if governed.get(account.role) else account.role


def _within(store: Store, names: Sequence[str]) -> set[bytes]:
    """The people of the directory in these groups, and in groups in them."""
    pending = {found.account_id for found in bindings.of_names(store, "group", names) if not found.gone}
    groups, people = set(pending), set[bytes]()
    while pending:
        members = [member for found in store.accounts.members_of(sorted(pending)).values() for member in found]
        people |= {member.id for member in members if member.kind == "user"}
        pending = {member.id for member in members if member.kind == "group"} - groups
        groups |= pending
    return people


def _concerned(house: House, chosen: set[bytes]) -> list[Account]:
    """Those who have a role or are to have one, and are people of the directory."""
    rows = house.store.engine.rows(
        "SELECT id FROM accounts WHERE role <> 'owner' AND id IN (SELECT account_id FROM ldap_accounts)"
    )
    ids = chosen | {bytes(row[0]) for row in rows}
    found = house.store.accounts.by_ids(sorted(ids)).values()
    return [account for account in found if bindings.of_account(house.store, account.id) is not None]
