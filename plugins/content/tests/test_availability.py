"""Availability in busy time: the examples of RFC 7953 §5.1, priorities and kinds."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from a3dav_content.availability import intersected, joined, without
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.free_busy import busy_periods
from a3dav_content.time_range import TimeRange

MONTREAL = "America/Montreal"
WEEKDAYS = "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def read(kind, *lines, uid="1"):
    body = ["BEGIN:VCALENDAR", f"BEGIN:{kind}", f"UID:{uid}", *lines, f"END:{kind}", "END:VCALENDAR"]
    return CalendarObject.parse("\n".join(body).encode())


def available(start, end, *lines, zone=MONTREAL, uid="a"):
    dates = f"DTSTART;TZID={zone}:{start}", f"DTEND;TZID={zone}:{end}"
    return ["BEGIN:AVAILABLE", f"UID:{uid}", *dates, *lines, "END:AVAILABLE"]


def busy(day, *objects, zone=MONTREAL):
    """The busy hours of a day there: "0-8 BUSY"."""
    midnight = datetime.strptime(day, "%Y%m%d").replace(tzinfo=ZoneInfo(zone)).timestamp()
    span = TimeRange(int(midnight), int(midnight) + 86_400)
    hours = [(begin - span.start, end - span.start, kind) for begin, end, kind in busy_periods(objects, span)]
    return [f"{begin / 3600:g}-{end / 3600:g} {kind}" for begin, end, kind in hours]


BASE = read(
    "VAVAILABILITY", f"DTSTART;TZID={MONTREAL}:20111002T000000",
    *available("20111003T080000", "20111003T180000", WEEKDAYS),
)  # fmt: skip
DENVER = read(
    "VAVAILABILITY", "PRIORITY:1", "DTSTART;TZID=America/Denver:20111023T000000",
    "DTEND;TZID=America/Denver:20111030T000000",
    *available("20111024T080000", "20111024T180000", WEEKDAYS, zone="America/Denver"), uid="2",
)  # fmt: skip


def meeting(day, zone=MONTREAL):
    return read("VEVENT", f"DTSTART;TZID={zone}:{day}T120000", "DURATION:PT2H", uid="3")


@pytest.mark.rfc("7953", "5.1.1")
def test_outside_of_working_hours_nobody_is_available():
    assert busy("20111107", BASE, meeting("20111107")) == [
        "0-8 BUSY-UNAVAILABLE", "12-14 BUSY", "18-24 BUSY-UNAVAILABLE",
    ]  # fmt: skip


@pytest.mark.rfc("7953", "5.1.2")
def test_an_availability_of_a_higher_priority_hides_the_one_below_it():
    assert busy("20111024", DENVER, BASE, meeting("20111024", "America/Denver")) == [
        "0-10 BUSY-UNAVAILABLE", "14-16 BUSY", "20-24 BUSY-UNAVAILABLE",
    ]  # fmt: skip


def all_day(*lines, uid, free=()):
    return read("VAVAILABILITY", *lines, *free, uid=uid)


def free(start, end, uid="a"):
    return available(f"20240101T{start}0000", f"20240101T{end}0000", uid=uid)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (["BUSYTYPE:BUSY"], ["BUSYTYPE:BUSY-UNAVAILABLE"], "BUSY"),
        ([], ["BUSYTYPE:BUSY-TENTATIVE"], "BUSY-UNAVAILABLE"),
        (["BUSYTYPE:BUSY-TENTATIVE", "PRIORITY:1"], ["BUSYTYPE:BUSY", "PRIORITY:2"], "BUSY-TENTATIVE"),
        (["BUSYTYPE:BUSY-TENTATIVE", "PRIORITY:9"], ["BUSYTYPE:BUSY", "PRIORITY:0"], "BUSY-TENTATIVE"),
        (["BUSYTYPE:BUSY-TENTATIVE", "PRIORITY:9"], ["BUSYTYPE:BUSY"], "BUSY-TENTATIVE"),
        (["BUSYTYPE:X-AWAY"], ["BUSYTYPE:BUSY-TENTATIVE"], "BUSY"),
    ],
)
@pytest.mark.rfc("7953", "3.2", "4")
def test_of_two_availabilities_priority_prevails_and_then_the_kind(first, second, expected):
    for objects in ((first, second), (second, first)):
        found = busy("20240101", *(all_day(*lines, uid=str(number)) for number, lines in enumerate(objects)))
        assert found == [f"0-24 {expected}"]


@pytest.mark.rfc("7953", "4")
def test_free_times_of_one_priority_are_free_together_and_hidden_by_a_higher_one():
    first, second = all_day(uid="1", free=free("09", "12")), all_day(uid="2", free=free("11", "14"))
    assert busy("20240101", first, second) == ["0-9 BUSY-UNAVAILABLE", "14-24 BUSY-UNAVAILABLE"]
    hours = "DTSTART;TZID=America/Montreal:20240101T100000", "DTEND;TZID=America/Montreal:20240101T130000"
    higher = all_day("PRIORITY:5", "BUSYTYPE:BUSY", *hours, uid="3", free=free("12", "23"))
    assert busy("20240101", first, second, higher) == ["0-9 BUSY-UNAVAILABLE", "10-12 BUSY", "14-24 BUSY-UNAVAILABLE"]


@pytest.mark.rfc("7953", "5")
def test_free_time_outside_of_its_availability_is_none():
    hours = "DTSTART;TZID=America/Montreal:20240101T100000", "DURATION:PT4H"
    assert busy("20240101", all_day(*hours, uid="1", free=free("08", "11"))) == ["11-14 BUSY-UNAVAILABLE"]


@pytest.mark.rfc("7953", "5")
def test_available_times_that_were_moved_are_free_where_they_are():
    moved = [
        "BEGIN:AVAILABLE", "UID:a", "RECURRENCE-ID;TZID=America/Montreal:20240108T080000",
        "DTSTART;TZID=America/Montreal:20240108T120000", "DURATION:PT6H", "END:AVAILABLE",
    ]  # fmt: skip
    found = read("VAVAILABILITY", *available("20240101T080000", "20240101T180000", "RRULE:FREQ=WEEKLY"), *moved)
    assert busy("20240108", found) == ["0-12 BUSY-UNAVAILABLE", "18-24 BUSY-UNAVAILABLE"]


def test_rows_are_joined_taken_away_and_intersected():
    assert joined([(5, 7), (1, 3), (3, 4), (9, 9)]) == [(1, 4), (5, 7)]
    assert without([(1, 4), (5, 9)], [(0, 2), (3, 6), (7, 8)]) == [(2, 3), (6, 7), (8, 9)]
    assert intersected([(1, 4), (5, 9)], [(0, 2), (3, 6)]) == [(1, 2), (3, 4), (5, 6)]
