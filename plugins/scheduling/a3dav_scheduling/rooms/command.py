"""`a3dav scheduling mode` and `modes`: how accounts answer invitations, as administrators set and see it."""

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
from a3dav_scheduling.rooms.modes import BOOKABLE, Answering, Conflicts, Mode, answering_of, set_answering, told_modes


@click.command("mode")
@click.argument("account")
@click.argument("chosen", metavar="MODE", type=click.Choice([str(one) for one in Mode]))
@click.option("--approver", default="", help="Account or group that is asked, where the mode is manual.")
@click.option(
    "--conflicts", type=click.Choice([str(one) for one in Conflicts]), default=Conflicts.INSTANCES.value,
    show_default=True, help="What becomes of a series of which some instances overlap with something else.",
)  # fmt: skip
@common
def mode(raw: RawSettings, account: str, chosen: str, approver: str, conflicts: str) -> None:
    """Set how a room, a resource or a person answers invitations."""
    with house_of(raw) as house:
        owner = _owner(house, account)
        answering = Answering(Mode(chosen), _approver(house, Mode(chosen), approver), Conflicts(conflicts))

        def work(tx: Transaction) -> None:
            set_answering(tx, owner, answering)
            tx.audit("scheduling-mode", account=owner)

        house.transact(ACTOR, work)
    click.echo(f"{account} answers invitations: {chosen}")


def _owner(house: House, name: str) -> Account:
    account = find_account(house, name)
    if account.kind not in HOME_OWNERS:
        raise A3davError(f"{name} is a {account.kind} and has no calendars; name a room, a resource or a user")
    return account


def _approver(house: House, how: Mode, name: str) -> bytes:
    if how is not Mode.MANUAL:
        if name:
            raise A3davError(f"nobody is asked where the mode is {how}; leave out --approver, or choose manual")
        return b""
    if not name:
        raise A3davError("say with --approver which account or group is asked")
    found = find_account(house, name)
    if found.kind not in {"user", "group"}:
        raise A3davError(f"{name} is a {found.kind} and cannot answer; name a user or a group")
    return found.id


@click.command("modes")
@common
def modes(raw: RawSettings) -> None:
    """List how rooms and resources, and whoever else has a mode, answer invitations."""
    table = Table("account", "kind", "mode", "approver", "conflicts")
    with house_of(raw) as house:
        known = told_modes(house.store)
        for account in house.store.accounts.all():
            if account.kind in BOOKABLE or account.id in known:
                answering = answering_of(house.store, account)
                approver = house.store.accounts.by_id(answering.approver_id) if answering.approver_id else None
                table.add_row(
                    account.name, account.kind, answering.mode, approver.name if approver else "", answering.conflicts
                )
    show(table)
