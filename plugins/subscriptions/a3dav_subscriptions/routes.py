"""Subscriptions over HTTP, everybody's own: /api/subscriptions."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from a3dav.errors import BadRequest, ContentTooLarge, NotFound
from a3dav.exchange import Body, Exchange, Response
from a3dav.lanes import BodyWanted, Lane, Step, Steps
from a3dav.methods.delete import remove
from a3dav.registries import Route
from a3dav.resources import Resource
from a3dav.rest import json_answer, not_allowed, with_problems
from a3dav.writing import WriteContext, actor_of, perform
from a3dav_subscriptions import feeds
from a3dav_subscriptions.making import subscribe
from a3dav_subscriptions.telling import subscriptions_of, told

if TYPE_CHECKING:
    from a3dav.principals import Identity

PLACE = "/api/subscriptions"
LARGEST = 16 * 1024
KNOWN = {"source", "name", "colour"}
_ID = re.compile(r"([0-9a-f]{32})(/refresh)?", re.ASCII)


def subscriptions(exchange: Exchange) -> Steps[Response]:
    """GET lists, POST makes one of {"source": …}; DELETE of one ends it, POST to its refresh fetches it soon."""
    place = exchange.request.raw_path.partition(b"?")[0][len(PLACE) :].strip(b"/").decode("latin-1")
    method = exchange.request.method
    if not place:
        if method == "GET":
            listed: Response = yield Step(Lane.READ, _listed, (exchange,))
            return listed
        if method == "POST":
            return (yield from _make(exchange))
        raise not_allowed("GET", "POST")
    match = _ID.fullmatch(place)
    if match is None:
        raise NotFound("there is no such subscription")
    calendar: Resource = yield Step(Lane.READ, _own, (exchange, match[1]))
    if match[2]:
        if method != "POST":
            raise not_allowed("POST")
        yield Step(Lane.WAIT, _hurry, (exchange, calendar))
        return Response(202)
    if method != "DELETE":
        raise not_allowed("DELETE")
    yield from _end(exchange, calendar)
    return Response(204)


def _listed(exchange: Exchange) -> Response:
    found = [told(*entry) for entry in subscriptions_of(exchange.house, exchange.actor.account)]
    return json_answer({"subscriptions": found})


def _make(exchange: Exchange) -> Steps[Response]:
    too_large = ContentTooLarge(f"a subscription is described in {LARGEST} bytes at most")
    body: Body = yield BodyWanted(LARGEST, too_large)
    wanted = _wanted(body)
    calendar = yield from subscribe(
        exchange.house, exchange.actor, exchange.request.id, wanted["source"], wanted.get("name", ""),
        wanted.get("colour", ""),
    )  # fmt: skip
    entry: Response = yield Step(Lane.READ, _told, (exchange, calendar))
    return entry.with_header("Location", f"{PLACE}/{calendar.id.hex()}")


def _wanted(body: Body) -> dict[str, str]:
    try:
        found: Any = json.loads(body.read())
    except (ValueError, RecursionError) as error:
        raise BadRequest("the body is not JSON") from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise BadRequest('the body is an object of texts such as {"source": "https://example.org/calendar.ics"}')
    if strange := sorted(set(found) - KNOWN):
        raise BadRequest(f"there is no {strange[0][:40]!r}; there are {', '.join(sorted(KNOWN))}")
    if "source" not in found:
        raise BadRequest("source, the address of the feed, is missing")
    return found


def _told(exchange: Exchange, calendar: Resource) -> Response:
    entries = subscriptions_of(exchange.house, exchange.actor.account)
    return json_answer(next(told(*entry) for entry in entries if entry[0].id == calendar.id), 201)


def _own(exchange: Exchange, text: str) -> Resource:
    wanted = bytes.fromhex(text)
    for calendar, _, _ in subscriptions_of(exchange.house, exchange.actor.account):
        if calendar.id == wanted:
            return calendar
    raise NotFound("there is no such subscription")


def _hurry(exchange: Exchange, calendar: Resource) -> None:
    identity: Identity = exchange.actor
    exchange.house.transact(actor_of(identity, exchange.request.id), lambda tx: feeds.hurry(tx, calendar.id))


def _end(exchange: Exchange, calendar: Resource) -> Steps[None]:
    home: Resource | None = yield Step(Lane.READ, exchange.house.resolve, (calendar.path[:-1],))
    if home is None:
        raise NotFound("there is no such subscription")
    write = WriteContext(exchange.house, exchange.actor, exchange.request.id, "delete", home, calendar.name, calendar)
    yield from perform(write, remove)


ROUTE = Route(PLACE, with_problems(subscriptions), public=False, below=True)
