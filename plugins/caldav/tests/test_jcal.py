"""jCal (RFC 7265): in calendar-data, and as the body of PUT and of the POST that adds a member."""

import json

import httpx
import pytest

from a3dav.testing.people import add_person

from .conftest import CALENDAR, LUNCH, STANDUP, C, event, in_range

JCAL = "application/calendar+json"
DATA = C + "calendar-data"
MAY = 'start="20260504T000000Z" end="20260518T000000Z"'


def lunch(summary="Lunch with Grace", uid="lunch"):
    properties = [
        ["uid", {}, "text", uid], ["dtstamp", {}, "date-time", "2026-01-01T00:00:00Z"],
        ["dtstart", {}, "date-time", "2026-03-10T11:00:00Z"], ["dtend", {}, "date-time", "2026-03-10T12:00:00Z"],
        ["summary", {}, "text", summary],
    ]  # fmt: skip
    return ["vcalendar", head(), [["vevent", properties, []]]]


def head():
    return [["version", {}, "text", "2.0"], ["prodid", {}, "text", "-//test//EN"]]


def asked(inner="", content_type=JCAL):
    return f'<C:calendar-data content-type="{content_type}" version="2.0">{inner}</C:calendar-data>'


def told(answer, name):
    return json.loads(answer.multistatus[f"{CALENDAR}{name}.ics"].text(DATA))


@pytest.mark.rfc("4791", "9.6")
@pytest.mark.rfc("7265", "3")
def test_multiget_gives_jcal_where_it_is_asked_for(multiget):
    assert told(multiget(CALENDAR + "lunch.ics", prop=asked()), "lunch") == lunch()


@pytest.mark.rfc("4791", "9.6.5")
def test_multiget_expands_in_jcal(multiget):
    answer = multiget(CALENDAR + "standup.ics", prop=asked(f"<C:expand {MAY}/>"))
    starts = [entry for event in told(answer, "standup")[2] for entry in event[1] if entry[0] == "dtstart"]
    assert starts == [
        ["dtstart", {}, "date-time", "2026-05-04T07:00:00Z"], ["dtstart", {}, "date-time", "2026-05-11T07:00:00Z"],
    ]  # fmt: skip


@pytest.mark.rfc("4791", "9.6.1")
def test_parts_are_given_in_jcal(query):
    part = '<C:comp name="VCALENDAR"><C:comp name="VEVENT"><C:prop name="SUMMARY"/></C:comp></C:comp>'
    answer = query(in_range("20260310T000000Z", "20260311T000000Z"), prop=asked(part))
    expected = ["vcalendar", [], [["vevent", [["summary", {}, "text", "Lunch with Grace"]], []]]]
    assert told(answer, "lunch") == expected


@pytest.mark.rfc("6578", "3.6")
def test_a_sync_gives_jcal(diary):
    answer = diary.report(
        CALENDAR,
        '<D:sync-collection xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:sync-token/>'
        f"<D:sync-level>1</D:sync-level><D:prop>{asked()}</D:prop></D:sync-collection>",
    )
    assert told(answer, "lunch") == lunch()


@pytest.mark.rfc("4791", "7.8", "9.6")
@pytest.mark.parametrize("content_type", ["application/calendar+xml", "application/json", "text/vcard"])
def test_other_forms_of_data_are_refused_with_the_precondition(multiget, content_type):
    answer = multiget(CALENDAR + "lunch.ics", prop=asked(content_type=content_type))
    assert (answer.status, answer.condition) == (403, C + "supported-calendar-data")


@pytest.mark.rfc("4791", "5.2.4")
def test_a_calendar_tells_both_forms_of_data(diary):
    row = diary.propfind(CALENDAR, C + "supported-calendar-data").multistatus[CALENDAR]
    told = [dict(element.attrib) for element in row.found[C + "supported-calendar-data"]]
    assert told == [
        {"content-type": "text/calendar", "version": "2.0"}, {"content-type": JCAL, "version": "2.0"},
    ]  # fmt: skip


@pytest.mark.rfc("7265", "4")
def test_an_object_put_as_jcal_is_kept_as_icalendar(alice):
    assert alice.put(CALENDAR + "lunch.ics", json.dumps(lunch()), content_type=JCAL).status == 201
    got = alice.get(CALENDAR + "lunch.ics")
    assert got.text == LUNCH
    assert got.headers["content-type"] == "text/calendar; charset=utf-8; component=VEVENT"


@pytest.mark.rfc("4791", "5.3.4")
@pytest.mark.parametrize("prefer", ["", "return=representation"])
def test_an_object_put_as_jcal_gets_no_etag_since_other_octets_are_kept(alice, prefer):
    answer = alice.put(CALENDAR + "lunch.ics", json.dumps(lunch()), content_type=JCAL, prefer=prefer)
    assert (answer.status, "etag" in answer.headers) == (201, False)


@pytest.mark.rfc("5995", "3.2")
@pytest.mark.rfc("4791", "5.3.4")
def test_a_member_is_added_as_jcal(alice):
    answer = alice.request("POST", CALENDAR + "?add-member", json.dumps(lunch()), content_type=JCAL)
    assert (answer.status, "etag" in answer.headers) == (201, False)
    assert alice.get(answer.headers["location"]).text == LUNCH


