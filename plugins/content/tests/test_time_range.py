"""When a component is in a range: the tables of RFC 4791 §9.9 and RFC 7953 §7.2, row by row, end by end.

Each row says where a range may lie around a component. The range lasts a minute; it is given by its start, in
minutes after 2024-01-10T10:00:00Z, where the component of every row begins.
"""

from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import fromstring

import pytest

from a3dav_content.alarms import repeats
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.filter_reading import parse

TEN = datetime(2024, 1, 10, 10, tzinfo=UTC)
DAY = 24 * 60
MIDNIGHT = -600


def at(minutes):
    return f"{TEN + timedelta(minutes=minutes):%Y%m%dT%H%M%SZ}"


def component(kind, *lines):
    text = "\n".join(["BEGIN:VCALENDAR", f"BEGIN:{kind}", "UID:1", *lines, f"END:{kind}", "END:VCALENDAR"])
    return CalendarObject.parse(text.encode())


def time_range(start, end):
    ends = (f'{name}="{at(value)}"' for name, value in (("start", start), ("end", end)) if value is not None)
    return f"<C:time-range {' '.join(ends)}/>"


def in_range(found, path, start, end):
    nested = time_range(start, end)
    for name in reversed(["VCALENDAR", *path.split("/")]):
        nested = f'<C:comp-filter name="{name}">{nested}</C:comp-filter>'
    wrapped = f'<C:filter xmlns:C="urn:ietf:params:xml:ns:caldav">{nested}</C:filter>'
    return parse(fromstring(wrapped)).matches(found)


def minutes_found(found, path, candidates):
    """Which of the ranges of one minute that start at these minutes the component is in."""
    return [minute for minute in candidates if in_range(found, path, minute, minute + 1)]


EVENT_ROWS = {
    "DTEND": (["DTSTART:20240110T100000Z", "DTEND:20240110T110000Z"], [-1, 0, 59, 60], [0, 59]),
    "DURATION": (["DTSTART:20240110T100000Z", "DURATION:PT1H"], [-1, 0, 59, 60], [0, 59]),
    "DURATION of nothing": (["DTSTART:20240110T100000Z", "DURATION:PT0S"], [-1, 0, 1], [0]),
    "a time alone": (["DTSTART:20240110T100000Z"], [-1, 0, 1], [0]),
    "a date alone": (
        ["DTSTART;VALUE=DATE:20240110"],
        [MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + DAY - 1, MIDNIGHT + DAY],
        [MIDNIGHT, MIDNIGHT + DAY - 1],
    ),
    "dates": (
        ["DTSTART;VALUE=DATE:20240110", "DTEND;VALUE=DATE:20240112"],
        [MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 2 * DAY - 1, MIDNIGHT + 2 * DAY],
        [MIDNIGHT, MIDNIGHT + 2 * DAY - 1],
    ),
}


@pytest.mark.parametrize(("lines", "asked", "expected"), EVENT_ROWS.values(), ids=EVENT_ROWS)
@pytest.mark.rfc("4791", "9.9")
def test_an_event_is_in_a_range_by_its_row(lines, asked, expected):
    assert minutes_found(component("VEVENT", *lines), "VEVENT", asked) == expected


START, DUE = "DTSTART:20240110T100000Z", "DUE:20240110T110000Z"
CREATED, COMPLETED = "CREATED:20240110T100000Z", "COMPLETED:20240110T110000Z"
TODO_ROWS = {
    "start and duration": ([START, "DURATION:PT1H"], [-1, 0, 59, 60, 61], [0, 59, 60]),
    "start and due": ([START, DUE], [-1, 0, 59, 60, 61], [0, 59]),
    "start": ([START], [-1, 0, 1], [0]),
    "due": ([DUE], [-1, 0, 58, 59, 60], [59]),
    "completed and created": ([COMPLETED, CREATED], [-2, -1, 0, 30, 60, 61], [-1, 0, 30, 60]),
    "completed": ([COMPLETED], [0, 58, 59, 60, 61], [59, 60]),
    "created": ([CREATED], [-2, -1, 0, 99 * DAY], [0, 99 * DAY]),
    "nothing": ([], [-99 * DAY, 0, 99 * DAY], [-99 * DAY, 0, 99 * DAY]),
}


@pytest.mark.parametrize(("lines", "asked", "expected"), TODO_ROWS.values(), ids=TODO_ROWS)
@pytest.mark.rfc("4791", "9.9")
def test_a_todo_is_in_a_range_by_its_row(lines, asked, expected):
    assert minutes_found(component("VTODO", *lines), "VTODO", asked) == expected


