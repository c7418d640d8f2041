"""The command of `python tests/bench`."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from . import wrk
from .contenders import CONTENDERS
from .growth import SIZES
from .page import write_page
from .parts import Wanted, measured
from .results import Comparison, write
from .scenarios import SCENARIOS
from .tables import show, show_targets
from .targets import targets_of


class Names(click.ParamType[list[str]]):
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
@click.option("--seconds", type=float, help="How long a round lasts; 2 if not told, or 50 beside idle connections.")
@click.option("--rounds", default=5, show_default=True, help="Rounds of each server in each scenario.")
@click.option("--clients", default=8, show_default=True, help="Connections that ask at a time.")
@click.option("--objects", default=1000, show_default=True, help="Events, and as many cards.")
@click.option("--growth", is_flag=True, help="Measures collections of several sizes instead.")
@click.option("--sizes", default=",".join(map(str, SIZES)), show_default=True, help="Those sizes.")
@click.option("--connections", is_flag=True, help="Measures 64 busy connections beside many idle ones instead.")
@click.option("--idle", default=10_000, show_default=True, help="How many those are.")
@click.option("--stalled", is_flag=True, help="Measures GET beside stalled clients and dear reports instead.")
@click.option("--stalling", default=100, show_default=True, help="How many uploads, and as many downloads, stall.")
@click.option("--soak", "hours", type=float, help="Runs the mixed load for so many hours instead.")
@click.option("--page", is_flag=True, help="Measures nothing, and writes docs/explanation/speed.md from what is kept.")
@click.option("--json", "file", type=click.Path(path_type=Path), help="Where the results are written as JSON.")
def bench(page: bool, **options: Any) -> None:
    """Measures this server and others with the same data in them, side by side.

    The parts that measure this server alone run it with two workers.
    """
    if page:
        write_page()
        return
    if not wrk.installed():
        raise click.ClickException(f"wrk is missing; install it with: {wrk.CURE}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # or the servers would stay
    file, console = options.pop("file"), Console(width=None if Console().is_terminal else 120)
    with console.status("") as status:
        found = measured(Wanted(**options), status.update)
    if isinstance(found, Comparison):
        show(console, found)
    show_targets(console, targets_of(found))
    if file:
        write(found, file)
