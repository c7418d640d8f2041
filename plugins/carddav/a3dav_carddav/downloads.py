"""An address book as one file, each card as it is stored or all of them in one version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.export import export, readable_bodies
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.report import at_leisure
from a3dav.parameters import parameters
from a3dav.registries import Method, Representation
from a3dav.representations import MediaType
from a3dav_carddav.files import join
from a3dav_carddav.names import ADDRESS_BOOK, CARD, CARD_TYPE

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Response

KNOWN = {"export": None, "version": None}


def download(exchange: Exchange) -> Response | Steps[Response]:
    """Every card of the address book, one behind the other; converted ones come from the cpu lane."""
    if _wanted_form(exchange) is None:
        return export(exchange, join, content_type=CARD_TYPE, suffix=".vcf")
    return _on_the_cpu_lane(exchange)


def _wanted_form(exchange: Exchange) -> Representation | None:
    """The form of a card that has the version which the query names."""
    version = parameters(exchange.request, KNOWN).get("version")
    if version is None:
        return None
    forms = {_version_of(form): form for form in exchange.house.types[CARD].representations if _version_of(form)}
    if version not in forms:
        raise BadRequest(f"the parameter version is one of {', '.join(sorted(forms))}, not {version[:20]!r}")
    return forms[version]


def _version_of(form: Representation) -> str:
    media_type = MediaType.parse(form.media_type)
    return dict(media_type.parameters).get("version", "") if media_type.subtype == "vcard" else ""


def _on_the_cpu_lane(exchange: Exchange) -> Steps[Response]:
    exchange.forget_stored()
    response: Response = yield Step(Lane.CPU, produce, (exchange,))
    return response


def produce(exchange: Exchange) -> Response:
    """The whole answer, in a process of the cpu lane."""
    form = _wanted_form(exchange)
    if form is None:
        raise LookupError("no version is asked for")
    wanted = form

    def make() -> Response:
        bodies = _converted(readable_bodies(exchange), wanted)
        response = export(exchange, join, content_type=wanted.media_type, suffix=".vcf", bodies=bodies)
        return response.drawn() if exchange.request.method == "HEAD" else response

    return at_leisure(exchange, make)


def _converted(bodies: Iterator[bytes], form: Representation) -> Iterator[bytes]:
    """What cannot be said in the version is there as it is stored: a file to keep leaves nothing out."""
    for body in bodies:
        try:
            yield form.convert(body)
        except ValueError:
            yield body


METHODS = tuple(Method(name, download, frozenset({ADDRESS_BOOK}), privilege="read") for name in ("GET", "HEAD"))
