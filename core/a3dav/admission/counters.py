"""How often something was refused, by all workers of a host since the start of the server."""

from __future__ import annotations

from enum import IntEnum


class Refused(IntEnum):
    """What is counted: requests by why they were refused, failed logins, and blocks that were made."""

    ADDRESS = 0
    ACCOUNT = 1
    TOTAL = 2
    BLOCKED = 3
    FAILED_LOGINS = 4
    BLOCKS = 5


class Counters:
    """Two workers that count in the same microsecond may count one."""

    def __init__(self, cells: memoryview) -> None:
        self._cells = cells

    def count(self, what: Refused) -> None:
        self._cells[what] += 1

    def all(self) -> dict[str, int]:
        return {what.name.lower(): int(self._cells[what]) for what in Refused}
