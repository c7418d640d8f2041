"""The page behind the links for answers: whoever looks at it changes nothing, since programs that preview links do."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from a3dav.errors import A3davError, ContentTooLarge, MethodNotAllowed, UnsupportedMediaType
from a3dav.exchange import Exchange, Response
from a3dav.identifiers import now_ms
from a3dav.lanes import BodyWanted, Lane, Step, Steps
from a3dav.registries import Route
from a3dav_content.errors import ContentError
from a3dav_content.itip.messages import Message
from a3dav_scheduling.mail import answering, engine
from a3dav_scheduling.mail.answer_links import PATH
from a3dav_scheduling.mail.composing import ANSWERS, template
from a3dav_scheduling.mail.dates import short_day
from a3dav_scheduling.mail.words import Wording

if TYPE_CHECKING:
    from a3dav.house import House

log = logging.getLogger("a3dav.scheduling")
MAX_FORM = 16 * 1024
FORM = "application/x-www-form-urlencoded"
_HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
    ("X-Robots-Tag", "noindex"),
)


def answer(exchange: Exchange) -> Steps[Response]:
    request = exchange.request
    token, wish = _one(request.query, "t"), _one(request.query, "a")
    if request.method in {"GET", "HEAD"}:
        return (yield from _page(exchange, token, wish))
    if request.method != "POST":
        raise MethodNotAllowed("answers are given with POST", headers=(("Allow", "GET, HEAD, POST"),))
    if request.header("content-type").partition(";")[0].strip().lower() != FORM:
        raise UnsupportedMediaType(f"an answer is of the type {FORM}")
    body = yield BodyWanted(MAX_FORM, ContentTooLarge(f"an answer is larger than {MAX_FORM} bytes"))
    form = body.read().decode("utf-8", "replace")
    given = _one(form, "a")
    made: bytes | None = yield Step(Lane.CPU, reply_of, (exchange.house, token, given, _one(form, "comment")))
    if made is None:
        return (yield from _page(exchange, token, given))
    taken = yield Step(Lane.WAIT, partial(_take, exchange.house, made))
    return (yield from _page(exchange, token, given, "taken" if taken else "failed"))


def _page(exchange: Exchange, *asked: str) -> Steps[Response]:
    page: Response = yield Step(Lane.CPU, shown, (exchange.house, *asked))
    return page


def _one(text: str, name: str) -> str:
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=20).get(name, [""])[0]
    except ValueError:
        return ""


def reply_of(house: House, token: str, given: str, comment: str) -> bytes | None:
    """The REPLY of an answer; None for none, or where it cannot be given."""
    found = answering.question(house, token)
    if found.refusal or found.asked is None or given not in ANSWERS:
        return None
    return answering.reply(found.asked, given, comment).dump()


def _take(house: House, made: bytes) -> bool:
    try:
        return engine.took(engine.receive(house, Message.load(made)))
    except (A3davError, ContentError) as error:
        log.warning("an answer by a link was not taken: %s", error)
        return False


def shown(house: House, token: str, wish: str, outcome: str = "") -> Response:
    """The page as things are now."""
    found = answering.question(house, token)
    say = found.language.say
    facts = Wording(found.asked, found.language, now_ms() // 1000).facts() if found.asked is not None else []
    current = f"status.{found.current}"
    page = template("answer.html").render(
        say=say,
        language=found.language.name,
        facts=facts,
        refusal=say(f"page.{found.refusal}") if found.refusal else "",
        outcome=outcome,
        given=say(f"answer.{wish}") if wish in ANSWERS else "",
        current=say(current) if current in found.language.entries else "",
        until=short_day(found.expires, found.language),
        answers=[(one, say(f"answer.{one}"), one == wish) for one in ANSWERS],
        token=token,
    )
    status = 503 if outcome == "failed" else found.status
    return Response(status, page.encode(), list(_HEADERS), "text/html; charset=utf-8")


ROUTE = Route(PATH, answer)
