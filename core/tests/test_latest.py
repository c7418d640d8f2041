"""Rows of members are read once, and again when anybody changed them."""

import apsw
import pytest

from a3dav.administration import erase_account
from a3dav.lanes import Waits
from a3dav.storage import latest
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client

FOLDER, NOTE, OTHER = "/files/alice/", "/files/alice/note.txt", "/files/alice/other.txt"


@pytest.fixture
def twin(alice, house, make_house):
    """Alice at another house over the same store."""
    if house.store.engine.name != "sqlite":
        pytest.skip("PostgreSQL is asked each time")
    for path in (NOTE, OTHER):
        alice.put(path, "one", content_type="text/plain")
    return Client(make_house(), "alice", "alice's password")


def place(house, path=NOTE):
    folder = house.resolve(("files", "alice"))
    return (folder.id, path.rpartition("/")[2])


def read(alice, path=NOTE):
    """The row that is kept once the member was read."""
    alice.get(path)
    return alice.house.store.latest.get(place(alice.house, path))


def put(who):
    who.put(NOTE, "two", content_type="text/plain")


def replace(who):
    who.request("DELETE", NOTE)
    who.put(NOTE, "another", content_type="text/plain")


def exchange(who):
    who.request("MOVE", OTHER, destination=NOTE)


def describe(who):
    change = "<set><prop><displayname>n</displayname></prop></set>"
    who.request("PROPPATCH", NOTE, f'<propertyupdate xmlns="DAV:">{change}</propertyupdate>')


@pytest.mark.parametrize("change", [put, replace, exchange, describe])
def test_what_somebody_changed_is_read_anew(alice, twin, change):
    before = read(alice)
    change(twin)
    assert read(alice) == read(twin) != before


def test_what_somebody_removed_is_gone(alice, twin):
    read(alice)
    twin.request("DELETE", NOTE)
    assert alice.get(NOTE).status == 404


def test_what_somebody_made_where_nothing_was_is_found(alice, twin):
    alice.get(FOLDER + "new.txt")
    twin.put(FOLDER + "new.txt", "new", content_type="text/plain")
    assert alice.get(FOLDER + "new.txt").body == b"new"


def test_what_is_in_an_account_that_is_gone_is_gone(house, alice, twin):
    at = place(house)
    read(alice)
    erase_account(twin.house, Actor(), house.store.accounts.by_name("alice"))
    assert (house.store.latest.usable(), house.store.latest.get(at)) == (True, None)


def test_what_is_written_beside_the_log_raises_the_generation_and_all_is_read_anew(alice, twin):
    read(alice)
    store = twin.house.store
    store.engine.submit(
        lambda: (
            store.engine.execute("UPDATE resources SET content_type = 'text/html'"),
            store.engine.raise_generation(),
        )
    ).result()
    assert "text/html" in read(alice)


def test_a_store_that_was_put_back_is_read_anew(alice, twin):
    read(alice)
    engine = twin.house.store.engine
    kept = apsw.Connection(":memory:")
    live = apsw.Connection(str(engine.path))
    with kept.backup("main", live, "main") as backup:
        backup.step()
    for text in ("two", "three"):
        twin.put(NOTE, text, content_type="text/plain")
    alice.get(NOTE)
    with live.backup("main", kept, "main") as backup:
        backup.step()
    alice.put(OTHER, "other", content_type="text/plain")
    assert alice.get(NOTE).body == b"one"


def test_what_nobody_changed_stays(alice, twin):
    before = read(alice, OTHER)
    put(twin)
    assert read(alice, OTHER) is before


def test_counters_of_collections_are_read_anew_whatever_is_written_below(alice, twin):
    def folder():
        return alice.propfind(FOLDER, "{DAV:}sync-token").body

    twin.request("MKCOL", FOLDER + "deep/")
    before = folder()
    twin.put(FOLDER + "deep/new.txt", "new", content_type="text/plain")
    assert folder() != before


@pytest.mark.parametrize("name", ["MOST_ROWS", "MOST_CHANGES", "LONGEST"])
def test_beyond_its_limits_all_is_forgotten(alice, twin, monkeypatch, name):
    read(alice, OTHER)
    monkeypatch.setattr(latest, name, -1)
    put(twin)
    house = alice.house
    assert (house.store.latest.usable(), house.store.latest.get(place(house, OTHER))) == (True, None)


def test_nothing_is_kept_within_a_transaction(house, alice, twin):
    usable = house.transact(Actor(), lambda tx: tx.store.latest.usable())
    assert usable is False


def test_nothing_is_kept_where_caches_are_off(make_house, twin):
    plain = make_house(cache__l1_size="0")
    assert plain.store.latest.usable() is False


def test_nothing_is_kept_where_commits_do_not_show(make_house, twin, monkeypatch):
    monkeypatch.setattr("a3dav.storage.wal_index._DESCRIPTORS", twin.house.store.blobs.spool)
    assert make_house().store.latest.usable() is False


@pytest.fixture
def far(alice, house):
    """Alice, of a house whose database is far away."""
    if not house.store.engine.reads_wait:
        pytest.skip("SQLite answers at once")
    alice.put(NOTE, "one", content_type="text/plain")
    alice.get(NOTE)
    return alice


def asked(house, monkeypatch):
    """The statements that are sent from now on."""
    sent = []
    rows = house.store.engine.rows
    monkeypatch.setattr(house.store.engine, "rows", lambda sql, *more: sent.append(sql) or rows(sql, *more))
    return sent


def test_a_get_that_was_answered_before_takes_one_question(far, house, monkeypatch):
    sent = asked(house, monkeypatch)
    assert (far.get(NOTE).body, len(sent)) == (b"one", 1)


def test_what_comes_along_is_what_is_there_now(far, make_house):
    twin = Client(make_house(), "alice", "alice's password")
    twin.put(NOTE, "two", content_type="text/plain")
    changed = far.get(NOTE).body
    twin.request("DELETE", NOTE)
    assert (changed, far.get(NOTE).status) == (b"two", 404)


def test_another_collection_of_the_name_has_its_own_members(far, make_house):
    twin = Client(make_house(), "alice", "alice's password")
    for text in ("old", "new"):
        twin.request("DELETE", FOLDER + "deep/")
        twin.request("MKCOL", FOLDER + "deep/")
        twin.put(FOLDER + "deep/note.txt", text, content_type="text/plain")
        assert far.get(FOLDER + "deep/note.txt").body == text.encode()


def test_what_came_along_is_forgotten_behind_the_step(far, house):
    far.get(FOLDER + "nothing.txt")
    far.request("GET", NOTE, authorization="Basic eDp5")
    assert house.store.ahead.place is None


def test_what_many_ask_for_at_once_is_told_in_their_order(far, house):
    folder = house.resolve(("files", "alice"))
    places = [(folder.id, name) for name in ("note.txt", "nothing.txt", *(f"{n}.txt" for n in range(20)), "note.txt")]
    found = house.store.looks(places)
    assert [seen.row is not None for seen in found] == [True, *[False] * 21, True]
    assert {seen.generation for seen in found} == {house.store.engine.generation()}


def test_where_nothing_may_be_asked_all_that_would_is_refused(far, house):
    with pytest.raises(Waits), house.store.engine.without_asking():
        house.store.engine.rows("SELECT 1")
    assert house.store.engine.rows("SELECT 1") == [(1,)]
