"""A PUT reads the text of an object once, whatever is made of it."""

import pytest

from a3dav_content import lines

PLACE = "/calendars/alice/calendar/lunch.ics"
HEAD, END = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n"
TIMES = "UID:lunch\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20261010T100000Z\r\nDURATION:PT1H\r\n"
STRANGERS = "ORGANIZER:mailto:boss@example.com\r\nATTENDEE:mailto:guest@example.com\r\n"
MANAGED = 'ATTACH;MANAGED-ID="x":https://example.com/x\r\n'


def event(*more):
    return f"{HEAD}BEGIN:VEVENT\r\n{TIMES}{''.join(more)}END:VEVENT\r\n{END}"


@pytest.fixture
def texts(monkeypatch):
    """The bodies that were parsed."""
    read, found = lines._decoded, []

    def counting(body):
        found.append(body)
        return read(body)

    monkeypatch.setattr(lines, "_decoded", counting)
    return found


@pytest.mark.parametrize(
    "more", ["", STRANGERS, "RRULE:FREQ=WEEKLY\r\n", "BEGIN:VALARM\r\nTRIGGER:PT0S\r\nEND:VALARM\r\n"]
)
def test_a_new_event_is_parsed_once(alice, texts, more):
    assert alice.put(PLACE, event(more), content_type="text/calendar").status == 201
    assert texts == [event(more).encode()]


@pytest.mark.parametrize("more", ["", STRANGERS])
def test_a_changed_event_is_parsed_once_and_its_past_not_at_all(alice, texts, more):
    alice.put(PLACE, event(more), content_type="text/calendar")
    texts.clear()
    assert alice.put(PLACE, event("SUMMARY:Late\r\n", more), content_type="text/calendar").status == 204
    assert texts == [event("SUMMARY:Late\r\n", more).encode()]


def test_an_event_that_names_an_attachment_is_parsed_once(alice, texts):
    refused = alice.put(PLACE, event(MANAGED), content_type="text/calendar")
    assert (refused.status, len(texts)) == (403, 1)


def test_what_an_organizer_invites_to_is_parsed_once(person, texts):
    carol = person("carol", email="carol@example.com")
    mine = "ORGANIZER:mailto:carol@example.com\r\nATTENDEE:mailto:carol@example.com\r\n"
    carol.put(PLACE.replace("alice", "carol"), event(mine), content_type="text/calendar")
    assert texts == [event(mine).encode()]
