"""`a3dav push`: the key of the server, and the devices that registered."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from rich.table import Table

from a3dav.administration import find_account
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.outgoing.urls import parse
from a3dav.storage.transaction import Transaction
from a3dav_push import subscriptions
from a3dav_push.keys import generation, public_key
from a3dav_push.names import Reach
from a3dav_push.places import place_of
from a3dav_push.rotation import rotate

_SHOWN = {Reach.NOTHING: "-", Reach.ITSELF: "0", Reach.MEMBERS: "1", Reach.EVERYTHING: "infinity"}


@click.group("push")
def push() -> None:
    """Devices that are told of changes (WebDAV-Push)."""


@push.command("key")
@common
def push_key(raw: RawSettings) -> None:
    """Show the public key by which push services know this server (VAPID)."""
    with house_of(raw) as house:
        click.echo(public_key(house.store, generation(house.store)))


@push.command("rotate-key")
@common
def push_rotate_key(raw: RawSettings) -> None:
    """Make a new key; devices are told to register anew."""
    with house_of(raw) as house:
        told = rotate(house, ACTOR)
        click.echo(f"{public_key(house.store, generation(house.store))}\n{told} devices are told")


@push.command("list")
@click.argument("name", required=False)
@common
def push_list(raw: RawSettings, name: str | None) -> None:
    """Show the registrations of an account, or of all."""
    table = Table("account", "resource", "service", "content", "properties", "until", "failing since", "id")
    with house_of(raw) as house:
        store = house.store
        entries = subscriptions.of_account(store, find_account(house, name).id) if name else subscriptions.all_of(store)
        for entry in entries:
            resource, account = place_of(house, entry.resource_id), store.accounts.by_id(entry.account_id)
            table.add_row(
                account.name if account else "?", resource.href if resource else "?",
                parse(entry.channel.url).origin, _SHOWN[entry.content], _SHOWN[entry.properties], _day(entry.expires),
                _day(entry.failing) if entry.failing else "", entry.id,
            )  # fmt: skip
    show(table)


@push.command("remove")
@click.argument("registration")
@common
def push_remove(raw: RawSettings, registration: str) -> None:
    """End a registration; the device can register again."""
    with house_of(raw) as house:
        entry = subscriptions.by_id(house.store, registration)
        if entry is None:
            raise A3davError(f"there is no registration {registration}; see: a3dav push list")

        def work(tx: Transaction) -> None:
            subscriptions.remove(tx.store, entry.id)
            tx.audit("push-ended", resource=place_of(house, entry.resource_id))

        house.transact(ACTOR, work)
    click.echo("the registration is gone")


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
