"""Performs steps one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ._options import SystemClock
from ._wire import Acquire, Ask, Close, Piece, Release, Reply, Send, Sleep, Step, Steps, Transport

if TYPE_CHECKING:
    from ._core import Core

_T = TypeVar("_T")


class Opened:
    """An answer that is being read."""

    __slots__ = ("headers", "pieces", "reply", "status")

    def __init__(self, reply: Reply) -> None:
        self.reply, self.status, self.headers = reply, reply.status, reply.headers
        self.pieces: Iterator[bytes] = reply.pieces()


class Driver:
    def __init__(self, core: Core) -> None:
        self.core = core
        self.transport: Transport | None = core.options.transport  # type: ignore[assignment]  # of its kind, says the manual

    def run(self, steps: Steps[_T]) -> _T:
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
                given = self._perform(step)
            except BaseException as raised:  # the steps decide, and let go of what they hold
                error = raised

    def _perform(self, step: Step) -> Any:
        match step:
            case Send(request):
                return Opened(self._transport().send(request))
            case Piece(reply):
                return next(reply.pieces, None)
            case Close(reply):
                return reply.reply.close()
            case Sleep(seconds):
                return (self.core.clock or SystemClock()).sleep(seconds)
            case Ask(function, arguments):
                return function(*arguments)
            case Acquire(lock):
                return lock.threads.acquire()
            case Release(lock):
                return lock.threads.release()

    def _transport(self) -> Transport:
        if self.transport is None:
            from ._httpx import HttpxTransport

            self.transport = HttpxTransport(self.core.options.verify)
        return self.transport

    def close(self) -> None:
        if self.transport is not None:
            self.transport.close()
