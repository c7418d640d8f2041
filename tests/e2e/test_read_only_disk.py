"""A data directory on a disk that became read-only: what is there is served, writes get 503, and check names it."""

import os
import subprocess
import sys
from contextlib import closing

import pytest

from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

HOME = "/files/alice/"
LARGE = b"x" * (2 << 20)


@pytest.fixture
def read_only(mount, tmp_path):
    """The folder of a store with an account and two files, seen through a mount that is read-only."""
    with closing(open_house(read(None, {"A3DAV_SERVER__DATA_DIR": str(tmp_path / "data")}), prepare=True)) as house:
        alice = add_person(house, "alice")
        alice.put(HOME + "small", b"1")
        alice.put(HOME + "large", LARGE)
        mount(tmp_path / "seen", "-o", "bind,ro", tmp_path / "data")
        yield tmp_path / "seen"


@pytest.fixture
def alice(read_only):
    with closing(open_house(read(None, {"A3DAV_SERVER__DATA_DIR": str(read_only)}))) as house:
        yield Client(house, "alice", "alice's password")


def a3dav(folder, *arguments):
    command = [sys.executable, "-P", "-m", "a3dav", *arguments, "--data-dir", str(folder)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("A3DAV_")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_what_is_there_is_served(alice):
    assert [alice.get(HOME + name).body for name in ("small", "large")] == [b"1", LARGE]
    assert len(alice.sync(HOME).multistatus) == 2


@pytest.mark.rfc("9110", "15.6.4")
def test_writes_get_503_and_leave_nothing(alice):
    assert alice.put(HOME + "new", b"x").status == 503
    assert alice.delete(HOME + "small").status == 503
    assert alice.get(HOME + "new").status == 404


def test_check_names_it(read_only):
    checked = a3dav(read_only, "check")
    assert checked.returncode == 1
    assert f"WRONG the data directory {read_only} cannot be written" in checked.stdout


@pytest.mark.parametrize("arguments", [("serve", "--port", "1"), ("user", "disable", "alice"), ("db", "upgrade")])
def test_what_has_to_write_says_so_in_one_sentence(read_only, arguments):
    ended = a3dav(read_only, *arguments)
    assert ended.returncode == 1
    assert ended.stderr == (
        "a3dav: the store is read-only; make the data directory and the database writable for the user that serves\n"
    )
