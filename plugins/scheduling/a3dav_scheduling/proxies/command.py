"""`a3dav delegate`: who reads, and who acts in, the calendars of others."""

from __future__ import annotations

import click
from rich.table import Table

from a3dav.administration import find_account
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House
from a3dav.principals import Account
from a3dav.provisioning import HOME_OWNERS
from a3dav.storage.transaction import Transaction
from a3dav_scheduling.proxies import records


@click.group("delegate")
def delegate() -> None:
    """Delegates: who reads the calendars of an account, and who acts for it."""


@delegate.command("show")
@click.argument("owner")
@common
def delegate_show(raw: RawSettings, owner: str) -> None:
    """Show the delegates of an account, a room or a resource."""
    table = Table("delegate", "kind", "may")
    with house_of(raw) as house:
        account = _owner(house, owner)
        for writes, may in ((False, "read"), (True, "read, write and act for it")):
            ids = records.delegates_of(house.store.engine, account.id, writes=writes)
            for found in house.store.accounts.by_ids(ids).values():
                table.add_row(found.name, found.kind, may)
    show(table)


@delegate.command("grant")
@click.argument("owner")
@click.argument("whom")
@click.option("--write", "writes", is_flag=True, help="Let the delegate write, too, and invite for the owner.")
@common
def delegate_grant(raw: RawSettings, owner: str, whom: str, writes: bool) -> None:
    """Make an account, or all members of a group, delegates of another account."""
    with house_of(raw) as house:
        account, other = _owner(house, owner), find_account(house, whom)
        if other.kind not in {"user", "group"} or other.id == account.id:
            raise A3davError(f"{whom} cannot be a delegate of {owner}; name another user, or a group")
        house.transact(ACTOR, lambda tx: records.grant(tx, account, other.id, writes=writes))
    click.echo(f"{whom} is a delegate of {owner}")


@delegate.command("revoke")
@click.argument("owner")
@click.argument("whom")
@common
def delegate_revoke(raw: RawSettings, owner: str, whom: str) -> None:
    """Let somebody no longer be a delegate, for reading and for writing."""
    with house_of(raw) as house:
        account, other = _owner(house, owner), find_account(house, whom)
        ways = records.owners_for(house.store.engine, [other.id]).get(account.id, set())
        if not ways:
            raise A3davError(f"{whom} is no delegate of {owner}; see: a3dav delegate show {owner}")

        def work(tx: Transaction) -> None:
            for writes in sorted(ways):
                records.revoke(tx, account, other.id, writes=writes)

        house.transact(ACTOR, work)
    click.echo(f"{whom} is no longer a delegate of {owner}")


def _owner(house: House, name: str) -> Account:
    account = find_account(house, name)
    if account.kind not in HOME_OWNERS:
        raise A3davError(f"{name} is a {account.kind} and has no calendars; name a user, a room or a resource")
    return account
