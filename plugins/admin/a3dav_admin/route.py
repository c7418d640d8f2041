"""/graphql: POST asks and changes, GET shows the page to do so by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from a3dav.errors import ContentTooLarge, Denied, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.house import House
from a3dav.lanes import BodyWanted, Lane, Step, Steps
from a3dav.registries import Route
from a3dav.rest import not_allowed, with_problems
from a3dav_admin.asking import TYPENAME, Answered, Asked, Change
from a3dav_admin.errors import GraphError
from a3dav_admin.facts import facts_of
from a3dav_admin.making import make
from a3dav_admin.outcomes import Outcome
from a3dav_admin.page import page
from a3dav_admin.persisted import text_of
from a3dav_admin.requests import GRAPHQL, media_type_for, operation_in, refuse_forms

PATH = "/graphql"
_FRESH = ("Cache-Control", "no-store")


def _serve(exchange: Exchange) -> Steps[Response]:
    request = exchange.request
    place = request.raw_path.partition(b"?")[0].rstrip(b"/").decode("ascii", "replace")
    if request.method in {"GET", "HEAD"}:
        return (yield from page(exchange, place.removeprefix(PATH).removeprefix("/")))
    if place != PATH:
        raise NotFound("nothing is mapped to this path")
    if request.method != "POST":
        raise not_allowed("GET", "HEAD", "POST")
    return (yield from _ask(exchange))


def _ask(exchange: Exchange) -> Steps[Response]:
    request, settings = exchange.request, exchange.house.section("admin")
    media_type = media_type_for(request)
    refuse_forms(request)
    too_large = ContentTooLarge(f"a request has {settings.max_body} bytes at most")
    request.body = yield BodyWanted(settings.max_body, too_large)
    operation = operation_in(request.body.read())
    try:
        text = yield Step(Lane.WAIT if operation.digest else Lane.READ, text_of, (exchange.house, operation))
    except GraphError as error:
        return _answer(media_type, 400, _errors(error))
    asked = Asked(text, operation.variables, operation.name, exchange.actor, request.id, float(settings.seconds))
    answered = yield from _worked_on(exchange, asked)
    if answered.is_refused:
        exchange.refused = Denied("a field of the graph is not for this account")
    return _answer(media_type, answered.status, answered.body)


def _answer(media_type: str, status: int, body: bytes) -> Response:
    """Who asks for plain JSON takes 200 for every answer that GraphQL gives."""
    return Response(status if media_type == GRAPHQL else 200, body, [_FRESH], f"{media_type}; charset=utf-8")


def _errors(error: GraphError) -> bytes:
    return json.dumps({"errors": [error.formatted()]}).encode() + b"\n"


def _worked_on(exchange: Exchange, asked: Asked) -> Steps[Answered]:
    house = exchange.house
    answered: Answered = yield Step(Lane.CPU, work_on, (house, asked))
    if answered.facts:
        facts = yield Step(Lane.WAIT, facts_of, (house, answered.facts))
        asked = replace(asked, facts=facts)
    if answered.changes:
        return (yield from _changed(exchange, asked, answered.changes))
    if answered.facts and not answered.body:
        answered = yield Step(Lane.CPU, work_on, (house, asked))
    return answered


def _changed(exchange: Exchange, asked: Asked, changes: Sequence[Change]) -> Steps[Answered]:
    """Makes each change and shows what it left, before the next one is made."""
    data: dict[str, Any] = {}
    errors: list[Any] = []
    for change in changes:
        outcomes: dict[str, Outcome] = {}
        if change.name != TYPENAME:
            outcomes[change.key] = yield from make(exchange.house, exchange.actor, exchange.request.id, change)
        shown = replace(asked, key=change.key, outcomes=outcomes)
        answered: Answered = yield Step(Lane.CPU, work_on, (exchange.house, shown))
        told = json.loads(answered.body)
        data[change.key] = (told.get("data") or {}).get(change.key)
        errors += told.get("errors", [])
    whole = {"errors": errors, "data": data} if errors else {"data": data}
    return Answered(200, json.dumps(whole, ensure_ascii=False).encode() + b"\n")


def work_on(house: House, asked: Asked) -> Answered:
    """In a process of the cpu lane, which alone imports what GraphQL takes."""
    from a3dav_admin import execution

    return execution.work_on(house, asked)


ROUTE = Route(PATH, with_problems(_serve), public=False, below=True, scopes=("admin",))
