"""How much of one kind of work a worker takes on: so much at a time, so much that waits, and 503 for what is more."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TypeVar

from a3dav.errors import ServiceUnavailable
from a3dav.faults import StoreAway

T = TypeVar("T")
BUSY = ("Retry-After", "2")


class Queue:
    """Counts what runs and waits, so that a flood of one kind is refused and leaves the others alone."""

    def __init__(self, most: int) -> None:
        self.most, self.length = most, 0

    @property
    def is_full(self) -> bool:
        return self.length >= self.most

    async def bounded(self, start: Callable[[], Awaitable[T]]) -> T:
        if self.is_full:
            raise ServiceUnavailable("the server is busy", headers=(BUSY,))
        self.length += 1
        try:
            return await start()
        finally:
            self.length -= 1


class Share:
    """A part of a pool of threads: what is in no hurry takes no more of it, so that some are left for what is."""

    def __init__(self, threads: int) -> None:
        self._free = asyncio.Semaphore(threads)

    async def submit(self, submit: Callable[[], Future[T]], patience: float | None) -> Future[T]:
        """Work that began; its thread is in use until it ends, even if nobody waits for it any more."""
        try:
            async with asyncio.timeout(patience):
                await self._free.acquire()
        except TimeoutError as error:
            raise StoreAway("the database does not answer") from error
        loop = asyncio.get_running_loop()

        def ended(_: Future[T]) -> None:
            with suppress(RuntimeError):  # of a loop that was closed
                loop.call_soon_threadsafe(self._free.release)

        try:
            work = submit()
        except BaseException:  # a place that is not given back is lost for good
            self._free.release()
            raise
        work.add_done_callback(ended)
        return work
