"""`a3dav share`: what is shared with whom, read and changed by administrators."""

from __future__ import annotations

import click
from rich.table import Table

from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.headers import parse_path
from a3dav.house import House
from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav_sharing.administering import end_share, share_with
from a3dav_sharing.overview import Given, given_by
from a3dav_sharing.shares import ACCESSES


@click.group("share")
def share() -> None:
    """Calendars and address books that people share with one another."""


@share.command("list")
@click.argument("account")
@common
def share_list(raw: RawSettings, account: str) -> None:
    """Show what an account shares, with whom, and what they answered."""
    table = Table("collection", "with", "access", "answers")
    with house_of(raw) as house:
        for entry in given_by(house, _account(house, account)):
            table.add_row(*_row(entry))
    show(table)


def _row(entry: Given) -> tuple[str, str, str, str]:
    answers = ", ".join(f"{name}: {state}" for name, state in entry.answers)
    return entry.collection, entry.sharee, entry.access, answers


@share.command("grant")
@click.argument("path")
@click.argument("account")
@click.argument("access", type=click.Choice(ACCESSES))
@click.option("--summary", default="", help="What it is called in the invitation, and at first in the sharee's home.")
@click.option("--accepted", is_flag=True, help="It stands in the sharee's home at once, and nobody is asked.")
@common
def share_grant(raw: RawSettings, path: str, account: str, access: str, summary: str, accepted: bool) -> None:
    """Share a calendar or an address book with an account or a group, or change what they may do."""
    with house_of(raw) as house:
        found = _collection(house, path)
        share_with(house, ACTOR, found, _account(house, account), access, summary, accepted=accepted)
    click.echo(f"{path} is shared with {account}: {access}")


@share.command("revoke")
@click.argument("path")
@click.argument("account")
@common
def share_revoke(raw: RawSettings, path: str, account: str) -> None:
    """End what an account or a group has by a share of a calendar or an address book."""
    with house_of(raw) as house:
        end_share(house, ACTOR, _collection(house, path), _account(house, account))
    click.echo(f"{path} is shared with {account} no longer")


def _account(house: House, name: str) -> Account:
    account = house.store.accounts.by_name(name)
    if account is None:
        raise A3davError(f"there is no account {name!r}; see: a3dav user list, a3dav group list")
    return account


def _collection(house: House, path: str) -> Resource:
    found = house.resolve(parse_path(path.encode()))
    if found is None or not found.stored:
        raise A3davError(f"{path} is no calendar or address book")
    if found.mounted is not None:
        raise A3davError(f"{path} is shared by somebody else; name it where it belongs")
    return found
