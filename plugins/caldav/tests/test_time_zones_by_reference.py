"""RFC 7809: objects without the descriptions of time zones that everybody knows."""

import pytest

from .conftest import BERLIN, CALENDAR, NAMESPACES, STANDUP, C, event

HOME = "/calendars/alice/"
NEW = HOME + "new/"
BARE = event("bare", "DTSTART;TZID=Europe/Berlin:20260310T110000", "SUMMARY:Bare")
OWN = event("own", "DTSTART;TZID=Ours:20260310T110000", zones=(BERLIN.replace("Europe/Berlin", "Ours"),))
WINDOWS = event("windows", "DTSTART;TZID=W. Europe Standard Time:20260310T110000")
ZONE = "BEGIN:VTIMEZONE"


@pytest.fixture
def zoned(alice):
    """Alice's client; her calendar holds an object with a VTIMEZONE, and one that was stored without."""
    for name, body in [("standup", STANDUP), ("bare", BARE), ("own", OWN), ("windows", WINDOWS)]:
        assert alice.put(f"{CALENDAR}{name}.ics", body, content_type="text/calendar").status == 201
    return alice


@pytest.fixture
def one(alice):
    """Stores an object and gets it."""

    def get(body, **headers):
        alice.put(CALENDAR + "one.ics", body, content_type="text/calendar")
        return alice.get(CALENDAR + "one.ics", **headers)

    return get


def multiget(name):
    data = "<D:prop><D:getetag/><C:calendar-data/></D:prop>"
    return f"<C:calendar-multiget {NAMESPACES}>{data}<D:href>{CALENDAR}{name}.ics</D:href></C:calendar-multiget>"


def query(data="<C:calendar-data/>"):
    uid = '<C:prop-filter name="UID"><C:text-match>{}</C:text-match></C:prop-filter>'
    conditions = f'<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{uid}</C:comp-filter></C:comp-filter>'
    return f"<C:calendar-query {NAMESPACES}><D:prop>{data}</D:prop><C:filter>{conditions}</C:filter></C:calendar-query>"


def sync(_):
    data = "<D:sync-token/><D:sync-level>1</D:sync-level><D:prop><C:calendar-data/></D:prop>"
    return f"<D:sync-collection {NAMESPACES}>{data}</D:sync-collection>"


LIMITED = '<C:calendar-data><C:limit-recurrence-set start="20260101T000000Z" end="20270101T000000Z"/></C:calendar-data>'
WAYS = [multiget, query().format, query(LIMITED).format, sync]


@pytest.mark.rfc("7809", "3.1.1")
@pytest.mark.parametrize("path", [HOME, CALENDAR])
def test_the_ability_is_told(alice, path):
    assert "calendar-no-timezone" in alice.request("OPTIONS", path).headers["dav"].split(", ")


@pytest.mark.rfc("7809", "3.1.3", "7.1")
@pytest.mark.parametrize("wish", ["", "T"])
def test_get_gives_what_was_stored_with_its_time_zones_as_it_was_stored(one, wish):
    answer = one(STANDUP, caldav_timezones=wish)
    assert (answer.text, "+" in answer.headers["etag"]) == (STANDUP, False)


@pytest.mark.rfc("7809", "3.1.3", "3.1.3/false", "7.1")
@pytest.mark.rfc("9110", "8.8.3.3", "12.5.5")
def test_get_leaves_out_standard_time_zones_on_demand_under_a_tag_of_its_own(one):
    answer = one(STANDUP, caldav_timezones="F")
    assert answer.text == STANDUP.replace(BERLIN + "\r\n", "")
    assert answer.headers["etag"].endswith('+notz"')
    assert "CalDAV-Timezones" in answer.headers["vary"].split(", ")


@pytest.mark.rfc("7809", "3.1.3/false")
def test_a_time_zone_that_only_the_object_knows_is_never_left_out(one):
    assert one(OWN, caldav_timezones="F").text == OWN


