"""The audit trail: rows of identifiers and never of names, appended in transactions and read by time.

`resource_id` names what an act was about: a resource, or an account. What belongs to an account or a
group stands with the id of that as `collection_id`: a member of a group, an app password.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from a3dav.storage.batches import marks
from a3dav.storage.engine import Engine, Row

PAGE = 500
GAP_SECONDS = 60
MOST_GAPS = 1000
COLUMNS = (
    "at, actor_id, on_behalf_of, credential_id, method, os_user, action, collection_id, resource_id, outcome,"
    " request_id, times"
)
_INSERT = f"INSERT INTO audit ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SELECT = f"SELECT {COLUMNS}, position FROM audit"


@dataclass(slots=True, frozen=True)
class AuditRow:
    """Who did what, to what, how it ended; `times` above one stands for that many acts of the same kind.

    `os_user` is the number of the user of the operating system who ran a command, `position` the
    number of the row.
    """

    at: int
    action: str
    outcome: str = "ok"
    actor_id: bytes = b""
    on_behalf_of: bytes = b""
    credential_id: bytes = b""
    method: str = ""
    os_user: int | None = None
    collection_id: bytes = b""
    resource_id: bytes = b""
    request_id: str = ""
    times: int = 1
    position: int = 0


def append(engine: Engine, row: AuditRow) -> None:
    """Inside a transaction."""
    engine.execute(
        _INSERT,
        (
            row.at, row.actor_id, row.on_behalf_of, row.credential_id, row.method, row.os_user, row.action,
            row.collection_id, row.resource_id, row.outcome, row.request_id, row.times,
        ),
    )  # fmt: skip


def remove_before(engine: Engine, time_ms: int, limit: int) -> int:
    """Inside a transaction: drops the oldest rows, `limit` of them at most."""
    return engine.execute(
        "DELETE FROM audit WHERE position IN (SELECT position FROM audit WHERE at < ? ORDER BY at LIMIT ?)",
        (time_ms, limit),
    )


@dataclass(slots=True, frozen=True)
class Wanted:
    """Which rows to show; what is empty does not select. `account` did the act or is what it was about."""

    account: bytes = b""
    actions: Sequence[str] = ()
    outcomes: Sequence[str] = ()
    request_id: str = ""
    since: int = 0
    until: int = 0

    def condition(self, reached: int = 0) -> tuple[str, list[object]]:
        """SQL and its values; `reached` is a time before which nothing is looked for any more."""
        terms, values = ["at >= ?"], list[object]([max(self.since, reached)])
        if self.until:
            terms.append("at < ?")
            values.append(self.until)
        if self.request_id:
            terms.append("request_id = ?")
            values.append(self.request_id)
        for column, texts in (("action", self.actions), ("outcome", self.outcomes)):
            if texts:
                terms.append(f"{column} IN ({marks(texts)})")
                values += texts
        if self.account:
            columns = ("actor_id", "on_behalf_of", "collection_id", "resource_id")
            terms.append("(" + " OR ".join(f"{column} = ?" for column in columns) + ")")
            values += [self.account] * len(columns)
        return " AND ".join(terms), values


@dataclass(slots=True)
class Trail:
    """Reads the rows that are wanted, by pages, the oldest first."""

    engine: Engine
    wanted: Wanted
    _last: int = 0
    _gaps: dict[int, float] = field(default_factory=dict)

    def newest(self, count: int) -> Iterator[list[AuditRow]]:
        """The last `count` rows, all of them where it is 0; rows made meanwhile are left to `fresh`."""
        row = self.engine.row("SELECT MAX(position) FROM audit")
        self._last = int(row[0] or 0) if row else 0
        at, position = self._start(count)
        while True:
            condition, values = self.wanted.condition(at)
            rows = self.engine.rows(
                f"{_SELECT} WHERE {condition} AND position <= ? AND (at > ? OR position > ?)"
                " ORDER BY at, position LIMIT ?",
                (*values, self._last, at, position, PAGE),
            )
            if rows:
                yield [row_of(found) for found in rows]
            if len(rows) < PAGE:
                return
            at, position = int(rows[-1][0]), int(rows[-1][-1])

    def _start(self, count: int) -> tuple[int, int]:
        """Just before the first of the last `count` rows."""
        if not count:
            return 0, 0
        condition, values = self.wanted.condition()
        row = self.engine.row(
            f"SELECT at, position FROM audit WHERE {condition} AND position <= ?"
            " ORDER BY at DESC, position DESC LIMIT 1 OFFSET ?",
            (*values, self._last, count - 1),
        )
        return (int(row[0]), int(row[1]) - 1) if row else (0, 0)

    def fresh(self) -> list[AuditRow]:
        """Rows made since the last call, those too whose numbers were taken earlier and committed later."""
        positions = self._positions("position > ? ORDER BY position LIMIT ?", self._last, PAGE)
        late = self._positions(f"position IN ({marks(list(self._gaps))})", *self._gaps) if self._gaps else []
        for position in late:
            del self._gaps[position]
        self._note_gaps(positions)
        found = late + positions
        if not found:
            return []
        condition, values = self.wanted.condition()
        rows = self.engine.rows(
            f"{_SELECT} WHERE {condition} AND position IN ({marks(found)}) ORDER BY at, position", (*values, *found)
        )
        return [row_of(row) for row in rows]

    def _positions(self, condition: str, *values: int) -> list[int]:
        return [int(row[0]) for row in self.engine.rows(f"SELECT position FROM audit WHERE {condition}", values)]

    def _note_gaps(self, positions: list[int]) -> None:
        now = time.monotonic()
        self._gaps = {gap: until for gap, until in self._gaps.items() if until > now}
        for position in positions:
            missing = range(max(self._last + 1, position - MOST_GAPS), position)
            self._gaps |= dict.fromkeys(missing, now + GAP_SECONDS)
            self._last = position
        while len(self._gaps) > MOST_GAPS:
            del self._gaps[next(iter(self._gaps))]


def row_of(row: Row) -> AuditRow:
    return AuditRow(
        int(row[0]), str(row[6]), str(row[9]), bytes(row[1]), bytes(row[2]), bytes(row[3]), str(row[4]),
        None if row[5] is None else int(row[5]), bytes(row[7]), bytes(row[8]), str(row[10]), int(row[11]), int(row[12]),
    )  # fmt: skip
