"""What an engine has done since it was opened, and the log of its slow queries."""

from __future__ import annotations

import logging
import sys
from bisect import bisect_left
from collections.abc import Callable
from time import perf_counter_ns
from typing import Any

from a3dav.errors import DavError
from a3dav.logs.formats import DURATION
from a3dav.metrics.timings import BOUNDS_NS, Timings

log = logging.getLogger("a3dav.slow")
MS = 1_000_000


class EngineCounts:
    """Threads may count at the same time (see `Timings`)."""

    def __init__(self, slow_query_ms: int = 0) -> None:
        self.queries, self.commits = Timings(), Timings()
        self.slow_queries = self.committed = self.refused = self.failed = self.retried = 0
        self.tell: Callable[[str, int, int], None] | None = None
        """Whoever wants to know of each statement: its text, when it began, and nanoseconds."""
        self._slow_ns = slow_query_ms * MS or sys.maxsize

    def query(self, sql: str, begun: int) -> None:
        """Notes a statement that began at this `perf_counter_ns()`."""
        spent, numbers = perf_counter_ns() - begun, self.queries.numbers
        numbers[bisect_left(BOUNDS_NS, spent)] += 1
        numbers[-1] += spent
        if spent > self._slow_ns:
            self._note_slow(sql, spent)
        if self.tell is not None:
            self.tell(sql, begun, spent)

    def _note_slow(self, sql: str, spent: int) -> None:
        """Statements have marks where values go, so that the log learns nothing of what is stored."""
        self.slow_queries += 1
        fields: dict[str, Any] = {DURATION: spent, "event.action": "slow-query", "a3dav.query": " ".join(sql.split())}
        log.warning("slow query", extra={"fields": fields})

    def outcome(self, failure: BaseException | None) -> None:
        """Notes how a transaction ended: a refusal is one that the work itself decided."""
        if failure is None:
            self.committed += 1
        elif isinstance(failure, DavError) and failure.status < 500:
            self.refused += 1
        else:
            self.failed += 1
