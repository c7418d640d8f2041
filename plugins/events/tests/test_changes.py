"""The change feed: what one hears of, in which order, and what one does not."""

import json

import pytest

from a3dav.administration import find_account
from a3dav.testing.access import grant, share
from a3dav.testing.api import ApiClient
from a3dav.testing.people import add_person

CALENDAR = "/calendars/alice/calendar/"


def event(uid, *lines):
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z",
         "DTSTART:20260310T110000Z", "DTEND:20260310T120000Z", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    )  # fmt: skip


PRIVATE = "CLASS:PRIVATE"
FILES, BOOK = "/files/alice/", "/addressbooks/alice/addressbook/"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:A\r\nN:;;;;\r\nEND:VCARD\r\n"
NAMED = '<propertyupdate xmlns="DAV:"><set><prop><displayname>Work</displayname></prop></set></propertyupdate>'


class Follower:
    """Somebody who comes back with the cursor of the last time."""

    def __init__(self, client):
        self.api = ApiClient(client)
        self.cursor = self.api("GET", "/changes?tail=true").json["cursor"]

    def news(self, query=""):
        page = self.api("GET", f"/changes?cursor={self.cursor}{query}").json
        self.cursor = page["cursor"]
        return page["items"]

    def heard(self):
        return [(item["type"], item["href"]) for item in self.news()]


def offer(alice, access="read"):
    wanted = {"collection": CALENDAR, "sharee": "bob", "access": access, "summary": "Hers"}
    assert alice.request("POST", "/api/sharing", json.dumps(wanted), content_type="application/json").status == 200


@pytest.fixture
def family(make_house):
    """Alice and bob in a house where whatever is shared is accepted."""
    house = make_house(plugins__sharing__auto_accept="true")
    return add_person(house, "alice"), add_person(house, "bob")


def mounted(bob):
    """The home of bob has one calendar that is not his own."""
    hrefs = bob.propfind("/calendars/bob/", "{DAV:}displayname", depth="1").multistatus
    (place,) = [
        href
        for href in hrefs
        if href.count("/") == 4 and href.split("/")[3] not in {"calendar", "tasks", "inbox", "outbox"}
    ]
    return place


@pytest.mark.parametrize(
    ("before", "act", "told"),
    [
        ([], ("PUT", CALENDAR + "a.ics", event("a")), [("event.created", CALENDAR + "a.ics")]),
        (
            [("PUT", CALENDAR + "a.ics", event("a"))],
            ("PUT", CALENDAR + "a.ics", event("a", "SUMMARY:x")),
            [("event.updated", CALENDAR + "a.ics")],
        ),
        (
            [("PUT", CALENDAR + "a.ics", event("a"))],
            ("DELETE", CALENDAR + "a.ics", ""),
            [("event.deleted", CALENDAR + "a.ics")],
        ),
        ([], ("PUT", BOOK + "a.vcf", CARD), [("contact.created", BOOK + "a.vcf")]),
        ([], ("MKCOL", FILES + "d/", ""), [("folder.created", FILES + "d/")]),
        ([], ("MKCALENDAR", "/calendars/alice/work/", ""), [("calendar.created", "/calendars/alice/work/")]),
        (
            [("MKCALENDAR", "/calendars/alice/work/", "")],
            ("PROPPATCH", "/calendars/alice/work/", NAMED),
            [("calendar.updated", "/calendars/alice/work/")],
        ),
        (
            [("MKCALENDAR", "/calendars/alice/work/", "")],
            ("DELETE", "/calendars/alice/work/", ""),
            [("calendar.deleted", "/calendars/alice/work/")],
        ),
        ([("MKCOL", FILES + "d/", "")], ("DELETE", FILES + "d/", ""), [("folder.deleted", FILES + "d/")]),
        ([], ("PUT", FILES + "a%20b%25", "1"), [("file.created", FILES + "a%20b%25")]),
    ],
)
def test_what_happens_is_told_by_its_name(alice, before, act, told):
    for method, path, body in before:
        alice.request(method, path, body)
    follower = Follower(alice)
    assert alice.request(act[0], act[1], act[2]).status < 300
    assert follower.heard() == told


def test_what_is_moved_is_gone_from_one_place_and_there_in_another(alice):
    alice.put(FILES + "a", b"1")
    alice.request("MKCOL", FILES + "d/")
    follower = Follower(alice)
    alice.request("MOVE", FILES + "a", destination=FILES + "d/a")
    gone, there = follower.news()
    assert [(gone["type"], gone["href"]), (there["type"], there["href"])] == [
        ("file.deleted", FILES + "a"), ("file.created", FILES + "d/a"),
    ]  # fmt: skip
    assert gone["id"] == there["id"]


def test_what_came_and_went_meanwhile_is_told_as_gone(alice):
    follower = Follower(alice)
    alice.put(FILES + "a", b"1")
    alice.put(FILES + "b", b"1")
    alice.delete(FILES + "a")
    assert follower.heard() == [("file.created", FILES + "b"), ("file.deleted", FILES + "a")]


def test_a_change_of_what_is_still_there_has_its_entity_tag_and_its_identifiers(alice, house):
    follower = Follower(alice)
    etag = alice.put(CALENDAR + "a.ics", event("a")).headers["etag"]
    (item,) = follower.news()
    found = house.resolve(("calendars", "alice", "calendar", "a.ics"))
    assert (item["etag"], item["id"], item["collection"]) == (etag, found.id.hex(), found.parent_id.hex())
    assert item["account"] == find_account(house, "alice").id.hex()


