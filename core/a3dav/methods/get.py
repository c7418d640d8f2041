"""GET and HEAD with forms, conditions and ranges (RFC 9110 §12 to §14); a collection answers with a page to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import formatdate
from html import escape
from itertools import islice

from a3dav.exchange import Body, Exchange, FileSlice, Response
from a3dav.headers import byte_range
from a3dav.lanes import HEAVY_BODY, Lane, Step, Steps
from a3dav.preconditions import Preconditions, http_date, not_modified
from a3dav.representations import convert, form_of, negotiate
from a3dav.resources import Resource

_INERT = re.compile(
    r"(text/plain|image/(png|jpeg|gif|webp|avif|bmp)|(audio|video)/[\w.+-]+)\s*(;.*)?", re.ASCII | re.IGNORECASE
)
"""What a browser may show at once; everything else it may keep as a file."""
_LISTED = 1000


VARIES = ("Vary", "Accept")


def get(exchange: Exchange) -> Response | Steps[Response]:
    resource = exchange.resource
    Preconditions.of(exchange).check(exchange.house, resource)
    if exchange.house.types[resource.kind].representations and _is_choosy(exchange.request.header("accept")):
        return _in_chosen_form(exchange)
    return _unless_known(exchange, "") or content(exchange, exchange.store.body(resource))


def _is_choosy(accept: str) -> bool:
    """Whether Accept could name another form than the one that everybody gets."""
    return accept.strip() not in {"", "*/*"}


def _in_chosen_form(exchange: Exchange) -> Steps[Response]:
    house, kind = exchange.house, exchange.resource.kind
    body = exchange.store.body(exchange.resource)
    lane = Lane.CPU if body.length > HEAVY_BODY else Lane.READ
    form: str = yield Step(lane, negotiate, (house, kind, exchange.request.header("accept"), body))
    if known := _unless_known(exchange, form):
        return known
    if form:
        body = yield Step(lane, convert, (house, kind, form, body))
    return content(exchange, body, form=form)


def _unless_known(exchange: Exchange, form: str) -> Response | None:
    """304 to a client that has this form already."""
    resource = exchange.resource
    if not not_modified(exchange.request, resource, entity_tag(resource, form)):
        return None
    return Response(304, headers=[*_about(exchange, form), *_harmless(resource)])


def content(exchange: Exchange, body: Body, status: int = 200, form: str = "") -> Response:
    """A form of the target, or the range of it that was asked for."""
    resource = exchange.resource
    media_type = form_of(exchange.house.types[resource.kind], form).media_type if form else resource.content_type
    headers = [*_about(exchange, form), ("Accept-Ranges", "bytes"), *_harmless(resource)]
    part = _range(exchange, entity_tag(resource, form), body.length)
    if part is not None:
        start, length = part
        headers.append(("Content-Range", f"bytes {start}-{start + length - 1}/{body.length}"))
        status = 206
    else:
        start, length = 0, body.length
    if body.file is not None:
        return Response(status, FileSlice(body.file, start, length), headers, media_type)
    return Response(status, body.data[start : start + length], headers, media_type)


def _about(exchange: Exchange, form: str) -> list[tuple[str, str]]:
    varies = [VARIES] if exchange.house.types[exchange.resource.kind].representations else []
    return [*validators(exchange.resource, form), *varies]


def entity_tag(resource: Resource, form: str = "") -> str:
    return f'"{resource.etag}+{form}"' if form else f'"{resource.etag}"'


def validators(resource: Resource, form: str = "") -> list[tuple[str, str]]:
    modified = formatdate(resource.modified / 1000, usegmt=True)
    return [("ETag", entity_tag(resource, form)), ("Last-Modified", modified)]


def _range(exchange: Exchange, tag: str, size: int) -> tuple[int, int] | None:
    request = exchange.request
    if not request.header("range") or request.method == "HEAD":
        return None
    condition = request.header("if-range").strip()
    if condition.startswith(('"', "W/")):
        holds = condition == tag
    else:
        holds = not condition or http_date(condition) == exchange.resource.modified // 1000
    return byte_range(request, size) if holds else None


def _harmless(resource: Resource) -> list[tuple[str, str]]:
    """What users upload must not act in the origin of the server."""
    headers = [
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "sandbox; default-src 'none'"),
    ]
    if not _INERT.fullmatch(resource.content_type):
        headers.append(("Content-Disposition", "attachment"))
    return headers


def get_collection(exchange: Exchange) -> Response:
    """A page that lists the readable members, for people who point a browser here."""
    return Response(200, b"".join(_page(exchange)), content_type="text/html; charset=utf-8").with_header(
        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"
    )


def _page(exchange: Exchange) -> Iterator[bytes]:
    title = escape("/" + "/".join(exchange.path))
    yield f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>".encode()
    yield f"<style>body{{font:1rem sans-serif;margin:2rem}}</style><h1>{title}</h1><ul>".encode()
    shown = members_of(exchange, exchange.resource, _LISTED)
    for member in exchange.house.readable(exchange.actor, shown):
        name = escape(member.path[-1] + ("/" if member.collection else ""))
        yield f'<li><a href="{escape(member.href)}">{name}</a></li>'.encode()
    yield b"</ul></html>"


def members_of(exchange: Exchange, collection: Resource, limit: int) -> list[Resource]:
    if collection.stored:
        return exchange.store.members(collection, limit=limit)
    found = exchange.house.hooks.a3dav_members(house=exchange.house, identity=exchange.actor, collection=collection)
    return list(islice(found or (), limit))
