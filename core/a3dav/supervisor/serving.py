"""Runs workers, tasks and their keeper until the server is told to stop."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from a3dav.board import Board, Slot
from a3dav.config import RawSettings
from a3dav.door.app import create_app
from a3dav.errors import A3davError
from a3dav.supervisor.certificates import Certificate
from a3dav.supervisor.keeper import Keeper
from a3dav.supervisor.startup import raise_file_limit
from a3dav.supervisor.tasks_process import TasksProcess
from a3dav.supervisor.workers import Workers

PAGE = "a3dav.builtin.metrics.page"
"""Imports so much that the workers should share it."""
LOST = (
    "workers end before they can serve, so the server stops; the lines above tell why, or the log of the kernel"
    " where memory ran out"
)


def run(raw: RawSettings, certificate: Certificate | None, ready: Callable[[], None]) -> None:
    """Serves until it is told to stop; the environment carries the configuration to the children."""
    settings = raw.core
    raise_file_limit(settings.async_pool.max_connections)
    board = Board()
    workers = Workers(settings, board, certificate)
    tasks = TasksProcess(raw, lambda: workers.listening, board.rows)
    keeper = Keeper(settings, board, workers, tasks, certificate, ready)
    workers.stop_wanted = keeper.wanted_to_stop
    if settings.monitoring.metrics:
        import_module(PAGE)
    gc.collect()
    gc.freeze()  # what was imported stays shared with the children
    tasks.start()
    workers.on_startup(keeper.start)
    try:
        workers.serve(target_loader=partial(load_application, os.getpid()), wrap_loader=False)
    except SystemExit as ended:
        if ended.code:
            raise A3davError(LOST) from ended
    finally:
        tasks.stop(settings.server.drain_seconds)


def load_application(supervisor: int, slot: Slot, _: str = "") -> Any:
    """What Granian calls in each worker; its own loader would look into the working directory."""
    return create_app(supervisor, slot)
