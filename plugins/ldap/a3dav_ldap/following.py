"""An account follows its entry: made, renamed, described, enabled and disabled as the directory says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from a3dav.names import RULE, is_account_name
from a3dav.principals import Account, Role
from a3dav.provisioning import provision
from a3dav.storage.accounts import Accounts
from a3dav.storage.transaction import Actor, Transaction
from a3dav_ldap import bindings, runs
from a3dav_ldap.bindings import Binding
from a3dav_ldap.entries import Known

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_ldap.directory import Directory

ACTOR = Actor(method="ldap")


@dataclass(slots=True, frozen=True)
class Followed:
    """What was done about an entry: "" for nothing, and `problem` where something could not be done."""

    act: str = ""
    problem: str = ""
    account_id: bytes = b""


def follow(house: House, directory: Directory, known: Known, binding: Binding | None, *, dry: bool = False) -> Followed:
    """Brings the account of an entry up to date; nothing is written where nothing differs."""
    account = house.store.accounts.by_id(binding.account_id) if binding else None
    if binding and account and _is_current(house.store.accounts, account, binding, known):
        return Followed(account_id=account.id)
    if not is_account_name(known.name):
        return Followed(problem=f"{known.name[:80]!r} cannot be the name of an account; use {RULE}")
    if account is None and not house.section("ldap").provision and known.kind == "user":
        return _adopted_only(house, known, dry=dry)
    if problem := _make_room(house, directory, known, dry=dry):
        return Followed(problem=problem, account_id=account.id if account else b"")
    act = _act(account, binding, known)
    if dry:
        return Followed(act, account_id=account.id if account else b"")
    account_id = house.transact(ACTOR, partial(_write, house=house, known=known))
    return Followed(act, account_id=account_id)


def _is_current(accounts: Accounts, account: Account, binding: Binding, known: Known) -> bool:
    now = (account.name, account.display_name, account.email, binding.dn, binding.name, binding.gone)
    address = _address(accounts, account, known)
    return now == (known.name, known.display_name, address, known.dn, known.called.casefold(), False)


def _address(accounts: Accounts, account: Account, known: Known) -> str:
    """What the directory says, unless it is another account's already."""
    if known.email in {"", account.email}:
        return known.email
    owners = (accounts.by_email(known.email), accounts.by_name(known.email))
    return account.email if any(owner and owner.id != account.id for owner in owners) else known.email


def _act(account: Account | None, binding: Binding | None, known: Known) -> str:
    if account is None or binding is None:
        return "made"
    if binding.gone:
        return "enabled"
    return "renamed" if account.name != known.name else "changed"


def _adopted_only(house: House, known: Known, *, dry: bool) -> Followed:
    other = house.store.accounts.by_name(known.name)
    if other is None or not _may_adopt(house, known, other):
        return Followed(problem=f"{known.name} has no account here, and none is made (plugins.ldap.provision)")
    if dry:
        return Followed("made", account_id=other.id)
    return Followed("made", account_id=house.transact(ACTOR, partial(_write, house=house, known=known)))


def _may_adopt(house: House, known: Known, other: Account) -> bool:
    """Whoever fills the directory does not come to administer this server by a name."""
    return (
        house.section("ldap").local_accounts == "adopt"
        and other.kind == known.kind
        and other.role is Role.OWNER
        and other.id != runs.book_of(house.store)[1]
        and bindings.of_account(house.store, other.id) is None
    )


def _make_room(house: House, directory: Directory, known: Known, *, dry: bool) -> str:
    """Why an entry cannot have its name; one that a former entry had is set aside with all that it owns."""
    owner = house.store.accounts.by_email(known.name)
    other = house.store.accounts.by_name(known.name)
    bound = bindings.of_account(house.store, other.id) if other else None
    own = bindings.of_uuids(house.store, known.kind, [known.uuid]).get(known.uuid)
    if owner is not None and (own is None or owner.id != own.account_id) and owner != other:
        return f"the name {known.name!r} is the address of another account"
    if other is None or (own is not None and other.id == own.account_id):
        return ""
    if bound is None:
        return "" if own is None and _may_adopt(house, known, other) else _taken(known)
    current = directory.known(bound.kind, bound.uuid)
    if current is not None and current.name == known.name:
        return f"the directory gives the name {known.name!r} to two entries"
    if not dry:
        house.transact(ACTOR, partial(_set_aside, account=other, binding=bound))
    return ""


def _taken(known: Known) -> str:
    return f"the name {known.name!r} belongs to an account that is not of the directory"


def _set_aside(tx: Transaction, account: Account, binding: Binding) -> None:
    """Frees a name; the account gets its own back when its entry, if it is there, is looked at."""
    tx.lock_accounts(account.id)
    mark = binding.account_id.hex()[-12:]
    tx.store.accounts.rename(account.id, f"{account.name[:50]}.{mark}")
    tx.audit("account-renamed", account=account)


def _write(tx: Transaction, house: House, known: Known) -> bytes:
    """Decides on what is committed now: another process may have been here before."""
    accounts = tx.store.accounts
    binding = bindings.of_uuids(tx.store, known.kind, [known.uuid]).get(known.uuid)
    account = accounts.by_id(binding.account_id) if binding else accounts.by_name(known.name)
    if account is None:
        account = _create(tx, house, known)
    elif binding is None and not _may_adopt(house, known, account):
        return b""
    tx.lock_accounts(account.id)
    _rename(tx, account, known)
    _describe(tx, account, known)
    if binding is not None and binding.gone and account.disabled:
        accounts.set_disabled(account.id, False)
        tx.audit("account-enabled", account=account)
    bindings.keep(tx, account.id, known)
    return account.id


def _create(tx: Transaction, house: House, known: Known) -> Account:
    made = Account(b"", known.kind, known.name, known.display_name)
    account = tx.store.accounts.create(replace(made, email=_address(tx.store.accounts, made, known)))
    provision(tx, house, account)
    tx.audit("account-created", account=account)
    return account


def _rename(tx: Transaction, account: Account, known: Known) -> None:
    if account.name != known.name and tx.store.accounts.by_name(known.name) is None:
        tx.store.accounts.rename(account.id, known.name)
        tx.audit("account-renamed", account=account)


def _describe(tx: Transaction, account: Account, known: Known) -> None:
    facts = {"display_name": known.display_name, "email": _address(tx.store.accounts, account, known)}
    changed = {fact: value for fact, value in facts.items() if getattr(account, fact) != value}
    if changed:
        tx.store.accounts.describe(account.id, **changed)
        tx.audit("account-changed", account=account)


def retire(tx: Transaction, binding: Binding) -> bool:
    """Disables the account of an entry that is gone, with all that it owns kept; not the last administrator's."""
    accounts = tx.store.accounts
    account = accounts.by_id(binding.account_id)
    if account is None or accounts.administrators() == [account.id]:
        return False
    tx.lock_accounts(account.id)
    for member in accounts.members(account.id):
        accounts.remove_member(account.id, member.id)
        tx.audit("group-member-removed", account=account, part=member.id)
    if account.disabled:
        return False  # by an administrator, who alone enables it again
    accounts.set_disabled(account.id, True)
    tx.audit("account-disabled", account=account)
    bindings.note_gone(tx, account.id)
    return True
