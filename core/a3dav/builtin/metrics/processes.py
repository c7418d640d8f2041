"""What Linux tells of the processes of this server and of its connections; nothing elsewhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
_ESTABLISHED = rb"^ *\d+: [0-9A-F]+:%04X [0-9A-F]+:[0-9A-F]{4} 01 "
_TABLES = ("net/tcp", "net/tcp6")


@dataclass(frozen=True, slots=True)
class Process:
    id: int
    name: str
    parent: int
    cpu_seconds: float
    resident_bytes: int

    @property
    def open_files(self) -> int:
        try:
            return len(os.listdir(PROC / str(self.id) / "fd"))
        except OSError:
            return 0


def processes(head: int) -> list[Process]:
    """A process and all those below it."""
    found = _process(head)
    return [found, *_below(found)] if found else []


def _below(process: Process) -> Iterator[Process]:
    """Linux lists the children of each thread."""
    for children in PROC.glob(f"{process.id}/task/*/children"):
        with suppress(OSError):  # the thread ended meanwhile
            for number in children.read_bytes().split():
                if child := _process(int(number)):
                    yield child
                    yield from _below(child)


def _process(number: int) -> Process | None:
    ticks, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    try:
        head, _, rest = (PROC / str(number) / "stat").read_text(errors="replace").rpartition(")")
    except OSError:
        return None
    fields = rest.split()
    cpu = (int(fields[11]) + int(fields[12])) / ticks
    return Process(number, head.partition("(")[2], int(fields[1]), cpu, int(fields[21]) * page)


def connections(port: int) -> int | None:
    """How many connections to a local port are established in this network namespace."""
    pattern, count, found = re.compile(_ESTABLISHED % port, re.MULTILINE), 0, False
    for table in _TABLES:
        with suppress(OSError):
            count += len(pattern.findall((PROC / table).read_bytes()))
            found = True
    return count if found else None
