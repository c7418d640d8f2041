"""Dates of vCards: extended and complete in 3.0 (RFC 2426 §3.1.5), basic and truncated in 4.0 (RFC 6350 §4.3)."""

from __future__ import annotations

import re

NO_YEAR = "1604"
"""The leap year that Apple's clients write where a birthday has none."""
OMIT_YEAR = "X-APPLE-OMIT-YEAR"

_MOMENT = re.compile(
    r"(?P<date>\d{4}-?\d\d-?\d\d|--\d\d-?\d\d|\d{4}-\d\d|\d{4}|--\d\d|---\d\d)?"
    r"(?:[T ](?P<time>\d\d(?::?\d\d(?::?\d\d)?)?|-\d\d(?::?\d\d)?|--\d\d)(?P<fraction>[.,]\d+)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE | re.ASCII,
)
_COMPLETE = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_DAY = re.compile(r"--(\d\d)(\d\d)", re.ASCII)


def basic(value: str, *, fraction: bool = False) -> str | None:
    """The form of 4.0; None for what is no date. A fraction of seconds cannot be said there."""
    match = _MOMENT.fullmatch(value.strip())
    if match is None or not match.group():
        return None
    date, time = match["date"] or "", match["time"]
    if len(date) == 10 or (len(date) == 7 and date.startswith("--")):
        date = date[:2] + date[2:].replace("-", "")
    if time is None:
        return date
    rest = (match["fraction"] or "").replace(",", ".") if fraction else ""
    return f"{date}T{time.replace(':', '')}{rest}{(match['zone'] or '').replace(':', '').upper()}"


def extended(value: str) -> str:
    """The form of 3.0 for a complete date; anything else stays as it is."""
    date, mark, time = value.partition("T")
    complete = _COMPLETE.fullmatch(date)
    if complete is None:
        return value
    return "-".join(complete.groups()) + (mark and "T" + _colons(time))


def _colons(time: str) -> str:
    match = re.fullmatch(r"(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d(?:\d\d)?)?", time, re.ASCII)
    if match is None:
        return time
    zone = match[4] or ""
    clock = ":".join(part for part in match.groups()[:3] if part)
    return clock + (f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone)


def with_year(value: str) -> str | None:
    """A day of no year as Apple writes it; None for another date."""
    match = _DAY.fullmatch(value)
    return f"{NO_YEAR}-{match[1]}-{match[2]}" if match else None


def without_year(value: str, omitted: str) -> str:
    """A basic date, without its year where that is the one to omit."""
    return "--" + value[4:] if omitted and _COMPLETE.fullmatch(value) and value.startswith(omitted) else value
