"""address-data (RFC 6352 §10.4): a card in a report, in the form and in the parts that were asked for.

A report that names no version gets 3.0, as the RFC has it, whatever the version of the stored card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, DavError
from a3dav.query import Unavailable, Whole
from a3dav.registries import Values
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child
from a3dav.xml.writing import escape
from a3dav_carddav.errors import not_converted, supported_address_data
from a3dav_carddav.names import CARD_TYPE_4, carddav
from a3dav_content.card_data import WHOLE, WantedCard, parse_wanted
from a3dav_content.card_forms import FORMS, VCARD, Form, in_form
from a3dav_content.decoding import decode
from a3dav_content.errors import ContentError, InvalidFilter

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

ADDRESS_DATA = carddav("address-data")
PARTIAL_MICROSECONDS = 60
CONVERTED_MICROSECONDS = 500
BYTES_A_MICROSECOND = 50


@dataclass(slots=True, frozen=True)
class WantedData:
    form: Form = FORMS[0]
    part: WantedCard = WHOLE


def address_data(exchange: Exchange, resources: Sequence[Resource], requested: Element | None) -> Values:
    nothing: list[None] = [None] * len(resources)
    if requested is None or exchange.request.method != "REPORT":
        return nothing  # RFC 6352 §10.4: no property, so PROPFIND does not know it
    try:
        wanted = _wanted(requested)
    except DavError:
        return nothing  # reports have refused it before their answer began
    return [_value(body, wanted) for body in exchange.bodies(resources)]


def _value(body: bytes, wanted: WantedData) -> bytes:
    try:
        text = escape(decode(in_form(body, wanted.form, wanted.part)))
    except ContentError as error:
        return Unavailable(not_converted(f"the card cannot be converted: {error}"))
    if wanted.form == FORMS[0]:
        return text
    named = f'content-type="{wanted.form.media_type}" version="{wanted.form.version}"'.encode()
    return Whole(b"<CR:address-data " + named + b">" + text + b"</CR:address-data>")


def address_data_cost(_: Exchange, resources: Sequence[Resource], requested: Element | None) -> int:
    """Whole cards in the version they are stored in are copied; others have to be parsed, or even converted."""
    if requested is None:
        return 0
    try:
        wanted = _wanted(requested)
    except DavError:
        return 0
    return sum(_cost(resource, wanted) for resource in resources)


def _cost(resource: Resource, wanted: WantedData) -> int:
    version = "4.0" if resource.content_type == CARD_TYPE_4 else "3.0"
    if not wanted.form.is_stored(version):
        return CONVERTED_MICROSECONDS + resource.size // BYTES_A_MICROSECOND
    return PARTIAL_MICROSECONDS if wanted.part.properties else 0


def wanted_data(report: Element) -> WantedData | None:
    """What a report asks of each card, None for no data; refuses what cannot be served (§8.6)."""
    properties = child(report, dav("prop"))
    requested = None if properties is None else child(properties, ADDRESS_DATA)
    return None if requested is None else _wanted(requested)


def _wanted(requested: Element) -> WantedData:
    media_type = requested.get("content-type", VCARD).partition(";")[0].strip().lower()
    offered = [form for form in FORMS if form.media_type == media_type]
    named = requested.get("version", offered[0].version if offered else "").strip()
    form = next((form for form in offered if form.version == named), None)
    if form is None:
        served = ", ".join(f"{form.media_type} {form.version}" for form in FORMS)
        raise supported_address_data(f"cards are served as {served}, not as {media_type[:80]!r} {named[:20]!r}")
    try:
        return WantedData(form, parse_wanted(requested))
    except InvalidFilter as error:
        raise BadRequest(f"address-data is not valid: {error}") from error
