"""What the reports of RFC 3744 §9 have in common: Depth, the properties asked for, and the rows of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.headers import depth, minimal
from a3dav.principals import PRINCIPAL_KINDS
from a3dav.query import Wanted, responses, status_response, wanted_of
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child

if TYPE_CHECKING:
    from a3dav.exchange import Exchange


def refuse_depth(exchange: Exchange) -> None:
    if depth(exchange.request, default=0) != 0:
        raise BadRequest("this report looks at all that is below its target, and takes Depth 0 alone")


def asked_properties(exchange: Exchange, body: Element) -> Wanted | None:
    """None where the report names no properties: its rows then have a status instead."""
    if all(child(body, dav(name)) is None for name in ("prop", "allprop", "propname")):
        return None
    wanted = wanted_of(body, minimal=minimal(exchange.request))
    prop = child(body, dav("prop"))
    if prop is not None and not len(prop):
        wanted.names.update(_beside(exchange, body))
    return wanted


def _beside(exchange: Exchange, body: Element) -> dict[str, Element]:
    """Properties that stand behind an empty prop instead of in it, as python-caldav writes them."""
    find = exchange.house.properties.find
    return {str(entry.tag): entry for entry in body if any(find(str(entry.tag), kind) for kind in PRINCIPAL_KINDS)}


def answered(exchange: Exchange, found: Sequence[Resource], wanted: Wanted | None) -> list[bytes]:
    if wanted is not None:
        return responses(exchange, found, wanted)
    return [status_response(resource.path, resource.collection, 200) for resource in found]
