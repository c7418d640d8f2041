"""Upgrades: old code goes on beside a store that a new one upgraded, and what is too new is refused at a start."""

import pytest

from a3dav.builtin import webdav
from a3dav.errors import StoreError
from a3dav.registries import Migrations
from a3dav.storage.migrations import applied, upgrade
from a3dav.testing.client import Client
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person

HOME = "/files/alice/"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
TABLES = (
    "facts", "accounts", "profiles", "passwords", "app_passwords", "tokens", "memberships", "resources", "versions",
    "tombstones", "changes", "properties", "locks", "audit", "indexes", "jobs", "caldav_objects", "caldav_spans",
)  # fmt: skip
NEXT_STEP = (
    *(f"ALTER TABLE {table} ADD COLUMN added INTEGER NOT NULL DEFAULT 7" for table in TABLES),
    "CREATE TABLE toys (id BLOB PRIMARY KEY)",
)


@pytest.fixture
def release(monkeypatch):
    """Makes this software know a step more of its schema."""

    def release():
        monkeypatch.setattr(webdav, "CORE", Migrations("core", (*webdav.CORE.steps, NEXT_STEP)))

    return release


def test_old_code_reads_and_writes_beside_a_store_that_was_upgraded(make_house, release):
    old = make_house()
    before = add_person(old, "alice")
    before.put(HOME + "a", b"1")
    release()
    after = Client(make_house(), "alice", before.authorization)
    after.authorization = before.authorization
    assert before.put(HOME + "a", b"2").status == 204
    assert after.get(HOME + "a").body == b"2"
    assert after.put(HOME + "b", b"3").status == 201
    assert list(before.sync(HOME).multistatus) == [HOME + "a", HOME + "b"]
    assert before.put("/calendars/alice/calendar/1.ics", EVENT).status == 201
    assert before.request("LOCK", HOME + "a", LOCKINFO).status == 200
    assert before.delete(HOME + "b").status == 204
    assert after.get(HOME + "b").status == 404
    assert add_person(old, "bob").propfind("/files/bob/").status == 207


def test_a_store_that_is_newer_is_refused_by_one_that_starts(make_house, release, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(webdav, "CORE", Migrations("core", (*webdav.CORE.steps, NEXT_STEP[-1:])))
        make_house().close()
    with pytest.raises(StoreError, match=r"the store is newer than this software.*install the newer release again"):
        make_house()


def test_the_line_of_a_plugin_is_its_own(house):
    engine, core = house.store.engine, applied(house.store.engine)["core"]
    toys = Migrations("toys", (("CREATE TABLE toys (id BLOB)",), ("ALTER TABLE toys ADD COLUMN name TEXT",)))
    upgrade(engine, [toys], lambda: None)
    assert (applied(engine)["core"], applied(engine)["toys"]) == (core, 2)
    with pytest.raises(StoreError, match="its schema 'toys' has version 2, this software knows 1"):
        upgrade(engine, [Migrations("toys", toys.steps[:1])], lambda: None)


def test_the_tables_of_a_plugin_that_is_off_hinder_nobody(make_house, house):
    upgrade(house.store.engine, [Migrations("toys", (("CREATE TABLE toys (id BLOB)",),))], lambda: None)
    house.close()
    assert applied(make_house().store.engine)["toys"] == 1
