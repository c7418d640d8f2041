"""A proxy before a real server that notes what came by, and spoils some answers where a scenario says so."""

from __future__ import annotations

import http.client
import socket
import socketserver
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .scripted import Arrived, answer_with, read

_ANSWER_SECONDS = 30


@dataclass
class Recording:
    """One connection is one request; `faults` are what becomes of some of them, by their number."""

    port: int
    faults: Mapping[int, dict[str, Any]] = field(default_factory=dict)
    arrived: list[Arrived] = field(default_factory=list)
    _calls: int = 0
    _server: socketserver.ThreadingTCPServer | None = None

    def start(self) -> None:
        recording = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                arrived = read(self.rfile, "main")
                if arrived is not None:
                    recording.answer(self.connection, arrived)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def url(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    def answer(self, connection: socket.socket, arrived: Arrived) -> None:
        """A fault with `cut` alone is of an answer that the server gave: it is lost on its way."""
        fault = self.faults.get(len(self.arrived))
        self._calls += len(self.arrived) - 1 not in self.faults
        self.arrived.append(arrived)
        if fault is None:
            connection.sendall(self.forwarded(arrived))
        elif fault.keys() == {"cut"}:
            head, end, body = self.forwarded(arrived).partition(b"\r\n\r\n")
            connection.sendall(head + end + body[: fault["cut"]])
        else:
            answer_with(connection, fault, arrived.method)

    def forwarded(self, arrived: Arrived) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_ANSWER_SECONDS)
        own = {"connection", "accept-encoding", "transfer-encoding", "content-length"}
        headers = {name: value for name, value in arrived.headers.items() if name not in own}
        if "idempotency-key" in headers:  # the same for all calls, because the random source of drivers is
            headers["idempotency-key"] += f"-{self._calls}"
        try:
            connection.request(arrived.method, arrived.target, arrived.body, headers)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        told = [(name, value) for name, value in answer.getheaders() if name.lower() not in own]
        if answer.status not in (204, 304):
            told.append(("content-length", str(len(body))))
        lines = [f"HTTP/1.1 {answer.status} {answer.reason}", *(f"{name}: {value}" for name, value in told)]
        return "\r\n".join([*lines, "connection: close", "", ""]).encode("latin-1") + body
