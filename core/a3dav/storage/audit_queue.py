"""Audit rows that no request waits for: of logins and refusals, which write nothing themselves.

They are bounded in three ways: a few of a kind a minute for each peer, the rest as one row that counts
them; so many waiting; and one transaction at a time. A store that cannot be written keeps them waiting.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice

from a3dav.errors import A3davError
from a3dav.identifiers import now_ms
from a3dav.storage.audit import AuditRow, append
from a3dav.storage.engine import Engine

log = logging.getLogger("a3dav.audit")
PER_MINUTE = 20
WINDOW_SECONDS = 60.0
MOST_WINDOWS = 5000
MOST_WAITING = 1000
BATCH = 200
PAUSE_SECONDS = 5.0
CLOSE_SECONDS = 5.0


@dataclass(slots=True)
class _Window:
    """What one peer did of one kind since `begun`."""

    begun: float
    written: int = 0
    left_out: int = 0


class AuditQueue:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._waiting: deque[AuditRow] = deque()
        self._windows: dict[tuple[str, str, str, str], _Window] = {}
        self._swept = time.monotonic()
        self._lost = 0
        self._lost_at = 0
        self._running: Future[None] | None = None
        self._pause_until = 0.0
        self._told = False
        self._closed = False

    def put(self, row: AuditRow, origin: str) -> None:
        """Takes a row that `origin`, the address of a peer, caused; never waits and never raises."""
        with self._lock:
            self._sweep(time.monotonic())
            if self._within_bounds((origin, row.action, row.outcome, row.method)):
                self._add(row)
        self._write()

    def tick(self) -> None:
        """Lets the rows be written that count what was left out, once their minute is over."""
        if self._windows and time.monotonic() - self._swept > WINDOW_SECONDS:
            with self._lock:
                self._sweep(time.monotonic())
            self._write()

    def _within_bounds(self, key: tuple[str, str, str, str]) -> bool:
        if len(self._windows) >= MOST_WINDOWS and key not in self._windows:
            key = ("", *key[1:])  # all the peers beyond share one window
        window = self._windows.setdefault(key, _Window(time.monotonic()))
        if window.written < PER_MINUTE:
            window.written += 1
            return True
        window.left_out += 1
        return False

    def _sweep(self, now: float, *, everything: bool = False) -> None:
        if not everything and now - self._swept <= WINDOW_SECONDS:
            return
        self._swept = now
        for key, window in list(self._windows.items()):
            if everything or now - window.begun > WINDOW_SECONDS:
                del self._windows[key]
                if window.left_out:
                    _, action, outcome, method = key
                    self._add(AuditRow(now_ms(), action, outcome, method=method, times=window.left_out))

    def _add(self, row: AuditRow) -> None:
        if len(self._waiting) >= MOST_WAITING:
            self._lost += 1
            self._lost_at = row.at
            return
        if self._lost:
            lost = AuditRow(self._lost_at, "audit-rows-lost", "error", method="system", times=self._lost)
            self._waiting.append(lost)
            self._lost = 0
        self._waiting.append(row)

    def _write(self) -> Future[None] | None:
        with self._lock:
            if self._running or self._closed or not self._waiting or time.monotonic() < self._pause_until:
                return self._running
            batch = list(islice(self._waiting, BATCH))
            self._running = running = self._engine.submit(lambda: _append_all(self._engine, batch))
        running.add_done_callback(lambda done: self._written(len(batch), done))
        return running

    def _written(self, count: int, done: Future[None]) -> None:
        failure = None if done.cancelled() else done.exception()
        with self._lock:
            self._running = None
            told, self._told = self._told, failure is not None
            if failure is None and not done.cancelled():
                for _ in range(count):
                    self._waiting.popleft()
            else:
                self._pause_until = time.monotonic() + PAUSE_SECONDS
        if failure is not None and not told:
            ours = isinstance(failure, A3davError)
            reason = str(failure) if ours else "see below"
            log.warning("rows of the audit trail wait: %s", reason, exc_info=None if ours else failure)
        if failure is None:
            self._write()

    def close(self) -> None:
        """Before the engine is closed; what cannot be written within seconds is lost."""
        self.flush()
        with self._lock:
            self._closed = True

    def flush(self) -> None:
        """Waits until everything is written, a few seconds at most."""
        end = time.monotonic() + CLOSE_SECONDS
        with self._lock:
            self._sweep(time.monotonic(), everything=True)
            self._pause_until = 0.0
        while (left := end - time.monotonic()) > 0:
            running = self._write()
            if running is None or not _succeeds(running, left):
                return


def _append_all(engine: Engine, rows: list[AuditRow]) -> None:
    for row in rows:
        append(engine, row)


def _succeeds(running: Future[None], seconds: float) -> bool:
    try:
        return running.exception(seconds) is None
    except TimeoutError:
        return False
