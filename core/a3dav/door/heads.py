"""Heads of requests and of answers, between bytes and texts; most lines were seen before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from a3dav.exchange import Request
from a3dav.identifiers import request_id

Scope = dict[str, Any]
Line = tuple[bytes, bytes]
SECRETS = frozenset({b"authorization", b"cookie", b"proxy-authorization"})
LONGEST_USUAL = 2000


def request_of(scope: Scope) -> Request:
    """The head of a request."""
    client = scope.get("client")
    return Request(
        scope["method"], scope["raw_path"], _headers(scope["headers"]), scope["query_string"].decode("latin-1"),
        client[0] if client else "", scope["scheme"], scope["http_version"], request_id(),
    )  # fmt: skip


def _headers(lines: Iterable[Line]) -> dict[str, str]:
    """Most of what a client sends is what it sent before; what is secret is not kept."""
    usual: list[Line] = []
    secret: list[Line] = []
    length = 0
    for line in lines:
        (secret if line[0] in SECRETS else usual).append(line)
        length += len(line[1])
    found = _usual(tuple(usual)) if length <= LONGEST_USUAL else _joined(usual, {})
    return _joined(secret, found)


@lru_cache(maxsize=1024)
def _usual(lines: tuple[Line, ...]) -> Mapping[str, str]:
    return _joined(lines, {})


def _joined(lines: Iterable[Line], found: Mapping[str, str]) -> dict[str, str]:
    """Header lines of the same name are one (RFC 9110 §5.3)."""
    headers = dict(found)
    for raw_name, raw_value in lines:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


@lru_cache(maxsize=1024)
def encoded(header: tuple[str, str]) -> tuple[bytes, bytes]:
    return header[0].lower().encode(), header[1].encode("latin-1", "replace")