def test_a_large_object_in_jcal_is_converted_in_another_process(served_person):
    summary = "x" * 40_000
    url = f"{served_person.url}calendars/{served_person.name}/calendar/large.ics"
    with httpx.Client(auth=(served_person.name, served_person.password)) as client:
        answer = client.put(url, content=json.dumps(lunch(summary)), headers={"Content-Type": JCAL})
        assert (answer.status_code, "etag" in answer.headers) == (201, False)
        assert f"SUMMARY:{summary}" in client.get(url).text.replace("\r\n ", "")


@pytest.mark.rfc("4791", "5.3.2.1")
@pytest.mark.parametrize(
    ("body", "condition"),
    [
        ("[", "valid-calendar-data"),
        ('["vcalendar",[],[["vevent",[["uid",{},"text",5]],[]]]]', "valid-calendar-data"),
        ('["vcalendar",[],[["vevent",[["summary",{},"text","no UID"]],[]]]]', "valid-calendar-object-resource"),
        (json.dumps([lunch(), lunch(uid="other")]), "valid-calendar-data"),
        ('["vcalendar",[],[["vcard",[],[]]]]', "supported-calendar-component"),
    ],
)
def test_what_is_no_calendar_object_in_jcal_is_refused_with_the_precondition(alice, body, condition):
    answer = alice.put(CALENDAR + "lunch.ics", body, content_type=JCAL)
    assert (answer.status, answer.condition) == (403, C + condition)


@pytest.mark.rfc("4791", "5.3.2.1")
def test_jcal_that_is_too_large_as_icalendar_is_refused(make_house):
    client = add_person(make_house(limits__max_resource_size=1024), "alice")
    attachments = ",".join(['["a",{},"binary",""]'] * 40)
    body = f'["vcalendar",[],[["vevent",[["uid",{{}},"text","1"],{attachments}],[]]]]'
    answer = client.put(CALENDAR + "lunch.ics", body, content_type=JCAL)
    assert (len(body) < 1024, answer.status, answer.condition) == (True, 403, C + "max-resource-size")


@pytest.mark.rfc("4791", "5.3.2.1")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_a_file_of_jcal_becomes_no_calendar_object_by_copying(alice, method):
    alice.put("/files/alice/lunch.json", json.dumps(lunch()), content_type=JCAL)
    answer = alice.request(method, "/files/alice/lunch.json", destination=CALENDAR + "lunch.ics")
    assert answer.status == 403
    assert alice.get(CALENDAR + "lunch.ics").status == 404


def test_a_zone_in_jcal_means_what_it_means_in_icalendar(diary, multiget):
    body = told(multiget(CALENDAR + "standup.ics", prop=asked()), "standup")
    diary.delete(CALENDAR + "standup.ics")
    assert diary.put(CALENDAR + "again.ics", json.dumps(body), content_type=JCAL).status == 201
    assert diary.get(CALENDAR + "again.ics").text == STANDUP


def test_text_is_still_given_where_a_report_asks_for_both_properties_of_data(diary, multiget):
    diary.put(CALENDAR + "quote.ics", event("quote", 'SUMMARY:<a> & "b"', "DTSTART:20260310T110000Z"))
    body = told(multiget(CALENDAR + "quote.ics", prop=asked()), "quote")
    assert ["summary", {}, "text", '<a> & "b"'] in body[2][0][1]


@pytest.mark.rfc("9110", "12.5.1")
@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "text/calendar"),
        ("*/*", "text/calendar"),
        ("text/calendar, application/calendar+json", "text/calendar"),
        ("application/calendar+json", JCAL),
        ("Application/Calendar+JSON;q=0.9, text/calendar;q=0.5", JCAL),
        ("application/calendar+json;q=0.1, */*", "text/calendar"),
        ("application/calendar+xml", "text/calendar"),
    ],
)
@pytest.mark.parametrize("path", [CALENDAR + "lunch.ics"])
def test_get_gives_the_form_that_accept_likes_best(diary, path, accept, form):
    answer = diary.get(path, accept=accept)
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, form)
    assert answer.headers["vary"].split(", ")[0] == "Accept"


@pytest.mark.rfc("9110", "8.8.3")
def test_jcal_has_an_entity_tag_of_its_own_by_which_the_object_can_be_changed(diary):
    answer = diary.get(CALENDAR + "lunch.ics", accept=JCAL)
    assert json.loads(answer.body) == lunch()
    assert answer.headers["etag"] != diary.get(CALENDAR + "lunch.ics").headers["etag"]
    later = json.dumps(lunch("Later"))
    assert diary.put(CALENDAR + "lunch.ics", later, content_type=JCAL, if_match=answer.headers["etag"]).status == 204


def busy(diary, accept):
    span = '<C:time-range start="20260310T000000Z" end="20260311T000000Z"/>'
    body = f'<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">{span}</C:free-busy-query>'
    return diary.report(CALENDAR, body, depth="1", accept=accept)


@pytest.mark.rfc("4791", "7.10")
def test_busy_time_is_told_in_jcal_where_that_is_asked_for(diary):
    answer = busy(diary, JCAL)
    periods = [entry for entry in json.loads(answer.body)[2][0][1] if entry[0] == "freebusy"]
    assert (answer.headers["content-type"], answer.headers["vary"]) == (JCAL, "Accept")
    assert periods == [["freebusy", {}, "period", ["2026-03-10T11:00:00Z", "2026-03-10T12:00:00Z"]]]


@pytest.mark.rfc("4791", "7.10")
@pytest.mark.parametrize("accept", ["", "*/*", "text/calendar, application/calendar+json;q=0.5", "text/xml"])
def test_busy_time_is_told_as_text_otherwise(diary, accept):
    assert busy(diary, accept).headers["content-type"].startswith("text/calendar")
