"""What this process committed of late, for its own readers: they need not ask the store what it wrote itself.

A commit leads from one state of the store to the next (`Engine.state`). Whoever knows the first and follows what was
written up to the present one knows that as well; what others commit in between leaves a gap that nothing leads across.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

MOST = 64
"""Commits that are remembered; who is further behind asks the store."""


class Note(NamedTuple):
    """A row of the log of changes, and what was written: under which name, and where.

    Collection and home count what they hold up to `counter`. `row` is that of the member now, as it would be read,
    where it is known.
    """

    position: int
    clock: int
    resource_id: bytes
    collection_id: bytes
    home_id: bytes
    name: str
    counter: int
    row: tuple[Any, ...] | None


@dataclass(slots=True, frozen=True)
class Commit:
    """The state behind it, what it logged, and whether the generation stayed."""

    after: bytes
    logged: Sequence[Note]
    quiet: bool


class Commits:
    """Noted by the writer, read by others."""

    def __init__(self) -> None:
        self._by_state: dict[bytes, Commit] = {}

    def note(self, before: bytes, after: bytes, logged: Sequence[Note], *, quiet: bool) -> None:
        if not before or not after or before == after:
            return
        self._by_state[before] = Commit(after, logged, quiet)
        if len(self._by_state) > MOST:
            del self._by_state[next(iter(self._by_state))]

    def quietly(self, before: bytes, now: bytes) -> list[Note] | None:
        """What was logged between two states; None where that is not known, or more was written."""
        if not now:
            return None
        logged: list[Note] = []
        for _ in range(MOST):
            if before == now:
                return logged
            found = self._by_state.get(before)
            if found is None or not found.quiet:
                return None
            logged += found.logged
            before = found.after
        return None
