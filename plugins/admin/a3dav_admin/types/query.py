"""Where queries begin."""

from __future__ import annotations

import strawberry

from a3dav.registries import STAFF
from a3dav_admin.errors import GraphError
from a3dav_admin.facts import METRICS
from a3dav_admin.pages import Window
from a3dav_admin.reads import accounts, collections, credentials, trail
from a3dav_admin.types import server
from a3dav_admin.types.collections import Collection
from a3dav_admin.types.connections import After, Before, Connection, First, Info, Last, all_of
from a3dav_admin.types.credentials import Session, session
from a3dav_admin.types.principals import Principal, PrincipalFilter, principal
from a3dav_admin.types.scalars import identifier
from a3dav_admin.types.server import Block, Cache, Metric, Plugin, Server, Setting
from a3dav_admin.types.trail import (
    AuditEntry,
    AuditFilter,
    Change,
    Lock,
    Message,
    MessageFilter,
    audit_entry,
    change,
    held,
    lock,
    message,
)

STAFF_ALONE = {"roles": STAFF}


@strawberry.type(description="Administrators and auditors ask for everything, everybody else for what is their own.")
class Query:
    @strawberry.field(description="Who asks.")
    def me(self, info: Info) -> Principal:
        return Principal(account=info.context.identity.account)

    @strawberry.field(description="A principal by its id or its name; null where there is none that you may ask for.")
    async def principal(
        self,
        info: Info,
        id: strawberry.ID | None = None,
        name: str | None = None,
    ) -> Principal | None:
        context = info.context
        if (id is None) == (name is None):
            raise GraphError("a principal is asked for by id or by name")
        if id is not None:
            found = await context.load(accounts.by_id, identifier(id))
        else:
            found = await context.load(accounts.by_name, name or "")
        if found is None or not (context.is_staff or context.is_own(found.id)):
            return None
        return Principal(account=found)

    @strawberry.field(metadata=STAFF_ALONE, description="Principals by name.")
    def principals(
        self, info: Info, filter: PrincipalFilter | None = None, first: First = None,
        after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Principal]:  # fmt: skip
        condition = (filter or PrincipalFilter()).condition()
        return all_of(info, accounts.PRINCIPALS, Window(first, after, last, before), principal, condition)

    @strawberry.field(description="A collection by its id; null where there is none that you may ask for.")
    async def collection(self, info: Info, id: strawberry.ID) -> Collection | None:
        context = info.context
        found = await context.load(collections.by_id, identifier(id))
        if found is None or not found.collection or not (context.is_staff or context.is_own(found.account_id)):
            return None
        return Collection(resource=found)

    @strawberry.field(metadata=STAFF_ALONE, description="The audit trail, the newest first.")
    def audit(
        self, info: Info, filter: AuditFilter | None = None, first: First = None, after: After = None,
        last: Last = None, before: Before = None,
    ) -> Connection[AuditEntry]:  # fmt: skip
        condition = (filter or AuditFilter()).condition()
        return all_of(info, trail.AUDIT, Window(first, after, last, before), audit_entry, condition)

    @strawberry.field(metadata=STAFF_ALONE, description="The change log, the oldest first.")
    def changes(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Change]:
        return all_of(info, trail.CHANGES, Window(first, after, last, before), change)

    @strawberry.field(metadata=STAFF_ALONE, description="Messages that wait, are on their way or were given up.")
    def outbox(
        self, info: Info, filter: MessageFilter | None = None, first: First = None, after: After = None,
        last: Last = None, before: Before = None,
    ) -> Connection[Message]:  # fmt: skip
        condition = (filter or MessageFilter()).condition()
        return all_of(info, trail.OUTBOX, Window(first, after, last, before), message, condition)

    @strawberry.field(metadata=STAFF_ALONE, description="Locks that clients hold.")
    def locks(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Lock]:
        return all_of(info, trail.LOCKS, Window(first, after, last, before), lock, held())

    @strawberry.field(metadata=STAFF_ALONE, description="What devices and programs signed in with, the latest first.")
    def sessions(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Session]:
        window = Window(first, after, last, before)
        return all_of(info, credentials.SESSIONS, window, session, credentials.lasting())

    @strawberry.field(metadata=STAFF_ALONE)
    def server(self, info: Info) -> Server:
        return server.server(info.context.house)

    @strawberry.field(metadata={**STAFF_ALONE, "most": 30})
    def plugins(self, info: Info) -> list[Plugin]:
        return server.plugins(info.context.house)

    @strawberry.field(metadata={**STAFF_ALONE, "most": 150}, description="Settings whose keys begin so.")
    def settings(self, info: Info, prefix: str = "") -> list[Setting]:
        return server.settings(info.context.house, prefix)

    @strawberry.field(
        metadata={**STAFF_ALONE, "most": 500, "fact": METRICS}, description="Metrics whose names begin so."
    )
    def metrics(self, info: Info, prefix: str = "") -> list[Metric]:
        return server.metrics(info.context.facts[METRICS], prefix)

    @strawberry.field(metadata={**STAFF_ALONE, "fact": METRICS})
    def caches(self, info: Info) -> list[Cache]:
        return server.caches(info.context.facts[METRICS])

    @strawberry.field(metadata={**STAFF_ALONE, "most": 500}, description="Addresses that are blocked on this host.")
    def blocks(self, info: Info) -> list[Block]:
        return server.blocks(info.context.house)
