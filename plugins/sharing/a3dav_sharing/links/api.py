"""Links of one's own as JSON, under /api/links; refusals are problem details (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from a3dav.errors import BadRequest, ContentTooLarge, NotFound, UnsupportedMediaType
from a3dav.exchange import Exchange, Request, Response
from a3dav.headers import href_path
from a3dav.lanes import BodyWanted, Lane, Step, Steps
from a3dav.registries import Route
from a3dav.resources import Resource, path_href
from a3dav.rest import json_answer, not_allowed, with_problems
from a3dav.storage.transaction import Transaction
from a3dav.writing import actor_of
from a3dav_sharing.links import kept
from a3dav_sharing.links.kept import Link
from a3dav_sharing.links.serving import absolute, href_of

PLACE = "/api/links"
MOST_BYTES = 16 * 1024
MOST_DAYS = 36_500
_KNOWN = {"collection": str, "access": str, "label": str, "days": int}


def _act(exchange: Exchange) -> Steps[Response]:
    request = exchange.request
    name = request.raw_path.partition(b"?")[0][len(PLACE) :].strip(b"/").decode("ascii", "replace")
    allowed = ("DELETE",) if name else ("GET", "HEAD", "POST")
    if request.method not in allowed:
        raise not_allowed(*allowed)
    if request.method == "POST":
        return (yield from _create(exchange))
    if request.method == "DELETE":
        return (yield from _revoke(exchange, name))
    found = yield Step(Lane.READ, _listed, (exchange,))
    return json_answer({"links": found})


def _listed(exchange: Exchange) -> list[dict[str, Any]]:
    house = exchange.house
    links = kept.of_account(house, exchange.actor.account.id)
    found = [(link, house.store.resource(link.collection_id)) for link in links]
    return [as_json(link, collection) for link, collection in found if collection is not None]


def as_json(link: Link, collection: Resource) -> dict[str, Any]:
    """Times are milliseconds since 1970, null where there is none; of its last use a link knows the day."""
    return {
        "id": link.id.hex(), "collection": collection.href, "access": link.access, "label": link.label,
        "created": link.created, "expires": link.expires or None, "used": link.used_day * kept.DAY_MS or None,
        "published": bool(link.token),
    }  # fmt: skip


def _create(exchange: Exchange) -> Steps[Response]:
    request = exchange.request
    if request.header("content-type").partition(";")[0].strip().lower() != "application/json":
        raise UnsupportedMediaType("send application/json")  # which no form of another site can
    request.body = yield BodyWanted(MOST_BYTES, ContentTooLarge(f"more than {MOST_BYTES} bytes"))
    given = _given(request)
    collection = yield Step(Lane.READ, _collection, (exchange, given["collection"]))
    work = partial(
        _made, house=exchange.house, collection=collection, access=given.get("access", "read"),
        label=given.get("label", ""), days=given.get("days", 0),
    )  # fmt: skip
    link, token = yield Step(Lane.WRITER, _transacted, (exchange, work))
    told = as_json(link, collection) | {"url": absolute(request, href_of(token))}
    place = path_href((*PLACE.strip("/").split("/"), link.id.hex()), False)
    return json_answer(told, 201).with_header("Location", place)


def _made(tx: Transaction, **wanted: Any) -> tuple[Link, str]:
    tx.lock_accounts(wanted["collection"].account_id)
    made = kept.create(tx, **wanted)
    tx.audit("link", resource=wanted["collection"])
    return made


def _transacted(exchange: Exchange, work: Callable[[Transaction], Any]) -> Any:
    tx = Transaction(exchange.store, actor_of(exchange.actor, exchange.request.id))
    result = work(tx)
    tx.finish()
    return result


def _given(request: Request) -> dict[str, Any]:
    try:
        given = json.loads(request.body.read())
    except (ValueError, RecursionError) as error:
        raise BadRequest("the body is not JSON") from error
    if not isinstance(given, dict) or not given.keys() <= _KNOWN.keys() or "collection" not in given:
        raise BadRequest(f"the body is an object with collection, and others of {', '.join(_KNOWN)}")
    wrong = [name for name, value in given.items() if type(value) is not _KNOWN[name]]
    if wrong or not 0 <= given.get("days", 0) <= MOST_DAYS:
        raise BadRequest(f"{', '.join(wrong) or 'days'} cannot be that")
    return given


def _collection(exchange: Exchange, href: str) -> Resource:
    """What is one's own; everything else is not there."""
    found = exchange.house.resolve(href_path(href, exchange.request))
    if found is None or not found.collection or found.account_id != exchange.actor.account.id:
        raise NotFound("there is no such collection of yours")
    return found


def _revoke(exchange: Exchange, name: str) -> Steps[Response]:
    links = yield Step(Lane.READ, kept.of_account, (exchange.house, exchange.actor.account.id))
    link = next((link for link in links if link.id.hex() == name), None)
    if link is None or not (yield Step(Lane.WRITER, _transacted, (exchange, partial(_revoked, link=link)))):
        raise NotFound("there is no such link of yours")
    return Response(204)


def _revoked(tx: Transaction, link: Link) -> bool:
    tx.lock_accounts(link.account_id)
    gone = kept.revoke(tx, link)
    tx.audit("link-revoked", resource=tx.store.resource(link.collection_id))
    return gone


ROUTE = Route(PLACE, with_problems(_act), public=False, below=True, scopes=("sharing", "dav"))
