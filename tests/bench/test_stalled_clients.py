"""What clients that stall cost the others: the 99th percentile with them against without them, in turns."""

import base64
import http.client
import time
from contextlib import ExitStack, closing, contextmanager
from statistics import median, quantiles

import pytest

from a3dav.testing.serving import serving

from .stalling import BEGINNING, stalled

STALLED = 8
ROUNDS = 5
REQUESTS = 600
MOST_TIMES_AS_SLOW = 1.5
LARGE = 20 * 2**20
SETTLE_SECONDS = 2  # until what the stalled wanted is as far on its way as they let it
MOST_WAL = 16 * 2**20


@pytest.fixture(params=["sqlite", "postgres"])
def served(request, tmp_path):
    settings = {}
    with ExitStack() as stack:
        if request.param == "postgres":
            databases = request.getfixturevalue("databases")
            settings["A3DAV_STORAGE__URL"] = stack.enter_context(databases.one())
            settings["A3DAV_STORAGE__POOL_SIZE"] = "4"
        server = stack.enter_context(serving(tmp_path, settings))
        server.start()
        yield server


class Person:
    def __init__(self, server):
        person = server.person()
        token = base64.b64encode(f"{person.name}:{person.password}".encode()).decode()
        self.port, self.headers = server.port, {"Authorization": f"Basic {token}"}
        self.files = f"/files/{person.name}/"

    def ask(self, line, method, path, body=None, **headers):
        line.request(method, path, body, self.headers | headers)
        answer = line.getresponse()
        content = answer.read()
        assert answer.status < 300, (method, path, answer.status, content)

    def stalled(self, head):
        fields = [f"{name}: {value}" for name, value in {"Host": "localhost", **self.headers}.items()]
        return stalled(self.port, "\r\n".join([head[0], *fields, *head[1:], "", ""]).encode() + BEGINNING)


@contextmanager
def stalled_clients(person):
    with ExitStack() as stack:
        for number in range(STALLED):
            upload = (f"PUT {person.files}stalled-{number} HTTP/1.1", "Content-Length: 5000000")
            stack.enter_context(person.stalled(upload))
            place = "large" if number % 2 else "many/"
            method = "GET" if number % 2 else "PROPFIND"
            stack.enter_context(person.stalled((f"{method} {person.files}{place} HTTP/1.1", "Depth: 1")))
        time.sleep(SETTLE_SECONDS)
        yield


def slowest_hundredth(person):
    """The 99th percentile of a mixed load, in milliseconds."""
    taken = []
    with closing(http.client.HTTPConnection("127.0.0.1", person.port)) as line:
        for number in range(REQUESTS):
            started = time.perf_counter()
            if number % 20 == 0:
                person.ask(line, "PUT", f"{person.files}small-{number}", b"x" * 500)
            elif number % 3:
                person.ask(line, "GET", f"{person.files}small")
            else:
                person.ask(line, "PROPFIND", person.files + "small", Depth="0")
            taken.append(time.perf_counter() - started)
    return quantiles(taken, n=100)[-1] * 1000


def test_stalled_clients_leave_the_others_as_fast_as_they_were(served):
    person = Person(served)
    with closing(http.client.HTTPConnection("127.0.0.1", person.port)) as line:
        person.ask(line, "PUT", person.files + "small", b"x" * 1000)
        person.ask(line, "PUT", person.files + "large", b"x" * LARGE)
        person.ask(line, "MKCOL", person.files + "many/")
        for number in range(2000):
            person.ask(line, "PUT", f"{person.files}many/{'long' * 20}-{number}", b"x")
    slowest_hundredth(person)
    ratios = []
    for _ in range(ROUNDS):
        without = slowest_hundredth(person)
        with stalled_clients(person):
            beside = slowest_hundredth(person)
        ratios.append(beside / without)
        print(f"p99 {without:.2f} ms alone, {beside:.2f} ms beside {2 * STALLED} stalled clients: {ratios[-1]:.2f}")
    assert median(ratios) <= MOST_TIMES_AS_SLOW


def test_readers_that_stall_do_not_make_the_log_of_the_database_grow(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        person = Person(served)
        with closing(http.client.HTTPConnection("127.0.0.1", person.port)) as line:
            person.ask(line, "MKCOL", person.files + "many/")
            for number in range(500):
                person.ask(line, "PUT", f"{person.files}many/{'long' * 40}-{number}", b"x")
            person.ask(line, "PUT", person.files + "large", b"x" * LARGE)
            with stalled_clients(person):
                for number in range(1500):
                    person.ask(line, "PUT", f"{person.files}changing", b"x" * 20_000 + str(number).encode())
                size = (served.data_dir / "a3dav.sqlite-wal").stat().st_size
    print(f"the write-ahead log after 30 MB of writes beside stalled readers: {size / 2**20:.1f} MiB")
    assert size < MOST_WAL
