"""Who may send as whom, and to whom (RFC 6638 §6)."""

import pytest

from a3dav.errors import Denied
from a3dav.testing.access import deny, grant, missing, share
from a3dav_content.itip.messages import Message
from a3dav_scheduling.posting import identity_of, refuse_sending

from .conftest import C, Diary, lines_of, meeting, status

CALENDAR, OUTBOX = "/calendars/alice/calendar/", "/scheduling/alice/outbox/"
BOB = "/principals/users/bob/"


@pytest.fixture
def secretary(alice, person):
    """May write into Alice's calendar, and no more."""
    client = person("sam", email="sam@example.org")
    share(alice, CALENDAR, grant("/principals/users/sam/", "read", "write"))
    return client


def put(client, body):
    return client.put(CALENDAR + "meeting.ics", body, content_type="text/calendar")


@pytest.mark.rfc("6638", "6.2.2", "11.2/send")
def test_who_may_write_into_a_calendar_may_not_yet_invite(secretary, bobs):
    assert missing(put(secretary, meeting())) == [(OUTBOX, "schedule-send-invite")]
    assert bobs.names() == []


@pytest.mark.rfc("6638", "6.2.2")
def test_events_without_others_need_no_more_than_that(secretary):
    assert put(secretary, meeting(attendees=())).status == 201


@pytest.mark.rfc("6638", "6.2.2")
@pytest.mark.rfc("5545", "3.2.18")
def test_who_may_send_invites_on_behalf_of_the_owner(alice, secretary, bobs):
    share(alice, OUTBOX, grant("/principals/users/sam/", C + "schedule-send-invite"))
    assert put(secretary, meeting()).status == 201
    (organizer,) = lines_of(bobs.inbox()[0], "ORGANIZER")
    assert 'SENT-BY="mailto:sam@example.org"' in organizer


@pytest.mark.rfc("6638", "6.2.3", "11.2/send")
def test_who_may_write_into_a_calendar_may_not_yet_answer(alices, secretary, bobs):
    bobs.put(meeting(organizer="bob", attendees=("alice",)))
    answer = secretary.put(
        alices.only(), alices.text.replace("ATTENDEE:", "ATTENDEE;PARTSTAT=DECLINED:"), content_type="text/calendar"
    )
    assert missing(answer) == [(OUTBOX, "schedule-send-reply")]
    assert missing(secretary.delete(alices.only())) == [(OUTBOX, "schedule-send-reply")]


@pytest.mark.rfc("5546", "6.2.2/flood")
@pytest.mark.rfc("6638", "3.2.9", "4/privileges", "6.1.2", "11.2/deliver")
def test_who_may_not_deliver_learns_of_it(alices, bobs):
    share(bobs.client, "/scheduling/bob/inbox/", deny("/principals/users/alice/", C + "schedule-deliver"))
    alices.put(meeting())
    assert (bobs.names(), status(alices.text, "bob@example.org")) == ([], "3.8")


@pytest.mark.rfc("6638", "4/privileges", "6.1.3", "11.2/deliver")
def test_who_takes_no_answers_gets_none(alices, bobs):
    share(alices.client, "/scheduling/alice/inbox/", deny(BOB, C + "schedule-deliver-reply"))
    alices.put(meeting())
    bobs.change("ATTENDEE:mailto:bob", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob")
    assert (alices.partstat("bob"), status(bobs.text, "alice@example.org")) == ("NEEDS-ACTION", "3.8")


@pytest.mark.rfc("6638", "11.2/organizer")
def test_nobody_invites_as_somebody_else(alices, bobs, person):
    carols = Diary(person("carol", email="carol@example.org"))
    assert alices.put(meeting(organizer="carol")).status == 201
    assert (bobs.names(), bobs.inbox(), carols.inbox()) == ([], [], [])


@pytest.mark.rfc("6638", "11.2/outbox")
def test_who_has_no_outbox_sends_nothing(house, alice, person):
    person("staff", kind="group", email="staff@example.org")
    staff, writer = map(house.store.accounts.by_name, ("staff", "alice"))
    body = meeting(organizer="staff").replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:REQUEST").encode()
    message = Message.parse(body, "mailto:staff@example.org", "mailto:bob@example.org")
    with pytest.raises(Denied):
        refuse_sending(house, identity_of(house, writer), staff, [message])
