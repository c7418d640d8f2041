"""Results as tables of a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Column, Table

from .contender import FLOOR, PEERS
from .results import Comparison
from .rounds import Measured
from .scenarios import SCENARIOS
from .targets import Target


def show(console: Console, run: Comparison) -> None:
    _show_figures(console, run.scenarios)
    times = {name: found for name in run.scenarios if (found := run.times(name))}
    if times:
        table = Table("times as many requests a second as", *_right(*PEERS))
        for name, found in times.items():
            table.add_row(run.title(name), *(f"{found[peer]:,.1f}" if peer in found else "" for peer in PEERS))
        console.print(table)


def _show_figures(console: Console, results: Mapping[str, Mapping[str, Measured]]) -> None:
    table = Table("scenario", "server", *_right("req/s", "p50 ms", "p99 ms", "CPU µs", "floors", "MB", "wrong"))
    for name, by_server in results.items():
        for number, (server, one) in enumerate(by_server.items()):
            title = "" if number else SCENARIOS[name].title
            table.add_row(title, server, *_cells(one, by_server.get(FLOOR)), end_section=number == len(by_server) - 1)
    console.print(table)


def show_targets(console: Console, targets: Sequence[Target]) -> None:
    table = Table("target", *_right("wanted", "measured"), "met")
    for one in targets:
        table.add_row(one.what, one.wanted, f"{one.measured:,.2f}", "[green]yes" if one.met else "[red]no")
    if targets:
        console.print(table)


def _right(*names: str) -> list[Column]:
    return [Column(name, justify="right") for name in names]


def _cells(one: Measured, floor: Measured | None) -> list[str]:
    if one.wrong:
        return [""] * 6 + [one.wrong]
    floors = f"{one.cpu / floor.cpu:.1f}" if floor and floor.cpu else ""
    wrong = ", ".join(f"{count} {what}" for what, count in (("refused", one.refused), ("broken", one.broken)) if count)
    return [
        f"{one.rate:,.0f}", f"{one.p50:.2f}", f"{one.p99:.2f}", f"{one.cpu:,.0f}", floors,
        f"{one.memory / 1e6:.0f}", wrong,
    ]  # fmt: skip
