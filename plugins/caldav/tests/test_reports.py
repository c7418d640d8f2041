"""Calendaring reports beyond what they find: targets, depths, limits, availability (RFC 4791 §7, RFC 7953)."""

import pytest

from a3dav.testing.people import add_person

from .conftest import CALENDAR, NAMESPACES, TASKS, C, calendar, component, event, in_range, todo

HOME = "/calendars/alice/"
DAY = ("20260310T000000Z", "20260311T000000Z")


def put(alice, name, body, path=CALENDAR):
    answer = alice.put(f"{path}{name}.ics", body, content_type="text/calendar")
    assert answer.status in {201, 204}, answer.text


def set_property(alice, path, inside):
    body = f"<D:propertyupdate {NAMESPACES}><D:set><D:prop>{inside}</D:prop></D:set></D:propertyupdate>"
    return alice.proppatch(path, body)


def busy_report(start=DAY[0], end=DAY[1]):
    return f'<C:free-busy-query {NAMESPACES}><C:time-range start="{start}" end="{end}"/></C:free-busy-query>'


@pytest.mark.rfc("4791", "7.8")
@pytest.mark.parametrize("path", [CALENDAR + "lunch.ics", CALENDAR, HOME])
@pytest.mark.rfc("4791", "7", "7.2", "9.5")
def test_a_query_is_answered_by_objects_calendars_and_homes(found, path):
    assert found(in_range(*DAY), path=path, depth="infinity") == {"lunch"}


@pytest.mark.parametrize("path", [CALENDAR + "lunch.ics", CALENDAR + "standup.ics"])
def test_a_query_about_an_object_answers_with_it_or_with_nothing(found, path):
    assert found(in_range("20260105T000000Z", "20260106T000000Z"), path=path) == (
        {"standup"} if "standup" in path else set()
    )


@pytest.mark.rfc("3253", "3.6")
@pytest.mark.parametrize("path", ["/", "/calendars/", "/principals/", "/addressbooks/alice/"])
@pytest.mark.parametrize("report", ["calendar-query", "free-busy-query"])
def test_what_is_no_calendar_has_no_calendaring_reports(alice, path, report):
    answer = alice.report(path, f"<C:{report} {NAMESPACES}/>", depth="1")
    assert (answer.status, answer.condition) == (403, "{DAV:}supported-report")


@pytest.mark.rfc("4791", "7.10")
def test_busy_time_is_not_asked_of_an_object(diary):
    assert diary.report(CALENDAR + "lunch.ics", busy_report(), depth="0").status == 403


@pytest.mark.rfc("4791", "7.10")
@pytest.mark.parametrize(("depth", "lines"), [("", 1), ("1", 1), ("infinity", 1), ("0", 0)])
@pytest.mark.parametrize("path", [CALENDAR, HOME])
def test_busy_time_is_that_of_what_the_depth_reaches(free_busy, path, depth, lines):
    assert len(free_busy(*DAY, path=path, depth=depth)) == lines


@pytest.mark.rfc("4791", "7.10")
@pytest.mark.rfc("5545", "3.6.4")
def test_busy_time_says_nothing_of_the_events_it_comes_from(diary):
    body = diary.report(CALENDAR, busy_report(), depth="1").text
    lines = body.split("\r\n")
    assert [line.partition(":")[0] for line in lines if line] == [
        "BEGIN", "VERSION", "PRODID", "BEGIN", "UID", "DTSTAMP", "DTSTART", "DTEND", "FREEBUSY", "END", "END",
    ]  # fmt: skip
    assert "lunch" not in body.lower()


@pytest.mark.rfc("4791", "9.9")
@pytest.mark.rfc("4791", "9.11")
def test_busy_time_may_be_asked_for_from_a_time_on(alice):
    put(alice, "lunch", event("lunch", "DTSTART:20260310T110000Z", "DURATION:PT1H"))
    body = f'<C:free-busy-query {NAMESPACES}><C:time-range start="20260310T113000Z"/></C:free-busy-query>'
    lines = alice.report(CALENDAR, body, depth="1").text.split("\r\n")
    assert "FREEBUSY:20260310T113000Z/20260310T120000Z" in lines
    assert not [line for line in lines if line.startswith("DTEND")]


