"""Rows of numbers that processes share since the fork: each has one writer, so that nothing needs a lock.

A row outlives its process. What a process that ended has counted goes on in the row of the past when its
own row is lent again, so that no total ever falls.
"""

from __future__ import annotations

import logging
import mmap
import os
import threading

ROWS = 64
CELLS = 120_000
"""Room for five times what the plugins of today have; what nobody touches takes no memory."""
HEAD = 3
_PROCESS, _LAYOUT, _USED = range(HEAD)
_LENT = -1
log = logging.getLogger("a3dav.metrics")


class Rows:
    def __init__(self, rows: int = ROWS) -> None:
        self._whole = memoryview(mmap.mmap(-1, 8 * CELLS * (rows + 1))).cast("q")
        self._past, *self._rows = (Row(self._whole[first * CELLS : (first + 1) * CELLS]) for first in range(rows + 1))
        self._lending = threading.Lock()

    def lend(self) -> Row:
        """A row for a process that is about to be forked, or for this one."""
        with self._lending:
            for row in self._rows:
                if row.ended:
                    self._past.inherit(row)
                    row.clear()
                if row.process == 0:
                    row.process = _LENT
                    return row
        log.warning("there are more processes than rows for their numbers; one will not be seen in /metrics")
        return Row(memoryview(bytearray(8 * CELLS)).cast("q"))

    def in_use(self, layout: int) -> list[Row]:
        """The rows that hold numbers in this order, the past among them."""
        return [row for row in (self._past, *self._rows) if row.layout == layout]


class Row:
    """The numbers of one process; `layout` stands for what each of them means, 0 while nothing is counted."""

    def __init__(self, cells: memoryview[int]) -> None:
        self._cells = cells
        self.numbers = cells[HEAD:]

    @property
    def process(self) -> int:
        return self._cells[_PROCESS]

    @process.setter
    def process(self, number: int) -> None:
        self._cells[_PROCESS] = number

    @property
    def layout(self) -> int:
        return self._cells[_LAYOUT]

    def begin(self, layout: int, used: int) -> None:
        """Called in the process that will count here, with so many numbers."""
        self._cells[_LAYOUT], self._cells[_USED] = layout, used
        self.process = os.getpid()

    @property
    def used(self) -> int:
        return self._cells[_USED]

    @property
    def ended(self) -> bool:
        return self.process > 0 and not self.living

    @property
    def living(self) -> bool:
        if self.process <= 0:
            return False
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True

    def inherit(self, other: Row) -> None:
        """Adds what another row holds; numbers of another meaning, from before a change of plugins, are given up."""
        if not other.layout:
            return
        if self.layout != other.layout:
            self.clear()
            self._cells[_LAYOUT], self._cells[_USED] = other.layout, other.used
        for place, number in enumerate(other.numbers[: other.used].tolist()):
            if number:
                self.numbers[place] += number

    def clear(self) -> None:
        length = HEAD + self.used
        self._cells[:length] = memoryview(bytes(8 * length)).cast("q")
