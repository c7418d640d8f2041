"""Recurrence rules (RFC 8984 §4.3.3) from and to RRULE."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from a3dav_content.dates import Clock, Moment, parse_moment
from a3dav_content.errors import ContentError, InvalidJson
from a3dav_content.json_pointers import below

_NUMBERS = {
    "BYMONTHDAY": "byMonthDay", "BYYEARDAY": "byYearDay", "BYWEEKNO": "byWeekNo", "BYHOUR": "byHour",
    "BYMINUTE": "byMinute", "BYSECOND": "bySecond", "BYSETPOS": "bySetPosition",
}  # fmt: skip
_WORDS = {"FREQ": "frequency", "RSCALE": "rscale", "SKIP": "skip", "WKST": "firstDayOfWeek"}
_COUNTS = {"INTERVAL": "interval", "COUNT": "count"}
_MEMBERS = {*_NUMBERS.values(), *_WORDS.values(), *_COUNTS.values(), "byDay", "byMonth", "until", "@type"}
_DAY = re.compile(r"([+-]?\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"\d{1,2}L?", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_FREQUENCIES = {"yearly", "monthly", "weekly", "daily", "hourly", "minutely", "secondly"}
_DAYS = {"mo", "tu", "we", "th", "fr", "sa", "su"}
Local = Callable[[Moment], datetime]
Json = dict[str, Any]


def rule_of(value: str, local: Local) -> Json | None:
    """The rule that a RECUR value says, or None where a part of it is not known; `local` tells the end in its zone."""
    found: Json = {"@type": "RecurrenceRule"}
    for part in filter(None, value.strip().split(";")):
        name, mark, text = (piece.strip() for piece in part.partition("="))
        name = name.upper()
        member = _member(name, text, local) if mark else None
        if member is None or member[0] in found:
            return None
        found[member[0]] = member[1]
    return found if found.get("frequency") in _FREQUENCIES and not ("count" in found and "until" in found) else None


def _member(name: str, text: str, local: Local) -> tuple[str, Any] | None:
    if name in _WORDS:
        word = text.lower()
        return None if name == "WKST" and word not in _DAYS else (_WORDS[name], word)
    if name == "UNTIL":
        return _until(text, local)
    parts = text.split(",")
    if name == "BYDAY":
        days = [_DAY.fullmatch(part.strip()) for part in parts]
        return ("byDay", [_nth_day(day) for day in days if day]) if all(days) else None
    if name == "BYMONTH":
        return ("byMonth", parts) if all(map(_MONTH.fullmatch, parts)) else None
    if not all(map(_INTEGER.fullmatch, parts)):
        return None
    if name in _COUNTS:
        return (_COUNTS[name], int(text)) if len(parts) == 1 and int(text) > 0 else None
    return (_NUMBERS[name], [*map(int, parts)]) if name in _NUMBERS else None


def _until(text: str, local: Local) -> tuple[str, str] | None:
    try:
        return "until", local(parse_moment(text)).isoformat()
    except ContentError:
        return None


def _nth_day(match: re.Match[str]) -> Json:
    day: Json = {"@type": "NDay", "day": match[2].lower()}
    return {**day, "nthOfPeriod": int(match[1])} if match[1] and int(match[1]) else day


def value_of(rule: Json, until: Callable[[datetime], str], place: str) -> str:
    """The RECUR value of a rule; `until` writes its end."""
    unknown = [name for name, value in rule.items() if name not in _MEMBERS and value is not None]
    if unknown:
        raise InvalidJson(f"a rule has no {unknown[0][:40]!r}, and nowhere to keep it", place)
    if rule.get("count") is not None and rule.get("until") is not None:
        raise InvalidJson("a rule has a count or an until, not both", place)
    parts = [f"{name}={str(rule[member]).upper()}" for name, member in (_WORDS | _COUNTS).items() if rule.get(member)]
    if rule.get("until") is not None:
        try:
            parts.append(f"UNTIL={until(datetime.fromisoformat(rule['until']))}")
        except ValueError as error:
            raise InvalidJson("there is no such day", below(place, "until")) from error
    parts += [f"{name}={','.join(map(str, rule[member]))}" for name, member in _NUMBERS.items() if rule.get(member)]
    if rule.get("byDay"):
        parts.append(f"BYDAY={','.join(map(_written_day, rule['byDay']))}")
    if rule.get("byMonth"):
        parts.append(f"BYMONTH={','.join(rule['byMonth'])}")
    return ";".join(sorted(parts, key=lambda part: (not part.startswith("RSCALE"), not part.startswith("FREQ"))))


def _written_day(day: Json) -> str:
    return f"{day.get('nthOfPeriod') or ''}{day['day'].upper()}"


def end_of(moment: Moment, *, is_date: bool) -> Moment:
    """The end of a rule: a date includes its whole day where the series has times."""
    if is_date:
        return Moment(moment.local.replace(hour=0, minute=0, second=0), Clock.DATE)
    if moment.clock is Clock.DATE:
        return Moment(moment.local.replace(hour=23, minute=59, second=59), Clock.FLOATING)
    return moment
