"""What belongs to the server and its store as a whole, asked at each scrape."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version

from a3dav.builtin.metrics.processes import connections, processes
from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.metrics.metric import Asked

Numbers = Iterator[tuple[tuple[str, ...], float]]


def _build(house: House) -> Numbers:
    yield (version("a3dav"), platform.python_version(), house.store.engine.name), 1


def _outbox(house: House) -> Numbers:
    rows = house.store.engine.rows("SELECT kind, given_up, COUNT(*) FROM outbox GROUP BY kind, given_up")
    found = {(str(kind), "given-up" if given_up else "waiting"): int(count) for kind, given_up, count in rows}
    for kind in house.deliveries:
        found.setdefault((kind, "waiting"), 0)
    yield from found.items()


def _outbox_age(house: House) -> Numbers:
    row = house.store.engine.row("SELECT MIN(created) FROM outbox WHERE given_up = 0")
    oldest = row[0] if row else None
    yield (), max(0.0, (now_ms() - int(oldest)) / 1000) if oldest is not None else 0.0


def _limits(house: House) -> Numbers:
    for limit, count in house.gate.counters.all().items():
        yield (limit,), count


def _shared(what: str, house: House) -> Numbers:
    if house.shared is not None:
        yield (), getattr(house.shared, what)


def _tasks(house: House) -> Numbers:
    for name, last_run in house.store.engine.rows("SELECT name, last_run FROM jobs WHERE last_run > 0"):
        yield (str(name),), int(last_run) / 1000


def _room(house: House) -> Numbers:
    yield (), house.room.free_and_least()[0]


def _store_bytes(house: House) -> Numbers:
    """The files of SQLite; PostgreSQL has exporters of its own."""
    for file in sorted(house.store.data_dir.glob("a3dav.sqlite*")):
        yield (file.name.removeprefix("a3dav.sqlite").removeprefix("-") or "database",), file.stat().st_size


def _connections(house: House) -> Numbers:
    found = connections(house.settings.server.port)
    if found is not None:
        house.slot.board.note_connections(found)
        yield (), found


def _connections_peak(house: House) -> Numbers:
    yield (), house.slot.board.most_connections


def _of_processes(what: str, house: House) -> Numbers:
    return (((process.name, str(process.id)), getattr(process, what)) for process in processes(house.board.head))


PROCESS = ("process", "pid")
ALL = (
    Asked("a3dav_build_info", "gauge", "Versions of the server.", _build, ("version", "python", "store")),
    Asked(
        "a3dav_connections", "gauge", "Connections to the port of the server, as the kernel counts them.", _connections
    ),
    Asked("a3dav_connections_peak", "gauge", "The most of them that a scrape has met.", _connections_peak),
    Asked(
        "a3dav_limits_total",
        "counter",
        "Requests that a limit refused, failed logins that count, and blocks.",
        _limits,
        ("limit",),
    ),
    Asked(
        "a3dav_shared_cache_entries",
        "gauge",
        "Answers that workers keep for one another (cache.l2_size).",
        partial(_shared, "all_entries"),
    ),
    Asked("a3dav_shared_cache_bytes", "gauge", "Bytes of these answers.", partial(_shared, "all_bytes")),
    Asked("a3dav_outbox_messages", "gauge", "Messages in the outbox, of the whole store.", _outbox, ("kind", "state")),
    Asked("a3dav_outbox_oldest_seconds", "gauge", "Age of the oldest message that is not given up.", _outbox_age),
    Asked("a3dav_task_last_run_timestamp_seconds", "gauge", "When a periodic task last ended.", _tasks, ("task",)),
    Asked("a3dav_disk_free_bytes", "gauge", "Free room on the disk of the data directory.", _room),
    Asked("a3dav_store_bytes", "gauge", "Sizes of the files of SQLite.", _store_bytes, ("file",)),
    Asked(
        "a3dav_process_cpu_seconds_total",
        "counter",
        "Processor time of each process of the server.",
        partial(_of_processes, "cpu_seconds"),
        PROCESS,
    ),
    Asked(
        "a3dav_process_resident_memory_bytes",
        "gauge",
        "Memory of each process, shared parts counted in each.",
        partial(_of_processes, "resident_bytes"),
        PROCESS,
    ),
    Asked(
        "a3dav_process_open_files",
        "gauge",
        "Open files and connections of each process.",
        partial(_of_processes, "open_files"),
        PROCESS,
    ),
)
