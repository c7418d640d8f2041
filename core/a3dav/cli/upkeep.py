"""`a3dav db upgrade`, `a3dav reindex` and `a3dav lock`."""

from __future__ import annotations

import time
from functools import partial

import click
from rich.console import Console
from rich.progress import Progress, TaskID
from rich.table import Table

from a3dav.assembly import furnish, prepare_store
from a3dav.cli.options import ACTOR, common, house_of, warn
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.indexing import rebuild

_out = Console()


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
            count = rebuild(house, index, partial(_show, progress, bar))
            progress.update(bar, total=max(count, 1), completed=max(count, 1))
            click.echo(f"{index.name}: {count} resources indexed")


@click.group("lock")
def locks() -> None:
    """Locks that clients hold."""


@locks.command("list")
@common
def lock_list(raw: RawSettings) -> None:
    """Show all locks."""
    table = Table("token", "resource", "holder", "scope", "depth", "seconds left")
    with house_of(raw) as house:
        store, now = house.store, time.time()
        for token, resource_id, holder, shared, deep, expires in store.engine.rows(
            "SELECT token, resource_id, account_id, shared, deep, expires FROM locks ORDER BY expires"
        ):
            resource = store.resource(bytes(resource_id))
            account = store.accounts.by_id(bytes(holder))
            table.add_row(
                token, resource.href if resource else "?", account.name if account else "?",
                "shared" if shared else "exclusive", "infinity" if deep else "0",
                str(max(0, int(expires / 1000 - now))),
            )  # fmt: skip
    _out.print(table)


@locks.command("remove")
@click.argument("token")
@common
def lock_remove(raw: RawSettings, token: str) -> None:
    """Break a lock."""
    with house_of(raw) as house:

        def work(tx):  # type: ignore[no-untyped-def]
            tx.audit("lock-removed")
            return tx.remove_lock(token)

        if not house.transact(ACTOR, work):
            raise A3davError(f"there is no lock {token}; see: a3dav lock list")
    click.echo("the lock is gone")
