"""Request bodies: bounded, spooled to a file when large, with deadlines and a minimum rate.

ASGI ends a broken upload with a disconnect and not with an error: a body that stops before its end
must never be taken for a whole one.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from a3dav.door.deadlines import Deadlines
from a3dav.errors import BadRequest, DavError
from a3dav.exchange import Body
from a3dav.headers import is_number
from a3dav.lanes import BodyWanted

Receive = Callable[[], Awaitable[dict[str, Any]]]
PIECE = 1 << 20
GRACE_SECONDS = 10


class RequestTimeout(DavError):
    status = 408


class NoBody:
    """The body of a request that said it has none."""

    async def read(self, wanted: BodyWanted) -> Body:
        del wanted
        return Body()

    async def drain(self, limit: int) -> None: ...

    def discard(self) -> None: ...


NO_BODY = NoBody()


class BodyReader:
    def __init__(
        self, receive: Receive, length: str, spool: Path, in_thread: Callable[..., Awaitable[Any]],
        deadlines: Deadlines, *, expects_continue: bool, inline_limit: int, pause: int, min_rate: int, longest: int = 0,
        chunked: bool = False,
    ) -> None:  # fmt: skip
        self._receive, self._in_thread, self._deadlines = receive, in_thread, deadlines
        self._announced = int(length) if is_number(length) else None
        self._chunked = chunked
        self._spool, self._inline_limit = spool, inline_limit
        self._pause, self._min_rate, self._longest = pause, min_rate, longest
        self._expects_continue = expects_continue
        self.finished = self._announced == 0
        self.file: Path | None = None

    async def read(self, wanted: BodyWanted) -> Body:
        """The whole body, or an error; never a part of it."""
        if self._announced is not None and wanted.limit and self._announced > wanted.limit:
            raise wanted.too_large
        self._expects_continue = False
        pieces: list[bytes] = []
        length, buffered, started = 0, 0, time.monotonic()
        handle: IO[bytes] | None = None
        try:
            while not self.finished:
                try:
                    piece = self._piece(await self._deadlines.within(self._pause, self._receive()))
                except TimeoutError:
                    self.finished = True  # as far as anybody will wait for it
                    raise RequestTimeout("the body stopped coming", headers=(("Connection", "close"),)) from None
                length, buffered = length + len(piece), buffered + len(piece)
                # To ask for the end, too, would take Granian's threads as long as the piece before.
                self.finished = self.finished or (length == self._announced and not self._chunked)
                self._judge(length, started, wanted)
                pieces.append(piece)
                if wanted.spool and length > self._inline_limit and buffered >= PIECE:
                    handle = handle or self._open()
                    await self._in_thread(handle.write, b"".join(pieces))
                    pieces, buffered = [], 0
            self._refuse_part(length)
            if handle is None and (not wanted.spool or length <= self._inline_limit):
                return Body(data=b"".join(pieces), length=length)
            handle = handle or self._open()
            await self._in_thread(handle.write, b"".join(pieces))
        finally:
            if handle is not None:
                await self._in_thread(handle.close)
        return Body(file=self.file, length=length)

    def _piece(self, message: dict[str, Any]) -> bytes:
        if message["type"] == "http.disconnect":
            raise BadRequest("the body ended before it was complete")
        self.finished = not message.get("more_body", False)
        body: bytes = message.get("body", b"")
        return body

    def _judge(self, length: int, started: float, wanted: BodyWanted) -> None:
        if wanted.limit and length > wanted.limit:
            raise wanted.too_large
        elapsed = time.monotonic() - started
        if self._longest and elapsed > self._longest:
            raise RequestTimeout("the body takes too long", headers=(("Connection", "close"),))
        if self._min_rate and elapsed > GRACE_SECONDS and length < elapsed * self._min_rate:
            raise RequestTimeout("the body comes too slowly", headers=(("Connection", "close"),))

    def _refuse_part(self, length: int) -> None:
        if self._announced is not None and length != self._announced:
            raise BadRequest(f"the body has {length} bytes where {self._announced} were announced")

    def _open(self) -> IO[bytes]:
        handle = tempfile.NamedTemporaryFile(dir=self._spool, delete=False)  # noqa: SIM115 - closed by read
        self.file = Path(handle.name)
        return handle

    async def drain(self, limit: int) -> None:
        """Reads a short rest, so that the connection can serve the next request after an early refusal."""
        if self.finished or self._expects_continue or not self._announced or self._announced > limit:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pause):
                while not self.finished:
                    self._piece(await self._receive())

    def discard(self) -> None:
        """Removes the spooled file, unless the store took it over."""
        if self.file is not None:
            self.file.unlink(missing_ok=True)
