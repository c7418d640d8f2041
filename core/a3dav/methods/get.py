"""GET and HEAD with conditions and ranges (RFC 9110 §13, §14); a collection answers with a page to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import formatdate
from html import escape
from itertools import islice

from a3dav.exchange import Body, Exchange, FileSlice, Response
from a3dav.headers import byte_range
from a3dav.preconditions import Preconditions, http_date, not_modified
from a3dav.resources import Resource

_INERT = re.compile(
    r"(text/plain|image/(png|jpeg|gif|webp|avif|bmp)|(audio|video)/[\w.+-]+)\s*(;.*)?", re.ASCII | re.IGNORECASE
)
"""What a browser may show at once; everything else it may keep as a file."""
_LISTED = 1000


def get(exchange: Exchange) -> Response:
    resource = exchange.resource
    Preconditions.of(exchange).check(exchange.house, resource)
    if not_modified(exchange.request, resource):
        return Response(304, headers=[*validators(resource), *_harmless(resource)])
    return content(exchange, exchange.store.body(resource))


def content(exchange: Exchange, body: Body, status: int = 200) -> Response:
    """The body of the target, or the range of it that was asked for."""
    resource = exchange.resource
    headers = [*validators(resource), ("Accept-Ranges", "bytes"), *_harmless(resource)]
    part = _range(exchange, resource, body.length)
    if part is not None:
        start, length = part
        headers.append(("Content-Range", f"bytes {start}-{start + length - 1}/{body.length}"))
        status = 206
    else:
        start, length = 0, body.length
    if body.file is not None:
        return Response(status, FileSlice(body.file, start, length), headers, resource.content_type)
    return Response(status, body.data[start : start + length], headers, resource.content_type)


def validators(resource: Resource) -> list[tuple[str, str]]:
    return [("ETag", f'"{resource.etag}"'), ("Last-Modified", formatdate(resource.modified / 1000, usegmt=True))]


def _range(exchange: Exchange, resource: Resource, size: int) -> tuple[int, int] | None:
    request = exchange.request
    if not request.header("range") or request.method == "HEAD":
        return None
    condition = request.header("if-range").strip()
    if condition.startswith(('"', "W/")):
        holds = condition == f'"{resource.etag}"'
    else:
        holds = not condition or http_date(condition) == resource.modified // 1000
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
