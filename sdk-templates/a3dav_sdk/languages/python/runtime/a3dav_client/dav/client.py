"""DAV, sync and async: each method runs the steps of the same name."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._body import Upload
from .._errors import PreconditionFailed
from .._options import Options
from .._results import Text
from .._wire import Ask, Steps
from . import asking
from .multistatus import read
from .syncing import Syncing
from .values import DavItem, DavResponse, Home, SyncItem

if TYPE_CHECKING:
    from .._core import Core

_ETAGS = ("{DAV:}getetag",)
_TRIES = 5
_CALENDAR = "text/calendar; charset=utf-8"


def _updated(core: Core, path: str, change: Callable[[str], Any], options: Options | None) -> Steps[str]:
    """Gets, changes and puts, and begins again where somebody else was quicker."""
    for tries in range(1, _TRIES + 1):
        found = yield from asking.get(core, path, options)
        new = yield Ask(change, (found.text,))
        if new is None:
            break
        try:
            kind = found.content_type or _CALENDAR
            return (yield from asking.put(core, path, new, kind, found.etag, False, options))
        except PreconditionFailed:
            if tries == _TRIES:
                raise
    return found.etag


class Dav:
    """Paths are those of the server, encoded; results have them too."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def discover(self, *, options: Options | None = None) -> Home:
        """Who is asking, and where their calendars and address books are."""
        home: Home = self._core.run(asking.discover(self._core, options))
        return home

    def propfind(
        self, path: str, properties: Iterable[str] = (), *, depth: int | str = 0, options: Options | None = None
    ) -> list[DavResponse]:
        """Properties by `{namespace}name`; all that are told without being asked for if none is named."""
        found: list[DavResponse] = self._core.run(asking.propfind(self._core, path, properties, str(depth), options))
        return found

    def proppatch(
        self, path: str, set: Mapping[str, str] = {}, remove: Iterable[str] = (), *, options: Options | None = None
    ) -> list[DavResponse]:
        found: list[DavResponse] = self._core.run(asking.proppatch(self._core, path, set, remove, options))
        return found

    def mkcalendar(self, path: str, properties: Mapping[str, str] = {}, *, options: Options | None = None) -> None:
        self._core.run(asking.make(self._core, "MKCALENDAR", path, properties, options))

    def mkcol(self, path: str, properties: Mapping[str, str] = {}, *, options: Options | None = None) -> None:
        self._core.run(asking.make(self._core, "MKCOL", path, properties, options))

    def report(
        self, path: str, body: str, *, depth: int | str = 0, options: Options | None = None
    ) -> list[DavResponse]:
        """Any report; `body` is XML."""
        headers = {"accept": "application/xml", "content-type": "application/xml; charset=utf-8", "depth": str(depth)}
        answer = self._core.run(asking.asked(self._core, "REPORT", path, body.encode(), headers, options))
        return read(answer.body, answer.url).responses

    def get(self, path: str, *, options: Options | None = None) -> Text:
        found: Text = self._core.run(asking.get(self._core, path, options))
        return found

    def put(
        self, path: str, body: Upload, content_type: str = _CALENDAR, *, if_match: str | None = None,
        create: bool = False, options: Options | None = None,
    ) -> str:  # fmt: skip
        """`create` refuses to replace. The new ETag; empty where the server stored other bytes."""
        etag: str = self._core.run(asking.put(self._core, path, body, content_type, if_match, create, options))
        return etag

    def delete(self, path: str, *, if_match: str | None = None, options: Options | None = None) -> None:
        self._core.run(asking.delete(self._core, path, if_match, options))

    def multiget(
        self, path: str, hrefs: Sequence[str], *, kind: str = "calendar", options: Options | None = None
    ) -> list[DavItem]:
        """Many members at once; `kind` is calendar or address."""
        items: list[DavItem] = self._core.run(asking.multiget(self._core, path, hrefs, kind, options))
        return items

    def free_busy(self, path: str, start: str, end: str, *, options: Options | None = None) -> str:
        """`start` and `end` as iCalendar has them: 20260101T000000Z."""
        found: str = self._core.run(asking.free_busy(self._core, path, start, end, options))
        return found

    def sync(
        self, path: str, token: str = "", *, properties: Sequence[str] = _ETAGS, options: Options | None = None
    ) -> Iterator[SyncItem]:
        """What changed since a token: Changed, Removed, perhaps a Reset, and at the end Synced."""
        syncing = Syncing(self._core, path, token, list(properties), options)
        while (item := self._core.run(syncing.next())) is not None:
            yield item

    def update_with(self, path: str, change: Callable[[str], str | None], *, options: Options | None = None) -> str:
        """Stores what `change` makes of the text, never over somebody else's change. The ETag."""
        etag: str = self._core.run(_updated(self._core, path, change, options))
        return etag


