"""The tasks process: periodic work and the outbox, leased with fencing counters so that any number may run."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from a3dav.errors import A3davError
from a3dav.faults import Fault, disk_fault
from a3dav.identifiers import SKEW_MS, now_ms
from a3dav.outbox import deliver_due
from a3dav.registries import Task
from a3dav.storage.leases import FREE, free_at

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.tasks")
LEASE_MS = 600_000
LOOK_SECONDS = 5.0


def run_tasks(house: House, stop: threading.Event) -> None:
    """Looks for due work until told to stop."""
    own: dict[str, float] = {}
    while not stop.is_set():
        for task in house.task_table.entries:
            if stop.is_set():
                break
            if task.everywhere:
                run_here_too(house, task, own)
            else:
                run_if_due(house, task)
        with _told(house, "outbox"):
            deliver_due(house, stop.is_set)
        house.tally.publish()
        stop.wait(LOOK_SECONDS)


def run_here_too(house: House, task: Task, runs: dict[str, float]) -> bool:
    """Runs a task of every process; `runs` keeps when this one did so last."""
    now = time.monotonic()
    if now - runs.get(task.name, -task.every_seconds) < task.every_seconds:
        return False
    runs[task.name] = now
    _run(house, task)
    return True


def _run(house: House, task: Task) -> None:
    with _told(house, task.name):
        outcome = task.run(house)
        if outcome:
            log.info("task %s: %s", task.name, outcome)


def run_if_due(house: House, task: Task) -> bool:
    """Runs a task that nobody else runs; whatever goes wrong, the next look comes."""
    fence = None
    with _told(house, task.name):
        fence = _lease(house, task)
    if fence is None:
        return False
    _run(house, task)
    with _told(house, task.name):
        _release(house, task, fence)
    return True


def is_kept_up(house: House, name: str) -> bool:
    """Whether a periodic task ran within the last two of its periods."""
    row = house.store.engine.row("SELECT last_run FROM jobs WHERE name = ?", (name,))
    seconds = sum(task.every_seconds for task in house.task_table.entries if task.name == name)
    return row is not None and int(row[0]) > now_ms() - 2000 * seconds


@contextmanager
def _told(house: House, what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        fault = error if isinstance(error, Fault) else disk_fault(error)
        if fault is not None:
            house.faults.tell(fault)
        elif isinstance(error, A3davError):
            log.warning("task %s: %s", what, error)
        else:
            log.exception("task %s failed", what)


def _lease(house: House, task: Task) -> int | None:
    """A fence when the work is due and nobody else has it; a time of the future is an error and does not count."""
    engine, now = house.store.engine, now_ms()

    def work() -> int | None:
        engine.execute(
            "INSERT INTO jobs (name, fence, leased_until, last_run) VALUES (?, 0, 0, 0) ON CONFLICT DO NOTHING",
            (task.name,),
        )
        taken = engine.execute(
            f"UPDATE jobs SET fence = fence + 1, leased_until = ? WHERE name = ? AND {FREE}"
            " AND (last_run <= ? OR last_run > ?)",
            (
                now + LEASE_MS,
                task.name,
                *free_at(now, LEASE_MS),
                now - task.every_seconds * 1000,
                now + SKEW_MS,
            ),
        )
        row = engine.row("SELECT fence FROM jobs WHERE name = ?", (task.name,)) if taken else None
        return int(row[0]) if row else None

    return engine.submit(work).result()


def _release(house: House, task: Task, fence: int) -> None:
    """Notes the end of a run, unless the lease ran out and another process took over."""
    engine = house.store.engine

    def work() -> int:
        return engine.execute(
            "UPDATE jobs SET leased_until = 0, last_run = ? WHERE name = ? AND fence = ?",
            (now_ms(), task.name, fence),
        )

    engine.submit(work).result()
