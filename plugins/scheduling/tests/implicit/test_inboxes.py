"""What lies in an inbox, and where nothing is done by itself."""

import pytest

from a3dav.identifiers import now_ms
from a3dav.testing.people import add_person
from a3dav_scheduling import old_messages

from .conftest import Diary, lines_of, meeting

SWITCH = (
    '<propertyupdate xmlns="DAV:"><set><prop><scheduling xmlns="urn:a3dav:ns">{}</scheduling></prop></set>'
    "</propertyupdate>"
)


def switch(diary, mode):
    assert diary.client.proppatch(diary.calendar, SWITCH.format(mode)).status == 207


@pytest.mark.rfc("6638", "4/processed", "4.1")
def test_an_invitation_lies_in_the_inbox_as_well(alices, bobs):
    alices.put(meeting())
    (message,) = bobs.inbox()
    assert lines_of(message, "METHOD") == ["METHOD:REQUEST"]


@pytest.mark.rfc("6638", "7.1/messages", "7.3/messages")
def test_what_lies_there_says_nothing_of_its_delivery(alices, bobs):
    alices.put(meeting(attendees=("ATTENDEE;SCHEDULE-AGENT=SERVER;SCHEDULE-STATUS=1.0:mailto:bob@example.org",)))
    assert "SCHEDULE-" not in bobs.inbox()[0] + bobs.text


@pytest.mark.rfc("6638", "4/processed", "4.2")
def test_an_answer_lies_in_the_inbox_of_the_organizer(alices, bobs):
    alices.put(meeting())
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=DECLINED:mailto:bob")
    (message,) = alices.inbox()
    assert lines_of(message, "METHOD") == ["METHOD:REPLY"]


@pytest.mark.rfc("6638", "2.2/uid")
def test_several_messages_about_one_meeting_lie_there(alices, bobs):
    alices.put(meeting())
    alices.change("DTSTART:20300310T110000Z", "DTSTART:20300310T120000Z")
    assert len(bobs.inbox()) == 2


@pytest.mark.parametrize("mode", ["client", "off"])
def test_in_a_calendar_that_is_left_to_clients_nobody_is_invited(alices, bobs, mode):
    switch(alices, mode)
    answer = alices.put(meeting())
    assert (bobs.names(), "etag" in answer.headers) == ([], True)


@pytest.mark.parametrize("mode", ["client", "off"])
def test_who_leaves_it_to_their_clients_gets_the_message_alone(alices, bobs, mode):
    switch(bobs, mode)
    alices.put(meeting())
    assert (bobs.names(), len(bobs.inbox())) == ([], 1)


@pytest.mark.rfc("6638", "4.3/used")
def test_the_default_calendar_takes_it(alices, bobs, house):
    mkcalendar = '<C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav"/>'
    bobs.client.request("MKCALENDAR", "/calendars/bob/work/", mkcalendar)
    bobs.client.proppatch(
        "/scheduling/bob/inbox/",
        '<propertyupdate xmlns="DAV:"><set><prop><C:schedule-default-calendar-URL'
        ' xmlns:C="urn:ietf:params:xml:ns:caldav"><href>/calendars/bob/work/</href></C:schedule-default-calendar-URL>'
        "</prop></set></propertyupdate>",
    )
    alices.put(meeting())
    assert len(bobs.names("/calendars/bob/work/")) == 1


def test_a_meeting_that_was_moved_to_another_calendar_is_changed_there(alices, bobs):
    alices.put(meeting())
    bobs.client.request("MKCALENDAR", "/calendars/bob/work/")
    bobs.client.request("MOVE", bobs.only(), destination="/calendars/bob/work/moved.ics")
    alices.change("SUMMARY:Plans", "SUMMARY:Other plans")
    assert bobs.names() == []
    assert "Other plans" in bobs.bodies("/calendars/bob/work/")[0]


def days_go_by(monkeypatch, days):
    monkeypatch.setattr(old_messages, "now_ms", lambda: now_ms() + days * old_messages.DAY_MS)


def test_a_message_that_no_client_removes_goes_after_a_while(alices, bobs, house, monkeypatch):
    alices.put(meeting())
    days_go_by(monkeypatch, 89)
    assert (old_messages.sweep(house), len(bobs.inbox())) == ("", 1)
    days_go_by(monkeypatch, 91)
    assert (old_messages.sweep(house), bobs.inbox()) == ("1 old messages removed from inboxes", [])
    assert lines_of(bobs.text, "UID")


def test_all_messages_may_stay_where_they_are(make_house, monkeypatch):
    house = make_house(plugins__scheduling__inbox_days=0)
    alices, bobs = (Diary(add_person(house, name, email=f"{name}@example.org")) for name in ("alice", "bob"))
    alices.put(meeting())
    days_go_by(monkeypatch, 10_000)
    assert (old_messages.sweep(house), len(bobs.inbox())) == ("", 1)
