"""Principals: users, groups, rooms and resources."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from a3dav.principals import Account, Role
from a3dav.registries import STAFF
from a3dav.resources import path_href
from a3dav.storage.conditions import Condition, Match, all_of, any_of
from a3dav.storage.engine import Row
from a3dav_admin.pages import Window
from a3dav_admin.reads import accounts, credentials, trail
from a3dav_admin.types.collections import Collection, collections_of
from a3dav_admin.types.connections import After, Before, Connection, First, Info, Last, each_of
from a3dav_admin.types.credentials import AppPassword, Token, app_password, token
from a3dav_admin.types.scalars import Int64, Kind, identifier, moment

if TYPE_CHECKING:
    from a3dav_admin.types.trail import Change, Lock

STAFF_ALONE = {"roles": STAFF}


@strawberry.type(description="Bytes that an account uses, and may use.")
class Quota:
    used: Int64
    own: Int64 | None = strawberry.field(description="What the account was given; null where the default counts.")
    limit: Int64 | None = strawberry.field(description="What counts; null where there is no limit.")


@strawberry.type(description="A user, a group, a room or a resource.")
class Principal:
    account: strawberry.Private[Account]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(self.account.id.hex())

    @strawberry.field
    def kind(self) -> Kind:
        return Kind(self.account.kind)

    @strawberry.field
    def name(self) -> str:
        return self.account.name

    @strawberry.field
    def display_name(self) -> str:
        return self.account.display_name

    @strawberry.field
    def email(self) -> str:
        return self.account.email

    @strawberry.field
    def role(self) -> Role:
        return self.account.role

    @strawberry.field
    def disabled(self) -> bool:
        return self.account.disabled

    @strawberry.field(description="Its URL for WebDAV.")
    def href(self) -> str:
        return path_href(self.account.path, True)

    @strawberry.field
    def created(self) -> datetime | None:
        return moment(self.account.created)

    @strawberry.field(description="When its name or what else it is known by changed.")
    def changed(self) -> datetime | None:
        return moment(self.account.changed)

    @strawberry.field(description="Null where it has no password.")
    async def password_changed(self, info: Info) -> datetime | None:
        return moment(await info.context.load(accounts.passwords_changed, self.account.id) or 0)

    @strawberry.field
    def quota(self, info: Info) -> Quota:
        own, default = self.account.quota, info.context.house.settings.limits.default_quota
        limit = own or default or None
        return Quota(used=Int64(self.account.used), own=Int64(own) if own else None, limit=limit and Int64(limit))

    @strawberry.field
    async def app_passwords(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[AppPassword]:
        window = Window(first, after, last, before)
        return await each_of(info, credentials.APP_PASSWORDS, window, self.account.id, app_password)

    @strawberry.field
    async def tokens(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Token]:
        window = Window(first, after, last, before)
        return await each_of(info, credentials.TOKENS, window, self.account.id, token)

    @strawberry.field(metadata=STAFF_ALONE, description="The groups that it is a member of, by itself.")
    async def groups(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated[Principal, strawberry.lazy("a3dav_admin.types.principals")]]:
        window = Window(first, after, last, before)
        return await each_of(info, accounts.GROUPS, window, self.account.id, principal)

    @strawberry.field(metadata=STAFF_ALONE, description="The members of a group.")
    async def members(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated[Principal, strawberry.lazy("a3dav_admin.types.principals")]]:
        window = Window(first, after, last, before)
        return await each_of(info, accounts.MEMBERS, window, self.account.id, principal)

    @strawberry.field(description="The homes, calendars, address books and folders that it owns, at any depth.")
    async def collections(
        self, info: Info, kind: str | None = None, first: First = None, after: After = None, last: Last = None,
        before: Before = None,
    ) -> Connection[Collection]:  # fmt: skip
        return await collections_of(info, self.account.id, kind, Window(first, after, last, before))

    @strawberry.field(description="Locks on what it owns.")
    async def locks(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated[Lock, strawberry.lazy("a3dav_admin.types.trail")]]:
        from a3dav_admin.types.trail import held, lock

        window = Window(first, after, last, before)
        return await each_of(info, trail.LOCKS, window, self.account.id, lock, held())

    @strawberry.field(description="The change log of what it owns, the oldest first.", metadata=STAFF_ALONE)
    async def changes(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Annotated[Change, strawberry.lazy("a3dav_admin.types.trail")]]:
        from a3dav_admin.types.trail import change

        window = Window(first, after, last, before)
        return await each_of(info, trail.CHANGES, window, self.account.id, change)


def principal(row: Row) -> Principal:
    return Principal(account=accounts.account(row))


@strawberry.input(description="Which principals; what is left out does not select.")
class PrincipalFilter:
    kind: Kind | None = None
    role: Role | None = None
    disabled: bool | None = None
    text: str | None = strawberry.field(default=None, description="What name, display name or address contain.")
    member_of: strawberry.ID | None = None

    def condition(self) -> Condition:
        terms: list[Condition] = []
        if self.kind is not None:
            terms.append(Condition("a.kind = ?", (self.kind.value,)))
        if self.role is not None:
            terms.append(Condition("a.role = ?", (str(self.role.value),)))
        if self.disabled is not None:
            terms.append(Condition("a.disabled = ?", (int(self.disabled),)))
        if self.text:
            match = Match(self.text.replace("\0", ""))
            terms.append(any_of(match.like(column) for column in ("lower(p.name)", "p.folded_name", "p.folded_email")))
        if self.member_of is not None:
            sql = "a.id IN (SELECT member_id FROM memberships WHERE group_id = ?)"
            terms.append(Condition(sql, (identifier(self.member_of),)))
        return all_of(terms)
