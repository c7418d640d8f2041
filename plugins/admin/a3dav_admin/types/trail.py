"""What happened and what waits: the audit trail, the change log, the outbox, locks."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import strawberry

from a3dav.identifiers import Clock, now_ms
from a3dav.resources import path_href
from a3dav.storage.audit import AuditRow, Wanted
from a3dav.storage.conditions import Condition, all_of
from a3dav.storage.engine import Row
from a3dav.storage.rows import LOCK_EXPIRED, lock_horizon
from a3dav_admin.reads import accounts, collections, trail
from a3dav_admin.types.connections import Info
from a3dav_admin.types.principals import Principal
from a3dav_admin.types.scalars import Int64, identifier, milliseconds, moment

MOST_TEXTS = 50


async def _principal(info: Info, account_id: bytes) -> Principal | None:
    found = await info.context.load(accounts.by_id, account_id) if account_id else None
    return Principal(account=found) if found is not None else None


async def _href(info: Info, resource_id: bytes) -> str | None:
    path = await info.context.load(collections.paths, resource_id) if resource_id else None
    found = await info.context.load(collections.by_id, resource_id) if path else None
    return path_href(path, found.collection) if path and found is not None else None


def _id(identifier: bytes) -> strawberry.ID | None:
    return strawberry.ID(identifier.hex()) if identifier else None


@strawberry.type(description="An act that was noted: a write, a login, a refusal, an act of an administrator.")
class AuditEntry:
    row: strawberry.Private[AuditRow]

    @strawberry.field
    def at(self) -> datetime | None:
        return moment(self.row.at)

    @strawberry.field
    def action(self) -> str:
        return self.row.action

    @strawberry.field(description="ok, failed or denied.")
    def outcome(self) -> str:
        return self.row.outcome

    @strawberry.field(description="How who acted proved who they are.")
    def method(self) -> str:
        return self.row.method

    @strawberry.field(description="The request's id, as the log has it.")
    def request_id(self) -> str:
        return self.row.request_id

    @strawberry.field(description="So many acts of the same kind.")
    def times(self) -> int:
        return self.row.times

    @strawberry.field(description="The number of the user of the operating system who ran a command.")
    def os_user(self) -> int | None:
        return self.row.os_user

    @strawberry.field
    def actor_id(self) -> strawberry.ID | None:
        return _id(self.row.actor_id)

    @strawberry.field(description="Null where it was erased, or nobody's account.")
    async def actor(self, info: Info) -> Principal | None:
        return await _principal(info, self.row.actor_id)

    @strawberry.field
    async def on_behalf_of(self, info: Info) -> Principal | None:
        return await _principal(info, self.row.on_behalf_of)

    @strawberry.field
    def credential_id(self) -> strawberry.ID | None:
        return _id(self.row.credential_id)

    @strawberry.field(description="The resource, or the account, that it was about.")
    def subject_id(self) -> strawberry.ID | None:
        return _id(self.row.resource_id)

    @strawberry.field(description="The account that it was about, where it was about one.")
    async def subject(self, info: Info) -> Principal | None:
        return await _principal(info, self.row.resource_id) or await _principal(info, self.row.collection_id)

    @strawberry.field(description="Where what it was about stands now.")
    async def href(self, info: Info) -> str | None:
        return await _href(info, self.row.resource_id)


def audit_entry(row: Row) -> AuditEntry:
    return AuditEntry(row=trail.audit_row(row))


@strawberry.input(description="Which acts; what is left out does not select.")
class AuditFilter:
    account: strawberry.ID | None = strawberry.field(default=None, description="Who acted, or what it was about.")
    actions: list[str] | None = None
    outcomes: list[str] | None = None
    request_id: str | None = None
    since: datetime | None = None
    until: datetime | None = strawberry.field(default=None, description="Before this moment.")

    def condition(self) -> Condition:
        wanted = Wanted(
            identifier(self.account) or b"-" if self.account is not None else b"",
            tuple((self.actions or ())[:MOST_TEXTS]), tuple((self.outcomes or ())[:MOST_TEXTS]), self.request_id or "",
            milliseconds(self.since), milliseconds(self.until),
        )  # fmt: skip
        sql, values = wanted.condition()
        return Condition(sql, tuple(values))


@strawberry.type(description="A row of the change log, which sync and everything that follows the store read.")
class Change:
    row: strawberry.Private[Row]

    @strawberry.field(description="Of the changes of its account.")
    def counter(self) -> Int64:
        return Int64(self.row[2])

    @strawberry.field(description="put, delete, mkcol, move-in, move-out, proppatch, acl, mount or unmount.")
    def operation(self) -> str:
        return str(self.row[5])

    @strawberry.field
    def at(self) -> datetime | None:
        return moment(int(self.row[6]) >> Clock.BITS)

    @strawberry.field
    async def account(self, info: Info) -> Principal | None:
        return await _principal(info, bytes(self.row[1]))

    @strawberry.field
    async def actor(self, info: Info) -> Principal | None:
        return await _principal(info, bytes(self.row[7]))

    @strawberry.field
    def collection_id(self) -> strawberry.ID | None:
        return _id(bytes(self.row[3]))

    @strawberry.field
    def resource_id(self) -> strawberry.ID | None:
        return _id(bytes(self.row[4]))

    @strawberry.field(description="Where it stands now; null for what is gone.")
    async def href(self, info: Info) -> str | None:
        return await _href(info, bytes(self.row[4]))

    @strawberry.field
    def request_id(self) -> str:
        return str(self.row[8])


def change(row: Row) -> Change:
    return Change(row=row)


@strawberry.enum(description="Where a message of the outbox is.")
class MessageState(Enum):
    WAITING = "waiting"
    ON_ITS_WAY = "on its way"
    GIVEN_UP = "given up"


@strawberry.type(description="What a transaction wants done outside of the store.")
class Message:
    row: strawberry.Private[Row]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(bytes(self.row[8]).hex())

    @strawberry.field
    def kind(self) -> str:
        return str(self.row[0])

    @strawberry.field
    async def account(self, info: Info) -> Principal | None:
        return await _principal(info, bytes(self.row[1]))

    @strawberry.field
    def created(self) -> datetime | None:
        return moment(int(self.row[2]))

    @strawberry.field(description="When it is tried next.")
    def due(self) -> datetime | None:
        return moment(int(self.row[3]))

    @strawberry.field
    def attempts(self) -> int:
        return int(self.row[4])

    @strawberry.field(description="Why the last attempt failed.")
    def failure(self) -> str:
        return str(self.row[6])

    @strawberry.field
    def state(self) -> MessageState:
        if self.row[7]:
            return MessageState.GIVEN_UP
        return MessageState.ON_ITS_WAY if self.row[5] > now_ms() else MessageState.WAITING


def message(row: Row) -> Message:
    return Message(row=row)


@strawberry.input(description="Which messages; what is left out does not select.")
class MessageFilter:
    state: MessageState | None = None
    kind: str | None = None

    def condition(self) -> Condition:
        now, terms = now_ms(), list[Condition]()
        if self.kind is not None:
            terms.append(Condition("o.kind = ?", (self.kind,)))
        if self.state is MessageState.GIVEN_UP:
            terms.append(Condition("o.given_up = 1"))
        elif self.state is not None:
            sign = ">" if self.state is MessageState.ON_ITS_WAY else "<="
            terms.append(Condition(f"o.given_up = 0 AND o.leased_until {sign} ?", (now,)))
        return all_of(terms)


@strawberry.type(description="A lock that a client holds.")
class Lock:
    row: strawberry.Private[Row]

    @strawberry.field
    def token(self) -> str:
        return str(self.row[5])

    @strawberry.field
    async def holder(self, info: Info) -> Principal | None:
        holder = bytes(self.row[1])
        return await _principal(info, holder) if info.context.is_staff or info.context.is_own(holder) else None

    @strawberry.field
    async def href(self, info: Info) -> str | None:
        return await _href(info, bytes(self.row[0]))

    @strawberry.field
    def shared(self) -> bool:
        return bool(self.row[2])

    @strawberry.field(description="Whether it covers members.")
    def deep(self) -> bool:
        return bool(self.row[3])

    @strawberry.field
    def expires(self) -> datetime | None:
        return moment(int(self.row[4]))


def lock(row: Row) -> Lock:
    return Lock(row=row)


def held() -> Condition:
    """Locks that have not run out; the moment is that of a minute, so that all who ask at once ask the same."""
    expired = LOCK_EXPIRED.replace("expires", "l.expires").replace("seconds", "l.seconds")
    now, horizon = lock_horizon()
    return Condition(f"NOT ({expired})", (now - now % 1000, horizon - horizon % 1000))
