"""What every store must do; the whole class runs on SQLite, and on PostgreSQL with --store postgres."""

import os
import stat
import threading
import time

import pytest

from a3dav.builtin import housekeeping
from a3dav.errors import StoreError
from a3dav.identifiers import now_ms
from a3dav.registries import Migrations
from a3dav.storage import sqlite
from a3dav.storage.migrations import applied, upgrade
from a3dav.supervisor.startup import lock_data_dir
from a3dav.testing.people import add_person

HOME = "/files/alice/"
POOL = 10  # writers of PostgreSQL


def blobs(house):
    return {file.name for file in house.store.blobs.folder.rglob("*") if file.is_file()}


def versions(house):
    return int(house.store.engine.row("SELECT COUNT(*) FROM versions")[0])


class TestStore:
    def test_a_failing_write_leaves_those_beside_it_alone(self, house):
        engine = house.store.engine

        def write(name):
            engine.execute("INSERT INTO facts (name, value) VALUES (?, ?)", (name, "1"))

        def write_and_fail():
            write("bad")
            raise ValueError("no")

        futures = [engine.submit(work) for work in (lambda: write("before"), write_and_fail, lambda: write("after"))]
        with pytest.raises(ValueError, match="no"):
            futures[1].result()
        futures[0].result()
        futures[2].result()
        kept = {name for (name,) in engine.rows("SELECT name FROM facts WHERE value = '1'")}
        assert kept == {"before", "after"}

    def test_a_failing_write_in_a_group_takes_nothing_of_the_others_along(self, house):
        engine, full, go_on = house.store.engine, threading.Event(), threading.Event()

        def hold():
            full.set()
            assert go_on.wait(10)

        def write(name, value):
            engine.execute("INSERT INTO facts (name, value) VALUES (?, ?)", (name, value))

        held = engine.submit(hold)
        assert full.wait(10)
        futures = [
            engine.submit(lambda: write("first", "kept")),
            engine.submit(lambda: (write("lost", "lost"), write("first", "a name that is taken"))),
            engine.submit(lambda: write("last", "kept")),
        ]
        go_on.set()
        outcomes = [future.exception(10) for future in [held, *futures]]
        assert [error is None for error in outcomes] == [True, True, False, True]
        kept = engine.rows("SELECT name FROM facts WHERE name IN ('first', 'lost', 'last')")
        assert {name for (name,) in kept} == {"first", "last"}

    def test_a_cancelled_write_is_not_made_and_stops_no_other(self, house):
        engine, full, go_on = house.store.engine, threading.Event(), threading.Event()

        def hold():
            full.set()
            assert go_on.wait(10)

        def write(name):
            engine.execute("INSERT INTO facts (name, value) VALUES (?, '1')", (name,))

        held = [engine.submit(hold) for _ in range(POOL)]
        assert full.wait(10)
        cancelled = engine.submit(lambda: write("cancelled"))
        assert cancelled.cancel()
        go_on.set()
        engine.submit(lambda: write("next")).result(10)
        assert [future.exception(10) for future in held] == [None] * POOL
        assert [name for (name,) in engine.rows("SELECT name FROM facts WHERE value = '1'")] == ["next"]

    def test_a_large_body_lives_in_a_file_and_comes_back(self, make_house):
        house = make_house(storage__inline_body_limit=100)
        alice = add_person(house, "alice")
        alice.put(HOME + "small", b"x" * 100)
        assert blobs(house) == set()
        alice.put(HOME + "large", b"y" * 101)
        assert len(blobs(house)) == 1
        assert alice.get(HOME + "large").body == b"y" * 101
        assert alice.get(HOME + "large", range="bytes=99-").body == b"yy"
        alice.request("COPY", HOME + "large", destination=HOME + "copy")
        alice.delete(HOME + "large")
        assert alice.get(HOME + "copy").body == b"y" * 101

    def test_a_large_body_is_acknowledged_when_its_file_and_each_name_on_the_way_to_it_are_synced(
        self, make_house, monkeypatch
    ):
        synced, fsync = set(), os.fsync

        def watched(handle):
            synced.add(os.stat(handle).st_ino)
            fsync(handle)

        monkeypatch.setattr(os, "fsync", watched)
        house = make_house(storage__inline_body_limit=100)
        alice = add_person(house, "alice")
        alice.put(HOME + "large", b"y" * 101)
        (file,) = house.store.blobs.folder.glob("??/*")
        way = [file, file.parent, house.store.blobs.folder, house.store.data_dir]
        assert {place.stat().st_ino for place in way} <= synced

    def test_old_versions_go_and_current_ones_stay(self, house, alice):
        alice.put(HOME + "a", b"1")
        alice.put(HOME + "a", b"2")
        alice.put(HOME + "gone", b"3")
        alice.delete(HOME + "gone")
        assert versions(house) == 3
        assert housekeeping.remove_old_versions(house) == ""
        long_ago = now_ms() - 1000 * 86_400_000
        house.store.engine.submit(
            lambda: house.store.engine.execute("UPDATE versions SET created = ?", (long_ago,))
        ).result()
        assert housekeeping.remove_old_versions(house) == "2 old versions removed"
        assert alice.get(HOME + "a").body == b"2"

    def test_files_without_a_version_go_after_a_day_and_others_stay(self, make_house, monkeypatch):
        house = make_house(storage__inline_body_limit=1)
        alice = add_person(house, "alice")
        alice.put(HOME + "kept", b"kept")
        lost = house.store.blobs.spool / "lost"
        lost.write_bytes(b"lost")
        house.store.blobs.adopt(lost)
        (house.store.blobs.spool / "abandoned").write_bytes(b"upload")
        assert housekeeping.remove_unreferenced_blobs(house) == ""
        tomorrow = time.time() + 90_000
        monkeypatch.setattr(housekeeping.time, "time", lambda: tomorrow)
        assert housekeeping.remove_unreferenced_blobs(house) == "2 unreferenced files removed"
        assert len(blobs(house)) == 1
        assert alice.get(HOME + "kept").body == b"kept"

    def test_what_is_stored_survives_a_restart(self, make_house):
        house = make_house()
        alice = add_person(house, "alice")
        etag = alice.put(HOME + "a", b"1").headers["etag"]
        token = alice.sync(HOME).xml.findtext("{DAV:}sync-token")
        house.close()
        alice.house = make_house()
        answer = alice.get(HOME + "a")
        assert (answer.body, answer.headers["etag"]) == (b"1", etag)
        assert alice.sync(HOME, token).multistatus == {}

    def test_a_store_newer_than_the_software_is_refused(self, house):
        line = Migrations("core", ())
        with pytest.raises(StoreError, match=r"newer than this software.*'core'.*install the newer release"):
            upgrade(house.store.engine, [line], lambda: None)

    def test_steps_are_applied_once_in_order_after_a_backup(self, house):
        engine, backups = house.store.engine, []
        first = Migrations("toys", (("CREATE TABLE toys (id BLOB PRIMARY KEY, count INTEGER NOT NULL)",),))
        second = Migrations("toys", (*first.steps, ("ALTER TABLE toys ADD COLUMN name TEXT",)))
        assert upgrade(engine, [first], lambda: backups.append(1)) == 1
        assert upgrade(engine, [first], lambda: backups.append(2)) == 0
        assert upgrade(engine, [second], lambda: backups.append(3)) == 1
        assert backups == [1, 3]
        assert applied(engine)["toys"] == 2
        engine.submit(lambda: engine.execute("INSERT INTO toys VALUES (?, ?, ?)", (b"1", 2**40, "bear"))).result()
        assert [tuple(row)[1:] for row in engine.rows("SELECT * FROM toys")] == [(2**40, "bear")]

    def test_a_step_that_fails_leaves_no_trace(self, house):
        engine = house.store.engine
        broken = Migrations("toys", (("CREATE TABLE toys (id BLOB)", "CREATE TABLE nonsense nonsense"),))
        with pytest.raises(Exception, match="nonsense"):
            upgrade(engine, [broken], lambda: None)
        assert "toys" not in applied(engine)
        assert not engine.database.table_exists("toys")

    def test_the_data_directory_is_for_its_owner_alone(self, house):
        assert stat.S_IMODE(house.store.data_dir.stat().st_mode) == 0o700

    def test_a_data_directory_open_to_others_is_closed(self, make_house, tmp_path):
        (tmp_path / "data").mkdir(mode=0o755)
        assert stat.S_IMODE(make_house().store.data_dir.stat().st_mode) == 0o700


