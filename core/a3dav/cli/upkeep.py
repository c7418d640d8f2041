"""`a3dav db upgrade` and `a3dav reindex`."""

from __future__ import annotations

from functools import partial

import click
from rich.console import Console
from rich.progress import Progress, TaskID

from a3dav.assembly import furnish, prepare_store
from a3dav.cli.options import ACTOR, common, house_of, warn
from a3dav.config import RawSettings
from a3dav.indexing import rebuild


@click.group("db")
def database() -> None:
    """The database."""


@database.command("upgrade")
@common
def db_upgrade(raw: RawSettings) -> None:
    """Bring the schema of the store up to date, after a backup."""
    house = furnish(raw)
    try:
        prepare_store(house, warn)
    finally:
        house.close()
    click.echo("the store is up to date")


def _show(progress: Progress, bar: TaskID, done: int) -> None:
    progress.update(bar, completed=done)


@click.command()
@common
def reindex(raw: RawSettings) -> None:
    """Rebuild what plugins derive from the bodies in the store."""
    with house_of(raw) as house, Progress(console=Console(stderr=True)) as progress:
        for index in house.indexes:
            bar = progress.add_task(index.name, total=None)
            count = rebuild(house, index, partial(_show, progress, bar), ACTOR)
            progress.update(bar, total=max(count, 1), completed=max(count, 1))
            click.echo(f"{index.name}: {count} resources indexed")
