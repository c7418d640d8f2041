"""Birthdays and anniversaries of a card, as events of every year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from a3dav_content.calendar_objects import PRODID
from a3dav_content.card_dates import NO_YEAR, OMIT_YEAR, basic
from a3dav_content.cards import Card
from a3dav_content.dates import format_date
from a3dav_content.lines import Component, Property, escape_text, serialise

LEAP_YEAR = 1972
"""Stands for a year that nobody told: a 29th of February needs one."""
ANNIVERSARIES = frozenset({"ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-KADDRESSBOOK-X-ANNIVERSARY"})
_APPLE_LABEL = re.compile(r"_\$!<anniversary>!\$_|anniversary", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}|--)(\d\d)(\d\d)", re.ASCII)


@dataclass(slots=True, frozen=True)
class Day:
    """A day of every year; `year` is that of the first one, 0 where it is not known."""

    sort: str
    year: int
    month: int
    day: int

    @property
    def first(self) -> date:
        return date(self.year or LEAP_YEAR, self.month, self.day)

    @property
    def rule(self) -> str:
        """Who was born on the 29th of February has a birthday in each year, on the last of the month."""
        leap = (self.month, self.day) == (2, 29)
        return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if leap else "FREQ=YEARLY"


def days_of(card: Card) -> list[Day]:
    """Nobody who died has birthdays; a date that has no day is none."""
    found = (
        [] if card.component.first("DEATHDATE") is not None else [_day("birthday", one) for one in _named(card, "BDAY")]
    )
    found += [_day("anniversary", entry) for entry in _anniversaries(card)]
    return list(dict.fromkeys(day for day in found if day is not None))


def _named(card: Card, name: str) -> list[Property]:
    return card.component.all(name)[:1]


def _anniversaries(card: Card) -> Iterator[Property]:
    labels = {entry.group: entry.text.strip() for entry in card.component.all("X-ABLABEL") if entry.group}
    meant = {group for group, label in labels.items() if _APPLE_LABEL.fullmatch(label)}
    for entry in card.properties:
        if entry.name in ANNIVERSARIES or (entry.name == "X-ABDATE" and entry.group in meant):
            yield entry


def _day(sort: str, entry: Property) -> Day | None:
    if (entry.param("VALUE") or "").lower() == "text":
        return None
    match = _DAY.match((basic(entry.value) or "").partition("T")[0])
    if match is None:
        return None
    told = 0 if match[1] in {"--", entry.param(OMIT_YEAR), NO_YEAR} else int(match[1])
    found = Day(sort, told, int(match[2]), int(match[3]))
    try:
        return found if found.first.year > 0 else None
    except ValueError:
        return None


def event(uid: str, day: Day, title: str, stamp: str) -> bytes:
    """An event of a whole day that makes nobody busy; the same card makes the same bytes."""
    start = day.first
    summary = f"{title} ({day.year})" if day.year else title
    lines = [
        Property("UID", uid),
        Property("DTSTAMP", stamp),
        Property("DTSTART", format_date(start), (("VALUE", ("DATE",)),)),
        Property("DTEND", format_date(start + timedelta(days=1)), (("VALUE", ("DATE",)),)),
        Property("RRULE", day.rule),
        Property("SUMMARY", escape_text(summary)),
        Property("TRANSP", "TRANSPARENT"),
        Property("CLASS", "PRIVATE"),
    ]
    head = [Property("VERSION", "2.0"), Property("PRODID", PRODID)]
    return serialise(Component("VCALENDAR", head, [Component("VEVENT", lines)]))
