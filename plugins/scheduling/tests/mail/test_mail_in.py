"""Mail that comes in: from whom it may come, whom it reaches, and that it does so once."""

import email
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav.outbox import deliver_due
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person
from a3dav_scheduling.mail import engine, incoming, verifying
from a3dav_scheduling.mail.http_in import opened_or_why
from a3dav_scheduling.mail.reading import Refused, opened
from a3dav_scheduling.mail.sending import NotNow
from a3dav_scheduling.mail.settings import MailSettings

from .conftest import ALICE, LUNCH, itip
from .mails import bounce, mail, record, signed

REPLY = (
    itip("REPLY", "DTSTART:20260310T110000Z", ALICE, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:guest@example.net")
    .body()
    .decode()
)
BOSS = "ORGANIZER:mailto:boss@example.net"
TO_ALICE = "ATTENDEE:mailto:alice@example.org"
REQUEST = itip("REQUEST", "DTSTART:20260310T110000Z", "SUMMARY:Talk", BOSS, TO_ALICE).body().decode()


@pytest.fixture
def house(mailing):
    house = mailing(verify="none")
    add_person(house, "alice", email="alice@example.org")
    add_person(house, "bob", email="bob@example.org")
    return house


def take(house, made, recipients=()):
    return incoming.take(house, made if isinstance(made, bytes) else made.as_bytes(), recipients)


def sides(received):
    return [(message.method, message.originator, message.recipient) for message in received]


@pytest.mark.rfc("6047", "2.3/calendar", "2.4/method")
def test_an_answer_reaches_the_organizer(house, received):
    assert take(house, mail(REPLY)) == "1 scheduling messages taken"
    assert sides(received) == [("REPLY", "mailto:guest@example.net", "mailto:alice@example.org")]


def test_an_invitation_reaches_who_is_invited_and_got_the_mail(house, received):
    both = (
        itip("REQUEST", "DTSTART:20260310T110000Z", BOSS, TO_ALICE, "ATTENDEE:mailto:bob@example.org").body().decode()
    )
    take(house, mail(both, sender="boss@example.net", method="REQUEST"))
    assert sides(received) == [("REQUEST", "mailto:boss@example.net", "mailto:alice@example.org")]


def test_the_envelope_says_who_got_a_mail(house, received):
    both = (
        itip("REQUEST", "DTSTART:20260310T110000Z", BOSS, TO_ALICE, "ATTENDEE:mailto:bob@example.org").body().decode()
    )
    made = mail(both, sender="boss@example.net", to="all@example.org", method="REQUEST")
    take(house, made, ("mailto:bob@example.org",))
    assert [message.recipient for message in received] == ["mailto:bob@example.org"]


@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
def test_a_calendar_is_read_in_every_transfer_encoding(house, received, cte):
    text = REPLY.replace("METHOD", "X-NAME:grün\r\nMETHOD")
    take(house, mail(text, cte=cte))
    assert received[0].calendar.value("X-NAME") == "grün"


def test_a_calendar_is_read_in_the_charset_of_its_part(house, received):
    made = mail(REPLY)
    part = list(made.walk())[-1]
    part.set_payload(REPLY.replace("METHOD", "X-NAME:grün\r\nMETHOD").encode("latin-1"))
    del part["Content-Transfer-Encoding"]
    part.replace_header("Content-Type", 'text/calendar; charset="iso-8859-1"; method="REPLY"')
    take(house, made)
    assert received[0].calendar.value("X-NAME") == "grün"


@pytest.mark.rfc("6047", "2.4/inside")
def test_a_calendar_is_found_deep_inside(house, received):
    outer = email.message.EmailMessage()
    inner = mail(REPLY)
    for name in ("From", "To", "Message-ID"):
        outer[name] = inner[name]
        del inner[name]
    outer.make_mixed()
    outer.attach(inner)
    take(house, outer)
    assert sides(received) == [("REPLY", "mailto:guest@example.net", "mailto:alice@example.org")]


@pytest.mark.rfc("6047", "2.4/several")
def test_of_several_calendars_all_are_taken(house, received):
    made = mail(REPLY)
    second = REPLY.replace("UID:", "UID:second-")
    made.add_attachment(
        second.encode(), maintype="text", subtype="calendar", params={"method": "REPLY", "charset": "utf-8"}
    )
    assert take(house, made) == "2 scheduling messages taken"
    assert len({message.uid for message in received}) == 2


@pytest.mark.rfc("6047", "2.6")
@pytest.mark.parametrize(
    ("content_type", "name", "taken"),
    [("text/calendar", "reply.exe", 1), ("application/octet-stream", "reply.ics", 0), ("text/plain", "reply.ics", 0)],
)
def test_the_type_of_a_part_counts_and_not_its_name(content_type, name, taken):
    made, (main, _, sub) = email.message.EmailMessage(), content_type.partition("/")
    made["From"], made["To"] = "guest@example.net", "alice@example.org"
    made.set_content("see below")
    made.add_attachment(REPLY.encode(), maintype=main, subtype=sub, filename=name)
    assert len(opened(made.as_bytes()).calendars) == taken


def test_a_mail_that_was_sent_along_says_nothing(house, received):
    outer = email.message.EmailMessage()
    outer["From"], outer["To"] = "guest@example.net", "alice@example.org"
    outer.set_content("look at this")
    outer.add_attachment(mail(REPLY))
    with pytest.raises(Refused, match="no scheduling message"):
        take(house, outer)
    assert received == []


@pytest.mark.rfc("6047", "2.4/alternative")
def test_a_calendar_that_stands_there_twice_is_taken_once(house, received):
    made = mail(REPLY)
    made.add_attachment(
        REPLY.encode(), maintype="text", subtype="calendar", params={"method": "REPLY", "charset": "utf-8"}
    )
    take(house, made)
    assert len(received) == 1


@pytest.mark.rfc("6047", "2.2.1/organizer", "2.2.1/attendee", "2.4/method")
@pytest.mark.parametrize(
    ("calendar", "sender", "method", "why"),
    [
        (REPLY, "other@example.net", "REPLY", "comes from an attendee"),
        (REQUEST, "other@example.net", "REQUEST", "comes from its organizer"),
        (REPLY, "guest@example.net", "REQUEST", "the mail says REQUEST"),
        (REPLY.replace("METHOD:REPLY", "X:1"), "guest@example.net", "REPLY", "one METHOD"),
        ("BEGIN:VCALENDAR", "guest@example.net", "REPLY", "is no scheduling message"),
        (REPLY.replace("alice@", "nobody@"), "guest@example.net", "REPLY", "nobody here"),
        (
            REQUEST.replace("ATTENDEE:mailto:alice", "ATTENDEE:mailto:carol"),
            "boss@example.net",
            "REQUEST",
            "nobody here",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(house, received, calendar, sender, method, why):
    with pytest.raises(Refused, match=why):
        take(house, mail(calendar, sender=sender, method=method))
    assert received == []


@pytest.mark.rfc("6047", "2.2.1", "3/sent-by")
@pytest.mark.parametrize(
    ("sender", "method", "calendar"),
    [
        ("helper@example.net", "REPLY", REPLY.replace("PARTSTAT=", 'SENT-BY="mailto:helper@example.net";PARTSTAT=')),
        (
            "helper@example.net",
            "REQUEST",
            REQUEST.replace("ORGANIZER:", 'ORGANIZER;SENT-BY="mailto:helper@example.net":'),
        ),
    ],
)
def test_who_acts_for_another_of_their_domain_may_write(house, received, sender, method, calendar):
    take(house, mail(calendar, sender=sender, method=method))
    assert (received[0].sent_by, received[0].originator in {"mailto:guest@example.net", "mailto:boss@example.net"}) == (
        "mailto:helper@example.net", True,
    )  # fmt: skip


@pytest.mark.rfc("6047", "3/sent-by")
def test_nobody_acts_for_people_of_other_domains(house, received):
    calendar = REPLY.replace("PARTSTAT=", 'SENT-BY="mailto:eve@example.com";PARTSTAT=')
    with pytest.raises(Refused, match="comes from an attendee"):
        take(house, mail(calendar, sender="eve@example.com"))
    assert received == []


@pytest.mark.rfc("5546", "3.2.2.3/request")
def test_who_delegates_may_invite_the_delegate(house, received):
    calendar = itip(
        "REQUEST", "DTSTART:20260310T110000Z", "ORGANIZER:mailto:chief@example.com",
        'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:alice@example.org":mailto:guest@example.net',
        'ATTENDEE;DELEGATED-FROM="mailto:guest@example.net":mailto:alice@example.org',
    ).body().decode()  # fmt: skip
    take(house, mail(calendar, method="REQUEST"))
    assert sides(received) == [("REQUEST", "mailto:guest@example.net", "mailto:alice@example.org")]


@pytest.mark.parametrize("sender", ["a@example.net, guest@example.net", "", "guest", "undisclosed:;"])
def test_a_mail_has_one_sender(house, received, sender):
    raw = mail(REPLY).as_bytes().replace(b"From: guest@example.net", b"From: " + sender.encode())
    with pytest.raises(Refused):
        take(house, raw)
    assert received == []


def test_a_second_from_is_not_overlooked(house, received):
    raw = b"From: guest@example.net\r\n" + mail(REPLY, sender="eve@example.com").as_bytes()
    with pytest.raises(Refused):
        take(house, raw)
    assert received == []


def test_a_mail_that_comes_again_does_nothing(house, received):
    assert take(house, mail(REPLY)) == take(house, mail(REPLY)) == "1 scheduling messages taken"
    assert len(received) == 1


def test_a_mail_without_a_name_is_known_by_all_of_it(house, received):
    made = mail(REPLY)
    del made["Message-ID"]
    raw = made.as_bytes()
    take(house, raw)
    take(house, raw)
    assert len(received) == 1


def test_a_mail_that_failed_half_way_comes_again_under_its_name(house, monkeypatch):
    names = []

    def receive(house, message, message_id=b""):
        names.append(message_id)
        raise NotNow("the power is gone")

    monkeypatch.setattr(engine, "receive", receive)
    for _ in range(2):
        with pytest.raises(NotNow):
            take(house, mail(REPLY))
    assert (len(names), len(set(names)), len(names[0])) == (2, 1, 16)


def test_what_is_published_to_everybody_is_not_taken(house, received):
    calendar = itip("PUBLISH", "DTSTART:20260310T110000Z", BOSS).body().decode()
    with pytest.raises(Refused, match="published"):
        take(house, mail(calendar, sender="boss@example.net", method="PUBLISH"))
    assert received == []


def test_an_account_without_an_address_is_not_found_by_none(house):
    add_person(house, "carol")
    assert incoming.account_of(house, "") is None


def test_a_disabled_account_gets_nothing(house, received):
    accounts = house.store.accounts
    engine_of = house.store.engine
    engine_of.submit(lambda: accounts.set_disabled(accounts.by_name("alice").id, True)).result()
    with pytest.raises(Refused, match="nobody here"):
        take(house, mail(REPLY))
    assert received == []


@pytest.mark.rfc("5546", "6.1.5", "6.2.2/flood")
@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no scheduling message"),
        (b"From: a@b\r\n\r\nhello", "no scheduling message"),
        (b"x" * 500_000, "larger"),
        (b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\n" * 200, "parts"),
        (
            b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(150)),
            "parts",
        ),
    ],
)
def test_a_mail_out_of_bounds_is_refused(mailing, raw, why):
    with pytest.raises(Refused, match=why):
        take(mailing(verify="none", max_size=400_000), raw)


@given(
    st.binary(max_size=400),
    st.sampled_from([b"From", b"Content-Type", b"To", b"Message-ID", b"Authentication-Results"]),
)
def test_no_header_makes_a_mistake_come_to_light(value, name):
    raw = name + b": " + value + b"\r\n" + mail(REPLY).as_bytes()
    assert opened_or_why(raw)


# -- who vouches for a mail --------------------------------------------------------------------------

DKIM = MailSettings(verify="dkim")


def verified(raw, settings=DKIM, ask=record):
    return verifying.is_verified(raw, opened(raw), settings, ask)


@pytest.mark.rfc("6047", "2.2.1/verified")
@pytest.mark.rfc("6376", "6.1")
def test_a_signature_of_the_senders_domain_vouches():
    assert verified(signed(mail(REPLY)))


@pytest.mark.parametrize("domain", ["example.com", "net", "ample.net"])
def test_a_signature_of_another_domain_does_not(domain):
    assert not verified(signed(mail(REPLY), domain))


def test_a_signature_of_the_domain_above_vouches():
    assert verified(signed(mail(REPLY, sender="guest@mail.example.net")))


def test_a_changed_mail_is_not_vouched_for():
    assert not verified(signed(mail(REPLY)).replace(b"See the", b"Sea the"))


def test_a_mail_without_signature_is_not_vouched_for():
    assert not verified(mail(REPLY).as_bytes())


@pytest.mark.rfc("6376", "8.2")
def test_a_signature_over_a_part_of_the_body_does_not_vouch_for_the_rest():
    assert not verified(signed(mail(REPLY), length=True))


def test_a_domain_without_a_key_vouches_for_nothing():
    assert not verified(signed(mail(REPLY)), ask=lambda name, timeout=5: None)


@pytest.mark.parametrize("broken", [b"DKIM-Signature: nonsense\r\n", b"DKIM-Signature: v=1; d=example.net\r\n"])
def test_a_broken_signature_is_as_good_as_none(broken):
    assert verified(broken + signed(mail(REPLY)))
    assert not verified(broken + mail(REPLY).as_bytes())


def test_a_fault_of_dns_is_no_verdict(house):
    def fails(name, timeout=5):
        raise NotNow("DNS is away")

    with pytest.raises(NotNow):
        verified(signed(mail(REPLY)), ask=fails)


HEADERS = MailSettings(verify="headers", trusted_hosts=("mx.example.org",))


@pytest.mark.rfc("8601", "2.2", "5")
@pytest.mark.parametrize(
    ("results", "vouched"),
    [
        (["mx.example.org; dmarc=pass header.from=example.net"], True),
        (["mx.example.org 1; spf=pass smtp.mailfrom=x; dkim=pass (good) header.d=example.net header.s=a"], True),
        (["MX.example.org; dkim=pass header.i=@example.net"], True),
        (["mx.example.org; dkim=fail header.d=example.net"], False),
        (["mx.example.org; dkim=pass header.d=example.com"], False),
        (["mx.example.org; dmarc=pass header.from=example.com"], False),
        (["mx.example.org; spf=pass smtp.mailfrom=example.net"], False),
        (["mx.example.com; dkim=pass header.d=example.net"], False),
        (["mx.example.org; none", "mx.example.org; dkim=pass header.d=example.net"], False),
        (['mx.example.com; x="mx.example.org; dkim=pass header.d=example.net"'], False),
        (["mx.example.org; dkim=fail (dkim=pass header.d=example.net)"], False),
        ([], False),
    ],
)
def test_an_own_host_is_believed_in_its_topmost_header(results, vouched):
    raw = "".join(f"Authentication-Results: {value}\r\n" for value in results).encode() + mail(REPLY).as_bytes()
    assert verified(raw, HEADERS) is vouched


@pytest.mark.rfc("6047", "2.2.1/verified")
def test_what_nobody_vouches_for_is_refused(mailing, received):
    with pytest.raises(Refused, match="cannot be verified"):
        take(mailing(), mail(REPLY))
    assert received == []


# -- what comes back ---------------------------------------------------------------------------------


@pytest.fixture
def sent(house, smtp):
    """The Message-ID and the envelope id of an invitation that was sent."""
    account = house.store.accounts.by_name("alice")
    house.transact(Actor(), lambda tx: tx.post("imip", account.id, itip("REQUEST", *LUNCH).dump()))
    deliver_due(house)
    message_id = smtp.parsed()["Message-ID"]
    return message_id, re.search(r"<([^@]+)@", message_id)[1]


def states(house):
    return [row[0] for row in house.store.engine.rows("SELECT state FROM scheduling_mails")]


@pytest.mark.rfc("3464", "2.2", "2.3.3")
@pytest.mark.rfc("6638", "3.2.9")
def test_a_mail_that_came_back_is_noted(house, sent, noted):
    assert take(house, bounce(sent[0])) == "1 mails came back"
    assert (states(house), noted) == (["returned"], [("mailto:guest@example.net", "5.1")])


@pytest.mark.rfc("3464", "2.2.1")
def test_a_mail_that_came_back_is_known_by_its_envelope(house, sent, noted):
    take(house, bounce("", envelope=sent[1]))
    assert states(house) == ["returned"]


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_a_report_of_anything_else_changes_nothing(house, sent, noted, action):
    assert take(house, bounce(sent[0], action=action)) == "0 mails came back"
    assert (states(house), noted) == (["sent"], [])


def test_a_report_about_mails_of_others_changes_nothing(house, sent, noted):
    take(house, bounce("<somebody@example.com>"))
    name = sent[1].partition(".")[0]
    take(house, bounce(f"<{name}.000000000000@example.org>"))
    assert (states(house), noted) == (["sent"], [])
