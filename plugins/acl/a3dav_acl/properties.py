"""The properties of RFC 3744 §5."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav.query import Withheld
from a3dav.refusals import need
from a3dav.registries import Privilege, Property, Values
from a3dav.resources import Resource, path_href
from a3dav.xml.names import dav
from a3dav.xml.reading import Element
from a3dav.xml.writing import Prefixes, escape, href
from a3dav_acl.conditions import OWNERS, given
from a3dav_acl.entries import ACCOUNT, PROPERTY, Ace, Place, Principal, places_of
from a3dav_acl.policy import effective
from a3dav_acl.privileges import READ_ACL, READ_OWN_PRIVILEGES

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House

Resources = Sequence[Resource]


def current_user_privilege_set(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    """Aggregates and what they contain: some clients look for `write`, some for `write-content`."""
    house = exchange.house
    privileges = house.privileges(exchange.actor, resources)
    rendered = {one: house.standing.recall(("acl.told", one), _granted, house, one) for one in set(privileges)}
    return [
        rendered[granted] if READ_OWN_PRIVILEGES in granted else _withheld(resource, READ_OWN_PRIVILEGES)
        for resource, granted in zip(resources, privileges, strict=True)
    ]


def _granted(house: House, granted: frozenset[str]) -> bytes:
    table = house.privilege_table.values()
    return _privileges(house.prefixes, [one.name for one in table if not one.abstract and one.name in granted])


def _withheld(resource: Resource, privilege: str) -> Withheld:
    return Withheld(need(resource.path, privilege, collection=resource.collection))


def _privileges(prefixes: Prefixes, names: Sequence[str]) -> bytes:
    return b"".join(b"<D:privilege>" + prefixes.element(name) + b"</D:privilege>" for name in names)


def supported_privilege_set(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    table = exchange.house.privilege_table.values()
    rendered = _supported(exchange.house.prefixes, table, "")
    return [rendered] * len(resources)


def _supported(prefixes: Prefixes, table: Sequence[Privilege], parent: str) -> bytes:
    return b"".join(
        b"<D:supported-privilege>"
        + _privileges(prefixes, [entry.name])
        + (b"<D:abstract/>" if entry.abstract else b"")
        + b'<D:description xml:lang="en">' + escape(entry.description) + b"</D:description>"
        + _supported(prefixes, table, entry.name)
        + b"</D:supported-privilege>"
        for entry in table
        if entry.parent == parent
    )  # fmt: skip


def acl(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    """The protected entry of the owner, those of the resource itself, and those of the collections above it."""
    granted = exchange.house.privileges(exchange.actor, resources)
    legible = [resource for resource, mine in zip(resources, granted, strict=True) if READ_ACL in mine]
    places = places_of(exchange.store.engine, [resource for resource in legible if resource.stored])
    accounts = exchange.store.accounts.by_ids(_named(places))
    return [
        b"".join(_entries(exchange.house, resource, places, accounts))
        if READ_ACL in mine
        else _withheld(resource, READ_ACL)
        for resource, mine in zip(resources, granted, strict=True)
    ]


def _named(places: Mapping[bytes, Place]) -> set[bytes]:
    return {ace.principal.account_id for place in places.values() for ace in place.entries} - {b""}


def _entries(
    house: House, resource: Resource, places: Mapping[bytes, Place], accounts: Mapping[bytes, Account]
) -> Iterator[bytes]:
    prefixes = house.prefixes
    yield _entry(prefixes, OWNERS, accounts, b"<D:protected/>")
    path = resource.path
    for place, entries in effective(resource, places):
        source = b"" if place == resource.id else b"<D:inherited>" + href(path_href(path, True)) + b"</D:inherited>"
        # An account may have gone since the lists were read.
        shown = [ace for ace in entries if ace.principal.account_id in {b"", *accounts}]
        yield from (_entry(prefixes, ace, accounts, source) for ace in shown)
        path = path[:-1]
    for ace in given(house, resource):
        yield _entry(prefixes, ace, accounts, b"<D:protected/>")


def _entry(prefixes: Prefixes, ace: Ace, accounts: Mapping[bytes, Account], mark: bytes) -> bytes:
    principal = b"<D:principal>" + _principal(prefixes, ace.principal, accounts) + b"</D:principal>"
    if ace.inverted:
        principal = b"<D:invert>" + principal + b"</D:invert>"
    verdict = dav("grant" if ace.grants else "deny")
    rules = prefixes.element(verdict, _privileges(prefixes, ace.privileges))
    return b"<D:ace>" + principal + rules + mark + b"</D:ace>"


def _principal(prefixes: Prefixes, principal: Principal, accounts: Mapping[bytes, Account]) -> bytes:
    if principal.kind == ACCOUNT:
        return href(path_href(accounts[principal.account_id].path, True))
    content = prefixes.element(principal.property) if principal.kind == PROPERTY else b""
    return prefixes.element(dav(principal.kind), content)


def acl_restrictions(_: Exchange, resources: Resources, __: Element | None) -> Values:
    """Lists may deny, invert and stand in any order, and nobody has to be in them."""
    return [b""] * len(resources)


def inherited_acl_set(_: Exchange, resources: Resources, __: Element | None) -> Values:
    """Nothing: lists of collections go on below these as inherited entries, and no further list has to agree."""
    return [b""] * len(resources)


def group(_: Exchange, resources: Resources, __: Element | None) -> Values:
    """Resources belong to an account and to no group."""
    return [b""] * len(resources)


# RFC 3744 §5: none of them belongs into allprop.
PROPERTIES = (
    Property(dav("current-user-privilege-set"), current_user_privilege_set, steady=True),
    Property(dav("supported-privilege-set"), supported_privilege_set, steady=True),
    Property(dav("acl"), acl, steady=True),
    Property(dav("acl-restrictions"), acl_restrictions, steady=True),
    Property(dav("inherited-acl-set"), inherited_acl_set, steady=True),
    Property(dav("group"), group, steady=True),
)
