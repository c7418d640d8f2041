"""The body of an ACL request: entries as a client wrote them (RFC 3744 §5.5, §8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, Forbidden, NotFound
from a3dav.headers import href_path
from a3dav.principals import PRINCIPAL_KINDS
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, text_of
from a3dav_acl.entries import ACCOUNT, ALL, AUTHENTICATED, PROPERTY, SELF, UNAUTHENTICATED, Ace, Principal

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

_PLAIN = {dav(name): name for name in (ALL, AUTHENTICATED, UNAUTHENTICATED, SELF)}
_PRINCIPALS = {*_PLAIN, dav(ACCOUNT), dav(PROPERTY)}


@dataclass(slots=True, frozen=True)
class Submitted:
    """An entry, and whether its author took it for one that cannot be changed here."""

    ace: Ace
    protected: bool
    inherited: bool


def submitted(exchange: Exchange, body: Element) -> list[Submitted]:
    if body.tag != dav("acl"):
        raise BadRequest(f"ACL takes an acl, not {body.tag}")
    return [_entry(exchange, element) for element in body.iterchildren(dav("ace"))]


def _entry(exchange: Exchange, element: Element) -> Submitted:
    about = _one(element, {dav("principal"), dav("invert")})
    inverted = about.tag == dav("invert")
    principal = _one(about, {dav("principal")}) if inverted else about
    verdict = _one(element, {dav("grant"), dav("deny")})
    ace = Ace(_principal(exchange, principal), verdict.tag == dav("grant"), tuple(_privileges(verdict)), inverted)
    marks = {child.tag for child in element}
    return Submitted(ace, dav("protected") in marks, dav("inherited") in marks)


def _one(element: Element, names: Iterable[str]) -> Element:
    """The one child of these names; others are ignored (RFC 3744 §10)."""
    found = [child for child in element if child.tag in names]
    if len(found) != 1:
        expected = " or ".join(sorted(name.partition("}")[2] for name in names))
        raise BadRequest(f"{element.tag} holds one {expected}, not {len(found)}")
    return found[0]


def _privileges(verdict: Element) -> Iterator[str]:
    elements = list(verdict.iterchildren(dav("privilege")))
    if not elements:
        raise BadRequest(f"{verdict.tag} names a privilege, one at least")
    for element in elements:
        if len(element) != 1:
            raise BadRequest(f"DAV:privilege holds one element, not {len(element)}")
        yield str(element[0].tag)


def _principal(exchange: Exchange, element: Element) -> Principal:
    found = _one(element, _PRINCIPALS)
    if found.tag == dav(ACCOUNT):
        return Principal(ACCOUNT, _account(exchange, text_of(found)))
    if found.tag == dav(PROPERTY):
        if len(found) != 1:
            raise BadRequest(f"DAV:property holds the name of one property, not {len(found)}")
        return Principal(PROPERTY, property=str(found[0].tag))
    return Principal(_PLAIN[str(found.tag)])


def _account(exchange: Exchange, text: str) -> bytes:
    try:
        resource = exchange.house.resolve(href_path(text, exchange.request))
    except NotFound:
        resource = None
    known = resource is not None and resource.kind in PRINCIPAL_KINDS
    if resource is None or not known or not exchange.house.readable(exchange.actor, [resource]):
        raise Forbidden(f"{text[:200]} is not the URL of a principal", condition=dav("recognized-principal"))
    return resource.id
