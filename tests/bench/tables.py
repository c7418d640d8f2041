"""Results as tables of a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Column, Table

from .rounds import Measured
from .scenarios import SCENARIOS
from .targets import Target

Results = Mapping[str, Mapping[str, Measured]]


def show(console: Console, results: Results) -> None:
    table = Table("scenario", "server", *_right("req/s", "p50 ms", "p99 ms", "CPU µs", "floors", "MB", "wrong"))
    for name, by_server in results.items():
        for number, (server, one) in enumerate(by_server.items()):
            title = "" if number else SCENARIOS[name].title
            table.add_row(title, server, *_cells(one, by_server.get("floor")), end_section=number == len(by_server) - 1)
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
