"""Storing calendar objects: what is accepted comes back as it was sent, what is refused names its precondition."""

import pytest

from a3dav.testing.people import add_person

from .conftest import BERLIN, CALENDAR, LUNCH, STANDUP, TASKS, C, calendar, component, event, todo

AT = ("DTSTART:20260310T110000Z", "DTEND:20260310T120000Z")
ODD = (
    "BEGIN:VCALENDAR\r\nPRODID:-//odd//EN\r\nVERSION:2.0\r\nX-WR-CALNAME:Odd\r\nBEGIN:VEVENT\r\nUID:odd\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART:20260310T110000Z\r\nSUMMARY:weekly, moved\r\n"
    "ATTENDEE;X-A=1;type=INTERNET;type=pref:mailto:a@example.org\r\nX-UNKNOWN:kept as\r\n  it came\r\n"
    "BEGIN:X-THING\r\nX-IN:1\r\nEND:X-THING\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def put(alice, body, path=CALENDAR + "x.ics", **headers):
    return alice.put(path, body, **({"content_type": "text/calendar; charset=utf-8"} | headers))


@pytest.mark.rfc("4791", "5.3.4")
def test_what_is_accepted_comes_back_byte_for_byte(alice):
    etag = put(alice, ODD).headers["etag"]
    answer = alice.get(CALENDAR + "x.ics")
    assert (answer.body, answer.headers["etag"]) == (ODD.encode(), etag)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8; component=VEVENT"


@pytest.mark.parametrize("accept", ["text/xml", "text/vcard", "image/png"])
def test_an_accept_header_never_refuses_a_read(diary, accept):
    assert diary.get(CALENDAR + "lunch.ics", accept=accept).status == 200


@pytest.mark.parametrize(
    "content_type", ["", "text/calendar;charset=UTF-8", "application/octet-stream", "application/ics"]
)
def test_calendars_come_by_several_media_types(alice, content_type):
    assert put(alice, LUNCH, content_type=content_type).status == 201


@pytest.mark.parametrize("content_type", ["text/vcard", "application/calendar+xml"])
@pytest.mark.rfc("4791", "5.3.2.1")
def test_other_media_types_are_refused(alice, content_type):
    answer = put(alice, LUNCH, content_type=content_type)
    assert (answer.status, answer.condition) == (403, C + "supported-calendar-data")


RECURRING = ("DTSTART:20260310T110000Z", "RRULE:FREQ=DAILY")
OVERRIDE = component("VEVENT", "a", "RECURRENCE-ID:20260311T110000Z", "DTSTART:20260311T120000Z")


@pytest.mark.rfc("4791", "4.1", "5.3.2.1")
@pytest.mark.parametrize(
    ("condition", "body"),
    [
        ("valid-calendar-data", "nonsense"),
        ("valid-calendar-data", ""),
        ("valid-calendar-data", LUNCH.replace("END:VEVENT\r\n", "")),
        ("valid-calendar-data", LUNCH + LUNCH),
        ("valid-calendar-data", event("a", "DTSTART:tomorrow")),
        ("valid-calendar-data", event("a", "DTSTART:20260230T000000Z")),
        ("valid-calendar-data", event("a", *AT, "DURATION:PT1H")),
        ("valid-calendar-data", event("a", AT[0], "RRULE:FREQ=SOMETIMES")),
        ("valid-calendar-object-resource", calendar("METHOD:REQUEST", component("VEVENT", "a", *AT))),
        ("valid-calendar-object-resource", calendar(component("VEVENT", "a", *AT), component("VEVENT", "b", *AT))),
        ("valid-calendar-object-resource", calendar(component("VEVENT", "a", *AT), component("VTODO", "a"))),
        ("valid-calendar-object-resource", calendar(component("VEVENT", "a", *AT), component("VEVENT", "a", *AT))),
        ("valid-calendar-object-resource", calendar(component("VEVENT", "a", *RECURRING), OVERRIDE, OVERRIDE)),
        ("valid-calendar-object-resource", calendar("\r\n".join(["BEGIN:VEVENT", *AT, "END:VEVENT"]))),
        ("supported-calendar-component", calendar(BERLIN)),
        ("supported-calendar-component", calendar("BEGIN:X-POEM\r\nEND:X-POEM")),
        ("supported-calendar-component", todo("a")),
    ],
)
def test_what_is_no_calendar_object_is_refused_by_its_precondition(alice, condition, body):
    answer = put(alice, body)
    assert (answer.status, answer.condition) == (403, C + condition)
    assert alice.get(CALENDAR + "x.ics").status == 404


def test_a_refusal_says_which_line_is_wrong(alice):
    answer = put(alice, event("a", "DTSTART:tomorrow"))
    assert answer.xml.findtext("{DAV:}responsedescription") == "line 7: DTSTART has no date: 'tomorrow'"


def test_overrides_without_their_master_are_accepted(alice):
    assert put(alice, calendar(OVERRIDE)).status == 201


@pytest.mark.rfc("7809", "3.1.4")
@pytest.mark.parametrize("tzid", ["W. Europe Standard Time", "Europe/Berlin", "Asia/Tokyo "])
def test_a_time_zone_that_is_known_need_not_be_described(alice, tzid):
    assert put(alice, event("a", f"DTSTART;TZID={tzid}:20260310T110000")).status == 201


@pytest.mark.parametrize("tzid", ["Customized Time Zone ", "Nowhere"])
def test_a_time_zone_that_is_described_may_have_any_name(alice, tzid):
    described = BERLIN.replace("Europe/Berlin", tzid)
    assert put(alice, event("a", f"DTSTART;TZID={tzid}:20260310T110000", zones=(described,))).status == 201


@pytest.mark.rfc("4791", "5.3.2.1")
def test_a_uid_stands_once_in_a_calendar(diary):
    answer = put(diary, LUNCH, CALENDAR + "other.ics")
    assert (answer.status, answer.condition) == (409, C + "no-uid-conflict")
    assert answer.xml.findtext(".//{DAV:}href") == CALENDAR + "lunch.ics"


@pytest.mark.rfc("4791", "5.3.2.1")
def test_an_object_keeps_its_uid(diary):
    answer = put(diary, LUNCH.replace("UID:lunch", "UID:dinner"), CALENDAR + "lunch.ics")
    assert (answer.status, answer.condition) == (409, C + "no-uid-conflict")
    assert diary.get(CALENDAR + "lunch.ics").text == LUNCH


def test_a_move_by_put_and_delete_holds_the_uid_in_two_calendars_for_a_moment(diary):
    assert diary.request("MKCALENDAR", "/calendars/alice/new/").status == 201
    assert put(diary, LUNCH, "/calendars/alice/new/lunch.ics").status == 201
    assert diary.delete(CALENDAR + "lunch.ics").status == 204


@pytest.mark.parametrize("method", ["COPY", "MOVE"])
@pytest.mark.rfc("4791", "5.3.2.1")
def test_copies_and_moves_meet_the_same_preconditions(diary, method):
    diary.put("/files/alice/lunch.ics", LUNCH)
    diary.put("/files/alice/poem.ics", "no calendar")
    for source, target, condition in [
        ("/files/alice/lunch.ics", CALENDAR + "second.ics", "no-uid-conflict"),
        ("/files/alice/poem.ics", CALENDAR + "poem.ics", "valid-calendar-data"),
        (CALENDAR + "lunch.ics", TASKS + "lunch.ics", "supported-calendar-component"),
        (CALENDAR, CALENDAR + "inner/", "calendar-collection-location-ok"),
    ]:
        answer = diary.request(method, source, destination=target)
        assert answer.status in {403, 409}
        if condition != "calendar-collection-location-ok":
            assert answer.condition == C + condition


@pytest.mark.rfc("4791", "5.3.2.1")
def test_an_object_that_is_too_large_is_refused_with_the_limit(make_house):
    alice = add_person(make_house(limits__max_resource_size=2000), "alice")
    answer = put(alice, event("a", *AT, "DESCRIPTION:" + "x" * 2000))
    assert (answer.status, answer.condition) == (403, C + "max-resource-size")


@pytest.mark.rfc("4791", "5.3.2.1")
@pytest.mark.parametrize(
    ("lines", "condition"),
    [
        (("DTSTART:19990101T000000Z",), "min-date-time"),
        (("DTSTART:20400101T000000Z",), "max-date-time"),
        (("DTSTART:20260101T000000Z", "RRULE:FREQ=DAILY;COUNT=11"), "max-instances"),
        (("DTSTART:20260101T000000Z", *["ATTENDEE:mailto:a@example.org"] * 4), "max-attendees-per-instance"),
    ],
)
def test_limits_of_the_settings_are_told_and_held(make_house, lines, condition):
    limits = {"min_year": 2000, "max_year": 2030, "max_instances": 10, "max_attendees": 3}
    alice = add_person(make_house(**{f"plugins__caldav__{name}": value for name, value in limits.items()}), "alice")
    answer = put(alice, event("a", *lines))
    assert (answer.status, answer.condition) == (403, C + condition)
    assert C + condition in alice.propfind(CALENDAR, C + condition).multistatus[CALENDAR].found
    assert put(alice, event("b", "DTSTART:20260101T000000Z", "RRULE:FREQ=DAILY;COUNT=10")).status == 201
    assert put(alice, STANDUP, CALENDAR + "endless.ics").status == 201


@pytest.mark.parametrize(
    "lines",
    [
        ["BEGIN:VALARM", "END:VALARM"] * 10,
        ["X-A:b"] * 20,
        ["BEGIN:VALARM", "BEGIN:X-A", "END:X-A", "END:VALARM"],
        ["SUMMARY:" + "x" * 2000],
        ["SUMMARY:" + "\r\n x" * 2000],
    ],
)
def test_limits_on_the_shape_of_objects_are_held(make_house, lines):
    limits = {"components": 10, "properties": 20, "depth": 3, "line": 1024}
    alice = add_person(make_house(**{f"limits__max_object_{name}": value for name, value in limits.items()}), "alice")
    answer = put(alice, event("a", *AT, *lines))
    assert (answer.status, answer.condition) == (403, C + "valid-calendar-data")
    assert put(alice, event("a", *AT, "BEGIN:VALARM", "END:VALARM")).status == 201


@pytest.mark.rfc("4791", "5.2.9")
def test_an_instance_has_a_thousand_attendees_at_most(alice):
    attendees = [f"ATTENDEE:mailto:a{number}@example.org" for number in range(1001)]
    assert put(alice, event("a", *AT, *attendees)).condition == C + "max-attendees-per-instance"
    assert put(alice, event("a", *AT, *attendees[1:])).status == 201


@pytest.mark.rfc("4918", "7.3")
def test_a_lock_makes_no_empty_object(alice):
    answer = alice.request(
        "LOCK", CALENDAR + "new.ics",
        "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>",
    )  # fmt: skip
    assert (answer.status, answer.condition) == (403, C + "valid-calendar-data")


def test_no_collection_stands_inside_a_calendar(alice):
    assert alice.request("MKCOL", CALENDAR + "folder/").status == 403


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MINUTELY;INTERVAL=15",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=9999",
        "FREQ=MINUTELY;BYHOUR=9;BYSECOND=0,30;BYSETPOS=-1",
    ],
)
def test_rules_without_end_or_sense_are_kept_and_cost_little(alice, rule, count_steps):
    assert put(alice, event("a", AT[0], f"RRULE:{rule}")).status == 201
    assert count_steps() < 50_000


