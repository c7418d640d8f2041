"""Rates by the generic cell rate algorithm: of each client one time, at which all it sent will be used up.

A request moves that time on by its share of a second; one that would move it further ahead of now than
the burst allows is refused and moves nothing. A worker that is suspended just between reading and writing a time sets
back what others counted meanwhile.
"""

from __future__ import annotations

from a3dav.admission.seats import Seats

SECOND_NS = 1_000_000_000
COLUMNS = 2


class Rates(Seats):
    """The rates of many clients: `count` in `seconds` in the long run, `burst` of them at once."""

    def __init__(self, cells: memoryview, secret: bytes, count: int, seconds: int, burst: int) -> None:
        super().__init__(cells, COLUMNS, secret)
        self._step = max(1, seconds * SECOND_NS // count)
        self._slack = (burst - 1) * self._step

    def count(self, key: int, now: int) -> int:
        """Counts one; 0, or for one too many the nanoseconds until the next is granted."""
        cells, place = self.cells, self.known.get(key, -1)
        if place < 0 or cells[place] != key:
            place = self.seat(key)
        used_up: int = cells[place + 1]
        if used_up < now:  # noqa: PLR1730 - max() takes as long as all the rest
            used_up = now
        wait = used_up - now - self._slack
        if wait > 0:
            return wait
        cells[place + 1] = used_up + self._step
        return 0

    def forget(self, key: int) -> None:
        place = self.find(key)
        if place >= 0:
            self.cells[place + 1] = 0
