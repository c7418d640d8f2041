"""Performs steps with await."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, TypeVar

from ._wire import Acquire, Ask, AsyncReply, AsyncTransport, Close, Piece, Release, Send, Sleep, Step, Steps

if TYPE_CHECKING:
    from ._core import Core

_T = TypeVar("_T")


class Opened:
    """An answer that is being read."""

    __slots__ = ("headers", "pieces", "reply", "status")

    def __init__(self, reply: AsyncReply) -> None:
        self.reply, self.status, self.headers = reply, reply.status, reply.headers
        self.pieces: AsyncIterator[bytes] = reply.pieces()


class AsyncDriver:
    def __init__(self, core: Core) -> None:
        self.core = core
        self.transport: AsyncTransport | None = core.options.transport  # type: ignore[assignment]  # of its kind, says the manual

    async def run(self, steps: Steps[_T]) -> _T:
        given: Any = None
        error: BaseException | None = None
        while True:
            try:
                step = steps.send(given) if error is None else steps.throw(error)
            except StopIteration as end:
                result: _T = end.value
                return result
            given, error = None, None
            try:
                given = await self._perform(step)
            except BaseException as raised:  # the steps decide, and let go of what they hold
                error = raised

    async def _perform(self, step: Step) -> Any:
        match step:
            case Send(request):
                return Opened(await self._transport().send(request))
            case Piece(reply):
                return await anext(reply.pieces, None)
            case Close(reply):
                return await reply.reply.close()
            case Sleep(seconds):
                return await _awaited(self.core.clock.sleep(seconds))
            case Ask(function, arguments):
                return await _awaited(function(*arguments))
            case Acquire(lock):
                lock.tasks = lock.tasks or asyncio.Lock()
                return await lock.tasks.acquire()
            case Release(lock):
                return lock.tasks.release()

    def _transport(self) -> AsyncTransport:
        if self.transport is None:
            from ._httpx import AsyncHttpxTransport

            self.transport = AsyncHttpxTransport(self.core.options.verify)
        return self.transport

    async def close(self) -> None:
        if self.transport is not None:
            await self.transport.close()


async def _awaited(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value
