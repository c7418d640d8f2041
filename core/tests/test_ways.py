"""A head that came before is led where it was led before, for as long as it would be led there anyway."""

import pytest

from a3dav import lifecycle, ways
from a3dav.testing.access import grant, share
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

NOTE, FOLDER, PLACE = "/files/alice/note.txt", "/files/alice/", "/files/alice/place/"
BOB = "/principals/users/bob/"


@pytest.fixture
def entered(monkeypatch):
    """The paths for which target, rights and method were looked for."""
    found = []
    enter = lifecycle.enter

    def entering(exchange):
        method = enter(exchange)
        found.append("/" + "/".join(exchange.path))
        return method

    monkeypatch.setattr(lifecycle, "enter", entering)
    return found


@pytest.fixture
def note(alice):
    alice.put(NOTE, "one", content_type="text/plain")
    return alice


def test_the_way_of_a_head_is_found_once(note, entered):
    assert [note.get(NOTE).body for _ in range(3)] == [b"one"] * 3
    assert entered == [NOTE]


def test_what_was_replaced_is_found_anew(note, entered):
    note.get(NOTE)
    note.put(NOTE, "two", content_type="text/plain")
    assert [note.get(NOTE).body for _ in range(2)] == [b"two"] * 2
    assert entered == [NOTE, NOTE, NOTE]  # two of GET and one of PUT


def test_what_was_removed_is_gone(note):
    note.get(NOTE)
    note.request("DELETE", NOTE)
    assert note.get(NOTE).status == 404


def test_another_may_stand_under_the_name(note):
    note.get(NOTE)
    note.request("DELETE", NOTE)
    note.request("MKCOL", NOTE)
    assert note.propfind(NOTE, "{DAV:}resourcetype", depth="0").multistatus[NOTE + "/"].found


def test_methods_have_ways_of_their_own(note, entered):
    note.get(NOTE)
    assert note.propfind(NOTE, "{DAV:}getetag", depth="0").status == 207
    assert note.request("HEAD", NOTE).status == 200
    assert len(entered) == 3


def test_whoever_has_this_version_already_is_told_so_from_memory(note, house):
    tag, hits = note.get(NOTE).headers["etag"], house.memory.hits
    told = [note.get(NOTE, if_none_match=tag) for _ in range(3)]
    assert [(one.status, one.headers["etag"], one.body) for one in told] == [(304, tag, b"")] * 3
    assert house.memory.hits == hits + 2
    note.put(NOTE, "two", content_type="text/plain")
    assert note.get(NOTE, if_none_match=tag).body == b"two"


def test_bodies_behind_the_same_head_are_told_apart(note):
    names = ["{DAV:}getetag", "{DAV:}getcontenttype"] * 2
    found = [note.propfind(NOTE, name, depth="0").multistatus[NOTE].found.keys() for name in names]
    assert found == [{name} for name in names]


def test_no_more_bodies_are_remembered_than_some(note, monkeypatch):
    monkeypatch.setattr(ways, "MOST_BODIES", 1)
    for name in ["{DAV:}getetag", "{DAV:}getcontenttype"] * 2:
        assert note.propfind(NOTE, name, depth="0").multistatus[NOTE].found.keys() == {name}


@pytest.fixture
def guest(alice, bob, entered):
    """Bob at a place that Alice shares with him, as often as it takes to have a way there."""
    alice.request("MKCOL", PLACE)
    share(alice, PLACE, grant(BOB, "read"))
    del entered[:]
    assert [look(bob) for _ in range(3)] == [207] * 3
    assert entered == [PLACE.rstrip("/")] * 2  # the first of them showed a password
    return bob


def look(who):
    return who.propfind(PLACE, "{DAV:}resourcetype", depth="0").status


def test_who_may_no_longer_read_is_told_so(alice, guest):
    share(alice, PLACE)
    assert look(guest) == 403


def test_rights_that_another_worker_took_away_are_gone(alice, guest, make_house):
    share(Client(make_house(), "alice", "alice's password"), PLACE)
    assert look(guest) == 403


def test_a_way_is_for_whom_it_was_found(note, bob):
    assert [who.get(NOTE).status for who in (note, note, bob, bob)] == [200, 200, 403, 403]


def test_a_way_to_write_is_never_kept(note, entered):
    for text in "two", "three", "four":
        note.put(NOTE, text, content_type="text/plain")
    assert entered == [NOTE] * 3


def test_where_there_are_many_all_begin_anew(note, entered, monkeypatch):
    monkeypatch.setattr(ways, "MOST_BYTES", 1)
    for _ in range(2):
        assert note.get(NOTE).body == b"one"
        assert note.propfind(FOLDER, "{DAV:}getetag", depth="0").status == 207
        assert note.propfind(NOTE, "{DAV:}getetag", depth="0").status == 207
    assert entered.count(NOTE) == 4


def test_a_head_of_great_length_is_not_kept(note, entered):
    for _ in range(2):
        assert note.get(NOTE, x_long="x" * ways.LONGEST_HEAD).body == b"one"
    assert entered == [NOTE, NOTE]


def test_without_memory_nothing_is_kept(make_house, entered):
    house = make_house(cache__l1_size="0")
    add_person(house, "carol")
    carol = Client(house, "carol", "carol's password")
    carol.put("/files/carol/note.txt", "one", content_type="text/plain")
    del entered[:]
    assert [carol.get("/files/carol/note.txt").body for _ in range(3)] == [b"one"] * 3
    assert len(entered) == 3


@pytest.fixture
def read(monkeypatch):
    """The bodies that were parsed."""
    found = []
    read_xml = ways.read_xml

    def reading(body, **limits):
        found.append(body)
        return read_xml(body, **limits)

    monkeypatch.setattr(ways, "read_xml", reading)
    return found


@pytest.fixture
def beside(house):
    if house.store.engine.reads_wait:
        pytest.skip("threads of the database read for themselves")


def test_a_body_is_read_once_whatever_becomes_of_the_target(beside, note, read):
    for text in "two", "three", "four":
        assert note.propfind(NOTE, "{DAV:}getetag", depth="0").status == 207
        note.put(NOTE, text, content_type="text/plain")
    assert len(read) == 1


def test_where_another_kind_stands_under_the_name_bodies_are_read_anew(beside, note, read):
    def listed():
        return note.propfind(NOTE, "{DAV:}resourcetype", depth="1").status

    assert [listed(), listed()] == [207, 207]
    note.request("DELETE", NOTE)
    note.request("MKCOL", NOTE)
    del read[:]
    assert (listed(), len(read)) == (207, 1)


def test_of_many_bodies_behind_a_head_the_latest_are_kept(beside, note, read, monkeypatch):
    monkeypatch.setattr(ways, "MOST_BODIES", 2)
    names = ["{DAV:}getetag", "{DAV:}getcontenttype", "{DAV:}getcontentlength"]
    for name in [*names, names[-1], names[0]]:
        assert note.propfind(NOTE, name, depth="0").status == 207
        note.put(NOTE, name, content_type="text/plain")
    assert [body.count(b"getcontentlength") for body in read] == [0, 0, 1, 0]
