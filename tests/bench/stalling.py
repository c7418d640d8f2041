"""Clients that begin to send or to receive, and then do nothing."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

BEGINNING = b"the beginning"


@contextmanager
def stalled(port: int, request: bytes) -> Iterator[None]:
    """A client that sends so much, and takes no more of the answer than the smallest of buffers holds."""
    with closing(socket.socket()) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", port))
        line.sendall(request)
        yield
