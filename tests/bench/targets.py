"""What this server is meant to reach, and what a run says about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .contender import FLOOR, ONE, POSTGRES, TWO
from .crowding import Crowd
from .results import Comparison
from .rounds import Measured
from .soak import Soaked
from .starving import Starved

FASTER_THAN = {"xandikos": 35, "radicale": 100}
FLOORS = {
    "mixed": 14, "get": 4, "propfind-0": 5, "propfind-1": 25, "propfind-1-changed": 150, "multiget": 20, "sync": 4,
    "month": 20, "put-change": 50, "put-new": 50,
}  # fmt: skip
READS = ("get", "propfind-0", "propfind-1", "multiget", "month", "cards", "sync-first", "sync", "free-busy")
PUT_MS = 40
POSTGRES_TIMES = 3
FLAT = ("get", "put-change", "sync", "month")
SMALL, LARGE = "1000", "100000"
FLAT_TIMES = 1.5
QUICK_MS = 50
CROWD_BYTES = 600e6
STARVED_TIMES = 2
SOAKED_MB = 1
SOAKED_TIMES = 1.1
"""No growth of latency, as far as a machine that others use can tell."""


@dataclass(frozen=True)
class Target:
    what: str
    limit: float
    measured: float
    at_least: bool = False
    unit: str = ""

    @property
    def met(self) -> bool:
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    @property
    def wanted(self) -> str:
        return f"{'at least' if self.at_least else 'at most'} {self.limit:,g}{self.unit}"


def targets_of(found: Any) -> list[Target]:
    if isinstance(found, Crowd):
        return _of_crowd(found)
    if isinstance(found, Starved):
        return _of_starved(found)
    if isinstance(found, Soaked):
        return _of_soaked(found)
    return _of_growth(found) if LARGE in found.versions else _of_comparison(found)


def _of_comparison(run: Comparison) -> list[Target]:
    return [*_faster(run), *_floors(run), *_two_workers(run), *_postgres(run)]


def _faster(run: Comparison) -> Iterator[Target]:
    for peer, times in run.times("mixed").items():
        yield Target(f"mixed load, requests a second: times {peer}", FASTER_THAN[peer], times, at_least=True)


def _floors(run: Comparison) -> Iterator[Target]:
    for name, limit in FLOORS.items():
        found = _right(run, name)
        if ONE in found and FLOOR in found:
            cpu = found[ONE].cpu / found[FLOOR].cpu
            yield Target(f"CPU of a request, {run.title(name)}", limit, cpu, unit=" floors")


def _two_workers(run: Comparison) -> Iterator[Target]:
    for name in ("put-change", "put-new"):
        if TWO in (found := _right(run, name)):
            yield Target(f"p99 of {run.title(name)}, two workers", PUT_MS, found[TWO].p99, unit=" ms")


def _postgres(run: Comparison) -> Iterator[Target]:
    """The read that is slowest of all against SQLite."""
    both = {name: found for name in READS if {ONE, POSTGRES} <= (found := _right(run, name)).keys()}
    times = {name: found[ONE].rate / found[POSTGRES].rate for name, found in both.items()}
    if times:
        worst = max(times, key=times.__getitem__)
        yield Target(f"SQLite against PostgreSQL, worst of the reads: {run.title(worst)}", POSTGRES_TIMES, times[worst])


def _right(run: Comparison, name: str) -> dict[str, Measured]:
    return {server: one for server, one in run.scenarios.get(name, {}).items() if not one.wrong}


def _of_growth(run: Comparison) -> list[Target]:
    """From 1,000 members to 100,000: what stays the same, and the listing, which grows with them."""
    grown = {name: found for name in run.scenarios if {SMALL, LARGE} <= (found := _right(run, name)).keys()}
    times = {name: found[LARGE].cpu / found[SMALL].cpu for name, found in grown.items()}
    what = "from 1,000 to 100,000 members, CPU of {}"
    flat = [
        Target(what.format(run.title(name)), FLAT_TIMES, times[name], unit=" times") for name in FLAT if name in times
    ]
    linear = FLAT_TIMES * int(LARGE) / int(SMALL)
    return flat + [
        Target(what.format(run.title(name)), linear, times[name], unit=" times")
        for name in ("propfind-1",)
        if name in times
    ]


def _of_crowd(found: Crowd) -> list[Target]:
    lost = found.refused + found.dropped + found.silent
    beside = f"beside {found.idle:,} idle connections"
    return [
        Target(f"refused or dropped of {found.idle:,} idle connections in {found.seconds:g} s", 0, lost),
        *(Target(f"p99 of {name} {beside}", QUICK_MS, p99, unit=" ms") for name, p99 in found.p99.items()),
        Target(f"memory of all processes {beside}", CROWD_BYTES / 1e6, found.memory / 1e6, unit=" MB"),
    ]


def _of_starved(found: Starved) -> list[Target]:
    what = (
        f"p99 of GET beside {found.uploads} stalled uploads, {found.downloads} stalled downloads and {found.reporters}"
        " that ask for dear reports, against without them"
    )
    return [Target(what, STARVED_TIMES, found.times, unit=" times")]


def _of_soaked(found: Soaked) -> list[Target]:
    load = f"{found.hours:g} hours of mixed load"
    return [
        Target(f"{load}: growth of memory an hour behind the warm-up", SOAKED_MB, found.growth, unit=" MB"),
        Target(f"{load}: errors", 0, found.errors),
        Target(f"{load}: latency at the end against behind the warm-up", SOAKED_TIMES, found.slower, unit=" times"),
    ]
