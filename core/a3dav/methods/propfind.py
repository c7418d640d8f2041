"""PROPFIND (RFC 4918 §9.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from a3dav.answers import from_afar, question
from a3dav.errors import BadRequest, Forbidden
from a3dav.exchange import Exchange, Response
from a3dav.headers import INFINITY, depth, minimal, no_root
from a3dav.lanes import Lane, Step, Steps
from a3dav.listings import everyone, is_kept, recalled, recorded
from a3dav.methods.report import CPU_THRESHOLD, on_the_cpu_lane
from a3dav.preconditions import Preconditions
from a3dav.query import Wanted, multistatus, pages_of_responses, wanted_of
from a3dav.resources import Resource
from a3dav.storage.store import PAGE
from a3dav.ways import document_of
from a3dav.xml.names import dav

MANY_NAMES = 8 * 1024
"""Bytes of a body that names more properties than any client does, some hundred."""
MANY_MEMBERS = 200


def propfind(exchange: Exchange) -> Response | Steps[Response]:
    """Answers for the target and, by Depth, its members; a page of members at a time."""
    if exchange.request.body.length > MANY_NAMES:
        return on_the_cpu_lane(exchange, _told)
    looking = exchange.house.lenses.cost(exchange.actor, exchange.resource)
    if looking > CPU_THRESHOLD and depth(exchange.request, default=INFINITY) != 0:
        return on_the_cpu_lane(exchange, _told)
    return _asked_afar(exchange) if _is_long(exchange) else _told(exchange)


def _is_long(exchange: Exchange) -> bool:
    """Whether there are so many members that another host's answer is quicker had than made."""
    if exchange.house.remote is None or exchange.key is None or depth(exchange.request, default=INFINITY) == 0:
        return False
    return exchange.store.count_members(exchange.resource, MANY_MEMBERS) >= MANY_MEMBERS


def _asked_afar(exchange: Exchange) -> Steps[Response]:
    found: Response | None = yield from from_afar(exchange)
    return found or (yield Step(Lane.READ, _told, (exchange,)))


def _told(exchange: Exchange) -> Response:
    wanted = exchange.once_read("propfind.wanted", lambda: _wanted(exchange))
    levels = depth(exchange.request, default=INFINITY)
    if not exchange.resource.collection:
        levels = 0
    limits = exchange.house.settings.limits
    if levels == INFINITY and not limits.depth_infinity:
        raise Forbidden("use Depth 0 or 1", condition=dav("propfind-finite-depth"))
    Preconditions.of(exchange).check(exchange.house, exchange.target)
    response = multistatus(exchange, _parts(exchange, levels, wanted))
    applied = ["return=minimal"] * wanted.minimal + ["depth-noroot"] * (levels != 0 and no_root(exchange.request))
    return response.with_header("Preference-Applied", ", ".join(applied)) if applied else response


def _parts(exchange: Exchange, levels: int, wanted: Wanted) -> Iterator[bytes]:
    if levels != 1 or not is_kept(exchange, wanted):
        yield from pages_of_responses(exchange, _pages(exchange, levels), wanted)
        return
    if not no_root(exchange.request):
        yield from pages_of_responses(exchange, [[exchange.resource]], wanted)
    known = recalled(exchange, wanted, wanted.question, everyone)
    if known is None:
        known = recorded(exchange, wanted, wanted.question, exchange.store.pages(exchange.resource))
    yield from known


def _wanted(exchange: Exchange) -> Wanted:
    lean = minimal(exchange.request)
    data = exchange.request.body.read()
    if not data:
        return Wanted(everything=True, minimal=lean)
    body = document_of(exchange)
    if body.tag != dav("propfind"):
        raise BadRequest(f"PROPFIND takes a propfind, not {body.tag}")
    wanted = wanted_of(body, minimal=lean)
    if not wanted.names and not wanted.everything and not any(child.tag == dav("prop") for child in body):
        raise BadRequest("the propfind asks for nothing")
    wanted.question = question(exchange, data)
    return wanted


def _pages(exchange: Exchange, levels: int) -> Iterator[Sequence[Resource]]:
    if not no_root(exchange.request) or levels == 0:
        yield [exchange.resource]
    if levels != 0:
        yield from _below(exchange, exchange.resource, levels)


def _below(exchange: Exchange, collection: Resource, levels: int) -> Iterator[Sequence[Resource]]:
    for page in member_pages(exchange, collection):
        yield page
        if levels == INFINITY:
            for member in page:
                if member.collection:
                    yield from _below(exchange, member, levels)


def member_pages(exchange: Exchange, collection: Resource) -> Iterator[Sequence[Resource]]:
    """Pages of members, of a stored collection or of one that exists by configuration."""
    if collection.stored:
        yield from exchange.store.member_pages(collection)
        return
    hooks = exchange.house.hooks
    found = hooks.a3dav_members(house=exchange.house, identity=exchange.actor, collection=collection)
    members = iter(found or ())
    while page := list(islice(members, PAGE)):
        yield page
