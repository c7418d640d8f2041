"""Invitations between people here and people elsewhere, from a calendar to a mail and back."""

import re
from urllib.parse import urlencode

import pytest

from a3dav.outbox import deliver_due
from a3dav.testing.people import add_person
from a3dav_scheduling.mail import incoming

from .conftest import LUNCH, itip, link_in
from .mails import bounce, mail

EVENT = "/calendars/alice/calendar/lunch.ics"
HOME = "/calendars/alice/calendar/"


@pytest.fixture
def house(mailing):
    return mailing(verify="none", server__public_url="https://dav.example.org")


@pytest.fixture
def alice(house):
    return add_person(house, "alice", email="alice@example.org", display_name="Alice")


def event(*lines, uid="lunch"):
    parts = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20260101T000000Z",
    ]
    return "\r\n".join([*parts, *lines, "END:VEVENT", "END:VCALENDAR", ""])


def attendee(client, path, address="guest@example.net"):
    """The parameters of an attendee in a stored event."""
    text = client.get(path).text.replace("\r\n ", "").replace("\r\n", "\n")
    return re.search(rf"^ATTENDEE;?(.*):mailto:{re.escape(address)}$", text, re.MULTILINE)[1]


@pytest.fixture
def invited(house, alice, smtp):
    """Alice has invited the guest, who has the mail."""
    assert alice.put(EVENT, event(*LUNCH)).status == 201
    deliver_due(house)
    return smtp.parsed()


@pytest.mark.rfc("6638", "3.2.1", "3.2.1.1/status", "3.2.9", "3.2.9.2")
def test_an_event_with_a_guest_of_elsewhere_is_sent_by_mail(alice, invited):
    assert (invited["To"], invited["Subject"]) == ("Gast <guest@example.net>", "Invitation: Lunch with Grace")
    assert "SCHEDULE-STATUS=1.1" in attendee(alice, EVENT)


def test_an_answer_by_a_link_stands_in_the_calendar(house, alice, invited):
    form = urlencode({"a": "accepted", "comment": "gladly"})
    alice.request("POST", link_in(invited, "Yes"), form, content_type="application/x-www-form-urlencoded")
    assert "PARTSTAT=ACCEPTED" in attendee(alice, EVENT)


@pytest.mark.rfc("6638", "3.2.2")
def test_an_answer_by_mail_stands_in_the_calendar(house, alice, invited):
    reply = itip(
        "REPLY",
        *LUNCH[:3],
        LUNCH[5],
        "ATTENDEE;PARTSTAT=DECLINED:mailto:guest@example.net",
        "REQUEST-STATUS:2.0;Success",
    )
    incoming.take(house, mail(reply.body().decode()).as_bytes())
    assert "PARTSTAT=DECLINED" in attendee(alice, EVENT)


@pytest.mark.rfc("6638", "3.2.9")
def test_a_mail_that_came_back_stands_in_the_calendar(house, alice, invited):
    incoming.take(house, bounce(invited["Message-ID"]))
    assert "SCHEDULE-STATUS=5.1" in attendee(alice, EVENT)


@pytest.mark.rfc("6638", "3.2.9")
def test_a_mail_that_is_refused_stands_in_the_calendar(house, alice, smtp):
    smtp.answers["RCPT"] = "550 nobody"
    alice.put(EVENT, event(*LUNCH))
    deliver_due(house)
    assert "SCHEDULE-STATUS=5.1" in attendee(alice, EVENT)


def test_a_deleted_event_is_cancelled_by_mail(house, alice, smtp, invited):
    assert alice.delete(EVENT).status == 204
    deliver_due(house)
    mail_of_cancel = smtp.parsed()
    assert mail_of_cancel["Subject"] == "Cancelled: Lunch with Grace"
    assert mail_of_cancel["In-Reply-To"] == invited["Message-ID"]


def test_an_event_that_moves_is_sent_as_an_update(house, alice, smtp, invited):
    moved = [line.replace("T120000", "T110000") for line in LUNCH]
    alice.put(EVENT, event(*moved))
    deliver_due(house)
    assert smtp.parsed()["Subject"] == "Changed: Lunch with Grace"


REQUEST = itip(
    "REQUEST", "DTSTART:20260310T110000Z", "SUMMARY:Talk", "ORGANIZER;CN=Boss:mailto:boss@example.net",
    "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:alice@example.org", uid="talk",
).body().decode()  # fmt: skip


@pytest.fixture
def invitation_of_others(house, alice):
    """The path of an event that somebody elsewhere invited alice to by mail."""
    made = mail(REQUEST, sender="boss@example.net", method="REQUEST", message_id="<talk@example.net>")
    incoming.take(house, made.as_bytes(), ("mailto:alice@example.org",))
    (path,) = [href for href in alice.propfind(HOME, depth="1").multistatus if href != HOME]
    return path


def test_an_invitation_by_mail_stands_in_the_calendar(alice, invitation_of_others):
    assert "SUMMARY:Talk" in alice.get(invitation_of_others).text


@pytest.mark.rfc("6638", "3.2.2.3/partstat")
def test_an_answer_to_it_goes_out_by_mail_in_the_same_thread(house, alice, smtp, invitation_of_others):
    text = alice.get(invitation_of_others).text
    assert alice.put(invitation_of_others, text.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED")).status == 204
    deliver_due(house)
    answer = smtp.parsed()
    assert (answer["Subject"], answer["To"]) == ("Accepted: Talk", "Boss <boss@example.net>")
    assert answer["In-Reply-To"] == "<talk@example.net>"


@pytest.mark.rfc("6047", "2.2.1/organizer")
def test_a_stranger_changes_nothing_in_the_calendar(house, alice, invitation_of_others):
    forged = REQUEST.replace("boss@example.net", "eve@example.com").replace("SUMMARY:Talk", "SUMMARY:Trap")
    incoming.take(house, mail(forged, sender="eve@example.com", method="REQUEST", message_id="<2@x>").as_bytes())
    assert "SUMMARY:Talk" in alice.get(invitation_of_others).text


@pytest.mark.rfc("6047", "2.3/mailto")
def test_who_is_known_by_a_url_here_is_known_by_mail_elsewhere(house, alice, smtp):
    by_url = [line.replace("mailto:alice@example.org", "/principals/users/alice/") for line in LUNCH]
    alice.put(EVENT, event(*by_url))
    deliver_due(house)
    parts = [part for part in smtp.parsed().walk() if part.get_content_type() == "text/calendar"]
    text = parts[0].get_content().replace("\r\n ", "")
    assert "mailto:alice@example.org" in text
    assert "/principals/" not in text


@pytest.mark.rfc("6638", "3.2.9")
def test_without_a_mail_server_guests_of_elsewhere_are_known_not_to_be_told(make_house):
    house = make_house()
    alice = add_person(house, "alice", email="alice@example.org")
    alice.put(EVENT, event(*LUNCH))
    assert re.search(r"SCHEDULE-STATUS=\"?5", attendee(alice, EVENT))
    assert house.services["scheduling.mail"] is False
