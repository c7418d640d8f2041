"""What administrators do to accounts, each in one transaction with its audit row."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from a3dav.errors import A3davError, Refusal
from a3dav.identifiers import new_id, now_ms
from a3dav.names import RULE, is_account_name
from a3dav.outbox import REMOVE_BLOBS, deliver_due
from a3dav.passwords import MAX_PASSWORD, app_password_digest, hash_password, new_password
from a3dav.principals import Account, Role, Scope
from a3dav.provisioning import HOME_OWNERS, provision
from a3dav.storage.accounts import Accounts, AppPassword
from a3dav.storage.transaction import Actor, Transaction

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource

DAY_MS = 86_400_000


def find_account(house: House, name: str) -> Account:
    account = house.store.accounts.by_name(name)
    if account is None:
        raise Refusal(f"there is no account {name!r}; see: a3dav user list", "NOT_FOUND")
    return account


def add_account(
    house: House, actor: Actor, name: str, *, password: str = "", email: str = "", display_name: str = "",
    role: Role = Role.OWNER, kind: str = "user", quota: int = 0,
) -> Account:  # fmt: skip
    """Makes an account with its homes; raises A3davError for a name that is taken or cannot be one."""
    if not is_account_name(name):
        raise Refusal(f"{name!r} cannot be the name of an account; use {RULE}", field="name")
    hashed = _hash(password) if kind == "user" else ""

    def work(tx: Transaction) -> Account:
        accounts = tx.store.accounts
        if accounts.by_name(name) is not None:
            raise Refusal(f"the name {name!r} is taken", "TAKEN", "name")
        _refuse_conflict(accounts, name, email)
        account = accounts.create(Account(b"", kind, name, display_name, email, role, quota=quota))
        if hashed:
            accounts.set_password_hash(account.id, hashed)
        provision(tx, house, account)
        tx.audit("account-created", account=account)
        return account

    return house.transact(actor, work)


def _refuse_conflict(accounts: Accounts, name: str, email: str, own: bytes = b"") -> None:
    """One signs in by name or by address: no name is the address of another account (RFC 6764 §7)."""
    owner = accounts.by_email(name)
    if owner is not None and owner.id != own:
        raise Refusal(f"{name!r} is the address of another account", "TAKEN", "name")
    if email and (accounts.by_email(email) is not None or accounts.by_name(email) is not None):
        raise Refusal(f"the address {email!r} belongs to another account", "TAKEN", "email")


def _hash(password: str) -> str:
    if not password or len(password.encode()) > MAX_PASSWORD:
        raise Refusal(f"a password has 1 to {MAX_PASSWORD} bytes", field="password")
    return hash_password(password)


def change_password(house: House, actor: Actor, name: str, password: str) -> None:
    account, hashed = find_account(house, name), _hash(password)
    if account.kind != "user":
        raise Refusal(f"{name} is a {account.kind} and does not sign in")

    def work(tx: Transaction) -> None:
        tx.store.accounts.set_password_hash(account.id, hashed)
        tx.audit("password-changed", account=account)

    house.transact(actor, work)


def set_disabled(house: House, actor: Actor, name: str, *, disabled: bool) -> None:
    account = find_account(house, name)
    if disabled:
        refuse_losing_last_administrator(house, account)
    house.transact(actor, lambda tx: _disable(tx, account, disabled))


def _disable(tx: Transaction, account: Account, disabled: bool) -> None:
    if disabled:
        _keep_an_administrator(tx, account)
    tx.store.accounts.set_disabled(account.id, disabled)
    tx.audit("account-disabled" if disabled else "account-enabled", account=account)


def refuse_losing_last_administrator(house: House, account: Account) -> None:
    _refuse_losing_last(house.store.accounts, account)


def _refuse_losing_last(accounts: Accounts, account: Account) -> None:
    if accounts.administrators() == [account.id]:
        raise Refusal(f"{account.name} is the last administrator; make another one first", "LAST_ADMINISTRATOR")


def _keep_an_administrator(tx: Transaction, account: Account) -> None:
    """Decides it again under the locks of them all, so that two do not take it from one another at once."""
    tx.lock_accounts(*tx.store.accounts.administrators())
    _refuse_losing_last(tx.store.accounts, account)


def describe_account(
    house: House, actor: Actor, name: str, *, display_name: str | None = None, email: str | None = None,
    role: Role | None = None, quota: int | None = None, disabled: bool | None = None,
) -> None:  # fmt: skip
    """Changes what is given; an administrator whose role changes, or who is disabled, is not the last one."""
    account = find_account(house, name)
    resigns = role is not None and role is not Role.ADMIN
    if disabled or resigns:
        refuse_losing_last_administrator(house, account)
    given: dict[str, Any] = {"display_name": display_name, "email": email, "role": role, "quota": quota}
    facts = {fact: value for fact, value in given.items() if value is not None}

    def work(tx: Transaction) -> None:
        if resigns:
            _keep_an_administrator(tx, account)
        if email:
            _refuse_foreign_address(tx.store.accounts, email, account.id)
        if facts:
            tx.store.accounts.describe(account.id, **facts)
            tx.audit("role-changed" if role is not None else "account-changed", account=account)
        if disabled is not None:
            _disable(tx, account, disabled)

    house.transact(actor, work)


def _refuse_foreign_address(accounts: Accounts, email: str, own: bytes) -> None:
    for owner in (accounts.by_email(email), accounts.by_name(email)):
        if owner is not None and owner.id != own:
            raise Refusal(f"the address {email!r} belongs to another account", "TAKEN", "email")


def rename_account(house: House, actor: Actor, name: str, new_name: str) -> None:
    account = find_account(house, name)
    if not is_account_name(new_name):
        raise Refusal(f"{new_name!r} cannot be the name of an account; use {RULE}", field="name")

    def work(tx: Transaction) -> None:
        if tx.store.accounts.by_name(new_name) is not None:
            raise Refusal(f"the name {new_name!r} is taken", "TAKEN", "name")
        _refuse_conflict(tx.store.accounts, new_name, "", account.id)
        tx.store.accounts.rename(account.id, new_name)
        tx.audit("account-renamed", account=account)

    house.transact(actor, work)


def add_app_password(house: House, actor: Actor, name: str, *, label: str, scope: Scope, days: int) -> str:
    """Makes an app password and returns it; only its digest is kept. `days` of 0 never expire."""
    return make_app_password(house, actor, name, label=label, scope=scope, days=days)[1]


def make_app_password(
    house: House, actor: Actor, name: str, *, label: str, scope: Scope, days: int
) -> tuple[AppPassword, str]:
    """The same with what is kept of it."""
    account, password = find_account(house, name), new_password()
    expires = now_ms() + days * DAY_MS if days else 0
    entry = AppPassword(new_id(), account.id, label, scope, now_ms(), expires, 0)

    def work(tx: Transaction) -> None:
        digest = app_password_digest(tx.store.key, account.id, password)
        tx.store.accounts.add_app_password(entry, digest)
        tx.audit("app-password-created", account=account, part=entry.id)

    house.transact(actor, work)
    return entry, password


def revoke_app_password(house: House, actor: Actor, name: str, app_password_id: str) -> None:
    accounts, account = house.store.accounts, find_account(house, name)
    known = {entry.id.hex(): entry.id for entry in accounts.app_passwords(account.id)}
    if app_password_id not in known:
        sentence = f"{name} has no app password {app_password_id}; see: a3dav app-password list {name}"
        raise Refusal(sentence, "NOT_FOUND", "app_password")

    def work(tx: Transaction) -> None:
        accounts.remove_app_password(account.id, known[app_password_id])
        tx.audit("app-password-revoked", account=account, part=known[app_password_id])

    house.transact(actor, work)


def change_membership(house: House, actor: Actor, group_name: str, member_name: str, *, remove: bool) -> None:
    group, member = find_account(house, group_name), find_account(house, member_name)
    if group.kind != "group":
        raise Refusal(f"{group_name} is a {group.kind}, not a group")

    def work(tx: Transaction) -> None:
        accounts = tx.store.accounts
        if not remove:
            accounts.refuse_circle(group.id, member.id)
        (accounts.remove_member if remove else accounts.add_member)(group.id, member.id)
        tx.audit("group-member-removed" if remove else "group-member-added", account=group, part=member.id)

    house.transact(actor, work)


def give_data(house: House, actor: Actor, giver: Account, taker: Account) -> int:
    """Moves every collection and file of one account below the homes of another; returns how many."""
    if giver.id == taker.id:
        raise A3davError("giver and taker are the same account")
    if taker.kind not in HOME_OWNERS:
        raise A3davError(f"{taker.name} is a {taker.kind} and owns no data; name a user, a room or a resource")

    def work(tx: Transaction) -> int:
        tx.lock_accounts(giver.id, taker.id, *_mounting(tx, giver))
        given = 0
        for home in tx.store.homes(giver.id, giver.name):
            target = tx.store.home(home.path[0], taker.id, taker.name)
            for page in list(tx.store.pages(home)):
                if target is None:
                    raise A3davError(f"{taker.name} has no home below /{home.path[0]}/; switch its plugin on")
                for member in page:
                    name = _free_name(tx, target, f"{giver.name}-{member.name}")
                    tx.move(member, home, target, name, kind=member.kind, uid=member.uid)
                    given += 1
        tx.audit("data-given", account=giver, part=taker.id)
        return given

    return house.transact(actor, work)


def _free_name(tx: Transaction, collection: Resource, name: str) -> str:
    names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
    return next(name for name in names if tx.store.member(collection, name) is None)


def erase_account(house: House, actor: Actor, account: Account) -> None:
    """Removes an account with everything it owns, earlier versions included; the audit trail keeps ids."""
    refuse_losing_last_administrator(house, account)

    def work(tx: Transaction) -> None:
        engine = tx.store.engine
        _keep_an_administrator(tx, account)
        tx.lock_accounts(account.id, *_mounting(tx, account))
        for home in tx.store.homes(account.id, account.name):
            for page in list(tx.store.pages(home)):
                for member in page:
                    tx.delete(member, home)
        sql = "SELECT DISTINCT blob FROM versions WHERE account_id = ? AND blob IS NOT NULL"
        blobs = [str(row[0]) for row in engine.rows(sql, (account.id,))]
        house.update_indexes(tx)
        tx.changes.clear()
        for statement in _ERASURE:
            engine.execute(statement, (account.id,))
        tx.forget(account.id)
        tx.audit("account-erased", account=account)
        if blobs:
            tx.post(REMOVE_BLOBS, b"", "\n".join(blobs).encode("ascii"))

    house.transact(actor, work)
    deliver_due(house)


def _mounting(tx: Transaction, owner: Account) -> list[bytes]:
    """The accounts in whose homes something of this owner is mounted."""
    sql = "SELECT DISTINCT m.account_id FROM mounts m JOIN resources r ON r.id = m.collection_id WHERE r.account_id = ?"
    return [bytes(row[0]) for row in tx.store.engine.rows(sql, (owner.id,))]


_ERASURE = (
    "DELETE FROM properties WHERE resource_id IN (SELECT id FROM mounts WHERE account_id = ?)",
    "DELETE FROM mounts WHERE account_id = ?",
    "DELETE FROM tombstones WHERE home_id IN (SELECT id FROM resources WHERE account_id = ?)",
    "DELETE FROM sync_floors WHERE collection_id IN (SELECT id FROM resources WHERE account_id = ?)",
    "DELETE FROM properties WHERE resource_id IN (SELECT id FROM resources WHERE account_id = ?)",
    "DELETE FROM resources WHERE account_id = ?",
    "DELETE FROM versions WHERE account_id = ?",
    "DELETE FROM locks WHERE account_id = ?",
    "DELETE FROM outbox WHERE account_id = ?",
    "DELETE FROM properties WHERE resource_id = ?",
    "DELETE FROM accounts WHERE id = ?",
)
