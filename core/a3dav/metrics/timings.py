"""How often something took how long, in buckets."""

from __future__ import annotations

from bisect import bisect_left

BOUNDS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of the buckets, in seconds; one more takes what is longer."""
BOUNDS_NS = tuple(int(bound * 1_000_000_000) for bound in BOUNDS)
WIDTH = len(BOUNDS) + 2
"""Numbers that describe a distribution: one for each bucket, and the sum in nanoseconds behind them."""


class Timings:
    """Threads may add at the same time: CPython switches between statements, and never inside of these."""

    __slots__ = ("numbers",)

    def __init__(self) -> None:
        self.numbers = [0] * WIDTH

    def add(self, nanoseconds: int) -> None:
        numbers = self.numbers
        numbers[bisect_left(BOUNDS_NS, nanoseconds)] += 1
        numbers[-1] += nanoseconds

    @property
    def count(self) -> int:
        return sum(self.numbers[:-1])
