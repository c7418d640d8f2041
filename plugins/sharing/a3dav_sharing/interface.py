"""/api/sharing: GET tells who sees what, POST changes what one shares; refusals are problem details (RFC 9457)."""

from __future__ import annotations

import json
from functools import partial

from a3dav.errors import BadRequest, ContentTooLarge, Denied, NotFound, UnsupportedMediaType
from a3dav.exchange import Exchange, Request, Response
from a3dav.headers import href_path
from a3dav.lanes import BodyWanted, Lane, Step, Steps
from a3dav.parameters import parameters
from a3dav.principals import Account, Role
from a3dav.registries import Route
from a3dav.rest import json_answer, not_allowed, with_problems
from a3dav_sharing.documents import MOST_WORDS, Wish, fulfil
from a3dav_sharing.names import SHAREABLE
from a3dav_sharing.overview import overview
from a3dav_sharing.sharees import among_seen, sharee
from a3dav_sharing.shares import ACCESSES

PATH = "/api/sharing"
MOST_BYTES = 16 * 1024
NOTHING = "none"
_KNOWN = {"collection", "sharee", "access", "summary"}


def _act(exchange: Exchange) -> Steps[Response]:
    method = exchange.request.method
    if method not in {"GET", "HEAD", "POST"}:
        raise not_allowed("GET", "HEAD", "POST")
    if method == "POST":
        return (yield from _change(exchange))
    account: Account = yield Step(Lane.READ, _subject, (exchange,))
    told = yield Step(Lane.READ, overview, (exchange.house, account))
    return json_answer(told)


def _subject(exchange: Exchange) -> Account:
    """Oneself; administrators may name somebody else."""
    me, asked = exchange.actor.account, parameters(exchange.request, {"account": None}).get("account", "")
    if not asked or asked == me.name:
        return me
    if me.role is not Role.ADMIN:
        raise Denied("administrators alone see what others share")
    found = exchange.house.store.accounts.by_name(asked)
    if found is None:
        raise NotFound(f"there is no account {asked[:80]!r}")
    return found


def _change(exchange: Exchange) -> Steps[Response]:
    request = exchange.request
    if request.header("content-type").partition(";")[0].strip().lower() != "application/json":
        raise UnsupportedMediaType("send application/json")  # which no form of another site can
    request.body = yield BodyWanted(MOST_BYTES, ContentTooLarge(f"more than {MOST_BYTES} bytes"))
    wish = yield Step(Lane.READ, _wish, (exchange, _given(request)))
    yield from fulfil(exchange, [wish])
    told = yield Step(Lane.READ, overview, (exchange.house, exchange.actor.account))
    return json_answer(told)


def _given(request: Request) -> dict[str, str]:
    try:
        given = json.loads(request.body.read())
    except (ValueError, RecursionError) as error:
        raise BadRequest("the body is not JSON") from error
    texts = isinstance(given, dict) and all(isinstance(value, str) for value in given.values())
    if not texts or not given.keys() <= _KNOWN or not {"collection", "sharee", "access"} <= given.keys():
        raise BadRequest("the body is an object of texts: collection, sharee, access, and perhaps summary")
    if given["access"] not in {*ACCESSES, NOTHING}:
        raise BadRequest(f"access is one of {', '.join((*ACCESSES, NOTHING))}")
    if len(given.get("summary", "")) > MOST_WORDS:
        raise BadRequest(f"a summary has {MOST_WORDS} characters at most")
    found: dict[str, str] = given
    return found


def _wish(exchange: Exchange, given: dict[str, str]) -> Wish:
    """Makes the collection, which is one's own, the target of the exchange."""
    house, path = exchange.house, href_path(given["collection"], exchange.request)
    found = house.resolve(path)
    mine = found is not None and found.account_id == exchange.actor.account.id
    if found is None or not mine or not any(house.types.is_a(found.kind, kind) for kind in SHAREABLE):
        raise NotFound("there is no such calendar or address book of yours")
    exchange.path, exchange.target, exchange.parent = path, found, house.resolve(path[:-1])
    access = "" if given["access"] == NOTHING else given["access"]
    words = " ".join(given.get("summary", "").split())
    return Wish(_sharee(exchange, given["sharee"]), access, words)


def _sharee(exchange: Exchange, text: str) -> Account:
    """By name, or as sharing by XML names people."""
    house, actor = exchange.house, exchange.actor
    if {":", "/"} & set(text):
        return sharee(house, actor, text, partial(href_path, request=exchange.request))
    return among_seen(house, actor, house.store.accounts.by_name(text), text)


ROUTE = Route(PATH, with_problems(_act), public=False, scopes=("sharing", "dav"))
