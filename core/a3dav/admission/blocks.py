"""Blocked addresses: a small file of the data directory that all processes of a host map into their memory.

So a block outlives a restart, and a command of the administrator is obeyed at once. The file belongs to one
host; servers that share a database block each for itself.
"""

from __future__ import annotations

import logging
import mmap
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a3dav.admission.seats import Seats

log = logging.getLogger("a3dav.security")
NAME = "blocks"
ROWS = 8192
COLUMNS = 4  # of a row: number, end and begin in milliseconds since 1970, reason
HEADER = 2  # the end of the last block, and when one was made last in nanoseconds
BYTES = 8 * (HEADER + COLUMNS * ROWS)
FOR_EVER = 2**62
MOST_FREE = 10_000
DAY_SECONDS = 86_400
SECRET = b"blocks"
"""None, in truth: to drive one block out, eight others must have been earned."""
REASONS = ("", "failed logins", "too many requests", "an administrator")


@dataclass(frozen=True, slots=True)
class Block:
    """`number` as in `addresses`; times in milliseconds since 1970."""

    number: int
    until: int
    begun: int
    reason: str

    @property
    def seconds_left(self) -> int:
        """A day for more than a day, which clients could not count."""
        return min(DAY_SECONDS, max(1, -((now_ms() - self.until) // 1000)))


class Blocks:
    """The file is opened with the first use, since most processes never ask.

    Where `head` begins with 0, nobody was ever blocked, and nobody need call `find`.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._seats: Seats | None = None
        self.head: Any = [1, 0]
        self._free: set[int] = set()
        self._made = 0

    def _open(self) -> Seats:
        if self._seats is None:
            cells = memoryview(_shared(self._file)).cast("Q")
            self.head, self._seats = cells[:HEADER], Seats(cells[HEADER:], COLUMNS, SECRET)
        return self._seats

    def find(self, number: int) -> Block | None:
        """The block of an address, if it has one that is not over."""
        seats = self._seats or self._open()
        if self.head[1] != self._made or len(self._free) > MOST_FREE:
            self._free, self._made = set(), self.head[1]
        if number in self._free or self.head[0] < (now := now_ms()):
            return None
        place = seats.find(number)
        if place >= 0 and seats.cells[place + 1] > now:
            return _block(seats.cells, place)
        self._free.add(number)
        return None

    def all(self) -> Iterator[Block]:
        seats, now = self._open(), now_ms()
        for place in range(0, len(seats.cells), COLUMNS):
            if seats.cells[place + 1] > now:
                yield _block(seats.cells, place)

    def add(self, number: int, seconds: int, reason: str) -> None:
        """Blocks an address; 0 seconds are for ever."""
        seats, now = self._open(), now_ms()
        until = now + 1000 * seconds if seconds else FOR_EVER
        place = seats.seat(number)
        seats.cells[place + 3], seats.cells[place + 2] = REASONS.index(reason), now
        seats.cells[place + 1] = until
        if seats.cells[place] != number:
            seats.cells[place + 1] = 0  # another worker took the row meanwhile, for one who did nothing
        self.head[0] = max(self.head[0], until)
        self.head[1] = time.time_ns()

    def remove(self, number: int) -> bool:
        """Lifts a block; whether there was one."""
        seats = self._open()
        place = seats.find(number)
        found = place >= 0 and seats.cells[place + 1] > now_ms()
        if place >= 0:
            seats.cells[place + 1] = 0
        return found


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def _block(cells: memoryview, place: int) -> Block:
    reason = cells[place + 3]
    return Block(cells[place], cells[place + 1], cells[place + 2], REASONS[reason] if reason < len(REASONS) else "")


def _shared(file: Path) -> mmap.mmap:
    """The file in memory; where the disk has no room or may not be written, memory of this process alone."""
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if os.fstat(handle).st_size != BYTES:
                os.posix_fallocate(handle, 0, BYTES)  # or a full disk would end the process that writes
            return mmap.mmap(handle, BYTES)
        finally:
            os.close(handle)
    except OSError as error:
        log.warning("blocks are not shared between processes: %s: %s", file, error.strerror)
        return mmap.mmap(-1, BYTES)
