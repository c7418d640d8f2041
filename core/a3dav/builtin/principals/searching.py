"""Searches for principals (RFC 3744 §9.4, §9.5), and that of CalendarServer for what a person types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from a3dav.builtin.principals.asking import answered, asked_properties, refuse_depth
from a3dav.builtin.principals.properties import EMAIL_ADDRESSES
from a3dav.errors import BadRequest, InsufficientStorage
from a3dav.exchange import Response
from a3dav.headers import is_number
from a3dav.live_properties import CALENDARSERVER, DISPLAYNAME
from a3dav.principals import PRINCIPAL_KINDS
from a3dav.query import Wanted, multistatus, status_response
from a3dav.registries import Search
from a3dav.resources import Path
from a3dav.storage.conditions import EVERYBODY, MATCH_TYPES, Condition, Match, all_of, any_of, one_of
from a3dav.visibility import principal, seen_by
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child, text_of
from a3dav.xml.writing import CONTENT_TYPE, error_element, escape

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House

TOKEN_SEARCH = f"{{{CALENDARSERVER}}}calendarserver-principal-search"
MOST_CONDITIONS = 100
MOST_CHARACTERS = 1_000
ACCOUNT_NANOSECONDS = 500
MOST_COUNTED = 100_000
OF_CONTEXT = {
    "user": ["user"], "group": ["group"], "resource": ["resource"], "room": ["room"], "location": ["room"],
    "attendee": list(PRINCIPAL_KINDS),
}  # fmt: skip
"""The kinds of principals that a program offers where somebody chooses one."""


def principal_property_search(exchange: Exchange, body: Element) -> Response:
    """All conditions must hold; any of them is enough with CalendarServer's `test="anyof"`."""
    refuse_depth(exchange)
    conditions = [_of_property(exchange.house, name, match) for name, match in _searches(body)]
    if not conditions and child(body, dav("prop")) is None:  # with one, python-caldav asks for everybody
        raise BadRequest("principal-property-search needs a property-search with a prop and a match")
    anyone = body.get("test", "allof") == "anyof"
    return _found(exchange, body, any_of(conditions) if anyone else all_of(conditions))


def token_search(exchange: Exchange, body: Element) -> Response:
    """Principals whose name or address holds every token."""
    refuse_depth(exchange)
    tokens = [text_of(entry) for entry in body.iterchildren(f"{{{CALENDARSERVER}}}search-token")]
    texts = [_bounded(token) for token in tokens if token]
    if not texts or len(texts) > MOST_CONDITIONS:
        raise BadRequest(f"calendarserver-principal-search takes 1 to {MOST_CONDITIONS} search-tokens")
    house = exchange.house
    conditions = [
        any_of(_of_property(house, name, Match(text)) for name in (DISPLAYNAME, EMAIL_ADDRESSES)) for text in texts
    ]
    if body.get("context") in OF_CONTEXT:
        conditions.append(one_of("a.kind", OF_CONTEXT[body.get("context", "")]))
    return _found(exchange, body, all_of(conditions))


def search_cost(exchange: Exchange, body: Element) -> int:
    """Every account is compared with every condition, in the database."""
    conditions = sum(1 for _ in body.iter(dav("match"), f"{{{CALENDARSERVER}}}search-token"))
    return exchange.store.accounts.count(MOST_COUNTED) * (1 + conditions) * ACCOUNT_NANOSECONDS // 1000


def principal_search_property_set(exchange: Exchange, body: Element) -> Response:
    del body
    refuse_depth(exchange)
    prefixes = exchange.house.prefixes
    entries = b"".join(
        b"<D:principal-search-property><D:prop>" + prefixes.element(name)
        + b'</D:prop><D:description xml:lang="en">' + escape(search.description)
        + b"</D:description></D:principal-search-property>"
        for name, search in _searchable(exchange.house).items()
    )  # fmt: skip
    document = prefixes.document(dav("principal-search-property-set"), entries)
    return Response(200, document, content_type=CONTENT_TYPE)


def _searchable(house: House) -> dict[str, Search]:
    return {
        name: entry.search
        for kind in PRINCIPAL_KINDS
        for name, entry in house.properties.of_kind(kind).items()
        if entry.search is not None
    }


def _searches(body: Element) -> list[tuple[str, Match]]:
    found = []
    for entry in body.iterchildren(dav("property-search")):
        prop, match = child(entry, dav("prop")), child(entry, dav("match"))
        if prop is None or not len(prop) or match is None:
            raise BadRequest("a property-search has a prop that names properties, and a match")
        how = match.get("match-type", "contains")
        if how not in MATCH_TYPES:
            raise BadRequest(f"the match-type is one of {', '.join(MATCH_TYPES)}, not {how[:40]!r}")
        text = _bounded(text_of(match))
        found += [(str(wanted.tag), Match(text, how)) for wanted in prop]
    if len(found) > MOST_CONDITIONS:
        raise BadRequest(f"a search names {MOST_CONDITIONS} properties at most, not {len(found)}")
    return found


def _bounded(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise BadRequest(f"a search is for {MOST_CHARACTERS} characters at most")
    return text


def _of_property(house: House, name: str, match: Match) -> Condition:
    """Principals of kinds that have no such property, or none that is searched, do not match (RFC 3744 §9.4)."""
    kinds: dict[Search, list[str]] = {}
    for kind in PRINCIPAL_KINDS:
        entry = house.properties.find(name, kind)
        if entry is not None and entry.search is not None:
            kinds.setdefault(entry.search, []).append(kind)
    return any_of(all_of((one_of("a.kind", some), search.condition(match))) for search, some in kinds.items())


def _found(exchange: Exchange, body: Element, condition: Condition) -> Response:
    everywhere = child(body, dav("apply-to-principal-collection-set")) is not None
    place = EVERYBODY if everywhere else _below(exchange.resource.path)
    condition = all_of((place, seen_by(exchange.house, exchange.actor), condition))
    return multistatus(exchange, _rows(exchange, condition, asked_properties(exchange, body), _limit(exchange, body)))


def _below(path: Path) -> Condition:
    """The accounts whose principals are members, at any depth, of a collection."""
    if path in {(), ("principals",)}:
        return EVERYBODY
    return one_of("a.kind", [kind for kind, folder in PRINCIPAL_KINDS.items() if path == ("principals", folder)])


def _limit(exchange: Exchange, body: Element) -> int:
    """What a client wants at most (an element of CalendarServer, as of others), below our own limit."""
    most = exchange.house.settings.principals.max_matches
    named = next((entry for entry in body if etree.QName(entry).localname == "limit"), None)
    if named is None:
        return most
    text = text_of(next(iter(named), None))
    if not is_number(text) or len(text) > 9:
        raise BadRequest(f"the limit must be a number, not {text[:40]!r}")
    return min(int(text), most)


def _rows(exchange: Exchange, condition: Condition, wanted: Wanted | None, limit: int) -> Iterator[bytes]:
    for page in exchange.store.accounts.pages(condition):
        yield b"".join(answered(exchange, [principal(account) for account in page[:limit]], wanted))
        if len(page) > limit:
            error = InsufficientStorage(condition=dav("number-of-matches-within-limits"))
            yield status_response(exchange.path, exchange.resource.collection, 507, error_element(error))
            return
        limit -= len(page)
