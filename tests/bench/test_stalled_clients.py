"""What clients that stall cost the others: the 99th percentile with them against without them, in turns."""

import base64
import http.client
import threading
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
MANY_STALLED = 100
MOST_TIMES_AS_SLOW_BESIDE_DEAR_REPORTS = 2
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
def stalled_clients(person, count=STALLED):
    """So many uploads that stop, and as many downloads that nobody takes."""
    with ExitStack() as stack:
        for number in range(count):
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


EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260101T110000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Event {0}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
DEAR = (
    '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data><C:expand'
    ' start="20260101T000000Z" end="20260401T000000Z"/></C:calendar-data></D:prop><C:filter><C:comp-filter'
    ' name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="20260101T000000Z" end="20260401T000000Z"/>'
    "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
)


@contextmanager
def dear_reports(person, calendar):
    """A client that asks for a hundred series of a quarter of a year, one instance after the other, without pause."""
    stop, told = threading.Event(), []

    def ask_on():
        with closing(http.client.HTTPConnection("127.0.0.1", person.port)) as line:
            while not stop.is_set():
                person.ask(line, "REPORT", calendar, DEAR.encode(), Depth="1")
                told.append(1)

    asking = threading.Thread(target=ask_on)
    asking.start()
    try:
        yield told
    finally:
        stop.set()
        asking.join()


def slowest_hundredth_of_gets(person):
    taken = []
    with closing(http.client.HTTPConnection("127.0.0.1", person.port)) as line:
        for _ in range(REQUESTS * 2):
            started = time.perf_counter()
            person.ask(line, "GET", f"{person.files}small")
            taken.append(time.perf_counter() - started)
    return quantiles(taken, n=100)[-1] * 1000


def test_dear_reports_and_two_hundred_stalled_clients_leave_gets_half_as_quick_at_worst(served):
    person = Person(served)
    calendar = f"/calendars/{person.files.split('/')[2]}/series/"
    with closing(http.client.HTTPConnection("127.0.0.1", person.port)) as line:
        person.ask(line, "PUT", person.files + "small", b"x" * 1000)
        person.ask(line, "PUT", person.files + "large", b"x" * LARGE)
        person.ask(line, "MKCALENDAR", calendar)
        person.ask(line, "MKCOL", person.files + "many/")
        for number in range(500):
            person.ask(line, "PUT", f"{person.files}many/{'long' * 40}-{number}", b"x")
        for number in range(100):
            body = EVENT.format(number).encode()
            person.ask(line, "PUT", f"{calendar}{number}.ics", body, **{"Content-Type": "text/calendar"})
    slowest_hundredth_of_gets(person)
    ratios = []
    for _ in range(ROUNDS):
        without = slowest_hundredth_of_gets(person)
        with stalled_clients(person, MANY_STALLED), dear_reports(person, calendar) as reports:
            beside = slowest_hundredth_of_gets(person)
        ratios.append(beside / without)
        print(
            f"p99 of GET {without:.2f} ms alone, {beside:.2f} ms beside {2 * MANY_STALLED} stalled clients and"
            f" {len(reports)} dear reports: {ratios[-1]:.2f}"
        )
    assert median(ratios) <= MOST_TIMES_AS_SLOW_BESIDE_DEAR_REPORTS


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
