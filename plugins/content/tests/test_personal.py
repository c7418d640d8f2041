"""What each reader of a shared calendar has for themselves, taken out of objects and put into them."""

import pytest
from hypothesis import given

from a3dav.testing.strategies.calendars import calendars
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.personal import merged, split


def alarm(minutes):
    return [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:x", f"TRIGGER:-PT{minutes}M", "END:VALARM",
    ]  # fmt: skip


def event(*lines):
    return ["BEGIN:VEVENT", "UID:1", "DTSTART:20240101T100000Z", *lines, "END:VEVENT"]


def calendar(*components):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *(line for part in components for line in part), "END:VCALENDAR"]
    return "".join(f"{line}\r\n" for line in lines).encode()


def lines_of(body):
    return body.decode().split("\r\n")


def triggers(body):
    return [line for line in lines_of(body) if line.startswith("TRIGGER")]


OWNERS = calendar(event("SUMMARY:Lunch", "X-MOZ-LASTACK:20240101T000000Z", *alarm(5)))
SECOND = ("RECURRENCE-ID:20240102T100000Z", "SUMMARY:Late lunch")


def test_the_alarms_of_the_owner_are_not_those_of_others():
    assert merged(OWNERS, None) == calendar(event("SUMMARY:Lunch"))


def test_what_holds_nothing_of_anybodys_own_stays_byte_for_byte():
    body = calendar(event("SUMMARY:Lunch", "TRANSP:TRANSPARENT")).replace(b"\r\n", b"\n")
    assert merged(body, None) == body


@pytest.mark.parametrize(
    "own",
    [
        alarm(30),
        [*alarm(30), *alarm(60)],
        ["TRANSP:TRANSPARENT"],
        ["X-MOZ-LASTACK:20240202T000000Z", "X-MOZ-SNOOZE-TIME-1704100000000000:20240202T000000Z"],
    ],
    ids=["alarm", "alarms", "free", "notes"],
)
def test_what_is_ones_own_comes_back_and_changes_nothing_for_others(own):
    sent = calendar(event("SUMMARY:Lunch", *own))
    taken = split(sent, OWNERS)
    assert (taken.body, taken.changed) == (OWNERS, False)
    assert merged(taken.body, taken.own) == sent


def test_what_clients_set_with_every_write_is_no_change():
    sent = calendar(event("LAST-MODIFIED:20240303T000000Z", "SEQUENCE:4", "DTSTAMP:20240303T000000Z", "SUMMARY:Lunch"))
    assert split(sent, OWNERS) == split(calendar(event("SUMMARY:Lunch")), OWNERS)


def test_another_order_is_no_change():
    sent = calendar(["BEGIN:VEVENT", "SUMMARY:Lunch", "DTSTART:20240101T100000Z", "UID:1", "END:VEVENT"])
    assert split(sent, OWNERS).changed is False


@pytest.mark.parametrize("line", ["SUMMARY:Dinner", "SUMMARY;LANGUAGE=en:Lunch", "SUMMARY:Lunch\r\nLOCATION:x"])
def test_a_change_for_everybody_keeps_the_alarms_of_the_owner(line):
    taken = split(calendar(event(line, *alarm(30))), OWNERS)
    assert taken.changed is True
    assert triggers(taken.body) == ["TRIGGER:-PT5M"]
    assert line.splitlines()[0] in lines_of(taken.body)
    assert triggers(merged(taken.body, taken.own)) == ["TRIGGER:-PT30M"]


def test_whether_one_is_busy_is_ones_own():
    taken = split(calendar(event("SUMMARY:Dinner", "TRANSP:TRANSPARENT")), OWNERS)
    assert "TRANSP:TRANSPARENT" not in lines_of(taken.body)
    assert "TRANSP:TRANSPARENT" in lines_of(merged(taken.body, taken.own))


def test_whether_one_is_busy_is_as_for_the_owner_until_it_is_said():
    stored = calendar(event("SUMMARY:Lunch", "TRANSP:TRANSPARENT"))
    taken = split(calendar(event("SUMMARY:Lunch", "TRANSP:TRANSPARENT", *alarm(30))), stored)
    assert "TRANSP" not in taken.own.decode()


def test_a_new_object_has_the_alarms_of_its_maker_for_its_maker_alone():
    sent = calendar(event("SUMMARY:Lunch", "TRANSP:TRANSPARENT", *alarm(30)))
    taken = split(sent, None)
    assert taken.body == calendar(event("SUMMARY:Lunch", "TRANSP:TRANSPARENT"))
    assert merged(taken.body, taken.own) == sent


def test_a_new_object_without_anything_of_ones_own_is_stored_as_it_is():
    sent = calendar(event("SUMMARY:Lunch")).replace(b"\r\n", b"\n")
    assert split(sent, None).body == sent
    assert split(sent, None).own == b""


def test_instances_have_their_own_alarms_and_else_those_of_the_series():
    stored = calendar(event("RRULE:FREQ=DAILY"), event(*SECOND))
    taken = split(calendar(event("RRULE:FREQ=DAILY", *alarm(10)), event(*SECOND, *alarm(20))), stored)
    third = calendar(event("RRULE:FREQ=DAILY"), event(*SECOND), event("RECURRENCE-ID:20240103T100000Z", "SUMMARY:x"))
    assert (taken.body, triggers(merged(third, taken.own))) == (
        stored, ["TRIGGER:-PT10M", "TRIGGER:-PT20M", "TRIGGER:-PT10M"],
    )  # fmt: skip


def test_what_cannot_be_read_is_refused_when_it_is_sent():
    with pytest.raises(ContentError):
        split(b"BEGIN:VCALENDAR", OWNERS)


@given(calendars)
def test_what_is_seen_of_any_object_holds_no_alarm_of_others(body):
    seen = merged(body, None)
    assert seen == body or b"VALARM" not in seen.upper() or CalendarObject.parse(seen).uid
