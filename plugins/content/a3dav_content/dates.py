"""Values of type DATE, DATE-TIME, DURATION and PERIOD (RFC 5545 §3.3) and moments in time.

An instant is a number of seconds since 1970 in UTC, of any year from 1 to 9999.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache

from a3dav_content.errors import InvalidCalendarObject
from a3dav_content.lines import Property

_VALUE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,7})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?", re.ASCII
)
_EPOCH = datetime(1970, 1, 1)
_LONGEST_DATE, _LONGEST_KNOWN_NAME = 16, 64
DAY = 86_400
EARLIEST = (datetime.min.toordinal() - _EPOCH.toordinal()) * DAY
LATEST = (datetime.max.toordinal() + 1 - _EPOCH.toordinal()) * DAY - 1


class Clock(Enum):
    """Which clock a date or time is read from."""

    UTC = "utc"
    ZONED = "zoned"
    FLOATING = "floating"
    DATE = "date"


@dataclass(slots=True, frozen=True)
class Moment:
    """A local date-time and its clock; a DATE is the midnight it begins with. `tzid` is "" unless zoned."""

    local: datetime
    clock: Clock
    tzid: str = ""


@dataclass(slots=True, frozen=True)
class Duration:
    """Days are nominal, seconds exact (RFC 5545 §3.3.6); both have the sign of the whole."""

    days: int = 0
    seconds: int = 0

    def __bool__(self) -> bool:
        return bool(self.days or self.seconds)

    @property
    def total(self) -> int:
        return self.days * DAY + self.seconds


def instant_of(naive_utc: datetime) -> int:
    return (naive_utc.toordinal() - 719_163) * DAY + naive_utc.hour * 3600 + naive_utc.minute * 60 + naive_utc.second


def utc_of(instant: int) -> datetime:
    """The naive UTC date-time of an instant, held inside the years 1 to 9999."""
    return _EPOCH + timedelta(seconds=max(EARLIEST, min(instant, LATEST)))


def parse_moment(value: str, tzid: str = "", line: int | None = None) -> Moment:
    """Reads a DATE or DATE-TIME; raises InvalidCalendarObject for anything else."""
    text = value.strip()
    read = _known_moment if len(text) <= _LONGEST_DATE and len(tzid) <= _LONGEST_KNOWN_NAME else _moment
    try:
        return read(text, tzid)
    except ValueError as error:
        raise InvalidCalendarObject(f"no date: {value[:40]!r}", line) from error


def _moment(text: str, tzid: str) -> Moment:
    match = _VALUE.fullmatch(text)
    if match is None:
        raise ValueError("neither a DATE nor a DATE-TIME")
    year, month, day, hour, minute, second, utc = match.groups()
    if hour is None:
        return Moment(datetime(int(year), int(month), int(day)), Clock.DATE)
    local = datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second), 59))
    if utc:
        return Moment(local, Clock.UTC)
    return Moment(local, Clock.ZONED, tzid) if tzid else Moment(local, Clock.FLOATING)


_known_moment = lru_cache(maxsize=4096)(_moment)


def moment_of(entry: Property) -> Moment:
    return parse_moment(entry.value, (entry.param("TZID") or "").strip(), entry.line)


def moments_of(entry: Property) -> list[Moment]:
    """The dates of a list property such as EXDATE; the starts where it holds periods."""
    tzid = (entry.param("TZID") or "").strip()
    parts = [part.partition("/")[0] for part in entry.value.split(",") if part.strip()]
    return [parse_moment(part, tzid, entry.line) for part in parts]


def parse_duration(value: str, line: int | None = None) -> Duration:
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        raise InvalidCalendarObject(f"no duration: {value[:40]!r}", line)
    sign = -1 if match.group(1) == "-" else 1
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    return Duration(sign * (weeks * 7 + days), sign * (hours * 3600 + minutes * 60 + seconds))


def parse_offset(value: str, line: int | None = None) -> int:
    """Seconds east of UTC (RFC 5545 §3.3.14)."""
    match = re.fullmatch(r"([+-])(\d\d)(\d\d)(\d\d)?", value.strip(), re.ASCII)
    if match is None:
        raise InvalidCalendarObject(f"no UTC offset: {value[:20]!r}", line)
    sign, hours, minutes, seconds = match.groups()
    if int(hours) > 23 or int(minutes) > 59 or int(seconds or 0) > 59:
        raise InvalidCalendarObject(f"no UTC offset: {value[:20]!r}", line)
    total = int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)
    return -total if sign == "-" else total


def plus(local: datetime, delta: timedelta) -> datetime:
    """Addition that stops at the ends of the calendar."""
    try:
        return local + delta
    except OverflowError:
        return datetime.max if delta > timedelta(0) else datetime.min


def format_utc(instant: int) -> str:
    return utc_of(instant).isoformat().replace("-", "").replace(":", "") + "Z"


def format_local(local: datetime) -> str:
    return f"{local.year:04}{local:%m%dT%H%M%S}"


def format_date(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def parse_utc(value: str) -> int:
    """The instant of a UTC date-time as filters use it; raises InvalidCalendarObject for other forms."""
    moment = parse_moment(value)
    if moment.clock is not Clock.UTC:
        raise InvalidCalendarObject(f"not a date-time in UTC: {value[:40]!r}")
    return instant_of(moment.local)
