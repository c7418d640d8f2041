"""Calendar objects as others see them: whole, as busy time alone, or not at all (RFC 5545 §3.8.1.3)."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav.testing.calendar_oracle import ical
from a3dav.testing.calendar_strategies import ZONES, ranges, series
from a3dav.testing.strategies.calendars import calendars
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.free_busy import busy_periods
from a3dav_content.masking import Grade, by_class, masked, nothing_but_busy, shown_card
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import named_zone

SHARED = by_class()


def event(*lines, kind="VEVENT"):
    return [f"BEGIN:{kind}", "UID:1", *lines, f"END:{kind}"]


def calendar(*components, head=()):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *head, *(line for part in components for line in part), "END:VCALENDAR"]
    return "".join(f"{line}\r\n" for line in lines).encode()


HOUR = ("DTSTART:20240101T100000Z", "DTEND:20240101T110000Z")
DAILY = ("DTSTART:20240101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
SECOND = "RECURRENCE-ID:20240102T100000Z"
MOVED = (SECOND, "DTSTART:20240102T150000Z", "DURATION:PT1H")
JANUARY = TimeRange(*(int(datetime(2024, month, 1, tzinfo=UTC).timestamp()) for month in (1, 2)))


def lines_of(body):
    return body.decode().replace("\r\n ", "").split("\r\n")[:-1]


def starts(body):
    """When somebody is busy in January, as "02 15"."""
    found = busy_periods([CalendarObject.parse(body)], JANUARY)
    return [f"{datetime.fromtimestamp(begin, UTC):%d %H}" for begin, _, _ in found]


def test_busy_time_is_all_that_is_left_of_an_event():
    body = calendar(
        event(
            "DTSTAMP:20240101T000000Z", "SEQUENCE:4", *HOUR, "SUMMARY:Surgery", "LOCATION:Clinic", "CLASS:PUBLIC",
            "ORGANIZER:mailto:alice@example.org", "ATTENDEE:mailto:bob@example.org", "STATUS:TENTATIVE",
            "X-WHATEVER:Surgery", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Surgery", "TRIGGER:-PT1H",
            "END:VALARM",
        ),
        head=("X-WR-CALNAME:Surgeries",),
    )  # fmt: skip
    assert lines_of(masked(body, nothing_but_busy)) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a3dav//a3dav//EN", "BEGIN:VEVENT", "UID:1",
        "DTSTAMP:20240101T000000Z", "SEQUENCE:4", *HOUR, "STATUS:TENTATIVE", "SUMMARY:Busy", "END:VEVENT",
        "END:VCALENDAR",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "status:cancelled"])
def test_what_makes_nobody_busy_is_not_there(line):
    assert masked(calendar(event(*HOUR, line)), nothing_but_busy) is None


@pytest.mark.parametrize("kind", ["VTODO", "VJOURNAL"])
def test_tasks_and_journals_are_no_busy_time(kind):
    assert masked(calendar(event("DTSTART:20240101T100000Z", kind=kind)), nothing_but_busy) is None


@pytest.mark.parametrize("body", [b"", b"BEGIN:VCALENDAR", b"\xff", calendar(event("DTSTART:soon"))])
def test_what_cannot_be_read_is_not_shown(body):
    assert masked(body, nothing_but_busy) is None


@pytest.mark.rfc("5545", "3.8.1.3")
@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ((), "SUMMARY:Lunch"),
        (("CLASS:PUBLIC",), "SUMMARY:Lunch"),
        (("CLASS:CONFIDENTIAL",), "SUMMARY:Busy"),
        (("class;X-A=b:confidential",), "SUMMARY:Busy"),
        (("CLA\r\n SS:CONFIDENTIAL",), "SUMMARY:Busy"),
        (("CLASS:PUBLIC", "CLASS:CONFIDENTIAL"), "SUMMARY:Busy"),
    ],
)
def test_a_class_says_how_much_is_seen(lines, shown):
    seen = masked(calendar(event(*HOUR, "SUMMARY:Lunch", *lines)), SHARED)
    assert [line for line in lines_of(seen) if line.startswith("SUMMARY")] == [shown]


@pytest.mark.rfc("5545", "3.8.1.3")
@pytest.mark.parametrize("line", ["CLASS:PRIVATE", "CLASS:X-OURS", "CLASS:", "CLASS:PUBLIC\r\nCLASS:PRIVATE"])
def test_what_is_private_or_of_an_unknown_class_is_not_there(line):
    assert masked(calendar(event(*HOUR, line)), SHARED) is None


@pytest.mark.parametrize("judge", [by_class(private=Grade.BUSY), nothing_but_busy])
def test_what_is_private_is_busy_time_where_that_is_wanted(judge):
    assert "SUMMARY:Busy" in lines_of(masked(calendar(event(*HOUR, "SUMMARY:Lunch", "CLASS:PRIVATE")), judge))


def test_what_is_public_stays_byte_for_byte():
    body = calendar(event(*HOUR, "SUMMARY:Master class", "CLASS:PUBLIC")).replace(b"\r\n", b"\n")
    assert masked(body, SHARED) == body


def test_a_private_override_is_taken_out_of_the_series():
    body = calendar(event(*DAILY), event(*MOVED, "SUMMARY:Surgery", "CLASS:PRIVATE"))
    assert starts(masked(body, SHARED)) == ["01 10", "03 10"]


def test_a_confidential_override_is_busy_time_in_a_series_that_is_seen_whole():
    body = calendar(event(*DAILY, "SUMMARY:Lunch"), event(*MOVED, "SUMMARY:Surgery", "CLASS:CONFIDENTIAL"))
    summaries = [line for line in lines_of(masked(body, SHARED)) if line.startswith("SUMMARY")]
    assert summaries == ["SUMMARY:Lunch", "SUMMARY:Busy"]


def test_an_override_that_says_nothing_is_of_the_class_of_its_master():
    assert masked(calendar(event(*DAILY, "CLASS:PRIVATE"), event(*MOVED)), SHARED) is None


def test_a_public_override_of_a_private_series_is_seen_alone():
    body = calendar(event(*DAILY, "SUMMARY:Secret", "CLASS:PRIVATE"), event(*MOVED, "CLASS:PUBLIC"))
    assert starts(masked(body, SHARED)) == ["02 15"]


def test_a_series_with_a_private_rest_is_not_there():
    rest = (SECOND.replace(":", ";RANGE=THISANDFUTURE:", 1), "DTSTART:20240102T150000Z", "CLASS:PRIVATE")
    assert masked(calendar(event(*DAILY), event(*rest)), SHARED) is None


def test_a_free_override_leaves_its_instance_free():
    body = calendar(event(*DAILY), event(*MOVED, "TRANSP:TRANSPARENT"))
    assert starts(masked(body, nothing_but_busy)) == ["01 10", "03 10"]


def test_a_name_that_a_client_made_for_a_zone_is_made_anew():
    zone = [
        "BEGIN:VTIMEZONE", "TZID:Where I hide", "COMMENT:Hidden", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0300", "TZOFFSETTO:+0300", "TZNAME:HIDDEN", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip
    seen = masked(calendar(zone, event("DTSTART;TZID=Where I hide:20240101T100000")), nothing_but_busy)
    assert b"ide" not in seen
    assert b"DTSTART;TZID=Zone 1:20240101T100000" in seen
    assert b"TZOFFSETTO:+0300" in seen


def test_zones_that_nothing_names_any_more_are_left_out():
    zone = ["BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "END:VTIMEZONE"]
    assert b"VTIMEZONE" not in masked(calendar(zone, event(*HOUR)), nothing_but_busy)


def test_a_new_uid_stands_everywhere():
    body = calendar(event(*DAILY), event(*MOVED, "SUMMARY:Lunch"))
    seen = masked(body, SHARED, lambda uid: f"new-{uid}")
    assert [line for line in lines_of(seen) if line.startswith("UID")] == ["UID:new-1", "UID:new-1"]


@pytest.mark.rfc("2426", "3.7.1")
@pytest.mark.parametrize(
    ("line", "shown"),
    [("NOTE:x", True), ("CLASS:PUBLIC", True), ("CLASS:PRIVATE", False), ("Class:CONFIDENTIAL", False)],
)
def test_others_see_the_cards_that_are_public(line, shown):
    body = f"BEGIN:VCARD\nVERSION:3.0\nFN:Bob\n{line}\nEND:VCARD\n".encode()
    assert shown_card(body) == (body if shown else None)


def test_a_card_of_some_class_that_cannot_be_read_is_not_shown():
    assert shown_card(b"CLASS:PUBLIC") is None


SECRET = st.sampled_from(["secret", "SECRET", "20240101secret", "P1Dsecret", "FREQ=DAILY;X-SECRET=secret"])
NAMES = st.sampled_from(
    ["SUMMARY", "DESCRIPTION", "COMMENT", "STATUS", "TRANSP", "SEQUENCE", "DTSTAMP", "X-SECRET", "ATTENDEE", "CLASS",
     "FREEBUSY", "EXDATE", "RDATE", "DURATION", "BUSYTYPE", "PRIORITY", "TZNAME", "TZURL", "RELATED-TO", "REQUEST-STATUS"]
)  # fmt: skip
HIDDEN = st.one_of(
    st.builds("{}:{}".format, NAMES, SECRET),
    st.builds("{};X-P={}:{}".format, NAMES, SECRET, st.sampled_from(["20240101T100000Z", "PT1H", "7", "TENTATIVE"])),
    st.builds("BEGIN:X-SECRET\r\nSUMMARY:{}\r\nEND:X-SECRET".format, SECRET),
    st.builds("BEGIN:VALARM\r\nTRIGGER;X-P={}:-PT1H\r\nEND:VALARM".format, SECRET),
)
MANY = st.lists(HIDDEN, max_size=4)


@given(MANY, MANY, MANY, st.sampled_from(["VEVENT", "VFREEBUSY", "VAVAILABILITY"]))
def test_no_text_of_what_is_hidden_is_anywhere(first, second, around, kind):
    zone = ["BEGIN:VTIMEZONE", "TZID:secret", *around, "END:VTIMEZONE"]
    part = ["BEGIN:AVAILABLE", "UID:secret", "DTSTART;TZID=secret:20240101T100000", *second, "END:AVAILABLE"]
    start = "DTSTART;TZID=secret;X-SECRET=secret:20240101T100000"
    body = calendar(zone, event(start, *first, *part, kind=kind), head=("X-SECRET:secret",))
    assert b"secret" not in (masked(body, nothing_but_busy) or b"").lower()


@given(calendars, st.sampled_from([SHARED, nothing_but_busy]))
def test_whatever_is_seen_can_be_stored(body, judge):
    seen = masked(body, judge)
    assert seen is None or seen == body or CalendarObject.parse(seen).uid


EVENTS = series(("VEVENT",)).flatmap(lambda of: st.tuples(st.just(of), ranges(of), st.sampled_from(ZONES)))
MARKS = st.lists(
    st.sampled_from(["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "STATUS:TENTATIVE", "SUMMARY:x"]), min_size=3
)


def marked(text, marks):
    """Each component with the mark of its place."""
    left = iter([*marks, "SUMMARY:x"])
    return re.sub("END:VEVENT", lambda end: f"{next(left)}\n{end.group()}", text).encode()


def busy(body, span, zone):
    within = TimeRange(*(int(moment.replace(tzinfo=UTC).timestamp()) for moment in span))
    return busy_periods([CalendarObject.parse(body)] if body else [], within, named_zone(zone))


@given(EVENTS, MARKS)
def test_one_is_as_busy_by_what_is_masked_as_by_the_original(case, marks):
    of, span, zone = case
    original = marked(ical(of), marks)
    assert busy(masked(original, nothing_but_busy), span, zone) == busy(original, span, zone), original.decode()
