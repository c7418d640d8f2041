"""Scheduling messages that leave by mail: once, to be told apart, and never silently lost."""

import os
import signal
import subprocess
import sys

import pytest

from a3dav.outbox import deliver_due
from a3dav.registries import Message as Posted
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person
from a3dav_scheduling.mail import outgoing, records
from a3dav_scheduling.mail.settings import MailSettings

from .conftest import ALICE, LUNCH, SENDER, ServerWithDsn, itip, text_of


def rows(house):
    return house.store.engine.rows("SELECT state, dialogues, doubtful FROM scheduling_mails ORDER BY id")


def waiting(house):
    return house.store.engine.rows("SELECT attempts, given_up FROM outbox")


def again(house):
    """Makes what waits due at once, whoever had it."""
    engine = house.store.engine
    engine.submit(lambda: engine.execute("UPDATE outbox SET due = 0, leased_until = 0")).result()
    return deliver_due(house)


@pytest.mark.rfc("6047", "2.4/method", "2.4/charset", "2.4/text", "2.4/alternative", "2.5")
def test_an_invitation_is_sent_as_text_and_as_a_calendar(house, smtp, post, invitation):
    post(invitation)
    assert deliver_due(house) == 1
    mail = smtp.parsed()
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
    ]  # fmt: skip
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert (calendar.get_param("method"), calendar.get_param("charset")) == ("REQUEST", "utf-8")
    assert calendar.get_content().replace("\r\n", "\n") == invitation.body().decode().replace("\r\n", "\n")
    assert rows(house) == [("sent", 1, 0)]


def test_a_mail_comes_from_the_server_for_its_organizer_and_is_answered_to_them(house, smtp, post, invitation):
    post(invitation)
    deliver_due(house)
    mail = smtp.parsed()
    shown = mail["From"].addresses[0]
    assert (shown.display_name, shown.addr_spec) == ("Alice Arnold via example.org", SENDER)
    assert str(mail["Reply-To"].addresses[0].addr_spec) == "alice@example.org"
    assert str(mail["To"].addresses[0].addr_spec) == "guest@example.net"
    assert smtp.mails[0][:2] == (SENDER, ["guest@example.net"])


def test_a_mail_comes_from_the_organizer_where_the_domain_is_ours(mailing, smtp, person, invitation):
    settings = MailSettings(host="localhost", sender=SENDER, own_domains=("Example.org",))
    mail = outgoing.composed(invitation, settings, outgoing.Circumstances("<1@example.org>", 0))
    assert (str(mail["From"]), str(mail["Sender"])) == ("Alice Arnold <alice@example.org>", SENDER)


@pytest.mark.rfc("3834", "5")
def test_a_mail_says_that_nobody_wrote_it(house, smtp, post, invitation):
    post(invitation)
    deliver_due(house)
    assert smtp.parsed()["Auto-Submitted"] == "auto-generated"


def test_the_name_of_a_mail_stands_in_one_line(house, smtp, post, invitation):
    post(invitation)
    deliver_due(house)
    assert b"\r\nMessage-ID: <" in smtp.mails[0][2]


@pytest.mark.rfc("6047", "2.5")
def test_a_mail_goes_through_seven_bits_and_short_lines(house, smtp, post):
    post(itip("REQUEST", *LUNCH, f"DESCRIPTION:{'grün ' * 900}"))
    deliver_due(house)
    lines = smtp.mails[0][2].split(b"\r\n")
    assert max(map(len, lines)) <= 78
    assert smtp.mails[0][2].isascii()


def test_what_the_server_will_not_take_now_is_sent_again_with_the_same_name(house, smtp, post, noted, invitation):
    post(invitation)
    smtp.answers["DATA"] = "451 later"
    assert deliver_due(house) == 0
    assert (rows(house), waiting(house), noted) == ([("waiting", 1, 0)], [(1, 0)], [])
    smtp.answers.clear()
    assert again(house) == 1
    assert (rows(house), waiting(house)) == ([("sent", 2, 0)], [])
    assert smtp.parsed(0)["Message-ID"] == smtp.parsed(1)["Message-ID"]


@pytest.mark.rfc("6638", "3.2.9")
@pytest.mark.parametrize("command", ["RCPT", "DATA"])
def test_what_the_server_will_never_take_is_given_up_and_noted(house, smtp, post, noted, invitation, command):
    post(invitation)
    smtp.answers[command] = "550 5.1.1 nobody of that name"
    deliver_due(house)
    assert (rows(house), waiting(house)) == ([("failed", 1, 0)], [])
    assert noted == [("mailto:guest@example.net", "5.1")]


def test_a_refusal_of_the_sender_is_no_fault_of_the_mail(house, smtp, post, noted, invitation):
    post(invitation)
    smtp.answers["MAIL"] = "550 we do not know you"
    deliver_due(house)
    assert (rows(house), waiting(house), noted) == ([("waiting", 1, 0)], [(1, 0)], [])


