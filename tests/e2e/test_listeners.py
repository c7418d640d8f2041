"""Thousands of listeners on a real server: each hears what concerns it, costs little, and is let go in time."""

import asyncio
import base64
import http.client
import json
from contextlib import suppress

import pytest

from a3dav.testing.serving import serving
from a3dav.testing.waiting import eventually

LISTENERS = 2000
MOST_BYTES_EACH = 96 * 1024
PATIENCE = 60
FILE = "/files/{0.name}/news.txt"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """One worker, which all who listen from here come to."""
    settings = {
        "A3DAV_LISTENING__PER_ACCOUNT": str(LISTENERS), "A3DAV_LISTENING__HEARTBEAT": "1",
        "A3DAV_ASYNC_POOL__CPU_PROCESSES": "0", "A3DAV_SERVER__IDLE_TIMEOUT": "2",
    }  # fmt: skip
    with serving(tmp_path_factory.mktemp("listeners"), settings) as server:
        server.start("--workers", "1")
        yield server
    assert "Traceback" not in server.log.read_text()


@pytest.fixture(autouse=True)
def on_one_store(request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("listeners are the same on every store")


def basic(person):
    return "Basic " + base64.b64encode(f"{person.name}:{person.password}".encode()).decode()


def ask(person, method, path, body=None, **headers):
    host = person.url.removeprefix("http://").rstrip("/")
    connection = http.client.HTTPConnection(host, timeout=PATIENCE)
    connection.request(method, path, body, headers={"Authorization": basic(person), **headers})
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def put(person, text="1"):
    assert ask(person, "PUT", FILE.format(person), text)[0] in {201, 204}


class Listener:
    """A connection to the stream, read as far as it was asked for."""

    def __init__(self, person, authorization="", *headers):
        self.person, self.heard = person, b""
        self.headers = [f"Authorization: {authorization or basic(person)}", *headers]

    async def open(self):
        host, _, port = self.person.url.removeprefix("http://").rstrip("/").partition(":")
        self.reader, self.writer = await asyncio.open_connection(host, int(port))
        lines = ["GET /api/v1/changes/stream HTTP/1.1", f"Host: {host}", *self.headers, "", ""]
        self.writer.write("\r\n".join(lines).encode())
        await self.until(b"\nid: ")
        return self

    async def until(self, wanted):
        async with asyncio.timeout(PATIENCE):
            while wanted not in self.heard:
                piece = await self.reader.read(4096)
                assert piece, f"the stream ended with {self.heard[-300:]!r}"
                self.heard += piece

    async def end(self):
        """Everything until the last chunk."""
        async with asyncio.timeout(PATIENCE):
            while b"\r\n0\r\n\r\n" not in self.heard:
                piece = await self.reader.read(4096)
                if not piece:
                    break
                self.heard += piece

    async def close(self):
        self.writer.close()
        with suppress(OSError):  # the server may have gone first
            await self.writer.wait_closed()


def memory_of_workers(server):
    """Resident bytes of the processes that serve, as /metrics tells them."""
    return sum(
        float(line.rsplit(" ", 1)[1])
        for line in metrics(server).splitlines()
        if line.startswith("a3dav_process_resident_memory_bytes") and 'process="a3dav worker"' in line
    )


def metrics(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    connection.request("GET", "/metrics")
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def number_of_listeners(server):
    (line,) = (line for line in metrics(server).splitlines() if line.startswith("a3dav_listeners "))
    return int(float(line.rsplit(" ", 1)[1]))


def run(scene):
    asyncio.run(scene)


def test_thousands_listen_at_once_and_all_hear_of_one_change(served):
    person = served.person()
    put(person)
    before = memory_of_workers(served)

    async def scene():
        listeners = []
        for _ in range(LISTENERS // 100):
            listeners += await asyncio.gather(*(Listener(person).open() for _ in range(100)))
        grown = memory_of_workers(served) - before
        assert grown < LISTENERS * MOST_BYTES_EACH, f"{grown / LISTENERS:.0f} bytes each"
        await asyncio.to_thread(put, person, "2")
        await asyncio.gather(*(listener.until(b'"file.updated"') for listener in listeners))
        await asyncio.gather(*(listener.until(b":\n\n") for listener in listeners))
        assert (await asyncio.to_thread(ask, person, "GET", FILE.format(person)))[0] == 200
        for listener in listeners:
            await listener.close()

    run(scene())
    assert eventually(lambda: number_of_listeners(served) == 0)


def test_who_comes_back_with_the_last_place_misses_nothing(served):
    person = served.person()

    async def scene():
        first = await Listener(person).open()
        place = first.heard.rpartition(b"\nid: ")[2].split(b"\n")[0].decode()
        await first.close()
        await asyncio.to_thread(put, person)
        again = await Listener(person, "", f"Last-Event-ID: {place}").open()
        await again.until(b'"file.created"')
        await again.close()
        assert again.heard.count(b'"file.created"') == 1

    run(scene())


def test_a_stream_ends_within_seconds_when_its_token_is_revoked(served):
    person = served.person()
    token = served.run("token", "create", person.name, "--scope", "changes:read", "--scope", "dav").strip()
    listed = served.run("token", "list", person.name)
    token_id = next(word for word in listed.split() if len(word) == 32)

    async def scene():
        listener = await Listener(person, f"Bearer {token}").open()
        await asyncio.to_thread(served.run, "token", "revoke", person.name, token_id)
        await listener.end()
        assert b"retry: " in listener.heard.rpartition(b"\nid: ")[2]
        await listener.close()

    run(scene())


def test_a_stream_ends_within_seconds_when_its_account_is_disabled(served):
    person = served.person()

    async def scene():
        listener = await Listener(person).open()
        await asyncio.to_thread(served.run, "user", "disable", person.name)
        await listener.end()
        assert listener.heard.endswith(b"\r\n0\r\n\r\n")
        await listener.close()

    run(scene())


def test_a_client_that_goes_is_noticed(served):
    person = served.person()

    async def scene():
        listener = await Listener(person).open()
        assert await asyncio.to_thread(number_of_listeners, served) == 1
        listener.writer.transport.abort()
        await listener.close()

    run(scene())
    assert eventually(lambda: number_of_listeners(served) == 0)


def test_a_stream_is_not_compressed(served):
    person = served.person()

    async def scene():
        listener = await Listener(person, "", "Accept-Encoding: gzip, zstd").open()
        assert b"content-encoding" not in listener.heard.lower()
        await listener.close()

    run(scene())


def test_a_change_is_told_as_json_on_one_line(served):
    person = served.person()

    async def scene():
        listener = await Listener(person).open()
        await asyncio.to_thread(put, person)
        await listener.until(b"data: ")
        await listener.until(b"}\n\n")
        data = next(line for line in listener.heard.split(b"\n") if line.startswith(b"data: "))
        assert json.loads(data.removeprefix(b"data: "))["href"] == FILE.format(person)
        await listener.close()

    run(scene())


def test_a_reload_ends_streams_with_a_word_when_to_come_back(served):
    person = served.person()

    async def scene():
        listener = await Listener(person).open()
        await asyncio.to_thread(served.run, "reload")
        await listener.end()
        assert b"retry: " in listener.heard.rpartition(b"\nid: ")[2]
        await listener.close()
        again = await Listener(person).open()
        await again.close()

    run(scene())
