"""What a whole calendar says of itself (RFC 7986 §5), in its own properties and in those that came before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from a3dav_content.colours import hex_of, name_of
from a3dav_content.lines import Component, Property, escape_text

_HEX = re.compile(r"#[0-9A-F]{6}(?:[0-9A-F]{2})?", re.ASCII | re.IGNORECASE)
_NAMES, _DESCRIPTIONS = ("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC")
_ZONE, _COLOUR = "X-WR-TIMEZONE", "X-APPLE-CALENDAR-COLOR"


@dataclass(slots=True, frozen=True)
class CalendarHead:
    """Name, description, colour (#RRGGBB or #RRGGBBAA) and time zone of a calendar; "" for what it does not say."""

    name: str = ""
    description: str = ""
    colour: str = ""
    timezone: str = ""

    @classmethod
    def of(cls, calendar: Component) -> CalendarHead:
        """What the head of a file says; the first property that says it counts."""
        colour = _first(calendar, (_COLOUR,)).strip()
        if not _HEX.fullmatch(colour):
            colour = hex_of(_first(calendar, ("COLOR",)).strip())
        names, descriptions = _first(calendar, _NAMES), _first(calendar, _DESCRIPTIONS)
        return cls(names, descriptions, colour.upper(), _first(calendar, (_ZONE,)).strip())

    def properties(self) -> list[Property]:
        """For those who know RFC 7986, and for those who do not; COLOR is the nearest that has a name in CSS."""
        given = [(name, self.name) for name in _NAMES]
        given += [(name, self.description) for name in _DESCRIPTIONS]
        if _HEX.fullmatch(self.colour):
            given += [("COLOR", name_of(self.colour)), (_COLOUR, self.colour)]
        given.append((_ZONE, self.timezone))
        return [Property(name, escape_text(text)) for name, text in given if text]


def _first(calendar: Component, names: Sequence[str]) -> str:
    return next((entry.text for name in names if (entry := calendar.first(name)) and entry.text.strip()), "")


NOTHING_SAID = CalendarHead()
