"""The page that shows the results that are kept: its tables, and the pictures beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from .contender import FLOOR, PEERS
from .crowding import Crowd
from .pictures import pictures
from .results import Comparison
from .rounds import Measured
from .scenarios import SCENARIOS
from .soak import Soaked
from .starving import Starved
from .targets import Target, targets_of

DOCS = Path(__file__).parents[2] / "docs" / "explanation"
KEPT, PAGE = DOCS / "benchmark", DOCS / "speed.md"
BEGIN, END = "<!-- begin: made by `python -P tests/bench --page` -->\n", "<!-- end -->\n"
PARTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "comparison": Comparison.of, "growth": Comparison.of, "connections": lambda told: Crowd(**told),
    "stalled": lambda told: Starved(**told), "soak": Soaked.of,
}  # fmt: skip
Figure = Callable[[Measured, Measured | None], str]


def write_page() -> None:
    for name, picture in pictures(kept()):
        (KEPT / name).write_text(picture)
    PAGE.write_text(rendered(PAGE.read_text()))


def rendered(text: str) -> str:
    """The page with the tables of what is kept now."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return "\n".join([head + BEGIN, *_sections(kept(), _machines()), END + tail])


def kept() -> dict[str, Any]:
    return {name: read(told) for name, read in PARTS.items() if (told := _told(name)) and told.pop("machine")}


def _machines() -> dict[str, dict[str, Any]]:
    return {name: told["machine"] for name in PARTS if (told := _told(name))}


def _told(name: str) -> dict[str, Any]:
    file = KEPT / f"{name}.json"
    told: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
    return told


def _sections(kept: dict[str, Any], machines: dict[str, dict[str, Any]]) -> Iterator[str]:
    rows = [_target_row(one) for each in kept.values() for one in targets_of(each)]
    if rows:
        yield "## What is aimed at\n"
        yield _table(["", "wanted", "measured", "met"], rows)
    for name, found in kept.items():
        yield from SECTIONS[name](found, _place(machines[name]))


def _place(machine: dict[str, Any]) -> str:
    return (
        f"Measured on {machine['date']} with {machine['cores']} cores ({machine['processor']}),"
        f" {machine['memory'] / 2**30:.0f} GiB of memory, Python {machine['python']}."
    )


def _comparison_section(run: Comparison, place: str) -> Iterator[str]:
    yield "## Side by side\n"
    versions = "; ".join(f"`{name}` is {version}" for name, version in run.versions.items())
    yield (
        f"{place} {run.objects:,} events and as many cards, {run.pace.clients} connections,"
        f" {run.pace.rounds} rounds of {run.pace.seconds:g} seconds; {versions}.\n"
    )
    figures: dict[str, Figure] = {
        "Requests a second": lambda one, _: f"{one.rate:,.0f}",
        "Processor time of a request, in floors": lambda one, floor: f"{one.cpu / floor.cpu:,.1f}" if floor else "",
        "Latency in milliseconds, half of the requests / 99 of 100": lambda one, _: f"{one.p50:.1f} / {one.p99:,.0f}",
    }
    for title, figure in figures.items():
        yield f"### {title}\n"
        yield _figures(run, figure)
    times = {name: found for name in run.scenarios if (found := run.times(name))}
    if times:
        yield "### Times as many requests a second as others\n"
        rows = [
            [run.title(name), *(f"{found[peer]:,.1f}" if peer in found else "" for peer in PEERS)]
            for name, found in times.items()
        ]
        yield _table(["", *PEERS], rows)
    if mixed := run.scenarios.get("mixed"):
        used = ", ".join(f"{server} {one.memory / 1e6:.0f} MB" for server, one in mixed.items())
        yield f"Memory of all processes behind the mixed load: {used}.\n"
    yield "![Requests a second](benchmark/rate.svg)\n\n![Processor time](benchmark/cpu.svg)\n"


def _growth_section(run: Comparison, place: str) -> Iterator[str]:
    yield "## Large collections\n"
    yield f"{place} Processor time of a request in microseconds, by the members of the collection.\n"
    yield _figures(run, lambda one, _: f"{one.cpu:,.0f}")
    yield "![Growth](benchmark/growth.svg)\n"


def _figures(run: Comparison, figure: Figure) -> str:
    rows = [
        [run.title(name), *(_cell(figure, found[server], found.get(FLOOR)) for server in run.versions)]
        for name, found in run.scenarios.items()
    ]
    return _table(["", *run.versions], rows)


def _cell(figure: Figure, one: Measured, floor: Measured | None) -> str:
    refused = f" ({one.refused + one.broken} failed)" if one.refused + one.broken else ""
    return f"wrong: {one.wrong}" if one.wrong else figure(one, floor) + refused


def _crowd_section(found: Crowd, place: str) -> Iterator[str]:
    yield "## Many connections\n"
    alone, beside = (
        ", ".join(f"{SCENARIOS[name].title} {ms:.1f} ms" for name, ms in p99.items())
        for p99 in (found.p99_alone, found.p99)
    )
    yield (
        f"{place} {found.idle:,} idle connections beside {found.active} that asked without pause for {found.seconds:g}"
        f" seconds: {found.refused} were refused, {found.dropped} dropped, and {found.silent} got no answer at the end."
        f" The busy ones did {found.rate:,.0f} requests a second with {found.errors} errors; their 99th percentile was"
        f" {beside} (without the idle ones: {alone}). Memory grew from {found.memory_before / 1e6:.0f} to"
        f" {found.memory / 1e6:.0f} MB.\n"
    )


def _starved_section(found: Starved, place: str) -> Iterator[str]:
    yield "## Clients that stall, reports that cost much\n"
    rows = [
        [str(number + 1), *(f"{one:,.1f}" for one in row)]
        for number, row in enumerate(zip(found.p99_alone, found.p99, found.rate_alone, found.rate, strict=True))
    ]
    yield (
        f"{place} {found.uploads} uploads and {found.downloads} downloads stall while {found.reporters} clients ask for"
        f" a year with all its instances, again and again ({found.reports} answers).\n"
    )
    yield _table(["round", "p99 of GET alone, ms", "beside them", "GET a second alone", "beside them"], rows)


def _soaked_section(found: Soaked, place: str) -> Iterator[str]:
    yield "## For hours\n"
    first, last = found.warm[0], found.warm[-1]
    yield (
        f"{place} {found.hours:g} hours of mixed load on two workers: {fmean(one.rate for one in found.samples):,.0f}"
        f" requests a second, {found.errors} errors. Behind the warm-up, half of the requests took"
        f" {first.p50:.2f} ms and at the end {last.p50:.2f} ms; memory went from {first.memory / 1e6:.1f} MB to"
        f" {last.memory / 1e6:.1f} MB, which is {found.growth:.2f} MB an hour by regression.\n"
    )


SECTIONS: dict[str, Callable[[Any, str], Iterator[str]]] = {
    "comparison": _comparison_section, "growth": _growth_section, "connections": _crowd_section,
    "stalled": _starved_section, "soak": _soaked_section,
}  # fmt: skip


def _target_row(one: Target) -> list[str]:
    return [one.what, one.wanted, f"{one.measured:,.2f}".removesuffix(".00"), "yes" if one.met else "**no**"]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
