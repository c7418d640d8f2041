"""POST of an XML document that asks a collection to do something: its root element says what."""

from __future__ import annotations

from a3dav.dormant import refuse_writing
from a3dav.errors import UnsupportedMediaType
from a3dav.exchange import Exchange, Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.refusals import need, refuse_hidden
from a3dav.registries import Document
from a3dav.xml.names import split_clark
from a3dav.xml.reading import Element, read_xml


def post_document(exchange: Exchange) -> Steps[Response]:
    body, entry = yield Step(Lane.READ, _found, (exchange,))
    result = entry.handler(exchange, body)
    return result if isinstance(result, Response) else (yield from result)


def _found(exchange: Exchange) -> tuple[Element, Document]:
    limits, resource = exchange.house.settings.limits, exchange.resource
    data = exchange.request.body.read()
    body = read_xml(data, max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    entry = exchange.house.methods.document(str(body.tag), resource.kind)
    if entry is None:
        raise UnsupportedMediaType(f"what has the root {split_clark(str(body.tag))[1][:80]!r} is not taken here")
    if entry.privilege not in exchange.privileges:
        refuse_hidden(exchange, exchange.path)
        raise need(exchange.path, entry.privilege, collection=resource.collection)
    refuse_writing(exchange.house, resource)
    return body, entry
