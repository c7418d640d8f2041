"""MKCALENDAR (RFC 4791 §5.3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from a3dav.errors import DavError, Forbidden, UnsupportedMediaType
from a3dav.exchange import Exchange, Response
from a3dav.lanes import Steps
from a3dav.methods.mkcol import early_mkcol, make
from a3dav.methods.proppatch import Update, outcome_response, set_updates
from a3dav.query import multistatus
from a3dav.registries import UNMAPPED, Method
from a3dav.resources import path_href
from a3dav.xml.names import dav
from a3dav.xml.reading import read_xml
from a3dav_caldav.calendars import CALENDAR_ELEMENTS
from a3dav_caldav.names import CALENDAR, HOME, OBJECT, caldav


def mkcalendar(exchange: Exchange) -> Steps[Response]:
    updates = _updates(exchange)
    types = next((update.element for update in updates if update.name == dav("resourcetype")), None)
    named = frozenset(str(child.tag) for child in types) if types is not None else frozenset()
    rest = [update for update in updates if update.name != dav("resourcetype")]
    wanted, plain = named | frozenset(CALENDAR_ELEMENTS), frozenset(CALENDAR_ELEMENTS)
    known = exchange.parent is not None and wanted in exchange.house.types[exchange.parent.kind].collections
    return (yield from make(exchange, wanted if known else plain, rest, _refused))


def _updates(exchange: Exchange) -> list[Update]:
    """What the body sets; the type may say what sort of a calendar it is to be."""
    request = exchange.request
    if not request.body.length:
        return []
    limits = exchange.house.settings.limits
    body = read_xml(request.body.read(), max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    if body.tag != caldav("mkcalendar"):
        raise UnsupportedMediaType(f"MKCALENDAR takes a body of CALDAV:mkcalendar, not of {body.tag}")
    return set_updates(body)


def _refused(exchange: Exchange, failures: Mapping[str, DavError | None]) -> Response:
    """§5.3.1.1: 207, nothing was made, and the property that is to blame is named."""
    return multistatus(exchange, [outcome_response(exchange, path_href(exchange.path, True), failures)])


def refuse_mapped(_: Exchange) -> NoReturn:
    raise Forbidden("there is something at this place already", condition=dav("resource-must-be-null"))


METHODS = (
    Method("MKCALENDAR", mkcalendar, UNMAPPED, parent_privilege="bind", early=early_mkcol),
    Method("MKCALENDAR", refuse_mapped, frozenset({HOME, CALENDAR, OBJECT}), privilege="read", early=refuse_mapped),
)
