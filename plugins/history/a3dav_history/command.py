"""`a3dav history`: what happened to resources, and what was deleted or changed brought back, by administrators."""

from __future__ import annotations

import re

import click
from rich.table import Table

from a3dav.administration import find_account
from a3dav.cli.options import ACTOR, common, house_of, moment, show, warn
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.headers import parse_path
from a3dav.house import House
from a3dav.identifiers import new_id
from a3dav.lanes import run_here
from a3dav.principals import Identity
from a3dav.resources import Resource, path_href
from a3dav.storage.transaction import Transaction
from a3dav_history.log import entries_of
from a3dav_history.restoring import Outcome, Restorer, purge
from a3dav_history.rewinding import plan, rewind
from a3dav_history.telling import deletions_told, entries_told, time_of
from a3dav_history.trash import Removed, deletions, removed

_ID = re.compile("[0-9a-f]{32}")
ALL = 1_000_000


@click.group("history")
def history() -> None:
    """Who changed what, and how to have it back; see storage.history_days for how long."""


@history.command("log")
@click.argument("path")
@click.option("--changes", is_flag=True, help="With the properties that each change made different.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, help="The latest changes, so many. [50]")
@common
def history_log(raw: RawSettings, path: str, changes: bool, limit: int) -> None:
    """Show who did what to a resource, or to what stands in a collection, the newest first."""
    table = Table("time", "who", "what", "name", "version")
    with house_of(raw) as house:
        resource = _resource(house, path)
        for told in entries_told(house, resource, entries_of(house.store, resource, 0, limit), changes=changes):
            version = told.get("version")
            made = str(version["id"]) if isinstance(version, dict) else ""
            table.add_row(*(str(told[key]) for key in ("at", "actor", "operation", "name")), made)
            for line in _lines(told.get("changes")):
                table.add_row("", "", "", line, "")
    show(table)


def _lines(changes: object) -> list[str]:
    if not isinstance(changes, list):
        return []
    return [
        f"{one['component']} {one['property']}: {'; '.join(one['old']) or '-'} -> {'; '.join(one['new']) or '-'}"
        for one in changes
    ]


@history.command("trash")
@click.argument("account")
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, help="The latest deletions, so many. [100]")
@common
def history_trash(raw: RawSettings, account: str, limit: int) -> None:
    """Show what was deleted of an account's data, the newest first."""
    table = Table("id", "time", "who", "from", "name", "resources")
    with house_of(raw) as house:
        found = deletions(house.store, find_account(house, account).id, None, limit)
        for told in deletions_told(house, found):
            table.add_row(*(str(told[key]) for key in ("id", "at", "actor", "from", "name", "resources")))
    show(table)


@history.command("undelete")
@click.argument("deletion")
@common
def history_undelete(raw: RawSettings, deletion: str) -> None:
    """Bring back what one deletion took, by its id: a resource, or a collection with all in it."""
    with house_of(raw) as house:
        entry = _deletion(house, deletion)
        outcome = run_here(house, _restorer(house, entry.resource.account_id).restore(entry))
        _tell(outcome, path_href(outcome.path, entry.resource.collection))


@history.command("restore")
@click.argument("path")
@click.argument("version")
@common
def history_restore(raw: RawSettings, path: str, version: str) -> None:
    """Make an earlier version of a resource the present one."""
    with house_of(raw) as house:
        resource = _resource(house, path)
        sql = "SELECT 1 FROM versions WHERE id = ? AND resource_id = ?"
        known = _ID.fullmatch(version) and house.store.engine.row(sql, (bytes.fromhex(version), resource.id))
        if not known:
            raise A3davError(f"{path} has no version {version}; see: a3dav history log {path}")
        steps = _restorer(house, resource.account_id).restore_version(resource, bytes.fromhex(version))
        run_here(house, steps)
        click.echo(f"{resource.href} is what it was in version {version}")


@history.command("rewind")
@click.argument("path")
@click.argument("time", type=moment)
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@common
def history_rewind(raw: RawSettings, path: str, time: int, dry_run: bool) -> None:
    """Take the objects of a collection back to how they were at a time: a date, a time, or 2h, 3d ago."""
    with house_of(raw) as house:
        collection = _resource(house, path)
        if not collection.collection:
            raise A3davError(f"{path} is no collection; see: a3dav history restore")
        way = plan(house.store, collection, time)
        rows = [("delete", member.name) for member in way.deletions]
        rows += [("set back", member.name) for member, _ in way.changes]
        rows += [("bring back", entry.resource.name) for entry in way.revivals]
        if dry_run:
            table = Table("what", "name", title=f"{collection.href} at {time_of(time)}")
            for row in rows + [(f"lost: {reason}", name) for name, reason in way.lost]:
                table.add_row(*row)
            show(table)
            return
        outcome = run_here(house, rewind(_restorer(house, collection.account_id), collection, time))
        _tell(outcome, collection.href)


@history.command("empty")
@click.argument("account")
@common
def history_empty(raw: RawSettings, account: str) -> None:
    """Empty the trash of an account for good."""
    with house_of(raw) as house:
        owner = find_account(house, account)

        def work(tx: Transaction) -> int:
            gone = sum(purge(tx, entry.top) for entry in deletions(tx.store, owner.id, None, ALL))
            tx.audit("trash-emptied", account=owner)
            return gone

        count = house.transact(ACTOR, work)
    click.echo(f"{count} resources are gone for good")


def _resource(house: House, path: str) -> Resource:
    found = house.resolve(parse_path(path.encode()))
    if found is None or not found.stored:
        raise A3davError(f"nothing is at {path}; name a path such as /calendars/alice/calendar/")
    return found


def _deletion(house: House, text: str) -> Removed:
    entry = removed(house.store, bytes.fromhex(text)) if _ID.fullmatch(text) else None
    if entry is None:
        raise A3davError(f"nothing in the trash has the id {text}; see: a3dav history trash ACCOUNT")
    return entry


def _restorer(house: House, account_id: bytes) -> Restorer:
    owner = house.store.accounts.by_id(account_id)
    if owner is None:
        raise A3davError("the account is gone, and its data with it")
    return Restorer(house, Identity(owner, "command-line", os_user=ACTOR.os_user), new_id().hex())


def _tell(outcome: Outcome, href: str) -> None:
    for name, reason in outcome.refused:
        warn(f"refused: {name}: {reason}")
    click.echo(f"{href}: {outcome.restored} restored, {len(outcome.refused)} refused")
    if outcome.refused:
        raise SystemExit(1)
