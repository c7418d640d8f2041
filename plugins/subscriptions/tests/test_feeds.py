"""Feeds become calendars that every client reads and nobody writes."""

import json

import pytest
from click.testing import CliRunner

from a3dav import identifiers
from a3dav.cli import complete
from a3dav.testing.people import add_person
from a3dav_subscriptions import feeds, fetching

HOME = "/calendars/alice/"
CALENDAR = HOME + "holidays/"
CS, C = "http://calendarserver.org/ns/", "urn:ietf:params:xml:ns:caldav"
NAME, COLOUR, SOURCE = "{DAV:}displayname", "{http://apple.com/ns/ical/}calendar-color", f"{{{CS}}}source"
MKCOL = (
    f'<D:mkcol xmlns:D="DAV:" xmlns:C="{C}" xmlns:CS="{CS}"><D:set><D:prop><D:resourcetype><D:collection/>'
    "{types}<CS:subscribed/></D:resourcetype>{more}</D:prop></D:set></D:mkcol>"
)


def event(uid, summary="Day off", *lines):
    head = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20260501"]
    return "\r\n".join([*head, f"SUMMARY:{summary}", *lines, "END:VEVENT"])


def feed(*events, head="X-HEAD:x"):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", head, *events, "END:VCALENDAR", ""]
    return "\r\n".join(lines)


def source(address):
    return f"<CS:source><D:href>{address}</D:href></CS:source>"


def subscribe(client, address, *, types="<C:calendar/>", more=""):
    return client.request("MKCOL", CALENDAR, MKCOL.format(types=types, more=source(address) + more))


def make_due(house):
    engine = house.store.engine
    engine.submit(lambda: engine.execute("UPDATE subscriptions_feeds SET due = 0")).result()


@pytest.fixture
def fetched(house, alice, publisher):
    """A feed of two events, fetched once; gives what fetches it again."""
    assert subscribe(alice, publisher.put("/feed.ics", feed(event("may"), event("june")))).status == 201
    fetching.run(house)

    def again():
        make_due(house)
        return fetching.run(house)

    return again


def members(client, path=CALENDAR):
    rows = client.propfind(path, "{DAV:}getetag", depth="1").multistatus
    return {href: row.text("{DAV:}getetag") for href, row in rows.items() if href != path}


def bodies(client):
    return [client.get(href).body.decode() for href in members(client)]


def known(house):
    ((collection_id,),) = house.store.engine.rows("SELECT collection_id FROM subscriptions_feeds")
    return feeds.feeds_of(house.store, [bytes(collection_id)])[bytes(collection_id)]


@pytest.mark.parametrize("types", ["<C:calendar/>", ""])
def test_what_apple_and_others_ask_for_is_an_ordinary_calendar(house, alice, publisher, types):
    address = publisher.put("/feed.ics", feed(event("may")))
    assert subscribe(alice, address, types=types).status == 201
    fetching.run(house)
    found = alice.propfind(CALENDAR, "{DAV:}resourcetype", SOURCE).multistatus[CALENDAR]
    elements = {element.tag for element in found.found["{DAV:}resourcetype"]}
    assert elements == {"{DAV:}collection", f"{{{C}}}calendar", f"{{{CS}}}subscribed"}
    assert (found.hrefs(SOURCE), len(members(alice))) == ([address], 1)


def test_mkcalendar_makes_one_too(house, alice, publisher):
    address = publisher.put("/feed.ics", feed(event("may")))
    body = MKCOL.format(types="<C:calendar/>", more=source(address)).replace("D:mkcol", "C:mkcalendar")
    assert alice.request("MKCALENDAR", CALENDAR, body).status == 201
    fetching.run(house)
    assert len(members(alice)) == 1


def test_its_events_are_found_by_queries(alice, fetched):
    query = (
        f'<C:calendar-query xmlns:D="DAV:" xmlns:C="{C}"><D:prop><D:getetag/></D:prop><C:filter>'
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        '<C:time-range start="20260501T000000Z" end="20260502T000000Z"/></C:comp-filter></C:comp-filter></C:filter>'
        "</C:calendar-query>"
    )
    assert len(alice.report(CALENDAR, query, depth="1").multistatus) == 2
    assert len(alice.report(HOME, query, depth="infinity").multistatus) == 2


def test_a_fetch_that_changes_nothing_leaves_the_token_as_it_is(alice, fetched, publisher):
    token = alice.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    publisher.put("/feed.ics", feed(event("june"), event("may"), head="X-MADE:now"))
    fetched()
    assert list(alice.sync(CALENDAR, token).multistatus) == []


