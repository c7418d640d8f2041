"""`a3dav subscription`: calendars from elsewhere, for administrators."""

from __future__ import annotations

import click
from rich.table import Table

from a3dav.administration import find_account
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House
from a3dav.identifiers import new_id
from a3dav.lanes import run_here
from a3dav.methods.delete import remove
from a3dav.principals import Account, Identity
from a3dav.resources import Resource
from a3dav.writing import WriteContext, perform
from a3dav_subscriptions import birthdays
from a3dav_subscriptions.feeds import feeds_of
from a3dav_subscriptions.fetching import fetch, take
from a3dav_subscriptions.making import subscribe
from a3dav_subscriptions.telling import subscriptions_of, told


@click.group("subscription")
def subscription() -> None:
    """Calendars that are fetched from elsewhere, and birthdays."""


@subscription.command("list")
@click.argument("account")
@common
def subscription_list(raw: RawSettings, account: str) -> None:
    """Show the feeds of an account and how they fare."""
    table = Table("calendar", "source", "checked", "changed", "next", "problem")
    with house_of(raw) as house:
        for entry in subscriptions_of(house, find_account(house, account)):
            row = told(*entry)
            table.add_row(*(str(row[key] or "") for key in ("href", "source", "checked", "changed", "next", "problem")))
    show(table)


@subscription.command("add")
@click.argument("account")
@click.argument("address")
@click.option("--name", default="", help="What the calendar is called; else as the feed says.")
@click.option("--colour", default="", help="Its colour, such as #FF2968; else as the feed says.")
@common
def subscription_add(raw: RawSettings, account: str, address: str, name: str, colour: str) -> None:
    """Subscribe an account to a feed, and fetch it at once."""
    with house_of(raw) as house:
        owner = find_account(house, account)
        made = run_here(house, subscribe(house, _identity(owner), new_id().hex(), address, name, colour))
        click.echo(_fetched(house, made))


@subscription.command("refresh")
@click.argument("account")
@click.argument("calendar")
@common
def subscription_refresh(raw: RawSettings, account: str, calendar: str) -> None:
    """Fetch the feed of a calendar now."""
    with house_of(raw) as house:
        click.echo(_fetched(house, _calendar(house, find_account(house, account), calendar)))


@subscription.command("remove")
@click.argument("account")
@click.argument("calendar")
@common
def subscription_remove(raw: RawSettings, account: str, calendar: str) -> None:
    """End a subscription, and delete its calendar."""
    with house_of(raw) as house:
        owner = find_account(house, account)
        found = _calendar(house, owner, calendar)
        home = house.resolve(found.path[:-1])
        if home is None:
            raise A3davError("the calendar is gone")
        write = WriteContext(house, _identity(owner), new_id().hex(), "delete", home, found.name, found)
        run_here(house, perform(write, remove))
    click.echo("removed")


@subscription.command("birthdays")
@click.argument("account")
@click.argument("switch", type=click.Choice(["on", "off"]))
@common
def subscription_birthdays(raw: RawSettings, account: str, switch: str) -> None:
    """Give an account a calendar with the birthdays of its contacts, or take it away."""
    with house_of(raw) as house:
        birthdays.switch(house, ACTOR, find_account(house, account), wanted=switch == "on")
    click.echo(f"birthdays are {switch}")


def _identity(owner: Account) -> Identity:
    return Identity(owner, "command-line", os_user=ACTOR.os_user)


def _calendar(house: House, owner: Account, name: str) -> Resource:
    for calendar, _, _ in subscriptions_of(house, owner):
        if name in {calendar.name, calendar.href}:
            return calendar
    raise A3davError(f"{owner.name} has no subscription {name!r}; see: a3dav subscription list {owner.name}")


def _fetched(house: House, calendar: Resource) -> str:
    feed = feeds_of(house.store, [calendar.id]).get(calendar.id)
    found = fetch(house, feed) if feed is not None else None
    if found is None:
        raise A3davError("the calendar is gone")
    outcome = take(house, found)
    if outcome.problem:
        return f"{calendar.href} was not fetched: {outcome.problem}"
    count = house.store.count_members(calendar, 1_000_000)
    return f"{calendar.href} has {count} objects" + (f", {outcome.skipped} were skipped" if outcome.skipped else "")
