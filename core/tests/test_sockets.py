"""One listening socket for each worker, all of one address."""

import os
import select
import signal
import socket
import time
from contextlib import ExitStack, closing

import pytest

from a3dav.supervisor.sockets import listening_sockets
from a3dav.testing.serving import serving
from a3dav.testing.waiting import eventually

PATIENCE = 60


@pytest.fixture
def listen():
    """Opens sockets, which are closed at the end."""
    opened = set()

    def begin(port, count, inherited=(), host="127.0.0.1"):
        files = listening_sockets(host, port, 64, count, inherited)
        opened.update(files)
        return files

    yield begin
    for file in opened:
        os.close(file)


def port_of(file):
    with socket.socket(fileno=os.dup(file)) as known:
        return known.getsockname()[1]


def waiting_at(file):
    """How many connections are accepted there."""
    count = 0
    with socket.socket(fileno=os.dup(file)) as known:
        known.setblocking(False)
        while True:
            try:
                known.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_there_are_as_many_as_are_wanted_at_one_address(listen, host):
    files = listen(0, 3, host=host)
    assert len(set(files)) == 3
    assert len({port_of(file) for file in files}) == 1


def test_connections_come_to_all_of_them(listen):
    files = listen(0, 2)
    for _ in range(32):  # each is closed at once, and stays in its queue
        with closing(socket.create_connection(("127.0.0.1", port_of(files[0])))):
            pass
    counts = [waiting_at(file) for file in files]
    assert all(counts)
    assert sum(counts) == 32


def test_what_was_inherited_is_kept_and_more_is_added(listen):
    first = listen(0, 1)
    assert listen(0, 3, first)[:1] == first
    assert len({port_of(file) for file in listen(0, 3, first)}) == 1


def test_more_than_are_wanted_are_kept(listen):
    files = listen(0, 3)
    assert listen(0, 1, files) == files


def test_one_that_shares_its_address_with_none_stays_alone(listen):
    with socket.create_server(("127.0.0.1", 0)) as alone:
        assert listen(0, 3, [file := os.dup(alone.fileno())]) == (file,)


def test_an_address_that_another_has_is_refused(listen):
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(OSError, match="in use"):
        listen(other.getsockname()[1], 2)


def test_connections_are_dealt_out_among_the_workers(tmp_path):
    """Many clients that begin at once are not all those of one worker; what came for one that stands still waits."""
    with serving(tmp_path) as served, ExitStack() as stack:
        served.start("--workers", "2")
        still, _ = served.workers()
        os.kill(still, signal.SIGSTOP)
        stack.callback(os.kill, still, signal.SIGCONT)
        lines = [stack.enter_context(socket.create_connection(("127.0.0.1", served.port), PATIENCE)) for _ in range(32)]
        for line in lines:
            line.send(b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert eventually(lambda: answered(lines))
        time.sleep(1)
        early = answered(lines)
        os.kill(still, signal.SIGCONT)
        assert eventually(lambda: answered(lines) == 32)
    assert early < 32


def answered(lines):
    return len(select.select(lines, [], [], 0)[0])
