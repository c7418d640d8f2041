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
        return self._among(self._places(key), key)

    def seat(self, key: int) -> int:
        """The first cell of the row of a key, which is made where there is none, with zeros beside the key."""
        places, cells = self._places(key), self.cells
        place = self._among(places, key)
        if place < 0:
            _, place = min([(cells[place + 1], place) for place in places])
            for cell in range(place + 1, place + self._columns):
                cells[cell] = 0
            cells[place] = key
            self._know(key, place)
        return place

    def _among(self, places: range, key: int) -> int:
        cells = self.cells
        for place in places:
            if cells[place] == key:
                self._know(key, place)
                return place
        return -1

    def _places(self, key: int) -> range:
        digest = blake2b(key.to_bytes(8, "big"), key=self._secret, digest_size=8).digest()
        width = self._columns * WAYS
        first = int.from_bytes(digest, "big") % self._sets * width
        return range(first, first + width, self._columns)

    def _know(self, key: int, place: int) -> None:
        if len(self.known) >= REMEMBERED:
            self.known.clear()
        self.known[key] = place
