"""`a3dav backup` and `a3dav restore`: what they print, refuse and note in the audit trail."""

import fcntl
import io
import os
import signal
import stat
import subprocess
import sys
from unittest import mock

import pytest

from a3dav.cli import backup as commands
from a3dav.cli import main
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

HOME = "/files/alice/"


@pytest.fixture
def run(tmp_path, store_settings, monkeypatch, capsys):
    """Runs the command on a data directory below the temporary folder; gives status and both outputs."""

    def run(*arguments, data="data", settings=None, said=""):
        monkeypatch.setattr(sys, "argv", ["a3dav", *arguments, "--data-dir", str(tmp_path / data)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(said))
        wanted = store_settings if settings is None else settings
        with mock.patch.dict(os.environ, wanted), pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


@pytest.fixture
def piped(tmp_path):
    """Runs the command in a process of its own; gives status, standard output and the last line of the other."""

    def run(*arguments, data="data", settings, **options):
        command = [sys.executable, "-P", "-m", "a3dav", *arguments, "--data-dir", str(tmp_path / data)]
        environment = os.environ | settings
        done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, timeout=120, check=False, **options)
        return done.returncode, done.stdout, done.stderr.decode().splitlines()[-1]

    return run


@pytest.fixture
def closed(make_house):
    """A store with alice and a file of hers, which nobody has open."""
    house = make_house()
    add_person(house, "alice").put(HOME + "a", b"1")
    house.close()
    return house


def test_a_backup_goes_through_a_pipe(closed, piped, store_settings, more_stores):
    status, data, said = piped("backup", "-", settings=store_settings, stdout=subprocess.PIPE)
    assert (status, "rows and 0 large files" in said) == (0, True)
    other = {"settings": more_stores(), "input": data, "stdout": subprocess.PIPE}
    status, output, said = piped("restore", "-", data="other", **other)
    assert (status, output.decode().count("restored; every client compares its data once")) == (0, 1), said


def test_a_pipe_that_takes_nothing_more_ends_a_backup_in_a_sentence(closed, piped, store_settings):
    with open("/dev/full", "wb") as full:
        status, _, said = piped("backup", "-", settings=store_settings, stdout=full)
    assert (status, said) == (
        1, "a3dav: the backup cannot be written: No space left on device; make room, or name another place",
    )  # fmt: skip


def test_progress_is_shown_and_can_be_silenced(closed, run, tmp_path):
    assert "rows" in run("backup", str(tmp_path / "b"))[2]
    assert run("backup", str(tmp_path / "b"), "--force", "--quiet") == (0, "", "")


def test_a_file_that_exists_is_replaced_on_demand_alone(closed, run, tmp_path):
    (tmp_path / "b").write_text("mine")
    status, _, said = run("backup", str(tmp_path / "b"))
    assert (status, said.splitlines()[-1]) == (
        1, f"a3dav: {tmp_path}/b exists already; name another file, or say --force to replace it",
    )  # fmt: skip
    assert run("backup", str(tmp_path / "b"), "--force")[0] == 0
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600


def test_a_backup_that_a_service_manager_ends_leaves_nothing_behind(closed, run, tmp_path, monkeypatch):
    monkeypatch.setattr(commands, "dump", lambda *_, **__: os.kill(os.getpid(), signal.SIGTERM))
    (tmp_path / "out").mkdir()
    assert run("backup", str(tmp_path / "out" / "b"))[0] == 128 + signal.SIGTERM
    assert list((tmp_path / "out").iterdir()) == []


def test_a_store_that_is_not_there_is_not_backed_up(run, tmp_path):
    status, _, said = run("backup", str(tmp_path / "b"), data="nothing", settings={})
    assert (status, "a3dav: there is no store in" in said, (tmp_path / "b").exists()) == (1, True, False)


def test_a_full_store_is_replaced_on_demand_alone(closed, run, tmp_path, make_house):
    file = str(tmp_path / "b")
    run("backup", file)
    run("user", "add", "eve", "--password-stdin", said="x\n")
    status, _, said = run("restore", file)
    assert (status, "is not empty; name another --data-dir" in said, "--replace" in said) == (1, True, True)
    assert run("restore", file, "--replace")[0] == 0
    house = make_house()
    assert Client(house, "alice", "alice's password").get(HOME + "a").body == b"1"
    assert house.store.accounts.by_name("eve") is None


def test_a_store_that_is_served_is_not_replaced(closed, run, tmp_path):
    run("backup", str(tmp_path / "b"))
    with (tmp_path / "data" / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, _, said = run("restore", str(tmp_path / "b"), "--replace")
    assert (status, "another server uses" in said) == (1, True)


def test_a_check_restores_nothing(closed, run, tmp_path):
    run("backup", str(tmp_path / "b"))
    status, output, _ = run("restore", "--check", str(tmp_path / "b"), data="other", settings={})
    assert (status, "can be restored" in output) == (0, True)
    assert {path.name for path in (tmp_path / "other").rglob("*") if path.is_file()} <= {"a3dav.lock", "a3dav.turn"}


def test_backup_and_restore_are_in_the_audit_trail(closed, run, tmp_path, make_house):
    run("backup", str(tmp_path / "b"))
    run("restore", str(tmp_path / "b"), "--replace")
    rows = make_house().store.engine.rows("SELECT method, action, outcome FROM audit ORDER BY position DESC LIMIT 2")
    assert [tuple(row) for row in rows] == [("command-line", "restore", "ok"), ("command-line", "backup", "begun")]
    run("backup", str(tmp_path / "b"), "--force")
    rows = make_house().store.engine.rows("SELECT action, outcome FROM audit ORDER BY position DESC LIMIT 2")
    assert [tuple(row) for row in rows] == [("backup", "ok"), ("backup", "begun")]
