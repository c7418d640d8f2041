"""Busy time out of calendar objects (RFC 4791 §7.10)."""

from datetime import UTC, datetime

import pytest

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import LimitExceeded
from a3dav_content.free_busy import busy_periods, render
from a3dav_content.lines import parse
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import UTC as UTC_ZONE
from a3dav_content.timezones import named_zone


def instant(written):
    return int(datetime.strptime(f"{written}+0000", "%Y%m%dT%H%M%S%z").timestamp())


MONDAY = TimeRange(instant("20240101T000000"), instant("20240102T000000"))
HOUR = ["DTSTART:20240101T100000Z", "DTEND:20240101T110000Z"]


def read(*lines, kind="VEVENT"):
    body = ["BEGIN:VCALENDAR", f"BEGIN:{kind}", "UID:1", *lines, f"END:{kind}", "END:VCALENDAR"]
    return CalendarObject.parse("\n".join(body).encode())


def busy(*objects, zone=UTC_ZONE, budget=None):
    """Periods as "10:00-11:00 BUSY", of that Monday."""
    periods = busy_periods(objects, MONDAY, zone, budget)
    return [f"{_clock(begin)}-{_clock(end)} {kind}" for begin, end, kind in periods]


def _clock(seconds):
    return f"{datetime.fromtimestamp(seconds, UTC):%H:%M}"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ([], "BUSY"),
        (["STATUS:CONFIRMED"], "BUSY"),
        (["TRANSP:OPAQUE"], "BUSY"),
        (["STATUS:TENTATIVE"], "BUSY-TENTATIVE"),
        (["STATUS:tentative", "TRANSP:opaque"], "BUSY-TENTATIVE"),
    ],
)
@pytest.mark.rfc("4791", "7.10")
def test_an_event_makes_busy_by_its_status(lines, kind):
    assert busy(read(*HOUR, *lines)) == [f"10:00-11:00 {kind}"]


@pytest.mark.parametrize("line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "STATUS:cancelled"])
@pytest.mark.rfc("4791", "7.10")
def test_transparent_and_cancelled_events_make_nobody_busy(line):
    assert busy(read(*HOUR, line)) == []


@pytest.mark.parametrize("kind", ["VTODO", "VJOURNAL"])
@pytest.mark.rfc("4791", "7.10")
def test_other_components_make_nobody_busy(kind):
    assert busy(read("DTSTART:20240101T100000Z", "DURATION:PT1H", kind=kind)) == []


@pytest.mark.rfc("4791", "7.10")
def test_periods_are_cut_to_the_range():
    assert busy(read("DTSTART:20231231T220000Z", "DURATION:P3D")) == ["00:00-00:00 BUSY"]
    assert busy(read("DTSTART:20231231T220000Z", "DURATION:PT3H")) == ["00:00-01:00 BUSY"]


def test_periods_of_one_kind_are_merged_where_they_touch():
    objects = [
        read(*HOUR),
        read("DTSTART:20240101T110000Z", "DURATION:PT1H"),
        read("DTSTART:20240101T103000Z", "DURATION:PT1H", "STATUS:TENTATIVE"),
        read("DTSTART:20240101T130000Z", "DURATION:PT1H"),
    ]
    assert busy(*objects) == ["10:00-12:00 BUSY", "10:30-11:30 BUSY-TENTATIVE", "13:00-14:00 BUSY"]


def test_an_event_that_lasts_no_time_makes_nobody_busy():
    assert busy(read("DTSTART:20240101T100000Z")) == []


@pytest.mark.rfc("4791", "7.10")
def test_each_instance_of_a_series_counts():
    series = read("DTSTART:20231201T100000Z", "DTEND:20231201T101500Z", "RRULE:FREQ=HOURLY;INTERVAL=8")
    assert busy(series) == ["02:00-02:15 BUSY", "10:00-10:15 BUSY", "18:00-18:15 BUSY"]


@pytest.mark.rfc("4791", "7.10")
def test_an_all_day_event_is_busy_on_the_day_of_the_default_zone():
    lines = read("DTSTART;VALUE=DATE:20240101")
    assert busy(lines, zone=named_zone("Asia/Tokyo")) == ["00:00-15:00 BUSY"]


@pytest.mark.rfc("4791", "7.10")
def test_stored_busy_time_counts_by_its_kind_and_free_time_does_not():
    stored = read(
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20240101T080000Z/PT1H",
        "FREEBUSY;FBTYPE=FREE:20240101T090000Z/PT1H",
        "FREEBUSY;FBTYPE=X-UNKNOWN:20240101T120000Z/20240101T123000Z",
        "FREEBUSY:20240105T120000Z/20240105T123000Z",
        kind="VFREEBUSY",
    )
    assert busy(stored) == ["08:00-09:00 BUSY-UNAVAILABLE", "12:00-12:30 BUSY"]


def test_one_budget_holds_for_all_objects():
    series = [read("DTSTART:20231201T100000Z", "RRULE:FREQ=MINUTELY") for _ in range(3)]
    assert busy(series[0], budget=Budget(40_000)) == []
    with pytest.raises(LimitExceeded):
        busy(*series, budget=Budget(40_000))


@pytest.mark.rfc("4791", "7.10")
def test_the_answer_is_a_freebusy_object():
    body = render(
        [(MONDAY.start, MONDAY.start + 3600, "BUSY"), (MONDAY.start, MONDAY.start + 60, "BUSY-TENTATIVE")],
        MONDAY,
        instant("20240615T120000"),
        "uid-1",
    )
    (whole,) = parse(body)
    (found,) = whole.components
    assert (whole.name, whole.value("VERSION"), found.name) == ("VCALENDAR", "2.0", "VFREEBUSY")
    assert [(entry.name, entry.params, entry.value) for entry in found.properties] == [
        ("UID", (), "uid-1"),
        ("DTSTAMP", (), "20240615T120000Z"),
        ("DTSTART", (), "20240101T000000Z"),
        ("DTEND", (), "20240102T000000Z"),
        ("FREEBUSY", (), "20240101T000000Z/20240101T010000Z"),
        ("FREEBUSY", (("FBTYPE", ("BUSY-TENTATIVE",)),), "20240101T000000Z/20240101T000100Z"),
    ]
