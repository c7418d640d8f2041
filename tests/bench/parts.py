"""The parts of the benchmark; one run measures one of them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from .contender import TWO, Contender
from .contenders import contenders
from .crowding import Crowd, crowd
from .data import make
from .growth import grow
from .results import Comparison
from .rounds import Measured, Pace, less_what_is_beside, measure
from .soak import Soaked, soak
from .starving import Starved, starve

WORKERS = 2
ACTIVE = 64
SECONDS, HELD_SECONDS = 2.0, 50.0
Told = Callable[[str], None]


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for."""

    servers: Sequence[str]
    scenarios: Sequence[str]
    seconds: float | None
    rounds: int
    clients: int
    objects: int
    growth: bool
    sizes: str
    connections: bool
    idle: int
    stalled: bool
    stalling: int
    hours: float | None

    @property
    def pace(self) -> Pace:
        return Pace(self.seconds or SECONDS, self.rounds, self.clients)


def measured(wanted: Wanted, told: Told) -> Comparison | Crowd | Starved | Soaked:
    if wanted.growth:
        return grow([int(size) for size in wanted.sizes.split(",")], wanted.pace, told)
    if wanted.connections or wanted.stalled or wanted.hours:
        with filled([TWO], wanted.objects, told) as (server,):
            return _alone(wanted, server, told)
    with filled(wanted.servers, wanted.objects, told) as servers:
        return _compared(wanted, servers, told)


def _alone(wanted: Wanted, server: Contender, told: Told) -> Crowd | Starved | Soaked:
    if wanted.connections:
        return crowd(server, wanted.idle, ACTIVE, wanted.seconds or HELD_SECONDS, told)
    if wanted.stalled:
        return starve(server, wanted.stalling, WORKERS, wanted.pace, told)
    return soak(server, wanted.hours or 0, wanted.clients, told)


def _compared(wanted: Wanted, servers: Sequence[Contender], told: Told) -> Comparison:
    """All scenarios, or those that were through when the run was interrupted."""
    results: dict[str, dict[str, Measured]] = {}
    with suppress(KeyboardInterrupt):
        for number, name in enumerate(wanted.scenarios, 1):
            place = f"scenario {number} of {len(wanted.scenarios)}, "
            results[name] = measure(name, servers, wanted.pace, partial(_tell, told, place))
    less_what_is_beside(results)
    return Comparison(wanted.pace, wanted.objects, {one.name: one.version for one in servers}, results)


def _tell(told: Told, place: str, words: str) -> None:
    told(place + words)


@contextmanager
def filled(names: Sequence[str], objects: int, told: Told) -> Iterator[list[Contender]]:
    """These servers, all with the same data."""
    made = make(objects, objects, datetime.now(UTC).date())
    with (
        tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder,
        contenders(names, Path(folder), made, told) as started,
    ):
        yield started
