"""A scheduling message as a mail: text for people, and the calendar itself (RFC 6047 §2.4 to §2.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from a3dav_content.itip.addresses import attendees, partstat
from a3dav_content.itip.messages import Message
from a3dav_content.lines import Property
from a3dav_scheduling.mail import words
from a3dav_scheduling.mail.addresses import header_address, mailbox
from a3dav_scheduling.mail.settings import MailSettings
from a3dav_scheduling.mail.texts import Language, language_of

ANSWERS = ("accepted", "tentative", "declined")
_LONGEST_SUBJECT = 200
_ABOUT = {"CANCEL": "cancelled", "PUBLISH": "published", "ADD": "invited", "COUNTER": "countered",
          "DECLINECOUNTER": "kept", "REFRESH": "asked"}  # fmt: skip
_OF_REPLY = {*ANSWERS, "delegated"}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a mail needs beside its message: `old` is what was said before, `links` lead to the page for answers."""

    message_id: str
    now: int
    old: Message | None = None
    references: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)


@lru_cache
def template(name: str) -> Template:
    """A page or the HTML part of a mail; what is filled in is escaped."""
    loader = PackageLoader("a3dav_scheduling.mail", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True).get_template(name)


def person(message: Message, address: str) -> Property | None:
    """The entry of an organizer or attendee."""
    main = message.components[0]
    if address == message.organizer:
        return main.first("ORGANIZER")
    return attendees(main).get(address)


def language_for(message: Message, settings: MailSettings) -> Language:
    entry = person(message, message.recipient)
    return language_of((entry.param("LANGUAGE") or "") if entry is not None else "", settings.language)


def about(message: Message, old: Message | None) -> str:
    """What kind of news it is: the last part of the keys of subject and introduction."""
    if message.method == "REQUEST":
        return "invited" if old is None else "updated"
    if message.method != "REPLY":
        return _ABOUT[message.method]
    entry = attendees(message.components[0]).get(message.originator)
    found = partstat(entry).lower() if entry is not None else ""
    return found if found in _OF_REPLY else "answered"


def composed(message: Message, settings: MailSettings, circumstances: Circumstances) -> EmailMessage:
    """The whole mail; the addresses of both sides must be such that a mail can go there."""
    language = language_for(message, settings)
    wording = words.Wording(message, language, circumstances.now)
    topic = about(message, circumstances.old)
    mail = EmailMessage(policy=SMTP)
    _head(mail, message, settings, circumstances)
    summary = words.title(message, language)
    mail["Subject"] = words.line(language.say(f"subject.{topic}", summary=summary), _LONGEST_SUBJECT)
    content = _content(wording, message, topic, settings, circumstances)
    mail.set_content(_plain(content, language), cte="quoted-printable")
    page = template("mail.html").render(content=content, say=language.say, language=language.name)
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    calendar = message.body()
    mail.add_alternative(
        calendar.decode(), subtype="calendar", cte="base64",
        params={"method": message.method, "component": message.component},
    )  # fmt: skip
    mail.add_attachment(calendar, maintype="application", subtype="ics", filename="invite.ics")
    mail["Content-Language"] = language.name
    return mail


def _head(mail: EmailMessage, message: Message, settings: MailSettings, circumstances: Circumstances) -> None:
    own = own_mailbox(message)
    name = words.name_of(person(message, message.originator), message.originator)
    to = mailbox(message.recipient)
    mail["From"] = sender_of(name, own, settings)
    if mail["From"].addresses[0].addr_spec != settings.sender:
        mail["Sender"] = Address(addr_spec=settings.sender)
    mail["To"] = header_address(words.name_of(person(message, message.recipient), message.recipient), to)
    mail["Reply-To"] = header_address(name, own if settings.reply_to == "organizer" and own else settings.sender)
    mail["Date"] = format_datetime(datetime.fromtimestamp(circumstances.now, UTC))
    mail["Message-ID"] = circumstances.message_id
    if circumstances.references:
        mail["In-Reply-To"] = circumstances.references[-1]
        mail["References"] = " ".join(circumstances.references)
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834 §5
    mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"


def own_mailbox(message: Message) -> str:
    """The address of who writes, where every mail server knows what to do with it."""
    own = mailbox(message.originator)
    return own if own.isascii() else ""


def sender_of(name: str, own: str, settings: MailSettings) -> Address:
    """Who a mail is from: oneself where the mail server may say so, else the server on behalf of that person."""
    if own and own.rpartition("@")[2] in {domain.lower() for domain in settings.own_domains}:
        return header_address(name, own)
    # A name that looks like an address is taken for the sender by many a reader.
    shown = name.replace("@", " at ")
    return Address(words.line(f"{shown} via {settings.company or settings.sender_domain}"), addr_spec=settings.sender)


@dataclass(frozen=True, slots=True)
class Content:
    """What both forms for people show; links are pairs of words and address."""

    intro: str
    facts: list[words.Fact]
    news: list[words.Fact]
    links: list[tuple[str, str]]
    footer: str


def _content(
    wording: words.Wording, message: Message, topic: str, settings: MailSettings, circumstances: Circumstances
) -> Content:
    language = wording.language
    name = words.name_of(person(message, message.originator), message.originator)
    links = circumstances.links if message.method == "REQUEST" else {}
    return Content(
        intro=language.say(f"intro.{topic}", name=name),
        facts=wording.facts(),
        news=wording.news(circumstances.old) if circumstances.old is not None and topic == "updated" else [],
        links=[(language.say(f"answer.{answer}"), links[answer]) for answer in ANSWERS if answer in links],
        footer=language.say("footer", sender=settings.company or settings.sender_domain),
    )


def _plain(content: Content, language: Language) -> str:
    lines = [content.intro, ""]
    for fact in content.news:
        lines.append(f"* {language.say('label.' + fact.key)}: {_indented(fact.lines)}")
        if fact.before:
            lines.append(f"  ({language.say('label.before', old=_indented(fact.before.splitlines()))})")
    lines += [""] if content.news else []
    lines += [f"{language.say('label.' + fact.key)}: {_indented(fact.lines)}" for fact in content.facts]
    if content.links:
        lines += ["", language.say("answer.question"), *(f"{name}: {link}" for name, link in content.links)]
    return "\n".join([*lines, "", "-- ", content.footer, ""])


def _indented(lines: Sequence[str]) -> str:
    """Further lines stand below the first, so that no text can pass for a line of its own."""
    return "\n    ".join(lines)
