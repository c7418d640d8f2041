"""What the processes of one server tell one another, in memory they share since the fork.

The supervisor says that the server is draining; each worker, in a slot of its own, that it has
started, how many requests it is answering and how many it was at most, and how long its event
loop kept others waiting; and every process, in a row of its own, whatever it counts. What they
all count together, for limits, stands beside, and the answers that they keep for one another.
"""

from __future__ import annotations

import mmap
import os

from a3dav.caches.shared import Shared
from a3dav.metrics.rows import ROWS, Row, Rows

SLOTS = 1024
TALLIES = 2**18
_DRAINING, _CONNECTIONS = 0, 1
_FIRST = 2
_CELLS = 4  # of a slot: started, requests in flight, their peak, microseconds of lag


class Board:
    """Each cell has one writer, so that nothing needs a lock; those of `tallies` have many (see `admission`)."""

    def __init__(self, rows: int = ROWS, shared: Shared | None = None) -> None:
        self.rows, self.shared = Rows(rows), shared
        self.head = os.getpid()
        self._cells = memoryview(mmap.mmap(-1, 8 * (_FIRST + _CELLS * SLOTS))).cast("q")
        self.tallies = memoryview(mmap.mmap(-1, 8 * TALLIES)).cast("Q")
        self.secret = os.urandom(16)

    @property
    def draining(self) -> bool:
        return bool(self._cells[_DRAINING])

    def drain(self) -> None:
        self._cells[_DRAINING] = 1

    @property
    def most_connections(self) -> int:
        return self._cells[_CONNECTIONS]

    def note_connections(self, count: int) -> None:
        """Whoever counts them; that a larger number gets lost between two writers does not matter."""
        self._cells[_CONNECTIONS] = max(self.most_connections, count)

    def slot(self, number: int) -> Slot:
        return Slot(self, self._cells, _FIRST + _CELLS * (number % SLOTS), self.rows.lend())


class Slot:
    """The cells of one worker."""

    def __init__(self, board: Board, cells: memoryview, first: int, row: Row) -> None:
        self.board, self.row = board, row
        self._cells, self._first = cells, first
        self.retiring = False
        """Whether this worker gives way to another; it alone knows."""

    def clear(self) -> None:
        for cell in range(_CELLS):
            self._cells[self._first + cell] = 0

    @property
    def started(self) -> bool:
        return bool(self._cells[self._first])

    def start(self) -> None:
        self._cells[self._first] = 1

    @property
    def in_flight(self) -> int:
        return int(self._cells[self._first + 1])

    @property
    def peak(self) -> int:
        """The most requests that were in flight at once."""
        return int(self._cells[self._first + 2])

    @property
    def lag(self) -> int:
        """Microseconds that the event loop kept others waiting at worst, lately."""
        return int(self._cells[self._first + 3])

    @lag.setter
    def lag(self, microseconds: int) -> None:
        self._cells[self._first + 3] = microseconds

    def enter(self) -> None:
        cells, first = self._cells, self._first
        cells[first + 1] = now = cells[first + 1] + 1
        cells[first + 2] = max(cells[first + 2], now)

    def leave(self) -> None:
        self._cells[self._first + 1] -= 1
