"""How long the event loop kept others waiting: the worst of the last seconds, on the board for whoever asks.

A timer that comes late tells of any delay, whatever caused it, but sees only those that it falls into; the steps that
run on the loop are timed one by one, and those that do not belong there are named in the log of level debug.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from time import perf_counter
from typing import Any

from a3dav.board import Slot

log = logging.getLogger("a3dav.lag")
TICK_SECONDS = 0.1
INTERVAL_SECONDS = 10.0
LONG_SECONDS = 0.002
"""What takes longer does not belong on the loop."""


class Lag:
    """The cell shows the worst of this interval and of the last one, so that no reader comes too late for it.

    Ten times a second `heard` is told by how many seconds the timer is late.
    """

    def __init__(self, slot: Slot, heard: Callable[[float], None] = lambda _: None) -> None:
        self._slot, self._heard = slot, heard
        self._worst = self._worst_before = 0.0
        self._interval_ends = self._due = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def watch(self) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        if self._timer is not None:
            late = max(0.0, now - self._due)
            self.note(late)
            self._heard(late)
        if now >= self._interval_ends:
            self._interval_ends = now + INTERVAL_SECONDS
            self._worst_before, self._worst = self._worst, 0.0
            self._show()
        self._due = now + TICK_SECONDS
        self._timer = loop.call_at(self._due, self.watch)

    def note(self, seconds: float) -> None:
        if seconds > self._worst:
            self._worst = seconds
            self._show()

    def timed(self, began: float, work: Any) -> None:
        """Notes a step that ran on the loop since `began`."""
        taken = perf_counter() - began
        if taken > LONG_SECONDS:
            log.debug("the loop waited %.1f ms for %s", taken * 1000, getattr(work, "__qualname__", work))
        self.note(taken)

    def _show(self) -> None:
        self._slot.lag = int(max(self._worst, self._worst_before) * 1_000_000)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
