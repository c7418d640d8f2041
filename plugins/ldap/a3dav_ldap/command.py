"""`a3dav ldap`: whether the directory answers, and what it makes of the accounts here."""

from __future__ import annotations

import click
from rich.console import Console
from rich.progress import Progress, TextColumn
from rich.table import Table

from a3dav.cli.options import common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.house import House
from a3dav_ldap.checking import examined
from a3dav_ldap.directory import Directory, directory_of
from a3dav_ldap.synchronising import Outcome, synchronise


@click.group("ldap")
def ldap() -> None:
    """The directory whose people sign in here."""


@ldap.command("check")
@common
def ldap_check(raw: RawSettings) -> None:
    """Say in sentences what works: each server, TLS, the bind, how many people and groups there are."""
    with house_of(raw) as house:
        for sentence in examined(_directory(house)):
            click.echo(sentence)


@ldap.command("sync")
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@click.option("--force", is_flag=True, help="Disable accounts even where a large share of them is gone.")
@common
def ldap_sync(raw: RawSettings, dry_run: bool, force: bool) -> None:
    """Bring people, groups, memberships and the address book up to date now."""
    with house_of(raw) as house:
        outcome = _with_progress(house, _directory(house), dry=dry_run, force=force)
    _tell(outcome, dry=dry_run)


def _directory(house: House) -> Directory:
    found = directory_of(house)
    if found is None:
        raise A3davError("no directory is configured; set urls and base in [plugins.ldap]")
    return found


def _with_progress(house: House, directory: Directory, *, dry: bool, force: bool) -> Outcome:
    columns = (TextColumn("{task.description}"), TextColumn("{task.completed} entries"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading the directory", total=None)
        return synchronise(house, directory, dry=dry, force=force, progress=lambda count: progress.advance(task, count))


def _tell(outcome: Outcome, *, dry: bool) -> None:
    table = Table("what", "would be" if dry else "was", "how many")
    for (what, act), number in sorted(outcome.done.items()):
        table.add_row(what, act, str(number))
    if outcome.done:
        show(table)
    else:
        click.echo("everything is up to date")
    for problem in outcome.problems:
        click.echo(problem, err=True)
