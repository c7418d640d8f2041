"""Every language says everything, and no text of others gets out of its place."""

import re
import string
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav_content.itip.messages import Message
from a3dav_content.lines import Property, escape_text
from a3dav_scheduling.mail import words
from a3dav_scheduling.mail.addresses import mailbox
from a3dav_scheduling.mail.composing import Circumstances, composed
from a3dav_scheduling.mail.settings import MailSettings
from a3dav_scheduling.mail.texts import LANGUAGES, entries_of, language_of
from a3dav_scheduling.mail.words import Wording

from .conftest import ALICE, GUEST, LUNCH, SENDER, itip

PLURALS = re.compile(r"\.(one|two|few|many|other)$")
SETTINGS = MailSettings(host="localhost", sender=SENDER)
NOW = 1_767_225_600
OTHERS = pytest.mark.parametrize("name", [name for name in LANGUAGES if name != "en"])


def placeholders(name):
    """The names in braces by key; the forms for numbers count as one."""
    found = {}
    for key, text in entries_of(name).items():
        names = frozenset(field for _, field, _, _ in string.Formatter().parse(text) if field)
        found.setdefault(PLURALS.sub("", key), set()).add(names)
    return found


@OTHERS
def test_every_language_has_the_same_keys_and_fills_in_the_same(name):
    assert placeholders(name) == placeholders("en")


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("key", ["repeat.days", "repeat.weeks", "repeat.months", "repeat.years", "time.times"])
def test_every_number_has_its_form(name, key):
    language = language_of(name)
    forms = {f"{key}.{language.locale.plural_form(number)}" for number in range(1, 130)}
    assert forms <= set(language.entries)


def test_a_number_that_no_rule_reaches_has_the_common_form():
    assert language_of("fr").count("repeat.days", 1_000_000) == "tous les 1000000 jours"


@pytest.mark.parametrize(
    ("wishes", "name"),
    [
        (["de"], "de"), (["de-AT"], "de-AT"), (["PT_br"], "pt-BR"), (["sr-Latn-RS", "uk"], "uk"), (["", "fr"], "fr"),
        (["tlh"], "en"), (["x" * 4000], "en"), (["en; drop"], "en"), (["ja-JP-x-lvariant-JP"], "ja-JP"),
    ],
)  # fmt: skip
def test_the_first_language_that_is_known_is_spoken(wishes, name):
    assert language_of(*wishes).name == name


def told(*lines, language="en", kind="VEVENT", more=()):
    message = itip("REQUEST", *lines, ALICE, GUEST, kind=kind, more=more)
    return {fact.key: fact.text.replace("\u202f", " ") for fact in Wording(message, language_of(language), NOW).facts()}


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (["DTSTART;VALUE=DATE:20260310"], "Tuesday, March 10, 2026 (all day)"),
        (
            ["DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260312"],
            "Tuesday, March 10, 2026 – Wednesday, March 11, 2026 (all day)",
        ),
        (["DTSTART:20260310T120000", "DURATION:PT1H"], "Tuesday, March 10, 2026, 12:00 PM – 1:00 PM"),
        (["DTSTART:20260310T120000Z"], "Tuesday, March 10, 2026, 12:00 PM (Coordinated Universal Time)"),
        (
            ["DTSTART;TZID=Europe/Berlin:20260310T220000", "DTEND;TZID=Europe/Berlin:20260311T010000"],
            "Tuesday, March 10, 2026, 10:00 PM – Wednesday, March 11, 2026, 1:00 AM (Central European Standard Time)",
        ),
    ],
)
def test_a_time_is_told_by_the_clock_of_the_event(lines, when):
    assert told(*lines)["when"] == when


def test_a_zone_that_a_calendar_made_up_is_told_by_its_offset():
    zone = ["BEGIN:VTIMEZONE", "TZID:Here", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0345",
            "TZOFFSETTO:+0345", "END:STANDARD", "END:VTIMEZONE"]  # fmt: skip
    assert told("DTSTART;TZID=Here:20260310T120000", more=zone)["when"].endswith("(GMT+03:45)")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=3;COUNT=4", "every 3 days, 4 times"),
        ("FREQ=WEEKLY;BYDAY=FR,MO", "every week (Monday and Friday)"),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20260401T235959Z", "every 2 weeks, until Wednesday, April 1, 2026"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month"),
        ("FREQ=YEARLY", "every year"),
        ("FREQ=HOURLY", "several times a day"),
    ],
)
def test_a_recurrence_is_told_in_words(rule, words):
    assert told("DTSTART:20260310T120000Z", f"RRULE:{rule}")["repeats"] == words


