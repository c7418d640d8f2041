"""MKCOL (RFC 4918 §9.3) and extended MKCOL (RFC 5689)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from a3dav.errors import Conflict, DavError, FailedDependency, Forbidden, UnsupportedMediaType
from a3dav.exchange import Exchange, Response
from a3dav.headers import is_xml
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.proppatch import Update, set_updates, try_updates
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, perform, write_of
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, read_xml
from a3dav.xml.writing import CONTENT_TYPE, error_element, propstat

PLAIN = frozenset({dav("collection")})


def early_mkcol(exchange: Exchange) -> None:
    if exchange.parent is None or not exchange.parent.collection:
        raise Conflict("the collection that should hold the new one does not exist")


def mkcol(exchange: Exchange) -> Steps[Response]:
    if not exchange.request.body.length:
        return (yield from make(exchange, PLAIN, [], _refused))
    body = _mkcol_body(exchange)
    updates = set_updates(body)
    types = next((update.element for update in updates if update.name == dav("resourcetype")), None)
    names = frozenset(str(child.tag) for child in types) if types is not None else PLAIN
    rest = [update for update in updates if update.name != dav("resourcetype")]
    return (yield from make(exchange, names - exchange.house.types.marked, rest, _refused))


def _mkcol_body(exchange: Exchange) -> Element:
    limits, data = exchange.house.settings.limits, exchange.request.body.read()
    try:
        body = read_xml(data, max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    except DavError as error:
        if is_xml(exchange.request.header("content-type")):
            raise
        raise UnsupportedMediaType("MKCOL takes no body, or the XML of extended MKCOL") from error
    if body.tag != dav("mkcol"):
        raise UnsupportedMediaType(f"MKCOL does not know a body of {body.tag}")
    return body


def make(
    exchange: Exchange,
    types: frozenset[str],
    updates: list[Update],
    refused: Callable[[Exchange, Mapping[str, DavError | None]], Response],
) -> Steps[Response]:
    """Makes a collection of the resource types named, with properties, or nothing at all.

    `refused` answers when a property could not be set; it gets the error of each, None for the others.
    """
    parent = exchange.parent
    if parent is None:
        raise Conflict("the collection that should hold the new one does not exist")
    write = write_of(exchange, "mkcol", parent, exchange.path[-1])
    write.kind = exchange.house.types[parent.kind].collections.get(types, "")
    if not write.kind:
        misplaced = exchange.house.types.location_condition(types)
        wrong = None if types == PLAIN else dav("valid-resourcetype")
        raise Forbidden(f"a {parent.kind} takes no collection of these types", condition=misplaced or wrong)
    failures = yield Step(Lane.READ, try_updates, (write, updates))
    if any(failures.values()):
        return refused(exchange, failures)
    yield from perform(write, make_collection)
    return Response(201, headers=[("Cache-Control", "no-cache")])


def _refused(exchange: Exchange, failures: Mapping[str, DavError | None]) -> Response:
    """RFC 5689 §3: nothing was made; the body says which property is to blame."""
    element = exchange.house.prefixes.element
    parts = b"".join(
        propstat((error or FailedDependency()).status, element(name), error_element(error) if error else b"")
        for name, error in failures.items()
    )
    return Response(424, exchange.house.prefixes.document(dav("mkcol-response"), parts), content_type=CONTENT_TYPE)


def make_collection(tx: Transaction, write: WriteContext) -> None:
    if write.before is not None:
        raise Conflict("something was made here in the meantime")
    write.after = tx.make_collection(write.parent, write.name, write.kind)
    tx.set_properties(write.after, write.properties)
