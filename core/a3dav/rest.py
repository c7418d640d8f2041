"""JSON over HTTP for what is not DAV: answers, and refusals as problem details (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from functools import wraps
from typing import Any

from a3dav.errors import DavError, Denied, MethodNotAllowed
from a3dav.exchange import Exchange, Response
from a3dav.faults import Fault
from a3dav.lanes import Steps
from a3dav.principals import Scope

JSON, PROBLEM = "application/json", "application/problem+json"
PROBLEMS = "/problems/"
"""Stands before the name of a problem in its type."""
TITLES = {
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    406: "Not Acceptable", 409: "Conflict", 412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long",
    415: "Unsupported Media Type", 416: "Range Not Satisfiable", 422: "Unprocessable Content", 423: "Locked",
    424: "Failed Dependency", 428: "Precondition Required", 429: "Too Many Requests", 500: "Internal Server Error",
    501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable", 507: "Insufficient Storage",
}  # fmt: skip
RestHandler = Callable[[Exchange], "Response | Steps[Response]"]


def json_answer(value: object, status: int = 200) -> Response:
    body = json.dumps(value, ensure_ascii=False).encode() + b"\n"
    return Response(status, body, [("Cache-Control", "no-store")], JSON)


def problem(error: DavError) -> Response:
    title = TITLES.get(error.status, "Refused")
    document: dict[str, object] = {
        "type": PROBLEMS + (error.problem or title.lower().replace(" ", "-")), "title": title, "status": error.status,
        "detail": error.message, **error.members,
    }  # fmt: skip
    if error.condition is not None:
        document["condition"] = error.condition
    return Response(error.status, json.dumps(document).encode() + b"\n", list(error.headers), PROBLEM)


def with_problems(handler: RestHandler) -> Callable[[Exchange], Steps[Response]]:
    """The handler with its refusals told as problems; faults of the store are told as everywhere."""

    @wraps(handler)
    def handle(exchange: Exchange) -> Steps[Response]:
        try:
            refuse_strangers(exchange)
            result: Any = handler(exchange)
            if isinstance(result, Generator):
                result = yield from result
        except Fault:
            raise
        except DavError as error:
            exchange.refused = error
            return problem(error)
        response: Response = result
        return response

    return handle


def refuse_strangers(exchange: Exchange) -> None:
    """What an app password is not for, and what the page of another site has a browser send with one's password."""
    request, scope = exchange.request, exchange.actor.scope if exchange.identity else Scope.FULL
    asks = request.method in {"GET", "HEAD", "OPTIONS", "QUERY"}
    if scope is Scope.DAV or (scope is Scope.READ_ONLY and not asks):
        raise Denied("this app password is for other things")
    if exchange.house.cross_origin.trusts(request):
        return
    if not asks and request.header("sec-fetch-site", "none") not in {"none", "same-origin"}:
        raise Denied("another site may not change anything here")


def not_allowed(*methods: str) -> MethodNotAllowed:
    return MethodNotAllowed(f"this answers {', '.join(methods)}", headers=(("Allow", ", ".join(methods)),))
