"""The report acl-principal-prop-set (RFC 3744 §9.2): properties of the principals that a list names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, Forbidden
from a3dav.exchange import Response
from a3dav.headers import depth
from a3dav.query import Wanted, multistatus, responses, status_response, wanted_of
from a3dav.refusals import need
from a3dav.resources import Path, Resource
from a3dav.storage.store import PAGE
from a3dav.visibility import principal
from a3dav.xml.names import dav
from a3dav.xml.reading import Element
from a3dav.xml.writing import error_element
from a3dav_acl.conditions import OWNERS
from a3dav_acl.entries import PROPERTY, Principal
from a3dav_acl.method import lists_of
from a3dav_acl.privileges import READ
from a3dav_acl.readers import OWNER, principal_in

if TYPE_CHECKING:
    from a3dav.exchange import Exchange


def acl_principal_prop_set(exchange: Exchange, body: Element) -> Response:
    resource = exchange.resource
    if READ not in exchange.privileges:
        raise need(resource.path, "read", collection=resource.collection)
    if depth(exchange.request, default=0) != 0:
        raise BadRequest("acl-principal-prop-set takes Depth 0")
    if len([child for child in body if child.tag == dav("prop")]) > 1:
        raise BadRequest("acl-principal-prop-set takes one DAV:prop")
    named = _named(exchange, resource)
    most = exchange.house.settings.principals.max_matches
    if len(named) > most:
        raise Forbidden(f"the list names more than {most} principals", condition=dav("number-of-matches-within-limits"))
    return multistatus(exchange, _rows(exchange, named, wanted_of(body)))


def _named(exchange: Exchange, resource: Resource) -> list[Resource]:
    """Each principal once, in the order of the list."""
    own, inherited = lists_of(exchange.house, resource)
    principals = [ace.principal for ace in (OWNERS, *own, *inherited)]
    ids = dict.fromkeys(found for entry in principals if (found := _account_of(exchange, resource, entry)))
    return [principal(account) for account in exchange.accounts(ids) if account is not None]


def _account_of(exchange: Exchange, resource: Resource, entry: Principal) -> bytes:
    if entry.kind != PROPERTY:
        return entry.account_id
    if entry.property == OWNER:
        return resource.account_id
    stored = exchange.stored([resource])[resource.id].get(entry.property)
    return _at(exchange, principal_in(stored)) if stored else b""


def _at(exchange: Exchange, path: Path | None) -> bytes:
    found = exchange.house.resolve(path) if path else None
    return found.id if found is not None and found.id == found.account_id else b""


def _rows(exchange: Exchange, named: Sequence[Resource], wanted: Wanted) -> Iterator[bytes]:
    for start in range(0, len(named), PAGE):
        page = named[start : start + PAGE]
        seen = exchange.house.readable(exchange.actor, page)
        hidden = [one for one in page if one not in seen]
        yield b"".join(responses(exchange, seen, wanted)) + b"".join(
            status_response(one.path, True, 403, error_element(need(one.path, "read", collection=True)))
            for one in hidden
        )
