"""`a3dav acl`: access control lists, read and changed by administrators."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click
from rich.table import Table

from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.headers import parse_path
from a3dav.house import House
from a3dav.resources import Path, Resource, path_href
from a3dav.storage.transaction import Operation, Transaction
from a3dav.xml.names import split_clark
from a3dav_acl.conditions import OWNERS, accepted
from a3dav_acl.entries import (
    ACCOUNT,
    CLASSES,
    PROPERTY,
    Ace,
    Principal,
    entries_of,
    places_of,
    replace_entries,
)
from a3dav_acl.policy import effective
from a3dav_acl.submitted import Submitted


@click.group("acl")
def acl() -> None:
    """Who may do what with calendars, address books and files of others."""


@acl.command("show")
@click.argument("path")
@common
def acl_show(raw: RawSettings, path: str) -> None:
    """Show the list of a resource in the order it is read, with the entries of collections above it."""
    table = Table("principal", "grants or denies", "privileges", "set on")
    with house_of(raw) as house:
        resource = _resource(house, path)
        table.add_row(*_row(house, OWNERS), "always")
        place: Path = resource.path
        for _, entries in effective(resource, places_of(house.store.engine, [resource])):
            for ace in entries:
                table.add_row(*_row(house, ace), path_href(place, resource.collection or place != resource.path))
            place = place[:-1]
    show(table)


def _row(house: House, ace: Ace) -> tuple[str, str, str]:
    principal = ace.principal
    names = {ACCOUNT: _account_name(house, principal.account_id), PROPERTY: split_clark(principal.property)[1]}
    whom = ("all but " if ace.inverted else "") + names.get(principal.kind, principal.kind)
    return whom, "grants" if ace.grants else "denies", " ".join(split_clark(name)[1] for name in ace.privileges)


def _account_name(house: House, account_id: bytes) -> str:
    account = house.store.accounts.by_id(account_id)
    return account.name if account else ""


@acl.command("grant")
@click.argument("path")
@click.argument("principal")
@click.argument("privilege", nargs=-1, required=True)
@common
def acl_grant(raw: RawSettings, path: str, principal: str, privilege: tuple[str, ...]) -> None:
    """Grant privileges to an account, a group, or everybody (authenticated, all, unauthenticated)."""
    with house_of(raw) as house:
        ace = Ace(_principal(house, principal), True, tuple(_privilege(house, name) for name in privilege))
        _change(house, path, lambda entries: [*entries, ace])
    click.echo(f"granted on {path}")


@acl.command("revoke")
@click.argument("path")
@click.argument("principal")
@common
def acl_revoke(raw: RawSettings, path: str, principal: str) -> None:
    """Remove every entry about a principal from the list of a resource."""
    with house_of(raw) as house:
        whom = _principal(house, principal)

        def without(entries: Sequence[Ace]) -> list[Ace]:
            kept = [ace for ace in entries if ace.principal != whom]
            if len(kept) == len(entries):
                raise A3davError(f"no entry of {path} is about {principal}; see: a3dav acl show {path}")
            return kept

        _change(house, path, without)
    click.echo(f"revoked on {path}")


def _change(house: House, path: str, changed: Callable[[Sequence[Ace]], Sequence[Ace]]) -> None:
    found = _resource(house, path)

    def work(tx: Transaction) -> None:
        tx.lock_accounts(found.account_id)
        resource = tx.current(found)
        if resource is None:
            raise A3davError(f"{path} is gone")
        entries = [
            Submitted(ace, protected=False, inherited=False) for ace in changed(entries_of(tx.store.engine, resource))
        ]
        replace_entries(tx.store.engine, resource, accepted(house, resource, entries, ()))
        tx.note(Operation.ACL, resource)
        tx.audit("acl", resource=resource)

    house.transact(ACTOR, work)


def _resource(house: House, path: str) -> Resource:
    resource = house.resolve(parse_path(path.encode()))
    if resource is None or not resource.stored:
        raise A3davError(f"{path} is no calendar, address book, folder, or member of one")
    return resource


def _principal(house: House, name: str) -> Principal:
    if name in CLASSES:
        return Principal(name)
    account = house.store.accounts.by_name(name)
    if account is None:
        raise A3davError(f"there is no account {name!r}; see: a3dav user list, a3dav group list")
    return Principal(ACCOUNT, account.id)


def _privilege(house: House, name: str) -> str:
    known = {split_clark(entry.name)[1]: entry.name for entry in house.privilege_table.values() if not entry.abstract}
    if name not in known:
        raise A3davError(f"there is no privilege {name!r}; there are: {', '.join(known)}")
    return known[name]
