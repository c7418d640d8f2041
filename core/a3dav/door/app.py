"""The Falcon application of one worker: every request goes through one sink into `lifecycle.answer`."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus
from typing import Any

import falcon.asgi

from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.door.bodies import BodyReader
from a3dav.door.driver import Driver
from a3dav.exchange import FileSlice, Request, Response
from a3dav.house import House
from a3dav.identifiers import new_id
from a3dav.lifecycle import answer
from a3dav.logs import set_up_logging
from a3dav.processes import end_with_parent

STREAM_ABOVE = 64 * 1024
SLICE = 256 * 1024
DRAIN = 64 * 1024


class Door:
    """Receives requests and sends answers; what happens in between is the core's."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._driver = Driver(house)

    async def __call__(self, req: falcon.asgi.Request, resp: falcon.asgi.Response, **_: Any) -> None:
        request = self._request(req)
        server = self._house.settings.server
        body = BodyReader(
            req._receive,  # noqa: SLF001 - the stream of Falcon hides that a body was cut off
            request.header("content-length", "" if "transfer-encoding" in request.headers else "0"),
            self._house.store.blobs.spool,
            self._driver.wait,
            inline_limit=self._house.settings.storage.inline_body_limit,
            pause=server.body_timeout,
            min_rate=server.min_body_rate,
        )
        try:
            response = await self._driver.drive(answer(self._house, request), body.read)
            if not body.finished:
                await body.drain(DRAIN)
        finally:
            body.discard()
        await self._send(request, response, resp)

    @staticmethod
    def _request(req: falcon.asgi.Request) -> Request:
        scope = req.scope
        headers: dict[str, str] = {}
        for raw_name, raw_value in scope["headers"]:
            name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        client = scope.get("client")
        return Request(
            req.method, scope["raw_path"], headers, scope["query_string"].decode("latin-1"),
            client[0] if client else "", scope["scheme"], new_id().hex(),
        )  # fmt: skip

    async def _send(self, request: Request, response: Response, resp: falcon.asgi.Response) -> None:
        resp.status = f"{response.status} {_reason(response.status)}"
        for name, value in response.headers:
            resp.append_header(name, value)
        resp.set_header("X-Request-Id", request.id)
        if response.content_type:
            resp.content_type = response.content_type
        else:
            resp.context.bare = True
        await self._send_body(request, response, resp)

    async def _send_body(self, request: Request, response: Response, resp: falcon.asgi.Response) -> None:
        body = response.body
        if isinstance(body, FileSlice):
            resp.content_length = body.length
            if request.method != "HEAD":
                resp.stream = self._file(body)
            return
        if not isinstance(body, bytes):
            body, rest = await self._first(body)
            if rest is not None and request.method != "HEAD":
                resp.stream = self._stream(body, rest)
                return
        resp.content_length = len(body)
        if request.method != "HEAD":
            resp.data = body

    async def _first(self, pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes] | None]:
        """Small answers are gathered and sent whole; of large ones the first piece starts the stream."""
        gathered: list[bytes] = []
        size = 0
        while size <= STREAM_ABOVE:
            piece = await self._driver.read(next, pieces, None)
            if piece is None:
                return b"".join(gathered), None
            gathered.append(piece)
            size += len(piece)
        return b"".join(gathered), pieces

    async def _stream(self, first: bytes, rest: Iterator[bytes]) -> AsyncIterator[bytes]:
        yield first
        while (piece := await self._driver.read(next, rest, None)) is not None:
            yield piece

    async def _file(self, part: FileSlice) -> AsyncIterator[bytes]:
        handle = await self._driver.wait(part.path.open, "rb")
        try:
            handle.seek(part.start)
            left = part.length
            while left > 0 and (piece := await self._driver.wait(handle.read, min(SLICE, left))):
                left -= len(piece)
                yield piece
        finally:
            handle.close()

    async def process_shutdown(self, scope: dict[str, Any], event: dict[str, Any]) -> None:
        del scope, event
        self._driver.close()
        self._house.close()


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def build(house: House) -> falcon.asgi.App:
    door = Door(house)
    app = falcon.asgi.App(media_type=None, middleware=[_Shutdown(door)])
    app.add_sink(door, "/")
    return app


class _Shutdown:
    def __init__(self, door: Door) -> None:
        self.process_shutdown = door.process_shutdown


def create_app() -> falcon.asgi.App:
    """What a worker process calls: the same configuration as the supervisor's, handed on by environment."""
    end_with_parent()
    raw = read(None, os.environ)
    set_up_logging(raw.core.logging)
    return build(open_house(raw))
