"""Value types of vCard 4.0 in jCard (RFC 7095 §3.5): dates are extended there, numbers are numbers."""

from __future__ import annotations

import re
from typing import Any

from a3dav_content.card_dates import basic

NUMBERS = frozenset({"integer", "float", "boolean"})
CLOCKS = frozenset({"date", "time", "date-time", "date-and-or-time", "timestamp"})


def _typed(kind: str, names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), kind)


_DEFAULTS = (
    _typed(
        "text",
        "VERSION FN N NICKNAME GENDER EMAIL TEL TITLE ROLE ORG CATEGORIES NOTE PRODID KIND ADR TZ XML CLIENTPIDMAP"
        " EXPERTISE HOBBY INTEREST BIRTHPLACE DEATHPLACE GRAMGENDER PRONOUNS JSPROP",
    )
    | _typed(
        "uri",
        "SOURCE PHOTO IMPP GEO LOGO MEMBER RELATED SOUND UID URL KEY FBURL CALADRURI CALURI ORG-DIRECTORY"
        " CONTACT-URI SOCIALPROFILE",
    )
    | _typed("date-and-or-time", "BDAY ANNIVERSARY DEATHDATE")
    | _typed("timestamp", "REV CREATED")
    | _typed("language-tag", "LANG LANGUAGE")
)
_FULL_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_DAY = re.compile(r"--(\d\d)(\d\d)", re.ASCII)
_TIME = re.compile(r"(-?\d\d|--\d\d)(\d\d)?(\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?:\d\d)?)?", re.ASCII)
_OFFSET = re.compile(r"([+-]\d\d):?(\d\d)", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_FLOAT = re.compile(r"[+-]?\d{1,17}(?:\.\d{1,17})?", re.ASCII)


def default_type(name: str) -> str:
    """The type of a property that names none; "unknown" for what no specification here defines."""
    return _DEFAULTS.get(name, "unknown")


def to_json(value: str, kind: str) -> Any:
    """One value of a type other than text; what does not look like its type stays as it is."""
    if kind in CLOCKS:
        return _extended(value, kind)
    if kind == "utc-offset":
        return _OFFSET.sub(r"\1:\2", value) if _OFFSET.fullmatch(value) else value
    if kind == "boolean" and value.lower() in {"true", "false"}:
        return value.lower() == "true"
    if kind == "integer" and _INTEGER.fullmatch(value):
        return int(value)
    if kind == "float" and _FLOAT.fullmatch(value):
        return float(value)
    return value


def from_json(text: str, kind: str) -> str:
    """The way back, from the text of a JSON value."""
    if kind in CLOCKS:
        bare = kind == "time" and not text.startswith("T")
        moment = basic("T" + text if bare else text, fraction=True)
        return text if moment is None else moment.removeprefix("T") if bare else moment
    if kind == "utc-offset":
        return _OFFSET.sub(r"\1\2", text) if _OFFSET.fullmatch(text) else text
    return text


def _extended(value: str, kind: str) -> str:
    if kind == "time" and "T" not in value:
        return _clock(value)
    date, mark, time = (basic(value, fraction=True) or value).partition("T")
    full, day = _FULL_DATE.fullmatch(date), _DAY.fullmatch(date)
    if full:
        date = "-".join(full.groups())
    elif day:
        date = f"--{day[1]}-{day[2]}"
    return date + mark + _clock(time)


def _clock(time: str) -> str:
    match = _TIME.fullmatch(time)
    if match is None:
        return time
    zone = match[4] or ""
    return ":".join(part for part in match.groups()[:3] if part) + (_OFFSET.sub(r"\1:\2", zone))
