"""An event or a to-do in words: what, when, where, who, and what is new about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from a3dav_content.budget import Budget
from a3dav_content.dates import moment_of, moments_of
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import address_of, attendees, organizer_of, partstat, role
from a3dav_content.itip.messages import Message
from a3dav_content.lines import Component, Property, decode_param
from a3dav_content.occurrences import Instances
from a3dav_scheduling.mail import dates
from a3dav_scheduling.mail.texts import Language

BUDGET = 50_000
LONGEST = 4_000
LONGEST_NAME = 100
MOST_PEOPLE = 50
MOST_DATES = 20
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LINK = re.compile(r"(?:https?://|tel:)[!-~]{1,500}", re.IGNORECASE | re.ASCII)
_SPACE = re.compile(r"\s+")
COMPARED = ("summary", "when", "due", "repeats", "exceptions", "location", "link")
"""What is told with its old value when it changes; of a description it is told that it changed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a mail: `key` is that of its label, `before` the old value where that is told."""

    key: str
    lines: tuple[str, ...]
    before: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def line(text: str, longest: int = LONGEST_NAME) -> str:
    """Any text as part of one line: no breaks, nothing that turns its direction, and not too long.

    What looks like an encoded word (RFC 2047 §2) would be decoded where it stands in a header.
    """
    flat = _SPACE.sub(" ", _UNSHOWN.sub(" ", text)).strip().replace("=?", "= ?")
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def paragraphs(text: str) -> tuple[str, ...]:
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return tuple(_UNSHOWN.sub(" ", part).rstrip() for part in cut.strip().splitlines())


def name_of(entry: Property | None, address: str = "") -> str:
    """How a person is called: by the name, else by the address."""
    told = line(decode_param(entry.param("CN") or "")) if entry is not None else ""
    return told or line((address_of(entry) if entry is not None else address).removeprefix("mailto:"))


def title(message: Message, language: Language) -> str:
    return line(_text(message.components[0], "SUMMARY")) or language.say("untitled")


def _text(component: Component, name: str) -> str:
    entry = component.first(name)
    return "" if entry is None else entry.text


class Wording:
    """Everything that is said about one message in one language."""

    def __init__(self, message: Message, language: Language, now: int) -> None:
        self.message = message
        self.language = language
        self._now = now
        self._object = message.object()
        self._instances = Instances(self._object, budget=Budget(BUDGET))

    def facts(self) -> list[Fact]:
        """What the message is about, in the order of a mail."""
        return [fact for fact in self._all() if fact.text]

    def _all(self) -> Iterator[Fact]:
        main = self._object.components[0]
        yield Fact("summary", (title(self.message, self.language),))
        yield Fact("when", tuple(self._dates()))
        yield Fact("due", (self._moment(main, "DUE"),))
        yield Fact("repeats", (_or_nothing(lambda: dates.repeats(main, self._instances, self.language)),))
        if dates.needs_dates(main):
            yield Fact("next", tuple(dates.next_dates(self._instances, self._now, self.language)))
        yield Fact("exceptions", tuple(self._exceptions()))
        yield Fact("location", (line(_text(main, "LOCATION"), 500),))
        yield Fact("link", tuple(_links(main)))
        yield Fact("organizer", (name_of(main.first("ORGANIZER")),))
        yield Fact("attendees", tuple(self._people(main)))
        yield Fact("description", paragraphs(_text(main, "DESCRIPTION")))
        yield Fact("comment", paragraphs(_text(main, "COMMENT")))

    def _dates(self) -> list[str]:
        """When it is; of single instances alone, when each of them is."""
        if self._object.master is not None:
            return [self._when(self._object.master)]
        return [self._when(component) for component in self._object.components[:MOST_DATES]]

    def _when(self, component: Component) -> str:
        span = self._instances.span(component)
        if span is not None:
            return dates.when(span, self.language)
        return self._moment(component, "RECURRENCE-ID")

    def _moment(self, component: Component, name: str) -> str:
        entry = component.first(name)
        if entry is None:
            return ""
        moment = moment_of(entry)
        return dates.at(moment, self._instances.zone(moment), self.language)

    def _people(self, component: Component) -> list[str]:
        found = list(attendees(component).items())
        lines = [self._person(entry) for address, entry in found[:MOST_PEOPLE] if address != organizer_of(component)]
        return [*lines, "…"] if len(found) > MOST_PEOPLE else lines

    def _person(self, entry: Property) -> str:
        status = f"status.{partstat(entry).lower()}"
        told = [self.language.say(status)] if status in self.language.entries else []
        if role(entry) == "OPT-PARTICIPANT":
            told.append(self.language.say("status.optional"))
        return f"{name_of(entry)} ({', '.join(told)})" if told else name_of(entry)

    def _exceptions(self) -> Iterator[str]:
        """Instances that are other than their series says, and those that do not take place."""
        master, language = self._object.master, self.language
        if master is None:
            return
        for override in self._object.overrides[:MOST_DATES]:
            yield f"{self._moment(override, 'RECURRENCE-ID')}: {self._when(override)}"
        for entry in master.all("EXDATE")[:MOST_DATES]:
            for moment in moments_of(entry)[:MOST_DATES]:
                yield f"{dates.at(moment, self._instances.zone(moment), language)}: {language.say('label.nothing')}"

    def news(self, old: Message) -> list[Fact]:
        """What is other than in a message before, with the values of then."""
        before = {fact.key: fact for fact in Wording(old, self.language, self._now).facts()}
        now = {fact.key: fact for fact in self.facts()}
        nothing = Fact("", (self.language.say("label.nothing"),))
        changed = [key for key in COMPARED if now.get(key, nothing).lines != before.get(key, nothing).lines]
        found = [Fact(key, now.get(key, nothing).lines, before.get(key, nothing).text) for key in changed]
        if now.get("description", nothing).lines != before.get("description", nothing).lines:
            found.append(now.get("description", Fact("description", nothing.lines)))
        return found


def _links(component: Component) -> Iterator[str]:
    """Addresses to meet at or to read more; no others than those of the web and of telephones."""
    for entry in (*component.all("CONFERENCE"), *component.all("URL"))[:5]:
        if _LINK.fullmatch(entry.value.strip()):
            yield entry.value.strip()


def _or_nothing(ask: Callable[[], str]) -> str:
    """ "" where a value cannot be read: the calendar itself goes along with the mail."""
    try:
        return ask()
    except ContentError:
        return ""
