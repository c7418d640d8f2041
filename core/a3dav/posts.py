"""POST of an XML document: the name of its root says what is wanted, as it does for REPORT."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from a3dav.errors import MethodNotAllowed, UnsupportedMediaType
from a3dav.headers import is_document
from a3dav.lanes import Lane, Step, Steps
from a3dav.refusals import need
from a3dav.registries import Method
from a3dav.xml.reading import read_xml

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Response


def method_of(exchange: Exchange, kind: str) -> Method | None:
    """The method of a request; XML without a query is for whoever knows its root."""
    house, request = exchange.house, exchange.request
    plain = request.method == "POST" and not request.query and is_document(request.header("content-type"))
    return BY_ROOT if plain and house.posts.takes(kind) else house.methods.find(request.method, kind)


def post(exchange: Exchange) -> Steps[Response]:
    house, resource = exchange.house, exchange.resource
    limits, sent = house.settings.limits, exchange.request.body.read()
    body = read_xml(sent, max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    found = house.posts.find(str(body.tag), resource.kind)
    if found is None:
        raise _unknown(exchange, str(body.tag))
    if found.privilege and found.privilege not in exchange.privileges:
        raise need(exchange.path, found.privilege, collection=resource.collection)
    result = yield Step(Lane.READ, found.handler, (exchange, body))
    if isinstance(result, Generator):
        result = yield from result
    response: Response = result
    return response


def _unknown(exchange: Exchange, name: str) -> MethodNotAllowed | UnsupportedMediaType:
    kind, methods = exchange.resource.kind, exchange.house.methods
    if methods.find("POST", kind) is None:
        allowed = ", ".join(methods.allowed(kind))
        return MethodNotAllowed("this resource does not have the method POST", headers=(("Allow", allowed),))
    return UnsupportedMediaType(
        f"POST does nothing here with {name[:200]!r}; for a new member, use PUT or the property DAV:add-member"
    )


BY_ROOT = Method("POST", post)
