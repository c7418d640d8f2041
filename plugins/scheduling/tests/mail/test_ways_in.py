"""The three ways in: LMTP, a mailbox, HTTP; each acknowledges a mail when it is in the store, and not before."""

import imaplib
import re
import smtplib
import socket
import ssl
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from a3dav.cli import complete
from a3dav.errors import A3davError
from a3dav.outbox import deliver_due
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.people import add_person
from a3dav_scheduling.mail import engine, lmtp, mailbox
from a3dav_scheduling.mail.sending import NotNow

from .conftest import ALICE, LUNCH, SENDER, free_port, itip
from .mails import bounce, mail

REPLY = (
    itip("REPLY", "DTSTART:20260310T110000Z", ALICE, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:guest@example.net")
    .body()
    .decode()
)
SECRET = "a secret that nobody would guess"
FOLDER = "INBOX"


@pytest.fixture
def open_way(mailing):
    """Opens a house with alice and bob in it, where mail comes in by these settings."""

    def do(**settings):
        house = mailing(**{"verify": "none"} | settings)
        add_person(house, "alice", email="alice@example.org")
        add_person(house, "bob", email="bob@example.org")
        return house

    return do


@pytest.fixture
def fails(monkeypatch):
    """The store cannot take anything now."""

    def receive(*_):
        raise NotNow("the disk is full")

    monkeypatch.setattr(engine, "receive", receive)


# -- LMTP ----------------------------------------------------------------------------------------------


@pytest.fixture
def listening(open_way):
    """Starts the listener of a house and gives a connected client."""
    stopped = []

    def start(**settings):
        port = free_port()
        house = open_way(lmtp=f"127.0.0.1:{port}", **settings)
        assert lmtp.keep_listening(house).endswith(str(port))
        stopped.append(house.services[lmtp.SERVICE])
        client = smtplib.LMTP("127.0.0.1", port)
        stopped.append(client)
        return client

    yield start
    for one in reversed(stopped):
        one.close() if isinstance(one, smtplib.LMTP) else one.stop()


def hand_over(client, made, recipients=("alice@example.org",), sender="guest@example.net"):
    """Speaks the dialogue, and gives the answer for each recipient."""
    client.ehlo_or_helo_if_needed()
    assert client.mail(sender)[0] == 250
    for recipient in recipients:
        assert client.rcpt(recipient)[0] == 250
    assert client.docmd("DATA")[0] == 354
    client.send(made.as_bytes().replace(b"\r\n.", b"\r\n..") + b"\r\n.\r\n")
    return [client.getreply()[0] for _ in recipients]


@pytest.mark.rfc("2033", "4.2")
def test_a_mail_server_hears_of_each_recipient_what_became_of_a_mail(listening, received):
    client = listening()
    assert hand_over(client, mail(REPLY), ["alice@example.org", "bob@example.org"]) == [250, 250]
    assert [message.recipient for message in received] == ["mailto:alice@example.org"]


@pytest.mark.rfc("2033", "4.2")
def test_a_mail_without_a_message_is_refused_for_good(listening, received):
    made = mail("BEGIN:VCALENDAR", method="REPLY")
    assert hand_over(listening(), made) == [550]


def test_a_mail_that_is_not_in_the_store_is_not_acknowledged(listening, fails):
    assert hand_over(listening(), mail(REPLY)) == [451]


def test_a_mistake_of_ours_acknowledges_nothing(listening, monkeypatch):
    monkeypatch.setattr(engine, "receive", lambda *_: 1 / 0)
    assert hand_over(listening(), mail(REPLY)) == [451]


@pytest.mark.parametrize(
    ("recipient", "code"), [("nobody@example.org", 550), ("", 550), ("ALICE@example.org", 250), (SENDER, 250)]
)
def test_the_listener_knows_who_is_here(listening, recipient, code):
    client = listening()
    client.ehlo_or_helo_if_needed()
    client.mail("guest@example.net")
    assert client.rcpt(recipient)[0] == code


def test_dots_at_the_beginning_of_lines_arrive(listening, received):
    hand_over(listening(), mail(REPLY.replace("METHOD", "X-A:1\r\n .dot\r\nMETHOD"), cte="8bit"))
    assert received[0].calendar.value("X-A") == "1.dot"


def test_a_line_of_one_dot_between_bare_line_ends_ends_nothing(listening, received):
    client = listening()
    raw = mail(REPLY, cte="8bit").as_bytes()
    client.ehlo_or_helo_if_needed()
    client.mail("guest@example.net")
    client.rcpt("alice@example.org")
    client.docmd("DATA")
    client.send(b"X-A: 1\n.\r\nMAIL FROM:<eve@example.com>\r\n" + raw + b"\r\n.\r\n")
    assert client.getreply()[0] == 550
    assert client.docmd("NOOP") == (250, b"2.0.0 fine")


@pytest.mark.rfc("1870", "6.1")
def test_a_mail_that_is_too_large_is_refused(listening, received):
    client = listening(max_size=10_240)
    made = mail(REPLY)
    made.add_attachment(b"x" * 20_000, maintype="application", subtype="octet-stream")
    assert hand_over(client, made) == [552]
    assert client.mail("guest@example.net", ["SIZE=20000"])[0] == 552
    assert received == []


@pytest.mark.parametrize(
    ("commands", "codes"),
    [
        (["MAIL FROM:<a@b>"], [503]),
        (["LHLO x", "RCPT TO:<a@b>"], [250, 503]),
        (["LHLO x", "DATA"], [250, 503]),
        (["LHLO x", "MAIL FROM:<>", "MAIL FROM:<>"], [250, 250, 503]),
        (["LHLO x", "MAIL TO:<>"], [250, 501]),
        (["LHLO x", "MAIL FROM:<>", "RSET", "MAIL FROM:<>"], [250, 250, 250, 250]),
        (["LHLO x", "MAIL FROM:<> BODY=8BITMIME SMTPUTF8", "VRFY a"], [250, 250, 252]),
        (["HELO x", "EHLO x", "_RESET", "CONVERSE", "QUIT"], [500, 500, 500, 500, 221]),
    ],
)
def test_commands_out_of_order_are_refused(listening, commands, codes):
    client = listening()
    assert [client.docmd(command)[0] for command in commands] == codes


def test_a_client_that_makes_mistakes_only_is_left(listening):
    client = listening()
    codes = [client.docmd("NONSENSE")[0] for _ in range(lmtp.MOST_MISTAKES)]
    assert (set(codes), client.getreply()[0]) == ({500}, 421)


def test_a_line_without_an_end_is_not_waited_for(listening):
    client = listening()
    client.send(b"x" * 10_000)
    assert client.getreply()[0] == 500


def test_more_connections_than_there_are_seats_are_sent_away(listening, monkeypatch):
    monkeypatch.setattr(lmtp, "MOST_SESSIONS", 1)
    client = listening()
    assert client.docmd("NOOP") == (250, b"2.0.0 fine")
    with socket.create_connection(client.sock.getpeername()) as second:
        assert second.recv(100).startswith(b"421")


def test_mail_is_taken_by_a_socket_in_the_file_system(open_way, received, tmp_path):
    house = open_way(lmtp=str(tmp_path / "lmtp"))
    lmtp.keep_listening(house)
    client = smtplib.LMTP(str(tmp_path / "lmtp"), 0)
    assert hand_over(client, mail(REPLY)) == [250]
    client.quit()
    house.services[lmtp.SERVICE].stop()
    assert not (tmp_path / "lmtp").exists()


def test_a_listener_that_listens_is_left_alone(open_way):
    house = open_way(lmtp=f"127.0.0.1:{free_port()}")
    assert lmtp.keep_listening(house)
    first = house.services[lmtp.SERVICE]
    assert (lmtp.keep_listening(house), house.services[lmtp.SERVICE]) == ("", first)
    first.stop()


def test_a_place_that_is_taken_is_told(open_way):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        house = open_way(lmtp=f"127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(A3davError, match="in use"):
            lmtp.keep_listening(house)


def test_nothing_listens_where_nothing_is_set(open_way):
    house = open_way()
    assert lmtp.keep_listening(house) == ""
    assert lmtp.SERVICE not in house.services


# -- a mailbox -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def imap(tmp_path_factory, authority_files):
    """A server of mailboxes: its port and the file of its authority."""
    certificate, key, ca = authority_files
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", "from pymap.main import main; main()", "--host", "localhost", "--port", str(port), "--cert", certificate, "--key", key,
         "dict", "--demo-user", "calendar", "--demo-password", "p", "--demo-data"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("localhost", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield port, ca
    process.kill()
    process.wait()


@pytest.fixture
def box(imap):
    """The mailbox as its owner sees it, with nothing in it that is new."""
    client = imaplib.IMAP4("localhost", imap[0])
    client.starttls(ssl.create_default_context(cafile=imap[1]))
    client.login("calendar", "p")
    client.select(FOLDER)
    client.store("1:*", "+FLAGS", "(\\Deleted)")
    client.expunge()
    yield client
    client.logout()


@pytest.fixture
def looking(open_way, imap):
    def do(**settings):
        own = {"imap_host": "localhost", "imap_port": imap[0], "imap_security": "starttls", "ca_file": imap[1]}
        return open_way(**own | {"imap_user": "calendar", "imap_password": "p"} | settings)

    return do


def put(box, made):
    assert box.append(FOLDER, "", None, made if isinstance(made, bytes) else made.as_bytes())[0] == "OK"


def unseen(box):
    box.noop()
    return len(box.search(None, "UNSEEN")[1][0].split())


def test_what_is_new_in_the_mailbox_is_taken_once(looking, box, received):
    house = looking()
    put(box, mail(REPLY))
    assert mailbox.look(house) == "1 mails taken from the mailbox"
    assert (len(received), unseen(box)) == (1, 0)
    assert (mailbox.look(house), len(received)) == ("", 1)


def test_a_mail_of_the_mailbox_that_is_not_in_the_store_stays_new(looking, box, fails):
    house = looking()
    put(box, mail(REPLY))
    assert mailbox.look(house) == ""
    assert unseen(box) == 1


def test_mails_that_wait_do_not_stand_in_the_way_of_others(looking, box, monkeypatch):
    monkeypatch.setattr(mailbox, "BATCH", 1)
    house, seen = looking(), []

    def take(_, raw):
        seen.append(re.search(rb"Message-ID: (<.>)", raw)[1])
        raise NotNow("not yet")

    monkeypatch.setattr(mailbox, "take", take)
    for name in "abc":
        put(box, mail(REPLY, message_id=f"<{name}>"))
    for _ in range(4):
        mailbox.look(house)
    assert seen == [b"<a>", b"<b>", b"<c>", b"<a>"]


def test_a_mail_of_the_mailbox_that_will_never_be_taken_is_seen_and_stays(looking, box, received):
    house = looking()
    put(box, b"From: a@example.net\r\n\r\nhello\r\n")
    put(box, mail(REPLY))
    mailbox.look(house)
    assert (len(received), unseen(box), len(box.search(None, "ALL")[1][0].split())) == (1, 0, 2)


def test_a_mail_of_the_mailbox_that_is_too_large_is_not_fetched(looking, box, received):
    house = looking(max_size=10_240)
    made = mail(REPLY)
    made.add_attachment(b"x" * 20_000, maintype="application", subtype="octet-stream")
    put(box, made)
    mailbox.look(house)
    assert (received, unseen(box)) == ([], 0)


@pytest.mark.parametrize(
    "settings", [{"imap_password": "wrong"}, {"imap_folder": 'no "such" folder'}, {"ca_file": ""}, {"imap_port": 1}]
)
def test_a_mailbox_that_cannot_be_looked_into_is_told(looking, box, settings):
    with pytest.raises(NotNow):
        mailbox.look(looking(**settings))


def test_no_mailbox_is_looked_into_where_none_is_set(open_way):
    assert mailbox.look(open_way()) == ""


# -- HTTP ----------------------------------------------------------------------------------------------


def post(house, raw, query="", **headers):
    client = Client(house, "", "")
    client.authorization = f"Bearer {SECRET}"
    client.peer = headers.pop("peer", "127.0.0.1")
    return client.request("POST", f"/scheduling-mail{query}", raw, **{"content_type": "message/rfc822"} | headers)


def test_a_mail_server_with_the_secret_hands_mail_over(open_way, received):
    answer = post(open_way(http_secret=SECRET), mail(REPLY).as_bytes())
    assert (answer.status, answer.text) == (200, "1 scheduling messages taken")
    assert len(received) == 1


def test_the_envelope_may_be_told_with_the_mail(open_way, received):
    request = itip(
        "REQUEST", "DTSTART:20260310T110000Z", "ORGANIZER:mailto:guest@example.net", "ATTENDEE:mailto:bob@example.org"
    )
    made = mail(request.body().decode(), to="all@example.org", method="REQUEST")
    assert post(open_way(http_secret=SECRET), made.as_bytes(), "?to=bob%40example.org").status == 200
    assert [message.recipient for message in received] == ["mailto:bob@example.org"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"authorization": ""}, 401),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": f"Basic {SECRET}"}, 401),
        ({"authorization": "Bearer \u00fc"}, 401),
        ({"content_type": "text/plain"}, 415),
        ({"peer": "192.0.2.1"}, 403),
    ],
)
def test_nobody_else_hands_mail_over(open_way, received, headers, status):
    assert (post(open_way(http_secret=SECRET), mail(REPLY).as_bytes(), **headers).status, received) == (status, [])


