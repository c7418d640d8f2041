"""The addressbook-multiget report (RFC 6352 §8.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.exchange import Response
from a3dav.multiget import multiget, named_members
from a3dav.query import cost_of, wanted_of
from a3dav.xml.reading import Element
from a3dav_carddav.address_data import wanted_data

if TYPE_CHECKING:
    from a3dav.exchange import Exchange


def addressbook_multiget(exchange: Exchange, body: Element) -> Response:
    wanted_data(body)
    return multiget(exchange, body)


def multiget_cost(exchange: Exchange, body: Element) -> int:
    return cost_of(exchange, named_members(exchange, body), wanted_of(body)) if wanted_data(body) else 0
