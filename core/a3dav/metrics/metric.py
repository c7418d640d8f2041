"""What a part of the server can tell about itself in numbers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from a3dav.metrics.timings import Timings

Labels: TypeAlias = tuple[Hashable, ...]
Values: TypeAlias = "Sequence[Hashable] | Callable[[Any], Iterable[Hashable]]"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Metric:
    """A family of numbers that each process has for itself; a scrape of one worker tells of all.

    `labels` names each label with the values that it can have, or with a function of the house that gives them;
    any other value is counted as "other". Either the code counts with `house.tally.count()` and `time()` as it goes,
    or it keeps plain numbers and `read(house)` gives them, as pairs of labels and an `int` or `Timings`: it is called
    once a second in every process, on the event loop of workers, and so it may not wait. Numbers are whole, and
    `unit` is what one of them is worth: 1e-9 for nanoseconds that are shown as seconds. The gauges of the living
    processes are added up, or with `merge="max"` the largest is shown.
    """

    name: str
    kind: Literal["counter", "gauge", "histogram"]
    help: str
    labels: Mapping[str, Values] = field(default_factory=dict)
    read: Callable[[Any], Iterable[tuple[Labels, int | Timings]]] | None = None
    unit: float = 1.0
    merge: Literal["sum", "max"] = "sum"


@dataclass(frozen=True, slots=True)
class Asked:
    """A family of numbers that belong to the whole server or its store: `ask(house)` is called at each scrape.

    It runs on the wait lane, and gives pairs of the values of `labels` and a number.
    """

    name: str
    kind: Literal["counter", "gauge"]
    help: str
    ask: Callable[[Any], Iterable[tuple[tuple[str, ...], float]]]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A number as a scrape shows it; the service `metrics.samples` gives those of all processes."""

    name: str
    kind: str
    help: str
    labels: Mapping[str, str]
    value: float
