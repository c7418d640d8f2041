"""A whole collection as one document, drawn from the store page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from a3dav.exchange import Response
from a3dav.xml.names import dav
from a3dav.xml.reading import read_xml, text_of

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

PIECE = 64 * 1024


Merge = Callable[[Iterator[bytes]], Iterable[bytes]]


def export(
    exchange: Exchange, merge: Merge, *, content_type: str, suffix: str, bodies: Iterator[bytes] | None = None
) -> Response:
    """Answers GET and HEAD on a collection; `merge` makes one document of `bodies`, or of those of all its members."""
    headers = [
        ("Content-Disposition", attachment(title(exchange), suffix)),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "sandbox; default-src 'none'"),
    ]
    return Response(200, pieces(merge(readable_bodies(exchange) if bodies is None else bodies)), headers, content_type)


def title(exchange: Exchange) -> str:
    """The display name of the target, or the last segment of its path."""
    stored = exchange.stored([exchange.resource])[exchange.resource.id].get(dav("displayname"))
    return (text_of(read_xml(stored)) if stored else "") or exchange.resource.name


def readable_bodies(exchange: Exchange) -> Iterator[bytes]:
    collection = exchange.resource
    member_kind = exchange.house.types[collection.kind].member
    for page in exchange.store.pages(collection):
        members = [member for member in page if member.kind == member_kind]
        bodies = exchange.bodies(exchange.house.readable(exchange.actor, members), lost=b"")
        yield from (body for body in bodies if body)


def pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Parts gathered to pieces worth a step of their own."""
    gathered: list[bytes] = []
    size = 0
    for part in parts:
        gathered.append(part)
        size += len(part)
        if size >= PIECE:
            yield b"".join(gathered)
            gathered, size = [], 0
    yield b"".join(gathered)


def attachment(stem: str, suffix: str) -> str:
    """A Content-Disposition for any name (RFC 6266 §4.3, RFC 8187)."""
    plain = "".join(char if char.isascii() and char.isalnum() else "_" for char in stem)
    return f"attachment; filename=\"{plain}{suffix}\"; filename*=UTF-8''{quote(stem + suffix, safe='')}"
