"""What the processes of one server tell one another, in memory they share since the fork.

The supervisor says that the server is draining; each worker, in a slot of its own, that it has
started, how many requests it is answering, and how long its event loop kept others waiting.
"""

from __future__ import annotations

import mmap

SLOTS = 1024
_DRAINING = 0
_FIRST = 1
_CELLS = 3  # of a slot: started, requests in flight, microseconds of lag


class Board:
    """Each cell has one writer, so that nothing needs a lock."""

    def __init__(self) -> None:
        self._cells = memoryview(mmap.mmap(-1, 8 * (_FIRST + _CELLS * SLOTS))).cast("q")

    @property
    def draining(self) -> bool:
        return bool(self._cells[_DRAINING])

    def drain(self) -> None:
        self._cells[_DRAINING] = 1

    def slot(self, number: int) -> Slot:
        return Slot(self, self._cells, _FIRST + _CELLS * (number % SLOTS))


class Slot:
    """The cells of one worker."""

    def __init__(self, board: Board, cells: memoryview, first: int) -> None:
        self.board = board
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
    def lag(self) -> int:
        """Microseconds that the event loop kept others waiting at worst, lately."""
        return int(self._cells[self._first + 2])

    @lag.setter
    def lag(self, microseconds: int) -> None:
        self._cells[self._first + 2] = microseconds

    def enter(self) -> None:
        self._cells[self._first + 1] += 1

    def leave(self) -> None:
        self._cells[self._first + 1] -= 1
