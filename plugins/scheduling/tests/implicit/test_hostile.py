"""What people here do to one another: forged answers, borrowed names, floods (RFC 5546 §6.1, RFC 6638 §11)."""

import pytest

from a3dav.testing.access import grant, missing, share

from .conftest import C, Diary, lines_of, meeting, status

EVE, BOB = "ATTENDEE{}:mailto:eve@example.org", "ATTENDEE{}:mailto:bob@example.org"


@pytest.fixture
def eves(person):
    return Diary(person("eve", email="eve@example.org"))


def delegation(*lines, **facts):
    """As if Eve were invited by Alice, and sent Bob in her place."""
    sent = EVE.format(';PARTSTAT=DELEGATED;DELEGATED-TO="mailto:bob@example.org"')
    return meeting(*lines, attendees=(sent, BOB.format(';DELEGATED-FROM="mailto:eve@example.org"')), **facts)


@pytest.mark.rfc("5546", "6.1.2")
def test_nobody_answers_for_another(alices, bobs, eves):
    alices.put(meeting(attendees=("bob", "eve")))
    eves.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=DECLINED:mailto:bob")
    eves.client.delete(eves.only(), schedule_reply="F")
    eves.put(meeting(attendees=(BOB.format(";PARTSTAT=DECLINED"), EVE.format(";PARTSTAT=ACCEPTED"))))
    assert (alices.partstat("bob"), alices.partstat("eve")) == ("NEEDS-ACTION", "ACCEPTED")


@pytest.mark.rfc("5546", "6.1.1", "6.1.3")
def test_who_passes_an_invitation_on_changes_nothing_for_who_has_it(alices, bobs, eves):
    alices.put(meeting(attendees=("bob", "eve")))
    before = bobs.text
    eves.client.delete(eves.only(), schedule_reply="F")
    eves.put(delegation("SUMMARY:Forged", "SEQUENCE:9", start="20300310T230000Z"))
    told = [[lines_of(text, name) for name in ("SUMMARY", "DTSTART", "SEQUENCE")] for text in (before, bobs.text)]
    assert told[0] == told[1]


@pytest.mark.rfc("5546", "6.1.1")
def test_nobody_is_invited_in_the_name_of_who_does_not_know_of_it(alices, bobs, eves):
    eves.put(delegation("SUMMARY:Forged"))
    assert (bobs.names(), bobs.inbox()) == ([], [])


@pytest.mark.rfc("5546", "3.2.2.3/request", "6.1.1")
def test_a_delegate_gets_what_the_organizer_has_and_not_what_the_delegator_says(alices, eves, bobs):
    alices.put(meeting("SUMMARY:True", attendees=("eve",)))
    eves.client.delete(eves.only(), schedule_reply="F")
    eves.put(delegation("SUMMARY:Forged", "SEQUENCE:9", start="20300310T230000Z"))
    told = [lines_of(bobs.text, name) for name in ("SUMMARY", "DTSTART", "SEQUENCE")]
    assert told[:2] == [["SUMMARY:True"], ["DTSTART:20300310T110000Z"]]
    assert told[2] in ([], ["SEQUENCE:0"])
    assert 'DELEGATED-FROM="mailto:eve@example.org"' in bobs.text
    assert "Forged" not in bobs.inbox()[0]


@pytest.mark.rfc("5546", "6.1.1")
def test_nobody_but_the_organizer_cancels(alices, bobs, eves):
    alices.put(meeting(attendees=("bob", "eve")))
    eves.client.delete(eves.only(), schedule_reply="F")
    eves.put(meeting(organizer="eve"))
    eves.client.delete(eves.only())
    assert "STATUS" not in bobs.text


@pytest.mark.rfc("6638", "11.1")
def test_what_one_write_sends_is_bounded(alices, bobs, eves, monkeypatch):
    monkeypatch.setattr("a3dav_scheduling.posting.MOST_BYTES", 1000)
    answer = alices.put(meeting("DESCRIPTION:" + "x" * 900))
    assert (answer.status, answer.condition) == (403, C + "max-attendees-per-instance")
    assert (alices.names(), bobs.names()) == ([], [])


@pytest.mark.rfc("6638", "11.1")
@pytest.mark.rfc("5546", "6.1.5", "6.2.2/flood")
def test_updates_do_not_fill_an_inbox_beyond_the_quota(alices, person):
    bobs = Diary(person("bob", email="bob@example.org", quota=20_000))
    alices.put(meeting())
    alices.put(meeting("DESCRIPTION:" + "x" * 15_000))
    alices.put(meeting("DESCRIPTION:" + "y" * 15_000))
    alices.put(meeting("DESCRIPTION:" + "z" * 15_000))
    assert (len(bobs.inbox()), "zzz" in bobs.text, status(alices.text, "bob@example.org")) == (1, True, "1.2")


@pytest.mark.rfc("5546", "6.1.5")
def test_a_comment_on_an_answer_does_not_fill_the_event_of_the_organizer(alices, bobs):
    alices.put(meeting())
    comment = "COMMENT:" + "x" * 500_000
    bobs.change("ATTENDEE:mailto:bob", f"{comment}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert (alices.partstat("bob"), len(alices.text) < 20_000) == ("ACCEPTED", True)


@pytest.mark.rfc("6638", "3.2.3.4", "6.2.2", "11.2/send")
@pytest.mark.parametrize("method", ["COPY", "MOVE"])
def test_who_brings_a_meeting_into_a_calendar_of_another_needs_their_privilege(alices, bobs, eves, method):
    share(alices.client, alices.calendar, grant("/principals/users/eve/", "read", "write"))
    eves.put(meeting())
    answer = eves.client.request(method, eves.only(), destination=f"{alices.calendar}meeting.ics")
    assert missing(answer) == [("/scheduling/alice/outbox/", "schedule-send-invite")]
    assert (alices.names(), bobs.names()) == ([], [])


@pytest.mark.rfc("6638", "3.2.3.4")
def test_a_meeting_that_is_moved_into_a_calendar_of_another_is_cancelled(alices, bobs, eves):
    share(eves.client, eves.calendar, grant("/principals/users/alice/", "read", "write"))
    alices.put(meeting())
    assert alices.client.request("MOVE", alices.only(), destination=f"{eves.calendar}meeting.ics").status == 201
    assert lines_of(bobs.text, "STATUS") == ["STATUS:CANCELLED"]
