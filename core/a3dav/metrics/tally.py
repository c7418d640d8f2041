"""Where a process counts: the place of each number in its row, found by name and labels."""

from __future__ import annotations

import logging
import zlib
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from math import prod
from typing import Any

from a3dav.errors import PluginError
from a3dav.metrics.metric import OTHER, Labels, Metric
from a3dav.metrics.rows import CELLS, HEAD, Row
from a3dav.metrics.timings import BOUNDS_NS, WIDTH, Timings

log = logging.getLogger("a3dav.metrics")


class Family:
    """The places of one metric: a number, or a distribution of them, for each combination of values of its labels."""

    def __init__(self, metric: Metric, house: Any, first: int) -> None:
        self.metric, self.first = metric, first
        self.width = WIDTH if metric.kind == "histogram" else 1
        self._values = [_values(values, house) for values in metric.labels.values()]
        self._places = [{value: place for place, value in enumerate(values)} for values in self._values]
        self.end = first + self.width * prod(len(values) for values in self._values)

    def place(self, labels: Labels) -> tuple[int, bool]:
        """Where the number for these labels stands, and whether each of them is known."""
        at, known = 0, True
        for places, label in zip(self._places, labels, strict=True):
            found = places.get(label)
            known = known and found is not None
            at = at * len(places) + (len(places) - 1 if found is None else found)
        return self.first + self.width * at, known

    def labels(self, place: int) -> tuple[str, ...]:
        """Of the number, or the distribution, that stands there."""
        at, found = (place - self.first) // self.width, list[str]()
        for values in reversed(self._values):
            at, index = divmod(at, len(values))
            found.append(str(values[index]))
        return tuple(reversed(found))

    @property
    def described(self) -> str:
        return f"{self.metric.name} {self.metric.kind} {self._values}"


def _values(values: Any, house: Any) -> list[Hashable]:
    found: Iterable[Hashable] = values(house) if callable(values) else values
    return [*sorted((value for value in found if value != OTHER), key=str), OTHER]


class Tally:
    """The row of this process, and how to count into it; what no plugin has registered is counted for nobody."""

    def __init__(self, house: Any, metrics: Sequence[Metric], row: Row) -> None:
        self._house, self.row = house, row
        self.families: list[Family] = []
        first = WIDTH  # the scrap in front takes what nobody asks for
        for metric in metrics:
            self.families.append(Family(metric, house, first))
            first = self.families[-1].end
        if first > CELLS - HEAD:
            raise PluginError("the labels of the metrics have too many values together")
        self.layout = zlib.crc32("\n".join(family.described for family in self.families).encode()) + 1
        self._by_name = {family.metric.name: family for family in self.families}
        self._known: dict[tuple[str, Labels], int] = {}
        self._failed: set[str] = set()
        self._numbers = row.numbers
        row.begin(self.layout, first)

    def count(self, name: str, *labels: Hashable, by: int = 1) -> None:
        at = self._known.get((name, labels))
        self._numbers[self._place(name, labels) if at is None else at] += by

    def time(self, name: str, nanoseconds: int, *labels: Hashable) -> None:
        at = self._known.get((name, labels))
        if at is None:
            at = self._place(name, labels)
        numbers = self._numbers
        numbers[at + bisect_left(BOUNDS_NS, nanoseconds)] += 1
        numbers[at + WIDTH - 1] += nanoseconds

    def set(self, name: str, number: int, *labels: Hashable) -> None:
        at = self._known.get((name, labels))
        self._numbers[self._place(name, labels) if at is None else at] = number

    def _place(self, name: str, labels: Labels) -> int:
        """Remembers places of known labels alone: clients make up others."""
        family = self._by_name.get(name)
        if family is None:
            return 0
        place, known = family.place(labels)
        if known:
            self._known[name, labels] = place
        return place

    def publish(self) -> None:
        """Copies the numbers that parts of this process keep for themselves into its row."""
        for family in self.families:
            if family.metric.read is None or family.metric.name in self._failed:
                continue
            try:
                self._copy(family, family.metric.read(self._house))
            except Exception:  # of a plugin: the other numbers, and the loop this runs on, go on
                self._failed.add(family.metric.name)
                log.exception("the metric %s cannot be read and is left out", family.metric.name)

    def _copy(self, family: Family, samples: Iterable[tuple[Labels, int | Timings]]) -> None:
        for labels, number in samples:
            place = family.place(labels)[0]
            values = number.numbers if isinstance(number, Timings) else [number]
            for offset, value in enumerate(values):
                self._numbers[place + offset] = value
