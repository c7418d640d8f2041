"""Content codings by Accept-Encoding (RFC 9110 §8.4, §12.5.3): zstd and gzip, piece by piece.

A strong entity tag names bytes, so the coded form of a body has one of its own: the tag of the
resource with the coding behind it. `preconditions` takes either for the same version.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

from backports import zstd

Headers: TypeAlias = tuple[tuple[str, str], ...]
SMALLEST = 1400
"""Bytes that fit into one packet anyway."""
INLINE = 16 * 1024
"""Up to this many bytes a piece is compressed where it is; above, in a thread."""
_TEXT = re.compile(
    r"text/|application/(?:[a-z0-9.-]+\+)?(?:xml|json)\b|application/javascript\b|image/svg", re.IGNORECASE
)
_SETTLED = ("Content-Encoding", "Content-Range")
_VARY = ("Vary", "Accept-Encoding")
_WEIGHT = re.compile(r";\s*q\s*=\s*(\d(?:\.\d{0,3})?)\s*$", re.IGNORECASE)


class Coder(Protocol):
    def compress(self, data: bytes) -> bytes: ...

    def flush(self) -> bytes: ...


def _gzip() -> Coder:
    return zlib.compressobj(5, zlib.DEFLATED, 16 + zlib.MAX_WBITS)


def _zstd() -> Coder:
    return zstd.ZstdCompressor(level=3)


CODERS: dict[str, Callable[[], Coder]] = {"zstd": _zstd, "gzip": _gzip}


def coding_for(accepted: str, length: int | None) -> str:
    """The coding of an answer that may vary, "" for none; `length` is None where nobody knows it yet."""
    if length is not None and length < SMALLEST:
        return ""
    return preferred(accepted) if accepted else ""


def may_vary(status: int, headers: Headers, content_type: str) -> bool:
    """Whether another client could get this answer in a coding."""
    if status not in {200, 207, 304} or not (status == 304 or _TEXT.match(content_type)):
        return False
    return not any(name in _SETTLED for name, _ in headers)


def coded_headers(headers: Headers, coding: str) -> Headers:
    """Those of an answer that may vary, and of one in this coding if it names one."""
    if not coding:
        return (*headers, _VARY)
    told = [(name, coded_tag(value, coding) if name == "ETag" else value) for name, value in headers]
    return (*told, _VARY, ("Content-Encoding", coding))


def known_headers(headers: Headers, known: str) -> Headers:
    """Those of a 304: the tag is that of the coded form where the client has that one (RFC 9110 §15.4.5)."""
    told = [(name, _tag_known(value, known) if name == "ETag" else value) for name, value in headers]
    return (*told, _VARY)


def _tag_known(tag: str, known: str) -> str:
    return next((coded_tag(tag, coding) for coding in CODERS if coded_tag(tag, coding) in known), tag)


@lru_cache(maxsize=256)
def preferred(accepted: str) -> str:
    """The coding that the client likes best; of equals, the better one."""
    weights = {name: weight for name, weight in map(_entry, accepted.split(",")[:50]) if name}
    anything = weights.get("*", 0.0)
    best = max(CODERS, key=lambda name: weights.get(name, anything))
    weight = weights.get(best, anything)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else ""


def _entry(text: str) -> tuple[str, float]:
    name, _, _ = text.partition(";")
    weight = _WEIGHT.search(text)
    name = name.strip().lower()
    return ("gzip" if name == "x-gzip" else name), (float(weight[1]) if weight else 1.0)


def coded_tag(value: str, coding: str) -> str:
    """`"abc"` as `"abc-gzip"`."""
    return f'{value[:-1]}-{coding}"' if value.endswith('"') else value


InThread = Callable[..., Awaitable[Any]]


async def coded(pieces: AsyncIterator[bytes], coding: str, in_thread: InThread) -> AsyncIterator[bytes]:
    coder = CODERS[coding]()
    async for piece in pieces:
        packed = coder.compress(piece) if len(piece) <= INLINE else await in_thread(coder.compress, piece)
        if packed:
            yield packed
    yield coder.flush()


async def packed(body: bytes, coding: str, in_thread: InThread) -> bytes:
    coder = CODERS[coding]()

    def work() -> bytes:
        return coder.compress(body) + coder.flush()

    return work() if len(body) <= INLINE else await in_thread(work)
