"""A proxy that gives each request to the next of several servers, whatever connection it comes on."""

import http.client
import itertools
import socket
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

OF_A_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "expect"}
PATIENCE_SECONDS = 60


@contextmanager
def alternating(ports):
    """The port of a proxy in front of servers on this machine, and how many requests each got."""
    turns = itertools.cycle(ports)
    counts = dict.fromkeys(ports, 0)

    class Alternator(_Handler):
        def next_port(self):
            port = next(turns)
            counts[port] += 1
            return port

    with _Server(("127.0.0.1", 0), Alternator) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port, counts
        server.shutdown()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self._pass_on
        raise AttributeError(name)

    def setup(self):
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def log_message(self, *_):
        """Nobody reads it."""

    def _pass_on(self):
        answer, body = self._ask(self._body())
        told = [(name, value) for name, value in answer.getheaders() if name.lower() not in OF_A_CONNECTION]
        if answer.getheader("transfer-encoding"):
            told.append(("Content-Length", str(len(body))))
        lines = [f"HTTP/1.1 {answer.status} {answer.reason}", *(f"{name}: {value}" for name, value in told)]
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        self.close_connection |= answer.getheader("connection", "").lower() == "close"

    def _ask(self, body):
        """Another connection each time, since whichever server comes next may have closed the last."""
        connection = http.client.HTTPConnection("127.0.0.1", self.next_port(), timeout=PATIENCE_SECONDS)
        try:
            target = self.requestline.split(" ")[1]  # as it was sent, which `path` need not be
            connection.putrequest(self.command, target, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in OF_A_CONNECTION | {"content-length"}:
                    connection.putheader(name, value)
            if "content-length" in self.headers or body:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def _body(self):
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        pieces = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(pieces)