@pytest.mark.rfc("4791", "7.3", "7.10")
def test_whole_days_are_busy_in_the_zone_of_their_calendar(diary, free_busy):
    put(diary, "trip", event("trip", "DTSTART;VALUE=DATE:20260601"))
    set_property(diary, CALENDAR, "<C:calendar-timezone-id>Europe/Berlin</C:calendar-timezone-id>")
    assert "FREEBUSY:20260531T220000Z/20260601T220000Z" in free_busy("20260531T200000Z", "20260603T000000Z")


@pytest.mark.rfc("4791", "7.8")
@pytest.mark.parametrize(
    ("condition", "span"),
    [("min-date-time", ("19990101T000000Z", "20260101T000000Z")), ("max-date-time", ("20260101T000000Z", "20310101T000000Z"))],
)  # fmt: skip
@pytest.mark.rfc("4791", "7.8/min-date-time", "7.8/max-date-time")
def test_reports_keep_to_the_years_of_a_calendar(make_house, condition, span):
    alice = add_person(make_house(plugins__caldav__min_year=2000, plugins__caldav__max_year=2030), "alice")
    inside = in_range(*span)
    query = (
        f"<C:calendar-query {NAMESPACES}><C:filter><C:comp-filter name='VCALENDAR'>{inside}</C:comp-filter></C:filter>"
        "</C:calendar-query>"
    )
    ends = 'start="{}" end="{}"'.format(*span)
    multiget = (
        f"<C:calendar-multiget {NAMESPACES}><D:prop><C:calendar-data><C:expand {ends}/></C:calendar-data></D:prop>"
        f"<D:href>{CALENDAR}a.ics</D:href></C:calendar-multiget>"
    )
    for body in (query, multiget, busy_report(*span)):
        answer = alice.report(CALENDAR, body, depth="1")
        assert (answer.status, answer.condition) == (403, C + condition)


@pytest.mark.rfc("4791", "7.8", "7.8/supported-filter")
def test_a_filter_that_is_not_offered_is_named(query):
    answer = query('<C:comp-filter name="X-MINE"><C:time-range start="20260310T000000Z"/></C:comp-filter>')
    assert (answer.status, answer.condition) == (403, C + "supported-filter")
    assert '<comp-filter xmlns="urn:ietf:params:xml:ns:caldav" name="X-MINE"/>' in answer.text


# -- availability ---------------------------------------------------------------------------------

HOURS = "\r\n".join(
    ["BEGIN:AVAILABLE", "UID:a", "DTSTAMP:20260101T000000Z", "DTSTART:20260105T080000Z", "DTEND:20260105T180000Z",
     "RRULE:FREQ=DAILY", "END:AVAILABLE"]
)  # fmt: skip


def availability(*lines):
    return calendar(component("VAVAILABILITY", "hours", *lines, HOURS))


AROUND_LUNCH = [
    "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260310T000000Z/20260310T080000Z",
    "FREEBUSY:20260310T110000Z/20260310T120000Z",
    "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260310T180000Z/20260311T000000Z",
]


@pytest.mark.rfc("7953", "7.2.3")
def test_an_availability_in_a_calendar_counts_as_busy_time(diary, free_busy):
    assert diary.request("MKCALENDAR", HOME + "all/").status == 201
    put(diary, "hours", availability(), HOME + "all/")
    put(diary, "lunch", event("lunch", "DTSTART:20260310T110000Z", "DURATION:PT1H"), HOME + "all/")
    assert free_busy(*DAY, path=HOME + "all/") == AROUND_LUNCH
    assert free_busy(*DAY, path=HOME) == AROUND_LUNCH


@pytest.mark.rfc("7953", "7.2.2")
def test_an_availability_is_found_by_its_range_and_by_its_available_times(diary, found):
    assert diary.request("MKCALENDAR", HOME + "all/").status == 201
    put(diary, "hours", availability("DTSTART:20260301T000000Z", "DTEND:20260401T000000Z"), HOME + "all/")

    def having(inside):
        return found(f'<C:comp-filter name="VAVAILABILITY">{inside}</C:comp-filter>', path=HOME + "all/")

    assert having('<C:time-range start="20260331T000000Z"/>') == {"hours"}
    assert having('<C:time-range start="20260401T000000Z"/>') == set()
    assert having(in_range("20260310T090000Z", "20260310T091000Z", "AVAILABLE")) == {"hours"}
    assert having(in_range("20260310T180000Z", "20260311T080000Z", "AVAILABLE")) == set()


