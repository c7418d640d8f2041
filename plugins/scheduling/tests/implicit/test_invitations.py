"""Invitations inside of the server: from the organizer to the attendee, and what they answer back again."""

import pytest

from .conftest import lines_of, meeting, status


@pytest.mark.rfc("6638", "3.2.1.1/request", "4.1/new", "4.3/used")
def test_who_is_invited_finds_the_meeting_in_their_calendar(alices, bobs):
    assert alices.put(meeting()).status == 201
    assert lines_of(bobs.text, "SUMMARY") == ["SUMMARY:Plans"]


@pytest.mark.rfc("6638", "3.2.1.1/status", "3.2.9", "3.2.9.3", "7.3/attendee")
def test_the_organizer_learns_that_the_invitation_was_delivered(alices, bobs):
    answer = alices.put(meeting())
    assert ("etag" in answer.headers, status(alices.text, "bob@example.org")) == (False, "1.2")


@pytest.mark.rfc("6638", "3.2.2.3/partstat", "4.2/partstat")
def test_an_answer_comes_to_the_organizer(alices, bobs):
    alices.put(meeting())
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert alices.partstat("bob") == "ACCEPTED"


@pytest.mark.rfc("6638", "3.2.1.3", "3.2.3.2/object")
def test_a_meeting_that_is_deleted_is_cancelled(alices, bobs):
    alices.put(meeting())
    assert alices.client.delete(alices.only()).status == 204
    assert lines_of(bobs.text, "STATUS") == ["STATUS:CANCELLED"]


@pytest.mark.rfc("6638", "3.2.2.4", "3.2.3.2/object")
def test_an_attendee_who_deletes_the_meeting_declines_it(alices, bobs):
    alices.put(meeting())
    assert bobs.client.delete(bobs.only()).status == 204
    assert alices.partstat("bob") == "DECLINED"


@pytest.mark.rfc("6638", "8.1")
def test_unless_they_ask_to_say_nothing(alices, bobs):
    alices.put(meeting())
    assert bobs.client.delete(bobs.only(), schedule_reply="F").status == 204
    assert alices.partstat("bob") == "NEEDS-ACTION"


@pytest.mark.rfc("6638", "3.2.9.3", "7.3/organizer")
def test_an_attendee_learns_that_the_answer_was_delivered(alices, bobs):
    alices.put(meeting())
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert status(bobs.text, "alice@example.org") == "1.2"
