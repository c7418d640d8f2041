"""The addressbook-query report (RFC 6352 §8.6): cards that match a filter, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.answers import question
from a3dav.errors import BadRequest
from a3dav.exchange import Response
from a3dav.headers import INFINITY, MAX_SEGMENTS, depth, minimal
from a3dav.methods.report import CPU_THRESHOLD
from a3dav.query import Wanted, cost_of, multistatus, responses, status_response, wanted_of
from a3dav.resources import Resource
from a3dav.xml.reading import Element, child, text_of
from a3dav_carddav import directory
from a3dav_carddav.address_data import wanted_data
from a3dav_carddav.errors import supported_collation, supported_filter
from a3dav_carddav.names import CARD, DIRECTORY, HOME, carddav
from a3dav_content import card_filters
from a3dav_content.cards import Card
from a3dav_content.errors import ContentError, InvalidFilter, UnsupportedCollation, UnsupportedFilter

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

CARD_MICROSECONDS = 40
MOST_COUNTED = 10_000
TOO_MANY = b"<D:error><D:number-of-matches-within-limits/></D:error>"


def addressbook_query(exchange: Exchange, body: Element) -> Response:
    wanted_data(body)
    wanted = wanted_of(body, minimal=minimal(exchange.request))
    wanted.question = question(exchange, exchange.request.body.read())
    card_filter = _filter(body)
    rows = _rows(exchange, _candidates(exchange, card_filter), card_filter, wanted, _limit(exchange, body))
    return multistatus(exchange, rows)


def _candidates(exchange: Exchange, card_filter: card_filters.CardFilter) -> Iterable[list[Resource]]:
    if exchange.resource.kind == DIRECTORY:
        return directory.pages(exchange, card_filter)
    return _pages(exchange, exchange.resource, _levels(exchange))


def query_cost(exchange: Exchange, body: Element) -> int:
    store, target = exchange.store, exchange.resource
    if target.kind == DIRECTORY:
        return 2 * CARD_MICROSECONDS * directory.candidates(exchange, _filter(body), MOST_COUNTED)
    books = store.members(target) if target.kind == HOME else [target]
    cost = CARD_MICROSECONDS * sum(store.count_members(book, MOST_COUNTED) for book in books)
    if cost > CPU_THRESHOLD or not wanted_data(body):
        return cost
    cards = [card for page in _pages(exchange, target, _levels(exchange)) for card in page]
    return cost + cost_of(exchange, cards, wanted_of(body))


def _filter(body: Element) -> card_filters.CardFilter:
    element = child(body, carddav("filter"))
    if element is None:
        raise BadRequest("an addressbook-query needs a filter; an empty one matches every card")
    try:
        return card_filters.parse(element)
    except UnsupportedCollation as error:
        raise supported_collation(str(error)) from error
    except UnsupportedFilter as error:
        raise supported_filter(str(error)) from error
    except InvalidFilter as error:
        raise BadRequest(f"the filter is not valid: {error}") from error


def _limit(exchange: Exchange, body: Element) -> int | None:
    """The most cards that a directory gives or a client wants."""
    wanted, most = _wanted_limit(body), exchange.house.settings.principals.max_matches
    if exchange.resource.kind != DIRECTORY:
        return wanted
    return most if wanted is None else min(wanted, most)


def _wanted_limit(body: Element) -> int | None:
    """RFC 6352 §10.6."""
    limit = child(body, carddav("limit"))
    if limit is None:
        return None
    text = text_of(child(limit, carddav("nresults")))
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadRequest(f"nresults must be a number, not {text[:40]!r}")
    return int(text)


def _levels(exchange: Exchange) -> int:
    """The scope (RFC 6352 §8.6); without Depth it is 1, since 0 would find nothing in an address book."""
    levels = depth(exchange.request, default=1)
    return MAX_SEGMENTS if levels == INFINITY else levels


def _rows(
    exchange: Exchange,
    pages: Iterable[list[Resource]],
    card_filter: card_filters.CardFilter,
    wanted: Wanted,
    limit: int | None,
) -> Iterator[bytes]:
    left = limit
    for page in pages:
        matching = _matching(exchange, page, card_filter)
        if matching:
            yield b"".join(responses(exchange, matching[:left], wanted))
        if left is not None:
            if len(matching) > left:
                yield status_response(exchange.path, exchange.resource.collection, 507, TOO_MANY)  # §8.6.2
                return
            left -= len(matching)


def _pages(exchange: Exchange, target: Resource, levels: int) -> Iterator[list[Resource]]:
    """The target itself, or the cards so many levels below it."""
    if not target.collection:
        yield [target]
        return
    if levels == 0:
        return
    for page in exchange.store.member_pages(target):
        yield [member for member in page if member.kind == CARD]
        for member in page:
            if member.collection:
                yield from _pages(exchange, member, levels - 1)


def _matching(exchange: Exchange, page: Sequence[Resource], card_filter: card_filters.CardFilter) -> list[Resource]:
    cards = exchange.house.readable(exchange.actor, page)
    if not card_filter.filters:
        return cards
    bodies = exchange.bodies(cards, lost=b"")
    return [card for card, body in zip(cards, bodies, strict=True) if _matches(body, card_filter)]


def _matches(body: bytes, card_filter: card_filters.CardFilter) -> bool:
    try:
        return card_filter.matches(Card.parse(body))
    except ContentError:
        return False  # stored under rules that were wider than those of today
