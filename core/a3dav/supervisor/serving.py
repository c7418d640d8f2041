"""Runs workers, tasks and their keeper until the server is told to stop."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from a3dav.board import Board, Slot
from a3dav.caches.shared import Shared
from a3dav.config import RawSettings
from a3dav.config.model import CoreSettings
from a3dav.door.app import create_app
from a3dav.errors import A3davError
from a3dav.supervisor.certificates import Certificate
from a3dav.supervisor.keeper import Keeper
from a3dav.supervisor.startup import raise_file_limit
from a3dav.supervisor.succession import Succession, take_signals
from a3dav.supervisor.tasks_process import TasksProcess
from a3dav.supervisor.workers import Workers

PAGE = "a3dav.builtin.metrics.page"
"""Imports so much that the workers should share it."""
log = logging.getLogger("a3dav.supervisor")
LOST = (
    "workers end before they can serve, so the server stops; the lines above tell why, or the log of the kernel"
    " where memory ran out"
)


def run(
    raw: RawSettings, certificate: Certificate | None, lock: int, left: Succession | None, ready: Callable[[], None]
) -> None:
    """Serves until it is told to stop; `left` is what the program before a reload left to this one."""
    server = raw.core.server
    if short := raise_file_limit(raw.core.async_pool.max_connections):
        log.warning("%s", short)
    board = Board(shared=shared_of(raw.core))
    inherited = left.listening if left and left.listens_at(server) else ()
    for file in left.listening if left and not inherited else ():
        os.close(file)  # its workers have it until they retire
    if len(inherited) > raw.core.async_pool.worker_count:
        log.warning("there are as many workers as before the reload: to have fewer, stop the server and start it")
    workers = Workers(raw.core, board, certificate, inherited)
    tasks = TasksProcess(raw, lambda: workers.listening, board.rows)
    succession = Succession(server.host, server.port, server.data_dir, (), lock, left.workers if left else ())
    keeper = Keeper(raw.core, board, workers, tasks, certificate, ready, succession)
    workers.stop_wanted, workers.reload_wanted = keeper.wanted_to_stop, keeper.wanted_to_reload
    workers.give_way = keeper.give_way
    if raw.core.monitoring.metrics:
        import_module(PAGE)
    gc.collect()
    gc.freeze()  # what was imported stays shared with the children
    for begin in (take_signals, tasks.start, keeper.start):
        workers.on_startup(begin)
    try:
        workers.serve(target_loader=partial(load_application, raw, os.getpid()), wrap_loader=False)
    except SystemExit as ended:
        if ended.code:
            raise A3davError(LOST) from ended
    finally:
        tasks.stop(server.drain_seconds)


def shared_of(settings: CoreSettings) -> Shared | None:
    """The second level of the cache, where more than one worker would look into it."""
    size = settings.cache.l2_size
    if not size or settings.async_pool.worker_count == 1:
        return None
    try:
        return Shared.below(Path(settings.server.data_dir), size)
    except OSError as error:
        log.warning("workers keep no answers for one another: %s: %s", settings.server.data_dir, error.strerror)
        return None


def load_application(raw: RawSettings, supervisor: int, listening: int, slot: Slot, _: str = "") -> Any:
    """What Granian calls in each worker; its own loader would look into the working directory."""
    return create_app(raw, supervisor, listening, slot)
