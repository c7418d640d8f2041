"""What organizers and attendees may not change (RFC 6638 §3.2.1, §3.2.2.1, §3.2.4)."""

import pytest

from .conftest import C, calendar, event, lines_of, meeting

ORGANIZER = C + "allowed-organizer-scheduling-object-change"
ATTENDEE = C + "allowed-attendee-scheduling-object-change"


@pytest.fixture
def invited(alices, bobs):
    alices.put(meeting("LOCATION:Upstairs"))
    return bobs


@pytest.mark.rfc("6638", "3.2.4.2")
def test_all_components_have_one_organizer(alices):
    series = event("RRULE:FREQ=DAILY;COUNT=3")
    other = event("RECURRENCE-ID:20300311T110000Z", organizer="carol", start="20300311T110000Z")
    answer = alices.put(calendar(series, other))
    assert (answer.status, answer.condition) == (403, C + "same-organizer-in-all-components")


@pytest.mark.rfc("6638", "3.2.1/partstat", "3.2.1.1/refused", "3.2.4.3")
@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_an_organizer_does_not_answer_for_others(alices, bobs, partstat):
    answer = alices.put(meeting(attendees=(f"ATTENDEE;PARTSTAT={partstat}:mailto:bob@example.org",)))
    assert (answer.status, answer.condition, bobs.names()) == (403, ORGANIZER, [])


@pytest.mark.rfc("6638", "3.2.8")
def test_an_organizer_may_ask_again(alices, invited):
    invited.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert alices.change("PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION").status == 204
    assert alices.partstat("bob") == "NEEDS-ACTION"


@pytest.mark.rfc("6638", "3.2.1/partstat", "3.2.4.3")
def test_for_whom_the_server_does_not_speak_an_organizer_may_answer(alices):
    entry = "ATTENDEE;SCHEDULE-AGENT=CLIENT;PARTSTAT=ACCEPTED:mailto:carol@elsewhere.example"
    assert alices.put(meeting(attendees=(entry,))).status == 201


@pytest.mark.rfc("6638", "3.2.1.2/refused", "3.2.4.3")
def test_the_organizer_stays_who_they_are(alices, bobs):
    alices.put(meeting())
    answer = alices.put(meeting(organizer="carol", attendees=("alice", "bob")))
    assert (answer.status, answer.condition) == (403, ORGANIZER)


@pytest.mark.rfc("6638", "3.2.2.1", "3.2.4.4")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SUMMARY:Plans", "SUMMARY:Mine"),
        ("DTSTART:20300310T110000Z", "DTSTART:20300310T120000Z"),
        ("LOCATION:Upstairs", "LOCATION:Downstairs"),
        ("ORGANIZER:mailto:alice@example.org", "ORGANIZER:mailto:bob@example.org"),
        ("ATTENDEE:mailto:bob", "ATTENDEE:mailto:carol@example.org\r\nATTENDEE:mailto:bob"),
    ],
)
def test_what_is_the_organizers_an_attendee_does_not_change(invited, old, new):
    before = invited.text
    answer = invited.change(old, new)
    assert (answer.status, answer.condition, invited.text) == (403, ATTENDEE, before)


@pytest.mark.rfc("6638", "3.2.2.1")
@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:TRANSPARENT",
        "CREATED:20260101T000000Z",
        "LAST-MODIFIED:20260101T000000Z",
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT5M\r\nEND:VALARM",
    ],
)
def test_what_is_their_own_they_change_and_nobody_hears_of_it(alices, invited, line):
    answer = invited.change("SUMMARY:", line + "\r\nSUMMARY:") if "BEGIN" not in line else invited.change(
        "END:VEVENT", line + "\r\nEND:VEVENT"
    )  # fmt: skip
    assert (answer.status, "etag" in answer.headers, alices.inbox()) == (204, True, [])


@pytest.mark.rfc("6638", "3.2.2.2", "3.2.2.3/agent", "3.2.2.4")
@pytest.mark.parametrize("agent", ["CLIENT", "NONE"])
def test_where_the_client_speaks_with_the_organizer_the_server_keeps_out_of_it(alices, bobs, agent):
    entry = f"ORGANIZER;SCHEDULE-AGENT={agent}:mailto:alice@example.org"
    assert bobs.put(meeting(entry, organizer="", attendees=("bob",))).status == 201
    assert bobs.change("SUMMARY:Plans", "SUMMARY:Mine").status == 204
    assert bobs.client.delete(bobs.only()).status == 204
    assert alices.inbox() == []


@pytest.mark.rfc("6638", "7.1/same-organizer")
def test_an_agent_of_one_component_is_that_of_all(alices, bobs):
    alices.put(meeting("RRULE:FREQ=DAILY;COUNT=3"))
    series = bobs.text.replace("ORGANIZER:", "ORGANIZER;SCHEDULE-AGENT=CLIENT:")
    instance = event("RECURRENCE-ID:20300311T110000Z", start="20300311T110000Z").replace("E:", "E;PARTSTAT=DECLINED:")
    bobs.put(series.replace("END:VCALENDAR", f"{instance}\r\nEND:VCALENDAR"), name=bobs.only().rpartition("/")[2])
    assert alices.inbox() == []


@pytest.mark.rfc("6638", "7.2/kept")
def test_a_message_that_is_asked_for_is_sent_and_the_wish_is_not_kept(alices, invited):
    assert alices.change("ATTENDEE;", "ATTENDEE;SCHEDULE-FORCE-SEND=REQUEST;").status == 204
    assert (len(invited.inbox()), "FORCE-SEND" in alices.text) == (2, False)


@pytest.mark.rfc("6638", "3.2.8")
def test_a_meeting_at_another_time_is_answered_anew(alices, invited):
    invited.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    alices.change("DTSTART:20300310T110000Z", "DTSTART:20300310T150000Z")
    assert [diary.partstat("bob") for diary in (alices, invited)] == ["NEEDS-ACTION", "NEEDS-ACTION"]
    assert lines_of(invited.text, "DTSTART") == ["DTSTART:20300310T150000Z"]
