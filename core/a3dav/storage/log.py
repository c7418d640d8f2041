"""The change log as followers read it: behind a position, in the order of commits."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from a3dav.identifiers import Clock
from a3dav.storage.engine import Engine, Row

_COLUMNS = (
    "position, account_id, counter, parent_counter, collection_id, resource_id, operation, digest, clock, actor_id,"
    " request_id"
)
ACCOUNTS_AT_ONCE = 100
MOST_LOOKED_AT = 5_000


@dataclass(slots=True, frozen=True)
class Logged:
    """A row of the log; `time` is in milliseconds since 1970."""

    position: int
    account_id: bytes
    counter: int
    parent_counter: int
    collection_id: bytes
    resource_id: bytes
    operation: str
    digest: str
    time: int
    actor_id: bytes
    request_id: str


class ChangeLog:
    """Positions of PostgreSQL come in the order of statements: what an older transaction may still be before waits."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # Of SQLite there is one writer, whose order of statements is that of commits.
        self._settled = " AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())" if engine.reads_wait else ""

    def newest(self) -> int:
        """The position up to which everything is in the log."""
        sql = f"SELECT position FROM changes WHERE position > 0{self._settled} ORDER BY position DESC LIMIT 1"
        row = self._engine.row(sql)
        return int(row[0]) if row else 0

    def concerned(self, position: int) -> tuple[int, frozenset[bytes]]:
        """Whose things changed behind a position, and the position up to which that is told."""
        sql = (
            f"SELECT position, account_id FROM changes WHERE position > ?{self._settled} ORDER BY position"
            f" LIMIT {MOST_LOOKED_AT}"
        )
        rows = self._engine.rows(sql, (position,))
        return (int(rows[-1][0]) if rows else position), frozenset(bytes(row[1]) for row in rows)

    def behind(self, position: int, account_ids: Collection[bytes], limit: int) -> list[Logged]:
        """The next changes of what belongs to these accounts."""
        found = [
            row
            for some in _batches(sorted(account_ids))
            for row in self._engine.rows(self._of_each(len(some)), _each(some, position, limit))
        ]
        return [_logged(row) for row in sorted(found, key=lambda row: int(row[0]))[:limit]]

    def is_behind(self, position: int, account_ids: Collection[bytes]) -> bool:
        """Whether something of these accounts is in the log behind a position, settled or not."""
        return any(
            self._engine.row("SELECT 1 FROM changes WHERE account_id = ? AND position > ? LIMIT 1", (one, position))
            for one in account_ids
        )

    def _of_each(self, accounts: int) -> str:
        """Each account is read by an index of its own order, so that nobody pays for what others changed."""
        one = (
            f"SELECT * FROM (SELECT {_COLUMNS} FROM changes WHERE account_id = ? AND position > ?{self._settled}"
            " ORDER BY position LIMIT ?) AS own"
        )
        return " UNION ALL ".join([one] * accounts)


def _each(account_ids: Iterable[bytes], position: int, limit: int) -> list[object]:
    return [value for account_id in account_ids for value in (account_id, position, limit)]


def _batches(ids: list[bytes]) -> Iterable[list[bytes]]:
    return (ids[first : first + ACCOUNTS_AT_ONCE] for first in range(0, len(ids), ACCOUNTS_AT_ONCE))


def _logged(row: Row) -> Logged:
    return Logged(
        int(row[0]), bytes(row[1]), int(row[2]), int(row[3]), bytes(row[4]), bytes(row[5]), str(row[6]), str(row[7]),
        int(row[8]) >> Clock.BITS, bytes(row[9]), str(row[10]),
    )  # fmt: skip
