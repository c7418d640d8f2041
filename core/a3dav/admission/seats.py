"""A table of fixed size in shared memory: rows of numbers, found by the first, ranked by the second.

Nothing is locked, since every worker looks here for every request. Each cell is read and written whole; what two
workers do to one row at the same moment may be lost. That costs a few requests that are not counted, or a block
that the next failure makes again, and nobody can bring it about.
"""

from __future__ import annotations

from hashlib import blake2b

WAYS = 8
"""Rows in which a key may stand."""
REMEMBERED = 20_000


class Seats:
    """The place of a key depends on a secret, so that nobody can choose addresses that drive others out.

    A new key takes the row with the lowest rank of its eight. For rates and blocks alike the rank is how long the
    row will matter, so that who is refused stays known, and newcomers replace one another.
    """

    def __init__(self, cells: memoryview, columns: int, secret: bytes) -> None:
        self.cells = cells
        self._columns, self._secret = columns, secret
        self._sets = len(cells) // (columns * WAYS)
        self.known: dict[int, int] = {}

    def find(self, key: int) -> int:
        """The first cell of the row of a key, or -1."""
        place = self.known.get(key, -1)
        if place >= 0 and self.cells[place] == key:
            return place
        place = next((place for place in self._places(key) if self.cells[place] == key), -1)
        if place >= 0:
            self._know(key, place)
        return place

    def seat(self, key: int) -> int:
        """The first cell of the row of a key, which is made where there is none, with zeros beside the key."""
        place = self.find(key)
        if place >= 0:
            return place
        place = min(self._places(key), key=lambda place: int(self.cells[place + 1]))
        for cell in range(place + 1, place + self._columns):
            self.cells[cell] = 0
        self.cells[place] = key
        self._know(key, place)
        return place

    def _places(self, key: int) -> range:
        digest = blake2b(key.to_bytes(8, "big"), key=self._secret, digest_size=8).digest()
        width = self._columns * WAYS
        first = int.from_bytes(digest, "big") % self._sets * width
        return range(first, first + width, self._columns)

    def _know(self, key: int, place: int) -> None:
        if len(self.known) >= REMEMBERED:
            self.known.clear()
        self.known[key] = place
