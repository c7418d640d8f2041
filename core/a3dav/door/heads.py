"""Heads of requests and of answers, between bytes and texts; most lines were seen before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from a3dav.answers import counted
from a3dav.exchange import Request
from a3dav.identifiers import request_id

Scope = dict[str, Any]
Line = tuple[bytes, bytes]
SECRETS = frozenset({b"authorization", b"cookie", b"proxy-authorization"})
LONGEST_USUAL = 2000


def request_of(scope: Scope) -> Request:
    """The head of a request."""
    client = scope.get("client")
    headers, told = _headers(scope["headers"])
    return Request(
        scope["method"], scope["raw_path"], headers, scope["query_string"].decode("latin-1"),
        client[0] if client else "", scope["scheme"], scope["http_version"], request_id(), counted=told,
    )  # fmt: skip


def _headers(lines: Iterable[Line]) -> tuple[dict[str, str], str | None]:
    """Most of what a client sends is what it sent before; what is secret is not kept.

    What counts of it for answers comes along, where it was worked out before.
    """
    usual: list[Line] = []
    secret: list[Line] = []
    length = 0
    for line in lines:
        (secret if line[0] in SECRETS else usual).append(line)
        length += len(line[1])
    found, told = _usual(tuple(usual)) if length <= LONGEST_USUAL else (_joined(usual, {}), None)
    return _joined(secret, found), told


@lru_cache(maxsize=1024)
def _usual(lines: tuple[Line, ...]) -> tuple[Mapping[str, str], str]:
    joined = _joined(lines, {})
    return joined, counted(joined)


def _joined(lines: Iterable[Line], found: Mapping[str, str]) -> dict[str, str]:
    """Header lines of the same name are one (RFC 9110 §5.3)."""
    headers = dict(found)
    for raw_name, raw_value in lines:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


@lru_cache(maxsize=1024)
def _encoded(name: str, value: str) -> Line:
    return name.lower().encode(), value.encode("latin-1", "replace")


@lru_cache(maxsize=4096)
def head_of(headers: tuple[tuple[str, str], ...], content_type: str, length: int | None) -> tuple[Line, ...]:
    """The head of an answer; many are those of answers before."""
    lines = [_encoded(*header) for header in headers]
    if content_type:
        lines.append(_encoded("content-type", content_type))
    if length is not None:
        lines.append(_encoded("content-length", str(length)))
    return tuple(lines)
