"""Links in mails: whoever has one answers one invitation as one person, until it expires or something newer was sent."""

import re
from urllib.parse import urlencode

import pytest

from a3dav import identifiers
from a3dav.outbox import deliver_due
from a3dav.testing.client import Client
from a3dav_content.itip.addresses import attendees, partstat
from a3dav_content.itip.received import Received, Verdict
from a3dav_scheduling.mail import answer_links, answering, engine

from .conftest import ALICE, GUEST, LUNCH, itip, link_in, stored

EVENT = "/calendars/alice/calendar/lunch.ics"
DAY_MS = 86_400_000


@pytest.fixture
def link(house, alice, smtp, post, invitation):
    """The path of the link with which the guest says yes."""
    assert alice.put(EVENT, stored(*LUNCH)).status == 201
    post(invitation)
    deliver_due(house)
    return link_in(smtp.parsed(), "Yes")


@pytest.fixture
def stranger(house):
    """A browser that nobody has signed in with."""
    client = Client(house, "nobody", "")
    client.authorization = ""
    return client


def submit(client, link, answer="accepted", comment=""):
    form = urlencode({"a": answer, "comment": comment})
    return client.request("POST", link, form, content_type="application/x-www-form-urlencoded")


def test_the_page_shows_what_is_asked_and_takes_an_answer(stranger, link):
    page = stranger.get(link)
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert all(text in page.text for text in ("Lunch with Grace", "Canteen", "Are you coming?", 'method="post"'))
    assert "Your answer so far: no answer yet" in page.text


def test_looking_at_the_page_answers_nothing(stranger, link, received):
    stranger.get(link)
    stranger.request("HEAD", link)
    assert received == []


def test_the_page_runs_nothing_and_is_kept_and_named_nowhere(stranger, link):
    headers = stranger.get(link).headers
    assert headers["content-security-policy"].startswith(
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"
    )
    assert (headers["referrer-policy"], headers["cache-control"]) == ("no-referrer", "no-store")


@pytest.mark.rfc("5546", "3.2.3")
@pytest.mark.parametrize("answer", ["accepted", "tentative", "declined"])
def test_an_answer_becomes_a_reply_of_who_was_asked(stranger, link, received, answer):
    page = submit(stranger, link, answer, "see you,\nsoon; maybe")
    assert page.status == 200
    (reply,) = received
    main = reply.components[0]
    assert (reply.method, reply.uid) == ("REPLY", "lunch")
    assert (reply.originator, reply.recipient) == ("mailto:guest@example.net", "mailto:alice@example.org")
    assert [partstat(entry) for entry in attendees(main).values()] == [answer.upper()]
    assert main.first("COMMENT").text == "see you,\nsoon; maybe"


def test_the_page_says_what_was_answered_and_may_be_answered_anew(stranger, link, received):
    page = submit(stranger, link, "declined")
    assert "Your answer was sent: No" in page.text
    assert 'method="post"' in page.text


@pytest.mark.parametrize("answer", ["", "accepted; drop", "delegated"])
def test_no_other_answer_is_taken(stranger, link, received, answer):
    assert submit(stranger, link, answer).status == 200
    assert received == []


def test_an_answer_that_nothing_could_take_is_not_said_to_be_sent(stranger, link, monkeypatch):
    monkeypatch.setattr(engine, "receive", lambda *_: Received(Verdict.REFUSED, None))
    page = submit(stranger, link)
    assert page.status == 503
    assert "could not be taken" in page.text


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t[:-1],
        lambda t: t[:-1] + ("0" if t[-1] != "0" else "1"),
        lambda t: "f" * 32 + t[32:],
        lambda t: "",
        lambda t: "\u0660" * 40,
    ],
)
def test_a_link_that_was_changed_leads_nowhere(stranger, link, received, change):
    path, _, token = link.partition("?t=")
    page = submit(stranger, f"{path}?{urlencode({'t': change(token.partition('&')[0])})}")
    assert (page.status, received) == (404, [])
    assert "not complete" in page.text