@pytest.mark.rfc("7809", "3.1.3/true", "3.1.4")
@pytest.mark.parametrize(("body", "tzid"), [(BARE, "Europe/Berlin"), (WINDOWS, "W. Europe Standard Time")])
def test_what_was_stored_without_its_time_zone_comes_with_it_on_demand(one, body, tzid):
    answer = one(body, caldav_timezones="T")
    before, _, after = answer.text.partition(ZONE)
    added, _, rest = after.partition("END:VTIMEZONE\r\n")
    assert (before + rest, f"\r\nTZID:{tzid}\r\n" in added) == (body, True)
    assert "+tz" in answer.headers["etag"]


@pytest.mark.rfc("4791", "5.3.4")
@pytest.mark.rfc("4918", "15.6")
@pytest.mark.parametrize("body", [STANDUP, OWN, BARE, WINDOWS])
def test_who_says_nothing_gets_the_stored_bytes_under_the_tag_of_the_put(alice, body):
    path = CALENDAR + "one.ics"
    put, got = alice.put(path, body, content_type="text/calendar"), alice.get(path)
    assert got.text == body
    told = alice.propfind(path).multistatus[path].text("{DAV:}getetag")
    assert put.headers["etag"] == got.headers["etag"] == told


@pytest.mark.rfc("7809", "3.1.3")
@pytest.mark.parametrize("wish", ["", "F"])
def test_what_was_stored_without_its_time_zone_comes_as_it_was_stored(one, wish):
    answer = one(BARE, caldav_timezones=wish)
    assert (answer.text, "+" in answer.headers["etag"]) == (BARE, False)


@pytest.mark.rfc("9110", "13.1.1", "13.1.2")
@pytest.mark.parametrize(("body", "wish"), [(STANDUP, "F"), (BARE, "T"), (BARE, "F")])
def test_the_tag_of_any_form_serves_for_conditions(alice, one, body, wish):
    etag = one(body, caldav_timezones=wish).headers["etag"]
    assert alice.get(CALENDAR + "one.ics", caldav_timezones=wish, if_none_match=etag).status == 304
    assert alice.put(CALENDAR + "one.ics", body, content_type="text/calendar", if_match=etag).status == 204


@pytest.mark.rfc("7809", "3.1.3")
@pytest.mark.rfc("8144", "3")
def test_the_representation_that_a_put_returns_has_the_time_zones_that_a_get_has(alice):
    answers = [
        alice.put(
            CALENDAR + "one.ics", BARE, content_type="text/calendar", prefer="return=representation",
            caldav_timezones=wish,
        )
        for wish in ("T", "F")
    ]  # fmt: skip
    assert [ZONE in answer.text for answer in answers] == [True, False]


@pytest.mark.rfc("7809", "3.1.3", "3.1.3/true", "3.1.3/false")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "wish", "given"),
    [
        ("standup", "", True), ("standup", "T", True), ("standup", "F", False),
        ("bare", "", False), ("bare", "T", True), ("bare", "F", False),
        ("own", "F", True), ("windows", "T", True),
    ],
)  # fmt: skip
def test_reports_heed_the_header_as_well(zoned, way, name, wish, given):
    row = zoned.report(CALENDAR, way(name), depth="1", caldav_timezones=wish).multistatus[f"{CALENDAR}{name}.ics"]
    assert (ZONE in row.text(C + "calendar-data")) is given


@pytest.mark.rfc("7809", "3.1.3")
@pytest.mark.parametrize(("wish", "zones"), [("", 3), ("T", 3), ("F", 1)])
def test_a_whole_calendar_comes_with_each_time_zone_once_or_with_none(zoned, wish, zones):
    answer = zoned.get(CALENDAR, caldav_timezones=wish)
    assert (answer.text.count(ZONE), answer.headers["vary"]) == (zones, "Accept, CalDAV-Timezones")


def sent(method, inner):
    body = f"<D:set><D:prop>{inner}</D:prop></D:set>"
    root = {"MKCALENDAR": "C:mkcalendar", "MKCOL": "D:mkcol", "PROPPATCH": "D:propertyupdate"}[method]
    kind = "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
    return f"<{root} {NAMESPACES}>{body.replace('<D:prop>', '<D:prop>' + kind) if method == 'MKCOL' else body}</{root}>"


