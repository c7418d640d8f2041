"""Requests as bytes over a socket, for what no HTTP client would send."""

from __future__ import annotations

import base64
import re
import select
import socket
import time
from dataclasses import dataclass, field

PIECE = 1 << 18


def ask(
    method: str,
    path: str,
    *headers: str,
    body: bytes | str = b"",
    host: str = "dav.example",
    user: str = "",
    length: bool = True,
    version: str = "HTTP/1.1",
) -> bytes:
    """A request as it goes over the wire; `user` is name:password, and an empty host is left out."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"{method} {path} {version}", *([f"Host: {host}"] if host else []), *headers]
    if user:
        lines.append(f"Authorization: Basic {base64.b64encode(user.encode()).decode()}")
    if length and (content or method in {"PUT", "POST"}):
        lines.append(f"Content-Length: {len(content)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + content


@dataclass
class RawAnswer:
    """One answer from the wire; names of headers are lower case, and repeated ones are joined."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def condition(self) -> str:
        """The local name of the element inside of DAV:error, "" where there is none."""
        found = re.search(rb"<D:error[^>]*><(?:\w+:)?([\w-]+)", self.body)
        return found.group(1).decode() if found else ""


@dataclass
class Conversation:
    """What came back on one connection: whole answers in their order, and whether the server closed it."""

    answers: list[RawAnswer]
    closed: bool
    seconds: float

    @property
    def status(self) -> int:
        """That of the first final answer, 0 where there was none."""
        return self.answers[0].status if self.answers else 0


def converse(address: tuple[str, int], request: bytes, *, patience: float, linger: float = 0.0) -> Conversation:
    """Sends everything and reads meanwhile, until an answer is whole and `linger` seconds went by, or the end."""
    started = time.monotonic()
    head_only = request[:5] == b"HEAD "
    received, unsent, closed = bytearray(), memoryview(request), False
    answers: list[RawAnswer] = []
    deadline = started + patience
    with socket.create_connection(address, timeout=patience) as connection:
        connection.setblocking(False)
        while not closed and (left := deadline - time.monotonic()) > 0:
            readable, writable, _ = select.select([connection], [connection] if unsent else [], [], min(left, 0.25))
            if writable:
                try:
                    unsent = unsent[connection.send(unsent[:PIECE]) :]
                except OSError:  # it answers, or has closed: what was said already is still to be read
                    unsent = memoryview(b"")
            if readable:
                closed = not _receive(connection, received)
                before = len(answers)
                answers = answers_in(bytes(received), ended=closed, head_only=head_only)
                if answers and len(answers) > before:
                    deadline = min(deadline, time.monotonic() + linger)
    return Conversation(answers, closed, time.monotonic() - started)


def _receive(connection: socket.socket, received: bytearray) -> bool:
    try:
        piece = connection.recv(PIECE)
    except OSError:
        return False
    received += piece
    return bool(piece)


def answers_in(data: bytes, *, ended: bool, head_only: bool) -> list[RawAnswer]:
    """The final answers at the beginning of what was received; 100 Continue is passed over."""
    answers = []
    while (end := data.find(b"\r\n\r\n")) >= 0:
        status, headers = _head(data[:end])
        rest = data[end + 4 :]
        if 100 <= status < 200:
            data = rest
            continue
        framed = _body(rest, headers, empty=head_only or status in {204, 304}, ended=ended)
        if framed is None:
            break
        body, data = framed
        answers.append(RawAnswer(status, headers, body))
    return answers


def _head(head: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = head.decode("latin-1").split("\r\n")
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        name = name.lower()
        headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
    return int(first.split(" ")[1]), headers


def _body(rest: bytes, headers: dict[str, str], *, empty: bool, ended: bool) -> tuple[bytes, bytes] | None:
    """The body and what follows it; None while it is not whole."""
    if empty:
        return b"", rest
    if headers.get("transfer-encoding") == "chunked":
        return _unchunked(rest)
    if "content-length" in headers:
        length = int(headers["content-length"])
        return (rest[:length], rest[length:]) if len(rest) >= length else None
    return (rest, b"") if ended else None


def _unchunked(rest: bytes) -> tuple[bytes, bytes] | None:
    pieces = []
    while (end := rest.find(b"\r\n")) >= 0:
        size = int(rest[:end].partition(b";")[0], 16)
        if len(rest) < end + 2 + size + 2:
            return None
        pieces.append(rest[end + 2 : end + 2 + size])
        rest = rest[end + 2 + size + 2 :]
        if size == 0:
            return b"".join(pieces), rest
    return None
