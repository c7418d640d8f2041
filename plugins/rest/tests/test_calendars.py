"""Calendars over REST: the same collections that CalDAV serves."""

import pytest

from a3dav.testing.api import ApiClient

UNKNOWN = "0" * 32
LUNCH = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20261122T050000Z\r\n"
    "DTSTART:20261123T110000Z\r\nDURATION:PT1H\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def calendar(api):
    return api("POST", "/calendars", {"displayName": "Work"}).json["id"]


def test_the_calendars_that_everybody_has_are_listed(api):
    answer = api("GET", "/calendars")
    assert [(one["name"], one["displayName"], one["components"]) for one in answer.json["items"]] == [
        ("calendar", "Calendar", ["VEVENT"]),
        ("tasks", "Tasks", ["VTODO"]),
    ]
    assert answer.json["next"] is None


def test_a_calendar_is_made_with_what_it_is_to_be(api):
    wanted = {
        "name": "work", "displayName": "Work & play", "description": "Both", "color": "#2E7D32",
        "timeZone": "Europe/Berlin", "components": ["VEVENT", "VTODO"], "countsAsBusy": False,
    }  # fmt: skip
    made = api("POST", "/calendars", wanted)
    assert made.status == 201
    assert made.json.items() >= wanted.items()
    assert made.json["href"] == "/calendars/alice/work/"
    assert made.json["mine"]
    assert api("GET", made.headers["location"].removeprefix("/api/v1")).json == made.json


def test_a_calendar_made_here_is_one_for_caldav(api):
    href = api("POST", "/calendars", {"displayName": "Wörk", "color": "#00FF00"}).json["href"]
    found = api.client.propfind(href, "{DAV:}displayname", "{http://apple.com/ns/ical/}calendar-color").multistatus[
        href
    ]
    assert found.text("{DAV:}displayname") == "Wörk"
    assert found.text("{http://apple.com/ns/ical/}calendar-color") == "#00FF00"


@pytest.mark.parametrize(
    ("wanted", "pointer"),
    [
        ({}, ""),
        ({"displayName": ""}, "/displayName"),
        ({"displayName": "A", "color": "red"}, "/color"),
        ({"displayName": "A", "components": ["VEVENT", "VALARM"]}, "/components/1"),
        ({"displayName": "A", "name": "a/b"}, "/name"),
        ({"displayName": "A", "colour": "#000000"}, ""),
        ([], ""),
    ],
)
def test_what_a_calendar_cannot_be_is_refused_with_its_place(api, wanted, pointer):
    answer = api("POST", "/calendars", wanted)
    assert answer.status == 422
    assert answer.json["type"] == "/problems/invalid-body"
    assert answer.json["errors"][0]["pointer"] == pointer


def test_a_time_zone_that_nobody_knows_is_refused_by_the_precondition_of_caldav(api):
    answer = api("POST", "/calendars", {"displayName": "A", "timeZone": "Middle/Earth"})
    assert answer.status == 403
    assert answer.json["condition"] == "{urn:ietf:params:xml:ns:caldav}valid-timezone"


def test_a_name_that_is_taken_is_refused(api):
    answer = api("POST", "/calendars", {"displayName": "A", "name": "calendar"})
    assert (answer.status, answer.json["type"]) == (409, "/problems/name-taken")


@pytest.mark.rfc("7396", "2")
@pytest.mark.parametrize("media_type", ["application/merge-patch+json", "application/json"])
def test_a_calendar_is_changed_by_a_merge_patch(api, calendar, media_type):
    api("PATCH", f"/calendars/{calendar}", {"description": "Much", "timeZone": "Europe/Berlin"})
    changed = api(
        "PATCH", f"/calendars/{calendar}", {"displayName": "Toil", "description": None}, content_type=media_type
    )
    assert changed.status == 200
    assert (changed.json["displayName"], changed.json["description"]) == ("Toil", None)
    assert changed.json["timeZone"] == "Europe/Berlin"


def test_what_a_calendar_holds_cannot_be_changed(api, calendar):
    assert api("PATCH", f"/calendars/{calendar}", {"components": ["VTODO"]}).status == 422


def test_a_calendar_is_removed(api, calendar):
    assert api("DELETE", f"/calendars/{calendar}").status == 204
    assert api("GET", f"/calendars/{calendar}").status == 404


def test_what_belongs_to_somebody_else_is_as_unknown_as_what_is_not_there(api, others):
    theirs = others("GET", "/calendars").json["items"][0]["id"]
    answers = [api("GET", f"/calendars/{one}") for one in (theirs, UNKNOWN)]
    assert {answer.status for answer in answers} == {404}
    assert answers[0].json == answers[1].json
    assert {api("DELETE", f"/calendars/{one}").status for one in (theirs, UNKNOWN, "no-identifier")} == {404}


