"""Speed as ratios of two things measured in turns in one run; what they are in seconds depends on the machine."""

import time
from statistics import median

import pytest

from a3dav_content.calendar_objects import CalendarObject

ROUNDS = 15
HOME = "/calendars/alice/"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:2026{1:02}{2:02}T110000Z\r\nDURATION:PT1H\r\n{3}SUMMARY:Event {0}\r\nDESCRIPTION:{4}\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


def event(number):
    rule = "RRULE:FREQ=WEEKLY\r\n" if number % 20 == 0 else ""
    return EVENT.format(number, number % 12 + 1, number % 28 + 1, rule, "x" * 300)


def ratio_of(first, second):
    """How many times as long the first takes as the second, by the median of rounds in turns."""
    times = ([], [])
    for _ in range(ROUNDS):
        for work, taken in zip((first, second), times, strict=True):
            started = time.perf_counter()
            work()
            taken.append(time.perf_counter() - started)
    slow, quick = (median(taken) for taken in times)
    print(f"{slow * 1000:.3f} ms : {quick * 1000:.3f} ms = {slow / quick:.2f}")
    return slow / quick


@pytest.fixture
def fill(alice):
    """Makes a calendar of so many events and gives its path."""

    def fill(count):
        path = f"{HOME}of-{count}/"
        assert alice.request("MKCALENDAR", path).status == 201
        for number in range(count):
            alice.put(f"{path}{number}.ics", event(number), content_type="text/calendar")
        return path

    return fill


def query(alice, path, day):
    body = (
        '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop><C:filter>'
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        f'<C:time-range start="{day}T000000Z" end="{day}T235959Z"/></C:comp-filter></C:comp-filter></C:filter>'
        "</C:calendar-query>"
    )
    return lambda: alice.report(path, body, depth="1")


def test_the_year_2400_costs_what_an_endless_series_costs_next_week(alice):
    path = HOME + "series/"
    alice.request("MKCALENDAR", path)
    for number in range(20):
        alice.put(f"{path}{number}.ics", event(number * 20), content_type="text/calendar")
    assert ratio_of(query(alice, path, "24000312"), query(alice, path, "20270312")) < 5


def test_a_day_of_a_large_calendar_costs_little_more_than_one_of_a_small(alice, fill):
    small, large = fill(300), fill(3000)
    assert ratio_of(query(alice, large, "20260312"), query(alice, small, "20260312")) < 15


def test_a_listing_costs_by_the_member(alice, fill):
    small, large = fill(200), fill(2000)
    ratio = ratio_of(
        lambda: alice.propfind(large, "{DAV:}getetag", depth="1"),
        lambda: alice.propfind(small, "{DAV:}getetag", depth="1"),
    )
    assert ratio < 15


def test_reading_an_object_is_quicker_than_with_a_library():
    icalendar = pytest.importorskip("icalendar")
    body = event(1).encode()
    assert ratio_of(lambda: icalendar.Calendar.from_ical(body), lambda: CalendarObject.parse(body)) > 2