@pytest.mark.parametrize("ends", [[START, "DURATION:PT0S"], [START, "DUE:20240110T100000Z"]])
@pytest.mark.rfc("4791", "9.9")
def test_a_todo_that_lasts_no_time_is_in_the_ranges_that_touch_it_from_either_side(ends):
    assert minutes_found(component("VTODO", *ends), "VTODO", [-2, -1, 0, 1]) == [-1, 0]


@pytest.mark.rfc("4791", "9.9")
def test_a_todo_completed_before_it_was_created_is_in_the_ranges_between():
    found = component("VTODO", "CREATED:20240110T110000Z", "COMPLETED:20240110T100000Z")
    assert minutes_found(found, "VTODO", [-2, -1, 30, 60, 61]) == [-1, 30, 60]


JOURNAL_ROWS = {
    "time": ([START], [-1, 0, 1], [0]),
    "date": (
        ["DTSTART;VALUE=DATE:20240110"],
        [MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + DAY - 1, MIDNIGHT + DAY],
        [MIDNIGHT, MIDNIGHT + DAY - 1],
    ),
    "nothing": (["DTSTAMP:20240110T100000Z"], [-1, 0, 1], []),
}


@pytest.mark.parametrize(("lines", "asked", "expected"), JOURNAL_ROWS.values(), ids=JOURNAL_ROWS)
@pytest.mark.rfc("4791", "9.9")
def test_a_journal_is_in_a_range_by_its_row(lines, asked, expected):
    assert minutes_found(component("VJOURNAL", *lines), "VJOURNAL", asked) == expected


PERIODS = "FREEBUSY:20240110T100000Z/PT1H,20240110T120000Z/20240110T130000Z"
FREEBUSY_ROWS = {
    "start and end": ([START, "DTEND:20240110T110000Z"], [-1, 0, 59, 60, 61], [0, 59, 60]),
    "start and end, whatever the periods": (
        ["DTSTART:20240110T080000Z", "DTEND:20240110T090000Z", PERIODS],
        [-120, -60, 0, 30],
        [-120, -60],
    ),
    "periods": ([PERIODS], [-1, 0, 59, 60, 119, 120, 179, 180], [0, 59, 120, 179]),
    "a start without an end counts by its periods": (
        ["DTSTART:20240110T080000Z", PERIODS],
        [-120, 0, 60],
        [0],
    ),
    "nothing": (["DTSTAMP:20240110T100000Z"], [-1, 0, 1], []),
}


@pytest.mark.parametrize(("lines", "asked", "expected"), FREEBUSY_ROWS.values(), ids=FREEBUSY_ROWS)
@pytest.mark.rfc("4791", "9.9")
def test_a_freebusy_is_in_a_range_by_its_row(lines, asked, expected):
    assert minutes_found(component("VFREEBUSY", *lines), "VFREEBUSY", asked) == expected


AVAILABILITY_ROWS = {
    "start and end": ([START, "DTEND:20240110T110000Z"], [-1, 0, 59, 60], [0, 59]),
    "start and duration": ([START, "DURATION:PT1H"], [-1, 0, 59, 60], [0, 59]),
    "start": ([START], [-1, 0, 1, 99 * DAY], [0, 1, 99 * DAY]),
    "end": (["DTEND:20240110T110000Z"], [-99 * DAY, 0, 59, 60], [-99 * DAY, 0, 59]),
    "nothing": ([], [-99 * DAY, 0, 99 * DAY], [-99 * DAY, 0, 99 * DAY]),
}


@pytest.mark.parametrize(("lines", "asked", "expected"), AVAILABILITY_ROWS.values(), ids=AVAILABILITY_ROWS)
@pytest.mark.rfc("7953", "7.2")
def test_an_availability_is_in_a_range_by_its_row(lines, asked, expected):
    assert minutes_found(component("VAVAILABILITY", *lines), "VAVAILABILITY", asked) == expected


AVAILABLE = [
    "BEGIN:AVAILABLE",
    "UID:a",
    "DTSTART:20240110T100000Z",
    "DTEND:20240110T110000Z",
    "RRULE:FREQ=DAILY;COUNT=3",
    "END:AVAILABLE",
]
MOVED = [
    "BEGIN:AVAILABLE",
    "UID:a",
    "RECURRENCE-ID:20240111T100000Z",
    "DTSTART:20240111T150000Z",
    "DTEND:20240111T160000Z",
    "END:AVAILABLE",
]


