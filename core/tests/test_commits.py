"""What this process wrote itself is not asked for; what others wrote in between is."""

from contextlib import suppress

import pytest

from a3dav.errors import BadRequest
from a3dav.exchange import Body
from a3dav.storage.commits import MOST, Commits
from a3dav.storage.engine import savepoint
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.deeds import EVENT
from a3dav.writing import keep

NOTE, OTHER = "/files/alice/note.txt", "/files/alice/other.txt"


@pytest.fixture
def commits():
    """Three commits in a row, of which the last raised the generation."""
    found = Commits()
    for number, quiet in enumerate([True, True, False]):
        found.note(b"%d" % number, b"%d" % (number + 1), [(number,)], quiet=quiet)
    return found


def test_a_chain_of_commits_tells_what_changed(commits):
    assert commits.quietly(b"0", b"2") == [(0,), (1,)]


def test_nothing_changed_between_a_state_and_itself(commits):
    assert commits.quietly(b"9", b"9") == []


def test_where_no_state_is_known_nothing_is(commits):
    assert commits.quietly(b"", b"") is None


@pytest.mark.parametrize(("before", "now"), [(b"0", b"3"), (b"0", b"9"), (b"9", b"2"), (b"2", b"0"), (b"", b"1")])
def test_a_gap_and_a_new_generation_tell_nothing(commits, before, now):
    assert commits.quietly(before, now) is None


def test_what_wrote_nothing_leads_nowhere(commits):
    commits.note(b"3", b"3", [], quiet=True)
    assert commits.quietly(b"3", b"4") is None


def test_only_the_latest_are_remembered():
    found = Commits()
    for number in range(MOST + 1):
        found.note(b"%d" % number, b"%d" % (number + 1), [], quiet=True)
    assert (found.quietly(b"0", b"1"), found.quietly(b"1", b"2")) == (None, [])


@pytest.fixture
def engine(house):
    if house.store.engine.name != "sqlite":
        pytest.skip("PostgreSQL is asked each time")
    return house.store.engine


@pytest.fixture
def sent(alice, engine, monkeypatch):
    """The statements by which readers ask what changed, once both notes are there."""
    for path in (NOTE, OTHER):
        alice.put(path, "one", content_type="text/plain")
        alice.get(path)
    found, rows = [], engine.rows

    def asked(sql, *more):
        if "changes" in sql or "generation" in sql:
            found.append(sql)
        return rows(sql, *more)

    monkeypatch.setattr(engine, "rows", asked)
    return found


def put(who, text, path=NOTE):
    assert who.put(path, text, content_type="text/plain").status == 204


def test_what_this_process_wrote_is_not_asked_for(alice, sent):
    put(alice, "two")
    assert (alice.get(NOTE).body, alice.get(OTHER).body, sent) == (b"two", b"one", [])


def test_what_others_wrote_is_asked_for(alice, make_house, sent):
    put(Client(make_house(), "alice", "alice's password"), "two")
    assert alice.get(NOTE).body == b"two"
    assert sent


def test_what_others_wrote_between_two_of_ours_is_asked_for(alice, make_house, sent):
    twin = Client(make_house(), "alice", "alice's password")
    put(alice, "two")
    put(twin, "two", OTHER)
    put(alice, "three")
    assert [alice.get(path).body for path in (NOTE, OTHER)] == [b"three", b"two"]
    assert sent


def test_a_new_generation_is_asked_for(alice, sent):
    alice.request("MKCOL", "/files/alice/folder/")
    assert alice.get(NOTE).body == b"one"
    assert sent


def test_what_was_noted_is_what_the_log_has(alice, sent):
    store = alice.house.store
    state = store.engine.state()
    put(alice, "two")
    put(alice, "three", OTHER)
    logged = store.engine.commits.quietly(state, store.engine.state())
    sql = "SELECT position, clock, resource_id FROM changes ORDER BY position DESC LIMIT 2"
    assert [note[:3] for note in logged] == store.engine.rows(sql)[::-1]
    assert [note.name for note in logged] == ["note.txt", "other.txt"]


@pytest.fixture
def statements(engine):
    found = []
    engine.counts.tell = lambda sql, begun, spent: found.append(sql)
    return found


FORMS = {
    "/files/alice/new.txt": ("text/plain", "text"),
    "/calendars/alice/calendar/new.ics": ("text/calendar", EVENT.format(uid=1, month=3, day=1, kind="PUBLIC", text=1)),
}


@pytest.mark.parametrize("path", FORMS)
def test_the_rows_that_were_noted_are_those_that_are_read(alice, engine, path):
    """Of what is new, and of another version of it."""
    content_type, body = FORMS[path]
    for text in (body, body + "\r\n"):
        state = engine.state()
        assert alice.put(path, text, content_type=content_type).status in {201, 204}
        (note,) = engine.commits.quietly(state, engine.state())
        assert note.row == engine.row(f"SELECT {COLUMNS} FROM resources r WHERE r.id = ?", (note.resource_id,))


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_collections_count_on_without_being_read(alice, house, engine, statements, method):
    path = next(path for path in FORMS if path.startswith("/calendars/"))
    content_type, body = FORMS[path]
    alice.put(path, body, content_type=content_type)
    homes, calendar = house.resolve(("calendars", "alice")), house.resolve(("calendars", "alice", "calendar"))
    places = [(homes, "calendar"), (calendar, "new.ics")]
    for place in places:
        house.store.row_of(*place)
    alice.request(method, path, body + "\r\n" if method == "PUT" else "", content_type=content_type)
    statements.clear()
    known = house.store.row_of(*places[0])
    assert not statements
    assert known == engine.row(f"SELECT {COLUMNS} FROM resources r WHERE r.id = ?", (calendar.id,))
    assert (house.store.row_of(*places[1]) is None) is (method == "DELETE")
    assert resource_of(known, calendar.path).content_counter > calendar.content_counter


def test_what_this_process_wrote_is_not_read_again(alice, statements):
    for text in ("one", "two"):
        alice.put(NOTE, text, content_type="text/plain")
        alice.get(NOTE)
    put(alice, "three")
    statements.clear()
    assert alice.get(NOTE).body == b"three"
    assert not [sql for sql in statements if "FROM resources" in sql]


def test_what_was_written_and_removed_at_once_is_not_there(alice, house):
    alice.put(NOTE, "one", content_type="text/plain")
    alice.get(NOTE)

    def replaced_and_removed(tx):
        folder = tx.store.resource(house.resolve(("files", "alice")).id, ("files", "alice"))
        before = tx.store.child(folder, "note.txt")
        kept = keep(tx.store, Body(data=b"two", length=3))
        after = tx.put(folder, "note.txt", before, kept, kind=before.kind, content_type="text/plain")
        tx.delete(after, folder)

    house.transact(Actor(), replaced_and_removed)
    assert alice.get(NOTE).status == 404


@pytest.mark.parametrize("refused", [False, True])
def test_where_something_was_rolled_back_readers_ask(alice, sent, refused):
    engine = alice.house.store.engine
    state = engine.state()

    def write():
        engine.execute("UPDATE resources SET modified = modified + 1")
        with suppress(BadRequest), savepoint(engine):
            if refused:
                raise BadRequest("not this")

    engine.submit(write).result()
    assert engine.state() != state
    assert engine.commits.quietly(state, engine.state()) == (None if refused else [])
