"""A data directory of 20 MB, filled to the brim: right answers, nothing half-written, and work again with room."""

import base64
import http.client
import os
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from a3dav.testing.serving import serving

PROPFIND = b'<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
SYNC = b'<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>'
BLOB, INLINE = 3 << 20, 500 << 10
SIZES = (BLOB, INLINE, 50 << 10, 1 << 10)
TWENTY_MB = ("-t", "tmpfs", "-o", "size=20m", "tmpfs")
EVERYTHING_FITS = {"A3DAV_LIMITS__MIN_FREE_BYTES": "0"}


class Full:
    """A server whose disk of 20 MB was filled by writes of one size after the other, and what came of each write."""

    def __init__(self, server):
        self.server, self.ask = server, asking(server)
        self.running = children(server)
        self.kept, self.refused = {}, set()
        for size in SIZES:
            for number in range(200):
                name, body = f"{size}-{number}", os.urandom(size)
                status, _ = self.ask("PUT", name, body)
                if status != 201:
                    self.refused.add(status)
                    break
                self.kept[name] = body


def asking(server):
    """Sends requests of a new account, each on a connection of its own; gives status and body."""
    person = server.person()
    token = base64.b64encode(f"{person.name}:{person.password}".encode()).decode()

    def ask(method, name="", body=b"", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        try:
            connection.request(
                method, f"/files/{person.name}/{name}", body, {"Authorization": f"Basic {token}", **headers}
            )
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    return ask


@contextmanager
def filled(folder, mount):
    with serving(folder, EVERYTHING_FITS) as server:
        mount(server.data_dir, *TWENTY_MB)
        (server.data_dir / "something-else").write_bytes(b"-" * (4 << 20))
        server.start()
        yield Full(server)


@pytest.fixture(scope="module")
def full(mount, tmp_path_factory):
    """One for all tests that change nothing."""
    with filled(tmp_path_factory.mktemp("full"), mount) as full:
        yield full


@pytest.fixture
def own(mount, tmp_path):
    """One for a single test."""
    with filled(tmp_path, mount) as full:
        yield full


def files_of(server):
    return {file for file in (server.data_dir / "blobs").rglob("*") if file.is_file()}


def children(server):
    """The processes of a server by what they do."""
    pids = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    return {pid: Path(f"/proc/{pid}/comm").read_text().strip() for pid in pids}


def make_room(server):
    (server.data_dir / "something-else").unlink()


@pytest.mark.rfc("4331", "6")
@pytest.mark.rfc("4918", "11.5")
def test_a_full_disk_refuses_writes_of_every_size_with_507(full):
    assert full.refused == {507}
    assert len(full.kept) > 5
    assert b"sufficient-disk-space" in full.ask("PUT", "more", b"x" * BLOB)[1]
    assert full.ask("MKCOL", "folder")[0] == 507


def test_on_a_full_disk_everything_that_was_taken_can_be_read(full):
    assert {name: full.ask("GET", name) for name in full.kept} == {n: (200, body) for n, body in full.kept.items()}
    for status, listing in (full.ask("PROPFIND", "", PROPFIND, Depth="1"), full.ask("REPORT", "", SYNC)):
        assert status == 207
        assert set(re.findall(rb"/files/[^/]+/([^<]+)</D:href>", listing)) == {name.encode() for name in full.kept}


def test_a_refused_write_leaves_nothing_behind(full):
    large = [name for name in full.kept if name.startswith(str(BLOB))]
    assert len(files_of(full.server)) == len(large)
    assert full.ask("GET", f"{BLOB}-{len(large)}")[0] == 404


def test_a_full_disk_ends_no_process_and_fills_no_log(full):
    assert sorted(full.running.values()) == ["a3dav tasks", "a3dav worker"]
    assert children(full.server) == full.running
    log = full.server.log.read_text()
    assert "Traceback" not in log
    assert log.count("the disk of the server is full; make room") == 1


def test_deletes_find_room_on_a_full_disk_or_change_nothing(own):
    statuses = [own.ask("DELETE", name)[0] for name in own.kept]
    assert set(statuses) <= {204, 507}
    assert [own.ask("GET", name)[0] for name in own.kept] == [404 if status == 204 else 200 for status in statuses]


def test_writes_go_on_when_there_is_room_again(own):
    (own.server.data_dir / "something-else").unlink()
    assert own.ask("DELETE", next(iter(own.kept)))[0] == 204
    assert own.ask("PUT", "after", b"x" * (1 << 20) + b"y")[0] == 201
    assert own.ask("PUT", "small", b"x")[0] == 201
    assert own.ask("GET", "small") == (200, b"x")
    assert children(own.server) == own.running


def test_a_server_that_starts_on_a_full_disk_serves_what_is_there(own):
    own.server.stop()
    own.server.start()
    name, body = next(iter(own.kept.items()))
    assert own.ask("GET", name) == (200, body)
    assert own.ask("PUT", "more", b"x" * BLOB)[0] == 507


def test_deletes_find_the_room_that_is_kept_free(mount, tmp_path):
    with serving(tmp_path) as server:
        mount(server.data_dir, *TWENTY_MB)
        server.start()
        ask = asking(server)
        statuses = [ask("PUT", str(number), os.urandom(INLINE))[0] for number in range(50)]
        taken = statuses.count(201)
        assert statuses == [201] * taken + [507] * (50 - taken)
        assert taken > 10
        assert {ask("DELETE", str(number))[0] for number in range(taken)} == {204}


@pytest.mark.parametrize("room", [0, 40 << 10, 200 << 10], ids=["nothing", "some", "more"])
def test_a_server_whose_store_finds_no_room_says_so_in_one_sentence(mount, tmp_path, room):
    with serving(tmp_path, EVERYTHING_FITS) as server:
        mount(server.data_dir, *TWENTY_MB)
        (server.data_dir / "something-else").write_bytes(b"-" * ((20 << 20) - room))
        started = subprocess.run(
            server.command("serve", "--port", str(server.port)), env=server.environment, capture_output=True,
            text=True, timeout=60, check=False,
        )  # fmt: skip
    assert started.returncode == 1
    assert (
        started.stderr.splitlines()[-1] == "a3dav: the disk of the server is full; make room on the disk of the store"
    )
    assert "Traceback" not in started.stderr
