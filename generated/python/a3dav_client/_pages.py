"""Items of all pages; the next page is asked for when it is needed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._call import Call, outgoing
from ._errors import DecodeError
from ._exchange import exchange
from ._json import loads
from ._options import Options
from ._wire import Steps

if TYPE_CHECKING:
    from ._core import Core

T = TypeVar("T")


@dataclass(slots=True)
class _Walk:
    """Where a walk through the pages is; `cursor` None before the first and "" behind the last."""

    core: Core
    call: Call
    given: Mapping[str, Any]
    body: Any
    options: Options | None
    cursor: str | None = None
    seen: set[str] = field(default_factory=set)

    def page(self) -> Steps[list[Any]]:
        given = dict(self.given)
        if self.cursor is not None:
            given[self.call.cursor] = self.cursor
        answer = yield from exchange(self.core, outgoing(self.core, self.call, given, self.body, self.options))
        page = loads(answer.body)
        if not isinstance(page, dict) or not isinstance(page.get(self.call.items), list):
            raise DecodeError(f"a page without the list {self.call.items}")
        self.cursor = _next(page.get(self.call.next))
        if self.cursor in self.seen:
            raise DecodeError("a page names a cursor that came before")
        self.seen.add(self.cursor)
        items = page[self.call.items]
        return [self.call.codec.read(one, f"/{self.call.items}/{number}") for number, one in enumerate(items)]


def _next(cursor: Any) -> str:
    if cursor is not None and not isinstance(cursor, (str, int)):
        raise DecodeError("the cursor of a page is no text")
    return "" if cursor is None else str(cursor)


class Pages(Generic[T]):
    """Iterate over it for items, or over `pages()` for lists of them; each time from the beginning."""

    def __init__(self, core: Core, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> None:
        self._asked = (core, call, given, body, options)

    def pages(self) -> Iterator[list[T]]:
        walk = _Walk(*self._asked)
        while walk.cursor != "":
            yield walk.core.run(walk.page())

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page


class AsyncPages(Generic[T]):
    """The same for `async for`."""

    def __init__(self, core: Core, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> None:
        self._asked = (core, call, given, body, options)

    async def pages(self) -> AsyncIterator[list[T]]:
        walk = _Walk(*self._asked)
        while walk.cursor != "":
            yield await walk.core.run(walk.page())

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page:
                yield item
