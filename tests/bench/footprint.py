"""What the processes of a server cost: processor time and memory, with all their children."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

IDLE_SHARE = 0.05
SETTLE_SECONDS = 10


def tree(roots: Sequence[int]) -> Iterator[psutil.Process]:
    for root in roots:
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(root)
            yield process
            yield from process.children(recursive=True)


def cpu_seconds(roots: Sequence[int]) -> float:
    total = 0.0
    for process in tree(roots):
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def memory(roots: Sequence[int]) -> int:
    """Bytes, where a page that several processes share counts once (PSS)."""
    total = 0
    for process in tree(roots):
        with suppress(OSError):
            text = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
            total += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
    return total * 1024


def settle(roots: Sequence[int]) -> None:
    """Waits until the server has finished what nobody waits for any more."""
    end = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < end:
        before = cpu_seconds(roots)
        time.sleep(0.1)
        if cpu_seconds(roots) - before <= 0.1 * IDLE_SHARE:
            return