def test_an_event_is_no_calendar(api, alice, calendar):
    alice.put("/calendars/alice/calendar/lunch.ics", LUNCH)
    (resource,) = alice.house.store.by_uid(alice.house.resolve(("calendars", "alice", "calendar")), "lunch")
    assert api("GET", f"/calendars/{resource.id.hex()}").status == 404


def share(alice, privilege):
    acl = (
        '<acl xmlns="DAV:"><ace><principal><href>/principals/users/bob/</href></principal><grant>'
        f"<privilege><{privilege}/></privilege></grant></ace></acl>"
    )
    assert alice.request("ACL", "/calendars/alice/calendar/", acl).status == 200


def test_who_may_read_a_calendar_sees_it_and_what_they_may_do(alice, api, others):
    mine = api("GET", "/calendars").json["items"][0]["id"]
    share(alice, "read")
    seen = others("GET", f"/calendars/{mine}")
    assert seen.status == 200
    assert (seen.json["mine"], seen.json["rights"], seen.json["owner"]["name"]) == (False, ["read"], "alice")
    refused = others("PATCH", f"/calendars/{mine}", {"displayName": "Mine"})
    assert (refused.status, refused.json["condition"]) == (403, "{DAV:}need-privileges")


def test_a_shared_calendar_is_listed_behind_ones_own_and_taken_out_by_delete(alice, api, others):
    body = {"collection": "/calendars/alice/calendar/", "sharee": "bob", "access": "read-write"}
    assert ApiClient.post(alice, "/api/sharing", body).status == 200
    listed = others("GET", "/calendars").json["items"]
    assert [(one["displayName"], one["mine"]) for one in listed][2:] == [("Calendar", False)]
    assert listed[2]["href"].startswith("/calendars/bob/")
    assert others("DELETE", f"/calendars/{listed[2]['id']}").status == 204
    assert len(others("GET", "/calendars").json["items"]) == 2
    assert len(api("GET", "/calendars").json["items"]) == 2


def pages_of(api, path, limit):
    found, cursor = [], ""
    while cursor is not None:
        page = api("GET", f"{path}?limit={limit}{cursor and '&cursor=' + cursor}").json
        found.append([one["displayName"] for one in page["items"]])
        cursor = page["next"]
    return found


@pytest.mark.parametrize(
    ("limit", "sizes"), [(1, [1, 1, 1, 1, 1]), (2, [2, 2, 1]), (3, [3, 2]), (4, [4, 1]), (5, [5]), (500, [5])]
)
def test_pages_neither_overlap_nor_skip(alice, api, others, limit, sizes):
    for name in ("One", "Two"):
        others("POST", "/calendars", {"displayName": name})
    ApiClient.post(
        alice, "/api/sharing", {"collection": "/calendars/alice/calendar/", "sharee": "bob", "access": "read"}
    )
    pages = pages_of(others, "/calendars", limit)
    assert [len(page) for page in pages] == sizes
    assert [name for page in pages for name in page] == ["Calendar", "Tasks", "One", "Two", "Calendar"]


@pytest.mark.parametrize("cursor", ["AAAA", "bm90aGluZw", "ü", "%00", "=" * 100])
def test_a_cursor_of_nobody_is_refused(api, cursor):
    answer = api("GET", f"/calendars?cursor={cursor}")
    assert (answer.status, answer.json["type"]) == (400, "/problems/invalid-cursor")


def test_a_cursor_is_of_no_use_to_somebody_else(api, others):
    cursor = api("GET", "/calendars?limit=1").json["next"]
    assert others("GET", f"/calendars?limit=1&cursor={cursor}").status == 400


@pytest.mark.parametrize("limit", ["0", "501", "-1", "1.5", "many", "1&limit=2"])
def test_a_limit_is_a_number_of_entries(api, limit):
    answer = api("GET", f"/calendars?limit={limit}")
    assert answer.status == 400
    assert answer.json["errors"][0]["pointer"] == "/query/limit"


def test_a_list_takes_as_many_statements_as_an_entry(api, statements):
    api("GET", "/calendars")
    few = statements(lambda: api("GET", "/calendars"))
    for number in range(20):
        api("POST", "/calendars", {"displayName": str(number)})
    api("GET", "/calendars")
    assert len(statements(lambda: api("GET", "/calendars"))) <= len(few)