@pytest.mark.parametrize("recipient", ["a b@example.net", "two@@example.net", "x@-example.net", "@example.net"])
def test_nothing_is_sent_to_what_is_no_address(house, smtp, post, noted, recipient):
    lines = [*LUNCH[:-1], f"ATTENDEE:mailto:{recipient}"]
    post(itip("REQUEST", *lines, recipient=recipient))
    deliver_due(house)
    assert (rows(house), smtp.mails) == ([("failed", 1, 0)], [])
    assert [code for _, code in noted] == ["3.7"]


def test_the_last_attempt_that_fails_is_noted_and_stays_to_be_seen(house, smtp, post, noted, invitation):
    post(invitation)
    smtp.answers["DATA"] = "451 later"
    engine = house.store.engine
    engine.submit(lambda: engine.execute("UPDATE outbox SET attempts = ?", (outgoing.ATTEMPTS - 1,))).result()
    deliver_due(house)
    assert (rows(house), waiting(house)) == ([("failed", 1, 0)], [(outgoing.ATTEMPTS, 1)])
    assert noted == [("mailto:guest@example.net", "5.1")]


def test_a_mail_that_was_sent_is_not_sent_again(house, smtp, post, invitation):
    """As after a crash between the end of the dialogue and that of the message in the outbox."""
    post(invitation)
    mail_id, account_id, payload = house.store.engine.row("SELECT id, account_id, payload FROM outbox")
    outgoing.deliver(house, Posted(bytes(mail_id), "imip", bytes(account_id), bytes(payload), 0))
    assert deliver_due(house) == 1
    assert (len(smtp.mails), rows(house)) == (1, [("sent", 1, 0)])


KILLED = """
import os, signal
from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.outbox import deliver_due
from a3dav_scheduling.mail import records
records.end = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
deliver_due(open_house(read(None, os.environ)))
"""


