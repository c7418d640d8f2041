"""Request headers of WebDAV as values: Depth, Destination, Overwrite, Timeout, Prefer, Range, If."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, unquote_to_bytes, urlsplit

from a3dav.errors import BadGateway, BadRequest, NotFound, RangeNotSatisfiable, UriTooLong
from a3dav.exchange import Request
from a3dav.names import MAX_NAME, is_member_name, normal
from a3dav.resources import Path

INFINITY = -1
MAX_PATH = 8192
MAX_SEGMENTS = 64
MAX_CONDITIONS = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_PLAIN_PATH = re.compile(r"(/[A-Za-z0-9._~%@+=$&,!*'()-]+)+/?", re.ASCII)
"""An absolute path that is nothing else by any reading: no query, no authority."""


def parse_path(raw: bytes) -> Path:
    """The segments of a raw path: split first, then decoded strictly as UTF-8.

    Empty segments vanish, characters are composed. `.` and `..` are refused, as are slashes, NUL and
    control characters that hide behind percent signs.
    """
    if len(raw) > MAX_PATH:
        raise UriTooLong(f"the path is longer than {MAX_PATH} bytes")
    segments = tuple([_decode(segment) for segment in raw.partition(b"?")[0].split(b"/") if segment])
    if len(segments) > MAX_SEGMENTS:
        raise UriTooLong(f"the path has more than {MAX_SEGMENTS} segments")
    return segments


@lru_cache(maxsize=16_384)
def _decode(segment: bytes) -> str:
    try:
        name = normal(unquote_to_bytes(segment).decode())
    except UnicodeDecodeError as error:
        raise BadRequest(f"a segment of the path is not UTF-8: {segment[:80]!r}") from error
    if not is_member_name(name):
        raise BadRequest(f"a segment of the path is not a name of {MAX_NAME} bytes at most: {name[:80]!r}")
    return name


def is_number(text: str) -> bool:
    """Whether these are digits as ABNF means them, and no other digits of Unicode."""
    return text.isascii() and text.isdigit()


def as_written(value: str) -> str:
    """A header's URL where a client wrote UTF-8 into it and no percent signs."""
    try:
        return value.encode("latin-1").decode()
    except UnicodeError:
        return value


def depth(request: Request, *, default: int) -> int:
    """The Depth header (RFC 4918 §10.2); INFINITY stands for "infinity"."""
    value = request.header("depth").strip().lower()
    if not value:
        return default
    if value in {"0", "1"}:
        return int(value)
    if value == "infinity":
        return INFINITY
    if value in {"1,noroot", "infinity,noroot"}:  # an extension of Microsoft clients
        return 1 if value.startswith("1") else INFINITY
    raise BadRequest(f"Depth must be 0, 1 or infinity, not {value!r}")


def no_root(request: Request) -> bool:
    """RFC 8144 §3.1 depth-noroot, or the Depth value of Microsoft clients."""
    return "depth-noroot" in preferences(request) or "noroot" in request.header("depth").lower()


def overwrite(request: Request) -> bool:
    """The Overwrite header (RFC 4918 §10.6), true when missing."""
    value = request.header("overwrite", "T").strip().upper()
    if value not in {"T", "F"}:
        raise BadRequest(f"Overwrite must be T or F, not {value!r}")
    return value == "T"


def destination(request: Request) -> Path:
    """The path of the Destination header (RFC 4918 §10.3), on this server."""
    value = request.header("destination").strip()
    if not value:
        raise BadRequest("the Destination header is missing")
    if " " in value:  # as where two of them were joined
        raise BadRequest("the Destination header is not one URL")
    return url_path(as_written(value), request)


def url_path(url: str, request: Request) -> Path:
    """The path of an absolute URL or absolute path that must point to this server."""
    path = url if _PLAIN_PATH.fullmatch(url) else _path_on_this_server(url, request)
    if request.mount and (path == request.mount or path.startswith(request.mount + "/")):
        path = path[len(request.mount) :]
    return parse_path(path.encode("utf-8", "surrogateescape"))


def _path_on_this_server(url: str, request: Request) -> str:
    if _CONTROL.search(url):  # urlsplit would leave them out
        raise BadRequest(f"{url[:200]!r} is not a URL")
    parts = _split(url)
    if parts.scheme or parts.netloc:
        hosts = request.hosts or (request.header("host"),)
        if parts.scheme not in {"http", "https"} or not any(_same_host(parts.netloc, host) for host in hosts):
            raise BadGateway(f"{url[:200]} points to another server")
    elif not url.startswith("/"):
        raise BadRequest(f"{url[:200]!r} is neither an absolute URL nor an absolute path")
    return parts.path


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError as error:
        raise BadRequest(f"{url[:200]!r} is not a URL: {error}") from error


def _same_host(netloc: str, host: str) -> bool:
    def bare(value: str) -> str:
        value = value.rpartition("@")[2].lower()
        return re.sub(r":(80|443)$", "", value)

    return bare(netloc) == bare(host)


