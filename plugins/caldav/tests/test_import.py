"""POST of a file of calendar objects to a calendar imports each of them."""

import json

import pytest

from a3dav import hookimpl, writing
from a3dav.errors import Forbidden
from a3dav.faults import DiskFull
from a3dav.testing.access import deny, grant, share
from a3dav.testing.locks import LOCKINFO
from a3dav.testing.people import add_person

from .conftest import CALENDAR, HOLIDAY, LUNCH, STANDUP, C, calendar, component, event

BREAKFAST = component("VEVENT", "breakfast", "DTSTART:20260310T070000Z", "SUMMARY:Breakfast")
DINNER = component("VEVENT", "dinner", "DTSTART:20260310T190000Z", "SUMMARY:Dinner")
NO_DATE = component("VEVENT", "broken", "DTSTART:soon")
BOTH = calendar(BREAKFAST, DINNER)


def post(client, body, query="", path=CALENDAR, content_type="text/calendar", **headers):
    return client.request("POST", path + query, body, content_type=content_type, **headers)


def told(answer):
    assert answer.status == 200, answer.text
    return json.loads(answer.body)


def statuses(answer):
    return {entry["uid"]: entry["status"] for entry in told(answer)["objects"]}


def test_each_object_of_a_file_becomes_a_member(alice):
    report = told(post(alice, BOTH))
    assert report == {
        "created": 2, "updated": 0, "unchanged": 0, "refused": 0,
        "objects": [
            {"href": CALENDAR + "breakfast.ics", "uid": "breakfast", "status": 201},
            {"href": CALENDAR + "dinner.ics", "uid": "dinner", "status": 201},
        ],
    }  # fmt: skip
    assert "SUMMARY:Dinner" in alice.get(CALENDAR + "dinner.ics").text


def test_overrides_and_time_zones_go_with_their_event(alice):
    zone = STANDUP[STANDUP.index("BEGIN:VTIMEZONE") : STANDUP.index("BEGIN:VEVENT")].strip()
    override = component("VEVENT", "a", "RECURRENCE-ID;TZID=Europe/Berlin:20260112T090000", "DTSTART:20260112T100000Z")
    master = component("VEVENT", "a", "DTSTART;TZID=Europe/Berlin:20260105T090000", "RRULE:FREQ=WEEKLY")
    post(alice, calendar(zone, override, DINNER, master))
    assert alice.get(CALENDAR + "a.ics").text.count("BEGIN:VEVENT") == 2
    assert "BEGIN:VTIMEZONE" in alice.get(CALENDAR + "a.ics").text
    assert "BEGIN:VTIMEZONE" not in alice.get(CALENDAR + "dinner.ics").text


@pytest.mark.rfc("4791", "5.3.2.1")
def test_an_object_that_is_there_is_updated_where_it_is(alice):
    alice.put(CALENDAR + "some-name.ics", event("dinner", "DTSTART:20260310T200000Z"), content_type="text/calendar")
    report = told(post(alice, BOTH))
    assert report["objects"][1] == {"href": CALENDAR + "some-name.ics", "uid": "dinner", "status": 204}
    assert "SUMMARY:Dinner" in alice.get(CALENDAR + "some-name.ics").text


def test_an_object_that_says_the_same_is_left_as_it_is(alice):
    post(alice, BOTH)
    tag = alice.get(CALENDAR + "dinner.ics").headers["etag"]
    assert statuses(post(alice, BOTH.replace("-//test//EN", "-//other//EN"))) == {"breakfast": 304, "dinner": 304}
    assert alice.get(CALENDAR + "dinner.ics").headers["etag"] == tag


def test_what_a_calendar_exports_it_has_already(diary):
    assert set(statuses(post(diary, diary.get(CALENDAR).body)).values()) == {304}


def test_what_is_there_may_be_skipped(alice):
    alice.put(CALENDAR + "dinner.ics", event("dinner", "DTSTART:20260310T200000Z"), content_type="text/calendar")
    assert statuses(post(alice, BOTH, "?if-exists=skip")) == {"breakfast": 201, "dinner": 304}
    assert "SUMMARY:Dinner" not in alice.get(CALENDAR + "dinner.ics").text


