"""`a3dav outbox`: messages that wait, and those that were given up."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from rich.table import Table

from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House
from a3dav.identifiers import now_ms
from a3dav.storage.transaction import Transaction


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
    sql = "UPDATE outbox SET given_up = 0, attempts = 0, due = 0, leased_until = 0 WHERE id = ?"
    with house_of(raw) as house:
        _change(house, message_id, sql, "message-retried")
    click.echo("it is tried again")


@outbox.command("drop")
@click.argument("message_id")
@common
def outbox_drop(raw: RawSettings, message_id: str) -> None:
    """Take a message out of the outbox for good."""
    with house_of(raw) as house:
        _change(house, message_id, "DELETE FROM outbox WHERE id = ?", "message-dropped")
    click.echo("dropped")


def _change(house: House, message_id: str, sql: str, action: str) -> None:
    def work(tx: Transaction) -> None:
        if not tx.store.engine.execute(sql, (_id(message_id),)):
            raise A3davError(f"there is no message {message_id}; see: a3dav outbox list")
        tx.audit(action)

    house.transact(ACTOR, work)


def _id(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise A3davError(f"{text!r} is not the id of a message; see: a3dav outbox list") from error


def _time(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")
