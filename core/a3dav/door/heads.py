"""Heads of requests and of answers, between bytes and texts; most lines were seen before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from a3dav.answers import counted
from a3dav.door.compression import Headers, coded_headers, coding_for, known_headers, may_vary
from a3dav.exchange import Request, Response, Usual
from a3dav.identifiers import request_id

Scope = dict[str, Any]
Line = tuple[bytes, bytes]
SECRETS = frozenset({b"authorization", b"cookie", b"proxy-authorization"})
LONGEST_USUAL = 2000


def request_of(scope: Scope) -> Request:
    """The head of a request."""
    client = scope.get("client")
    headers, usual = _headers(scope["headers"])
    return Request(
        scope["method"], scope["raw_path"], headers, scope["query_string"].decode("latin-1"),
        client[0] if client else "", scope["scheme"], scope["http_version"], request_id(), usual=usual,
    )  # fmt: skip


def _headers(lines: Iterable[Line]) -> tuple[Mapping[str, str], Usual | None]:
    """Most of what a client sends is what it sent before; what is secret is not kept."""
    often: list[Line] = []
    secret: list[Line] = []
    length = 0
    for line in lines:
        (secret if line[0] in SECRETS else often).append(line)
        length += len(line[1])
    if length > LONGEST_USUAL:
        return _joined(secret, _joined(often, {})), None
    usual = _usual(tuple(often))
    return _joined(secret, usual.headers), usual


@lru_cache(maxsize=1024)
def _usual(lines: tuple[Line, ...]) -> Usual:
    joined = _joined(lines, {})
    return Usual(joined, counted(joined))


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


@dataclass(slots=True, frozen=True)
class AnswerHead:
    """The lines of an answer, and the coding of its body; a body that is coded has a length which they do not tell."""

    lines: tuple[Line, ...]
    coding: str = ""


def head_of(request: Request, response: Response, length: int | None, *, codes: bool) -> AnswerHead:
    """The head of an answer, which gets a coding that the client takes where the server `codes`."""
    known = request.header("if-none-match") if response.status == 304 else ""
    accepted = request.header("accept-encoding") if codes else None
    make = _head if len(known) + len(accepted or "") <= LONGEST_USUAL else _head.__wrapped__
    return make(response.status, tuple(response.headers), response.content_type, length, accepted, known)


@lru_cache(maxsize=4096)
def _head(
    status: int, headers: Headers, content_type: str, length: int | None, accepted: str | None, known: str
) -> AnswerHead:
    """Many are those of answers before."""
    coding = ""
    if accepted is not None and may_vary(status, headers, content_type):
        coding = coding_for(accepted, length) if status != 304 else ""
        headers = coded_headers(headers, coding) if status != 304 else known_headers(headers, known)
    lines = [_encoded(*header) for header in headers]
    if content_type:
        lines.append(_encoded("content-type", content_type))
    if length is not None and not coding and status not in {204, 304}:
        lines.append(length_line(length))
    return AnswerHead(tuple(lines), coding)


def length_line(length: int) -> Line:
    return b"content-length", b"%d" % length