@pytest.mark.rfc("4791", "5.3.2.1", "5.2.8")
@pytest.mark.parametrize(
    "rules",
    [
        ["FREQ=SECONDLY"],
        ["FREQ=MINUTELY"],
        ["FREQ=SECONDLY;COUNT=1000000"],
        ["FREQ=YEARLY;BYMONTH=7;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5,6,7,8;BYSECOND=1,2,3,4,5,6"],
        ["FREQ=HOURLY;BYMINUTE=0,30", "FREQ=MINUTELY;INTERVAL=9"],
        ["FREQ=SECONDLY;COUNT=3"] * 30_000,
    ],
)  # fmt: skip
@pytest.mark.rfc("4791", "5.3.2.1/max-instances")
def test_rules_that_give_more_instances_than_a_report_can_bear_are_refused_when_they_are_stored(alice, rules):
    answer = put(alice, event("a", AT[0], *(f"RRULE:{rule}" for rule in rules)))
    assert (answer.status, answer.condition) == (403, C + "max-instances")


@pytest.mark.rfc("7529", "5")
def test_a_rule_by_another_calendar_is_refused(alice):
    answer = put(alice, event("a", AT[0], "RRULE:RSCALE=HEBREW;FREQ=YEARLY"))
    assert (answer.status, answer.condition) == (403, C + "supported-rscale")
    row = alice.propfind(CALENDAR, C + "supported-rscale-set").multistatus[CALENDAR]
    assert "GREGORIAN" in row.text(C + "supported-rscale-set")


@pytest.fixture
def count_steps(monkeypatch):
    """Counts the steps of expansion that were taken."""
    from a3dav_content.budget import Budget

    spent = []
    spend = Budget.spend

    def counted(self, steps=1):
        spent.append(steps)
        spend(self, steps)

    monkeypatch.setattr(Budget, "spend", counted)
    return lambda: sum(spent)