def test_the_first_of_two_objects_with_one_uid_stays_where_what_is_there_is_skipped(alice):
    later = calendar(component("VEVENT", "dinner", "DTSTART:20260310T200000Z", "SUMMARY:Late"))
    answer = post(alice, BOTH + later, "?if-exists=skip")
    assert [entry["status"] for entry in told(answer)["objects"]] == [201, 201, 304]
    assert "SUMMARY:Dinner" in alice.get(CALENDAR + "dinner.ics").text


def test_an_object_that_is_refused_does_not_stop_the_others(alice):
    report = told(post(alice, calendar(BREAKFAST, NO_DATE, DINNER)))
    assert (report["created"], report["refused"]) == (2, 1)
    refused = report["objects"][1]
    assert (refused["uid"], refused["status"], refused["condition"]) == ("broken", 403, C + "valid-calendar-data")
    assert "DTSTART has no date" in refused["error"]
    assert alice.get(CALENDAR + "broken.ics").status == 404


def test_lines_that_cannot_be_read_cost_only_their_event(alice):
    broken = component("VEVENT", "broken", "no property here")
    report = told(post(alice, calendar(broken, DINNER)))
    assert (report["created"], report["refused"]) == (1, 1)


@pytest.mark.rfc("4791", "5.3.2.1")
def test_a_component_that_the_calendar_does_not_take_is_refused(alice):
    report = told(post(alice, calendar(DINNER, component("VTODO", "task"))))
    assert report["objects"][1]["condition"] == C + "supported-calendar-component"


