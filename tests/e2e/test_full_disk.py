"""A data directory of 20 MB, filled to the brim: right answers, nothing half-written, and work again with room."""

import base64
import http.client
import os
import re
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.serving import serving

PROPFIND = b'<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
SYNC = b'<sync-collection xmlns="DAV:"><sync-token/><sync-level>1</sync-level><prop><getetag/></prop></sync-collection>'
BLOB, INLINE, SMALL = 3 << 20, 500 << 10, 10 << 10
EVERYTHING_FITS = {"A3DAV_LIMITS__MIN_FREE_BYTES": "0"}


@pytest.fixture
def small(mount, tmp_path):
    """A server whose data lie on 20 MB, four of them taken by something else."""
    with serving(tmp_path, EVERYTHING_FITS) as server:
        mount(server.data_dir, "-t", "tmpfs", "-o", "size=20m", "tmpfs")
        (server.data_dir / "something-else").write_bytes(b"-" * (4 << 20))
        server.start()
        yield server


@pytest.fixture
def ask(small):
    """Sends a request of one account, each on a connection of its own; gives status and body."""
    person = small.person()
    token = base64.b64encode(f"{person.name}:{person.password}".encode()).decode()

    def ask(method, name="", body=b"", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", small.port, timeout=30)
        try:
            connection.request(
                method, f"/files/{person.name}/{name}", body, {"Authorization": f"Basic {token}", **headers}
            )
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    return ask


@pytest.fixture
def full(small, ask):
    """The names and bodies that a disk took before it was full, one size after the other, and all other answers."""
    kept, refused = {}, set()
    for size in (BLOB, INLINE, SMALL, 100):
        for number in range(200):
            name, body = f"{size}-{number}", os.urandom(size)
            status, _ = ask("PUT", name, body)
            if status != 201:
                refused.add(status)
                break
            kept[name] = body
    return kept, refused


def files_of(server):
    return {file for file in (server.data_dir / "blobs").rglob("*") if file.is_file()}


def children(server):
    """The processes of a server by what they do."""
    pids = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    return {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in pids}


def make_room(server):
    (server.data_dir / "something-else").unlink()


@pytest.mark.rfc("4331", "6")
@pytest.mark.rfc("4918", "11.5")
def test_a_full_disk_refuses_writes_of_every_size_with_507(full, ask):
    kept, refused = full
    assert refused == {507}
    assert len(kept) > 5
    assert b"sufficient-disk-space" in ask("PUT", "more", b"x" * BLOB)[1]
    assert ask("MKCOL", "folder")[0] == 507


def test_on_a_full_disk_everything_that_was_taken_can_be_read(full, ask):
    kept, _ = full
    assert {name: ask("GET", name) for name in kept} == {name: (200, body) for name, body in kept.items()}
    for status, listing in (ask("PROPFIND", "", PROPFIND, Depth="1"), ask("REPORT", "", SYNC)):
        assert status == 207
        assert set(re.findall(rb"/files/[^/]+/([^<]+)</D:href>", listing)) == {name.encode() for name in kept}


def test_a_refused_write_leaves_nothing_behind(full, ask, small):
    kept, _ = full
    large = [name for name in kept if name.startswith(str(BLOB))]
    assert len(files_of(small)) == len(large)
    assert ask("GET", f"{BLOB}-{len(large)}")[0] == 404


def test_a_full_disk_ends_no_process_and_fills_no_log(full, small):
    before = children(small)
    assert any(b"tasks" in command for command in before.values())
    log = small.log.read_text()
    assert "Traceback" not in log
    assert log.count("the disk of the server is full; make room") == 1


def test_writes_go_on_when_there_is_room_again(full, ask, small):
    kept, _ = full
    running = children(small)
    make_room(small)
    assert ask("DELETE", next(iter(kept)))[0] == 204
    assert ask("PUT", "after", b"x" * (1 << 20) + b"y")[0] == 201
    assert ask("PUT", "small", b"x")[0] == 201
    assert ask("GET", "small") == (200, b"x")
    assert children(small) == running


@pytest.mark.parametrize("room", [0, 40 << 10, 200 << 10], ids=["nothing", "some", "more"])
def test_a_server_whose_store_finds_no_room_says_so_in_one_sentence(mount, tmp_path, room):
    with serving(tmp_path, EVERYTHING_FITS) as server:
        mount(server.data_dir, "-t", "tmpfs", "-o", "size=20m", "tmpfs")
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
