"""Accounts, their credentials and their groups."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from a3dav.errors import Conflict
from a3dav.identifiers import new_id, now_ms
from a3dav.names import folded
from a3dav.principals import Account, Role, Scope
from a3dav.storage.conditions import EVERYBODY, Condition, all_of, one_of
from a3dav.storage.engine import Engine, Row
from a3dav.storage.generation import NOTE_USE

COLUMNS = (
    "a.id, a.kind, p.name, p.display_name, p.email, a.role, a.disabled, a.credential_version, a.quota, a.used,"
    " a.created, p.changed"
)
_FROM = f"SELECT {COLUMNS} FROM accounts a JOIN profiles p ON p.account_id = a.id"
_BY_NAME = f"{_FROM} WHERE p.name = ?"
_BY_ID = f"{_FROM} WHERE a.id = ?"
PAGE = 100


@dataclass(slots=True, frozen=True)
class AppPassword:
    """A password of its own for one client; times are milliseconds since 1970, 0 = never."""

    id: bytes
    account_id: bytes
    label: str
    scope: Scope
    created: int
    expires: int
    last_used: int


class Accounts:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def by_name(self, name: str) -> Account | None:
        row = self._engine.row(_BY_NAME, (name,))
        return account_of(row) if row else None

    def by_id(self, account_id: bytes) -> Account | None:
        row = self._engine.row(_BY_ID, (account_id,))
        return account_of(row) if row else None

    def by_email(self, email: str) -> Account | None:
        row = self._engine.row(f"{_FROM} WHERE lower(p.email) = ?", (email.lower(),))
        return account_of(row) if row else None

    def all(self, kind: str | None = None) -> list[Account]:
        if kind is None:
            return [account_of(row) for row in self._engine.rows(f"{_FROM} ORDER BY p.name")]
        return [account_of(row) for row in self._engine.rows(f"{_FROM} WHERE a.kind = ? ORDER BY p.name", (kind,))]

    def by_ids(self, ids: Collection[bytes]) -> dict[bytes, Account]:
        return {account.id: account for account in self._listed("a.id", ids)}

    def by_names(self, names: Collection[str]) -> dict[str, Account]:
        return {account.name: account for account in self._listed("p.name", names)}

    def _listed(self, column: str, values: Collection[Any]) -> Iterator[Account]:
        for some in _batches(values):
            listed = one_of(column, some)
            yield from (account_of(row) for row in self._engine.rows(f"{_FROM} WHERE {listed.sql}", listed.parameters))

    def search(self, condition: Condition, after: str = "", limit: int = PAGE) -> list[Account]:
        """A page of the accounts that a condition holds for, by name, behind the name `after`."""
        sql = f"{_FROM} WHERE {condition.sql} AND p.name > ? ORDER BY p.name LIMIT ?"
        return [account_of(row) for row in self._engine.rows(sql, (*condition.parameters, after, limit))]

    def pages(self, condition: Condition) -> Iterator[list[Account]]:
        after = ""
        while page := self.search(condition, after):
            yield page
            if len(page) < PAGE:
                return
            after = page[-1].name

    def among(self, ids: Collection[bytes], condition: Condition) -> frozenset[bytes]:
        """Those of the ids that a condition holds for."""
        found: set[bytes] = set()
        for some in _batches(ids):
            both = all_of((one_of("a.id", some), condition))
            sql = f"SELECT a.id FROM accounts a JOIN profiles p ON p.account_id = a.id WHERE {both.sql}"
            found |= {bytes(row[0]) for row in self._engine.rows(sql, both.parameters)}
        return frozenset(found)

    def count(self, most: int, condition: Condition = EVERYBODY) -> int:
        """How many accounts a condition holds for, or `most` where they are more; enough to estimate a cost."""
        sql = (
            "SELECT COUNT(*) FROM (SELECT 1 FROM accounts a JOIN profiles p ON p.account_id = a.id"
            f" WHERE {condition.sql} LIMIT ?) AS counted"
        )
        row = self._engine.row(sql, (*condition.parameters, most))
        return int(row[0]) if row else 0

    def credential_version(self, account_id: bytes) -> int | None:
        """Changes with every password, scope and state; None for an account that may not sign in."""
        row = self._engine.row("SELECT credential_version FROM accounts WHERE id = ? AND disabled = 0", (account_id,))
        return int(row[0]) if row else None

    def credential_versions(self, ids: Collection[bytes]) -> dict[bytes, int]:
        """The same for many accounts; those that may not sign in are left out."""
        found: dict[bytes, int] = {}
        for some in _batches(ids):
            listed = one_of("id", some)
            sql = f"SELECT id, credential_version FROM accounts WHERE disabled = 0 AND {listed.sql}"
            found |= {bytes(row[0]): int(row[1]) for row in self._engine.rows(sql, listed.parameters)}
        return found

    def password_hash(self, account_id: bytes) -> str | None:
        row = self._engine.row("SELECT hash FROM passwords WHERE account_id = ?", (account_id,))
        return str(row[0]) if row else None

    def members(self, group_id: bytes) -> list[Account]:
        return self.members_of([group_id]).get(group_id, [])

    def members_of(self, ids: Collection[bytes], seen: Condition = EVERYBODY) -> dict[bytes, list[Account]]:
        """The direct members of many groups, those alone that a condition holds for."""
        return self._across("m.group_id", "m.member_id", ids, seen)

    def direct_groups_of(self, ids: Collection[bytes], seen: Condition = EVERYBODY) -> dict[bytes, list[Account]]:
        """The groups that name these accounts as members, those alone that a condition holds for."""
        return self._across("m.member_id", "m.group_id", ids, seen)

    def _across(self, given: str, wanted: str, ids: Collection[bytes], seen: Condition) -> dict[bytes, list[Account]]:
        found: dict[bytes, list[Account]] = {}
        for some in _batches(ids):
            both = all_of((one_of(given, some), seen))
            sql = (
                f"SELECT {COLUMNS}, {given} FROM memberships m JOIN accounts a ON a.id = {wanted}"
                f" JOIN profiles p ON p.account_id = a.id WHERE {both.sql} ORDER BY p.name"
            )
            for row in self._engine.rows(sql, both.parameters):
                found.setdefault(bytes(row[-1]), []).append(account_of(row))
        return found

    def memberships(self) -> int:
        row = self._engine.row("SELECT COUNT(*) FROM memberships")
        return int(row[0]) if row else 0

    def groups_of(self, account_id: bytes) -> frozenset[bytes]:
        """Ids of all groups an account is in, through groups too; circles end."""
        rows = self._engine.rows(
            "WITH RECURSIVE found (id) AS (SELECT group_id FROM memberships WHERE member_id = ?"
            " UNION SELECT m.group_id FROM memberships m JOIN found f ON m.member_id = f.id)"
            " SELECT id FROM found",
            (account_id,),
        )
        return frozenset(bytes(row[0]) for row in rows)

    def app_passwords(self, account_id: bytes) -> list[AppPassword]:
        rows = self._engine.rows(
            "SELECT id, account_id, label, scope, created, expires, last_used FROM app_passwords"
            " WHERE account_id = ? ORDER BY id",
            (account_id,),
        )
        return [app_password_of(row) for row in rows]

    def app_password_by_digest(self, account_id: bytes, digest: bytes) -> AppPassword | None:
        row = self._engine.row(
            "SELECT id, account_id, label, scope, created, expires, last_used FROM app_passwords"
            " WHERE account_id = ? AND digest = ?",
            (account_id, digest),
        )
        return app_password_of(row) if row else None

    def administrators(self) -> list[bytes]:
        """The ids of all who may sign in as one."""
        rows = self._engine.rows("SELECT id FROM accounts WHERE role = 'admin' AND kind = 'user' AND disabled = 0")
        return [bytes(row[0]) for row in rows]

    # -- inside a transaction ----------------------------------------------------------------------

    def create(self, account: Account) -> Account:
        """Raises Conflict for a name that another transaction took meanwhile."""
        now = now_ms()
        created = Account(
            account.id or new_id(), account.kind, account.name, account.display_name, account.email, account.role,
            quota=account.quota, created=now, changed=now,
        )  # fmt: skip
        self._engine.execute(
            "INSERT INTO accounts (id, kind, role, quota, created) VALUES (?, ?, ?, ?, ?)",
            (created.id, created.kind, str(created.role), created.quota, created.created),
        )
        named = self._engine.execute(
            "INSERT INTO profiles (account_id, name, display_name, email) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (name) DO NOTHING",
            (created.id, created.name, created.display_name, created.email),
        )
        if not named:
            raise Conflict("the name of the account was taken at this moment")
        self._describe(created)
        return created

    def set_password_hash(self, account_id: bytes, password_hash: str) -> None:
        self._engine.execute(
            "INSERT INTO passwords (account_id, hash, changed) VALUES (?, ?, ?)"
            " ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, changed = excluded.changed",
            (account_id, password_hash, now_ms()),
        )
        self.forget_credentials(account_id)

    def add_app_password(self, entry: AppPassword, digest: bytes) -> None:
        self._engine.execute(
            "INSERT INTO app_passwords (id, account_id, label, digest, scope, created, expires)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (entry.id, entry.account_id, entry.label, digest, str(entry.scope), entry.created, entry.expires),
        )

    def remove_app_password(self, account_id: bytes, app_password_id: bytes) -> None:
        self._engine.execute("DELETE FROM app_passwords WHERE account_id = ? AND id = ?", (account_id, app_password_id))
        self.forget_credentials(account_id)

    def note_use(self, app_password_id: bytes) -> None:
        self._engine.execute(NOTE_USE, (now_ms(), app_password_id))

    def set_disabled(self, account_id: bytes, disabled: bool) -> None:
        self._engine.execute("UPDATE accounts SET disabled = ? WHERE id = ?", (int(disabled), account_id))
        self.forget_credentials(account_id)

    def rename(self, account_id: bytes, name: str) -> None:
        self._change(account_id, name=name)
        self.forget_credentials(account_id)

    def set_display_name(self, account_id: bytes, display_name: str) -> None:
        self._change(account_id, display_name=display_name)

    def describe(self, account_id: bytes, **facts: Any) -> None:
        """Changes the display name, address, role or quota of an account."""
        self._change(account_id, **facts)
        account = self.by_id(account_id)
        if account is not None and facts.keys() & {"role", "quota"}:
            role, quota = facts.get("role", account.role), facts.get("quota", account.quota)
            sql = "UPDATE accounts SET role = ?, quota = ? WHERE id = ?"
            self._engine.execute(sql, (str(role), quota, account_id))
        if facts.keys() & {"role", "email"}:
            self.forget_credentials(account_id)

    def _change(self, account_id: bytes, **facts: Any) -> None:
        account = self.by_id(account_id)
        if account is not None:
            self._describe(replace(account, changed=max(now_ms(), account.changed + 1), **facts))

    def _describe(self, account: Account) -> None:
        """Writes what can be changed about an account, and the folded text that searches look at."""
        self._engine.execute(
            "UPDATE profiles SET name = ?, display_name = ?, email = ?, folded_name = ?, folded_email = ?, changed = ?"
            " WHERE account_id = ?",
            (
                account.name, account.display_name, account.email, folded(account.shown_name), folded(account.email),
                account.changed, account.id,
            ),
        )  # fmt: skip

    def fold_missing(self) -> None:
        """Makes the text that searches look at for accounts of a time before there was any."""
        rows = self._engine.rows(f"{_FROM} WHERE p.folded_name = ''")
        for account in map(account_of, rows):
            self._describe(replace(account, changed=account.changed or account.created))

    def refuse_circle(self, group_id: bytes, member_id: bytes) -> None:
        """Raises Conflict where a group would come to be in itself; what is in a circle already is read safely."""
        if member_id == group_id or member_id in self.groups_of(group_id):
            raise Conflict("a group cannot be in itself, nor in one of its members")

    def add_member(self, group_id: bytes, member_id: bytes) -> None:
        self._engine.execute(
            "INSERT INTO memberships (group_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (group_id, member_id),
        )
        self.forget_credentials(member_id)

    def remove_member(self, group_id: bytes, member_id: bytes) -> None:
        self._engine.execute("DELETE FROM memberships WHERE group_id = ? AND member_id = ?", (group_id, member_id))
        self.forget_credentials(member_id)

    def forget_credentials(self, account_id: bytes) -> None:
        """Makes every verified credential of the account, and of a group's members, worthless in every worker."""
        self._engine.execute(
            "WITH RECURSIVE found (id) AS (SELECT id FROM accounts WHERE id = ?"
            " UNION SELECT m.member_id FROM memberships m JOIN found f ON m.group_id = f.id)"
            " UPDATE accounts SET credential_version = credential_version + 1 WHERE id IN (SELECT id FROM found)",
            (account_id,),
        )


def account_of(row: Row) -> Account:
    return Account(
        bytes(row[0]), row[1], row[2], row[3], row[4], Role(row[5]), bool(row[6]), row[7], row[8], row[9], row[10],
        row[11],
    )  # fmt: skip


def app_password_of(row: Row) -> AppPassword:
    return AppPassword(bytes(row[0]), bytes(row[1]), row[2], Scope(row[3]), row[4], row[5], row[6])


def _batches(values: Collection[Any]) -> Iterator[list[Any]]:
    """Lists that fit into one IN (…) of either engine."""
    rest = iter(values)
    while some := list(islice(rest, 400)):
        yield some
