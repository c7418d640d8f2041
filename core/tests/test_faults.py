"""Faults of disk and database: the right refusal, reading that goes on, and one line in the log."""

import errno
import logging
import os
import threading
from functools import partial
from types import SimpleNamespace

import pytest

from a3dav import administration, hookimpl, tasks
from a3dav.errors import Conflict
from a3dav.faults import DiskFull
from a3dav.principals import Scope
from a3dav.registries import Task
from a3dav.storage import room
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person

HOME = "/files/alice/"
MIB = 1 << 20
PLENTY = SimpleNamespace(total=1 << 40, free=1 << 40)
LITTLE = SimpleNamespace(total=1 << 40, free=99 * MIB)
SMALL_DISK = SimpleNamespace(total=20 * MIB, free=5 * MIB)
SUFFICIENT = "{DAV:}sufficient-disk-space"
COLOUR = '<propertyupdate xmlns="DAV:"><set><prop><colour xmlns="x">red</colour></prop></set></propertyupdate>'


def files(house):
    return [file for file in house.store.blobs.folder.rglob("*") if file.is_file()]


def run(house, *statements):
    """Runs statements on the connection of the writer."""
    engine = house.store.engine
    engine.submit(lambda: [engine.database.execute_sql(statement) for statement in statements]).result()