@pytest.mark.rfc("7953", "7.2")
def test_available_time_recurs_like_an_event():
    found = component("VAVAILABILITY", *AVAILABLE)
    asked = [-1, 0, 59, 60, DAY, 2 * DAY, 3 * DAY]
    assert minutes_found(found, "VAVAILABILITY/AVAILABLE", asked) == [0, 59, DAY, 2 * DAY]


@pytest.mark.rfc("7953", "7.2")
def test_available_time_that_was_moved_is_not_where_it_was():
    found = component("VAVAILABILITY", *MOVED, *AVAILABLE)
    assert minutes_found(found, "VAVAILABILITY/AVAILABLE", [0, DAY, DAY + 300]) == [0, DAY + 300]


def alarm(*lines):
    return ["BEGIN:VALARM", "ACTION:DISPLAY", *lines, "END:VALARM"]


HOUR = [START, "DTEND:20240110T110000Z"]
ALARM_ROWS = {
    "absolute": (alarm("TRIGGER;VALUE=DATE-TIME:20240110T080000Z"), [-121, -120, -119, 0], [-120]),
    "before the start": (alarm("TRIGGER:-PT15M"), [-16, -15, -14, 0], [-15]),
    "after the start": (alarm("TRIGGER;RELATED=START:PT5M"), [0, 4, 5, 6], [5]),
    "at the start": (alarm("TRIGGER:PT0S"), [-1, 0, 1], [0]),
    "before the end": (alarm("TRIGGER;RELATED=END:-PT5M"), [-5, 54, 55, 56], [55]),
    "after the end": (alarm("TRIGGER;RELATED=END:PT2H"), [120, 179, 180, 181], [180]),
    "days before": (alarm("TRIGGER:-P1W"), [-7 * DAY - 1, -7 * DAY, -7 * DAY + 1], [-7 * DAY]),
    "repeated": (
        alarm("TRIGGER:-PT30M", "REPEAT:2", "DURATION:PT10M"),
        [-40, -31, -30, -25, -20, -10, 0, 10],
        [-30, -20, -10],
    ),
    "repeated, absolute": (
        alarm("TRIGGER;VALUE=DATE-TIME:20240110T100000Z", "REPEAT:1", "DURATION:PT10M"),
        [0, 5, 10, 20],
        [0, 10],
    ),
    "repeated, without saying how often": (alarm("TRIGGER:PT0S", "DURATION:PT10M"), [0, 10], [0]),
    "repeated in no number": (alarm("TRIGGER:PT0S", "REPEAT:²", "DURATION:PT10M"), [0, 10], [0]),
    "repeated without end": (alarm("TRIGGER:PT0S", f"REPEAT:{'9' * 5000}", "DURATION:PT10M"), [0, 10], [0, 10]),
    "without a trigger": (alarm(), [-1, 0, 1], []),
}


@pytest.mark.parametrize(("lines", "asked", "expected"), ALARM_ROWS.values(), ids=ALARM_ROWS)
@pytest.mark.rfc("4791", "9.9")
def test_an_alarm_is_in_a_range_when_it_goes_off_there(lines, asked, expected):
    assert minutes_found(component("VEVENT", *HOUR, *lines), "VEVENT/VALARM", asked) == expected


@pytest.mark.rfc("4791", "9.9")
def test_an_alarm_goes_off_for_each_instance():
    found = component("VEVENT", *HOUR, "RRULE:FREQ=DAILY;COUNT=2", *alarm("TRIGGER:-PT15M"))
    asked = [-15, DAY - 16, DAY - 15, 2 * DAY - 15]
    assert minutes_found(found, "VEVENT/VALARM", asked) == [-15, DAY - 15]


@pytest.mark.rfc("5545", "3.8.6.3")
def test_an_alarm_at_the_end_of_a_todo_counts_from_when_it_is_due():
    found = component("VTODO", DUE, *alarm("TRIGGER;RELATED=END:-PT30M"))
    assert minutes_found(found, "VTODO/VALARM", [0, 29, 30, 31]) == [30]


@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
@pytest.mark.rfc("4791", "9.9")
def test_a_range_may_have_one_end(kind):
    found = component(kind, START, "DURATION:PT1H")
    assert in_range(found, kind, 30, None)
    assert not in_range(found, kind, 61, None)
    assert in_range(found, kind, None, 30)
    assert not in_range(found, kind, None, -1)


