"""More requests than a worker can take at once: few commits for many writes, 503 for what is too much, and then as before."""

import asyncio
import base64
import http.client
import socket
import threading
from contextlib import ExitStack, closing

import pytest

from a3dav import hookimpl
from a3dav.door.app import Application
from a3dav.testing.people import add_person
from a3dav.testing.serving import serving

HOME = "/files/alice/"
FLOOD = 150


class HeldUp:
    """Holds the first write in its transaction until others wait behind it."""

    def __init__(self):
        self.entered, self.go_on = threading.Event(), threading.Event()

    @hookimpl
    def a3dav_in_transaction(self, write):
        if write.name == "first":
            self.entered.set()
            assert self.go_on.wait(10)


async def put(application, client, path):
    sent = {"host": "localhost", "content-length": "1", "authorization": client.authorization}
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "method": "PUT",
        "path": path, "raw_path": path.encode(), "query_string": b"", "client": ("127.0.0.1", 1), "server": ("x", 1),
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
    }  # fmt: skip
    told = []

    async def receive():
        return {"type": "http.request", "body": b"x", "more_body": False}

    async def send(message):
        told.append(message)

    await application(scope, receive, send)
    return told[0]["status"]


def test_writes_that_wait_for_another_are_made_durable_by_one_commit(house):
    if house.store.engine.name != "sqlite":
        pytest.skip("PostgreSQL groups commits by itself")
    alice, held = add_person(house, "alice"), HeldUp()
    alice.get(HOME)
    house.audit.flush()  # of the login, which is written by itself
    house.plugins.register(held)
    application, commits = Application(house), house.store.engine.counts.commits
    before = commits.count

    async def scenario():
        first = asyncio.create_task(put(application, alice, HOME + "first"))
        await asyncio.to_thread(held.entered.wait, 10)
        others = [asyncio.create_task(put(application, alice, f"{HOME}{number}")) for number in range(20)]
        await asyncio.sleep(0.3)
        held.go_on.set()
        return await asyncio.gather(first, *others)

    assert asyncio.run(scenario()) == [201] * 21
    assert commits.count - before == 2  # of the first, and of all others


@pytest.mark.rfc("9110", "15.6.4", "10.2.3")
def test_a_flood_of_writes_is_answered_whole_and_leaves_a_server_that_works(tmp_path, request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("serving is the same on every store")
    with serving(tmp_path, {"A3DAV_ASYNC_POOL__WAIT_QUEUE": "3"}) as served, ExitStack() as stack:
        person = served.person()
        served.start()
        token = base64.b64encode(f"{person.name}:{person.password}".encode()).decode()
        head = {"Authorization": f"Basic {token}"}
        with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)) as line:
            line.request("PUT", f"/files/{person.name}/before", b"x", head)
            assert line.getresponse().status == 201
        lines = [
            stack.enter_context(closing(socket.create_connection(("127.0.0.1", served.port), timeout=30)))
            for _ in range(FLOOD)
        ]
        for number, line in enumerate(lines):
            line.sendall(
                f"PUT /files/{person.name}/{number} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic {token}\r\n"
                "Content-Length: 1\r\n\r\nx".encode()
            )
        answers = [line.recv(65536).decode().lower() for line in lines]
        statuses = {answer.split()[1] for answer in answers}
        refused = [answer for answer in answers if answer.split()[1] == "503"]
        assert statuses <= {"201", "503"}
        assert all("\r\nretry-after: " in answer for answer in refused)
        with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)) as line:
            line.request("GET", f"/files/{person.name}/before", None, head)
            assert line.getresponse().status == 200
        stored = [number for number, answer in enumerate(answers) if answer.split()[1] == "201"]
        print(f"{len(stored)} of {FLOOD} stored, {len(refused)} refused")
        with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)) as line:
            line.request("PUT", f"/files/{person.name}/after", b"x", head)
            assert line.getresponse().status == 201