@pytest.mark.parametrize("body", ["", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n", BOTH[:-20]])
def test_a_file_that_is_no_calendar_is_refused_whole(alice, body):
    answer = post(alice, body)
    assert (answer.status, answer.condition) == (403, C + "valid-calendar-data")
    assert alice.get(CALENDAR + "breakfast.ics").status == 404


@pytest.mark.rfc("9110", "15.5.16")
@pytest.mark.parametrize("content_type", ["", "text/vcard", "application/octet-stream", "multipart/form-data"])
def test_a_file_of_another_type_is_refused(alice, content_type):
    answer = post(alice, BOTH, content_type=content_type)
    assert (answer.status, "text/calendar" in answer.headers["accept-post"]) == (415, True)


def test_a_file_in_jcal_is_imported(alice):
    properties = [["uid", {}, "text", "a"], ["dtstart", {}, "date", "2026-01-01"]]
    body = json.dumps(["vcalendar", [], [["vevent", properties, []], ["vevent", [["uid", {}, "text", "b"]], []]]])
    assert statuses(post(alice, body, content_type="application/calendar+json")) == {"a": 201, "b": 201}
    assert "DTSTART;VALUE=DATE:20260101" in alice.get(CALENDAR + "a.ics").text


def test_jcal_that_cannot_be_read_is_refused_whole(alice):
    answer = post(alice, "[", content_type="application/calendar+json")
    assert (answer.status, answer.condition) == (403, C + "valid-calendar-data")


@pytest.mark.rfc("4918", "13")
@pytest.mark.parametrize("accept", ["application/xml", "text/xml, application/json;q=0.5"])
def test_the_report_is_a_multistatus_where_xml_is_asked_for(alice, accept):
    rows = post(alice, calendar(DINNER, NO_DATE), accept=accept)
    assert {href: row.status for href, row in rows.multistatus.items()} == {
        CALENDAR + "dinner.ics": 201, CALENDAR + "broken.ics": 403,
    }  # fmt: skip
    assert "valid-calendar-data" in rows.text
    assert "UID dinner" in rows.text


@pytest.mark.rfc("8144", "2.1")
def test_a_minimal_report_names_only_what_was_refused(alice):
    answer = post(alice, calendar(DINNER, NO_DATE), prefer="return=minimal")
    assert [entry["uid"] for entry in told(answer)["objects"]] == ["broken"]
    assert told(answer)["created"] == 1
    assert answer.headers["preference-applied"] == "return=minimal"


@pytest.mark.parametrize("query", ["?if-exists=maybe", "?colour=red", "?if-exists=skip&if-exists=skip"])
def test_parameters_that_are_not_known_are_refused(alice, query):
    answer = post(alice, BOTH, query)
    assert answer.status == 400
    assert alice.get(CALENDAR + "dinner.ics").status == 404


@pytest.mark.rfc("5995", "3.2")
def test_the_url_that_adds_members_still_adds_one(alice):
    answer = post(alice, LUNCH, "?add-member")
    assert (answer.status, alice.get(answer.headers["location"]).text) == (201, LUNCH)


@pytest.mark.rfc("5995", "3.2")
def test_the_url_that_adds_members_takes_no_file_of_several(alice):
    answer = post(alice, BOTH, "?add-member")
    assert (answer.status, answer.condition) == (403, C + "valid-calendar-object-resource")


@pytest.mark.rfc("3744", "3.9")
def test_nobody_else_can_import(alice, bob):
    assert post(bob, BOTH).condition == "{DAV:}need-privileges"
    assert alice.get(CALENDAR + "dinner.ics").status == 404


def test_an_import_does_not_tell_what_an_object_holds_that_one_may_not_read(alice, bob):
    post(alice, BOTH)
    share(alice, CALENDAR, grant("/principals/users/bob/", "read", "bind"))
    share(alice, CALENDAR + "dinner.ics", deny("/principals/users/bob/", "read"))
    assert statuses(post(bob, BOTH)) == {"breakfast": 304, "dinner": 403}


class Granting:
    """A policy that grants some privileges on a calendar and on what it holds, and no others."""

    def __init__(self, *names):
        self.names = frozenset(f"{{DAV:}}{name}" for name in names)

    @hookimpl(tryfirst=True)
    def a3dav_privileges(self, house, identity, resources):
        return [self.names] * len(resources)


@pytest.mark.rfc("3744", "3.9", "7.1.1")
@pytest.mark.parametrize(
    ("granted", "expected"),
    [("bind", {"breakfast": 403, "dinner": 201}), ("write-content", {"breakfast": 204, "dinner": 403})],
)
def test_new_objects_take_bind_and_changed_ones_write_content(house, alice, granted, expected):
    post(alice, calendar(BREAKFAST))
    house.plugins.register(Granting("read", granted))
    house.store.engine.raise_generation()  # plugins come with a start otherwise
    answer = post(alice, calendar(BREAKFAST.replace("Breakfast", "Brunch"), DINNER))
    assert statuses(answer) == expected
    assert {entry.get("condition") for entry in told(answer)["objects"]} == {None, "{DAV:}need-privileges"}


@pytest.mark.rfc("3744", "3.10")
def test_what_stays_as_it_is_takes_no_privilege_to_change(house, alice):
    post(alice, calendar(BREAKFAST))
    house.plugins.register(Granting("read", "bind"))
    house.store.engine.raise_generation()
    assert statuses(post(alice, calendar(BREAKFAST))) == {"breakfast": 304}


def test_an_object_that_is_refused_at_the_last_moment_leaves_nothing(house, alice, monkeypatch):
    update = house.update_indexes

    def refuse_one(tx):
        if any(change.resource.uid == "breakfast" for change in tx.changes):
            raise Forbidden("not this one")
        update(tx)

    monkeypatch.setattr(house, "update_indexes", refuse_one)
    assert statuses(post(alice, BOTH)) == {"breakfast": 403, "dinner": 201}
    assert alice.get(CALENDAR + "breakfast.ics").status == 404
    assert alice.get(CALENDAR + "dinner.ics").status == 200


@pytest.mark.rfc("4918", "7.4")
def test_a_locked_calendar_takes_no_new_members_without_its_token(alice):
    post(alice, calendar(BREAKFAST))
    token = alice.request("LOCK", CALENDAR, LOCKINFO, depth="0").headers["lock-token"]
    changed = calendar(BREAKFAST.replace("Breakfast", "Brunch"), DINNER)
    assert statuses(post(alice, changed)) == {"breakfast": 204, "dinner": 423}
    assert statuses(post(alice, changed, **{"if": f"({token})"})) == {"breakfast": 304, "dinner": 201}


@pytest.mark.rfc("9110", "13.1.1")
@pytest.mark.parametrize("header", [{"if_match": '"other"'}, {"if_none_match": "*"}, {"if": '(["other"])'}])
def test_conditions_are_those_of_the_calendar(alice, header):
    assert post(alice, BOTH, **header).status == 412
    assert statuses(post(alice, BOTH, if_match="*")) == {"breakfast": 201, "dinner": 201}


@pytest.mark.rfc("4331", "6")
def test_objects_beyond_the_quota_are_refused(person):
    client = person("carol", quota=300)
    path = "/calendars/carol/calendar/"
    report = told(post(client, BOTH, path=path))
    assert [entry["status"] for entry in report["objects"]] == [201, 507]
    assert report["objects"][1]["condition"] == "{DAV:}quota-not-exceeded"


def test_objects_are_as_small_as_those_that_are_put(make_house):
    client = add_person(make_house(limits__max_resource_size=1024), "alice")
    large = component("VEVENT", "large", "SUMMARY:" + "x" * 2000)
    report = told(post(client, calendar(DINNER, large)))
    assert (report["created"], report["objects"][1]["condition"]) == (1, C + "max-resource-size")


def test_a_file_beyond_the_limit_of_imports_is_refused(make_house):
    client = add_person(make_house(limits__max_import_size=1024), "alice")
    assert post(client, BOTH + " " * 2000).status == 413


def test_a_large_object_goes_where_large_bodies_go(make_house):
    house = make_house(storage__inline_body_limit=1024)
    client = add_person(house, "alice")
    large = component("VEVENT", "large", "SUMMARY:" + "x" * 2000)
    assert statuses(post(client, calendar(DINNER, large))) == {"dinner": 201, "large": 201}
    assert client.get(CALENDAR + "large.ics").text.replace("\r\n ", "").count("x" * 2000) == 1
    assert len(list(house.store.blobs.spool.iterdir())) == 1  # the request itself, which the door takes away


def test_more_objects_than_one_page_are_imported_in_their_order(alice):
    events = [component("VEVENT", f"e{number}", "DTSTART:20260310T190000Z") for number in range(120)]
    assert list(statuses(post(alice, calendar(*events))).items()) == [(f"e{number}", 201) for number in range(120)]
    assert len(alice.propfind(CALENDAR, "{DAV:}getetag", depth="1").multistatus) == 121


def test_a_sync_tells_what_was_imported(alice):
    token = alice.sync(CALENDAR).xml.findtext("{DAV:}sync-token")
    post(alice, BOTH)
    assert set(alice.sync(CALENDAR, token).multistatus) == {CALENDAR + "breakfast.ics", CALENDAR + "dinner.ics"}


def test_a_disk_that_fills_up_ends_the_import_with_a_report(alice, monkeypatch):
    commit = writing.commit
    events = [component("VEVENT", f"e{number}", "DTSTART:20260310T190000Z") for number in range(60)]

    def full(write, work):
        if write.uid == "e55":
            raise DiskFull
        return commit(write, work)

    monkeypatch.setattr(writing, "commit", full)
    report = told(post(alice, calendar(*events)))
    assert (report["created"], report["refused"]) == (50, 10)
    assert {entry["status"] for entry in report["objects"][50:]} == {507}
    assert alice.get(CALENDAR + "e49.ics").status == 200
    assert alice.get(CALENDAR + "e50.ics").status == 404


def test_properties_of_the_file_do_not_change_the_calendar(alice):
    body = calendar("NAME:Other", "COLOR:red", "X-WR-CALNAME:Other", "METHOD:PUBLISH", DINNER)
    assert statuses(post(alice, body)) == {"dinner": 201}
    row = alice.propfind(CALENDAR, "{DAV:}displayname").multistatus[CALENDAR]
    assert row.text("{DAV:}displayname") == "Calendar"
    assert "METHOD" not in alice.get(CALENDAR + "dinner.ics").text


def test_a_name_that_another_object_has_is_left_to_it(alice):
    alice.put(CALENDAR + "dinner.ics", HOLIDAY, content_type="text/calendar")
    href = told(post(alice, BOTH))["objects"][1]["href"]
    assert href != CALENDAR + "dinner.ics"
    assert "SUMMARY:Dinner" in alice.get(href).text


def test_each_object_is_in_the_audit_trail(alice, house):
    answer = post(alice, BOTH)
    rows = house.store.engine.rows(
        "SELECT action, outcome FROM audit WHERE request_id = ?", (answer.headers["x-request-id"],)
    )
    assert [tuple(row) for row in rows if row[0] == "put"] == [("put", "ok"), ("put", "ok")]
