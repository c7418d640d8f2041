"""Connections as Relay has them: https://relay.dev/graphql/connections.htm."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Generic, TypeVar

import strawberry

from a3dav.house import House
from a3dav.storage.conditions import EVERYBODY, Condition
from a3dav.storage.engine import Row
from a3dav_admin import pages
from a3dav_admin.context import Context
from a3dav_admin.pages import Keyset, Page, Slice, Window

T = TypeVar("T")
Info = strawberry.Info[Context, None]
First = Annotated[int | None, strawberry.argument(description="So many from the beginning.")]
After = Annotated[str | None, strawberry.argument(description="Behind this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="So many from the end.")]
Before = Annotated[str | None, strawberry.argument(description="Before this cursor.")]


@strawberry.type(description="Where a page stands among all.")
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type(description="One of a page, and the cursor to go on from it.")
class Edge(Generic[T]):
    node: T
    cursor: str


@strawberry.type(description="A page, in the one order that all pages have.")
class Connection(Generic[T]):
    edges: list[Edge[T]]
    page_info: PageInfo
    counted: strawberry.Private[Callable[[], Awaitable[int]]]

    @strawberry.field(description="The nodes of the edges.")
    def nodes(self) -> list[T]:
        return [edge.node for edge in self.edges]

    @strawberry.field(description="How many there are on all pages together.")
    async def total_count(self) -> int:
        return await self.counted()


def connection(
    keyset: Keyset, found: Slice, make: Callable[[Row], T], counted: Callable[[], Awaitable[int]]
) -> Connection[T]:
    edges = [Edge(node=make(row), cursor=keyset.cursor(row)) for row in found.rows]
    return Connection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=found.more_behind,
            has_previous_page=found.more_before,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
        counted=counted,
    )


def all_of(
    info: Info, keyset: Keyset, window: Window, make: Callable[[Row], T], condition: Condition = EVERYBODY
) -> Connection[T]:
    """A page of everything that a condition holds for."""
    context, engine = info.context, info.context.house.store.engine
    page = window.page(keyset, context.settings.max_page)

    async def counted() -> int:
        return context.read(lambda: pages.count(engine, keyset, condition))

    found = context.read(lambda: pages.one_slice(engine, keyset, page, condition))
    return connection(keyset, found, make, counted)


async def each_of(
    info: Info, keyset: Keyset, window: Window, parent: bytes, make: Callable[[Row], T],
    condition: Condition = EVERYBODY,
) -> Connection[T]:  # fmt: skip
    """A page of what belongs to a parent, asked together with that of all other parents in this place."""
    context = info.context
    page = window.page(keyset, context.settings.max_page)

    async def counted() -> int:
        return await context.load(_counts, parent, keyset, condition) or 0

    found = await context.load(_slices, parent, keyset, page, condition)
    return connection(keyset, found or Slice(), make, counted)


def _slices(house: House, parents: list[bytes], keyset: Keyset, page: Page, condition: Condition) -> dict[bytes, Slice]:
    return pages.slices(house.store.engine, keyset, page, parents, condition)


def _counts(house: House, parents: list[bytes], keyset: Keyset, condition: Condition) -> dict[bytes, int]:
    return pages.counts(house.store.engine, keyset, parents, condition)