class AsyncDav:
    """The same with `await` and `async for`."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def discover(self, *, options: Options | None = None) -> Home:
        home: Home = await self._core.run(asking.discover(self._core, options))
        return home

    async def propfind(
        self, path: str, properties: Iterable[str] = (), *, depth: int | str = 0, options: Options | None = None
    ) -> list[DavResponse]:
        found: list[DavResponse] = await self._core.run(
            asking.propfind(self._core, path, properties, str(depth), options)
        )
        return found

    async def proppatch(
        self, path: str, set: Mapping[str, str] = {}, remove: Iterable[str] = (), *, options: Options | None = None
    ) -> list[DavResponse]:
        found: list[DavResponse] = await self._core.run(asking.proppatch(self._core, path, set, remove, options))
        return found

    async def mkcalendar(
        self, path: str, properties: Mapping[str, str] = {}, *, options: Options | None = None
    ) -> None:
        await self._core.run(asking.make(self._core, "MKCALENDAR", path, properties, options))

    async def mkcol(self, path: str, properties: Mapping[str, str] = {}, *, options: Options | None = None) -> None:
        await self._core.run(asking.make(self._core, "MKCOL", path, properties, options))

    async def report(
        self, path: str, body: str, *, depth: int | str = 0, options: Options | None = None
    ) -> list[DavResponse]:
        headers = {"accept": "application/xml", "content-type": "application/xml; charset=utf-8", "depth": str(depth)}
        answer = await self._core.run(asking.asked(self._core, "REPORT", path, body.encode(), headers, options))
        return read(answer.body, answer.url).responses

    async def get(self, path: str, *, options: Options | None = None) -> Text:
        found: Text = await self._core.run(asking.get(self._core, path, options))
        return found

    async def put(
        self, path: str, body: Upload, content_type: str = _CALENDAR, *, if_match: str | None = None,
        create: bool = False, options: Options | None = None,
    ) -> str:  # fmt: skip
        etag: str = await self._core.run(asking.put(self._core, path, body, content_type, if_match, create, options))
        return etag

    async def delete(self, path: str, *, if_match: str | None = None, options: Options | None = None) -> None:
        await self._core.run(asking.delete(self._core, path, if_match, options))

    async def multiget(
        self, path: str, hrefs: Sequence[str], *, kind: str = "calendar", options: Options | None = None
    ) -> list[DavItem]:
        items: list[DavItem] = await self._core.run(asking.multiget(self._core, path, hrefs, kind, options))
        return items

    async def free_busy(self, path: str, start: str, end: str, *, options: Options | None = None) -> str:
        found: str = await self._core.run(asking.free_busy(self._core, path, start, end, options))
        return found

    async def sync(
        self, path: str, token: str = "", *, properties: Sequence[str] = _ETAGS, options: Options | None = None
    ) -> AsyncIterator[SyncItem]:
        syncing = Syncing(self._core, path, token, list(properties), options)
        while (item := await self._core.run(syncing.next())) is not None:
            yield item

    async def update_with(self, path: str, change: Callable[[str], Any], *, options: Options | None = None) -> str:
        """`change` may be a coroutine."""
        etag: str = await self._core.run(_updated(self._core, path, change, options))
        return etag
