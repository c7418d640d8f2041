"""The ASGI callable that answers DAV: it decides on the head, and only then asks for the body.

Falcon waits for the first piece of a body before it calls anything, which makes a client with
`Expect: 100-continue` send what will be refused; so DAV is answered here, and Falcon (`app`) has the rest.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Hashable, Iterator
from contextlib import suppress
from typing import Any, BinaryIO

from a3dav.board import Slot
from a3dav.door.bodies import NO_BODY, BodyReader, NoBody, Receive
from a3dav.door.compression import coded, packed
from a3dav.door.cpu import CpuPool
from a3dav.door.driver import Driver
from a3dav.door.heads import AnswerHead, Line, Scope, head_of, length_line, request_of
from a3dav.door.lag import Lag
from a3dav.door.listening import Listeners, Send
from a3dav.errors import DavError
from a3dav.exchange import FileSlice, Request, Response
from a3dav.house import House
from a3dav.lifecycle import answer
from a3dav.listening import Listening
from a3dav.logs.formats import REQUEST_ID
from a3dav.logs.setup import Gathering, gather_lines
from a3dav.metrics.names import LOOP_LAG

log = logging.getLogger("a3dav")

SLICE = 256 * 1024
DRAIN = 64 * 1024
CLOSE = ("Connection", "close")
CLOSE_LINE = (b"connection", b"close")
BEATS_A_COPY = 10


class AnswerBrokeOff(RuntimeError):
    """Tells Granian to end the connection, and nothing else."""


class Door:
    """Receives requests and sends answers; what happens in between is the core's."""

    def __init__(self, house: House, cpu: CpuPool, slot: Slot) -> None:
        self._house = house
        self._slot = slot
        self._codes = house.settings.server.compression
        self._beats = 0
        self._lag = Lag(slot, self._beat)
        self._driver = Driver(house, cpu, self._lag)
        self._listeners = Listeners(house, self._driver, slot)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._slot.enter()
        try:
            await self._serve(request_of(scope), receive, send)
        except Exception:
            log.debug("a connection ended before its answer did", exc_info=True)
            raise AnswerBrokeOff from None  # Granian prints what it gets, with the data in its message
        finally:
            self._slot.leave()

    async def _serve(self, request: Request, receive: Receive, send: Send) -> None:
        body = self._body(request, receive)
        try:
            response = await self._driver.drive(answer(self._house, request), body.read)
            if body is not NO_BODY and CLOSE not in response.headers:
                with suppress(DavError):  # the answer is decided, whatever becomes of the rest of the body
                    await body.drain(DRAIN)
        finally:
            body.discard()
        if isinstance(response.body, Listening):
            await self._tell(request, response, response.body, receive, send)
        else:
            await self._send(request, response, send)

    async def _tell(self, request: Request, response: Response, told: Listening, receive: Receive, send: Send) -> None:
        """News are sent as they come, and so in no coding that would gather them."""
        if self._listeners.ending and request.http_version.startswith("1"):
            response.with_header(*CLOSE)
        lines = self._lines(request, head_of(request, response, None, codes=False))
        await send({"type": "http.response.start", "status": response.status, "headers": lines})
        if request.method == "HEAD":
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        else:
            await self._listeners.tell(told, receive, send)

    async def gather(self, scope: Scope) -> Response:
        """The answer to a request whose body does not matter."""
        request = request_of(scope)
        response = await self._driver.drive(answer(self._house, request), NO_BODY.read)
        if self._is_ending(request):
            response.with_header("Connection", "close")
        return response.with_header("X-Request-Id", request.id)

    def _body(self, request: Request, receive: Receive) -> BodyReader | NoBody:
        unknown = "transfer-encoding" in request.headers or not request.http_version.startswith("1")
        length = request.header("content-length", "" if unknown else "0")
        if length == "0":
            request.bodiless = True
            return NO_BODY
        settings = self._house.settings
        return BodyReader(
            receive,
            length,
            self._house.store.blobs.spool,
            self._driver.wait,
            self._driver.deadlines,
            expects_continue=request.header("expect").lower() == "100-continue",
            inline_limit=settings.storage.inline_body_limit,
            pause=settings.server.body_timeout,
            min_rate=settings.server.min_body_rate,
            longest=settings.server.upload_seconds,
            chunked="transfer-encoding" in request.headers,
        )

    async def _send(self, request: Request, response: Response, send: Send) -> None:
        content, stream, length = b"", None, None
        if isinstance(response.body, bytes):
            content, length = response.body, len(response.body)
        else:
            stream, length = self._streamed(request, response.body)
        head = head_of(request, response, length, codes=self._codes)
        lines = self._lines(request, head)
        if head.coding:
            if stream is not None:
                stream = coded(stream, head.coding, self._driver.wait)
            elif request.method != "HEAD":
                content = await self._packed(content, head.coding, response.key)
                lines.append(length_line(len(content)))
        await send({"type": "http.response.start", "status": response.status, "headers": lines})
        if request.method == "HEAD" or response.status in {204, 304}:
            content, stream = b"", None
        if stream is not None:
            async for piece in stream:
                await self._pass_on(send, {"type": "http.response.body", "body": piece, "more_body": True})
        end = {"type": "http.response.body", "body": content, "more_body": False}
        # An answer of one piece is taken at once, whenever the client reads it.
        await (send(end) if stream is None else self._pass_on(send, end))

    async def _packed(self, content: bytes, coding: str, key: Hashable) -> bytes:
        """What is remembered is remembered in its codings, too."""
        memory, known = self._house.memory, ("packed", coding, key)
        found: tuple[bytes, bytes] | None = memory.get(known) if key is not None else None
        if found is not None and found[0] is content:
            return found[1]
        made = await packed(content, coding, self._driver.wait)
        if key is not None:
            memory.put(known, (content, made), len(made))
        return made

    def _lines(self, request: Request, head: AnswerHead) -> list[Line]:
        lines = [*head.lines, (b"x-request-id", request.id.encode())]
        if self._is_ending(request) and CLOSE_LINE not in lines:
            lines.append(CLOSE_LINE)
        return lines

    def _is_ending(self, request: Request) -> bool:
        """Whether the connection should be the client's last; HTTP/2 has no header for that."""
        return (self._slot.retiring or self._slot.board.draining) and request.http_version.startswith("1")

    async def _pass_on(self, send: Send, message: dict[str, Any]) -> None:
        """Waits for the client, but not for ever; the connection ends with the exception."""
        async with asyncio.timeout(self._house.settings.server.send_timeout):
            await send(message)

    def _streamed(
        self, request: Request, body: Iterator[bytes] | FileSlice | Listening
    ) -> tuple[AsyncIterator[bytes], int | None]:
        """The pieces of a body, and its length where that is known before it was drawn to its end."""
        if isinstance(body, FileSlice):
            return self._file(body), body.length
        if isinstance(body, Listening):
            raise TypeError("news are told where a request has a connection of its own")
        return self._stream(request, body), None

    async def _stream(self, request: Request, body: Iterator[bytes]) -> AsyncIterator[bytes]:
        try:
            while (piece := await self._driver.page(next, body, None)) is not None:
                yield piece
        except Exception:
            log.exception("the answer broke off", extra={"fields": {REQUEST_ID: request.id}})
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

    def open(self) -> None:
        """Says that this worker takes requests, and from now on what it counts."""
        self._slot.start()
        self._house.tally.publish()
        self._lag.watch()
        gather_lines(Gathering(asyncio.get_running_loop().call_later))

    def _beat(self, late: float) -> None:
        """Notes how late the loop is, and once a second what the parts of this worker keep for themselves."""
        self._house.tally.time(LOOP_LAG, int(late * 1_000_000_000))
        self._beats += 1
        if self._beats % BEATS_A_COPY == 0:
            self._house.tally.publish()

    def close(self) -> None:
        gather_lines(None)
        self._lag.stop()
        self._listeners.close()
        self._house.tally.publish()
        self._driver.close()
        self._house.close()
