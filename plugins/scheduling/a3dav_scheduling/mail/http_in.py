"""Mail handed over by HTTP: a mail server POSTs a message as it came, and shows a secret."""

from __future__ import annotations

import hmac
import logging
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from a3dav.errors import (
    BadRequest,
    ContentTooLarge,
    Denied,
    MethodNotAllowed,
    NotFound,
    ServiceUnavailable,
    Unauthorized,
    UnsupportedMediaType,
)
from a3dav.exchange import Exchange, Request, Response
from a3dav.forwarding import is_loopback
from a3dav.lanes import BodyWanted, Lane, Step, Steps
from a3dav.registries import Route
from a3dav_content.itip.addresses import normal
from a3dav_scheduling.mail.incoming import apply
from a3dav_scheduling.mail.reading import MOST_RECIPIENTS, Opened, Refused, opened
from a3dav_scheduling.mail.sending import NotNow

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.scheduling")
PATH = "/scheduling-mail"
"""Where a mail goes; `?to=` names a recipient of its envelope, as often as there are some."""
TYPE = "message/rfc822"
LATER = (("Retry-After", "60"),)


def take_mail(exchange: Exchange) -> Steps[Response]:
    request, house = exchange.request, exchange.house
    limit = house.section("scheduling.mail").max_size
    _refuse_strangers(house, request)
    if request.method != "POST":
        raise MethodNotAllowed("mail is handed over with POST", headers=(("Allow", "POST"),))
    if request.header("content-type").partition(";")[0].strip().lower() != TYPE:
        raise UnsupportedMediaType(f"a mail is of the type {TYPE}")
    recipients = _recipients(request)
    body = yield BodyWanted(limit, ContentTooLarge(f"the mail is larger than {limit} bytes"))
    raw = body.read()
    mail: Opened | str = yield Step(Lane.CPU, opened_or_why, (raw,))
    said: str = mail if isinstance(mail, str) else (
        yield Step(Lane.WAIT, partial(_applied, house, raw, mail, recipients))
    )  # fmt: skip
    status = 422 if said.startswith(REFUSED) else 200
    return Response(status, said.encode(), content_type="text/plain; charset=utf-8")


REFUSED = "refused: "


def opened_or_why(raw: bytes) -> Opened | str:
    try:
        return opened(raw)
    except Refused as error:
        return f"{REFUSED}{error}"


def _applied(house: House, raw: bytes, mail: Opened, recipients: tuple[str, ...]) -> str:
    try:
        return apply(house, raw, mail, recipients)
    except Refused as error:
        log.info("a mail was refused: %s", error)
        return f"{REFUSED}{error}"
    except NotNow as error:
        raise ServiceUnavailable(str(error), headers=LATER) from error


def _refuse_strangers(house: House, request: Request) -> None:
    """Like a password, the secret is not taken where others could read it."""
    secret = house.section("scheduling.mail").http_secret
    if not secret:
        raise NotFound("nothing is mapped to this path")
    if not (request.secure or is_loopback(request.peer) or house.settings.security.allow_clear_text):
        raise Denied("mail is not taken over clear text from another machine; use https")
    scheme, _, shown = request.header("authorization").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(shown.strip().encode(), secret.encode()):
        raise Unauthorized("the secret of the settings is needed", headers=(("WWW-Authenticate", "Bearer"),))


def _recipients(request: Request) -> tuple[str, ...]:
    try:
        given = parse_qs(request.query, max_num_fields=MOST_RECIPIENTS).get("to", [])
    except ValueError as error:
        raise BadRequest(f"there are more than {MOST_RECIPIENTS} recipients") from error
    return tuple(normal(f"mailto:{address}") for address in given)


ROUTE = Route(PATH, take_mail)