def test_a_client_learns_of_what_changed_alone(alice, fetched, publisher):
    before = members(alice)
    token = alice.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    publisher.put("/feed.ics", feed(event("may", "Labour Day"), event("july")))
    fetched()
    told = alice.sync(CALENDAR, token).multistatus
    kept = set(before) & set(members(alice))
    assert sorted(row.status == 404 for row in told.values()) == [False, False, True]
    assert (len(members(alice)), len(kept), kept <= set(told)) == (2, 1, True)


def test_an_answer_of_not_modified_is_believed(house, alice, publisher):
    subscribe(alice, publisher.put("/feed.ics", feed(event("may")), ETag='"1"'))
    fetching.run(house)
    make_due(house)
    fetching.run(house)
    assert publisher.asked[-1][1]["If-None-Match"] == '"1"'
    assert (len(members(alice)), known(house).problem) == (1, "")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", CALENDAR + "new.ics", feed(event("new"))), ("PUT", "{member}", feed(event("may", "mine"))),
        ("DELETE", "{member}", ""), ("POST", CALENDAR, feed(event("new"))),
        ("PROPPATCH", "{member}", '<propertyupdate xmlns="DAV:"><set><prop><x xmlns="y"/></prop></set></propertyupdate>'),
    ],
)  # fmt: skip
def test_nobody_writes_into_it_not_even_its_owner(alice, fetched, method, path, body):
    before = members(alice)
    member = min(before)
    answer = alice.request(method, path.format(member=member), body, content_type="text/calendar")
    assert (answer.status, members(alice)) == (403, before)


def test_what_moves_into_it_is_refused(alice, fetched):
    alice.put(HOME + "calendar/new.ics", feed(event("new")))
    moved = alice.request("MOVE", HOME + "calendar/new.ics", destination=CALENDAR + "new.ics")
    assert (moved.status, alice.get(HOME + "calendar/new.ics").status) == (403, 200)


def test_an_event_of_it_is_copied_to_a_calendar_of_ones_own(alice, fetched):
    copied = alice.request("COPY", min(members(alice)), destination=HOME + "calendar/mine.ics")
    assert (copied.status, alice.get(HOME + "calendar/mine.ics").status) == (201, 200)


def test_name_and_colour_are_ones_own(alice, fetched):
    colour = '<calendar-color xmlns="http://apple.com/ns/ical/">#112233</calendar-color>'
    patch = (
        f'<propertyupdate xmlns="DAV:"><set><prop><displayname>Mine</displayname>{colour}</prop></set></propertyupdate>'
    )
    assert alice.proppatch(CALENDAR, patch).multistatus[CALENDAR].missing == {}
    assert alice.propfind(CALENDAR, COLOUR).multistatus[CALENDAR].text(COLOUR) == "#112233"


def test_what_the_feed_says_of_itself_counts_where_one_said_nothing(house, alice, publisher):
    head = "X-WR-CALNAME:Holidays & more\r\nX-APPLE-CALENDAR-COLOR:#aabbcc"
    subscribe(alice, publisher.put("/feed.ics", feed(event("may"), head=head)))
    fetching.run(house)
    found = alice.propfind(CALENDAR, NAME, COLOUR).multistatus[CALENDAR]
    assert (found.text(NAME), found.text(COLOUR)) == ("Holidays & more", "#AABBCC")


def test_a_name_given_at_the_beginning_stays(house, alice, publisher):
    address = publisher.put("/feed.ics", feed(event("may"), head="X-WR-CALNAME:Holidays"))
    subscribe(alice, address, more="<D:displayname>Days off</D:displayname>")
    fetching.run(house)
    assert alice.propfind(CALENDAR, NAME).multistatus[CALENDAR].text(NAME) == "Days off"


def test_deleting_the_calendar_ends_it(house, alice, fetched, publisher):
    asked = len(publisher.asked)
    assert alice.delete(CALENDAR).status == 204
    fetched()
    assert (len(publisher.asked), house.store.engine.rows("SELECT 1 FROM subscriptions_feeds")) == (asked, [])


def test_another_source_is_fetched_at_once(house, alice, fetched, publisher):
    wanted = source(publisher.put("/other.ics", feed(event("other"))))
    head = f'<D:propertyupdate xmlns:D="DAV:" xmlns:CS="{CS}">'
    alice.proppatch(CALENDAR, f"{head}<D:set><D:prop>{wanted}</D:prop></D:set></D:propertyupdate>")
    fetching.run(house)
    assert ["UID:other" in body for body in bodies(alice)] == [True]


