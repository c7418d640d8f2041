"""Answers that people give on a page: what they answer to as it is now, and the REPLY that their answer makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import format_utc, moments_of
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import attendees, partstat, with_param
from a3dav_content.itip.messages import Message, message, sequence_of
from a3dav_content.itip.places import places
from a3dav_content.lines import Component, Property, escape_text
from a3dav_content.occurrences import Instances
from a3dav_scheduling import objects
from a3dav_scheduling.mail import answer_links, records, words
from a3dav_scheduling.mail.composing import language_for
from a3dav_scheduling.mail.texts import Language, language_of
from a3dav_scheduling.names import CALENDARS

if TYPE_CHECKING:
    from a3dav.house import House

LONGEST_COMMENT = 1_000
_BUDGET = 50_000
_KEPT = ("UID", "DTSTART", "SEQUENCE", "RECURRENCE-ID", "SUMMARY", "ORGANIZER")


@dataclass(frozen=True, slots=True)
class Question:
    """What a link asks: `refusal` is the key of the text that says why it cannot be answered, "" where it can."""

    refusal: str
    language: Language
    asked: Message | None = None
    expires: int = 0
    current: str = ""

    @property
    def status(self) -> int:
        return {"": 200, "invalid": 404}.get(self.refusal, 410)


def question(house: House, token: str) -> Question:
    """What a token is good for now."""
    settings = house.section("scheduling.mail")
    opened = answer_links.opened(house, token)
    if opened is None:
        return Question("invalid", language_of(settings.language))
    mail = records.find(house.store, opened[0])
    if mail is None or opened[1] < now_ms() // 1000:
        return Question("expired", language_of(settings.language))
    asked = Message.load(mail.payload)
    present = present_object(house, mail.account_id, asked.uid)
    refusal = _refusal(asked, present) if present is not None else "cancelled"
    current = "" if refusal or present is None else _current(asked, present)
    return Question(refusal, language_for(asked, settings), asked, opened[1], current)


def present_object(house: House, account_id: bytes, uid: str) -> CalendarObject | None:
    """The event in the calendars of its organizer; None where it is gone."""
    store = house.store
    account = store.accounts.by_id(account_id)
    home = store.home(CALENDARS, account.id, account.name) if account is not None else None
    found = objects.find(store, home, uid) if home is not None else None
    if found is None:
        return None
    try:
        return CalendarObject.parse(store.body(found).read())
    except ContentError:
        return None


def _refusal(asked: Message, present: CalendarObject) -> str:
    """Why what was asked then is not asked any more."""
    inside = Instances(present, budget=Budget(_BUDGET))
    now, gone = places(present, inside), _excluded(present, inside)
    for place in asked.places(present):
        then = asked.places(present)[place]
        here = now.get(place) or present.master
        if here is None or place in gone or (here.value("STATUS") or "").strip().upper() == "CANCELLED":
            return "cancelled"
        if sequence_of(here) > sequence_of(then):
            return "changed"
        if asked.recipient not in attendees(here):
            return "uninvited"
    return ""


def _excluded(present: CalendarObject, inside: Instances) -> set[int]:
    dates = present.master.all("EXDATE") if present.master is not None else []
    return {inside.anchor(moment) for entry in dates for moment in moments_of(entry)}


def _current(asked: Message, present: CalendarObject) -> str:
    """The answer so far, in lower case."""
    now = places(present)
    place = next(iter(asked.places(present)))
    entry = attendees(now.get(place) or present.components[0]).get(asked.recipient)
    return partstat(entry).lower() if entry is not None else ""


def reply(asked: Message, answer: str, comment: str) -> Message:
    """What a calendar program would have sent (RFC 5546 §3.2.3)."""
    components = [
        _answered(component, entry, answer, comment)
        for component in asked.components
        if (entry := attendees(component).get(asked.recipient)) is not None
    ]
    return message("REPLY", asked.recipient, asked.organizer, components, asked.object().timezones)


def _answered(component: Component, entry: Property, answer: str, comment: str) -> Component:
    own = with_param(with_param(entry, "PARTSTAT", answer.upper()), "RSVP")
    kept = [found for found in component.properties if found.name in _KEPT]
    made = [Property("DTSTAMP", format_utc(now_ms() // 1000)), *kept, own]
    said = "\n".join(words.paragraphs(comment[:LONGEST_COMMENT]))
    return Component(component.name, [*made, Property("COMMENT", escape_text(said))] if said else made)