def test_a_file_is_imported_and_exported(api, calendar):
    report = api("POST", f"/calendars/{calendar}/import", LUNCH.encode(), content_type="text/calendar")
    assert report.status == 200
    assert (report.json["created"], report.json["objects"][0]["uid"]) == (1, "lunch")
    exported = api("GET", f"/calendars/{calendar}/export")
    assert (exported.status, exported.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert "SUMMARY:Lunch" in exported.text
    assert "NAME:Work" in exported.text


def test_what_is_there_can_be_left_as_it_is(api, calendar):
    api("POST", f"/calendars/{calendar}/import", LUNCH.encode(), content_type="text/calendar")
    other = LUNCH.replace("Lunch", "Dinner").encode()
    report = api("POST", f"/calendars/{calendar}/import?if-exists=skip", other, content_type="text/calendar")
    assert report.json["unchanged"] == 1
    assert "SUMMARY:Lunch" in api("GET", f"/calendars/{calendar}/export").text


def test_an_export_is_made_in_the_form_that_accept_names(api, calendar):
    exported = api("GET", f"/calendars/{calendar}/export", accept="application/calendar+json")
    assert exported.json[0] == "vcalendar"


def test_a_file_that_is_none_is_refused(api, calendar):
    refused = api("POST", f"/calendars/{calendar}/import", b"hello", content_type="text/calendar")
    assert (refused.status, refused.headers["content-type"]) == (403, "application/problem+json")


@pytest.mark.rfc("9110", "15.5.16")
def test_a_file_of_another_media_type_is_refused_with_those_that_are_taken(api, calendar):
    refused = api("POST", f"/calendars/{calendar}/import", b"{}", content_type="application/zip")
    assert (refused.status, refused.headers["accept-post"]) == (415, "text/calendar")


RANGE = "from=2026-11-23T00:00:00Z&to=2026-11-24"


@pytest.mark.parametrize("path", ["/calendars/{}/free-busy", "/free-busy"])
def test_busy_time_is_told(api, alice, path):
    mine = api("GET", "/calendars").json["items"][0]["id"]
    alice.put("/calendars/alice/calendar/lunch.ics", LUNCH)
    assert api("GET", f"{path.format(mine)}?{RANGE}").json == {
        "from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z",
        "periods": [{"start": "2026-11-23T11:00:00Z", "end": "2026-11-23T12:00:00Z", "status": "busy"}],
    }  # fmt: skip


def test_busy_time_of_others_is_told_to_whom_they_let_know(api, alice, others):
    path = f"/free-busy?{RANGE}&account={api('GET', '/session').json['account']['id']}"
    alice.put("/calendars/alice/calendar/lunch.ics", LUNCH)
    assert others("GET", path).status == 404
    acl = (
        '<acl xmlns="DAV:"><ace><principal><href>/principals/users/bob/</href></principal><grant><privilege>'
        '<read-free-busy xmlns="urn:ietf:params:xml:ns:caldav"/></privilege></grant></ace></acl>'
    )
    assert alice.request("ACL", "/calendars/alice/", acl).status == 200
    assert len(others("GET", path).json["periods"]) == 1


@pytest.mark.parametrize(
    "query",
    ["from=2026-11-24&to=2026-11-23", "from=2026-13-01&to=2027-01-01", "from=2026-11-23T25:00:00Z&to=2027-01-01"],
)
def test_a_range_is_one(api, query):
    answer = api("GET", f"/free-busy?{query}")
    assert (answer.status, answer.json["type"]) == (400, "/problems/invalid-range")


@pytest.mark.parametrize("character", ["\x03", "\x1c", "\ufffe"])
@pytest.mark.parametrize(
    ("path", "member"),
    [("/calendars", "displayName"), ("/calendars", "description"), ("/address-books", "displayName"),
     ("/address-books", "description")],
)  # fmt: skip
def test_what_no_property_can_hold_is_refused(api, path, member, character):
    """XML 1.0 §2.2 has no such characters, and DAV shows these texts in XML."""
    before = api("GET", path).json
    answer = api("POST", path, {"displayName": "A", member: f"a{character}b"})
    assert (answer.status, answer.json["type"]) == (422, "/problems/invalid-body")
    assert [error["pointer"] for error in answer.json["errors"]] == [f"/{member}"]
    assert api("GET", path).json == before


def test_a_text_that_no_property_can_hold_changes_nothing(api):
    made = api("POST", "/calendars", {"displayName": "Work"})
    place = made.headers["location"].removeprefix("/api/v1")
    answer = api("PATCH", place, {"displayName": "a\x03b"})
    assert answer.status == 422
    assert api("GET", place).json["displayName"] == "Work"
