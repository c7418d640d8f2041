"""The ASGI callable that answers DAV: it decides on the head, and only then asks for the body.

Falcon waits for the first piece of a body before it calls anything, which makes a client with
`Expect: 100-continue` send what will be refused; so DAV is answered here, and Falcon (`app`) has the rest.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from a3dav.door.bodies import BodyReader, Receive
from a3dav.door.driver import Driver
from a3dav.errors import DavError
from a3dav.exchange import Body, FileSlice, Request, Response
from a3dav.house import House
from a3dav.identifiers import new_id
from a3dav.lanes import BodyWanted
from a3dav.lifecycle import answer

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]

log = logging.getLogger("a3dav")

SLICE = 256 * 1024
DRAIN = 64 * 1024


class Door:
    """Receives requests and sends answers; what happens in between is the core's."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._driver = Driver(house)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = request_of(scope)
        body = self._body(request, receive)
        try:
            response = await self._driver.drive(answer(self._house, request), body.read)
            with suppress(DavError):  # the answer is decided, whatever becomes of the rest of the body
                await body.drain(DRAIN)
        finally:
            body.discard()
        await self._send(request, response, send)

    async def gather(self, scope: Scope) -> Response:
        """The answer to a request whose body does not matter."""
        steps = answer(self._house, request_of(scope))
        return await self._driver.drive(steps, _no_body)

    def _body(self, request: Request, receive: Receive) -> BodyReader:
        settings = self._house.settings
        return BodyReader(
            receive,
            request.header("content-length", "" if "transfer-encoding" in request.headers else "0"),
            self._house.store.blobs.spool,
            self._driver.wait,
            expects_continue=request.header("expect").lower() == "100-continue",
            inline_limit=settings.storage.inline_body_limit,
            pause=settings.server.body_timeout,
            min_rate=settings.server.min_body_rate,
        )

    async def _send(self, request: Request, response: Response, send: Send) -> None:
        content, stream = self._content(request, response)
        headers = [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in response.headers]
        headers.append((b"x-request-id", request.id.encode()))
        if response.content_type:
            headers.append((b"content-type", response.content_type.encode("latin-1", "replace")))
        if stream is None or isinstance(response.body, FileSlice):
            length = response.body.length if isinstance(response.body, FileSlice) else len(content)
            if response.status not in {204, 304}:
                headers.append((b"content-length", str(length).encode()))
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        if request.method != "HEAD" and stream is not None:
            async for piece in stream:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        elif request.method != "HEAD" and response.status not in {204, 304}:
            await send({"type": "http.response.body", "body": content, "more_body": False})
            return
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _content(self, request: Request, response: Response) -> tuple[bytes, AsyncIterator[bytes] | None]:
        if isinstance(response.body, bytes):
            return response.body, None
        if isinstance(response.body, FileSlice):
            return b"", self._file(response.body)
        return b"", self._stream(request, response.body)

    async def _stream(self, request: Request, body: Iterator[bytes]) -> AsyncIterator[bytes]:
        try:
            while (piece := await self._driver.read(next, body, None)) is not None:
                yield piece
        except Exception:
            log.exception("request %s: the answer broke off", request.id)
            raise

    async def _file(self, part: FileSlice) -> AsyncIterator[bytes]:
        handle: BinaryIO = await self._driver.wait(part.path.open, "rb")
        try:
            if part.temporary:
                part.path.unlink()  # it stays readable here until it is closed
            handle.seek(part.start)
            left = part.length
            while left > 0:
                piece: bytes = await self._driver.wait(handle.read, min(SLICE, left))
                if not piece:
                    return
                left -= len(piece)
                yield piece
        finally:
            handle.close()

    def warm(self) -> None:
        self._driver.warm()

    def close(self) -> None:
        self._driver.close()
        self._house.close()


async def _no_body(wanted: BodyWanted) -> Body:
    del wanted
    return Body()


def request_of(scope: Scope) -> Request:
    """The head of a request; header lines of the same name are joined (RFC 9110 §5.3)."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    client = scope.get("client")
    return Request(
        scope["method"], scope["raw_path"], headers, scope["query_string"].decode("latin-1"),
        client[0] if client else "", scope["scheme"], scope["http_version"], new_id().hex(),
    )  # fmt: skip
