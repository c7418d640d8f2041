"""What was found for the head of a request, for others like it: most of what a client asks, it has asked before.

To whom a head leads, with which rights and by which method, follows from the head, from who asks, from the facts that
hold (`standing`) and from the row of the target. Where it follows from more, nothing is kept.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.answers import METHODS, counted, key_of
from a3dav.resources import mount

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Key
    from a3dav.principals import Identity
    from a3dav.registries import Method
    from a3dav.resources import Resource
    from a3dav.storage.engine import Row

MOST_WAYS = 10_000
"""What is kept at most under one generation; beyond, all is forgotten and begins anew."""
LONGEST_HEAD = 2_000
MOST_BODIES, LONGEST_BODY = 8, 4_096


@dataclass(slots=True, frozen=True)
class Way:
    """What `enter` found, what it followed from, and the keys of answers by the bodies that came behind such heads."""

    identity: Identity
    holder: Resource
    row: Row
    target: Resource
    privileges: frozenset[str]
    method: Method
    keys: dict[bytes, Key | None] = field(default_factory=dict)


def known(exchange: Exchange) -> Method | None:
    """Fills in what a head like this one led to, if it does so still."""
    facts = exchange.house.standing.facts()
    if facts is None or exchange.request.method not in METHODS:
        return None
    way: Way | None = facts.ways.get(_head(exchange))
    if way is None or way.identity is not exchange.identity:
        return None
    row = exchange.store.row_of(way.holder, exchange.path[-1])
    if row is not way.row and row != way.row:
        return None
    exchange.target, exchange.privileges, exchange.keys = way.target, way.privileges, way.keys
    return way.method


def kept(exchange: Exchange, method: Method) -> Method:
    """Keeps what was found, where it follows from nothing else."""
    facts, target, identity = exchange.house.standing.facts(), exchange.target, exchange.actor
    if facts is None or target is None or exchange.request.method not in METHODS or method.early is not None:
        return method
    head = _head(exchange)
    row = _row_of(exchange, target)
    if row is None or head is None or not exchange.house.lenses.are_clear(identity, target):
        return method
    if len(facts.ways) >= MOST_WAYS:
        facts.ways.clear()
    holder = exchange.house.holder(exchange.path)
    if holder is not None:
        exchange.keys = {}
        facts.ways[head] = Way(identity, holder, row, target, exchange.privileges, method, exchange.keys)
    return method


def _row_of(exchange: Exchange, target: Resource) -> Row | None:
    """The row that a target was made of, if it was made of nothing else and if that alone says who may have it."""
    house, path = exchange.house, exchange.path
    if not target.stored or len(path) < 3 or house.types[target.kind].judged_by_content:
        return None
    holder = house.holder(path)
    if holder is None or not holder.stored or target.mounted is not None:
        return None
    row = exchange.store.row_of(holder, path[-1])
    return row if row is not None and bytes(row[0]) == target.id else None


def _head(exchange: Exchange) -> Hashable:
    """All of a head that counts; None for one too long to be kept."""
    request = exchange.request
    told = request.counted if request.counted is not None else counted(request.headers)
    if len(told) > LONGEST_HEAD:
        return None
    place = (request.method, request.raw_path, request.query, request.scheme, request.hosts, mount.get())
    return (id(exchange.identity), *place, told)


def key(exchange: Exchange) -> Key | None:
    """What the answer follows from (`answers.key_of`)."""
    keys, body = exchange.keys, exchange.request.body
    if keys is None or body.file is not None or body.length > LONGEST_BODY:
        return key_of(exchange)
    try:
        return keys[body.data]
    except KeyError:
        found = key_of(exchange)
        if len(keys) < MOST_BODIES:
            keys[body.data] = found
        return found
