"""The command of `python tests/bench`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.console import Console

from . import targets, wrk
from .comparing import compare
from .contenders import CONTENDERS
from .growth import SIZES, grow
from .rounds import Pace
from .scenarios import SCENARIOS
from .tables import show, show_targets


class Names(click.ParamType):
    """Names of a table, with commas between them."""

    name = "names"

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> list[str]:
        chosen = value.split(",") if isinstance(value, str) else value
        for name in chosen:
            if name not in self.known:
                self.fail(f"{name!r} is none of {', '.join(self.known)}", param, ctx)
        return [name for name in self.known if name in chosen]


@click.command()
@click.option("--servers", type=Names(CONTENDERS), default=",".join(CONTENDERS), show_default=True)
@click.option("--scenarios", type=Names(SCENARIOS), default=",".join(SCENARIOS), show_default=True)
@click.option("--seconds", default=2.0, show_default=True, help="How long a round lasts.")
@click.option("--rounds", default=5, show_default=True, help="Rounds of each server in each scenario.")
@click.option("--clients", default=8, show_default=True, help="Connections that ask at a time.")
@click.option("--objects", default=1000, show_default=True, help="Events, and as many cards.")
@click.option("--growth", is_flag=True, help="Measures collections of several sizes instead.")
@click.option("--sizes", default=",".join(map(str, SIZES)), show_default=True, help="Those sizes.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Where the results are written as JSON.")
def bench(
    servers: list[str], scenarios: list[str], seconds: float, rounds: int, clients: int, objects: int, growth: bool,
    sizes: str, file: Path | None,
) -> None:  # fmt: skip
    """Measures this server and others with the same data in them, side by side."""
    if not wrk.installed():
        raise click.ClickException(f"wrk is missing; install it with: {wrk.CURE}")
    console, pace = Console(width=None if Console().is_terminal else 120), Pace(seconds, rounds, clients)
    with console.status("") as status:
        if growth:
            done = grow([int(size) for size in sizes.split(",")], pace, status.update)
        else:
            done = compare(servers, scenarios, pace, objects, status.update)
    show(console, done.scenarios)
    show_targets(console, targets.of_growth(done) if growth else targets.of_comparison(done))
    if file:
        done.write(file)
