"""Descriptions of time zones that are added to an object, and left out of it, whatever its line ends are."""

import pytest

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.zone_references import add_missing, omit_known

LINES = [
    "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART;TZID=Europe/Rome:20240601T120000", "END:VEVENT", "END:VCALENDAR", ""
]  # fmt: skip
ENDS = pytest.mark.parametrize("end", ["\r\n", "\n", "\r"], ids=["crlf", "lf", "cr"])


@ENDS
def test_a_description_is_added(end):
    assert list(CalendarObject.parse(add_missing(end.join(LINES).encode())).timezones) == ["Europe/Rome"]


@ENDS
def test_a_description_of_a_known_zone_is_left_out(end):
    zone = ["BEGIN:VTIMEZONE", "TZID:Europe/Rome", "END:VTIMEZONE"]
    assert omit_known(end.join([LINES[0], *zone, *LINES[1:]]).encode()) == end.join(LINES).encode()
