"""Who is invited by which address, and what the organizer learns of each (RFC 6638 §3.2.9)."""

from uuid import UUID

import pytest

from .conftest import lines_of, meeting, status


def urn(house, name):
    return f"urn:uuid:{UUID(bytes=house.store.accounts.by_name(name).id)}"


@pytest.mark.rfc("6638", "2.4.1/there", "3.2.9", "3.2.9.3", "7.1/default")
@pytest.mark.parametrize(
    "address",
    ["mailto:bob@example.org", "MAILTO:Bob@Example.ORG", "/principals/users/bob/", "/principals/users/bob"],
)
def test_somebody_here_is_reached_by_each_of_their_addresses(alices, bobs, address):
    alices.put(meeting(attendees=(f"ATTENDEE:{address}",)))
    assert len(bobs.names()) == 1
    assert status(alices.text, address.lower()) == "1.2"


@pytest.mark.rfc("6638", "2.4.1/there")
def test_somebody_here_is_reached_by_their_identifier(alices, bobs, house):
    alices.put(meeting(attendees=(f"ATTENDEE:{urn(house, 'bob')}",)))
    assert len(bobs.names()) == 1


@pytest.mark.rfc("6638", "3.2.9")
@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/principals/users/nobody/", "3.7"),
        ("urn:uuid:01890000-0000-7000-8000-000000000000", "3.7"),
        ("mailto:someone@elsewhere.example", "5.2"),
        ("tel:+49301234567", "5.2"),
    ],
)
def test_nobody_is_reached_by_the_address_of_nobody(alices, address, code):
    assert alices.put(meeting(attendees=(f"ATTENDEE:{address}",))).status == 201
    assert status(alices.text, address) == code


@pytest.mark.rfc("6638", "3.2.9", "3.2.9.2")
def test_with_mail_somebody_elsewhere_is_written_to(alices, house):
    house.services["scheduling.mail"] = True
    alices.put(meeting(attendees=("ATTENDEE:mailto:someone@elsewhere.example",)))
    assert status(alices.text, "someone@elsewhere.example") == "1.1"
    assert [row[0] for row in house.store.engine.rows("SELECT kind FROM outbox")] == ["imip"]


@pytest.mark.rfc("6638", "3.2.9")
def test_who_may_not_sign_in_any_more_gets_no_invitations(alices, bobs, house):
    house.store.accounts.set_disabled(house.store.accounts.by_name("bob").id, disabled=True)
    alices.put(meeting())
    assert status(alices.text, "bob@example.org") == "3.7"


@pytest.mark.rfc("6638", "3.2.1/self", "7.3/attendee")
def test_the_organizer_who_takes_part_gets_no_message(alices, bobs):
    alices.put(meeting(attendees=("alice", "bob")))
    (own,) = [line for line in lines_of(alices.text, "ATTENDEE") if "alice" in line]
    assert ("SCHEDULE-STATUS" in own, alices.inbox()) == (False, [])


@pytest.mark.rfc("6638", "3.2.1.1/request", "3.2.1.1/status", "7.1/unknown")
@pytest.mark.parametrize("agent", ["CLIENT", "NONE", "X-OTHER"])
def test_whom_the_server_is_not_to_write_to_gets_nothing(alices, bobs, agent):
    alices.put(meeting(attendees=(f"ATTENDEE;SCHEDULE-AGENT={agent}:mailto:bob@example.org",)))
    assert (bobs.names(), "SCHEDULE-STATUS" in alices.text) == ([], False)


@pytest.mark.rfc("6638", "3.2.1.1/status")
def test_a_meeting_that_invites_nobody_is_kept_byte_for_byte(alices):
    body = meeting(attendees=("alice",))
    answer = alices.put(body)
    assert (alices.get().text, alices.get().headers["etag"]) == (body, answer.headers["etag"])
