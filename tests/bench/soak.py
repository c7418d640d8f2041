"""The mixed load for hours: what becomes of memory and latency."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import linear_regression, median
from typing import Any

from .contender import Contender
from .footprint import memory
from .scenarios import SCENARIOS, verified
from .wrk import load

SAMPLES_PER_HOUR = 60
WARM_SHARE = 0.25


@dataclass(frozen=True)
class Sample:
    """A minute of it; times are milliseconds, memory bytes."""

    hours: float
    rate: float
    p50: float
    p99: float
    memory: int
    errors: int


@dataclass
class Soaked:
    hours: float
    samples: list[Sample] = field(default_factory=list)

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Soaked:
        return cls(told["hours"], [Sample(**one) for one in told["samples"]])

    @property
    def warm(self) -> list[Sample]:
        return [one for one in self.samples if one.hours > self.hours * WARM_SHARE]

    @property
    def growth(self) -> float:
        """Megabytes an hour that memory grows by, once everything is warm."""
        return linear_regression([one.hours for one in self.warm], [one.memory / 1e6 for one in self.warm]).slope

    @property
    def slower(self) -> float:
        """The median latency at the end as a multiple of that behind the warm-up."""
        part = max(1, len(self.warm) // 4)
        return median(one.p50 for one in self.warm[-part:]) / median(one.p50 for one in self.warm[:part])

    @property
    def errors(self) -> int:
        return sum(one.errors for one in self.samples)


def soak(contender: Contender, hours: float, clients: int, told: Callable[[str], None]) -> Soaked:
    found, started, passed = Soaked(hours), time.monotonic(), 0.0
    requests, _ = verified(SCENARIOS["mixed"], contender.site)
    while passed < hours:
        told(f"mixed load, {passed * 60:.0f} of {hours * 60:.0f} minutes")
        done = load(contender.site.url, requests, min(3600 / SAMPLES_PER_HOUR, hours * 3600 / 10), clients)
        passed = (time.monotonic() - started) / 3600
        used, errors = memory(contender.roots), done.refused + done.broken
        found.samples.append(Sample(passed, done.requests / done.seconds, done.p50, done.p99, used, errors))
    return found
