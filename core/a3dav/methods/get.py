"""GET and HEAD with forms, conditions and ranges (RFC 9110 §12 to §14); a collection answers with a page to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from a3dav.exchange import Body, Exchange, FileSlice, Response
from a3dav.headers import byte_range
from a3dav.lanes import HEAVY_BODY, Lane, Step, Steps
from a3dav.preconditions import Preconditions, date_header, http_date, not_modified
from a3dav.representations import adapt, convert, form_of, negotiate
from a3dav.resources import Resource

if TYPE_CHECKING:
    from a3dav.house import House

_INERT = re.compile(
    r"(text/plain|image/(png|jpeg|gif|webp|avif|bmp)|(audio|video)/[\w.+-]+)\s*(;.*)?", re.ASCII | re.IGNORECASE
)
"""What a browser may show at once; everything else it may keep as a file."""
_LISTED = 1000


VARIES = ("Vary", "Accept")


@dataclass(slots=True, frozen=True)
class Served:
    """What GET sends of a resource: a body and its media type, and a tag where the bytes are not the stored ones."""

    body: Body
    media_type: str
    tag: str = ""


def get(exchange: Exchange) -> Response | Steps[Response]:
    resource = exchange.resource
    Preconditions.of(exchange).check(exchange.house, resource)
    kind = exchange.house.types[resource.kind]
    if _wish(exchange) or (kind.representations and _is_choosy(exchange.request.header("accept"))):
        return _in_chosen_form(exchange)
    return _served(exchange, Served(exchange.body(resource), resource.content_type))


def adapted(exchange: Exchange, body: Body) -> Served:
    """A body as the adaptation of its kind serves it, in the form it is stored in."""
    tag, served = adapt(exchange.house, exchange.resource.kind, _wish(exchange), body)
    return Served(served, exchange.resource.content_type, tag)


def _is_choosy(accept: str) -> bool:
    """Whether Accept could name another form than the one that everybody gets."""
    return accept.strip() not in {"", "*/*"}


def _in_chosen_form(exchange: Exchange) -> Steps[Response]:
    served = yield from chosen(exchange, exchange.body(exchange.resource))
    response: Response = yield Step(Lane.READ, _served, (exchange, served))
    return response


def _served(exchange: Exchange, served: Served) -> Response:
    return _unless_known(exchange, served.tag) or content(exchange, served)


def chosen(exchange: Exchange, body: Body) -> Steps[Served]:
    """The form of a body that the headers of the request ask for."""
    house, kind, accept = exchange.house, exchange.resource.kind, exchange.request.header("accept")
    lane = Lane.CPU if body.length > HEAVY_BODY else Lane.READ
    form: str = (yield Step(lane, negotiate, (house, kind, accept, body))) if _is_choosy(accept) else ""
    change = ""
    if wish := _wish(exchange):
        change, body = yield Step(lane, adapt, (house, kind, wish, body))
    if not form:
        return Served(body, exchange.resource.content_type, change)
    if not_modified(exchange.request, exchange.resource, entity_tag(exchange.resource, form + change)):
        return Served(Body(), "", form + change)  # 304 has no body to convert
    converted: Body = yield Step(lane, convert, (house, kind, form, body))
    return Served(converted, form_of(house.types[kind], form).media_type, form + change)


def _wish(exchange: Exchange) -> str:
    adaptation = exchange.house.types[exchange.resource.kind].adaptation
    return exchange.request.header(adaptation.header.lower()).strip() if adaptation else ""


def _unless_known(exchange: Exchange, tag: str) -> Response | None:
    """304 to a client that has this form already."""
    resource = exchange.resource
    if not not_modified(exchange.request, resource, entity_tag(resource, tag)):
        return None
    return Response(304, headers=[*_about(exchange, tag), *_harmless(resource)])


def content(exchange: Exchange, served: Served, status: int = 200) -> Response:
    """A form of the target, or the range of it that was asked for."""
    resource, body = exchange.resource, served.body
    headers = [*_about(exchange, served.tag), ("Accept-Ranges", "bytes"), *_harmless(resource)]
    part = _range(exchange, entity_tag(resource, served.tag), body.length)
    if part is not None:
        start, length = part
        headers.append(("Content-Range", f"bytes {start}-{start + length - 1}/{body.length}"))
        status = 206
    else:
        start, length = 0, body.length
    if body.file is not None:
        return Response(status, FileSlice(body.file, start, length), headers, served.media_type)
    return Response(status, body.data[start : start + length], headers, served.media_type)


def _about(exchange: Exchange, tag: str) -> list[tuple[str, str]]:
    kind = exchange.house.types[exchange.resource.kind]
    headers = ["Accept"] if kind.representations else []
    if kind.adaptation:
        headers.append(kind.adaptation.header)
    return [*validators(exchange.house, exchange.resource, tag), *([("Vary", ", ".join(headers))] if headers else [])]


def entity_tag(resource: Resource, form: str = "") -> str:
    return f'"{resource.etag}+{form}"' if form else f'"{resource.etag}"'


def validators(house: House, resource: Resource, form: str = "") -> list[tuple[str, str]]:
    modified = ("Last-Modified", date_header(resource.modified))
    return [("ETag", entity_tag(resource, form)), modified, *further_validators(house, resource)]


def further_validators(house: House, resource: Resource) -> list[tuple[str, str]]:
    told = [(entry.header, entry.values(house, [resource])[0]) for entry in house.validator_table.of(resource.kind)]
    return [(header, value) for header, value in told if value is not None]


def _range(exchange: Exchange, tag: str, size: int) -> tuple[int, int] | None:
    request = exchange.request
    if not request.header("range") or request.method != "GET":  # RFC 9110 §14.2
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
        return [*exchange.store.members(collection, limit=limit), *exchange.store.mounted(collection)]
    found = exchange.house.hooks.a3dav_members(house=exchange.house, identity=exchange.actor, collection=collection)
    return list(islice(found or (), limit))
