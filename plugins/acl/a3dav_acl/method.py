"""The method ACL (RFC 3744 §8.1): replaces the entries of one resource that are neither protected nor inherited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.resources import Resource
from a3dav.storage.transaction import Operation, Transaction
from a3dav.writing import WriteContext, perform, write_of
from a3dav.xml.reading import read_xml
from a3dav_acl.conditions import accepted
from a3dav_acl.entries import Ace, places_of, replace_entries
from a3dav_acl.policy import effective
from a3dav_acl.submitted import submitted

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House


def set_acl(exchange: Exchange) -> Steps[Response]:
    entries = yield Step(Lane.READ, _entries, (exchange,))
    resource = exchange.resource
    write = write_of(
        exchange, "acl", exchange.parent or resource, resource.mounted.name if resource.mounted else resource.name
    )
    write.before, write.kind = resource, resource.kind
    yield from perform(write, lambda tx, attempt: _keep(tx, attempt, entries))
    return Response(200)


def _entries(exchange: Exchange) -> list[Ace]:
    limits = exchange.house.settings.limits
    body = read_xml(exchange.request.body.read(), max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    resource = exchange.resource
    own, inherited = lists_of(exchange.house, resource)
    known = {ace.principal.account_id for ace in (*own, *inherited)}
    return accepted(exchange.house, resource, submitted(exchange, body, known), inherited)


def lists_of(house: House, resource: Resource) -> tuple[list[Ace], list[Ace]]:
    """The entries of a resource, and those that it inherits."""
    own: list[Ace] = []
    inherited: list[Ace] = []
    for place, entries in effective(resource, places_of(house.store.engine, [resource])):
        (own if place == resource.id else inherited).extend(entries)
    return own, inherited


def _keep(tx: Transaction, write: WriteContext, entries: list[Ace]) -> None:
    if write.before is None:
        raise LookupError("the resource whose list should change is gone")
    replace_entries(tx.store.engine, write.before, entries)
    tx.note(Operation.ACL, write.before)
    write.after = write.before