@pytest.mark.rfc("4791", "9.9")
def test_an_endless_series_is_in_every_range_behind_its_start():
    found = component("VEVENT", START, "DURATION:PT1H", "RRULE:FREQ=DAILY")
    assert in_range(found, "VEVENT", 99_999 * DAY, None)
    assert in_range(found, "VEVENT", 99_999 * DAY, 99_999 * DAY + 1)
    assert not in_range(found, "VEVENT", 99_999 * DAY - 1, 99_999 * DAY)


@pytest.mark.rfc("4791", "9.9")
def test_an_instance_that_runs_far_into_a_range_is_found():
    found = component("VEVENT", START, "DURATION:P300D", "RRULE:FREQ=YEARLY")
    assert minutes_found(found, "VEVENT", [299 * DAY, 300 * DAY, 366 * DAY]) == [299 * DAY, 366 * DAY]


@pytest.mark.parametrize(
    ("trigger", "every", "expected"),
    [("-PT10M", "PT3M", [-10, -7, -4]), ("PT0S", "-PT3M", [-6, -3, 0]), ("-PT10M", "PT0S", [-10])],
)
def test_an_alarm_repeats_forwards_and_backwards_or_not_at_all(trigger, every, expected):
    alarm = ["BEGIN:VALARM", f"TRIGGER:{trigger}", "REPEAT:2", f"DURATION:{every}", "END:VALARM"]
    found = component("VEVENT", "DTSTART:20240110T100000Z", *alarm)
    assert minutes_found(found, "VEVENT/VALARM", range(-20, 20)) == expected


def test_an_alarm_at_a_given_time_repeats():
    alarm = ["BEGIN:VALARM", f"TRIGGER;VALUE=DATE-TIME:{at(5)}", "REPEAT:2", "DURATION:PT3M", "END:VALARM"]
    found = component("VEVENT", "DTSTART:20240110T100000Z", *alarm)
    assert minutes_found(found, "VEVENT/VALARM", range(-20, 20)) == [5, 8, 11]


def test_alarms_that_repeat_take_no_room():
    alarm = component("VEVENT", "BEGIN:VALARM", "TRIGGER:-PT5M", "REPEAT:999", "DURATION:PT1S", "END:VALARM")
    assert repeats(alarm.components[0].components[0]).shifts == range(1000)


@pytest.mark.rfc("5545", "3.3.6", "3.8.6.3")
def test_days_of_an_alarm_are_days_of_the_clock_and_hours_are_hours():
    """The night before the last Sunday of March has an hour less in Berlin."""
    noon = "DTSTART;TZID=Europe/Berlin:20240331T120000"
    by_days = component("VEVENT", noon, *alarm("TRIGGER:-P1D"))
    by_hours = component("VEVENT", noon, *alarm("TRIGGER:-PT24H"))
    eleven_utc = 80 * DAY + 24 * 60 + 60 - DAY
    assert minutes_found(by_days, "VEVENT/VALARM", [eleven_utc - 60, eleven_utc]) == [eleven_utc]
    assert minutes_found(by_hours, "VEVENT/VALARM", [eleven_utc - 60, eleven_utc]) == [eleven_utc - 60]


@pytest.mark.rfc("4791", "9.9")
def test_alarms_of_an_override_go_off_for_its_instance_alone():
    lines = [START, "RRULE:FREQ=DAILY;COUNT=3", *alarm("TRIGGER:-PT5M"), "END:VEVENT", "BEGIN:VEVENT", "UID:1"]
    lines += ["RECURRENCE-ID:20240111T100000Z", "DTSTART:20240111T150000Z", *alarm("TRIGGER:-PT30M")]
    asked = [-30, -5, DAY - 30, DAY - 5, DAY + 270, DAY + 295, 2 * DAY - 5]
    assert minutes_found(component("VEVENT", *lines), "VEVENT/VALARM", asked) == [-5, DAY + 270, 2 * DAY - 5]


@pytest.mark.rfc("4791", "9.9")
def test_recurring_todos_are_in_a_range_by_the_row_of_each_instance():
    asked = [0, 59, 60, DAY - 1, DAY, DAY + 60, 2 * DAY]
    for end in ("DURATION:PT1H", "DUE:20240110T110000Z"):
        found = minutes_found(component("VTODO", START, end, "RRULE:FREQ=DAILY;COUNT=2"), "VTODO", asked)
        assert found == ([0, 59, 60, DAY, DAY + 60] if "DURATION" in end else [0, 59, DAY])
    assert minutes_found(component("VTODO", START, "RRULE:FREQ=DAILY;COUNT=2"), "VTODO", asked) == [0, DAY]