def href_path(href: str, request: Request) -> Path:
    """The path of an href in a body; raises NotFound for one that cannot be on this server."""
    try:
        return url_path(href.strip(), request)
    except (BadGateway, BadRequest, UriTooLong) as error:
        raise NotFound(error.message) from error


def timeout(request: Request, *, maximum: int) -> int:
    """Seconds of the first Timeout (RFC 4918 §10.7) we can grant, `maximum` at most."""
    for part in request.header("timeout").split(","):
        value = part.strip().lower()
        if value == "infinite":
            return maximum
        if value.startswith("second-") and is_number(value[7:]):
            return max(1, min(int(value[7:][:10]), maximum))
    return maximum


def preferences(request: Request) -> dict[str, str]:
    """Prefer (RFC 7240), with Brief: t as return=minimal (RFC 8144 Appendix A)."""
    found: dict[str, str] = {}
    for part in request.header("prefer").split(","):
        name, _, value = part.partition(";")[0].partition("=")
        if name.strip():
            found.setdefault(name.strip().lower(), value.strip().strip('"').lower())
    if request.header("brief").strip().lower() == "t":
        found.setdefault("return", "minimal")
    return found


def minimal(request: Request) -> bool:
    return preferences(request).get("return") == "minimal"


def is_xml(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().lower() in {"application/xml", "text/xml"}


def is_document(media_type: str) -> bool:
    """Whether a body is XML that asks for something; WebDAV sharing has a media type of its own for that."""
    return is_xml(media_type) or media_type.partition(";")[0].strip().lower() == "application/davsharing+xml"


_CODED = re.compile(r'-(?:gzip|zstd)"$')
_FORM = re.compile(r'\+[a-z0-9]+"$')


def uncoded_tag(tag: str) -> str:
    """The entity tag of a representation, of that of its compressed form (RFC 9110 §8.8.3.3)."""
    return _CODED.sub('"', tag)


def plain_tag(tag: str) -> str:
    """The entity tag of a resource, of that of any representation of it in any coding."""
    return _FORM.sub('"', uncoded_tag(tag))


_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")


def byte_range(request: Request, size: int) -> tuple[int, int] | None:
    """Start and length of a single byte range (RFC 9110 §14.2); None sends the whole."""
    match = _RANGE.match(request.header("range").strip().replace(" ", ""))
    if match is None or match.groups() == ("", ""):
        return None  # several ranges and other units may be ignored
    first, last = (group[:18] for group in match.groups())
    if not first:
        length = min(int(last), size)
        start = size - length
    else:
        start = int(first)
        if last and int(last) < start:
            return None
        length = min(int(last or size), size - 1) - start + 1
    if length <= 0 or start >= size:
        raise RangeNotSatisfiable("the range lies outside of the body", headers=(("Content-Range", f"bytes */{size}"),))
    return start, length


@dataclass(slots=True, frozen=True)
class Condition:
    """One condition of an If list: a state token or an entity tag, possibly negated."""

    negated: bool
    token: str = ""
    etag: str = ""


@dataclass(slots=True, frozen=True)
class ConditionList:
    """Conditions that must all hold for one resource; a resource of None is the request's target."""

    resource: str | None
    conditions: tuple[Condition, ...]


_IF_TOKEN = re.compile(r"\s*(?:(\()|(\))|<([^<>\s]*)>|\[((?:W/)?\"[^\"]*\")\]|([Nn][Oo][Tt])\b)")


def _few_conditions(value: str) -> str:
    if value.count("<") + value.count("[") > MAX_CONDITIONS:
        raise BadRequest(f"the If header has more than {MAX_CONDITIONS} tokens, tags and resources")
    return value


def parse_if(value: str) -> Sequence[ConditionList]:
    """The If header (RFC 4918 §10.4), tagged and untagged lists; raises BadRequest where it is not one."""
    lists: list[ConditionList] = []
    tag: str | None = None
    inside: list[Condition] | None = None
    negated = listed = False
    position, value = 0, _few_conditions(value.strip())
    while position < len(value):
        match = _IF_TOKEN.match(value, position)
        if match is None:
            raise BadRequest(f"the If header is malformed at {value[position : position + 40]!r}")
        position = match.end()
        opening, closing, coded, etag, negation = match.groups()
        if inside is None:
            if opening:
                inside = []
            elif coded is not None and not closing:
                tag, listed = coded, False
            else:
                raise BadRequest("the If header has a condition outside of a list")
        elif closing:
            if not inside or negated:
                raise BadRequest("the If header has an empty list")
            lists.append(ConditionList(tag, tuple(inside)))
            inside, listed = None, True
        elif negation:
            negated = True
        elif coded is not None or etag is not None:
            inside.append(Condition(negated, coded or "", etag or ""))
            negated = False
        else:
            raise BadRequest("the If header has a list inside of a list")
    if inside is not None or not listed:
        raise BadRequest("the If header ends where a list is missing")
    return lists
