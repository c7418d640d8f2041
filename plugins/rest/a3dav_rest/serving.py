"""/api/v1: finds the operation that a request calls, judges what it brings, and has it answered."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from functools import partial
from typing import Any
from urllib.parse import unquote_to_bytes

from a3dav.api import ApiCall
from a3dav.challenges import need_scope
from a3dav.errors import BadRequest, ContentTooLarge, DavError, MethodNotAllowed, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.lanes import HEAVY_BODY, BodyWanted, Lane, Step, Steps, TooDear, run_here
from a3dav.methods.report import CPU_THRESHOLD, at_leisure
from a3dav.registries import Route
from a3dav.rest import problem, with_problems
from a3dav_rest import keys, reading
from a3dav_rest.compiling import Node, Operation
from a3dav_rest.service import Service, service_of

PATH = "/api/v1"


@with_problems
def serve(exchange: Exchange) -> Steps[Response]:
    service, request = service_of(exchange.house), exchange.request
    node, variables = _find(service.api.root, request.raw_path)
    if request.method == "OPTIONS":
        return Response(204, headers=[("Allow", ", ".join(_methods(node)))])
    operation = node.operations.get("GET" if request.method == "HEAD" else request.method)
    if operation is None:
        raise _no_such_method(node, request.method)
    return (yield from _called(service, operation, exchange, variables))


def _find(root: Node, raw_path: bytes) -> tuple[Node, Mapping[str, str]]:
    variables: dict[str, str] = {}
    node: Node | None = root
    for segment in raw_path.partition(b"?")[0].removeprefix(PATH.encode()).strip(b"/").split(b"/"):
        name = _decoded(segment)
        if node is not None and name not in node.named and node.any is not None and name:
            variables[node.variable] = name
            node = node.any
        else:
            node = node.named.get(name) if node is not None else None
    if node is None or not node.operations:
        raise NotFound("nothing is here")
    return node, variables


def _decoded(segment: bytes) -> str:
    try:
        return unquote_to_bytes(segment).decode()
    except UnicodeDecodeError as error:
        raise BadRequest("a segment of the path is not UTF-8") from error


def _methods(node: Node) -> list[str]:
    return sorted({*node.operations, "OPTIONS", *({"HEAD"} if "GET" in node.operations else ())})


def _no_such_method(node: Node, method: str) -> MethodNotAllowed:
    allowed = ", ".join(_methods(node))
    return MethodNotAllowed(f"this answers {allowed}, not {method[:40]}", headers=(("Allow", allowed),))


def _called(
    service: Service, operation: Operation, exchange: Exchange, variables: Mapping[str, str]
) -> Steps[Response]:
    request, judge = exchange.request, service.judge
    need_scope(exchange, *operation.scopes)
    call = ApiCall(
        exchange, operation.id, reading.parameters(operation, request, variables, judge),
        media_type=reading.media_type_of(operation, request), wanted=reading.wanted_form(operation, request),
    )  # fmt: skip
    if operation.action.early is not None:
        yield Step(Lane.READ, operation.action.early, (call,))
    if call.media_type:
        yield from _read_body(service, operation, call)
    lane = Lane.WAIT if request.body.file is not None else Lane.READ
    if (key := (yield Step(lane, keys.key_of, (call,)))) is not None:
        return (yield from keys.once(call, key, partial(_answered, operation, call)))
    return (yield from _answered(operation, call))


def _read_body(service: Service, operation: Operation, call: ApiCall) -> Steps[None]:
    exchange, judge = call.exchange, service.judge
    if not reading.is_json(call.media_type):
        most, too_large = _limit(call) if operation.action.limit is None else operation.action.limit(call)
        exchange.request.body = yield BodyWanted(most, too_large, spool=True)
        return
    most, too_large = _limit(call)
    body = exchange.request.body = yield BodyWanted(most, too_large)
    lane = Lane.WAIT if body.length > HEAVY_BODY else Lane.READ
    call.body = yield Step(lane, reading.value_of, (body.read(),))
    yield Step(lane, reading.judge_body, (operation, call.media_type, call.body, judge))


def _limit(call: ApiCall) -> tuple[int, DavError]:
    most = call.house.settings.limits.max_resource_size
    return most, ContentTooLarge(f"the body is larger than {most} bytes")


def _answered(operation: Operation, call: ApiCall) -> Steps[Response]:
    action = operation.action
    if action.cost is not None and (yield Step(Lane.READ, action.cost, (call,))) > CPU_THRESHOLD:
        return (yield from _elsewhere(operation, call))
    try:
        result: Any = yield Step(Lane.READ, action.handler, (call,))
    except TooDear:
        return (yield from _elsewhere(operation, call))
    if isinstance(result, Generator):
        result = yield from result
    response: Response = result
    return response


def _elsewhere(operation: Operation, call: ApiCall) -> Steps[Response]:
    call.exchange.forget_stored()
    answered: Response = yield Step(Lane.CPU, answer_at_leisure, (operation.id, call))
    return answered


def answer_at_leisure(name: str, call: ApiCall) -> Response:
    """In a process of the cpu lane."""
    handler = call.house.api_table.actions[name].handler

    def make() -> Response:
        result = handler(call)
        return run_here(call.house, result) if isinstance(result, Generator) else result

    return at_leisure(call.exchange, make)


ROUTE = Route(PATH, serve, public=False, below=True, refusal=problem, scopes=())
