"""What was found for the head of a request, for others like it: most of what a client asks, it has asked before.

To what a head leads, with which rights and by which method, follows from the head, from who asks, from the facts that
hold (`standing`) and from the row of the target. Where it follows from more, nothing is kept. What is made of a body
behind such a head is kept with it.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.answers import METHODS, counts_of, key_of
from a3dav.exchange import Reading
from a3dav.resources import mount
from a3dav.xml.reading import Element, read_xml

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Key
    from a3dav.principals import Identity
    from a3dav.registries import Method
    from a3dav.resources import Resource
    from a3dav.standing import Facts
    from a3dav.storage.engine import Row

MOST_BYTES = 16 * 2**20
"""What is kept at most under one generation, about; beyond, all is forgotten and begins anew."""
LONGEST_HEAD, LONGEST_BODY = 2_000, 4_096
MOST_BODIES = 16
"""Those of one head; a client that turns the pages of a year asks for twelve months."""
WAY_BYTES, BODY_BYTES, BYTES_OF_ONE = 2_000, 1_000, 10
"""What a way and a body take beside their texts, and the document of a body for each of its bytes."""


@dataclass(slots=True, frozen=True)
class Way:
    """What `enter` found, what it followed from, and by bodies what was read of them and what answers follow from."""

    identity: Identity
    holder: Resource
    row: Row
    target: Resource
    privileges: frozenset[str]
    method: Method
    heard: dict[bytes, Reading]
    keys: dict[bytes, Key | None] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        return type(None), ()  # other processes do without


class Ways(dict[Hashable, Way]):
    """The ways under one generation."""

    size = 0

    def make_room(self, size: int) -> None:
        self.size += size
        if self.size > MOST_BYTES:
            self.clear()
            self.size = size


def ways_under(facts: Facts) -> Ways:
    found: Ways | None = facts.get(Ways)
    return facts.setdefault(Ways, Ways()) if found is None else found


def known(exchange: Exchange) -> Method | None:
    """Fills in what a head like this one led to, if it does so still."""
    facts = exchange.facts
    if facts is None or exchange.request.method not in METHODS:
        return None
    way = ways_under(facts).get(_head(exchange))
    if way is None or way.identity is not exchange.identity:
        return None
    row = exchange.store.row_of(way.holder, exchange.path[-1])
    if row != way.row:
        return None
    exchange.target, exchange.privileges, exchange.way = way.target, way.privileges, way
    return way.method


def kept(exchange: Exchange, method: Method) -> Method:
    """Keeps what was found, where it follows from nothing else."""
    facts, target, identity = exchange.facts, exchange.target, exchange.actor
    if facts is None or target is None or exchange.request.method not in METHODS or method.early is not None:
        return method
    head = _head(exchange)
    if head is None or not exchange.house.lenses.are_clear(identity, target):
        return method
    holder = exchange.house.holder(exchange.path)
    if holder is None:
        return method
    row = _row_of(exchange, target, holder)
    if row is not None:
        ways = ways_under(facts)
        ways.make_room(WAY_BYTES + len(exchange.request.raw_path))
        before = ways.get(head)  # of the target as it was, under a head that said the same
        heard = before.heard if before is not None and before.target.kind == target.kind else {}
        exchange.way = ways[head] = Way(identity, holder, row, target, exchange.privileges, method, heard)
    return method


def _row_of(exchange: Exchange, target: Resource, holder: Resource) -> Row | None:
    """The row that a target was made of, if it was made of nothing else and if that alone says who may have it."""
    if not target.stored or target.mounted is not None or exchange.house.types[target.kind].judged_by_content:
        return None
    if len(exchange.path) < 3 or not holder.stored:
        return None
    row = exchange.store.row_of(holder, exchange.path[-1])
    return row if row is not None and bytes(row[0]) == target.id else None


def _head(exchange: Exchange) -> Hashable:
    """All of a head that counts; None for one too long to be kept."""
    request = exchange.request
    told = counts_of(request)
    if len(told) > LONGEST_HEAD:
        return None
    place = (request.method, request.raw_path, request.query, request.scheme, request.hosts, mount.get())
    return (id(exchange.identity), *place, told)


def read_before(exchange: Exchange) -> None:
    """Fills in what was read of such a body behind such a head, and what the answer follows from (`answers.key_of`)."""
    way, body, facts = exchange.way, exchange.request.body, exchange.facts
    if way is None or facts is None or body.file is not None or body.length > LONGEST_BODY:
        exchange.key = key_of(exchange)
        return
    if not exchange.store.engine.reads_wait:  # elements of a document stay with the thread that read it
        exchange.reading = way.heard.get(body.data) or _kept_reading(exchange, way, facts)
    try:
        exchange.key = way.keys[body.data]
    except KeyError:
        if len(way.keys) >= MOST_BODIES:
            way.keys.clear()
        ways_under(facts).make_room(BODY_BYTES + body.length)
        exchange.key = way.keys[body.data] = key_of(exchange)


def _kept_reading(exchange: Exchange, way: Way, facts: Facts) -> Reading:
    body = exchange.request.body
    if len(way.heard) >= MOST_BODIES:  # of tokens, say, that nobody shows again
        way.heard.clear()
    ways_under(facts).make_room(BODY_BYTES + body.length * BYTES_OF_ONE)
    way.heard[body.data] = exchange.reading
    return exchange.reading


def document_of(exchange: Exchange) -> Element:
    """The XML document of the body; whoever gets it changes nothing in it."""
    document = exchange.reading.document
    if document is not None:
        return document
    limits, sent = exchange.house.settings.limits, exchange.request.body.read()
    document = read_xml(sent, max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    exchange.reading.document = document
    return document
