"""What is more than a value: text with its ETag, downloads, and streams."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._call import Call, outgoing
from ._errors import ConnectionFailed, TimedOut
from ._exchange import Answer, Outgoing, exchange
from ._json import loads
from ._options import Options
from ._streams import Event, Following
from ._wire import Close, Cut, Late, Piece, Steps

if TYPE_CHECKING:
    from ._core import Core

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """Exactly as it is stored, with its ETag."""

    text: str
    etag: str
    content_type: str

    def __str__(self) -> str:
        return self.text


class _Bytes:
    """A download that is opened when something of it is asked for."""

    def __init__(self, core: Core, asked: Outgoing) -> None:
        self._core, self._asked = core, asked
        self._answer: Answer | None = None

    def _opened(self) -> Steps[Answer]:
        if self._answer is None:
            self._answer = yield from exchange(self._core, self._asked)
        return self._answer

    def _piece(self) -> Steps[bytes | None]:
        answer = yield from self._opened()
        told: dict[str, Any] = {"attempts": answer.attempts, "method": self._asked.method, "url": answer.url}
        try:
            piece: bytes | None = yield Piece(answer.reply)
        except Cut as cut:
            raise ConnectionFailed(f"the download was cut: {cut}", **told) from None
        except Late:
            raise TimedOut("no piece of the download came in time", **told) from None
        return piece

    def _closed(self) -> Steps[None]:
        if self._answer is not None:
            yield Close(self._answer.reply)

    def _header(self, name: str) -> str:
        return str(self._answer.headers.get(name)) if self._answer else ""

    @property
    def etag(self) -> str:
        """Known once the download has begun, as all of this."""
        return self._header("etag")

    @property
    def content_type(self) -> str:
        return self._header("content-type")

    @property
    def length(self) -> int | None:
        told = self._header("content-length")
        return int(told) if told.isdigit() else None


class Download(_Bytes):
    """Iterate over its pieces, `read()` it, or `save()` it; best in `with`."""

    def __enter__(self) -> Download:
        self._core.run(self._opened())
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        try:
            while (piece := self._core.run(self._piece())) is not None:
                yield piece
        finally:
            self.close()

    def read(self) -> bytes:
        return b"".join(self)

    def save(self, path: str | Path) -> None:
        with Path(path).open("wb") as file:
            file.writelines(self)

    def close(self) -> None:
        self._core.run(self._closed())


class AsyncDownload(_Bytes):
    """The same for `async for` and `async with`."""

    async def __aenter__(self) -> AsyncDownload:
        await self._core.run(self._opened())
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self.close()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while (piece := await self._core.run(self._piece())) is not None:
                yield piece
        finally:
            await self.close()

    async def read(self) -> bytes:
        return b"".join([piece async for piece in self])

    async def save(self, path: str | Path) -> None:
        with Path(path).open("wb") as file:
            async for piece in self:
                file.write(piece)

    async def close(self) -> None:
        await self._core.run(self._closed())


class EventStream(Generic[T]):
    """Server-sent events; it connects again by itself. Close it, or use it in `with`."""

    def __init__(self, core: Core, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> None:
        self._core = core
        self._following = Following(core, outgoing(core, call, given, body, options), call.codec)

    def __iter__(self) -> Iterator[Event[T]]:
        while (event := self._core.run(self._following.next())) is not None:
            yield event

    def __enter__(self) -> EventStream[T]:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        self._core.run(self._following.close())


class AsyncEventStream(Generic[T]):
    """The same for `async for` and `async with`."""

    def __init__(self, core: Core, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> None:
        self._core = core
        self._following = Following(core, outgoing(core, call, given, body, options), call.codec)

    async def __aiter__(self) -> AsyncIterator[Event[T]]:
        while (event := await self._core.run(self._following.next())) is not None:
            yield event

    async def __aenter__(self) -> AsyncEventStream[T]:
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._core.run(self._following.close())


class _Lines(_Bytes):
    def __init__(self, core: Core, call: Call, given: Mapping[str, Any], body: Any, options: Options | None) -> None:
        super().__init__(core, replace(outgoing(core, call, given, body, options)))
        self._codec = call.codec
        self._rest = b""

    def _taken(self, piece: bytes | None) -> list[Any]:
        """The values of the lines that are whole by now."""
        *lines, self._rest = (self._rest + (piece or b"\n")).split(b"\n")
        return [self._codec.read(loads(line.lstrip(b"\x1e")), "") for line in lines if line.strip(b"\x1e \r\t")]


class LineStream(_Lines, Generic[T]):
    """One value of JSON in each line."""

    def __iter__(self) -> Iterator[T]:
        piece: bytes | None = b""
        try:
            while piece is not None:
                piece = self._core.run(self._piece())
                yield from self._taken(piece)
        finally:
            self._core.run(self._closed())


class AsyncLineStream(_Lines, Generic[T]):
    """The same for `async for`."""

    async def __aiter__(self) -> AsyncIterator[T]:
        piece: bytes | None = b""
        try:
            while piece is not None:
                piece = await self._core.run(self._piece())
                for value in self._taken(piece):
                    yield value
        finally:
            await self._core.run(self._closed())
