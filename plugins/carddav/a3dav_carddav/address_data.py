"""address-data (RFC 6352 §10.4): a card in a report, whole or in the parts that were asked for.

A card is served in the version it was stored in, whichever of the supported versions is named: clients
that name one read both, and no data at all would serve them worse than the other version.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.registries import Values
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child
from a3dav.xml.writing import escape
from a3dav_carddav.errors import supported_address_data
from a3dav_carddav.names import carddav
from a3dav_content import card_data

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

ADDRESS_DATA = carddav("address-data")
SUPPORTED_VERSIONS = ("3.0", "4.0")


def address_data(exchange: Exchange, resources: Sequence[Resource], requested: Element | None) -> Values:
    # RFC 6352 §10.4: no property, so neither allprop nor propname know it.
    if requested is None or _unsupported(requested):
        return [None] * len(resources)
    bodies = exchange.store.bodies(resources)
    if _is_part(requested):
        wanted = card_data.parse(requested)
        bodies = [card_data.project(body, wanted) for body in bodies]
    return [escape(body.decode()) for body in bodies]


def refuse_unsupported_data(report: Element) -> None:
    """Before a multistatus begins: RFC 6352 §8.6, a representation that cannot be served."""
    requested = _requested(report)
    reason = _unsupported(requested) if requested is not None else ""
    if reason:
        raise supported_address_data(reason)


def is_partial(report: Element) -> bool:
    requested = _requested(report)
    return requested is not None and _is_part(requested)


def _requested(report: Element) -> Element | None:
    return next(
        (element for prop in report.iterchildren(dav("prop")) for element in prop.iterchildren(ADDRESS_DATA)),
        None,
    )


def _is_part(requested: Element) -> bool:
    return any(element.tag == carddav("prop") for element in requested)


def _unsupported(requested: Element) -> str:
    """Why the representation cannot be served, or ""."""
    media_type = requested.get("content-type", "text/vcard").partition(";")[0].strip().lower()
    version = requested.get("version", "3.0").strip()
    if media_type != "text/vcard":
        return f"cards are served as text/vcard, not as {media_type[:80]!r}"
    if version not in SUPPORTED_VERSIONS:
        return f"cards are served in version 3.0 or 4.0, not in {version[:20]!r}"
    return ""
