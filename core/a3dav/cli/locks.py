"""`a3dav lock`, which the plugin `locking` brings."""

from __future__ import annotations

import time

import click
from rich.table import Table

from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.interventions import break_lock


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
    show(table)


@locks.command("remove")
@click.argument("token")
@common
def lock_remove(raw: RawSettings, token: str) -> None:
    """Break a lock."""
    with house_of(raw) as house:
        break_lock(house, ACTOR, token)
    click.echo("the lock is gone")
