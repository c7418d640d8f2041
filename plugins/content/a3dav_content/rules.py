"""Recurrence rules as they are written (RFC 5545 §3.3.10, RFC 7529 §4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
SKIPS = ("OMIT", "BACKWARD", "FORWARD")
SCALE = "GREGORIAN"
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)
_RANGES = {
    "BYSECOND": (0, 60, False), "BYMINUTE": (0, 59, False), "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True), "BYYEARDAY": (1, 366, True), "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False), "BYSETPOS": (1, 366, True),
}  # fmt: skip
MAX_INTERVAL = 10_000_000
MAX_COUNT = 1_000_000_000


class UnknownScale(ValueError):
    """A rule counts by another calendar than the Gregorian."""


def fields_of(value: str) -> dict[str, Any]:
    """The fields of a Rule; raises ValueError that names the part which is wrong."""
    parts = _parts(value)
    fields: dict[str, Any] = {"freq": _one_of("FREQ", parts.pop("FREQ", ""), FREQUENCIES)}
    if parts.get("RSCALE", SCALE) != SCALE:
        raise UnknownScale(f"RSCALE={parts['RSCALE'][:20]} is not offered, only {SCALE} is")
    if "SKIP" in parts and "RSCALE" not in parts:
        raise ValueError("SKIP needs RSCALE (RFC 7529 §4.1)")
    if "COUNT" in parts and "UNTIL" in parts:
        raise ValueError("COUNT and UNTIL exclude one another")
    for name, text in parts.items():
        if name in _READERS:
            fields |= _READERS[name](text)
        elif name in _RANGES:
            fields[name.lower()] = _numbers(name, text)
        elif not name.startswith("X-") and name:
            raise ValueError(f"{name[:20]} is not a part of a rule")
    return fields


def _parts(value: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in value.strip().rstrip(";").split(";"):
        name, _, text = part.partition("=")
        name = name.strip().upper()
        if name in parts:
            raise ValueError(f"it has {name[:20]} twice")
        parts[name] = text.strip().upper()
    return parts


def _one_of(name: str, text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise ValueError(f"{name} is {text[:20]!r}, not one of {', '.join(known)}")
    return text


def _until(text: str) -> dict[str, Any]:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise ValueError(f"UNTIL {text[:20]!r} is no date")
    year, month, day, hour, minute, second, utc = match.groups()
    if hour is None:
        return {"until": datetime(int(year), int(month), int(day), 23, 59, 59)}
    moment = datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second), 59))
    return {"until": moment, "until_utc": utc is not None}


def _number(name: str, text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"[+-]?\d{1,12}", text, re.ASCII) or not least <= int(text) <= most:
        raise ValueError(f"{name} is {text[:20]!r}, not a number from {least} to {most}")
    return int(text)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    least, most, negative = _RANGES[name]
    numbers = []
    for part in text.split(","):
        number = _number(name, part.strip(), -most if negative else least, most)
        if negative and number == 0:
            raise ValueError(f"{name} cannot be 0")
        numbers.append(number)
    return tuple(sorted(set(numbers)))


def _weekday(text: str) -> tuple[int, int]:
    match = _WEEKDAY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text[:20]!r} is no weekday")
    nth = int(match.group(1) or 0)
    if match.group(1) and (nth == 0 or abs(nth) > 53):
        raise ValueError(f"{text[:20]!r} is no weekday")
    return nth, WEEKDAYS.index(match.group(2))


_READERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "UNTIL": _until,
    "INTERVAL": lambda text: {"interval": _number("INTERVAL", text, 1, MAX_INTERVAL)},
    "COUNT": lambda text: {"count": _number("COUNT", text, 1, MAX_COUNT)},
    "WKST": lambda text: {"wkst": _weekday(text)[1]},
    "BYDAY": lambda text: {"byday": tuple(_weekday(day) for day in text.split(","))},
    "RSCALE": lambda _: {},
    "SKIP": lambda text: {"skip": _one_of("SKIP", text, SKIPS)},
}