class Raising:
    """Fails every write the way PostgreSQL does."""

    def __init__(self, house, code):
        self._engine, self._code = house.store.engine, code

    @hookimpl
    def a3dav_in_transaction(self, write):
        self._engine.execute(f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{self._code}'; END $$")


def fail_writes(house, code):
    plugin = Raising(house, code)
    house.plugins.register(plugin)
    return lambda: house.plugins.unregister(plugin)


@pytest.fixture
def fill():
    """Leaves the database of a house no room, and gives what makes room again."""

    def fill(house):
        if house.store.engine.name == "postgres":
            return fail_writes(house, "disk_full")
        pages = house.store.engine.row("PRAGMA page_count")[0]
        run(house, f"PRAGMA max_page_count = {pages}")
        return lambda: run(house, "PRAGMA max_page_count = 1000000")

    return fill


@pytest.fixture
def make_read_only():
    """Makes the database of a house read-only."""
    undo = []

    def make_read_only(house):
        if house.store.engine.name != "postgres":
            run(house, "PRAGMA query_only = on")
            return
        import psycopg

        name = house.store.engine.row("SELECT current_database()")[0]
        with psycopg.connect(house.settings.storage.url, autocommit=True) as connection:
            connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        undo.append((house.settings.storage.url, name))

    yield make_read_only
    for url, name in undo:
        import psycopg

        with psycopg.connect(url, autocommit=True, options="-c default_transaction_read_only=off") as connection:
            connection.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")


class TestAFullDisk:
    @pytest.fixture
    def alice(self, make_house, monkeypatch):
        """Somebody with two files, on a disk where everything is kept free from now on."""
        house = make_house()
        alice = add_person(house, "alice")
        alice.put(HOME + "a", b"1")
        alice.put(HOME + "b", b"2")
        house.close()
        alice.house = make_house()
        monkeypatch.setattr(room.shutil, "disk_usage", lambda _: LITTLE)
        return alice

    @pytest.mark.rfc("4331", "6")
    @pytest.mark.parametrize(
        ("method", "name", "body", "headers"),
        [
            ("PUT", "new", b"x", {}),
            ("PUT", "a", b"x", {}),
            ("POST", "?add-member", b"x", {}),
            ("MKCOL", "new/", b"", {}),
            ("COPY", "a", b"", {"destination": HOME + "new"}),
            ("PROPPATCH", "a", COLOUR, {}),
        ],
    )
    def test_what_adds_bytes_is_refused_below_the_least_free_room(self, alice, method, name, body, headers):
        answer = alice.request(method, HOME + name, body, **headers)
        assert (answer.status, answer.condition) == (507, SUFFICIENT)

    @pytest.mark.parametrize(
        ("method", "body", "headers", "status"),
        [
            ("GET", b"", {}, 200),
            ("PROPFIND", b"", {"depth": "1"}, 207),
            ("DELETE", b"", {}, 204),
            ("MOVE", b"", {"destination": HOME + "new"}, 201),
            ("LOCK", LOCKINFO, {}, 200),
        ],
    )
    def test_reading_and_what_frees_room_go_on(self, alice, method, body, headers, status):
        assert alice.request(method, HOME + "a", body, **headers).status == status

    def test_a_body_that_has_no_room_is_not_even_read(self, alice):
        assert alice.put(HOME + "new", b"x" * (2 << 20)).status == 507
        assert files(alice.house) == []

    def test_of_a_small_disk_a_tenth_is_kept_free(self, alice, monkeypatch):
        monkeypatch.setattr(room.shutil, "disk_usage", lambda _: SMALL_DISK)
        assert alice.put(HOME + "c", b"x" * 2 * MIB).status == 201
        assert alice.put(HOME + "d", b"x" * 4 * MIB).status == 507

    def test_no_limit_leaves_no_room_free(self, make_house, alice):
        alice.house.close()
        alice.house = make_house(limits__min_free_bytes=0)
        assert alice.put(HOME + "c", b"x").status == 201

    def test_the_disk_is_looked_at_once_a_second(self, alice, monkeypatch):
        looks = []
        monkeypatch.setattr(room, "LOOK_SECONDS", 3600)
        monkeypatch.setattr(room.shutil, "disk_usage", lambda folder: looks.append(folder) or PLENTY)
        assert [alice.put(HOME + name, b"x").status for name in "cde"] == [201, 201, 201]
        assert looks == [alice.house.store.data_dir]


def test_a_database_without_room_refuses_writes_and_serves_reads(house, alice, fill):
    alice.put(HOME + "a", b"1")
    make_room = fill(house)
    answer = alice.put(HOME + "b", b"x" * 500_000)
    assert (answer.status, answer.condition) == (507, SUFFICIENT)
    assert alice.get(HOME + "a").body == b"1"
    assert set(alice.propfind(HOME, "{DAV:}getetag", depth="1").multistatus) == {HOME, HOME + "a"}
    make_room()
    assert alice.put(HOME + "b", b"x" * 500_000).status == 201


def test_a_full_disk_is_told_once(house, alice, fill, caplog):
    fill(house)
    with caplog.at_level(logging.ERROR, "a3dav"):
        for name in "bcd":
            alice.put(HOME + name, b"x" * 500_000)
    (record,) = caplog.records
    assert record.message.endswith("is full; make room on the disk of the store")


def test_a_body_without_room_in_the_database_leaves_no_file(make_house, fill):
    house = make_house(storage__inline_body_limit=10)
    alice = add_person(house, "alice")
    fill(house)
    statuses = [alice.put(f"{HOME}{number}{'n' * 200}", b"x" * 11).status for number in range(100)]
    assert 507 in statuses
    assert len(files(house)) == statuses.count(201)


class Refusing:
    @hookimpl
    def a3dav_in_transaction(self, write):
        raise Conflict("no")


def test_a_large_body_refused_inside_the_transaction_leaves_no_file(make_house):
    house = make_house(storage__inline_body_limit=10)
    house.plugins.register(Refusing())
    assert add_person(house, "alice").put(HOME + "large", b"x" * 11).status == 409
    assert files(house) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_file_that_cannot_be_synced_is_refused_and_removed(make_house, monkeypatch, code):
    house = make_house(storage__inline_body_limit=10)
    alice = add_person(house, "alice")

    def fail(folder):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(house.store.blobs, "_sync_folder", fail)
    answer = alice.put(HOME + "large", b"x" * 11)
    assert (answer.status, answer.condition) == (507, SUFFICIENT)
    assert files(house) == []


def test_a_write_that_needs_little_room_does_not_fail_for_its_neighbours(house, fill, request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("about the groups of SQLite")
    fill(house)
    engine, go_on = house.store.engine, threading.Event()
    held = engine.submit(lambda: go_on.wait(10))
    rows = [("before", "1"), ("huge", "1" * 10_000_000), ("after", "1")]
    writes = [
        engine.submit(partial(engine.execute, "INSERT INTO facts (name, value) VALUES (?, ?)", row)) for row in rows
    ]
    go_on.set()
    assert held.result()
    assert [type(write.exception()) for write in writes] == [type(None), DiskFull, type(None)]


class TestAReadOnlyStore:
    def test_writes_get_503_and_reads_go_on(self, house, alice, make_read_only):
        alice.put(HOME + "a", b"1")
        make_read_only(house)
        assert {alice.put(HOME + "b", b"x").status, alice.delete(HOME + "a").status} == {503}
        assert alice.put(HOME + "b", b"x").headers["retry-after"] == "300"
        assert alice.get(HOME + "a").body == b"1"
        assert HOME + "a" in alice.sync(HOME).multistatus

    def test_an_app_password_signs_in_although_its_use_cannot_be_noted(self, house, alice, make_read_only):
        password = administration.add_app_password(house, Actor(), "alice", label="x", scope=Scope.DAV, days=0)
        make_read_only(house)
        assert Client(house, "alice", password).propfind(HOME).status == 207

    def test_it_is_told_once(self, house, alice, make_read_only, caplog):
        make_read_only(house)
        with caplog.at_level(logging.ERROR, "a3dav"):
            for name in "abc":
                alice.put(HOME + name, b"x")
        (record,) = caplog.records
        assert record.message.startswith("the store is read-only; make the data directory and the database writable")

    def test_the_next_task_is_looked_at(self, house, make_read_only, caplog):
        make_read_only(house)
        assert not tasks.run_if_due(house, Task("anything", 0, lambda _: "ran"))
        assert "read-only" in caplog.text
        assert "Traceback" not in caplog.text


def test_a_task_without_room_on_the_disk_is_told_in_a_sentence(house, caplog):
    def fail(house):
        raise OSError(errno.ENOSPC, "No space left on device")

    assert tasks.run_if_due(house, Task("anything", 0, fail))
    assert "the disk of the server is full" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    ("code", "status"),
    [("disk_full", 507), ("too_many_connections", 503), ("admin_shutdown", 503), ("cannot_connect_now", 503),
     ("lock_not_available", 503), ("query_canceled", 503), ("read_only_sql_transaction", 503), ("58030", 503),
     ("data_corrupted", 500)],
)  # fmt: skip
def test_what_postgresql_cannot_do_has_its_status(house, alice, request, caplog, code, status):
    if request.config.getoption("--store") != "postgres":
        pytest.skip("about PostgreSQL")
    fail_writes(house, code)
    assert alice.put(HOME + "a", b"x").status == status
    assert "Traceback" not in caplog.text


class TestALostConnection:
    @pytest.fixture(autouse=True)
    def _on_postgres(self, request):
        if request.config.getoption("--store") != "postgres":
            pytest.skip("about PostgreSQL")

    @pytest.fixture
    def writes(self, house):
        """Counts how often a write was begun, and does what it is told in the first of them."""
        begun = Begun()
        house.plugins.register(begun)
        return begun

    def test_a_read_is_done_again(self, house, alice):
        alice.put(HOME + "a", b"1")
        end_other_connections(house)
        assert alice.get(HOME + "a").body == b"1"

    def test_a_write_that_was_not_committed_is_done_again(self, house, alice, writes):
        writes.first = lambda: house.store.engine.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        assert alice.put(HOME + "a", b"1").status == 201
        assert writes.count == 2
        assert alice.get(HOME + "a").body == b"1"

    def test_a_write_whose_commit_was_sent_is_not_done_again(self, house, alice, writes, monkeypatch):
        database = house.store.engine.database
        commit = database.commit

        def lose_the_answer():
            commit()
            end_other_connections(house)
            database.execute_sql("SELECT 1")

        monkeypatch.setattr(database, "commit", lose_the_answer)
        answer = alice.put(HOME + "a", b"1" * (2 << 20))
        monkeypatch.undo()
        assert (answer.status, "retry-after" in answer.headers) == (503, True)
        assert writes.count == 1
        assert alice.get(HOME + "a").body == b"1" * (2 << 20)

    def test_a_write_that_is_lost_again_and_again_is_refused(self, house, alice, writes):
        writes.always = lambda: house.store.engine.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        assert alice.put(HOME + "a", b"1").status == 503
        assert writes.count == 2
        assert alice.get(HOME + "a").status == 404


class Begun:
    def __init__(self):
        self.count, self.first, self.always = 0, None, None

    @hookimpl
    def a3dav_in_transaction(self, write):
        self.count += 1
        work = self.always or (self.first if self.count == 1 else None)
        if work:
            work()


def end_other_connections(house):
    import psycopg

    with psycopg.connect(house.settings.storage.url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
