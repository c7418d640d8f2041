"""A server that answers as a scenario says, whatever it is asked, and notes what came."""

from __future__ import annotations

import json
import socket
import socketserver
import threading
import time
from dataclasses import dataclass, field
from typing import Any

STALLED_SECONDS = 20
_BETWEEN_CHUNKS = 0.02
_PHRASES = {200: "OK", 207: "Multi-Status", 503: "Service Unavailable"}


@dataclass
class Arrived:
    """A request as it came; `origin` is which of the servers it came to."""

    origin: str
    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Scripted:
    """Two servers, so that one can redirect to the other; both take answers from one list."""

    answers: list[dict[str, Any]]
    arrived: list[Arrived] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _servers: dict[str, socketserver.ThreadingTCPServer] = field(default_factory=dict)

    def start(self) -> None:
        for origin in ("main", "other"):
            server = _server(self, origin)
            self._servers[origin] = server
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()

    def url(self, origin: str = "main") -> str:
        return f"http://127.0.0.1:{self._servers[origin].server_address[1]}"

    def stop(self) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()

    def next(self, arrived: Arrived) -> dict[str, Any]:
        with self._lock:
            self.arrived.append(arrived)
            number = len(self.arrived) - 1
        answer = self.answers[number] if number < len(self.answers) else {"status": 599}
        text = json.dumps(answer).replace("${other}", self.url("other")).replace("${main}", self.url())
        found: dict[str, Any] = json.loads(text)
        return found


def _server(script: Scripted, origin: str) -> socketserver.ThreadingTCPServer:
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            arrived = read(self.rfile, origin)
            if arrived is not None:
                answer_with(self.connection, script.next(arrived), arrived.method)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True
        block_on_close = False

        def handle_error(self, *_where: object) -> None:
            """A client that went away is what some scenarios want."""

    return Server(("127.0.0.1", 0), Handler)


def read(stream: Any, origin: str) -> Arrived | None:
    """A request of HTTP/1.1; None where nobody asked."""
    head = stream.readline().decode("latin-1").split()
    if len(head) != 3:
        return None
    headers: dict[str, str] = {}
    while line := stream.readline().decode("latin-1").strip():
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return Arrived(origin, head[0], head[1], headers, _body(stream, headers))


def _body(stream: Any, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() != "chunked":
        return bytes(stream.read(int(headers.get("content-length", 0))))
    pieces = []
    while size := int(stream.readline().split(b";")[0] or b"0", 16):
        pieces.append(stream.read(size))
        stream.readline()
    stream.readline()
    return b"".join(pieces)


def answer_with(connection: socket.socket, answer: dict[str, Any], method: str) -> None:
    if answer.get("close"):
        return
    if answer.get("stall"):
        time.sleep(STALLED_SECONDS)
        return
    status = answer.get("status", 200)
    pieces, media_type = _content(answer)
    headers = {"connection": "close", **({"content-type": media_type} if media_type else {})}
    headers |= {name.lower(): str(value) for name, value in answer.get("headers", {}).items()}
    is_chunked = "chunks" in answer
    if is_chunked:
        headers["transfer-encoding"] = "chunked"
    elif status not in (204, 304):
        headers["content-length"] = str(sum(map(len, pieces)))
    lines = [
        f"HTTP/1.1 {status} {_PHRASES.get(status, 'Said')}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    if method != "HEAD":
        _send(connection, pieces, is_chunked, answer.get("cut"))


def _content(answer: dict[str, Any]) -> tuple[list[bytes], str]:
    if "json" in answer:
        problem = answer.get("status", 200) >= 400
        return [json.dumps(answer["json"]).encode()], "application/problem+json" if problem else "application/json"
    if "chunks" in answer:
        return [piece.encode("utf-8", "surrogateescape") for piece in answer["chunks"]], "text/event-stream"
    text = answer.get("text", "")
    return [text.encode()], "application/xml; charset=utf-8" if text.startswith("<") else "text/plain" if text else ""


def _send(connection: socket.socket, pieces: list[bytes], is_chunked: bool, cut: int | None) -> None:
    sent = 0
    for piece in pieces:
        part = piece if cut is None else piece[: cut - sent]
        sent += len(part)
        if part:
            connection.sendall(b"%x\r\n%b\r\n" % (len(part), part) if is_chunked else part)
        if cut is not None and sent >= cut:
            return
        time.sleep(_BETWEEN_CHUNKS if is_chunked else 0)
    if is_chunked:
        connection.sendall(b"0\r\n\r\n")
