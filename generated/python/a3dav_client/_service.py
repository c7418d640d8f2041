"""What the services of an interface have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._call import Call, outgoing
from ._exchange import exchange
from ._json import loads
from ._options import Options
from ._wire import Steps

if TYPE_CHECKING:
    from ._core import Core
    from ._pages import AsyncPages, Pages
    from ._results import AsyncDownload, AsyncEventStream, AsyncLineStream, Download, EventStream, LineStream


def called(core: Core, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> Steps[Any]:
    """A call whose answer fits into memory."""
    answer = yield from exchange(core, outgoing(core, call, given, body, options))
    if call.result == "none" or (call.optional and (answer.status == 204 or not answer.body)):
        return None
    if call.result == "text":
        from ._results import Text

        return Text(_decoded(answer.body), answer.headers.get("etag"), answer.headers.get("content-type"))
    return call.codec.read(loads(answer.body), "")


def _decoded(body: bytes) -> str:
    from ._errors import DecodeError

    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise DecodeError(f"this is no UTF-8: {error}") from error


class Service:
    def __init__(self, core: Core) -> None:
        self._core = core

    def _call(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> Any:
        return self._core.run(called(self._core, call, given, body, options))

    def _pages(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> Pages[Any]:
        from ._pages import Pages

        return Pages(self._core, call, given, body, options)

    def _events(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> EventStream[Any]:
        from ._results import EventStream

        return EventStream(self._core, call, given, body, options)

    def _lines(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> LineStream[Any]:
        from ._results import LineStream

        return LineStream(self._core, call, given, body, options)

    def _download(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> Download:
        from ._results import Download

        return Download(self._core, outgoing(self._core, call, given, body, options))


class AsyncService:
    def __init__(self, core: Core) -> None:
        self._core = core

    async def _call(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> Any:
        return await self._core.run(called(self._core, call, given, body, options))

    def _pages(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> AsyncPages[Any]:
        from ._pages import AsyncPages

        return AsyncPages(self._core, call, given, body, options)

    def _events(
        self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None
    ) -> AsyncEventStream[Any]:
        from ._results import AsyncEventStream

        return AsyncEventStream(self._core, call, given, body, options)

    def _lines(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> AsyncLineStream[Any]:
        from ._results import AsyncLineStream

        return AsyncLineStream(self._core, call, given, body, options)

    def _download(self, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> AsyncDownload:
        from ._results import AsyncDownload

        return AsyncDownload(self._core, outgoing(self._core, call, given, body, options))