def zones_of(alice, path):
    row = alice.propfind(path, C + "calendar-timezone", C + "calendar-timezone-id").multistatus[path]
    return row, row.text(C + "calendar-timezone"), row.text(C + "calendar-timezone-id")


METHODS = [("MKCALENDAR", NEW), ("MKCOL", NEW), ("PROPPATCH", CALENDAR)]


@pytest.mark.rfc("7809", "3.1.5", "3.1.5/linked", "5.2")
@pytest.mark.rfc("4791", "5.2.2")
@pytest.mark.parametrize(("method", "path"), METHODS)
def test_a_name_makes_a_description(alice, method, path):
    named = sent(method, "<C:calendar-timezone-id>America/New_York</C:calendar-timezone-id>")
    assert alice.request(method, path, named).status < 300
    _, description, name = zones_of(alice, path)
    assert name == "America/New_York"
    assert description.startswith("BEGIN:VCALENDAR\r\n")
    assert "\r\nTZID:America/New_York\r\n" in description
    assert "\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n" in description


@pytest.mark.rfc("7809", "3.1.5", "3.1.5/linked", "5.2")
@pytest.mark.parametrize(("method", "path"), METHODS)
@pytest.mark.parametrize("tzid", ["Europe/Berlin", "W. Europe Standard Time"])
def test_a_description_of_a_known_zone_makes_a_name(alice, method, path, tzid):
    given = f"BEGIN:VCALENDAR\n{BERLIN.replace('Europe/Berlin', tzid)}\nEND:VCALENDAR".replace("\r", "")
    alice.request(method, path, sent(method, f"<C:calendar-timezone>{given}</C:calendar-timezone>"))
    _, description, name = zones_of(alice, path)
    assert (description, name) == (given, "Europe/Berlin")


@pytest.mark.rfc("7809", "3.1.5/linked")
def test_a_description_of_another_zone_takes_the_name_away(alice):
    alice.request(
        "PROPPATCH", CALENDAR, sent("PROPPATCH", "<C:calendar-timezone-id>Asia/Tokyo</C:calendar-timezone-id>")
    )
    own = f"BEGIN:VCALENDAR\n{BERLIN.replace('Europe/Berlin', 'Ours')}\nEND:VCALENDAR"
    alice.request("PROPPATCH", CALENDAR, sent("PROPPATCH", f"<C:calendar-timezone>{own}</C:calendar-timezone>"))
    row = alice.propfind(CALENDAR, C + "calendar-timezone", C + "calendar-timezone-id").multistatus[CALENDAR]
    assert "TZID:Ours" in row.text(C + "calendar-timezone")
    assert row.missing == {C + "calendar-timezone-id": 404}


@pytest.mark.rfc("7809", "3.1.5/linked")
@pytest.mark.parametrize("removed", ["calendar-timezone", "calendar-timezone-id"])
def test_name_and_description_go_together(alice, removed):
    alice.request(
        "PROPPATCH", CALENDAR, sent("PROPPATCH", "<C:calendar-timezone-id>Asia/Tokyo</C:calendar-timezone-id>")
    )
    body = f"<D:propertyupdate {NAMESPACES}><D:remove><D:prop><C:{removed}/></D:prop></D:remove></D:propertyupdate>"
    alice.request("PROPPATCH", CALENDAR, body)
    row = alice.propfind(CALENDAR, C + "calendar-timezone", C + "calendar-timezone-id").multistatus[CALENDAR]
    assert row.missing == {C + "calendar-timezone": 404, C + "calendar-timezone-id": 404}


@pytest.mark.rfc("7809", "5.1", "5.2")
@pytest.mark.parametrize("path", [HOME, CALENDAR])
def test_time_zones_are_told_to_those_alone_who_ask(alice, path):
    found = alice.propfind(path).multistatus[path].found
    assert not {C + name for name in ("calendar-timezone", "calendar-timezone-id", "timezone-service-set")} & set(found)
