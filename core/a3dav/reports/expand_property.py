"""expand-property (RFC 3253 §3.8): properties whose hrefs are followed in the same answer."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from a3dav.errors import BadRequest, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.headers import href_path
from a3dav.query import Whole, Withheld, multistatus
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import Element
from a3dav.xml.writing import href, propstat

MAX_EXPANDED = 10_000
_PROPERTY = dav("property")


def expand_property(exchange: Exchange, body: Element) -> Response:
    _judge_names(exchange, body)
    budget = [MAX_EXPANDED]
    return multistatus(exchange, [_response(exchange, exchange.resource, body, budget)])


def _response(exchange: Exchange, resource: Resource, asked: Element, budget: list[int]) -> bytes:
    budget[0] -= 1 + len(asked)
    if budget[0] < 0:
        raise BadRequest(f"the report expands to more than {MAX_EXPANDED} properties")
    found, missing, refused = [], [], b""
    element = exchange.house.prefixes.element
    for entry in asked.iterchildren(_PROPERTY):
        name = _name(entry)
        value = _value(exchange, resource, name)
        if isinstance(value, Withheld):
            refused += propstat(403, element(name), value.error)
        elif value is None:
            missing.append(element(name))
        elif len(entry):
            found.append(element(name, b"".join(_expanded(exchange, value, entry, budget))))
        else:
            found.append(bytes(value) if isinstance(value, Whole) else element(name, value))
    parts = propstat(200, b"".join(found)) if found or not (missing or refused) else b""
    if missing:
        parts += propstat(404, b"".join(missing))
    parts += refused
    return b"<D:response>" + href(resource.href) + parts + b"</D:response>"


def _judge_names(exchange: Exchange, body: Element) -> None:
    """Names of properties are attributes here, which no parser has looked at as names."""
    names = b"".join(exchange.house.prefixes.element(_name(entry)) for entry in body.iter(_PROPERTY))
    try:
        _wrapped(exchange, names)
    except etree.XMLSyntaxError as error:
        raise BadRequest(f"a DAV:property of expand-property has a name that XML cannot hold: {error}") from error


def _wrapped(exchange: Exchange, content: bytes) -> Element:
    return etree.fromstring(b"<v" + exchange.house.prefixes.declarations + b">" + content + b"</v>")


def _name(entry: Element) -> str:
    try:
        return etree.QName(entry.get("namespace", "DAV:"), entry.get("name", "")).text
    except ValueError as error:
        raise BadRequest("a DAV:property of expand-property has no name") from error


def _value(exchange: Exchange, resource: Resource, name: str) -> bytes | None:
    live = exchange.house.properties.find(name, resource.kind)
    if live is not None:
        return live.getter(exchange, [resource], None)[0]
    stored = exchange.stored([resource])[resource.id].get(name)
    return None if stored is None else Whole(stored)


def _expanded(exchange: Exchange, value: bytes, entry: Element, budget: list[int]) -> Iterator[bytes]:
    for found in _wrapped(exchange, value).iter(dav("href")):
        text = found.text or ""
        try:
            resource = exchange.house.resolve(href_path(text, exchange.request))
        except NotFound:
            resource = None
        if resource is None or not exchange.house.readable(exchange.actor, [resource]):
            yield b"<D:response>" + href(text) + b"<D:status>HTTP/1.1 404 Not Found</D:status></D:response>"
        else:
            yield _response(exchange, resource, entry, budget)
