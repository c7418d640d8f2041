"""The addressbook-multiget report (RFC 6352 §8.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.exchange import Response
from a3dav.headers import minimal
from a3dav.multiget import hrefs_of, multiget
from a3dav.query import wanted_of
from a3dav.xml.reading import Element
from a3dav_carddav.address_data import wanted_data

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

PARTIAL_CARD_MICROSECONDS = 60


def addressbook_multiget(exchange: Exchange, body: Element) -> Response:
    wanted_data(body)
    return multiget(exchange, body, wanted_of(body, minimal=minimal(exchange.request)))


def multiget_cost(exchange: Exchange, body: Element) -> int:
    """Whole cards are copied, a piece at a time; parts of cards have to be parsed."""
    return PARTIAL_CARD_MICROSECONDS * len(hrefs_of(exchange, body)) if wanted_data(body).properties else 0
