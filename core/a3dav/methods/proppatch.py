"""PROPPATCH (RFC 4918 §9.2): in document order, and all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from a3dav.errors import BadRequest, DavError, FailedDependency, Forbidden, InsufficientStorage
from a3dav.exchange import Exchange, Response
from a3dav.headers import minimal
from a3dav.lanes import Lane, Step, Steps
from a3dav.query import multistatus
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, perform, write_of
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, read_xml
from a3dav.xml.writing import error_element, href, propstat, serialise

MOST_UPDATES = 1_000


@dataclass(slots=True, frozen=True)
class Update:
    """A property to set to an element, or to remove where that is None."""

    name: str
    element: Element | None


def proppatch(exchange: Exchange) -> Steps[Response]:
    limits = exchange.house.settings.limits
    updates = _updates_of(
        read_xml(exchange.request.body.read(), max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    )
    outcome = yield from set_properties(exchange, updates)
    if not any(outcome.values()) and minimal(exchange.request):
        return Response(200, headers=[("Preference-Applied", "return=minimal")])
    return multistatus(exchange, [outcome_response(exchange, exchange.resource.href, outcome)])


def set_properties(exchange: Exchange, updates: Iterable[Update]) -> Steps[dict[str, DavError | None]]:
    """Sets all of them on the target, or none where one is refused; the error of each property."""
    resource = exchange.resource
    parent = exchange.parent or resource
    write = write_of(exchange, "proppatch", parent, resource.mounted.name if resource.mounted else resource.name)
    write.before, write.kind = resource, resource.kind
    outcome: dict[str, DavError | None] = yield Step(Lane.READ, try_updates, (write, updates))
    if not any(outcome.values()):
        yield from perform(write, store_properties)
    return outcome


def _updates_of(body: Element) -> list[Update]:
    if body.tag != dav("propertyupdate"):
        raise BadRequest(f"PROPPATCH takes a propertyupdate, not {body.tag}")
    updates = [update for action in body for update in _action(action)]
    if not updates:
        raise BadRequest("the propertyupdate names no property")
    if len(updates) > MOST_UPDATES:
        raise BadRequest(f"a propertyupdate changes {MOST_UPDATES} properties at most")
    return updates


def _action(action: Element) -> Iterable[Update]:
    if action.tag not in {dav("set"), dav("remove")}:
        return
    keep = action.tag == dav("set")
    for prop in action.iterchildren(dav("prop")):
        for element in prop:
            yield Update(str(element.tag), element if keep else None)


def set_updates(body: Element) -> list[Update]:
    """The properties inside DAV:set of MKCOL and MKCALENDAR bodies."""
    return [update for action in body.iterchildren(dav("set")) for update in _action(action)]


def try_updates(write: WriteContext, updates: Iterable[Update]) -> dict[str, DavError | None]:
    """Prepares every update in the write, in order; the error of each property, None where it can be."""
    outcome: dict[str, DavError | None] = {}
    for update in updates:
        try:
            _prepare(write, update)
            outcome.setdefault(update.name, None)
        except DavError as error:
            outcome[update.name] = error
    return outcome


def _prepare(write: WriteContext, update: Update) -> None:
    live = write.house.properties.find(update.name, write.kind)
    if live is None and not write.house.properties.is_protected(update.name):
        _prepare_dead(write, update)
    elif live is None or live.setter is None:
        raise Forbidden("the property is protected", condition=dav("cannot-modify-protected-property"))
    else:
        live.setter(write, update.element)


def _prepare_dead(write: WriteContext, update: Update) -> None:
    limits = write.house.settings.limits
    if update.element is None:
        write.set_property(update.name, None)
        return
    value = serialise(update.element)
    if len(value) > limits.max_dead_property_size:
        raise InsufficientStorage(f"a property may have {limits.max_dead_property_size} bytes at most")
    kept = write.house.store.properties([write.before]) if write.before else {}
    names = {name for stored in kept.values() for name in stored} | set(write.properties)
    if len(names | {update.name}) > limits.max_dead_properties:
        raise InsufficientStorage(f"a resource may have {limits.max_dead_properties} properties at most")
    write.set_property(update.name, value)


def store_properties(tx: Transaction, write: WriteContext) -> None:
    if write.before is None:
        raise LookupError("the resource whose properties should change is gone")
    tx.set_properties(write.before, write.properties)
    if write.before.stored:
        at_home = write.before.id == write.before.home_id
        write.after = tx.touch(write.before, None if at_home else write.parent)


def outcome_response(exchange: Exchange, place: str, outcome: Mapping[str, DavError | None]) -> bytes:
    """The D:response that tells which properties were to blame, or that all were set (RFC 4918 §9.2)."""
    element = exchange.house.prefixes.element
    if not any(outcome.values()):
        parts = propstat(200, b"".join(element(name) for name in outcome))
    else:
        spoilt = b"".join(element(name) for name, error in outcome.items() if error is None)
        parts = propstat(FailedDependency.status, spoilt) if spoilt else b""
        for name, error in outcome.items():
            if error is not None:
                parts += propstat(error.status, element(name), error_element(error))
    return b"<D:response>" + href(place) + parts + b"</D:response>"
