"""Values of properties as iCalendar and as JSON have them, by their type (RFC 7265 §3.6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from a3dav_content.dates import parse_duration
from a3dav_content.errors import ContentError
from a3dav_content.lines import escape_text, unescape_text

MOST_DIGITS = 15
"""What a double-precision number, and so every JSON reader, keeps exactly."""

_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_TIME = re.compile(r"(\d\d)(\d\d)(\d\d)(Z?)", re.ASCII)
_JSON_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_JSON_TIME = re.compile(r"(\d\d):(\d\d):(\d\d)(Z?)", re.ASCII)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
_JSON_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)(?::(\d\d))?", re.ASCII)
_INTEGER = re.compile(rf"[+-]?\d{{1,{MOST_DIGITS}}}", re.ASCII)
_FLOAT = re.compile(rf"[+-]?\d{{1,{MOST_DIGITS}}}(\.\d+)?", re.ASCII)
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_RULE_NAME = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
_RULE_VALUE = re.compile(r"[A-Za-z0-9+-]+", re.ASCII)
_UPPER_PARTS = {"freq", "byday", "wkst", "rscale", "skip"}


class Unfit(ValueError):
    """A value is not what its type promises; the message tells what that would be."""


def text_of(value: Any, *, lines: bool = False) -> str:
    """A JSON string that a content line can hold; only `lines` may be several."""
    if not isinstance(value, str):
        raise Unfit("a string is expected")
    if _CONTROL.search(value):
        raise Unfit("a control character or half a character")
    if lines:
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in value or "\r" in value:
        raise Unfit("a line break, which only text may have")
    return value


def _matched(pattern: re.Pattern[str], text: str, what: str) -> tuple[str, ...]:
    found = pattern.fullmatch(text)
    if found is None:
        raise Unfit(f"{what} is expected, not {text[:40]!r}")
    return tuple(part or "" for part in found.groups())


def _checked(year: str, month: str, day: str, hour: str = "0", minute: str = "0", second: str = "0") -> None:
    try:
        datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second), 59))
    except ValueError as error:
        raise Unfit(f"there is no {year}-{month}-{day} {hour}:{minute}") from error
    if int(second) > 60:
        raise Unfit(f"a minute has no second {second}")


def _date_out(text: str) -> str:
    found = _matched(_DATE, text.strip(), "a date")
    _checked(*found)
    return "-".join(found)


def _date_in(value: Any) -> str:
    found = _matched(_JSON_DATE, text_of(value), "a date such as 2026-01-31")
    _checked(*found)
    return "".join(found)


def _time_out(text: str) -> str:
    hour, minute, second, zone = _matched(_TIME, text.strip(), "a time")
    _checked("2000", "1", "1", hour, minute, second)
    return f"{hour}:{minute}:{second}{zone}"


def _time_in(value: Any) -> str:
    hour, minute, second, zone = _matched(_JSON_TIME, text_of(value), "a time such as 12:30:00")
    _checked("2000", "1", "1", hour, minute, second)
    return f"{hour}{minute}{second}{zone}"


def _date_time_out(text: str) -> str:
    date, mark, time = text.strip().partition("T")
    if not mark:
        raise Unfit("a date and a time are expected")
    return f"{_date_out(date)}T{_time_out(time)}"


def _date_time_in(value: Any) -> str:
    date, mark, time = text_of(value).partition("T")
    if not mark:
        raise Unfit("a date and a time such as 2026-01-31T12:30:00 are expected")
    return f"{_date_in(date)}T{_time_in(time)}"


def _duration(value: Any) -> str:
    text = text_of(value).strip()
    try:
        parse_duration(text)
    except ContentError as error:
        raise Unfit("a duration such as PT1H is expected") from error
    return text


def _period_out(text: str) -> list[str]:
    start, mark, end = text.partition("/")
    if not mark:
        raise Unfit("a start and an end are expected")
    return [_date_time_out(start), _duration(end) if "P" in end.upper() else _date_time_out(end)]


def _period_in(value: Any) -> str:
    if not isinstance(value, list) or len(value) != 2:
        raise Unfit("a period is an array of its start and its end or duration")
    start, end = value
    return f"{_date_time_in(start)}/{_duration(end) if 'P' in text_of(end) else _date_time_in(end)}"


def _offset_out(text: str) -> str:
    sign, hours, minutes, seconds = _matched(_OFFSET, text.strip(), "an offset")
    return f"{sign}{hours}:{minutes}" + (f":{seconds}" if seconds else "")


def _offset_in(value: Any) -> str:
    return "".join(_matched(_JSON_OFFSET, text_of(value), "an offset such as +01:00"))


def _boolean_out(text: str) -> bool:
    if text.strip().upper() not in {"TRUE", "FALSE"}:
        raise Unfit("TRUE or FALSE is expected")
    return text.strip().upper() == "TRUE"


def _boolean_in(value: Any) -> str:
    if not isinstance(value, bool):
        raise Unfit("true or false is expected")
    return "TRUE" if value else "FALSE"


def _integer_out(text: str) -> int:
    _matched(_INTEGER, text.strip(), "an integer")
    return int(text)


def _integer_in(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 10**MOST_DIGITS:
        raise Unfit(f"an integer of {MOST_DIGITS} digits at most is expected")
    return str(value)


def _float_out(text: str) -> float:
    _matched(_FLOAT, text.strip(), "a number")
    return float(text)


def _float_in(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) >= 10**MOST_DIGITS:
        raise Unfit(f"a number of {MOST_DIGITS} digits at most before its point is expected")
    if not isfinite(value):
        raise Unfit("a finite number is expected")
    return format(Decimal(repr(value)), "f")


def _recur_out(text: str) -> dict[str, Any]:
    rule: dict[str, Any] = {}
    for part in filter(None, text.strip().split(";")):
        name, mark, value = part.partition("=")
        name, value = name.strip().lower(), value.strip()
        if not mark or name in rule or not _RULE_NAME.fullmatch(name):
            raise Unfit("a recurrence rule is expected")
        rule[name] = _until_out(value) if name == "until" else _rule_part_out(name, value)
    if "freq" not in rule:
        raise Unfit("a recurrence rule has a FREQ")
    return rule


def _until_out(text: str) -> str:
    return _date_time_out(text) if "T" in text else _date_out(text)


def _rule_part_out(name: str, value: str) -> Any:
    parts = value.split(",")
    if not all(_RULE_VALUE.fullmatch(part) for part in parts):
        raise Unfit(f"{name} of a recurrence rule is not one")
    numeric = name in {"count", "interval"} or (name.startswith("by") and name != "byday")
    if numeric and all(_INTEGER.fullmatch(part) for part in parts):
        found: list[Any] = [int(part) for part in parts]
    else:
        found = [part.upper() if name in _UPPER_PARTS else part for part in parts]
    return found if len(found) > 1 else found[0]


def _recur_in(value: Any) -> str:
    if not isinstance(value, dict):
        raise Unfit("a recurrence rule is an object")
    rule = {str(name).lower(): part for name, part in value.items()}
    if len(rule) < len(value) or "freq" not in rule:
        raise Unfit("a recurrence rule has each part once, and freq among them")
    named = {"freq": rule["freq"]} | rule
    return ";".join(f"{_rule_name(name)}={_rule_part_in(name, part)}" for name, part in named.items())


def _rule_name(name: str) -> str:
    if not _RULE_NAME.fullmatch(name):
        raise Unfit(f"{name[:40]!r} is no part of a recurrence rule")
    return name.upper()


def _rule_part_in(name: str, part: Any) -> str:
    if name == "until":
        return _date_time_in(part) if "T" in text_of(part) else _date_in(part)
    parts = part if isinstance(part, list) else [part]
    texts = [_integer_in(one) if isinstance(one, int) else text_of(one) for one in parts]
    if not texts or not all(_RULE_VALUE.fullmatch(text) for text in texts):
        raise Unfit(f"{name} of a recurrence rule is not one")
    return ",".join(texts)


def _binary_in(value: Any) -> str:
    _matched(_BASE64, text_of(value), "base64")
    return str(value)


def _text_in(value: Any) -> str:
    return escape_text(text_of(value, lines=True))


def _as_written(text: str) -> str:
    return text


_OUT: dict[str, Callable[[str], Any]] = {
    "boolean": _boolean_out,
    "date": _date_out,
    "date-time": _date_time_out,
    "duration": _duration,
    "float": _float_out,
    "integer": _integer_out,
    "period": _period_out,
    "recur": _recur_out,
    "text": unescape_text,
    "time": _time_out,
    "utc-offset": _offset_out,
}
_IN: dict[str, Callable[[Any], str]] = {
    "binary": _binary_in,
    "boolean": _boolean_in,
    "date": _date_in,
    "date-time": _date_time_in,
    "duration": _duration,
    "float": _float_in,
    "integer": _integer_in,
    "period": _period_in,
    "recur": _recur_in,
    "text": _text_in,
    "time": _time_in,
    "utc-offset": _offset_in,
}


def to_json(kind: str, text: str) -> Any:
    """One value as JSON; one of a type that is not known stays as it is written (RFC 7265 §5). Raises Unfit."""
    return _OUT.get(kind, _as_written)(text)


def from_json(kind: str, value: Any) -> str:
    """One value as iCalendar has it; raises Unfit."""
    return _IN.get(kind, text_of)(value)
