"""JSCalendar from and to calendar objects, and calendar objects edited by it."""

import pytest

from a3dav_content.errors import InvalidJson
from a3dav_content.jscalendar import edit_calendar, from_jscalendar, patch_calendar, to_jscalendar

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Maker//Thing//EN\r\n"
STAMP = "UID:u1\r\nDTSTAMP:20260101T000000Z\r\n"


def calendar(*lines, kind="VEVENT", rest=""):
    inside = "".join(f"{line}\r\n" for line in lines)
    return f"{HEAD}BEGIN:{kind}\r\n{STAMP}{inside}END:{kind}\r\n{rest}END:VCALENDAR\r\n".encode()


def event(**members):
    return {
        "@type": "Event", "uid": "u1", "updated": "2026-01-01T00:00:00Z", "start": "2026-01-05T12:00:00", **members
    }  # fmt: skip


def lines_of(body):
    return body.decode().replace("\r\n ", "").split("\r\n")


WHOLE = (
    HEAD + "X-WR-CALNAME:Mine\r\nBEGIN:VEVENT\r\n" + STAMP + "SUMMARY;X-FOO=bar:Lu\r\n nch\r\n"
    "dtstart;tzid=Europe/Berlin:20260105T120000\r\n"
    "DTEND;TZID=Europe/Berlin:20260105T130000\r\n"
    "RRULE:FREQ=WEEKLY\r\n"
    "EXDATE;TZID=Europe/Berlin:20260112T120000,20260119T120000\r\n"
    "X-UNKNOWN;X-P=1:kept\r\n"
    "ATTENDEE;X-NUM=1;PARTSTAT=NEEDS-ACTION;CN=Bob:mailto:bob@example.org\r\n"
    "ORGANIZER;CN=Alice:mailto:alice@example.org\r\n"
    "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nACTION:AUDIO\r\nX-MINE:1\r\nEND:VALARM\r\n"
    "BEGIN:X-PART\r\nX-A:1\r\nEND:X-PART\r\n"
    "END:VEVENT\r\n"
    "BEGIN:VEVENT\r\n" + STAMP + "RECURRENCE-ID;TZID=Europe/Berlin:20260126T120000\r\n"
    "DTSTART;TZID=Europe/Berlin:20260126T140000\r\nDTEND;TZID=Europe/Berlin:20260126T150000\r\nSUMMARY:Late\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
).encode()


def test_an_event_is_told_by_what_rfc_8984_calls_its_parts():
    found = to_jscalendar(WHOLE)
    assert {name: found[name] for name in ("@type", "uid", "title", "start", "timeZone", "duration")} == {
        "@type": "Event", "uid": "u1", "title": "Lunch", "start": "2026-01-05T12:00:00", "timeZone": "Europe/Berlin",
        "duration": "PT1H",
    }  # fmt: skip


def test_an_edit_with_the_unchanged_object_leaves_every_byte():
    assert edit_calendar(WHOLE, to_jscalendar(WHOLE)) == WHOLE


def test_an_edit_exchanges_the_line_that_changed_and_no_other():
    wanted = to_jscalendar(WHOLE) | {"title": "Dinner"}
    assert edit_calendar(WHOLE, wanted) == WHOLE.replace(b"Lu\r\n nch", b"Dinner")


def test_a_client_that_knows_the_standard_members_alone_loses_no_unknown_line():
    wanted = to_jscalendar(WHOLE) | {"title": "Dinner"}
    del wanted["iCalendar"]
    for alert in wanted["alerts"].values():
        del alert["iCalendar"]
    assert edit_calendar(WHOLE, wanted) == WHOLE.replace(b"Lu\r\n nch", b"Dinner")


def test_an_explicit_null_removes_what_was_passed_through():
    found = edit_calendar(WHOLE, to_jscalendar(WHOLE) | {"iCalendar": None})
    assert (b"X-UNKNOWN" in found, b"X-PART" in found, b"X-WR-CALNAME" in found) == (False, False, True)


def test_a_patch_of_one_participant_changes_one_parameter():
    (key,) = [k for k, one in to_jscalendar(WHOLE)["participants"].items() if one["name"] == "Bob"]
    found = patch_calendar(WHOLE, {f"participants/{key}/participationStatus": "accepted"})
    assert found == WHOLE.replace(b"PARTSTAT=NEEDS-ACTION", b"PARTSTAT=ACCEPTED")


def test_a_merge_patch_removes_what_is_null():
    assert b"DTEND" not in patch_calendar(calendar("DTSTART:20260105T120000Z", "DTEND:20260105T130000Z"),
        {"duration": None}, merge=True)  # fmt: skip


@pytest.mark.rfc("8984", "6.1")
def test_the_simple_event_of_the_rfc_is_written_and_read_again():
    simple = {
        "@type": "Event", "uid": "a8df6573-0474-496d-8496-033ad45d7fea", "updated": "2020-01-02T18:23:04Z",
        "title": "Some event", "start": "2020-01-15T13:00:00", "timeZone": "America/New_York", "duration": "PT1H",
    }  # fmt: skip
    found = to_jscalendar(from_jscalendar(simple))
    assert {name: found[name] for name in simple} == simple


@pytest.mark.rfc("8984", "1.4.5")
def test_a_time_that_is_none_is_refused_with_its_place():
    with pytest.raises(InvalidJson, match="start") as refused:
        from_jscalendar(event(start="2026-13-01T00:00:00"))
    assert refused.value.pointer == "/start"
