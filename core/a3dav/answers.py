"""Answers that were given before, kept for as long as nothing changes that they tell.

An answer about a stored collection, and about what is in it, follows from the request, from who asks, from the
generation of the store and from the two counters of the collection. They are the key, so that whatever changed is a
miss; rights, conditions and locks are decided before anybody looks here.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING

from a3dav.exchange import Response
from a3dav.resources import Path, mount
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child
from a3dav.xml.writing import serialise

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.resources import Resource

Key = tuple[str, bytes, Path, bytes, int, int, str]
Head = tuple[int, tuple[tuple[str, str], ...], str]
METHODS = frozenset({"GET", "PROPFIND", "REPORT"})
LARGEST_QUESTION = 64 * 1024
LARGEST_ANSWER = 4 * 1024 * 1024
_CONDITIONAL = frozenset({"if", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since"})
_SAYS_NOTHING = frozenset(
    {
        "accept-encoding", "authorization", "cache-control", "connection", "content-length", "cookie", "date", "expect",
        "forwarded", "pragma", "te", "traceparent", "tracestate", "x-forwarded-for", "x-request-id",
    }
)  # fmt: skip
"""Headers from which no property and no report takes anything."""


def question(exchange: Exchange, body: bytes) -> bytes:
    """A digest of who asks what: all of a request but its path, with what counts of its body.

    It is empty where nothing is kept.
    """
    request, identity, facts = exchange.request, exchange.actor, exchange.house.standing.facts()
    if facts is None or not exchange.house.memory:
        return b""
    told = [f"{name}:{value}" for name, value in request.headers.items() if name not in _SAYS_NOTHING]
    place = [facts.generation, request.method, mount.get(), request.query, request.scheme, *request.hosts]
    head = "\n".join([*place, identity.scope, *told]).encode("utf-8", "surrogateescape")
    return blake2b(b"%d:%b%b%b" % (len(head), head, identity.account.id, body), digest_size=16).digest()


def about_properties(exchange: Exchange, report: Element) -> bytes:
    """The question of a report whose DAV:prop alone decides what it tells of a resource."""
    wanted = child(report, dav("prop"))
    return b"" if wanted is None else question(exchange, serialise(wanted))


def key_of(exchange: Exchange) -> Key | None:
    """What the answer to a request about its target follows from; None where it may follow from more."""
    request, target = exchange.request, exchange.target
    if request.method not in METHODS or target is None or not target.stored:
        return None
    if request.method == "GET" and target.collection:
        return None  # what is made for a person to read, or of many objects
    if request.body.file is not None or request.body.length > LARGEST_QUESTION:
        return None
    if not _CONDITIONAL.isdisjoint(request.headers) or not _counts_for_all(exchange, target):
        return None
    asked = question(exchange, request.body.data)
    if not asked:
        return None
    return ("answer", asked, target.path, target.id, target.counter, target.content_counter, target.etag)


def _counts_for_all(exchange: Exchange, target: Resource) -> bool:
    """Whether the counters of a resource change with everything below it."""
    house = exchange.house
    if not target.collection or not house.types[target.kind].collections:
        return True
    if target.id != target.home_id:
        return False  # what is in a folder of a folder counts for the inner one, and for the home
    return not house.store.mounts_of(target)


def known(exchange: Exchange, key: Key) -> Response | None:
    found = exchange.house.memory.get(key)
    if found is None:
        return None
    status, body, headers, content_type = found
    return Response(status, body, list(headers), content_type)


def kept(exchange: Exchange, key: Key, response: Response) -> Response:
    """The same answer, which is kept once it was drawn to its end and if it told nothing but what the key says."""
    head = (response.status, tuple(response.headers), response.content_type)
    if isinstance(response.body, Iterator):
        response.body = _recorded(exchange, key, head, response.body)
    elif isinstance(response.body, bytes):
        _keep(exchange, key, head, response.body)
    return response


def _recorded(exchange: Exchange, key: Key, head: Head, body: Iterator[bytes]) -> Iterator[bytes]:
    pieces: list[bytes] = []
    size = 0
    for piece in body:
        yield piece
        size += len(piece)
        if size <= LARGEST_ANSWER:
            pieces.append(piece)
        else:
            pieces.clear()
    if size <= LARGEST_ANSWER:
        _keep(exchange, key, head, b"".join(pieces))


def _keep(exchange: Exchange, key: Key, head: Head, body: bytes) -> None:
    status, headers, content_type = head
    if exchange.steady and status == (200 if exchange.request.method == "GET" else 207):
        exchange.house.memory.put(key, (status, body, headers, content_type), len(body))
