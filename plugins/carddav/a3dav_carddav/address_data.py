"""address-data (RFC 6352 §10.4): a card in a report, whole or in the parts that were asked for.

A card is served in the version it was stored in, whichever of the supported versions is named: clients
that name one read both, and no data at all would serve them worse than the other version.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, DavError
from a3dav.registries import Values
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child
from a3dav.xml.writing import escape
from a3dav_carddav.errors import supported_address_data
from a3dav_carddav.names import carddav
from a3dav_content.card_data import WantedCard, parse_wanted, project
from a3dav_content.decoding import decode
from a3dav_content.errors import ContentError, InvalidFilter

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

ADDRESS_DATA = carddav("address-data")
SUPPORTED_VERSIONS = ("3.0", "4.0")


def address_data(exchange: Exchange, resources: Sequence[Resource], requested: Element | None) -> Values:
    nothing: list[None] = [None] * len(resources)
    if requested is None:
        return nothing  # RFC 6352 §10.4: no property, so neither allprop nor propname know it
    try:
        wanted = _wanted(requested)
    except DavError:
        return nothing  # reports have refused it before their answer began
    return [escape(decode(_part(body, wanted))) for body in exchange.bodies(resources)]


def _part(body: bytes, wanted: WantedCard) -> bytes:
    try:
        return project(body, wanted)
    except ContentError:
        return body  # stored under rules that were wider than those of today


def wanted_data(report: Element) -> WantedCard:
    """What a report asks of each card; refuses what cannot be served, before the answer begins (§8.6)."""
    properties = child(report, dav("prop"))
    requested = None if properties is None else child(properties, ADDRESS_DATA)
    return WantedCard() if requested is None else _wanted(requested)


def _wanted(requested: Element) -> WantedCard:
    media_type = requested.get("content-type", "text/vcard").partition(";")[0].strip().lower()
    version = requested.get("version", "3.0").strip()
    if media_type != "text/vcard":
        raise supported_address_data(f"cards are served as text/vcard, not as {media_type[:80]!r}")
    if version not in SUPPORTED_VERSIONS:
        raise supported_address_data(f"cards are served in version 3.0 or 4.0, not in {version[:20]!r}")
    try:
        return parse_wanted(requested)
    except InvalidFilter as error:
        raise BadRequest(f"address-data is not valid: {error}") from error
