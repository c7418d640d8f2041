"""`a3dav migrate`."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import click
import httpx
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from a3dav.administration import add_account
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House
from a3dav.passwords import new_password
from a3dav.principals import Account
from a3dav_migrate.addresses import server_url
from a3dav_migrate.credentials import Bearer, Credentials
from a3dav_migrate.migration import Migration
from a3dav_migrate.outcome import AccountOutcome, clean, plan, remarks, table, write_report
from a3dav_migrate.remote import Remote, Trust
from a3dav_migrate.state import State, state_file
from a3dav_migrate.travellers import Traveller, read_accounts
from a3dav_migrate.wishes import SERVICES, Advance, Wishes

_FILE = click.Path(dir_okay=False, path_type=Path)
_READ = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(slots=True, frozen=True)
class Orders:
    """What holds for all accounts of a call."""

    url: str
    wishes: Wishes
    trust: Trust
    timeout: float
    token: str
    state: Path | None
    create: bool
    take_passwords: bool


@click.command()
@click.argument("url")
@click.option("--user", default="", help="Name at the other server; without it nobody signs in there.")
@click.option("--to", "local", default="", help="Account here; the same name without this option.")
@click.option("--password-stdin", is_flag=True, help="Read the password of the other server from standard input.")
@click.option("--password-file", type=_READ, help="Read the password of the other server from a file.")
@click.option("--token-file", type=_READ, help="Sign in with the bearer token in this file.")
@click.option("--accounts", type=_READ, help="File of many accounts, a line each: NAME,PASSWORD[,NAME-HERE].")
@click.option("--create", is_flag=True, help="Make accounts that are missing here; passwords are made and shown.")
@click.option("--take-passwords", is_flag=True, help="With --create, give them the passwords of the other server.")
@click.option("--only", default=",".join(SERVICES), help="Any of calendars,contacts,files.", show_default=True)
@click.option("--files-url", default="", help="Where files are, if elsewhere; {user} stands for the name there.")
@click.option("--dry-run", is_flag=True, help="Show what would be copied, and change nothing.")
@click.option("--delete", is_flag=True, help="Delete here what was copied before and is gone there.")
@click.option("--repair", is_flag=True, help="Take objects apart that hold several UIDs, and drop METHOD.")
@click.option(
    "--rescue", type=click.Path(file_okay=False, path_type=Path), help="Folder for what cannot be stored here."
)
@click.option("--state", type=_FILE, help="What was copied already; by default in the data directory.")
@click.option("--report", type=_FILE, help="Write a report as JSON.")
@click.option("--insecure", is_flag=True, help="Believe any certificate.")
@click.option("--ca", type=_READ, help="Believe the certificates in this file.")
@click.option(
    "--timeout", type=click.FloatRange(1, 3600), default=120, help="Seconds to wait for the server.", show_default=True
)
@common
def migrate(raw: RawSettings, url: str, **given: Any) -> None:
    """Copy calendars, address books and files from another server; again, to take what is new there."""
    orders = _orders(url, given)
    travellers = _travellers(given, orders)
    try:
        with house_of(raw) as house:
            outcomes = [_migrate(house, traveller, orders) for traveller in travellers]
    except KeyboardInterrupt:
        click.echo("interrupted; the same command goes on from here", err=True)
        raise
    if given["report"]:
        write_report(outcomes, given["report"])
    if any(outcome.collections for outcome in outcomes):
        show(plan(outcomes) if orders.wishes.dry_run else table(outcomes))
    for outcome in outcomes:
        for line in remarks(outcome):
            click.echo(line, err=True)
    if any(outcome.error or not (orders.wishes.dry_run or outcome.complete) for outcome in outcomes):
        raise SystemExit(1)


def _orders(url: str, given: dict[str, Any]) -> Orders:
    services = frozenset(name.strip() for name in given["only"].split(",") if name.strip())
    if not services or services - set(SERVICES):
        raise A3davError(f"--only takes {', '.join(SERVICES)}, separated by commas, not {given['only']!r}")
    if given["files_url"]:
        server_url(given["files_url"])
    wishes = Wishes(services, given["files_url"], given["dry_run"], given["delete"], given["repair"], given["rescue"])
    return Orders(
        server_url(url), wishes, Trust(given["ca"], insecure=given["insecure"]), given["timeout"],
        _secret(given["token_file"]) if given["token_file"] else "", given["state"], given["create"],
        given["take_passwords"],
    )  # fmt: skip


def _travellers(given: dict[str, Any], orders: Orders) -> list[Traveller]:
    if given["accounts"]:
        if given["user"] or given["local"] or given["state"] or orders.token:
            raise A3davError("--accounts does not go together with --user, --to, --token-file or --state")
        return read_accounts(given["accounts"])
    local = given["local"] or given["user"]
    if not local:
        raise A3davError("say whose data it is: --user NAME, --to NAME or --accounts FILE")
    return [Traveller(given["user"], _password(given, orders), local)]


def _password(given: dict[str, Any], orders: Orders) -> str:
    if given["password_file"]:
        return _secret(given["password_file"])
    if given["password_stdin"]:
        return sys.stdin.readline().rstrip("\r\n")
    if not given["user"] or orders.token:
        return ""
    if not sys.stdin.isatty():
        raise A3davError("give the password with --password-stdin or --password-file")
    return str(click.prompt(f"Password of {given['user']} at {urlsplit(orders.url).hostname}", hide_input=True))


def _secret(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise A3davError(f"{path} cannot be read: {error}") from error


def _migrate(house: House, traveller: Traveller, orders: Orders) -> AccountOutcome:
    """One account after the other; what goes wrong with one does not stop the next."""
    outcome = AccountOutcome(traveller.user, traveller.local)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    try:
        account = _account(house, traveller, orders)
        with (
            closing(_state(house, traveller, orders, account)) as state,
            Progress(*columns, console=console) as progress,
            closing(
                Remote(_auth(traveller, orders), orders.trust, timeout=orders.timeout, say=partial(_say, progress))
            ) as remote,
        ):
            files_url = orders.wishes.files_url.replace("{user}", quote(traveller.user, safe=""))
            show_bar = partial(_bar, progress)
            Migration(house, remote, orders.url, state, orders.wishes, show_bar, outcome, account, files_url).run()
    except A3davError as error:
        outcome.error = str(error)
    return outcome


def _auth(traveller: Traveller, orders: Orders) -> httpx.Auth | None:
    if orders.token:
        return Bearer(orders.token)
    return Credentials(traveller.user, traveller.password) if traveller.user else None


def _say(progress: Progress, text: str) -> None:
    progress.console.print(clean(text), markup=False, highlight=False)


def _bar(progress: Progress, title: str) -> Advance:
    return partial(_advance, progress, progress.add_task(clean(title)[:40], total=None))


def _advance(progress: Progress, bar: TaskID, done: int, total: int | None) -> None:
    progress.update(bar, completed=done, total=total)


def _account(house: House, traveller: Traveller, orders: Orders) -> Account | None:
    found = house.store.accounts.by_name(traveller.local)
    if found is not None or (orders.create and orders.wishes.dry_run):
        return found
    if not orders.create:
        raise A3davError(f"there is no account {traveller.local!r} here; make it with a3dav user add, or use --create")
    password = traveller.password if orders.take_passwords else new_password()
    made = add_account(house, ACTOR, traveller.local, password=password)
    shown = "" if orders.take_passwords else f"; its password is {password}"
    click.echo(f"the account {made.name} was made{shown}")
    return made


def _state(house: House, traveller: Traveller, orders: Orders, account: Account | None) -> State:
    host = urlsplit(orders.url).netloc
    path = orders.state or state_file(house.store.data_dir / "migrations", host, traveller.user or traveller.local)
    owner = account.id.hex() if account is not None else ""
    if orders.wishes.dry_run:
        return State.read_only(path, host, owner)
    return State(path, host, owner)