@pytest.mark.parametrize(
    ("head", "age", "more", "minutes"),
    [
        ("REFRESH-INTERVAL;VALUE=DURATION:PT6H", "", "", 360), ("X-PUBLISHED-TTL:PT3H", "", "", 180),
        ("REFRESH-INTERVAL;VALUE=DURATION:PT1M", "", "", 15), ("X-PUBLISHED-TTL:P1000D", "", "", 7 * 24 * 60),
        ("X-X:x", "max-age=7200", "", 120), ("X-X:x", "", "<CS:refreshrate>P1D</CS:refreshrate>", 24 * 60),
        ("X-PUBLISHED-TTL:x", "no-cache", "<CS:refreshrate>x</CS:refreshrate>", 60),
    ],
)  # fmt: skip
def test_how_often_a_feed_is_fetched(house, alice, publisher, head, age, more, minutes):
    subscribe(alice, publisher.put("/feed.ics", feed(event("may"), head=head), Cache_Control=age), more=more)
    fetching.run(house)
    wait = (known(house).due - identifiers.now_ms()) / 60_000
    assert minutes * 0.9 < wait < minutes * 1.1


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (404, b"", "leads nowhere"), (410, b"", "given up"), (401, b"", "password"), (500, b"", "answered 500"),
        (200, b"<html>no</html>", "no calendar"), (200, b"", "no calendar"),
        (200, b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "no calendar"), (200, b"x" * 2_000_000, "bytes"),
    ],
)  # fmt: skip
def test_a_feed_that_fails_changes_nothing_and_is_told(reaching, publisher, status, body, problem):
    house = reaching(plugins__subscriptions__max_size=1_000_000)
    alice = add_person(house, "alice")
    subscribe(alice, publisher.put("/feed.ics", feed(event("may"))))
    fetching.run(house)
    make_due(house)
    publisher.put("/feed.ics", body, status)
    fetching.run(house)
    (told,) = json.loads(alice.get("/api/subscriptions").body)["subscriptions"]
    assert (len(members(alice)), problem in told["problem"], told["failures"]) == (1, True, 1)
    assert known(house).due > identifiers.now_ms()


def test_one_bad_event_spoils_no_other(house, alice, publisher):
    bad = ["BEGIN:VEVENT\r\nUID:bad\r\nDTSTART:never\r\nEND:VEVENT", event("dense", "x", "RRULE:FREQ=SECONDLY")]
    subscribe(alice, publisher.put("/feed.ics", feed(*bad, event("good"))))
    fetching.run(house)
    assert (["UID:good" in body for body in bodies(alice)], known(house).skipped) == ([True], 2)


def test_what_went_bad_stays_as_it_was(alice, fetched, publisher):
    publisher.put("/feed.ics", feed("BEGIN:VEVENT\r\nUID:may\r\nDTSTART:never\r\nEND:VEVENT", event("june")))
    fetched()
    assert sorted("UID:may" in body for body in bodies(alice)) == [False, True]


def test_alarms_of_others_do_not_ring(house, alice, publisher):
    alarm = "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:PT0S\r\nEND:VALARM"
    subscribe(alice, publisher.put("/feed.ics", feed(event("may", "x", alarm))))
    fetching.run(house)
    assert "VALARM" not in bodies(alice)[0]


def test_apples_clients_say_what_they_do_not_want(house, alice, publisher):
    task = "BEGIN:VTODO\r\nUID:task\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:x\r\nEND:VTODO"
    attached = event("may", "x", "ATTACH:https://example.org/a.pdf")
    more = "<CS:subscribed-strip-attachments/><CS:subscribed-strip-todos/>"
    subscribe(alice, publisher.put("/feed.ics", feed(attached, task)), more=more)
    fetching.run(house)
    assert [("ATTACH" in body, "UID:may" in body) for body in bodies(alice)] == [(False, True)]


def test_meetings_in_a_feed_invite_nobody(house, alice, publisher):
    meeting = event("may", "x", "ORGANIZER:mailto:alice@example.org", "ATTENDEE:mailto:bob@example.org")
    subscribe(alice, publisher.put("/feed.ics", feed(meeting, head="METHOD:PUBLISH")))
    fetching.run(house)
    assert "METHOD" not in bodies(alice)[0]
    assert house.store.engine.rows("SELECT 1 FROM outbox WHERE kind IN ('itip', 'imip')") == []


