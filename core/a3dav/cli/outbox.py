"""`a3dav outbox`: messages that wait, and those that were given up."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from rich.table import Table

from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.identifiers import now_ms
from a3dav.interventions import drop_message, retry_message


@click.group()
def outbox() -> None:
    """What waits to be brought to the world outside."""


@outbox.command("list")
@common
def outbox_list(raw: RawSettings) -> None:
    """Show the messages that wait, are on their way or were given up."""
    table = Table("id", "kind", "state", "attempts", "due", "last failure")
    with house_of(raw) as house:
        now = now_ms()
        for row in house.store.engine.rows(
            "SELECT id, kind, given_up, leased_until, attempts, due, failure FROM outbox ORDER BY due LIMIT 1000"
        ):
            state = "given up" if row[2] else "on its way" if row[3] > now else "waiting"
            table.add_row(bytes(row[0]).hex(), str(row[1]), state, str(row[4]), _time(row[5]), str(row[6]))
    show(table)


@outbox.command("retry")
@click.argument("message_id")
@common
def outbox_retry(raw: RawSettings, message_id: str) -> None:
    """Try a message again at once, with all its attempts before it."""
    with house_of(raw) as house:
        retry_message(house, ACTOR, message_id)
    click.echo("it is tried again")


@outbox.command("drop")
@click.argument("message_id")
@common
def outbox_drop(raw: RawSettings, message_id: str) -> None:
    """Take a message out of the outbox for good."""
    with house_of(raw) as house:
        drop_message(house, ACTOR, message_id)
    click.echo("dropped")


def _time(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")