def test_a_collection_has_no_entity_tag(alice):
    follower = Follower(alice)
    alice.request("MKCALENDAR", "/calendars/alice/team/")
    assert [item["etag"] for item in follower.news()] == [None]


def test_pages_follow_one_another_to_the_end(api, alice):
    for number in range(5):
        alice.put(f"/files/alice/{number}", b"1")
    first = api("GET", "/changes?limit=2").json
    second = api("GET", f"/changes?limit=500&cursor={first['next']}").json
    seen = [item["href"] for item in (*first["items"], *second["items"]) if item["type"] == "file.created"]
    assert seen == [f"/files/alice/{number}" for number in range(5)]
    assert second["next"] is None


def test_each_change_has_a_cursor_that_goes_on_behind_it(alice):
    follower = Follower(alice)
    alice.put("/files/alice/a", b"1")
    alice.put("/files/alice/b", b"1")
    follower.cursor = follower.news()[0]["cursor"]
    assert follower.heard() == [("file.created", "/files/alice/b")]


def test_what_others_do_is_not_told(alice, bob):
    follower = Follower(bob)
    alice.put(CALENDAR + "a.ics", event("a"))
    assert follower.heard() == []


def test_what_is_shared_is_told_where_it_stands(family):
    alice, bob = family
    alice.put(CALENDAR + "before.ics", event("before"))
    follower = Follower(bob)
    offer(alice)
    here = mounted(bob)
    assert ("calendar.shared", here) in follower.heard()
    alice.put(CALENDAR + "a.ics", event("a"))
    assert follower.heard() == [("event.created", here + "a.ics")]
    offer(alice, "none")
    assert "calendar.unshared" in [kind for kind, _ in follower.heard()]
    alice.put(CALENDAR + "b.ics", event("b"))
    assert "event.created" not in [kind for kind, _ in follower.heard()]


def test_of_what_a_lens_hides_nothing_is_told(family):
    alice, bob = family
    offer(alice)
    follower = Follower(bob)
    alice.put(CALENDAR + "secret.ics", event("secret", PRIVATE))
    alice.put(CALENDAR + "secret.ics", event("secret", PRIVATE, "SUMMARY:x"))
    assert follower.heard() == []
    alice.delete(CALENDAR + "secret.ics")
    assert follower.heard() == []


def test_what_a_lens_hides_from_now_on_is_told_as_gone(family):
    alice, bob = family
    offer(alice)
    alice.put(CALENDAR + "a.ics", event("a"))
    follower = Follower(bob)
    alice.put(CALENDAR + "a.ics", event("a", PRIVATE))
    assert follower.heard() == [("event.deleted", mounted(bob) + "a.ics")]


def test_the_entity_tag_is_that_of_what_one_sees(family):
    alice, bob = family
    offer(alice, "busy")
    follower = Follower(bob)
    alice.put(CALENDAR + "a.ics", event("a", "SUMMARY:Lunch"))
    (item,) = follower.news()
    assert item["etag"] == bob.get(item["href"]).headers["etag"]


def test_rights_are_those_of_now(family):
    alice, bob = family
    offer(alice)
    follower = Follower(bob)
    alice.put(CALENDAR + "a.ics", event("a"))
    offer(alice, "none")
    assert [item for item in follower.news() if item["type"].startswith("event.")] == []


def test_a_collection_of_others_that_one_may_read_can_be_named(alice, bob, house):
    share(alice, "/files/alice/", grant("/principals/users/bob/", "read"))
    alice.request("MKCOL", "/files/alice/open/")
    folder = house.resolve(("files", "alice", "open")).id.hex()
    follower = Follower(bob)
    alice.put("/files/alice/open/a", b"1")
    alice.put("/files/alice/b", b"1")
    assert [item["href"] for item in follower.news(f"&collection={folder}")] == ["/files/alice/open/a"]


def test_a_collection_that_one_may_not_read_is_not_there(api_of, alice, bob, house):
    calendar = house.resolve(("calendars", "alice", "calendar")).id.hex()
    assert api_of(bob)("GET", f"/changes?collection={calendar}").status == 404
    assert api_of(bob)("GET", f"/changes?collection={'0' * 32}").status == 404
    assert api_of(alice)("GET", f"/changes?collection={calendar}").status == 200


@pytest.mark.parametrize(
    "text", ["x", "1-0-", "1-ffffffffffffffffff-0", "1-1-" + "0" * 24, "%00", "1-1-" + "é" * 24, "y" * 200]
)
def test_a_cursor_that_this_store_did_not_write_is_refused(api, text):
    answer = api("GET", f"/changes?cursor={text}")
    assert (answer.status, answer.json["type"]) == (400, "/problems/invalid-cursor")


def test_a_cursor_of_somebody_else_is_refused(api, bob):
    assert api("GET", f"/changes?cursor={Follower(bob).cursor}").status == 400


def test_a_cursor_of_a_time_before_a_restore_is_refused(api, alice, house):
    known = Follower(alice).cursor
    house.store.epoch = "0" * 32
    assert api("GET", f"/changes?cursor={known}").status == 400