def test_too_many_events_are_refused_as_a_whole(reaching, publisher):
    house = reaching(plugins__subscriptions__max_objects=3)
    alice = add_person(house, "alice")
    subscribe(alice, publisher.put("/feed.ics", feed(*(event(str(number)) for number in range(4)))))
    fetching.run(house)
    assert (members(alice), "max_objects" in known(house).problem) == ({}, True)


def test_a_feed_that_moved_for_good_is_asked_there(alice, fetched, publisher):
    there = publisher.put("/new.ics", feed(event("new")))
    publisher.put("/feed.ics", "", 301, Location=there)
    fetched()
    assert alice.propfind(CALENDAR, SOURCE).multistatus[CALENDAR].hrefs(SOURCE) == [there]


@pytest.mark.parametrize(
    "address",
    ["http://10.0.0.1/feed.ics", "https://169.254.169.254/x", "file:///etc/passwd", "https://[::1]/", "", "x" * 5000],
)
def test_an_address_inside_of_the_network_is_refused_at_once(alice, address):
    assert subscribe(alice, address).status in {403, 424}
    assert alice.request("POST", "/api/subscriptions", json.dumps({"source": address})).status == 403
    assert alice.get(CALENDAR).status == 404


def test_a_redirect_into_the_network_is_not_followed(house, alice, publisher):
    subscribe(alice, publisher.put("/feed.ics", "", 302, Location="http://10.0.0.1/feed.ics"))
    fetching.run(house)
    assert "10.0.0.1" in known(house).problem


def test_a_subscription_without_an_address_is_refused(alice):
    assert alice.request("MKCOL", CALENDAR, MKCOL.format(types="<C:calendar/>", more="")).status == 403


@pytest.mark.parametrize(("given", "asked"), [("webcal", "https"), ("webcals", "https"), ("http", "http")])
def test_addresses_of_calendars_are_those_of_the_web(given, asked):
    assert fetching.web_address(f"{given}://example.org/a.ics") == f"{asked}://example.org/a.ics"


def test_subscriptions_over_http(house, alice, publisher):
    address = publisher.put("/feed.ics", feed(event("may")))
    made = alice.request("POST", "/api/subscriptions", json.dumps({"source": address, "name": "Mine"}))
    assert (made.status, json.loads(made.body)["source"]) == (201, address)
    fetching.run(house)
    (told,) = json.loads(alice.get("/api/subscriptions").body)["subscriptions"]
    assert (told["problem"], len(members(alice, told["href"]))) == ("", 1)
    place = f"/api/subscriptions/{told['id']}"
    assert add_person(house, "bob").delete(place).status == 404
    assert alice.request("POST", place + "/refresh").status == 202
    assert known(house).due <= identifiers.now_ms()
    assert (alice.delete(place).status, alice.get(told["href"]).status) == (204, 404)


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "", "{", 400), ("POST", "", "[]", 400), ("POST", "", '{"source": 1}', 400), ("PUT", "", "", 405),
        ("POST", "", '{"x": "y"}', 400), ("POST", "", "{}", 400), ("DELETE", "/x", "", 404),
        ("POST", "", '{"source":"' + "x" * 20_000, 413), ("GET", "/" + "0" * 32 + "/refresh", "", 404),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_a_problem(alice, method, path, body, status):
    assert alice.request(method, "/api/subscriptions" + path, body).status == status


def test_an_account_has_so_many_feeds_and_no_more(reaching):
    alice = add_person(reaching(plugins__subscriptions__max_feeds=1), "alice")
    made = [alice.request("POST", "/api/subscriptions", '{"source": "https://example.org/a.ics"}').status for _ in "ab"]
    assert made == [201, 403]
    assert subscribe(alice, "https://example.org/b.ics").status == 403


def test_commands(house, alice, publisher, store_settings):
    given = {
        **store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir), "A3DAV_OUTGOING__ALLOWED": "127.0.0.1",
        "A3DAV_OUTGOING__CLEAR_TEXT": "true",
    }  # fmt: skip

    def run(*arguments):
        done = CliRunner().invoke(complete(), ["subscription", *arguments], env=given)
        return f"{done.output}{done.exception or ''}"

    address = publisher.put("/feed.ics", feed(event("may")))
    assert "has 1 objects" in run("add", "alice", address, "--name", "Mine")
    (told,) = json.loads(alice.get("/api/subscriptions").body)["subscriptions"]
    assert address in run("list", "alice")
    publisher.put("/feed.ics", "", 500)
    assert "was not fetched: the other server answered 500" in run("refresh", "alice", told["href"])
    assert "removed" in run("remove", "alice", told["href"])
    assert "see: a3dav subscription list alice" in run("refresh", "alice", "nothing")