def test_a_kill_behind_the_dialogue_repeats_the_mail_under_its_name_and_shows(
    house, smtp, post, invitation, store_settings
):
    post(invitation)
    own = {
        "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir), "A3DAV_PLUGINS__SCHEDULING__MAIL__HOST": "localhost",
        "A3DAV_PLUGINS__SCHEDULING__MAIL__PORT": str(smtp.port), "A3DAV_PLUGINS__SCHEDULING__MAIL__SENDER": SENDER,
        "A3DAV_PLUGINS__SCHEDULING__MAIL__SECURITY": "none",
    }  # fmt: skip
    killed = subprocess.run(
        [sys.executable, "-P", "-c", KILLED], env={**os.environ, **store_settings, **own}, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert (rows(house), len(smtp.mails)) == ([("sending", 1, 0)], 1)
    assert again(house) == 1
    assert rows(house) == [("sent", 2, 1)]
    assert smtp.parsed(0)["Message-ID"] == smtp.parsed(1)["Message-ID"]


def test_a_kill_before_the_dialogue_repeats_nothing(house, smtp, post, invitation, monkeypatch):
    post(invitation)
    monkeypatch.setattr(records, "begin", lambda *_: 1 / 0)
    deliver_due(house)
    assert (rows(house), smtp.mails) == ([], [])
    monkeypatch.undo()
    assert again(house) == 1
    assert len(smtp.mails) == 1


# -- the connection ---------------------------------------------------------------------------------


@pytest.fixture
def through(mailing, invitation):
    """Sends the invitation through a server with these settings; gives states and failures."""

    def send(server, **settings):
        house = mailing(port=server.port, **settings)
        add_person(house, "alice", email="alice@example.org")
        account = house.store.accounts.by_name("alice")
        house.transact(Actor(), lambda tx: tx.post("imip", account.id, invitation.dump()))
        deliver_due(house)
        engine = house.store.engine
        states = [row[0] for row in engine.rows("SELECT state FROM scheduling_mails")]
        return states, " ".join(row[0] for row in engine.rows("SELECT failure FROM outbox"))

    return send


def test_starttls_and_a_password_protect_the_dialogue(start_server, through):
    server = start_server(tls=True, user="a3dav")
    assert through(server, security="starttls", ca_file=server.ca, user="a3dav", password="p") == (["sent"], "")


def test_tls_may_come_first(start_server, through):
    server = start_server(implicit=True)
    assert through(server, security="tls", ca_file=server.ca) == (["sent"], "")


def test_a_certificate_of_nobody_known_ends_the_dialogue(start_server, through):
    server = start_server(tls=True)
    states, failure = through(server, security="starttls", user="a3dav", password="p")
    assert (states, server.mails) == (["waiting"], [])
    assert "certificate" in failure


def test_without_starttls_nothing_is_sent_in_clear_text(start_server, through):
    server = start_server()
    states, failure = through(server, security="starttls")
    assert (states, server.mails) == (["waiting"], [])
    assert "cannot do what the settings ask for" in failure


def test_a_wrong_password_is_told_and_tried_again(start_server, through):
    server = start_server(tls=True, user="somebody")
    states, failure = through(server, security="starttls", ca_file=server.ca, user="a3dav", password="p")
    assert states == ["waiting"]
    assert "refuses user and password" in failure


def test_a_server_that_is_not_there_is_asked_again(start_server, through):
    server = start_server()
    server.stop()
    states, failure = through(server)
    assert states == ["waiting"]
    assert "does not answer" in failure


def test_a_server_that_is_not_there_is_left_in_peace_for_a_moment(house, smtp, post, invitation, monkeypatch):
    smtp.stop()
    post(invitation)
    deliver_due(house)
    monkeypatch.setattr(outgoing, "send", lambda *_: pytest.fail("it was asked again"))
    again(house)
    (failure,) = house.store.engine.row("SELECT failure FROM outbox")
    assert "did not answer a moment ago" in failure


@pytest.mark.rfc("3461", "4.1", "4.4")
def test_a_server_that_tells_of_failures_is_asked_to(start_server, through):
    server = start_server(kind=ServerWithDsn)
    assert through(server)[0] == ["sent"]
    assert {option.partition("=")[0] for option in server.options} == {"SIZE", "ENVID", "NOTIFY"}


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"host": "mail.example.org"}, "sender"),
        ({"host": "mail.example.org", "sender": "a b@example.org"}, "sender"),
        ({"host": "mail.example.org", "sender": SENDER, "security": "none"}, "security"),
        ({"imap_host": "mail.example.org", "imap_security": "none"}, "imap_security"),
        ({"password": "p"}, "password"),
        ({"language": "tlh"}, "language"),
        ({"reply_to": "sender"}, "reply_to"),
        ({"verify": "headers"}, "verify"),
        ({"lmtp": "24"}, "lmtp"),
        ({"http_secret": "short"}, "http_secret"),
        ({"own_domains": ("@example.org",)}, "own_domains"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(settings, key):
    assert [found for found, _ in MailSettings(**settings).problems()] == [key]


# -- what a mail says -------------------------------------------------------------------------------


def test_an_update_tells_old_and_new_and_answers_the_mail_before(house, smtp, post, invitation):
    post(invitation)
    deliver_due(house)
    moved = [line.replace("T120000", "T150000").replace("T130000", "T160000") for line in LUNCH]
    post(itip("REQUEST", *[line.replace("SEQUENCE:0", "SEQUENCE:1") for line in moved]))
    deliver_due(house)
    first, second = smtp.parsed(0), smtp.parsed(1)
    assert (first["Subject"], second["Subject"]) == ("Invitation: Lunch with Grace", "Changed: Lunch with Grace")
    assert second["In-Reply-To"] == second["References"] == first["Message-ID"]
    assert "* When: Tuesday, March 10, 2026, 3:00\u202fPM – 4:00\u202fPM" in text_of(second)
    assert "(before: Tuesday, March 10, 2026, 12:00\u202fPM – 1:00\u202fPM" in text_of(second)


def test_an_invitation_behind_a_cancellation_is_no_update(house, smtp, post, invitation):
    for message in (invitation, itip("CANCEL", "SEQUENCE:1", ALICE, LUNCH[-1], "SUMMARY:Lunch"), invitation):
        post(message)
        deliver_due(house)
    assert [smtp.parsed(number)["Subject"].partition(":")[0] for number in range(3)] == [
        "Invitation",
        "Cancelled",
        "Invitation",
    ]


@pytest.mark.parametrize(
    ("partstat", "subject"), [("ACCEPTED", "Accepted"), ("DECLINED", "Declined"), ("TENTATIVE", "Perhaps")]
)
def test_a_reply_says_in_its_subject_what_it_is(house, smtp, post, partstat, subject):
    reply = itip(
        "REPLY", "ORGANIZER:mailto:boss@example.net", f"ATTENDEE;CN=Alice;PARTSTAT={partstat}:mailto:alice@example.org",
        "DTSTART:20260310T120000Z", "SUMMARY:Lunch", recipient="boss@example.net",
    )  # fmt: skip
    post(reply)
    deliver_due(house)
    assert smtp.parsed()["Subject"] == f"{subject}: Lunch"


def test_a_mail_speaks_the_language_of_its_recipient(house, smtp, post):
    post(itip("REQUEST", *LUNCH[:-1], "ATTENDEE;LANGUAGE=de-AT:mailto:guest@example.net"))
    deliver_due(house)
    mail = smtp.parsed()
    assert (mail["Subject"], mail["Content-Language"]) == ("Einladung: Lunch with Grace", "de-AT")
    assert "Dienstag, 10. März 2026, 12:00 – 13:00 (Mitteleuropäische Normalzeit)" in text_of(mail)


def test_links_for_answers_go_to_who_is_invited_alone(house, smtp, post, invitation):
    post(invitation)
    post(itip("CANCEL", "SEQUENCE:1", ALICE, LUNCH[-1], uid="other"))
    deliver_due(house)
    links = ["https://dav.example.org/scheduling-reply?t=" in text_of(smtp.parsed(number)) for number in (0, 1)]
    assert links == [True, False]
