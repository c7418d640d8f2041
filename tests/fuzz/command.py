"""The commands of `python tests/fuzz`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .judging import judged, shrunk
from .properties import PROPERTIES, run_properties
from .running import run


@click.group()
def fuzz() -> None:
    """Random input for parsers and for whole requests."""


@fuzz.command("run")
@click.option("--seconds", default=60, show_default=True, help="How long each target runs.")
@click.option("--hours", type=float, help="How long all of them run together, instead.")
@click.argument("names", nargs=-1, metavar="[TARGET]...")
def run_all(seconds: int, hours: float | None, names: tuple[str, ...]) -> None:
    """Runs targets one after the other; ends with 1 where something was found."""
    chosen = names or (*_targets(), PROPERTIES)
    each = seconds if hours is None else max(1, int(hours * 3600 / len(chosen)))
    tallies = [run_properties(each) if name == PROPERTIES else run(name, each) for name in chosen]
    found = sum(len(tally.findings) for tally in tallies)
    click.echo(f"{len(tallies)} targets, {sum(tally.inputs for tally in tallies):,} inputs, {found} findings")
    sys.exit(1 if found else 0)


@fuzz.command()
@click.option("--shrink", is_flag=True, help="Makes the input as short as it can be with the same finding.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def replay(file: Path, shrink: bool) -> None:
    """Judges one input; its folder names the target."""
    check = _targets()[file.resolve().parent.name].check
    if shrink:
        file.write_bytes(shrunk(check, file.read_bytes()))
    verdict = judged(check, file.read_bytes())
    click.echo(verdict.told or f"nothing is wrong with it; it took {verdict.seconds:.3f} s")
    sys.exit(1 if verdict.where else 0)


@fuzz.command()
@click.option("--most", default=24, show_default=True, help="Inputs that are kept.")
@click.argument("names", nargs=-1, metavar="[TARGET]...")
def gather(names: tuple[str, ...], most: int) -> None:
    """Makes the corpus anew: the shortest inputs of long runs that reach the most; those with a name stay."""
    from .gathering import gather_corpus

    for name in names or _targets():
        click.echo(gather_corpus(_targets()[name], most))


@fuzz.command(hidden=True)
@click.argument("name")
@click.argument("work", type=click.Path(path_type=Path))
@click.argument("found", type=click.Path(path_type=Path))
@click.argument("seconds", type=int)
def guide(name: str, work: Path, found: Path, seconds: int) -> None:
    from .guided import guide as guided

    guided(name, work, found, seconds)


def _targets():  # type: ignore[no-untyped-def] # a round of atheris imports them later, and watches that
    from .targets import TARGETS

    return TARGETS
