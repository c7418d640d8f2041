"""Which calendar object resources are accepted, and calendar files taken apart and put together."""

import re

import pytest

from a3dav_content.calendar_files import split
from a3dav_content.calendar_head import CalendarHead
from a3dav_content.calendar_objects import CalendarObject, join, tzids
from a3dav_content.errors import (
    ContentError,
    InvalidCalendarData,
    InvalidCalendarObject,
    LimitExceeded,
    UnsupportedComponent,
)
from a3dav_content.lines import Limits, parse

BERLIN = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE"""
TOKYO = BERLIN.replace("Europe/Berlin", "Asia/Tokyo")


def lines(name, *properties):
    return "\n".join([f"BEGIN:{name}", *properties, f"END:{name}"])


def calendar(*parts):
    return lines("VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *parts).encode()


def event(*properties, uid="1"):
    return lines("VEVENT", f"UID:{uid}", *properties)


MASTER = event("DTSTART:20240101T100000Z", "RRULE:FREQ=DAILY")


def refusal(*parts):
    with pytest.raises(ContentError) as caught:
        CalendarObject.parse(calendar(*parts))
    return caught.value


def test_an_event_is_accepted():
    found = CalendarObject.parse(calendar(event("DTSTART:20240101T100000Z", "SUMMARY:Lunch\\, at noon")))
    assert (found.component, found.uid, found.summary) == ("VEVENT", "1", "Lunch, at noon")


@pytest.mark.parametrize("kind", ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"])
@pytest.mark.rfc("4791", "4.1")
def test_each_kind_of_component_is_accepted(kind):
    assert CalendarObject.parse(calendar(lines(kind, "UID:1"))).component == kind


def test_a_calendar_without_prodid_and_version_is_accepted():
    assert CalendarObject.parse(lines("VCALENDAR", event()).encode()).uid == "1"


@pytest.mark.rfc("4791", "4.1")
def test_overrides_without_their_master_are_accepted():
    found = CalendarObject.parse(
        calendar(
            event("RECURRENCE-ID:20240101T100000Z", "DTSTART:20240101T110000Z"),
            event("RECURRENCE-ID:20240102T100000Z", "DTSTART:20240102T110000Z"),
        )
    )
    assert found.master is None
    assert len(found.overrides) == 2


def test_the_master_is_found_behind_its_overrides():
    found = CalendarObject.parse(
        calendar(event("RECURRENCE-ID:20240101T100000Z", "DTSTART:20240101T110000Z", "SUMMARY:moved"), MASTER)
    )
    assert found.master.value("RRULE") == "FREQ=DAILY"
    assert [entry.value("SUMMARY") for entry in found.overrides] == ["moved"]


def test_the_attendees_are_those_of_the_fullest_instance():
    found = CalendarObject.parse(
        calendar(MASTER, event("RECURRENCE-ID:20240102T100000Z", "ATTENDEE:mailto:a@x", "ATTENDEE:mailto:b@x"))
    )
    assert found.attendee_count == 2


@pytest.mark.rfc("4791", "4.1")
def test_a_method_is_refused():
    error = refusal("METHOD:REQUEST", event())
    assert isinstance(error, InvalidCalendarObject)
    assert "METHOD" in str(error)


@pytest.mark.rfc("4791", "4.1")
def test_two_kinds_of_components_are_refused():
    error = refusal(event(), lines("VTODO", "UID:1"))
    assert isinstance(error, InvalidCalendarObject)
    assert "VEVENT, VTODO" in str(error)


@pytest.mark.rfc("4791", "4.1")
def test_two_uids_are_refused():
    error = refusal(event(uid="1"), event(uid="2"))
    assert isinstance(error, InvalidCalendarObject)
    assert "2 UIDs" in str(error)


@pytest.mark.parametrize("properties", [[], ["UID:"], ["UID:  "]])
@pytest.mark.rfc("4791", "4.1")
def test_a_missing_uid_is_refused(properties):
    error = refusal(lines("VEVENT", *properties))
    assert isinstance(error, InvalidCalendarObject)
    assert "no UID" in str(error)


def test_an_endless_uid_is_refused():
    assert "UID is longer" in str(refusal(event(uid="x" * 1025)))


def test_nothing_but_time_zones_is_refused():
    error = refusal(BERLIN)
    assert isinstance(error, UnsupportedComponent)
    assert "nothing" in str(error)


@pytest.mark.rfc("4791", "5.3.2.1")
def test_a_component_that_calendars_do_not_hold_is_refused_by_its_name():
    error = refusal(lines("VPOLL", "UID:1"))
    assert isinstance(error, UnsupportedComponent)
    assert "VPOLL" in str(error)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hello",
        b"BEGIN:VCALENDAR\n",
        b"BEGIN:VCARD\nEND:VCARD\n",
        calendar(event()) + b"\n" + calendar(event()),
        b"\x89PNG\r\n",
    ],
)
@pytest.mark.rfc("4791", "5.3.2.1")
def test_what_is_not_one_calendar_is_refused(body):
    with pytest.raises(InvalidCalendarData):
        CalendarObject.parse(body)


def test_a_calendar_beyond_its_limits_says_so_and_not_that_it_is_malformed():
    with pytest.raises(LimitExceeded):
        CalendarObject.parse(calendar(event("A:1", "B:1")), Limits(properties=3))


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART:20240230T100000Z",
        "DTSTART:20241301T100000Z",
        "DTSTART:20240101T250000Z",
        "DTSTART:20240101T106000Z",
        "DTSTART:20240101T100061Z",
        "DTSTART;VALUE=DATE:20230229",
        "DTSTART:00000101T000000Z",
        "DTSTART:tomorrow",
        "DTSTART:",
        "DTSTART:2024-01-01T10:00:00Z",
        "DTEND:20240101T1000",
        "DUE:20240132",
        "RECURRENCE-ID:20240101T",
        "DTSTART:20240101T100000+0100",
    ],
)
@pytest.mark.rfc("5545", "3.3.5")
def test_a_date_that_does_not_exist_is_refused_by_its_line(line):
    error = refusal(event(line))
    assert isinstance(error, InvalidCalendarData)
    assert error.line == 6
    assert line.partition(":")[0].partition(";")[0] in str(error)


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART:20240229T235960Z",
        "DTSTART;VALUE=DATE:20000229",
        "DTSTART:20240101",
        "DTSTART:99991231T235959",
    ],
)
def test_a_date_that_exists_is_accepted(line):
    assert CalendarObject.parse(calendar(event(line))).uid == "1"


@pytest.mark.rfc("5545", "3.6.1")
def test_an_end_and_a_duration_are_refused():
    error = refusal(event("DTSTART:20240101T100000Z", "DTEND:20240101T110000Z", "DURATION:PT1H"))
    assert "DTEND and DURATION" in str(error)


@pytest.mark.rfc("5545", "3.6.2")
def test_a_due_date_and_a_duration_are_refused():
    error = refusal(lines("VTODO", "UID:1", "DTSTART:20240101T100000Z", "DUE:20240101T110000Z", "DURATION:PT1H"))
    assert "DUE and DURATION" in str(error)


@pytest.mark.rfc("5545", "3.6.1")
def test_two_starts_are_refused():
    assert "DTSTART stands twice" in str(refusal(event("DTSTART:20240101", "DTSTART:20240102")))


@pytest.mark.rfc("5545", "3.8.2.4")
def test_a_rule_without_a_start_is_refused():
    assert "DTSTART" in str(refusal(event("RRULE:FREQ=DAILY")))


def test_two_masters_are_refused():
    assert "without RECURRENCE-ID" in str(refusal(MASTER, MASTER))


def test_two_overrides_of_one_instance_are_refused():
    override = event("RECURRENCE-ID:20240102T100000Z", "DTSTART:20240102T110000Z")
    assert "same RECURRENCE-ID" in str(refusal(MASTER, override, override))


def test_an_override_with_a_rule_is_refused():
    override = event("RECURRENCE-ID:20240102T100000Z", "DTSTART:20240102T110000Z", "RRULE:FREQ=DAILY")
    assert "no RRULE of its own" in str(refusal(MASTER, override))


@pytest.mark.rfc("5545", "3.8.4.4")
def test_a_date_cannot_name_an_instance_at_a_time():
    override = event("RECURRENCE-ID;VALUE=DATE:20240102", "DTSTART:20240102T110000Z")
    assert "different types" in str(refusal(MASTER, override))


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        ("", "FREQ"),
        ("FREQ=FORTNIGHTLY", "FREQ"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20240101", "COUNT and UNTIL"),
        ("FREQ=DAILY;COUNT=0", "COUNT"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "COUNT"),
        ("FREQ=DAILY;INTERVAL=-1", "INTERVAL"),
        ("FREQ=DAILY;INTERVAL=1;INTERVAL=2", "INTERVAL twice"),
        ("FREQ=DAILY;BYHOUR=24", "BYHOUR"),
        ("FREQ=DAILY;BYHOUR=-1", "BYHOUR"),
        ("FREQ=DAILY;BYMINUTE=", "BYMINUTE"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYDAY=XX", "XX"),
        ("FREQ=MONTHLY;BYDAY=0MO", "0MO"),
        ("FREQ=YEARLY;BYDAY=54MO", "54MO"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH"),
        ("FREQ=DAILY;UNTIL=20240230", "RRULE"),
        ("FREQ=DAILY;UNTIL=soon", "UNTIL"),
        ("FREQ=DAILY;BYWISH=1", "BYWISH"),
        ("FREQ=MONTHLY;SKIP=FORWARD", "SKIP"),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=AROUND", "SKIP"),
        ("FREQ=WEEKLY;WKST=XX", "XX"),
    ],
)
@pytest.mark.rfc("5545", "3.3.10")
def test_a_rule_that_means_nothing_is_refused_by_its_part(rule, word):
    error = refusal(event("DTSTART:20240101T100000Z", f"RRULE:{rule}"))
    assert isinstance(error, InvalidCalendarData)
    assert word in str(error)
    assert error.line == 7


def test_a_file_is_split_by_uid_with_overrides_beside_their_master():
    override = event("RECURRENCE-ID:20240102T100000Z", "DTSTART:20240102T110000Z")
    pieces = dict(split(calendar(event(uid="2"), MASTER, override)))
    assert list(pieces) == ["2", "1"]
    assert len(CalendarObject.parse(pieces["1"]).components) == 2


def test_a_piece_holds_those_time_zones_alone_that_it_names():
    whole = calendar(BERLIN, TOKYO, event("DTSTART;TZID=Asia/Tokyo:20240101T100000"), event(uid="2"))
    pieces = dict(split(whole))
    assert list(CalendarObject.parse(pieces["1"]).timezones) == ["Asia/Tokyo"]
    assert not CalendarObject.parse(pieces["2"]).timezones


def test_a_time_zone_that_an_alarm_names_counts():
    (component,) = parse(lines("VEVENT", lines("VALARM", "TRIGGER;TZID=Asia/Tokyo:20240101T100000")).encode())
    assert tzids(component) == {"Asia/Tokyo"}


def test_two_calendars_in_one_file_are_split_both():
    body = calendar(event(uid="1")) + b"\n" + calendar(event(uid="2"))
    assert [uid for uid, _ in split(body)] == ["1", "2"]


def test_a_file_that_is_no_calendar_is_not_split():
    with pytest.raises(InvalidCalendarData):
        list(split(b"BEGIN:VCARD\nEND:VCARD\n"))


def test_joined_objects_have_each_time_zone_once():
    objects = [
        calendar(BERLIN, event("DTSTART;TZID=Europe/Berlin:20240101T100000", uid=str(number))) for number in range(3)
    ]
    joined = b"".join(join(objects, CalendarHead("Work, and play")))
    (whole,) = parse(joined)
    assert joined.count(b"BEGIN:VTIMEZONE") == 1
    assert [component.name for component in whole.components] == ["VTIMEZONE", "VEVENT", "VEVENT", "VEVENT"]
    assert whole.first("X-WR-CALNAME").text == "Work, and play"


def test_a_joined_calendar_of_nothing_is_a_calendar():
    (whole,) = parse(b"".join(join([])))
    assert (whole.name, whole.components, whole.value("VERSION")) == ("VCALENDAR", [], "2.0")


def test_a_calendar_joined_and_split_again_has_the_same_objects():
    bodies = [
        calendar(BERLIN, event("DTSTART;TZID=Europe/Berlin:20240101T100000", uid="1")),
        calendar(TOKYO, event("DTSTART;TZID=Asia/Tokyo:20240101T100000", uid="2")),
        calendar(lines("VTODO", "UID:3", "SUMMARY:x")),
    ]
    pieces = [body for _, body in split(b"".join(join(bodies)))]
    assert [_without_head(body) for body in pieces] == [_without_head(body) for body in bodies]


def _without_head(body):
    return re.sub(r"\r?\n", "\n", re.sub(r"(VERSION|PRODID):.*\r?\n", "", body.decode())).strip()


def test_components_without_a_uid_become_objects_that_keep_theirs():
    nameless = [lines("VEVENT", "SUMMARY:a"), lines("VEVENT", "SUMMARY:b")]
    first, again = dict(split(calendar(*nameless))), dict(split(calendar(*nameless)))
    assert first == again
    assert [CalendarObject.parse(body).summary for body in first.values()] == ["a", "b"]
    assert [CalendarObject.parse(body).uid for body in first.values()] == list(first)