def test_the_expiry_of_a_link_is_signed(house, stranger, link, received):
    token = re.search(r"t=([^&]+)", link)[1]
    name, expires, mac = token.split(".")
    assert submit(stranger, link.replace(token, f"{name}.{int(expires) + 1}.{mac}")).status == 404


def test_a_link_expires(stranger, link, received, monkeypatch):
    monkeypatch.setattr(answering, "now_ms", lambda: identifiers.now_ms() + 61 * DAY_MS)
    page = submit(stranger, link)
    assert (page.status, received) == (410, [])
    assert "too old" in page.text


def test_a_link_says_so_when_the_event_was_changed_meanwhile(alice, link, received):
    later = [line.replace("SEQUENCE:0", "SEQUENCE:1").replace("T120000", "T123000") for line in LUNCH]
    alice.put(EVENT, stored(*later))
    page = submit(alice, link)
    assert (page.status, received) == (410, [])
    assert "answer the newer mail" in page.text


def test_a_link_says_so_when_the_event_is_gone(alice, link, received):
    alice.delete(EVENT)
    page = submit(alice, link)
    assert (page.status, received) == (410, [])
    assert "was cancelled" in page.text


def test_a_link_says_so_when_the_event_was_cancelled(alice, link, received):
    alice.put(EVENT, stored(*LUNCH, "STATUS:CANCELLED"))
    assert "was cancelled" in submit(alice, link).text


def test_a_link_says_so_when_one_is_not_invited_any_more(alice, link, received):
    alice.put(EVENT, stored(*LUNCH[:-1], "ATTENDEE:mailto:other@example.net"))
    page = submit(alice, link)
    assert (page.status, received) == (410, [])
    assert "not invited to this event any more" in page.text


def test_an_instance_that_was_taken_out_of_its_series_is_not_answered(house, alice, post, smtp, received):
    series = ("DTSTART:20260310T120000Z", "RRULE:FREQ=DAILY;COUNT=5", ALICE, GUEST)
    alice.put(EVENT, stored(*series, "EXDATE:20260311T120000Z"))
    post(itip("REQUEST", "RECURRENCE-ID:20260311T120000Z", "DTSTART:20260311T140000Z", ALICE, GUEST))
    deliver_due(house)
    page = submit(alice, link_in(smtp.parsed(), "Yes"))
    assert (page.status, received) == (410, [])


def test_the_page_speaks_the_language_of_who_is_asked(house, alice, post, smtp):
    alice.put(EVENT, stored(*LUNCH))
    post(itip("REQUEST", *LUNCH[:-1], "ATTENDEE;LANGUAGE=fr:mailto:guest@example.net"))
    deliver_due(house)
    page = alice.get(link_in(smtp.parsed(), "Oui"))
    assert '<html lang="fr">' in page.text
    assert "Viendrez-vous ?" in page.text


def test_markup_on_the_page_stays_text(house, alice, post, smtp):
    lines = [*LUNCH[:3], "SUMMARY:<script>alert(1)</script>", ALICE, GUEST]
    alice.put(EVENT, stored(*lines))
    post(itip("REQUEST", *lines))
    deliver_due(house)
    assert "<script" not in alice.get(link_in(smtp.parsed(), "Yes")).text


@pytest.mark.parametrize(
    ("method", "headers", "body", "status"),
    [
        ("PUT", {}, "", 405),
        ("DELETE", {}, "", 405),
        ("POST", {"content_type": "text/plain"}, "a=accepted", 415),
        ("POST", {"content_type": "application/x-www-form-urlencoded"}, "a" * 20_000, 413),
    ],
)
def test_other_requests_are_refused(stranger, link, received, method, headers, body, status):
    assert (stranger.request(method, link, body, **headers).status, received) == (status, [])


@pytest.mark.parametrize("settings", [{}, {"server__public_url": "https://dav.example.org", "answer_days": 0}])
def test_without_an_address_or_days_there_are_no_links(mailing, settings):
    assert answer_links.links(mailing(**settings), bytes(16), ("accepted",)) == {}
