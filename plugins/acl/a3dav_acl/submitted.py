"""The body of an ACL request: entries as a client wrote them (RFC 3744 §5.5, §8.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, Forbidden, NotFound
from a3dav.headers import href_path
from a3dav.principals import PRINCIPAL_KINDS
from a3dav.resources import Resource
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


def submitted(exchange: Exchange, body: Element, known: Collection[bytes]) -> list[Submitted]:
    """The entries of a body; `known` are accounts that stand in the list already, whoever sees them."""
    if body.tag != dav("acl"):
        raise BadRequest(f"ACL takes an acl, not {body.tag}")
    elements = list(body.iterchildren(dav("ace")))
    principals = _accounts(exchange, (text_of(found) for e in elements for found in e.iter(dav(ACCOUNT))), known)
    return [_entry(element, principals) for element in elements]


def _accounts(exchange: Exchange, hrefs: Iterable[str], known: Collection[bytes]) -> dict[str, bytes]:
    """The accounts that hrefs name, as far as the client may see them."""
    found = {text: _resolved(exchange, text) for text in dict.fromkeys(hrefs)}
    principals = {text: r for text, r in found.items() if r is not None and r.kind in PRINCIPAL_KINDS}
    seen = {r.id for r in exchange.house.readable(exchange.actor, list(principals.values()))}
    return {text: r.id for text, r in principals.items() if r.id in seen or r.id in known}


def _resolved(exchange: Exchange, text: str) -> Resource | None:
    try:
        return exchange.house.resolve(href_path(text, exchange.request))
    except NotFound:
        return None


def _entry(element: Element, accounts: Mapping[str, bytes]) -> Submitted:
    about = _one(element, {dav("principal"), dav("invert")})
    inverted = about.tag == dav("invert")
    principal = _one(about, {dav("principal")}) if inverted else about
    verdict = _one(element, {dav("grant"), dav("deny")})
    ace = Ace(_principal(principal, accounts), verdict.tag == dav("grant"), tuple(_privileges(verdict)), inverted)
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


def _principal(element: Element, accounts: Mapping[str, bytes]) -> Principal:
    found = _one(element, _PRINCIPALS)
    if found.tag == dav(ACCOUNT):
        text = text_of(found)
        if text not in accounts:
            raise Forbidden(f"{text[:200]} is not the URL of a principal", condition=dav("recognized-principal"))
        return Principal(ACCOUNT, accounts[text])
    if found.tag == dav(PROPERTY):
        if len(found) != 1:
            raise BadRequest(f"DAV:property holds the name of one property, not {len(found)}")
        return Principal(PROPERTY, property=str(found[0].tag))
    return Principal(_PLAIN[str(found.tag)])
