"""Managed attachments inside of calendar objects (RFC 8607 §4)."""

import pytest

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.lines import line_of, serialise
from a3dav_content.managed_attachments import (
    UnknownAttachment,
    UnknownInstance,
    added,
    managed_id,
    plain,
    property_of,
    references,
    refers,
    removed,
    replaced,
    rewritten,
)

STAMP = "20260401T000000Z"
ENTRY = property_of("77", "https://example.org/a", "text/plain", 5, "a.txt")
MANAGED = "ATTACH;MANAGED-ID=5;SIZE=1;FILENAME=f;FMTTYPE=text/plain:https://example.org/f"


def body(*lines):
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:e", "DTSTAMP:20260101T000000Z")
    return "\r\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


def parsed(*lines):
    return CalendarObject.parse(body(*lines))


def text(found):
    return serialise(found.calendar).decode().replace("\r\n ", "")


@pytest.mark.rfc("8607", "4.1", "4.2", "4.3")
def test_a_property_says_what_is_attached():
    assert line_of(ENTRY) == "ATTACH;MANAGED-ID=77;FMTTYPE=text/plain;FILENAME=a.txt;SIZE=5:https://example.org/a"


def test_a_managed_attachment_is_found_by_its_parameter_alone():
    found = references(body("ATTACH:https://example.org/x", MANAGED, "X-NOTE;MANAGED-ID=8:no"))
    assert [managed_id(entry) for entry in found] == ["5"]


def test_one_is_found_in_folds_alarms_and_any_case():
    alarm = (
        "BEGIN:VALARM",
        "ACTION:AUDIO",
        "TRIGGER:PT0S",
        "attach;mana\r\n ged-id=9:https://example.org/x",
        "END:VALARM",
    )
    assert [managed_id(entry) for entry in references(body(*alarm))] == ["9"]


def test_what_names_none_need_not_be_parsed():
    assert not refers(b"anything")
    assert references(b"anything") == []


def test_what_is_no_calendar_is_refused():
    with pytest.raises(ContentError):
        references(b"MANAGED-ID")


@pytest.mark.rfc("8607", "3.12.7")
def test_a_link_stays_of_what_is_managed_elsewhere():
    assert b"ATTACH;FMTTYPE=text/plain:https://example.org/f\r\n" in rewritten(body(MANAGED), plain)


def test_stamps_tell_of_the_change_where_there_are_any():
    found = parsed("DTSTART:20260310T110000Z", "LAST-MODIFIED:20260101T000000Z")
    added(found, [], ENTRY, STAMP)
    assert f"DTSTAMP:{STAMP}\r\n" in text(found)
    assert f"LAST-MODIFIED:{STAMP}\r\n" in text(found)


def test_everything_else_stays_as_it_was_written():
    lines = ("DTSTART:20260310T110000Z", 'X-ODD;X-P="a;b":q\\,r', "SUMMARY;LANGUAGE=de:Mittag")
    found = parsed(*lines)
    added(found, [], ENTRY, STAMP)
    assert "\r\n".join(lines) in text(found)


def test_a_replacement_keeps_its_place():
    found = parsed(MANAGED, "SUMMARY:after")
    replaced(found, "5", ENTRY, STAMP)
    assert f"{line_of(ENTRY)}\r\nSUMMARY:after" in text(found)


@pytest.mark.parametrize("change", [lambda f: replaced(f, "6", ENTRY, STAMP), lambda f: removed(f, [], "6", STAMP)])
def test_what_is_not_there_is_not_changed(change):
    found = parsed(MANAGED)
    with pytest.raises(UnknownAttachment):
        change(found)


def test_a_rule_without_end_costs_no_more_than_the_budget():
    found = parsed("DTSTART:20260310T110000Z", "RRULE:FREQ=SECONDLY")
    with pytest.raises(ContentError):
        added(found, ["99991231T235959Z"], ENTRY, STAMP)


def test_the_series_is_left_alone_where_an_instance_is_unknown():
    found = parsed("DTSTART:20260310T110000Z", "RRULE:FREQ=DAILY;COUNT=2")
    before = text(found)
    with pytest.raises(UnknownInstance):
        added(found, ["M", "20260320T110000Z"], ENTRY, STAMP)
    assert "ATTACH" not in before
    assert "ATTACH" not in text(found)
