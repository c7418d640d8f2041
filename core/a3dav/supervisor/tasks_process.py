"""The process of the periodic work, started again when it ends by itself."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.context import ForkProcess

from a3dav.assembly import open_house
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.logs.setup import set_up_logging
from a3dav.metrics.rows import Row, Rows
from a3dav.processes import end_with_parent, name_process
from a3dav.tasks import run_tasks

log = logging.getLogger("a3dav.supervisor")
PAUSE_SECONDS = (1, 60)
"""Between two starts: doubled each time, from the first to the second of these."""


def serve_tasks(raw: RawSettings, parent: int | None = None, row: Row | None = None) -> None:
    """Runs periodic work until told to stop, or until the parent is gone."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    if parent is not None:
        end_with_parent(parent)
    name_process("a3dav tasks")
    set_up_logging(raw.core.logging)
    house = open_house(raw, patient=True)
    if row is not None:
        house.count_into(row)
    try:
        run_tasks(house, stop)
    finally:
        house.close()


class TasksProcess:
    """A fork of the supervisor: it shares the memory of everything that was imported."""

    def __init__(self, raw: RawSettings, unused_files: Callable[[], Sequence[int]], rows: Rows) -> None:
        self._raw, self._unused_files, self._rows = raw, unused_files, rows
        self._pause = PAUSE_SECONDS[0]
        self._next_start = self._started = 0.0
        self._process: ForkProcess | None = None

    def start(self) -> None:
        self._process = multiprocessing.get_context("fork").Process(
            target=self._run, args=(os.getpid(), self._rows.lend()), name="a3dav-tasks"
        )
        self._process.start()
        self._started = time.monotonic()

    def _run(self, parent: int, row: Row) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the handler that was forked along is the supervisor's
        for file in self._unused_files():
            with suppress(OSError):
                os.close(file)
        try:
            serve_tasks(self._raw, parent, row)
        except A3davError as error:
            log.warning("the tasks process cannot run: %s", error)
            raise SystemExit(1) from error

    def keep(self) -> None:
        """Starts the process again if it ended, after a growing pause."""
        now = time.monotonic()
        if self._process is None:
            return
        if self._process.is_alive():
            if now - self._started > PAUSE_SECONDS[1]:
                self._pause = PAUSE_SECONDS[0]
            return
        if self._next_start == 0:
            log.warning("the tasks process ended with %s; it is started again", self._process.exitcode)
            self._next_start = now + self._pause
            self._pause = min(self._pause * 2, PAUSE_SECONDS[1])
        elif now >= self._next_start:
            self._next_start = 0
            self.start()

    def stop(self, seconds: float) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.join(seconds)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
