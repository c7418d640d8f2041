"""What is shared stands in the home of the sharee, and is seen there through the same lenses."""

import json

import pytest

from a3dav.testing.people import add_person

from .conftest import CALENDAR, HOUR, event

HOME = "/calendars/bob/"
ETAG, NAMESPACES = "{DAV:}getetag", 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
SURGERY = event("surgery", *HOUR, "SUMMARY:Surgery")


@pytest.fixture
def home(make_house):
    """Alice and bob, the calendar of alice's in bob's home, and how to change bob's access to it."""
    house = make_house(plugins__sharing__auto_accept="true")
    alice, bob = (
        add_person(house, "alice", email="alice@example.org"),
        add_person(house, "bob", email="bob@example.org"),
    )

    def share(access):
        wanted = json.dumps({"collection": CALENDAR, "sharee": "bob", "access": access})
        assert alice.request("POST", "/api/sharing", wanted, content_type="application/json").status in {200, 204}

    own = set(bob.propfind(HOME, ETAG, depth="1").multistatus)
    share("busy")
    (there,) = set(bob.propfind(HOME, ETAG, depth="1").multistatus) - own
    for name, *lines in (("private", "SUMMARY:Hidden", "CLASS:PRIVATE"), ("free", "TRANSP:TRANSPARENT")):
        alice.put(f"{CALENDAR}{name}.ics", event(name, *HOUR, *lines), content_type="text/calendar")
    alice.put(CALENDAR + "surgery.ics", SURGERY, content_type="text/calendar")
    return alice, bob, there, share


def synced(bob, token=""):
    answer = bob.sync(HOME, token, level="infinite")
    told = {path: member.status for path, member in answer.multistatus.items() if path.endswith(".ics")}
    return told, answer.xml.findtext("{DAV:}sync-token")


def found(bob, conditions, path=HOME):
    body = (
        f'<C:calendar-query {NAMESPACES}><D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR">'
        f'<C:comp-filter name="VEVENT">{conditions}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>'
    )
    return sorted(path.rpartition("/")[2] for path in bob.report(path, body, depth="1").multistatus)


def test_busy_time_stands_in_the_home_of_the_sharee(home):
    _, bob, there, _ = home
    assert "SUMMARY:Busy" in bob.get(there + "surgery.ics").text
    assert bob.get(there + "free.ics").status == 404
    assert set(bob.propfind(there, ETAG, depth="1").multistatus) == {
        there,
        there + "private.ics",
        there + "surgery.ics",
    }
    assert "Surgery" not in bob.get(there).text


@pytest.mark.parametrize("path", [HOME, None])
def test_text_that_is_hidden_is_not_found_from_the_home(home, path):
    _, bob, there, _ = home
    condition = '<C:prop-filter name="SUMMARY"><C:text-match>{}</C:text-match></C:prop-filter>'
    assert found(bob, condition.format("surgery"), path or there) == []
    assert found(bob, condition.format("busy"), path or there) == ["private.ics", "surgery.ics"]


def test_a_sync_of_the_home_tells_nothing_of_what_is_hidden(home):
    alice, bob, there, share = home
    share("read")
    first, token = synced(bob)
    alice.put(CALENDAR + "private.ics", event("private", *HOUR, "CLASS:PRIVATE"), content_type="text/calendar")
    alice.put(CALENDAR + "surgery.ics", SURGERY.replace("SUMMARY", "CLASS:PRIVATE\r\nSUMMARY"))
    second, token = synced(bob, token)
    alice.delete(CALENDAR + "private.ics")
    assert set(first) == {there + "surgery.ics", there + "free.ics"}
    assert (second, synced(bob, token)[0]) == ({there + "surgery.ics": 404}, {})


def test_another_access_shows_the_home_anew(home):
    _, bob, there, share = home
    _, token = synced(bob)
    share("read")
    assert bob.sync(HOME, token, level="infinite").condition == "{DAV:}valid-sync-token"
    assert there + "free.ics" in synced(bob)[0]
    assert "SUMMARY:Surgery" in bob.get(there + "surgery.ics").text


def test_alarms_of_ones_own_are_set_in_ones_own_home(home):
    alice, bob, there, share = home
    share("read")
    alarm = "\r\n".join(["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:x", "TRIGGER:-PT30M", "END:VALARM"])
    _, token = synced(bob)
    answer = bob.put(there + "surgery.ics", SURGERY.replace("END:VEVENT", alarm + "\r\nEND:VEVENT"))
    assert (answer.status, "VALARM" in alice.get(CALENDAR + "surgery.ics").text) == (204, False)
    assert "TRIGGER:-PT30M" in bob.get(there + "surgery.ics").text
    assert set(synced(bob, token)[0]) == {there + "surgery.ics"}
