"""A plugin that is switched off: what it owned stays readable and safe, and comes back whole with it."""

import pytest

from a3dav import administration
from a3dav.builtin import housekeeping
from a3dav.checks import findings
from a3dav.storage.transaction import Actor
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person
from a3dav.transfer import export_account

CALENDAR = "/calendars/alice/calendar/"
LUNCH = CALENDAR + "lunch.ics"
TREE = ["/calendars/alice/", CALENDAR, "/calendars/alice/tasks/"]
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nSUMMARY:{0}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
QUERY = (
    '<C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns="DAV:"><prop><getetag/></prop><C:filter>'
    '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="20260301T000000Z"'
    ' end="20260401T000000Z"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
)
COLOUR = '<propertyupdate xmlns="DAV:"><set><prop><displayname>x</displayname></prop></set></propertyupdate>'


@pytest.fixture
def on(make_house):
    return make_house()


@pytest.fixture
def alice(on):
    alice = add_person(on, "alice", role="admin")
    alice.put(LUNCH, EVENT.format("lunch"))
    return alice


@pytest.fixture
def off(make_house, on, alice):
    """The same store without calendars; alice signs in there."""
    on.close()
    alice.house = make_house(plugins__disabled="caldav")
    return alice.house


@pytest.fixture
def switch_on(make_house, alice):
    def switch_on():
        alice.house.close()
        alice.house = make_house()
        return alice.house

    return switch_on


def test_it_is_listed_read_and_synced_as_plain_resources(off, alice):
    assert "/calendars/" in alice.propfind("/", depth="1").multistatus
    assert sorted(alice.propfind("/calendars/alice/", depth="1").multistatus) == TREE
    (kind,) = alice.propfind(CALENDAR, "{DAV:}resourcetype").multistatus[CALENDAR].found["{DAV:}resourcetype"]
    assert kind.tag == "{DAV:}collection"
    assert alice.get(LUNCH).text == EVENT.format("lunch")
    assert alice.request("HEAD", LUNCH).status == 200
    assert alice.get(CALENDAR).status == 200
    assert list(alice.sync(CALENDAR).multistatus) == [LUNCH]


def test_it_can_be_copied_out(off, alice):
    assert alice.request("COPY", LUNCH, destination="/files/alice/lunch.ics").status == 201
    assert alice.get("/files/alice/lunch.ics").text == EVENT.format("lunch")


def test_it_can_be_moved_out(off, alice):
    assert alice.request("MOVE", LUNCH, destination="/files/alice/lunch.ics").status == 201
    assert alice.get(LUNCH).status == 404


def test_it_can_be_exported(off, alice, tmp_path):
    account = off.store.accounts.by_name("alice")
    export_account(off, account, tmp_path / "out")
    assert (tmp_path / "out/calendars/calendar/lunch.ics").read_bytes() == EVENT.format("lunch").encode()


@pytest.mark.parametrize(
    ("method", "path", "body", "headers"),
    [
        ("PUT", LUNCH, EVENT.format("dinner"), {}),
        ("PUT", CALENDAR + "new.ics", EVENT.format("new"), {}),
        ("POST", CALENDAR + "?add-member", EVENT.format("new"), {}),
        ("PROPPATCH", CALENDAR, COLOUR, {}),
        ("PROPPATCH", LUNCH, COLOUR, {}),
        ("PROPPATCH", "/calendars/alice/", COLOUR, {}),
        ("MKCOL", "/calendars/alice/new/", "", {}),
        ("LOCK", LUNCH, LOCKINFO, {}),
        ("COPY", "/files/alice/note", "", {"destination": CALENDAR + "new.ics"}),
        ("MOVE", "/files/alice/note", "", {"destination": LUNCH}),
        ("MOVE", LUNCH, "", {"destination": "/calendars/alice/tasks/lunch.ics"}),
        ("DELETE", CALENDAR, "", {}),
    ],
)
def test_nothing_is_written_where_nobody_judges_it(off, alice, method, path, body, headers):
    alice.put("/files/alice/note", b"1")
    answer = alice.request(method, path, body, **headers)
    assert answer.status == 403
    assert "the plugin caldav is switched off" in answer.text
    assert sorted(alice.propfind("/calendars/alice/", depth="1").multistatus) == TREE
    assert alice.get(LUNCH).text == EVENT.format("lunch")


@pytest.mark.rfc("3744", "5.4")
def test_its_privileges_tell_what_is_possible(off, alice):
    granted = alice.propfind(LUNCH, "{DAV:}current-user-privilege-set").multistatus[LUNCH]
    names = {element[0].tag for element in granted.found["{DAV:}current-user-privilege-set"]}
    assert "{DAV:}read" in names
    assert not names & {"{DAV:}write", "{DAV:}write-content", "{DAV:}bind", "{DAV:}all"}


@pytest.mark.parametrize("method", ["GET", "PROPFIND", "DELETE", "PUT"])
def test_it_stays_closed_to_everybody_else(off, alice, method):
    bob = add_person(off, "bob")
    assert bob.request(method, LUNCH, depth="0").status == 403
    assert b"switched off" not in bob.request(method, LUNCH, depth="0").body


def test_it_counts_in_the_quota_and_is_kept_by_housekeeping(off, alice, monkeypatch):
    assert off.store.accounts.by_name("alice").used == len(EVENT.format("lunch"))
    monkeypatch.setattr(housekeeping, "now_ms", lambda: 1 << 50)
    assert housekeeping.remove_old_versions(off) == ""
    assert alice.get(LUNCH).status == 200
    assert [finding.text for finding in findings(off) if not finding.ok] == []


def test_an_account_that_comes_meanwhile_gets_its_homes_afterwards(off, alice, switch_on):
    bob = add_person(off, "bob")
    assert bob.propfind("/calendars/bob/").status == 403
    bob.house = switch_on()
    assert bob.propfind("/calendars/bob/").status == 207


def test_what_was_deleted_meanwhile_is_gone_from_the_index(on, alice, make_house, switch_on):
    bob = add_person(on, "bob")
    bob.put("/calendars/bob/calendar/a.ics", EVENT.format("a"))
    alice.put(CALENDAR + "kept.ics", EVENT.format("kept"))
    on.close()
    alice.house = house = make_house(plugins__disabled="caldav")
    assert alice.delete(LUNCH).status == 204
    administration.erase_account(house, Actor(), house.store.accounts.by_name("bob"))
    house = switch_on()
    assert list(alice.report(CALENDAR, QUERY).multistatus) == [CALENDAR + "kept.ics"]
    assert house.store.engine.row("SELECT COUNT(*) FROM caldav_objects")[0] == 1


def test_it_comes_back_as_it_was(off, alice, switch_on):
    switch_on()
    assert list(alice.report(CALENDAR, QUERY).multistatus) == [LUNCH]
    assert alice.put(LUNCH, EVENT.format("lunch").replace("SUMMARY:", "SUMMARY:late ")).status == 204
    assert alice.get(LUNCH).text.count("SUMMARY:late") == 1


def test_a_worker_that_opens_the_store_knows_it_too(off, alice, tmp_path, store_settings):
    from a3dav.assembly import open_house
    from a3dav.config import read

    environment = {"A3DAV_SERVER__DATA_DIR": str(tmp_path / "data"), "A3DAV_PLUGINS__DISABLED": "caldav"}
    alice.house = open_house(read(None, environment | store_settings))
    answer = alice.get(LUNCH)
    alice.house.close()
    assert answer.text == EVENT.format("lunch")
