"""`a3dav link`: secret links, made and revoked by administrators."""

from __future__ import annotations

import time

import click
from rich.table import Table

from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.headers import parse_path
from a3dav.house import House
from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav_sharing.links import kept
from a3dav_sharing.links.kept import ACCESSES, Link
from a3dav_sharing.links.serving import href_of


@click.group()
def link() -> None:
    """Secret links, by which everybody who knows one reads a calendar or an address book."""


@link.command("create")
@click.argument("path")
@click.option("--access", type=click.Choice(ACCESSES), default="read", help="Everything, or only when one is busy.")
@click.option("--label", default="", help="What it is for.")
@click.option("--days", type=click.IntRange(0), default=0, help="Days until it expires; 0 is never.")
@common
def link_create(raw: RawSettings, path: str, access: str, label: str, days: int) -> None:
    """Make a link to a calendar or an address book; it is shown this once."""
    with house_of(raw) as house:
        collection = _collection(house, path)

        def work(tx: Transaction) -> str:
            tx.lock_accounts(collection.account_id)
            _, token = kept.create(tx, house, collection, access, label=label, days=days)
            tx.audit("link", resource=collection)
            return token

        click.echo(raw.core.server.public_url.rstrip("/") + href_of(house.transact(ACTOR, work)))


@link.command("list")
@click.argument("name")
@common
def link_list(raw: RawSettings, name: str) -> None:
    """Show the links to what an account owns."""
    table = Table("id", "collection", "access", "label", "created", "expires", "last used")
    with house_of(raw) as house:
        for entry in kept.of_account(house, _account(house, name).id):
            collection = house.store.resource(entry.collection_id)
            times = (_date(entry.created), _date(entry.expires), _date(entry.used_day * kept.DAY_MS))
            table.add_row(entry.id.hex(), collection.href if collection else "", entry.access, entry.label, *times)
    show(table)


@link.command("revoke")
@click.argument("name")
@click.argument("link_id")
@common
def link_revoke(raw: RawSettings, name: str, link_id: str) -> None:
    """Make a link worthless at once."""
    with house_of(raw) as house:
        found = _link(house, name, link_id)

        def work(tx: Transaction) -> None:
            tx.lock_accounts(found.account_id)
            kept.revoke(tx, found)
            tx.audit("link-revoked", resource=tx.store.resource(found.collection_id))

        house.transact(ACTOR, work)
    click.echo("revoked")


def _collection(house: House, path: str) -> Resource:
    found = house.resolve(parse_path(path.encode()))
    if found is None or not found.stored or not found.collection:
        raise A3davError(f"{path} is no calendar or address book")
    return found


def _account(house: House, name: str) -> Account:
    account = house.store.accounts.by_name(name)
    if account is None:
        raise A3davError(f"there is no account {name!r}; see: a3dav user list")
    return account


def _link(house: House, name: str, link_id: str) -> Link:
    links = kept.of_account(house, _account(house, name).id)
    found = next((entry for entry in links if entry.id.hex() == link_id), None)
    if found is None:
        raise A3davError(f"{name} has no link {link_id}; see: a3dav link list {name}")
    return found


def _date(milliseconds: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(milliseconds / 1000)) if milliseconds else "never"
