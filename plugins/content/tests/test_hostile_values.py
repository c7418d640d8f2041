"""Values that no client means: whatever they are, nothing but a ContentError is raised."""

import contextlib
from itertools import chain
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav_content import timezones
from a3dav_content.budget import Budget
from a3dav_content.calendar_files import split
from a3dav_content.calendar_index import index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, InvalidFilter
from a3dav_content.expansion import expand
from a3dav_content.filter_reading import parse
from a3dav_content.free_busy import busy_periods
from a3dav_content.limiting import limit_recurrence_set
from a3dav_content.occurrences import Instances
from a3dav_content.text_match import parse_text_match
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import named_zone

NOW = 1_717_200_000
SPANS = [TimeRange(NOW, NOW + 86_400), TimeRange(NOW), TimeRange(end=NOW), TimeRange()]
FILTERS = [
    parse(
        fromstring(
            '<C:filter xmlns:C="urn:ietf:params:xml:ns:caldav"><C:comp-filter name="VCALENDAR">'
            f'<C:comp-filter name="VEVENT">{inside}</C:comp-filter></C:comp-filter></C:filter>'
        )
    )
    for inside in (
        '<C:time-range start="20240601T000000Z"/>',
        '<C:time-range end="20240601T000000Z"/>',
        '<C:comp-filter name="VALARM"><C:time-range start="20240601T000000Z" end="20240602T000000Z"/></C:comp-filter>',
        '<C:prop-filter name="RDATE"><C:time-range start="20240601T000000Z"/></C:prop-filter>',
    )
]
NAMES = st.sampled_from(
    ["DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RDATE;VALUE=PERIOD", "RECURRENCE-ID", "COMPLETED", "FREEBUSY"]
)
PARAMS = st.sampled_from(
    ["", ";VALUE=DATE", ";TZID=Ours", ";TZID=Europe/Berlin", ";RANGE=THISANDFUTURE", ";RELATED=END"]
)
PIECES = st.sampled_from(
    ["20240601", "T000000", "Z", "00010101T000000Z", "99991231T235959", "/", ",", "P", "PT", "9999999D", "-", "+2359", "1", "0",
     "FREQ=DAILY", ";COUNT=3", ";UNTIL=", ";BYDAY=MO", ";INTERVAL=9999999", "FREQ=SECONDLY", "PT1H", "-P9999999D", "٣", "²"]
)  # fmt: skip
VALUES = st.lists(PIECES, max_size=5).map("".join)
LINES = st.builds("{}{}:{}".format, NAMES, PARAMS, VALUES)
ALARMS = st.builds(
    "BEGIN:VALARM\nTRIGGER{}:{}\nREPEAT:{}\nDURATION:{}\nEND:VALARM".format, PARAMS, VALUES, VALUES, VALUES
)
ONSETS = st.builds("{}:{}".format, st.sampled_from(["RRULE", "RDATE", "TZOFFSETFROM"]), VALUES)
SOUND = ["DTSTART:20240601T000000Z", "RRULE:FREQ=DAILY"]


def body(zone, first, second):
    onset = ["BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETTO:+0100", *zone, "END:STANDARD"]
    events = [["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"] for lines in (first, second) if lines]
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "TZID:Ours",
        *onset,
        "END:VTIMEZONE",
        *chain(*events),
        "END:VCALENDAR",
    ]
    return "\n".join(lines).encode()


def reckon(found):
    index(found, NOW)
    zone = named_zone("America/St_Johns")
    for span in SPANS:
        for action in (expand, limit_recurrence_set):
            with contextlib.suppress(ContentError):
                action(Instances(found, zone, Budget(2000)), span)
        with contextlib.suppress(ContentError):
            busy_periods([found], span, zone, Budget(2000))
    for query in FILTERS:
        with contextlib.suppress(ContentError):
            query.matches(found, zone, Budget(2000))


@given(st.lists(ONSETS, max_size=2), st.lists(LINES | ALARMS, max_size=3), st.lists(LINES, max_size=2), st.booleans())
def test_no_value_raises_anything_but_a_refusal(zone, first, second, sound):
    written = body(zone, [*(SOUND if sound else []), *first], second)
    with contextlib.suppress(ContentError):
        list(split(written))
    with contextlib.suppress(ContentError):
        reckon(CalendarObject.parse(written))


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART:\u0662\u0660\u0662\u0664\u0660\u0661\u0660\u0661T000000Z",
        "DURATION:PT\u0661H",
        "RRULE:FREQ=DAILY;COUNT=\u0661",
    ],
)
def test_digits_of_other_scripts_are_no_dates_durations_or_counts(line):
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20240101T000000Z", line, "END:VEVENT", "END:VCALENDAR"])  # fmt: skip
    with pytest.raises(ContentError):
        Instances(CalendarObject.parse(text.encode())).between(0, 1)


def test_long_names_of_time_zones_are_not_remembered():
    before = timezones._named.cache_info().currsize
    assert named_zone("Europe/" + "x" * 1000) is None
    assert timezones._named.cache_info().currsize == before


def test_a_text_match_has_a_bounded_length():
    element = fromstring(f"<text-match>{'x' * 1001}</text-match>")
    with pytest.raises(InvalidFilter, match="1000 characters"):
        parse_text_match(element, "i;ascii-casemap")
