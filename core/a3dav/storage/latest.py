"""Rows of members by their place, as SQLite has them now: read once, and again when they changed.

Whoever commits shows in the head of the WAL index (`wal_index`), and what was written in the log of changes: content
is never written without it, and all that is not content raises the generation. What this process wrote itself it knows
(`commits`).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from a3dav.lanes import Place
from a3dav.storage.commits import Note
from a3dav.storage.engine import Row

if TYPE_CHECKING:
    from a3dav.standing import Standing
    from a3dav.storage.engine import Engine

MOST_ROWS, MOST_CHANGES = 10_000, 100
"""What is kept at most, and looked through at most; beyond, all is forgotten and begins anew."""
LONGEST = 3_600
"""Seconds after which nobody relies on the log having all that was written since."""
_COLUMNS = ("position", "clock", "resource_id")
_LOGGED = f"SELECT {', '.join(_COLUMNS)} FROM changes"
_LAST = f"{_LOGGED} ORDER BY position DESC LIMIT 1"
_SINCE = f"{_LOGGED} WHERE position >= ? ORDER BY position LIMIT ?"
_ID, _COLLECTION, _CONTENT_COUNTER = 0, 6, 15


class Latest(threading.local):
    """The rows of one engine, for each thread its own: what another has just read may be older than what it forgot."""

    def __init__(self, engine: Engine, standing: Standing) -> None:
        self._engine, self._standing = engine, standing
        self._seen, self._at = b"", 0.0
        self._generation = ""
        self._last: Row = ()
        self._rows: dict[Place, Row] = {}
        self._places: dict[bytes, Place] = {}
        self._collections: set[Place] = set()

    def usable(self) -> bool:
        """Whether the rows are those that the store has; brings them up to date where somebody wrote."""
        if self._standing.off or self._engine.in_transaction:
            return False
        state = self._engine.state()
        if state != self._seen:
            self._catch_up(state)
        return state != b""

    def get(self, place: Place) -> Row | None:
        return self._rows.get(place)

    def keep(self, place: Place, row: Row) -> None:
        identifier = bytes(row[_ID])
        self._rows[place] = row
        self._places[identifier] = place
        if row[_COLLECTION]:
            self._collections.add(place)

    def _catch_up(self, state: bytes) -> None:
        generation, now = self._engine.generation(), monotonic()
        known = generation == self._generation and len(self._rows) <= MOST_ROWS and now - self._at < LONGEST
        told = self._engine.commits.quietly(self._seen, state) if known else None
        if told is not None:  # and the log need not be read
            self._follow(told)
            self._last = told[-1][: len(_COLUMNS)] if told else self._last
            self._seen = state
            return
        written = self._written() if known else []
        if written and len(written) <= MOST_CHANGES + 1:
            self._forget_collections()
            for row in written[1:]:
                self._forget(bytes(row[-1]))
        else:
            written = self._engine.rows(_LAST)
            self._rows, self._places, self._collections = {}, {}, set()
        self._last = written[-1] if written else ()
        self._seen, self._at, self._generation = state, now, generation

    def _written(self) -> list[Row]:
        """The log from the last entry known on; nothing where that is not in it, as in a store that was put back."""
        rows = self._engine.rows(_SINCE, (self._last[0], MOST_CHANGES + 2)) if self._last else []
        return rows if rows and rows[0] == self._last else []

    def _follow(self, told: Sequence[Note]) -> None:
        """Where content alone was written, nothing changed of collections but what they count."""
        for note in told:
            self._count(note.collection_id, note.counter)
            self._count(note.home_id, note.counter)
            self._forget(note.resource_id)
            if note.row is not None:
                self.keep((note.collection_id, note.name), note.row)

    def _count(self, collection_id: bytes, counter: int) -> None:
        place = self._places.get(collection_id)
        if place is not None and (row := self._rows.get(place)):
            self._rows[place] = (*row[:_CONTENT_COUNTER], counter, *row[_CONTENT_COUNTER + 1 :])

    def _forget_collections(self) -> None:
        """Their counters are raised by what is written far below them."""
        for place in self._collections:
            self._rows.pop(place, None)
        self._collections.clear()

    def _forget(self, identifier: bytes) -> None:
        if found := self._places.pop(identifier, None):
            self._rows.pop(found, None)


class Ahead(threading.local):
    """The row of a member that was read along with the generation, for whoever asks for it in the same step."""

    def __init__(self) -> None:
        self.place: Place | None = None
        self.row: Row | None = None

    def keep(self, place: Place, row: Row | None) -> None:
        self.place, self.row = place, row

    def forget(self) -> None:
        self.place = self.row = None