def test_deleted_bytes_are_overwritten_in_sqlite(make_house, request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("about SQLite")
    engine = make_house().store.engine
    assert engine.row("PRAGMA secure_delete")[0] == 1
    assert engine.row("PRAGMA synchronous")[0] == 2
    assert engine.row("PRAGMA journal_mode")[0] == "wal"


def test_a_sqlite_that_can_corrupt_its_log_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite.apsw, "sqlite_lib_version", lambda: "3.51.2")
    with pytest.raises(StoreError, match=r"3\.51\.3 or newer.*pip install --upgrade apsw"):
        sqlite.SqliteEngine(tmp_path / "a.sqlite")


def test_a_second_server_on_the_same_data_is_refused(tmp_path):
    lock_data_dir(tmp_path / "data")
    with pytest.raises(StoreError, match=r"another server uses .*data; stop it, or give this one another --data-dir"):
        lock_data_dir(tmp_path / "data")


def test_reads_at_one_moment_do_not_see_what_is_written_meanwhile(house):
    engine, counted = house.store.engine, "SELECT COUNT(*) FROM accounts"
    with engine.at_one_moment():
        before = engine.row(counted)
        add_person(house, "meanwhile")
        after = engine.row(counted)
    assert (before, after, engine.row(counted)) == ((0,), (0,), (1,))


def test_a_failure_at_one_moment_ends_the_moment(house):
    with pytest.raises(ZeroDivisionError), house.store.engine.at_one_moment():
        raise ZeroDivisionError
    add_person(house, "afterwards")
    assert house.store.engine.row("SELECT COUNT(*) FROM accounts") == (1,)
