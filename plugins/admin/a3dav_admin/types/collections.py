"""Collections: homes, calendars, address books, folders, with what they hold and how they are followed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from a3dav.resources import Resource, path_href
from a3dav.storage.conditions import Condition
from a3dav.storage.engine import Row
from a3dav_admin.pages import Window
from a3dav_admin.reads import accounts, collections
from a3dav_admin.types.connections import After, Before, Connection, First, Info, Last, each_of
from a3dav_admin.types.scalars import Int64, moment

if TYPE_CHECKING:
    from a3dav_admin.types.principals import Principal

PrincipalLater = Annotated["Principal", strawberry.lazy("a3dav_admin.types.principals")]
_COLLECTION = Condition("r.collection = 1")


@strawberry.type(description="An object in a collection: an event, a card, a file.")
class Member:
    resource: strawberry.Private[Resource]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(self.resource.id.hex())

    @strawberry.field
    def name(self) -> str:
        return self.resource.name

    @strawberry.field
    def kind(self) -> str:
        return self.resource.kind

    @strawberry.field
    def content_type(self) -> str:
        return self.resource.content_type

    @strawberry.field
    def size(self) -> Int64:
        return Int64(self.resource.size)

    @strawberry.field
    def etag(self) -> str:
        return self.resource.etag

    @strawberry.field
    def modified(self) -> datetime | None:
        return moment(self.resource.modified)


@strawberry.type(description="How clients follow a collection: counters of the changes of its account.")
class SyncState:
    counter: Int64 = strawberry.field(description="Of its own last change.")
    content_counter: Int64 = strawberry.field(description="Of the last change of what it holds.")
    floor: Int64 = strawberry.field(
        description="Tokens from before this counter are refused: what was lost is forgotten."
    )
    tombstones: Int64 = strawberry.field(description="Names that are remembered as gone.")


@strawberry.type(description="A home, a calendar, an address book or a folder.")
class Collection:
    resource: strawberry.Private[Resource]

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID(self.resource.id.hex())

    @strawberry.field
    def name(self) -> str:
        return self.resource.name

    @strawberry.field(description="DAV:displayname; empty where none was given.")
    async def display_name(self, info: Info) -> str:
        return await info.context.load(collections.display_names, self.resource.id) or ""

    @strawberry.field
    def kind(self) -> str:
        return self.resource.kind

    @strawberry.field(description="Its URL for WebDAV.")
    async def href(self, info: Info) -> str:
        return path_href(await info.context.load(collections.paths, self.resource.id) or (), True)

    @strawberry.field(description="Whether it is the home itself that holds what an account owns.")
    def home(self) -> bool:
        return self.resource.id == self.resource.home_id

    @strawberry.field
    def created(self) -> datetime | None:
        return moment(self.resource.created)

    @strawberry.field
    def modified(self) -> datetime | None:
        return moment(self.resource.modified)

    @strawberry.field
    async def owner(self, info: Info) -> PrincipalLater | None:
        from a3dav_admin.types.principals import Principal

        found = await info.context.load(accounts.by_id, self.resource.account_id)
        return Principal(account=found) if found is not None else None

    @strawberry.field(description="How many members it has, without those of its members.")
    async def member_count(self, info: Info) -> Int64:
        found = await info.context.load(collections.member_counts, self.resource.id)
        return Int64(found[0] if found else 0)

    @strawberry.field(description="Bytes that its members have together, without those of their members.")
    async def size(self, info: Info) -> Int64:
        found = await info.context.load(collections.member_counts, self.resource.id)
        return Int64(found[1] if found else 0)

    @strawberry.field
    async def members(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[Member]:
        window = Window(first, after, last, before)
        return await each_of(info, collections.MEMBERS, window, self.resource.id, _member, _OBJECT)

    @strawberry.field
    async def sync(self, info: Info) -> SyncState:
        found, context = self.resource, info.context
        floor = await context.load(collections.floors, found.id)
        tombstones = await context.load(collections.tombstones, found.id)
        return SyncState(
            counter=Int64(found.counter), content_counter=Int64(found.content_counter), floor=Int64(floor or 0),
            tombstones=Int64(tombstones or 0),
        )  # fmt: skip


_OBJECT = Condition("r.collection = 0")


def collection(row: Row) -> Collection:
    return Collection(resource=collections.resource(row))


def _member(row: Row) -> Member:
    return Member(resource=collections.resource(row))


async def collections_of(info: Info, account_id: bytes, kind: str | None, window: Window) -> Connection[Collection]:
    condition = _COLLECTION if kind is None else Condition("r.collection = 1 AND r.kind = ?", (kind,))
    return await each_of(info, collections.COLLECTIONS, window, account_id, collection, condition)
