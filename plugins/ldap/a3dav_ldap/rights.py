"""Everybody who signs in, or some groups, read the address book; nobody writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.principals import Identity
from a3dav.registries import Adjustment, Values
from a3dav.resources import Resource, path_href
from a3dav.xml.names import dav
from a3dav.xml.writing import href
from a3dav_ldap import bindings, runs
from a3dav_ldap.names import ADDRESS_BOOKS, BOOK, CARD, HOME

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.xml.reading import Element

NOTHING = Adjustment()
_READING = (dav("read"), dav("read-current-user-privilege-set"))
_WRITING = tuple(map(dav, ("write", "write-content", "write-properties", "write-acl", "bind", "unbind", "all")))


def adjustments(house: House, identity: Identity, resources: Sequence[Resource]) -> list[Adjustment] | None:
    if not any(resource.kind in {BOOK, CARD, HOME} for resource in resources):
        return None
    book_id, owner_id = _book(house)
    if not book_id or not any(resource.account_id == owner_id for resource in resources):
        return None
    given = Adjustment(_granted(house, identity), frozenset(_WRITING))
    return [given if _is_ours(resource, book_id, owner_id) else NOTHING for resource in resources]


def _book(house: House) -> tuple[bytes, bytes]:
    return house.standing.recall(("ldap", "book"), runs.book_of, house.store)


def _is_ours(resource: Resource, book_id: bytes, owner_id: bytes) -> bool:
    if resource.account_id != owner_id:
        return False
    return book_id in {resource.id, resource.parent_id} or resource.kind == HOME


def _granted(house: House, identity: Identity) -> frozenset[str]:
    if not may_read(house, identity):
        return frozenset()
    contained = house.privilege_table.contained_in
    return frozenset().union(*(contained(name) for name in _READING))


def may_read(house: House, identity: Identity) -> bool:
    readers = house.section("ldap").address_book_readers
    if identity.anonymous or not readers:
        return not identity.anonymous
    groups = {group.id for group in house.store.accounts.by_names(readers).values() if group.kind == "group"}
    groups |= {found.account_id for found in bindings.of_names(house.store, "group", readers)}
    return not identity.groups.isdisjoint(groups)


def further_home(exchange: Exchange, principals: Sequence[Resource], requested: Element | None) -> Values:
    """The home of the address book, behind their own, for those who read it (RFC 6352 §7.1.1)."""
    del requested
    house = exchange.house
    book_id, owner_id = _book(house)
    owner = house.store.accounts.by_id(owner_id) if book_id else None
    if owner is None or not may_read(house, exchange.actor):
        return [None] * len(principals)
    home = href(path_href((ADDRESS_BOOKS, owner.name), True))
    return [home if principal.id == exchange.actor.account.id else None for principal in principals]