def test_without_a_secret_there_is_no_such_place(open_way, received):
    assert (post(open_way(), mail(REPLY).as_bytes()).status, received) == (404, [])


def test_a_mail_that_will_never_be_taken_is_said_to_be_so(open_way):
    answer = post(open_way(http_secret=SECRET), b"From: a@example.net\r\n\r\nhello")
    assert (answer.status, answer.text) == (422, "refused: there is no scheduling message in the mail")


def test_a_mail_that_may_be_taken_later_is_asked_for_again(open_way, fails):
    answer = post(open_way(http_secret=SECRET), mail(REPLY).as_bytes())
    assert (answer.status, answer.headers["retry-after"]) == (503, "60")


def test_a_mail_over_http_that_is_too_large_is_refused(open_way):
    assert post(open_way(http_secret=SECRET, max_size=10_240), b"x" * 20_000).status == 413


# -- what an administrator sees ------------------------------------------------------------------------


def test_the_administrator_sees_what_was_sent_and_what_came_back(open_way, smtp, noted, store_settings):
    house = open_way(http_secret=SECRET)
    account = house.store.accounts.by_name("alice")
    for uid in ("lunch", "dinner"):
        message = itip("REQUEST", *LUNCH, uid=uid)
        house.transact(Actor(), lambda tx, message=message: tx.post("imip", account.id, message.dump()))
    deliver_due(house)
    post(house, bounce(smtp.parsed(0)["Message-ID"]))
    environment = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}
    shown = CliRunner().invoke(complete(), ["scheduling", "mails"], env=environment)
    only = CliRunner().invoke(complete(), ["scheduling", "mails", "--failed"], env=environment)
    assert (shown.output.count("guest@example.net"), only.output.count("guest@example.net")) == (2, 1)
    assert re.search(r"returned .*another mail server sent it back; ask for the right address", only.output)
