"""`a3dav token`: what programs sign in with."""

from __future__ import annotations

import time

import click
from rich.table import Table

from a3dav.administration import find_account
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.credentials import DAY_MS, MOST_DAYS, add_token, revoke_token
from a3dav.errors import Refusal
from a3dav.identifiers import now_ms
from a3dav.principals import TOKEN_SCOPES


@click.group()
def token() -> None:
    """Bearer tokens: what programs sign in with."""


@token.command("create")
@click.argument("name")
@click.option("--label", default="", help="What it is for.")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice(list(TOKEN_SCOPES)),
    help="What it opens; may be given again.",
)
@click.option(
    "--days",
    type=click.IntRange(0, MOST_DAYS),
    default=365,
    show_default=True,
    help="Days until it expires; 0 is never.",
)
@common
def token_create(raw: RawSettings, name: str, label: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a token; it is shown this once."""
    with house_of(raw) as house:
        expires = now_ms() + days * DAY_MS if days else 0
        _, text = add_token(house, ACTOR, find_account(house, name), label=label, scopes=scopes, expires=expires)
    click.echo(text)


@token.command("list")
@click.argument("name")
@common
def token_list(raw: RawSettings, name: str) -> None:
    """Show the tokens of an account."""
    table = Table("id", "label", "scopes", "created", "expires", "last used")
    with house_of(raw) as house:
        for entry in house.store.tokens.of(find_account(house, name).id):
            times = (_date(entry.created), _date(entry.expires), _date(entry.last_used))
            table.add_row(entry.id.hex(), entry.label, " ".join(entry.scopes), *times)
    show(table)


@token.command("revoke")
@click.argument("name")
@click.argument("token_id")
@common
def token_revoke(raw: RawSettings, name: str, token_id: str) -> None:
    """Make a token worthless at once."""
    with house_of(raw) as house:
        account = find_account(house, name)
        try:
            wanted = bytes.fromhex(token_id)
        except ValueError as error:
            raise Refusal(f"{token_id!r} is no id of a token; see: a3dav token list {name}", "NOT_FOUND") from error
        revoke_token(house, ACTOR, account, wanted)
    click.echo("revoked")


def _date(milliseconds: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.gmtime(milliseconds / 1000)) if milliseconds else "never"
