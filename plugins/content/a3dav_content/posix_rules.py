"""Rules of the form of POSIX's TZ (RFC 9636 §3.3.1), such as `CET-1CEST,M3.5.0,M10.5.0/3`, and the RRULE of each."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from a3dav_content.dates import DAY, instant_of
from a3dav_content.rules import WEEKDAYS

_NAME = r"([A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_TIME = r"([+-]?\d{1,3}(?::\d\d){0,2})"
_ZONE = re.compile(rf"{_NAME}{_TIME}(?:{_NAME}{_TIME}?,([^,/]+)(?:/{_TIME})?,([^,/]+)(?:/{_TIME})?)?", re.ASCII)
_MONTHLY = re.compile(r"M(\d\d?)\.([1-5])\.([0-6])", re.ASCII)
_TWO_O_CLOCK = "2"


class LocalTime(NamedTuple):
    """What a clock shows: seconds east of UTC, whether that is summer time, and its abbreviation."""

    offset: int
    daylight: bool
    name: str


@dataclass(slots=True, frozen=True)
class Day:
    """A day of every year: the `week`-th `weekday` of a month (5 is the last one), or else day `number`.

    A number counts from 1; one that is not `leaping` never counts 29 February.
    """

    month: int = 0
    week: int = 0
    weekday: int = 0
    number: int = 0
    leaping: bool = False

    @classmethod
    def parse(cls, text: str) -> Day:
        match = _MONTHLY.fullmatch(text)
        if match is not None:
            month, week, weekday = map(int, match.groups())
            return cls(month, week, (weekday - 1) % 7)  # POSIX begins with Sunday, Python with Monday
        return cls(number=int(text[1:])) if text.startswith("J") else cls(number=int(text) + 1, leaping=True)

    def of(self, year: int) -> date:
        if not self.month:
            return self._numbered(year)
        first, days = calendar.monthrange(year, self.month)
        day = 1 + (self.weekday - first) % 7 + 7 * (self.week - 1)
        return date(year, self.month, day if day <= days else day - 7)

    def _numbered(self, year: int) -> date:
        if self.leaping:
            return date(year, 1, 1) + timedelta(days=self.number - 1)
        day = date(2001, 1, 1) + timedelta(days=self.number - 1)
        return day.replace(year=year)

    def recurrence(self, shift: int) -> str:
        """An RRULE for the day that is `shift` days behind this one."""
        if not self.month:
            if self.leaping:
                return f"FREQ=YEARLY;BYYEARDAY={self.number + shift}"
            day = self._numbered(2001) + timedelta(days=shift)
            return f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}"
        weekday = WEEKDAYS[(self.weekday + shift) % 7]
        if not shift:
            return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={-1 if self.week == 5 else self.week}{weekday}"
        first = -7 + shift if self.week == 5 else 7 * self.week - 6 + shift
        days = list(range(first, first + 7))
        if days[-1] < 0 or (days[0] > 0 and days[-1] <= calendar.monthrange(2001, self.month)[1]):
            return f"FREQ=YEARLY;BYMONTH={self.month};BYMONTHDAY={_listed(days)};BYDAY={weekday}"
        return f"FREQ=YEARLY;BYYEARDAY={_listed(self._days_of_the_year(shift))};BYDAY={weekday}"

    def _days_of_the_year(self, shift: int) -> list[int]:
        """A week that is in two months, counted from that end of the year where no leap day is between."""
        last = calendar.monthrange(2001, self.month)[1]
        first = date(2001, self.month, last - 6 if self.week == 5 else 7 * self.week - 6) + timedelta(days=shift)
        begin = date(2001, 1, 1) - timedelta(days=1) if self.month < 3 else date(2002, 1, 1)
        return [(first - begin).days + number for number in range(7)]


def _listed(numbers: list[int]) -> str:
    return ",".join(map(str, numbers))


@dataclass(slots=True, frozen=True)
class YearlyOnset:
    """A change that comes every year: a day, and seconds from its midnight by the clock before."""

    day: Day
    seconds: int
    before: LocalTime
    after: LocalTime

    def local(self, year: int) -> datetime:
        return datetime.combine(self.day.of(year), time()) + timedelta(seconds=self.seconds)

    def instant(self, year: int) -> int:
        return instant_of(self.local(year)) - self.before.offset

    @property
    def recurrence(self) -> str:
        return self.day.recurrence(self.seconds // DAY)


@dataclass(slots=True, frozen=True)
class PosixRules:
    """What holds without end: one time, or two that take turns by yearly onsets."""

    standard: LocalTime
    onsets: tuple[YearlyOnset, ...] = ()

    @classmethod
    def parse(cls, text: str) -> PosixRules:
        match = _ZONE.fullmatch(text)
        if match is None:
            raise ValueError(f"no rules of a time zone: {text[:80]!r}")
        name, offset, summer_name, summer_offset, begin, begin_at, end, end_at = match.groups()
        standard = LocalTime(-_seconds(offset), False, name.strip("<>"))
        if summer_name is None:
            return cls(standard)
        ahead = -_seconds(summer_offset) if summer_offset else standard.offset + 3600
        summer = LocalTime(ahead, True, summer_name.strip("<>"))
        return cls(
            standard,
            (
                YearlyOnset(Day.parse(begin), _seconds(begin_at or _TWO_O_CLOCK), standard, summer),
                YearlyOnset(Day.parse(end), _seconds(end_at or _TWO_O_CLOCK), summer, standard),
            ),
        )


def _seconds(text: str) -> int:
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    total = hours * 3600 + minutes * 60 + seconds
    return -total if text.startswith("-") else total
