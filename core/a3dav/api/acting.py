"""Calls that do what a method of DAV does: with its privileges, its early refusals and its way of writing."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from a3dav.api.shapes import InvalidBody
from a3dav.entitlement import entitle
from a3dav.errors import Conflict, DavError, Forbidden
from a3dav.exchange import Body, Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.names import is_member_name, normal
from a3dav.registries import ApiAction, Method
from a3dav.resources import Resource

if TYPE_CHECKING:
    from a3dav.api.call import ApiCall

_METHOD = "api.method"


def aim(call: ApiCall, target: Resource, parent: Resource | None = None) -> None:
    """Makes a resource, seen by `reach` or `member`, the target of the exchange."""
    exchange, house = call.exchange, call.house
    exchange.path, exchange.target = target.path, target
    exchange.parent = parent if parent is not None else house.holder(target.path)
    granted = house.privileges(call.identity, [target])[0]
    exchange.privileges = house.privilege_table.beyond_given(target.kind, granted)


def aim_at_new(call: ApiCall, parent: Resource, name: str) -> None:
    """Makes a name in a collection the target of the exchange, which nothing has yet."""
    exchange, house = call.exchange, call.house
    exchange.path, exchange.target = (*parent.path, name), house.store.member(parent, name)
    exchange.parent = parent
    exchange.privileges = house.privileges(call.identity, [parent])[0]


def aim_at_name(call: ApiCall, name: str) -> None:
    """Another name in the same collection, which the client chose."""
    if not is_member_name(normal(name)):
        raise InvalidBody("/name", "cannot be the name of a member")
    aim_at_new(call, call.exchange.parent or call.exchange.resource, normal(name))
    if call.exchange.target is not None:
        raise Conflict(f"there is something named {name[:80]!r} already", problem="name-taken")


def ready(call: ApiCall, method: str) -> None:
    """Refuses on the head what this method of DAV would refuse on the target of the exchange."""
    exchange = call.exchange
    found = call.house.methods.find(method, exchange.target.kind if exchange.target else "")
    if found is None:
        raise Forbidden("this can be neither changed nor removed")
    exchange.notes[_METHOD] = found
    entitle(exchange, found)


def passing(method: str, aim_at: Callable[[ApiCall], None], kind: str = "") -> ApiAction:
    """An operation that is nothing but a method of DAV; the body of one for this `kind` is bounded as it is there."""

    def early(call: ApiCall) -> None:
        aim_at(call)
        ready(call, method)

    def limit(call: ApiCall) -> tuple[int, DavError]:
        found = call.house.methods.find(method, kind)
        if found is None or found.limit is None:
            raise Forbidden("nothing is taken here")
        return found.limit(call.exchange)

    return ApiAction(act, early, limit if kind else None)


def act(call: ApiCall, content: bytes | None = None, content_type: str = "") -> Steps[Response]:
    """Goes through with the method that is ready, on the body of the request or on other content."""
    exchange, request = call.exchange, call.exchange.request
    if content is not None:
        request.body = Body(data=content, length=len(content))
    if content_type:
        request.headers = {**request.headers, "content-type": content_type}
    found: Method = exchange.notes[_METHOD]
    result: Any = yield Step(Lane.READ, found.handler, (exchange,))
    if isinstance(result, Generator):
        result = yield from result
    response: Response = result
    return response