@pytest.mark.rfc("7953", "7.2.4")
def test_the_availability_of_a_home_counts_for_all_of_it(diary, free_busy):
    answer = set_property(diary, HOME, f"<C:calendar-availability>{availability()}</C:calendar-availability>")
    assert answer.multistatus[HOME].found.keys() == {C + "calendar-availability"}
    row = diary.propfind(HOME, C + "calendar-availability").multistatus[HOME]
    assert "BEGIN:VAVAILABILITY" in row.text(C + "calendar-availability")
    assert free_busy(*DAY, path=HOME) == AROUND_LUNCH
    assert free_busy(*DAY) == AROUND_LUNCH[1:2]


@pytest.mark.rfc("7953", "7.2.4")
@pytest.mark.parametrize("value", ["nonsense", event("a", "DTSTART:20260310T110000Z"), calendar()])
def test_an_availability_is_nothing_else(alice, value):
    answer = set_property(alice, HOME, f"<C:calendar-availability>{value}</C:calendar-availability>")
    assert answer.multistatus[HOME].missing == {C + "calendar-availability": 403}
    assert "valid-calendar-data" in answer.text


@pytest.mark.rfc("7953", "7.2.1")
def test_availability_is_announced(alice):
    assert "calendar-availability" in alice.request("OPTIONS", CALENDAR).headers["dav"]


@pytest.mark.rfc("7953", "7.1")
def test_every_kind_of_component_may_be_stored_where_nothing_else_is_said(alice):
    assert alice.request("MKCALENDAR", HOME + "all/").status == 201
    row = alice.propfind(HOME + "all/", C + "supported-calendar-component-set").multistatus[HOME + "all/"]
    names = {comp.get("name") for comp in row.found[C + "supported-calendar-component-set"]}
    assert names == {"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"}


# -- tasks ----------------------------------------------------------------------------------------


@pytest.mark.rfc("4791", "9.9")
def test_alarms_far_from_their_event_are_found_by_when_they_go_off(diary, found):
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:{}\r\nEND:VALARM"
    put(diary, "early", event("early", "DTSTART:20271201T090000Z", alarm.format("-P400D")))
    put(diary, "fixed", event("fixed", "DTSTART:20271201T090000Z", alarm.format("20200101T090000Z")))
    put(diary, "weekly", event("weekly", "DTSTART:20260105T090000Z", "RRULE:FREQ=WEEKLY", alarm.format("-P70D")))
    put(
        diary,
        "due",
        todo("due", "DUE:20260601T090000Z", alarm.format("-PT1H").replace("TRIGGER", "TRIGGER;RELATED=END")),
        TASKS,
    )

    def ringing(day, kind="VEVENT", path=CALENDAR):
        inside = in_range(f"{day}T000000Z", f"{day}T235959Z", "VALARM")
        return found(f'<C:comp-filter name="{kind}">{inside}</C:comp-filter>', path=path)

    assert ringing("20261027") == {"early"}
    assert ringing("20200101") == {"fixed"}
    assert ringing("20260601") == {"weekly"}
    assert ringing("20260602") == set()
    assert ringing("20260601", "VTODO", TASKS) == {"due"}
    assert ringing("20240601", "VTODO", TASKS) == set()


@pytest.mark.rfc("4791", "9.6", "9.6.1", "9.6.5")
def test_instances_are_cut_to_the_parts_that_are_asked_for(query):
    ends = 'start="20260706T000000Z" end="20260714T000000Z"'
    wanted = (
        '<C:calendar-data><C:comp name="VCALENDAR"><C:prop name="VERSION"/><C:comp name="VEVENT">'
        '<C:prop name="DTSTART"/><C:prop name="RECURRENCE-ID"/><C:prop name="SUMMARY" novalue="yes"/></C:comp></C:comp>'
        f"<C:expand {ends}/></C:calendar-data>"
    )
    rows = query(in_range("20260706T000000Z", "20260714T000000Z"), prop=wanted).multistatus
    assert rows[CALENDAR + "standup.ics"].text(C + "calendar-data").split() == [
        "BEGIN:VCALENDAR", "VERSION:2.0",
        "BEGIN:VEVENT", "SUMMARY:", "DTSTART:20260706T070000Z", "RECURRENCE-ID:20260706T070000Z", "END:VEVENT",
        "BEGIN:VEVENT", "SUMMARY:", "DTSTART:20260713T070000Z", "RECURRENCE-ID:20260713T070000Z", "END:VEVENT",
        "END:VCALENDAR",
    ]  # fmt: skip
