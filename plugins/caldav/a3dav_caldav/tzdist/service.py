"""The service as HTTP: which action a path asks for, its parameters, and what a client has already (RFC 7808 §4)."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, unquote_to_bytes

from a3dav.errors import MethodNotAllowed
from a3dav.exchange import Exchange, Request, Response
from a3dav.headers import uncoded_tag
from a3dav.identifiers import now_ms
from a3dav.lanes import Lane, Step, Steps
from a3dav.registries import Route
from a3dav.representations import quality, ranges_of
from a3dav.resources import path_href
from a3dav_caldav.tzdist import documents
from a3dav_caldav.tzdist.errors import Refused
from a3dav_content.dates import instant_of
from a3dav_content.timezones import is_standard
from a3dav_content.zone_catalogue import zone_etag

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = "/timezones"
WELL_KNOWN = "/.well-known/timezone"
MOST_YEARS = 400
"""A range of observances: 400 years are all there are, since then the calendar repeats."""
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z", re.ASCII)
_TOKEN = re.compile(r"\d{4}[a-z]{1,2}", re.ASCII)
_YEARS = range(1, 9001)
_JSON = "application/json"
_SHELF_LIFE = ("Cache-Control", "max-age=86400")


def service_href() -> str:
    return path_href((PATH[1:],), collection=False)


def redirect(exchange: Exchange) -> Response:
    """§4.2.1.3: the well-known address leads on with all that stands behind it."""
    request = exchange.request
    rest = request.raw_path.partition(b"?")[0][len(WELL_KNOWN) :].decode("latin-1")
    place = service_href() + quote(rest, safe="/%") + (f"?{request.query}" if request.query else "")
    return Response(301, headers=[("Location", place)])


def answer(exchange: Exchange) -> Steps[Response]:
    request = exchange.request
    if request.method not in {"GET", "HEAD"}:
        raise MethodNotAllowed("the service answers GET", headers=(("Allow", "GET, HEAD"),))
    try:
        return (yield from _act(request))
    except Refused as refused:
        return refused.response()


def _act(request: Request) -> Steps[Response]:
    parameters = parse_qs(request.query, keep_blank_values=True, max_num_fields=20)
    action, *names = request.raw_path.partition(b"?")[0][len(PATH) :].strip(b"/").split(b"/")
    if (action, names) == (b"capabilities", []):
        return _known(request, documents.capabilities(service_href()))
    if (action, names) == (b"leapseconds", []):
        return _known(request, documents.leaps())
    if action != b"zones":
        raise Refused("invalid-action", "the actions are those that /capabilities lists")
    if not names:
        return (yield from _list(request, parameters))
    expanding = len(names) > 1 and names[-1] == b"observances"
    tzid = _tzid(names[:-1] if expanding else names)
    if expanding:
        return (yield from _expand(tzid, parameters))
    return (yield from _get(request, tzid, parameters))


def _tzid(segments: list[bytes]) -> str:
    """One segment by the template; people write the slashes of a name as they are."""
    tzid = b"/".join(unquote_to_bytes(segment) for segment in segments).decode(errors="replace")
    if not is_standard(tzid):
        raise Refused("tzid-not-found", f"there is no time zone {tzid[:80]!r}")
    return tzid


def _list(request: Request, parameters: Mapping[str, list[str]]) -> Steps[Response]:
    pattern = _one(parameters, "pattern")
    if pattern is not None:
        try:
            return _known(request, (yield Step(Lane.CPU, documents.found, (pattern[:200],))))
        except ValueError as error:
            raise Refused("invalid-pattern", str(error)) from error
    token = _one(parameters, "changedsince")
    if token is not None and not _TOKEN.fullmatch(token):
        raise Refused("invalid-changedsince", "changedsince takes the synctoken of a list")
    return _known(request, (yield Step(Lane.CPU, documents.listing, (token or "",))))


def _get(request: Request, tzid: str, parameters: Mapping[str, list[str]]) -> Steps[Response]:
    start, end = _instant(parameters, "start"), _instant(parameters, "end")
    low, high = documents.WHOLE[0] if start is None else start, documents.WHOLE[1] if end is None else end
    if high <= low:
        raise Refused("invalid-end", "the end is not behind the start")
    media_type = _format(request.header("accept"))
    form = "+jcal" if media_type != documents.FORMATS[0] else ""
    cut = "" if start is None and end is None else f"-{start or ''}-{end or ''}"
    tag = f'"{zone_etag(tzid)}{cut}{form}"'
    if _has(request, tag):
        return Response(304, headers=[("ETag", tag), ("Vary", "Accept"), _SHELF_LIFE])
    body = yield Step(Lane.CPU, documents.zone, (tzid, low, high, media_type))
    charset = "" if form else "; charset=utf-8"
    return Response(200, body, [("ETag", tag), ("Vary", "Accept"), _SHELF_LIFE], media_type + charset)


def _format(accept: str) -> str:
    ranges = ranges_of(accept or "*/*")
    best = max(documents.FORMATS, key=lambda media_type: quality(ranges, media_type))
    if not quality(ranges, best):
        raise Refused("invalid-format", f"the formats are {' and '.join(documents.FORMATS)}")
    return best


def _expand(tzid: str, parameters: Mapping[str, list[str]]) -> Steps[Response]:
    start, end = _instant(parameters, "start"), _instant(parameters, "end")
    if start is None:
        raise Refused("invalid-start", "start is missing")
    if end is None or end <= start:
        raise Refused("invalid-end", "end is missing, or not behind the start")
    if end - start > MOST_YEARS * 366 * 86_400:
        raise Refused("invalid-end", f"the range has more than {MOST_YEARS} years")
    body = yield Step(Lane.CPU, documents.observances, (tzid, start, end, now_ms() // 1000))
    return Response(200, body, [("Cache-Control", "no-cache")], _JSON)


def _instant(parameters: Mapping[str, list[str]], name: str) -> int | None:
    text = _one(parameters, name)
    if text is None:
        return None
    match = _INSTANT.fullmatch(text)
    try:
        moment = datetime.fromisoformat(match.group(1)) if match else None
    except ValueError:
        moment = None
    if moment is None or moment.year not in _YEARS:
        raise Refused(f"invalid-{name}", f"{name} is an instant such as 2026-01-01T00:00:00Z")
    return instant_of(moment)


def _one(parameters: Mapping[str, list[str]], name: str) -> str | None:
    values = parameters.get(name, [])
    if len(values) > 1:
        raise Refused(f"invalid-{name}", f"{name} is given once")
    return values[0] if values else None


def _known(request: Request, body: bytes) -> Response:
    """JSON, or 304 for a client that has the same already."""
    tag = f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
    if _has(request, tag):
        return Response(304, headers=[("ETag", tag), _SHELF_LIFE])
    return Response(200, body, [("ETag", tag), _SHELF_LIFE], _JSON)


def _has(request: Request, tag: str) -> bool:
    known = (part.strip().removeprefix("W/") for part in request.header("if-none-match").split(","))
    return any(one == "*" or uncoded_tag(one) == tag for one in known)


ROUTES = (Route(PATH, answer, below=True, open=True), Route(WELL_KNOWN, redirect, below=True))
