"""Answers that were given before, kept for as long as nothing changes that they tell.

An answer about a stored collection, and about what is in it, follows from the request, from who asks, from the
generation of the store and from the two counters of the collection. They are the key, so that whatever changed is a
miss; rights, conditions and locks are decided before anybody looks here.

The worker keeps all of them. Those that take more work than to be fetched are shared with the other workers, and those
that take long with the servers of other hosts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING

from a3dav.caches.frames import Told, framed, unframed
from a3dav.errors import ServiceUnavailable
from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.resources import mount
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child
from a3dav.xml.writing import serialise

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Key, Request
    from a3dav.resources import Resource

FORM = 2
"""Of what others keep, too: what another release kept in another form is not found."""
LARGEST_QUESTION = 64 * 1024
LARGEST_ANSWER = 4 * 1024 * 1024
_CONDITIONAL = frozenset({"if", "if-match", "if-unmodified-since"})
"""Headers by which a request can fail; whether something is another version than the client has, the key tells."""
_KEPT = {"GET": frozenset({200, 304}), "PROPFIND": frozenset({207}), "REPORT": frozenset({207})}
METHODS = frozenset(_KEPT)
_SAYS_NOTHING = frozenset(
    {
        "accept-encoding", "authorization", "cache-control", "connection", "content-length", "cookie", "date", "expect",
        "forwarded", "pragma", "proxy-authorization", "te", "traceparent", "tracestate", "x-forwarded-for",
        "x-request-id",
    }
)  # fmt: skip
"""Headers from which no property and no report takes anything."""


def question(exchange: Exchange, body: bytes) -> bytes:
    """A digest of who asks what: all of a request but its path, with what counts of its body.

    It is empty where nothing is kept.
    """
    request, identity, house = exchange.request, exchange.actor, exchange.house
    generation = house.standing.generation
    if not generation or not (house.memory or house.shared or house.remote):
        return b""
    place = (generation, request.method, mount.get(), request.query, request.scheme, *request.hosts)
    head = "\n".join((*place, identity.scope, counts_of(request))).encode("utf-8", "surrogateescape")
    return blake2b(b"%d:%b%b%b" % (len(head), head, identity.account.id, body), digest_size=16).digest()


def counts_of(request: Request) -> str:
    return request.usual.counted if request.usual is not None else counted(request.headers)


def counted(headers: Mapping[str, str]) -> str:
    """What answers may follow from of the headers of a request."""
    return "\n".join(f"{name}:{value}" for name, value in headers.items() if name not in _SAYS_NOTHING)


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


def known(exchange: Exchange) -> Response | None:
    house, key = exchange.house, exchange.key
    found: Told | None = house.memory.get(key)
    if found is None and house.shared and _is_shared(exchange):
        frame = house.shared.get(_name(exchange))
        if frame is not None:
            found = unframed(frame)
            house.memory.put(key, found, len(frame))
    return None if found is None else _response(found, key)


def from_afar(exchange: Exchange) -> Steps[Response | None]:
    """For an answer that takes long: what a server of another host worked out, if one did."""
    remote = exchange.house.remote
    if exchange.key is None or remote is None or not remote.usable:
        return None
    try:
        frame = yield Step(Lane.WAIT, remote.get, (_name(exchange),))
    except ServiceUnavailable:
        frame = None  # so many others wait that working it out is quicker
    exchange.dear = frame is None
    return None if frame is None else _response(unframed(frame))


def _response(told: Told, key: Key | None = None) -> Response:
    status, body, headers, content_type = told
    return Response(status, body, list(headers), content_type, key, complete=True)


def _is_shared(exchange: Exchange) -> bool:
    """Whether an answer takes more work than to be fetched: one about the members of a collection."""
    request = exchange.request
    return exchange.resource.collection and (request.method == "REPORT" or request.header("depth") != "0")


def _name(exchange: Exchange) -> bytes:
    """What stands for the key where others keep answers, too."""
    told = repr((FORM, exchange.store.epoch, exchange.key))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def kept(exchange: Exchange, response: Response) -> Response:
    """The same answer, which is kept once it was drawn to its end and if it told nothing but what the key says."""
    if isinstance(response.body, Iterator):
        told = (response.status, b"", tuple(response.headers), response.content_type)
        response.body = _recorded(exchange, told, response.body)
    elif isinstance(response.body, bytes):
        _keep(exchange, (response.status, response.body, tuple(response.headers), response.content_type))
    return response


def _recorded(exchange: Exchange, told: Told, body: Iterator[bytes]) -> Iterator[bytes]:
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
        _keep(exchange, (told[0], b"".join(pieces), *told[2:]))


def _keep(exchange: Exchange, told: Told) -> None:
    if not exchange.steady or told[0] not in _KEPT[exchange.request.method]:
        return
    house, size = exchange.house, len(told[1])
    house.memory.put(exchange.key, told, size)
    if house.shared and house.shared.takes(size) and _is_shared(exchange):
        house.shared.put(_name(exchange), framed(told))
    if house.remote and exchange.dear:
        house.remote.put(_name(exchange), framed(told))
