"""The processes of the cpu lane: forked while the worker has one thread, started anew when one is lost."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from typing import Any

from a3dav.config import RawSettings, read
from a3dav.door.bounds import BUSY
from a3dav.errors import ServiceUnavailable

NICENESS = 10


class CpuPool:
    """Runs pickled steps in `processes` niced processes, each with a house of its own."""

    def __init__(self, processes: int, raw: RawSettings | None = None) -> None:
        self.processes = processes
        self._raw = raw
        self._pool: ProcessPoolExecutor | None = None

    def fork(self) -> None:
        """Starts the processes at once; only before this process has threads or an open database."""
        if self.processes:
            self._pool = self._made("fork")
            self._pool.submit(os.getpid)

    async def run(self, call: Callable[..., Any], *args: Any) -> Any:
        loop = asyncio.get_running_loop()
        if self._pool is None:
            self._pool = self._made("spawn")
        try:
            return await loop.run_in_executor(self._pool, call, *args)
        except BrokenExecutor as error:
            self._pool = None  # a pool that lost a process takes no work any more
            raise ServiceUnavailable("a cpu process ended", headers=(BUSY,)) from error

    def _made(self, method: str) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.processes,
            mp_context=multiprocessing.get_context(method),
            initializer=_open_in_process,
            initargs=(self._raw or read(None, os.environ), os.getpid()),
        )

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()  # they only read; one that is still starting would keep this worker alive


def _open_in_process(raw: RawSettings, parent: int) -> None:
    """Makes the same house in a process of the cpu lane, behind everybody else in the queue for a core."""
    from a3dav.assembly import open_house
    from a3dav.processes import end_with_parent, name_process

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the worker ends its processes
    end_with_parent(parent)
    name_process("a3dav cpu")
    os.nice(NICENESS)
    open_house(raw)
