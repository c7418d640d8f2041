"""The door of a real server: heads before bodies, broken and slow clients, and the end of its processes."""

import base64
import os
import re
import signal
import socket
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from a3dav.testing.locks import LOCKINFO
from a3dav.testing.serving import children_of, serving
from a3dav.testing.waiting import eventually

MEMBERS = 10_000
WAIT_SECONDS = 20


class Wire:
    """A connection on which a test writes whatever bytes it likes."""

    def __init__(self, person, port):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=WAIT_SECONDS)
        token = base64.b64encode(f"{person.name}:{person.password}".encode()).decode() if person else ""
        self._authorization = [f"Authorization: Basic {token}"] if person else []

    def send_head(self, method, path, *headers, version="HTTP/1.1"):
        lines = [f"{method} {path} {version}", "Host: localhost", *self._authorization, *headers, "", ""]
        self._socket.sendall("\r\n".join(lines).encode())

    def send(self, data):
        self._socket.sendall(data)

    def read_head(self):
        """The status and the header of the next answer, byte by byte, so that nothing behind it is taken."""
        data = b""
        while not data.endswith(b"\r\n\r\n"):
            piece = self._socket.recv(1)
            assert piece, data
            data += piece
        head = data.decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if line)
        return int(head[0].split()[1]), headers

    def read_answer(self):
        status, headers = self.read_head()
        body, length = b"", int(headers.get("content-length", 0))
        while len(body) < length:
            body += self._socket.recv(length - len(body))
        return status, body

    def read_all(self):
        data = b""
        while piece := self._socket.recv(1 << 16):
            data += piece
        return data

    def close(self):
        self._socket.close()


@contextmanager
def wire(server, person=None):
    with closing(Wire(person, server.port)) as opened:
        yield opened


def answer_to(server, person, method, path, *headers, body=b""):
    with wire(server, person) as line:
        line.send_head(method, path, *headers, f"Content-Length: {len(body)}", "Connection: close")
        line.send(body)
        return line.read_answer()


def files(person):
    return f"/files/{person.name}/"


@pytest.mark.rfc("9110", "10.1.1")
@pytest.mark.parametrize("expect", [(), ("Expect: 100-continue",)])
def test_a_large_body_is_refused_before_it_is_sent(server, expect):
    with wire(server) as line:
        line.send_head("PUT", "/files/nobody/a", "Content-Length: 50000000", *expect)
        status, headers = line.read_head()
    assert status == 401
    assert headers["www-authenticate"].startswith("basic ")


@pytest.mark.rfc("4918", "7")
@pytest.mark.parametrize("wanted", [("Content-Length: 50000000",), ("Content-Length: 3", "Expect: 100-continue")])
def test_a_body_for_what_is_locked_is_refused_before_it_is_sent(server, served_person, wanted):
    path = f"{files(served_person)}locked-{len(wanted)}"
    assert answer_to(server, served_person, "LOCK", path, body=LOCKINFO.encode())[0] == 201
    with wire(server, served_person) as line:
        line.send_head("PUT", path, *wanted)
        assert line.read_head()[0] == 423


@pytest.mark.rfc("9110", "10.1.1")
def test_a_body_that_is_wanted_is_asked_for(server, served_person):
    with wire(server, served_person) as line:
        line.send_head("PUT", files(served_person) + "a", "Content-Length: 3", "Expect: 100-continue")
        assert line.read_head()[0] == 100
        line.send(b"abc")
        assert line.read_answer()[0] == 201


