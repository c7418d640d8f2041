"""The days of a rule, period by period: years, months, weeks, days (RFC 5545 §3.3.10, RFC 7529 §4.1)."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from math import gcd
from typing import TYPE_CHECKING

from a3dav_content.budget import Budget

if TYPE_CHECKING:
    from a3dav_content.recurrence import Rule

DAYS_OF_400_YEARS = 146_097
CYCLES = {"YEARLY": 401, "MONTHLY": 4_801, "WEEKLY": 20_872, "DAILY": 1}
"""So many periods in a row without an instance, and there is none any more; days are counted by `DayFinder`."""
MISSES = 60
_LAST = date.max.toordinal()


class DayWalk:
    """The days of each period from `since` on, until `last`."""

    def __init__(self, rule: Rule, start: datetime, since: datetime, last: datetime, budget: Budget) -> None:
        self.rule, self.start, self.since, self.last, self.budget = rule, start, since, last, budget

    def periods(self) -> Iterator[list[date]]:
        walks = {"YEARLY": self._years, "MONTHLY": self._months, "WEEKLY": self._weeks, "DAILY": self._days}
        return walks[self.rule.freq]()

    def _years(self) -> Iterator[list[date]]:
        # One period earlier and later, since a week of the year, or a day that was moved, may reach into a neighbour.
        interval, first = self.rule.interval, self.start.year
        skipped = max(0, (self.since.year - first) // interval - 1)
        for year in range(first + skipped * interval, min(10_000, self.last.year + 2), interval):
            yield self._days_of_year(year)

    def _days_of_year(self, year: int) -> list[date]:
        rule = self.rule
        if rule.byweekno:
            return self._days_by_week_number(year)
        if rule.byyearday:
            days = _numbered(date(year, 1, 1), _length_of_year(year), rule.byyearday, rule.skip)
            in_year = not rule.bymonth
            return [d for d in days if in_month_and_day(rule, d) and _is_weekday_of(rule, d, in_year=in_year)]
        if rule.byday and not rule.bymonthday and not rule.bymonth:
            return self._weekdays_of(date(year, 1, 1), _length_of_year(year))
        months = rule.bymonth or (range(1, 13) if rule.bymonthday else (self.start.month,))
        return [day for month in sorted(months) for day in self._days_of_month(year, month)]

    def _days_by_week_number(self, year: int) -> list[date]:
        rule = self.rule
        first, weeks = _week_one(year, rule.wkst), _weeks_in(year, rule.wkst)
        weekdays = {weekday for _, weekday in rule.byday} or {self.start.weekday()}
        found = []
        for number in sorted({n if n > 0 else weeks + n + 1 for n in rule.byweekno}):
            if 1 <= number <= weeks:
                for ordinal in range(first + (number - 1) * 7, first + number * 7):
                    if 1 <= ordinal <= _LAST:
                        day = date.fromordinal(ordinal)
                        if day.weekday() in weekdays and in_month_and_day(rule, day) and in_year_days(rule, day):
                            found.append(day)
        return found

    def _months(self) -> Iterator[list[date]]:
        rule, interval = self.rule, self.rule.interval
        first = self.start.year * 12 + self.start.month - 1
        wanted = self.since.year * 12 + self.since.month - 1
        skipped = max(0, (wanted - first) // interval - (rule.skip != "OMIT"))
        end = min(10_000 * 12, self.last.year * 12 + self.last.month + 1)
        for index in range(first + skipped * interval, end, interval):
            year, month = divmod(index, 12)
            yield [] if rule.bymonth and month + 1 not in rule.bymonth else self._days_of_month(year, month + 1)

    def _days_of_month(self, year: int, month: int) -> list[date]:
        rule, length = self.rule, calendar.monthrange(year, month)[1]
        if rule.bymonthday:
            days = _numbered(date(year, month, 1), length, rule.bymonthday, rule.skip)
            in_year = rule.freq == "YEARLY" and not rule.bymonth
            return [day for day in days if _is_weekday_of(rule, day, in_year=in_year)]
        if rule.byday:
            return self._weekdays_of(date(year, month, 1), length)
        return _numbered(date(year, month, 1), length, (self.start.day,), rule.skip)

    def _weekdays_of(self, first: date, length: int) -> list[date]:
        """Days of a month or a year by weekday, every one or the nth from either end."""
        ordinal = first.toordinal()
        found: set[int] = set()
        for nth, weekday in self.rule.byday:
            offset = (weekday - first.weekday()) % 7
            count = (length - offset + 6) // 7
            if nth == 0:
                found.update(range(ordinal + offset, ordinal + length, 7))
            elif abs(nth) <= count:
                found.add(ordinal + offset + 7 * (nth - 1 if nth > 0 else count + nth))
        return [date.fromordinal(number) for number in sorted(found)]

    def _weeks(self) -> Iterator[list[date]]:
        rule = self.rule
        wanted = {weekday for _, weekday in rule.byday} or {self.start.weekday()}
        weekdays = sorted((weekday - rule.wkst) % 7 for weekday in wanted)
        first = self.start.toordinal() - (self.start.weekday() - rule.wkst) % 7
        step = 7 * rule.interval
        skipped = max(0, (self.since.toordinal() - first) // step)
        for monday in range(first + skipped * step, self.last.toordinal() + 1, step):
            ordinals = (monday + offset for offset in weekdays)
            days = (date.fromordinal(ordinal) for ordinal in ordinals if 1 <= ordinal <= _LAST)
            yield [day for day in days if in_month_and_day(rule, day)]

    def _days(self) -> Iterator[list[date]]:
        rule, first = self.rule, self.start.toordinal()
        finder = DayFinder(rule, self.budget, self.last, first, rule.interval)
        ordinal = finder.next(first + max(0, (self.since.toordinal() - first) // rule.interval) * rule.interval)
        while ordinal is not None:
            yield [date.fromordinal(ordinal)]
            ordinal = finder.next(ordinal + rule.interval)


class DayFinder:
    """The next day that no part of a rule limits away, in step with its first day.

    Days are tried one after the other, and after some misses looked up by year: there are but 14 kinds of years.
    """

    def __init__(self, rule: Rule, budget: Budget, last: datetime, first: int = 0, interval: int = 1) -> None:
        self.rule, self.budget, self.last, self.first, self.interval = rule, budget, last.toordinal(), first, interval
        self._tables: dict[tuple[bool, int], list[int]] = {}

    def next(self, ordinal: int) -> int | None:
        for _ in range(MISSES):
            if ordinal > self.last:
                return None
            if suits(self.rule, date.fromordinal(ordinal)):
                return ordinal
            self.budget.spend()
            ordinal += self.interval
        return self._by_years(ordinal)

    def _by_years(self, ordinal: int) -> int | None:
        if ordinal > self.last:
            return None
        year, last = date.fromordinal(ordinal).year, date.fromordinal(self.last).year
        cycle = 400 * (self.interval // gcd(self.interval, DAYS_OF_400_YEARS)) + 1
        for number in range(year, min(last, year + cycle) + 1):
            table, begin = self._table(number), date(number, 1, 1).toordinal()
            self.budget.spend(1 + len(table))
            for offset in table:
                found = begin + offset
                if found >= ordinal and (found - self.first) % self.interval == 0:
                    return found if found <= self.last else None
        return None

    def _table(self, year: int) -> list[int]:
        first, length = date(year, 1, 1).toordinal(), _length_of_year(year)
        kind = (length == 366, first % 7)
        if kind not in self._tables:
            self.budget.spend(length)
            days = range(length)
            self._tables[kind] = [offset for offset in days if suits(self.rule, date.fromordinal(first + offset))]
        return self._tables[kind]


def suits(rule: Rule, day: date) -> bool:
    """True when no rule part limits the day away."""
    return in_month_and_day(rule, day) and in_year_days(rule, day) and _is_weekday_of(rule, day, in_year=False)


def in_month_and_day(rule: Rule, day: date) -> bool:
    if rule.bymonth and day.month not in rule.bymonth:
        return False
    numbers = rule.bymonthday
    return not numbers or day.day in numbers or day.day - calendar.monthrange(day.year, day.month)[1] - 1 in numbers


def in_year_days(rule: Rule, day: date) -> bool:
    numbers = rule.byyearday
    if not numbers:
        return True
    number = day.timetuple().tm_yday
    return number in numbers or number - _length_of_year(day.year) - 1 in numbers


def _is_weekday_of(rule: Rule, day: date, *, in_year: bool) -> bool:
    return not rule.byday or any(_is_weekday(rule, day, nth, weekday, in_year) for nth, weekday in rule.byday)


def _is_weekday(rule: Rule, day: date, nth: int, weekday: int, in_year: bool) -> bool:
    if day.weekday() != weekday:
        return False
    if nth == 0 or rule.freq not in {"YEARLY", "MONTHLY"}:
        return True
    if in_year:
        number, length = day.timetuple().tm_yday, _length_of_year(day.year)
    else:
        number, length = day.day, calendar.monthrange(day.year, day.month)[1]
    return nth == (number - 1) // 7 + 1 if nth > 0 else -nth == (length - number) // 7 + 1


def _numbered(first: date, length: int, numbers: Sequence[int], skip: str) -> list[date]:
    """Days of a month or a year by number; what skip makes of those there are not."""
    found = {number if number > 0 else length + number + 1 for number in numbers}
    if skip == "OMIT":
        found = {number for number in found if 1 <= number <= length}
    else:
        found = {_moved(number, length, skip == "FORWARD") for number in found}
    ordinals: Iterable[int] = (first.toordinal() + number - 1 for number in sorted(found))
    return [date.fromordinal(ordinal) for ordinal in ordinals if 1 <= ordinal <= _LAST]


def _moved(number: int, length: int, forward: bool) -> int:
    if number > length:
        return length + 1 if forward else length
    if number < 1:
        return 1 if forward else 0
    return number


def _length_of_year(year: int) -> int:
    return 366 if calendar.isleap(year) else 365


def _week_one(year: int, wkst: int) -> int:
    """The ordinal of the first day of week one: the first with four days in the year."""
    first = date(year, 1, 1).toordinal()
    offset = (first - 1 - wkst) % 7
    return first - offset if offset <= 3 else first + 7 - offset


def _weeks_in(year: int, wkst: int) -> int:
    following = _week_one(year + 1, wkst) if year < 9999 else _week_one(year, wkst) + 52 * 7
    return (following - _week_one(year, wkst)) // 7
