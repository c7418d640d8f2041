"""Requests that come while the database is asked go with its next question, all of them in one.

A database that is far away takes long for each question and little for what is in it. Whoever asks is told what was
true at some time after it asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from a3dav.lanes import Place, Seen

SLOW_SECONDS, AT_ONCE = 0.05, 4
"""How long the next question waits for the answer to the one before, and how many go without at most."""
MOST = 256
"""Places in one question."""

Waiting = tuple[Place, "asyncio.Future[Seen]"]


class Looks:
    """`ask` tells what is seen at places, in their order."""

    def __init__(self, ask: Callable[[Sequence[Place]], Awaitable[Sequence[Seen]]]) -> None:
        self._ask = ask
        self._waiting: list[Waiting] = []
        self._asking: set[asyncio.Task[None]] = set()
        self._began = 0.0

    async def look(self, place: Place) -> Seen:
        future: asyncio.Future[Seen] = asyncio.get_running_loop().create_future()
        self._waiting.append((place, future))
        self._go_on()
        return await future

    def _go_on(self) -> None:
        now = asyncio.get_running_loop().time()
        slow = now - self._began > SLOW_SECONDS and len(self._asking) < AT_ONCE
        if self._waiting and (slow or not self._asking):
            self._began = now
            group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            task = asyncio.get_running_loop().create_task(self._tell(group))
            self._asking.add(task)
            task.add_done_callback(self._told)

    def _told(self, task: asyncio.Task[None]) -> None:
        self._asking.discard(task)
        self._go_on()

    async def _tell(self, group: Sequence[Waiting]) -> None:
        there = [one for one in group if not one[1].done()]  # and still wants to know
        try:
            found = await self._ask([place for place, _ in there])
        except Exception as error:  # whatever it is, it is what everyone who asked is told
            for _, future in there:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, future), seen in zip(there, found, strict=True):
            if not future.done():
                future.set_result(seen)