@pytest.mark.rfc("9112", "7.1")
def test_a_body_comes_in_pieces_of_any_size(server, served_person):
    with wire(server, served_person) as line:
        line.send_head("PUT", files(served_person) + "a", "Transfer-Encoding: chunked")
        for piece in (b"a", b"bc" * 40_000, b"d"):
            line.send(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        line.send(b"0\r\n\r\n")
        assert line.read_answer()[0] == 201
    assert answer_to(server, served_person, "GET", files(served_person) + "a")[1] == b"a" + b"bc" * 40_000 + b"d"


@pytest.mark.rfc("9112", "8")
@pytest.mark.parametrize(
    ("header", "sent"), [("Transfer-Encoding: chunked", b"5\r\nhello\r\n"), ("Content-Length: 10", b"hello")]
)
def test_a_body_that_breaks_off_stores_nothing(server, served_person, header, sent):
    with wire(server, served_person) as line:
        line.send_head("PUT", files(served_person) + "cut", header)
        line.send(sent)
    time.sleep(0.3)
    assert answer_to(server, served_person, "GET", files(served_person) + "cut")[0] == 404


@pytest.mark.rfc("9112", "6.1")
def test_a_transfer_coding_that_nobody_undoes_is_not_stored(server, served_person):
    with wire(server, served_person) as line:
        line.send_head("PUT", files(served_person) + "packed", "Transfer-Encoding: gzip, chunked")
        line.send(b"5\r\nhello\r\n0\r\n\r\n")
        assert line.read_head()[0] == 501
    assert answer_to(server, served_person, "GET", files(served_person) + "packed")[0] == 404


@pytest.mark.rfc("9112", "6.3")
def test_a_body_with_two_lengths_ends_the_connection(server, served_person):
    with wire(server, served_person) as line:
        line.send_head("PUT", files(served_person) + "a", "Content-Length: 3", "Transfer-Encoding: chunked")
        line.send(b"5\r\nhello\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n")
        assert line.read_all().count(b"HTTP/1.1 ") == 1
    assert answer_to(server, served_person, "GET", files(served_person) + "a")[1] == b"hello"


@pytest.mark.rfc("9112", "3.2")
@pytest.mark.parametrize("hosts", [b"", b"Host:\r\n", b"Host: a\r\nHost: b\r\n"])
def test_a_request_names_its_host_once(server, hosts):
    with wire(server) as line:
        line.send(b"GET / HTTP/1.1\r\n" + hosts + b"Connection: close\r\n\r\n")
        assert line.read_head()[0] == 400


@pytest.mark.parametrize("size", [5, 10_000, 200_000])
def test_a_body_that_nobody_reads_is_never_taken_for_the_next_request(server, served_person, size):
    with wire(server, served_person) as line:
        line.send_head("PUT", files(served_person) + "none/a", f"Content-Length: {size}")
        line.send((b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * size)[:size])
        line.send_head("GET", files(served_person) + "none", "Connection: close")
        statuses = re.findall(rb"HTTP/1.1 (\d+)", line.read_all())
    assert statuses in ([b"409", b"404"], [b"409"])


def test_requests_on_one_connection_are_answered_in_order(server, served_person):
    with wire(server, served_person) as line:
        for name in ("a", "b"):
            line.send_head("PUT", files(served_person) + name, "Content-Length: 1")
            line.send(name.encode())
        for name in ("a", "b", "none"):
            line.send_head("GET", files(served_person) + name)
        answers = [line.read_answer() for _ in range(5)]
    assert [status for status, _ in answers] == [201, 201, 200, 200, 404]
    assert [body for _, body in answers[2:4]] == [b"a", b"b"]


def test_a_client_of_http_1_0_is_answered(server, served_person):
    with wire(server, served_person) as line:
        line.send_head("GET", files(served_person), version="HTTP/1.0")
        assert line.read_head()[0] == 200


def test_stalled_uploads_keep_nobody_waiting(server, served_person):
    stalled = [Wire(served_person, server.port) for _ in range(40)]
    try:
        for number, line in enumerate(stalled):
            line.send_head("PUT", f"{files(served_person)}{number}", "Content-Length: 1000")
            line.send(b"some")
        assert answer_to(server, served_person, "PROPFIND", files(served_person), "Depth: 0")[0] == 207
    finally:
        for line in stalled:
            line.close()


@pytest.mark.parametrize(
    "target", ["/files/%2e%2e/etc/passwd", "/files/a%00b", "/files/a%2Fb", "/files/%ff", "/files/a%", "//files//x"]
)
def test_hostile_paths_are_refused(server, served_person, target):
    status, body = answer_to(server, served_person, "GET", target)
    assert 400 <= status < 500
    assert b"root:" not in body


def memory_of(pid):
    """Resident bytes of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024


def descendants_of(pid):
    return [each for child in children_of(pid) for each in (child, *descendants_of(child))]


def tasks_of(server):
    return [number for number, name in server.children().items() if name == "a3dav tasks"]


@pytest.fixture(scope="module")
def own_server(tmp_path_factory, request):
    """A server that a test may kill."""
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("the processes are the same on every store")
    with serving(tmp_path_factory.mktemp("own"), {"A3DAV_STORAGE__SYNCHRONOUS": "normal"}) as served:
        yield served


def test_a_slow_reader_of_ten_thousand_members_costs_little_memory(own_server):
    person = own_server.person()
    folder = own_server.folder / "import"
    folder.mkdir()
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:event-{n}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260310T110000Z\r\nEND:VEVENT\r\n"
        for n in range(MEMBERS)
    )
    (folder / "all.ics").write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n")
    own_server.run("import", person.name, str(folder))
    own_server.start()
    calendar = f"/calendars/{person.name}/calendar/"
    assert answer_to(own_server, person, "PROPFIND", calendar, "Depth: 0")[0] == 207
    (worker,) = own_server.workers()
    before = memory_of(worker)
    with wire(own_server, person) as line:
        line.send_head("PROPFIND", calendar, "Depth: 1", "Content-Length: 0", "Connection: close")
        assert line.read_head()[0] == 207
        most = 0
        for _ in range(20):
            time.sleep(0.1)
            most = max(most, memory_of(worker))
        answer = line.read_all()
    added = max(most, memory_of(worker)) - before
    print(f"{MEMBERS} members, {len(answer)} bytes read slowly: {added / 2**20:.1f} MiB more memory")
    assert answer.count(b"<D:response>") == MEMBERS + 1
    assert added <= 20 * 2**20


def answer_of_anybody(server, path):
    with wire(server) as line:
        line.send_head("GET", path, "Connection: close")
        return line.read_head()[0]


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def is_gone(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_every_child_ends_when_the_supervisor_is_killed(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        family = descendants_of(served.process.pid)
        assert len(family) >= 3
        os.kill(served.process.pid, signal.SIGKILL)
        served.process.wait(WAIT_SECONDS)
        assert eventually(lambda: all(is_gone(pid) for pid in family))


def test_the_processes_of_a_worker_end_with_it(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        (worker,) = served.workers()
        family = descendants_of(worker)
        assert family
        os.kill(worker, signal.SIGKILL)
        assert eventually(lambda: all(is_gone(pid) for pid in family))


def test_a_worker_that_is_lost_is_replaced(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        (lost,) = served.workers()
        os.kill(lost, signal.SIGKILL)
        assert eventually(lambda: served.workers() not in ([], [lost]))
        assert eventually(lambda: listens(served.port))
        with wire(served) as line:
            line.send_head("GET", "/")
            assert line.read_head()[0] == 401


def test_a_worker_that_is_lost_again_and_again_is_replaced_each_time(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        lost = set()
        for _ in range(3):
            (worker,) = served.workers()
            os.kill(worker, signal.SIGKILL)
            lost.add(worker)
            assert eventually(lambda: len(served.workers()) == 1 and not lost & set(served.workers()))
        assert answer_of_anybody(served, "/") == 401


def test_connections_wait_while_a_lost_worker_is_replaced(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        os.kill(served.workers()[0], signal.SIGKILL)
        assert [answer_of_anybody(served, "/") for _ in range(20)] == [401] * 20


def test_a_worker_that_is_replaced_has_the_configuration_of_the_others(tmp_path):
    config = tmp_path / "a3dav.toml"
    config.write_text("")
    with serving(tmp_path, {"A3DAV_CONFIG": str(config)}) as served:
        served.start()
        config.write_text("[nowhere]\n")
        (lost,) = served.workers()
        os.kill(lost, signal.SIGKILL)
        assert eventually(lambda: served.workers() not in ([], [lost]))
        assert answer_of_anybody(served, "/") == 401


def test_workers_that_cannot_start_end_the_server_with_a_sentence(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        for file in served.data_dir.glob("a3dav.sqlite*"):
            file.unlink()
        (served.data_dir / "a3dav.sqlite").write_bytes(b"no database" * 1000)
        os.kill(served.workers()[0], signal.SIGKILL)
        assert served.process.wait(WAIT_SECONDS) == 1
        assert served.log.read_text().count("a3dav: workers end before they can serve") == 1


def test_the_tasks_process_is_replaced_when_it_is_lost(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        (lost,) = tasks_of(served)
        os.kill(lost, signal.SIGKILL)
        assert eventually(lambda: tasks_of(served) not in ([], [lost]))


def test_the_first_start_says_how_to_sign_in_and_the_second_keeps_it_to_itself(tmp_path):
    with serving(tmp_path) as served:
        served.start()
        assert eventually(lambda: "Thunderbird" in served.log.read_text())
        first = served.log.read_text()
        password = re.search(r"name\s+admin\n\s+password\s+(\S+)", first)[1]
        assert all(word in first for word in (served.url, "Apple", "DAVx5", f"{served.url}files/NAME/"))
        admin = type("Admin", (), {"name": "admin", "password": password})
        assert answer_to(served, admin, "PROPFIND", "/calendars/admin/", "Depth: 1")[0] == 207
        served.stop()
        served.log.write_text("")
        served.start()
        assert eventually(lambda: "Thunderbird" in served.log.read_text())
        assert "password" not in served.log.read_text()


def test_a_stop_lets_running_requests_end(tmp_path):
    with serving(tmp_path) as served:
        person = served.person()
        served.start()
        with wire(served, person) as line:
            line.send_head("PUT", files(person) + "a", "Content-Length: 6")
            line.send(b"abc")
            time.sleep(0.3)
            served.process.terminate()
            time.sleep(0.3)
            line.send(b"def")
            assert line.read_head()[0] == 201
        served.process.wait(WAIT_SECONDS)
