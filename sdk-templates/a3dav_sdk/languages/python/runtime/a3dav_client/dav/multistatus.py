"""Reads a multistatus: each response with its status, or with properties that have theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from .._errors import DecodeError
from .._redaction import origin
from .values import DavResponse, DavValue
from .xml import Element, parse

_STATUS = re.compile(r"HTTP/\S+\s+(\d{3})")


@dataclass(frozen=True, slots=True)
class Multistatus:
    responses: list[DavResponse]
    sync_token: str


def read(body: bytes, url: str) -> Multistatus:
    """`url` is that of the request: hrefs are relative to it, and those of other servers are left out."""
    root = parse(body)
    if root.name != "{DAV:}multistatus":
        raise DecodeError(f"a multistatus was to be here, not {root.name}")
    responses = [one for child in root.every("{DAV:}response") for one in _responses(child, url)]
    token = root.first("{DAV:}sync-token")
    return Multistatus(responses, token.all_text.strip() if token else "")


def _responses(child: Element, url: str) -> list[DavResponse]:
    """One for each href, of which a response without properties may have several."""
    properties: dict[str, DavValue] = {}
    for propstat in child.every("{DAV:}propstat"):
        status, found = _status(propstat), propstat.first("{DAV:}prop")
        for one in found.children if found else ():
            properties[one.name] = DavValue(status, one)
    error = child.first("{DAV:}error")
    conditions = [one.name for one in error.children] if error else []
    paths = [path_of(href.all_text.strip(), url) for href in child.every("{DAV:}href")]
    return [DavResponse(path, _status(child), properties, conditions) for path in paths if path]


def _status(holder: Element) -> int:
    line = holder.first("{DAV:}status")
    match = _STATUS.match(line.all_text.strip()) if line else None
    return int(match[1]) if match else 0


def path_of(href: str, url: str) -> str:
    """The path that an href means; empty for one of another server."""
    whole = urljoin(url, href)
    return urlsplit(whole).path if origin(whole) == origin(url) else ""


def same(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)


def key_of(path: str) -> str:
    """What two spellings of a path have in common."""
    return unquote(urlsplit(path).path).rstrip("/")
