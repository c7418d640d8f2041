"""A list of members that is brought up to date is the one that would be made anew."""

import random
import re

import pytest

from a3dav.storage.transaction import Actor, StoredBody
from a3dav.testing.client import Client
from a3dav.testing.deeds import CALENDARS, EVENT, FEW, delete, describe, move_or_copy, put, told
from a3dav.testing.people import add_person

STEPS = 40
CONTENT = (put, put, put, delete, delete, move_or_copy, describe)
LISTED = [("PROPFIND", f"/calendars/alice/{each}/", FEW, {"depth": "1"}) for each in CALENDARS]
CALENDAR, ASKED = "/calendars/alice/calendar/", LISTED[0]


def fill(alice, count):
    for each in range(count):
        change(alice, each, each)


def change(alice, each, text):
    event = EVENT.format(uid=each, month=3, day=1, kind="PUBLIC", text=text)
    assert alice.put(f"{CALENDAR}{each}.ics", event, content_type="text/calendar").status in {201, 204}


def names(alice):
    return re.findall(rb"\d\.ics", told(alice, ASKED)[2])


@pytest.mark.parametrize("seed", range(12))
def test_a_list_that_follows_what_changes_is_the_list(make_house, seed):
    quick, plain = make_house(), make_house(cache__l1_size="0")
    alice, bob = (add_person(quick, each) for each in ("alice", "bob"))
    twin, chance = Client(plain, "alice", "alice's password"), random.Random(seed)
    alice.request("MKCALENDAR", "/calendars/alice/work/")
    for step in range(STEPS):
        for _ in range(chance.randrange(1, 5)):
            chance.choice(CONTENT)(chance, alice, bob)
        for asked in LISTED:
            assert told(alice, asked) == told(twin, asked), (step, asked)


@pytest.mark.parametrize("by_others", [False, True])
def test_a_list_behind_a_change_reads_what_changed_alone(house, alice, make_house, by_others):
    fill(alice, 120)
    told(alice, ASKED)
    change(Client(make_house(), "alice", "alice's password") if by_others else alice, 7, "moved")
    statements = []
    house.store.engine.counts.tell = lambda sql, begun, spent: statements.append(sql)
    assert told(alice, ASKED)[2].count(b"<D:response>") == 121
    asks_what_changed = by_others or house.store.engine.name != "sqlite"
    assert bool([sql for sql in statements if "r.counter >" in sql]) == asks_what_changed
    assert not [sql for sql in statements if "ORDER BY r.id" in sql]


def test_what_was_renamed_or_removed_is_in_no_list(alice):
    fill(alice, 4)
    told(alice, ASKED)
    alice.request("MOVE", f"{CALENDAR}1.ics", destination=f"{CALENDAR}9.ics")
    alice.delete(f"{CALENDAR}2.ics")
    assert names(alice) == [b"0.ics", b"9.ics", b"3.ics"]


def test_a_list_forgets_what_synchronisation_has_forgotten(house, alice):
    fill(alice, 3)
    told(alice, ASKED)
    alice.delete(f"{CALENDAR}1.ics")
    house.transact(Actor(), forget_tombstones)
    assert names(alice) == [b"0.ics", b"2.ics"]


def forget_tombstones(tx):
    """As the task does that removes old ones, which also notes up to where it has."""
    engine = tx.store.engine
    engine.execute("INSERT INTO sync_floors (collection_id, counter) SELECT collection_id, counter FROM tombstones")
    engine.execute("DELETE FROM tombstones")


def test_what_comes_back_stands_where_it_stood(house, alice):
    fill(alice, 3)
    before = names(alice)
    gone = house.resolve(("calendars", "alice", "calendar", "0.ics"))
    alice.delete(f"{CALENDAR}0.ics")
    assert names(alice) == before[1:]
    house.transact(Actor(), lambda tx: put_back(house, tx, gone))
    assert names(alice) == before


def put_back(house, tx, gone):
    parent = house.resolve(gone.path[:-1])
    body = StoredBody(b"", None, 0, gone.etag)
    tx.put(parent, gone.name, None, body, kind=gone.kind, content_type=gone.content_type, resource_id=gone.id)
