"""Which pictures the page about speed has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .contender import FLOOR
from .plot import Bars, Curves, bars, curves
from .results import Comparison
from .rounds import Measured


def pictures(kept: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if run := kept.get("comparison"):
        yield (
            "rate.svg",
            bars(Bars("Requests a second, on a logarithmic scale", "", _groups(run, lambda one, _: one.rate))),
        )
        floors = _groups(run, lambda one, floor: one.cpu / floor.cpu if floor else 0)
        yield "cpu.svg", bars(Bars("Processor time of a request in floors, on a logarithmic scale", "", floors))
    if run := kept.get("growth"):
        sizes = [int(size) for size in run.versions]
        lines = [
            (run.title(name), [by_size[str(size)].cpu for size in sizes]) for name, by_size in run.scenarios.items()
        ]
        yield (
            "growth.svg",
            curves(Curves("Processor time of a request by members of the collection", " µs", sizes, lines)),
        )


def _groups(
    run: Comparison, figure: Callable[[Measured, Measured | None], float]
) -> list[tuple[str, list[tuple[str, float]]]]:
    return [
        (run.title(name), [(server, value) for server, one in found.items() if server != FLOOR and not one.wrong
                           and (value := figure(one, found.get(FLOOR)))])
        for name, found in run.scenarios.items()
    ]  # fmt: skip