def test_a_recurrence_that_words_do_not_tell_is_told_by_its_next_dates():
    facts = told("DTSTART:20260227T120000Z", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2")
    assert facts["next"] == "Friday, February 27, 2026, 12:00 PM\nFriday, March 27, 2026, 12:00 PM"


def test_a_recurrence_that_costs_too_much_is_sent_without_its_dates(monkeypatch):
    monkeypatch.setattr(words, "BUDGET", 10)
    facts = told("DTSTART:20260227T120000Z", "RRULE:FREQ=SECONDLY")
    assert "next" not in facts


def test_a_to_do_is_told_with_when_it_is_due():
    facts = told("DUE;TZID=Europe/Berlin:20260310T120000", "SUMMARY:Taxes", kind="VTODO")
    assert facts["due"] == "Tuesday, March 10, 2026, 12:00 PM (Central European Standard Time)"


def test_a_message_about_single_instances_tells_when_each_is():
    facts = told("RECURRENCE-ID:20260310T120000Z", "DTSTART:20260310T140000Z")
    assert facts["when"] == "Tuesday, March 10, 2026, 2:00 PM (Coordinated Universal Time)"


def test_attendees_are_told_with_their_answers():
    message = itip("REQUEST", *LUNCH, "ATTENDEE;CN=Bob;PARTSTAT=ACCEPTED;ROLE=OPT-PARTICIPANT:mailto:bob@example.org")
    facts = {fact.key: fact.lines for fact in Wording(message, language_of("en"), NOW).facts()}
    assert facts["attendees"] == ("Gast (no answer yet)", "Bob (accepted, optional)")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("mailto:a@example.org", "a@example.org"),
        ("mailto:a+b=c@example.org", "a+b=c@example.org"),
        ("mailto:ü@example.org", "ü@example.org"),
        ("mailto:a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("mailto:a@localhost", "a@localhost"),
        ('mailto:"a b"@example.org', ""),
        ("mailto:a..b@example.org", ""),
        ("mailto:.a@example.org", ""),
        ("mailto:a\r\nBcc:x@example.org", ""),
        ("mailto:a>@example.org", ""),
        ("mailto:a,b@example.org", ""),
        ("mailto:a\u202eb@example.org", ""),
        ("mailto:a@[127.0.0.1]", ""),
        ("mailto:a", ""),
        (f"mailto:{'a' * 65}@example.org", ""),
        ("urn:uuid:2c8a", ""),
        ("/principals/users/alice", ""),
    ],
)
def test_mail_goes_to_plain_addresses_alone(address, found):
    assert mailbox(address) == found


def mail_of(message, **circumstances):
    made = composed(message, SETTINGS, Circumstances("<1@example.org>", NOW, **circumstances))
    return message_from_bytes(made.as_bytes(), policy=policy.strict)


HOSTILE = st.text(
    st.one_of(
        st.sampled_from('<>@,;:"\\()[]=?_\u202e\u2028\u0085\u200f\t '),
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\n"),
    ),
    max_size=120,
)


@given(summary=HOSTILE, name=HOSTILE)
def test_no_text_of_others_becomes_a_header_or_an_address(summary, name):
    message = itip("REQUEST", *LUNCH[:2], ALICE, GUEST)
    main = message.components[0]
    main.first("ORGANIZER").params = (("CN", (name.replace('"', "'"),)),)
    main.properties.append(Property("SUMMARY", escape_text(re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", summary))))
    mail = mail_of(message)
    assert sorted(mail.keys()) == sorted([
        "From", "To", "Reply-To", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "Subject",
        "MIME-Version", "Content-Type", "Content-Language",
    ])  # fmt: skip
    assert [str(entry.addr_spec) for name in ("From", "To", "Reply-To") for entry in mail[name].addresses] == [
        SENDER, "guest@example.net", "alice@example.org",
    ]  # fmt: skip
    assert len(mail["Subject"]) <= 220


@pytest.mark.parametrize("name", ["a\\nBcc: x@example.net", "a^nBcc: x@example.net", "=?utf-8?q?a=0D=0ABcc:_x?="])
def test_a_name_with_a_line_end_adds_no_header(name):
    mail = mail_of(itip("REQUEST", *LUNCH[:-2], f'ORGANIZER;CN="{name}":mailto:alice@example.org', GUEST))
    assert mail["Bcc"] is None
    assert [str(entry.addr_spec) for entry in mail["From"].addresses] == [SENDER]


def test_markup_in_texts_stays_text():
    message = itip("REQUEST", *LUNCH[:3], "SUMMARY:<script>alert(1)</script>", "URL:javascript:alert(1)", ALICE, GUEST)
    page = mail_of(message).get_body(("html",)).get_content()
    assert "<script" not in page
    assert "javascript:" not in page


def test_a_line_of_a_description_cannot_pass_for_one_of_ours():
    message = itip("REQUEST", *LUNCH, "DESCRIPTION:Hello\\nYes: https://example.net/phish")
    text = mail_of(message).get_body(("plain",)).get_content()
    assert "\n    Yes: https://example.net/phish" in text
    assert "\nYes: https://example.net/phish" not in text


def test_a_name_that_looks_like_an_address_does_not_stand_there_as_one():
    mail = mail_of(itip("REQUEST", *LUNCH[:-2], "ORGANIZER;CN=boss@bank.example:mailto:alice@example.org", GUEST))
    assert mail["From"].addresses[0].display_name == "boss at bank.example via example.org"


def test_a_long_list_of_attendees_is_cut():
    people = [f"ATTENDEE;CN=P{number}:mailto:p{number}@example.net" for number in range(500)]
    message = Message.of(
        itip("REQUEST", *LUNCH, *people).calendar, "mailto:alice@example.org", "mailto:guest@example.net"
    )
    lines = next(fact.lines for fact in Wording(message, language_of("en"), NOW).facts() if fact.key == "attendees")
    assert (len(lines), lines[-1]) == (51, "…")
