"""Deadlines that nearly all are met: one timer looks after those of a worker; `asyncio.timeout` starts one for each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")
TICK_SECONDS = 0.1
"""How late a deadline may be noticed."""


class _Deadline:
    __slots__ = ("asked_before", "passed", "task", "until")

    def __init__(self, task: asyncio.Task[object], until: float) -> None:
        self.task, self.until = task, until
        self.asked_before = task.cancelling()
        self.passed = False


class Deadlines:
    """Those of one worker."""

    def __init__(self) -> None:
        self._open: set[_Deadline] = set()
        self._timer: asyncio.TimerHandle | None = None

    async def within(self, seconds: float | None, awaited: Awaitable[T]) -> T:
        """Waits for so long, about, and then raises TimeoutError; for None as long as it takes."""
        if seconds is None:
            return await awaited
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        if task is None:
            raise RuntimeError("only a task can wait")
        deadline = _Deadline(task, loop.time() + seconds)
        self._open.add(deadline)
        if self._timer is None:
            self._timer = loop.call_later(TICK_SECONDS, self._look)
        try:
            return await awaited
        except asyncio.CancelledError:
            if deadline.passed and task.uncancel() <= deadline.asked_before:
                raise TimeoutError from None
            raise
        finally:
            self._open.discard(deadline)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        for deadline in [one for one in self._open if one.until <= now and not one.passed]:
            deadline.passed = True
            deadline.task.cancel()
        self._timer = loop.call_later(TICK_SECONDS, self._look) if self._open else None
