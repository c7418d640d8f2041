"""Recurrence rules (RFC 5545 §3.3.10) over local times, with a fast way to any point of an endless rule.

A rule is a walk over periods (years, months, weeks, days, hours …). Without COUNT the walk starts at
the period of interest by arithmetic, so that the year 2400 costs what next week costs.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from a3dav_content.budget import Budget
from a3dav_content.errors import InvalidCalendarObject

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_UNIT_SECONDS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)
_RANGES = {
    "BYSECOND": (0, 60, False), "BYMINUTE": (0, 59, False), "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True), "BYYEARDAY": (1, 366, True), "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False), "BYSETPOS": (1, 366, True),
}  # fmt: skip
MAX_INTERVAL = 10_000_000
MAX_COUNT = 1_000_000_000


@dataclass(slots=True, frozen=True)
class Rule:
    """A parsed rule; `until` is naive, in UTC when `until_utc`."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    until_utc: bool = False
    wkst: int = 0
    byday: tuple[tuple[int, int], ...] = ()
    bysecond: tuple[int, ...] = ()
    byminute: tuple[int, ...] = ()
    byhour: tuple[int, ...] = ()
    bymonthday: tuple[int, ...] = ()
    byyearday: tuple[int, ...] = ()
    byweekno: tuple[int, ...] = ()
    bymonth: tuple[int, ...] = ()
    bysetpos: tuple[int, ...] = ()

    @classmethod
    def parse(cls, value: str, line: int | None = None) -> Rule:
        """Reads a RECUR value; raises InvalidCalendarObject that names the part which is wrong."""
        parts: dict[str, str] = {}
        for part in value.strip().rstrip(";").split(";"):
            name, _, text = part.partition("=")
            name = name.strip().upper()
            if name in parts:
                raise InvalidCalendarObject(f"RRULE has {name[:20]} twice", line)
            parts[name] = text.strip().upper()
        try:
            return cls(**_fields(parts))  # type: ignore[arg-type]
        except ValueError as error:
            raise InvalidCalendarObject(f"RRULE: {error}", line) from error

    def starts(self, start: datetime, budget: Budget, since: datetime | None = None) -> Iterator[datetime]:
        """Local starts in order, `start` itself first; those before `since` may be left out.

        `until` must have been made local by the caller (see `localised`).
        """
        last = self.until or datetime.max
        if self.count is not None:
            since = None
        given = 0
        if since is None or since <= start:
            yield start
            given = 1
        for moment in self._walk(start, since if since and since > start else start, budget):
            if moment > last:
                return
            if self.count is not None and given >= self.count:
                return
            if moment <= start:
                continue
            given += 1
            yield moment

    def localised(self, until: datetime | None) -> Rule:
        """The same rule with its end as a naive local time."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return Rule(**{**fields, "until": until, "until_utc": False})

    def _walk(self, start: datetime, since: datetime, budget: Budget) -> Iterator[datetime]:
        if self.freq in _UNIT_SECONDS:
            return self._walk_times(start, since, budget)
        return self._walk_days(start, since, budget)

    # -- yearly to daily ---------------------------------------------------------------------------

    def _walk_days(self, start: datetime, since: datetime, budget: Budget) -> Iterator[datetime]:
        times = self._times(start)
        for days in self._periods(start, since, budget):
            budget.spend(1 + len(days) * len(times))
            moments = [datetime.combine(day, moment) for day in days for moment in times]
            if self.bysetpos:
                moments = self._positions(moments)
            for moment in moments:
                if moment >= since:
                    yield moment

    def _times(self, start: datetime) -> list[time]:
        """RFC 5545: what the rule leaves open comes from DTSTART; a leap second is the one before it."""
        return sorted(
            {
                time(hour, minute, min(second, 59))
                for hour in self.byhour or (start.hour,)
                for minute in self.byminute or (start.minute,)
                for second in self.bysecond or (start.second,)
            }
        )

    def _positions(self, moments: Sequence[datetime]) -> list[datetime]:
        size = len(moments)
        indexes = {position - 1 if position > 0 else size + position for position in self.bysetpos}
        return [moments[index] for index in sorted(indexes) if 0 <= index < size]

    def _periods(self, start: datetime, since: datetime, budget: Budget) -> Iterator[list[date]]:
        if self.freq == "YEARLY":
            return self._years(start, since)
        if self.freq == "MONTHLY":
            return self._months(start, since, budget)
        if self.freq == "WEEKLY":
            return self._weeks(start, since)
        return self._days(start, since, budget)

    def _years(self, start: datetime, since: datetime) -> Iterator[list[date]]:
        # One period earlier, since a week of the year may reach into its neighbour.
        skipped = max(0, (since.year - start.year) // self.interval - 1)
        for year in range(start.year + skipped * self.interval, 10_000, self.interval):
            yield self._days_of_year(year, start)

    def _days_of_year(self, year: int, start: datetime) -> list[date]:
        if self.byweekno:
            return self._days_by_week_number(year, start)
        if self.byyearday:
            return [day for day in self._year_days(year) if self._suits(day, month_ordinals=False)]
        if self.byday and not self.bymonthday and not self.bymonth:
            return self._weekdays_of(date(year, 1, 1), 366 if calendar.isleap(year) else 365)
        months = self.bymonth or (range(1, 13) if self.bymonthday else (start.month,))
        return [day for month in sorted(months) for day in self._days_of_month(year, month, start)]

    def _year_days(self, year: int) -> list[date]:
        length = 366 if calendar.isleap(year) else 365
        first = date(year, 1, 1).toordinal()
        numbers = {number if number > 0 else length + number + 1 for number in self.byyearday}
        return [date.fromordinal(first + number - 1) for number in sorted(numbers) if 1 <= number <= length]

    def _days_by_week_number(self, year: int, start: datetime) -> list[date]:
        first, weeks = self._week_one(year), self._weeks_in(year)
        weekdays = {weekday for _, weekday in self.byday} or {start.weekday()}
        found = []
        for number in sorted({n if n > 0 else weeks + n + 1 for n in self.byweekno}):
            if 1 <= number <= weeks:
                for offset in range(7):
                    ordinal = first + (number - 1) * 7 + offset
                    if 1 <= ordinal <= date.max.toordinal():
                        day = date.fromordinal(ordinal)
                        if day.weekday() in weekdays and self._in_month_and_day(day):
                            found.append(day)
        return found

    def _in_month_and_day(self, day: date) -> bool:
        in_month = not self.bymonth or day.month in self.bymonth
        return in_month and (not self.bymonthday or _is_month_day(day, self.bymonthday))

    def _week_one(self, year: int) -> int:
        """The ordinal of the first day of week one: the first with four days in the year."""
        first = date(year, 1, 1).toordinal()
        offset = (first - 1 - self.wkst) % 7
        return first - offset if offset <= 3 else first + 7 - offset

    def _weeks_in(self, year: int) -> int:
        following = self._week_one(year + 1) if year < 9999 else self._week_one(year) + 52 * 7
        return (following - self._week_one(year)) // 7

    def _months(self, start: datetime, since: datetime, budget: Budget) -> Iterator[list[date]]:
        first = start.year * 12 + start.month - 1
        wanted = since.year * 12 + since.month - 1
        skipped = max(0, (wanted - first) // self.interval)
        for index in range(first + skipped * self.interval, 10_000 * 12, self.interval):
            year, month = divmod(index, 12)
            if self.bymonth and month + 1 not in self.bymonth:
                budget.spend()
                continue
            yield self._days_of_month(year, month + 1, start)

    def _days_of_month(self, year: int, month: int, start: datetime) -> list[date]:
        length = calendar.monthrange(year, month)[1]
        if self.bymonthday:
            numbers = {n if n > 0 else length + n + 1 for n in self.bymonthday}
            days = [date(year, month, n) for n in sorted(numbers) if 1 <= n <= length]
            in_month = self.freq != "YEARLY" or bool(self.bymonth)
            return [day for day in days if self._suits(day, month_ordinals=in_month)] if self.byday else days
        if self.byday:
            return self._weekdays_of(date(year, month, 1), length)
        return [date(year, month, start.day)] if start.day <= length else []

    def _weekdays_of(self, first: date, length: int) -> list[date]:
        """Days of a month or a year by weekday, every one or the nth from either end."""
        ordinal = first.toordinal()
        found: set[int] = set()
        for nth, weekday in self.byday:
            offset = (weekday - first.weekday()) % 7
            count = (length - offset + 6) // 7
            if nth == 0:
                found.update(range(ordinal + offset, ordinal + length, 7))
            elif abs(nth) <= count:
                found.add(ordinal + offset + 7 * (nth - 1 if nth > 0 else count + nth))
        return [date.fromordinal(number) for number in sorted(found)]

    def _weeks(self, start: datetime, since: datetime) -> Iterator[list[date]]:
        wanted = {weekday for _, weekday in self.byday} or {start.weekday()}
        weekdays = sorted((weekday - self.wkst) % 7 for weekday in wanted)
        first = start.toordinal() - (start.weekday() - self.wkst) % 7
        step = 7 * self.interval
        skipped = max(0, (since.toordinal() - first) // step)
        for monday in range(first + skipped * step, date.max.toordinal() - 6, step):
            days = [date.fromordinal(monday + offset) for offset in weekdays if monday + offset > 0]
            yield [day for day in days if self._in_month_and_day(day)]

    def _days(self, start: datetime, since: datetime, budget: Budget) -> Iterator[list[date]]:
        first = start.toordinal()
        skipped = max(0, (since.toordinal() - first) // self.interval)
        ordinal = first + skipped * self.interval
        while ordinal <= date.max.toordinal():
            day = date.fromordinal(ordinal)
            if self._suits(day, month_ordinals=True):
                yield [day]
            else:
                budget.spend()
                skip = self._next_suitable_month(day)
                if skip is None:
                    return
                if skip > ordinal:
                    ordinal += (skip - ordinal + self.interval - 1) // self.interval * self.interval
                    continue
            ordinal += self.interval

    def _next_suitable_month(self, day: date) -> int | None:
        """The ordinal of the first day of the next month that BYMONTH allows, or that of the day itself."""
        if not self.bymonth or day.month in self.bymonth:
            return day.toordinal()
        later = [month for month in self.bymonth if month > day.month]
        year, month = (day.year, min(later)) if later else (day.year + 1, min(self.bymonth))
        return date(year, month, 1).toordinal() if year <= 9999 else None

    def _suits(self, day: date, *, month_ordinals: bool) -> bool:
        """True when no rule part limits the day away."""
        if not self._in_month_and_day(day):
            return False
        if self.byyearday and not _is_year_day(day, self.byyearday):
            return False
        return not self.byday or any(self._is_weekday(day, *entry, month_ordinals) for entry in self.byday)

    def _is_weekday(self, day: date, nth: int, weekday: int, month_ordinals: bool) -> bool:
        if day.weekday() != weekday:
            return False
        if nth == 0 or self.freq not in {"YEARLY", "MONTHLY"}:
            return True
        if month_ordinals:
            number, length = day.day, calendar.monthrange(day.year, day.month)[1]
        else:
            number, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
        return nth == (number - 1) // 7 + 1 if nth > 0 else -nth == (length - number) // 7 + 1

    # -- hourly to secondly ------------------------------------------------------------------------

    def _walk_times(self, start: datetime, since: datetime, budget: Budget) -> Iterator[datetime]:
        """Day by day; inside a day only what is in step with DTSTART."""
        unit = _UNIT_SECONDS[self.freq]
        origin = _seconds(start) // unit * unit
        step = unit * self.interval
        day = max(since, start).toordinal()
        while day <= date.max.toordinal():
            midnight = day * 86_400
            aligned = origin + -(-(midnight - origin) // step) * step
            if aligned >= midnight + 86_400:
                day = aligned // 86_400
                budget.spend()
                continue
            if self._suits(date.fromordinal(day), month_ordinals=True):
                yield from self._times_of_day(aligned, start, since, budget)
            else:
                budget.spend()
                skip = self._next_suitable_month(date.fromordinal(day))
                if skip is None:
                    return
                if skip > day:
                    day = skip
                    continue
            day += 1

    def _times_of_day(self, aligned: int, start: datetime, since: datetime, budget: Budget) -> Iterator[datetime]:
        midnight = aligned // 86_400 * 86_400
        step = _UNIT_SECONDS[self.freq] * self.interval
        if since.toordinal() * 86_400 == midnight:
            aligned += max(0, (_seconds(since) // 3600 * 3600 - aligned) // step * step)
        for period in range(aligned, midnight + 86_400, step):
            budget.spend()
            hour, rest = divmod(period - midnight, 3600)
            minute = rest // 60
            if self.byhour and hour not in self.byhour:
                continue
            if self.byminute and self.freq != "HOURLY" and minute not in self.byminute:
                continue
            moments = self._moments(period, start)
            budget.spend(len(moments))
            if self.bysetpos:
                moments = self._positions(moments)
            yield from (moment for moment in moments if moment >= since)

    def _moments(self, period: int, start: datetime) -> list[datetime]:
        if self.freq == "HOURLY":
            minutes = self.byminute or (start.minute,)
            offsets = [m * 60 + s for m in sorted(minutes) for s in self._seconds_of(start)]
        elif self.freq == "MINUTELY":
            offsets = self._seconds_of(start)
        else:
            offsets = [0] if not self.bysecond or period % 60 in self.bysecond else []
        return [_moment(period + offset) for offset in offsets]

    def _seconds_of(self, start: datetime) -> list[int]:
        return sorted({min(second, 59) for second in self.bysecond or (start.second,)})


def _seconds(moment: datetime) -> int:
    return moment.toordinal() * 86_400 + moment.hour * 3600 + moment.minute * 60 + moment.second


def _moment(seconds: int) -> datetime:
    day, rest = divmod(seconds, 86_400)
    return datetime.combine(date.fromordinal(day), time.min) + timedelta(seconds=rest)


def _is_month_day(day: date, numbers: Sequence[int]) -> bool:
    return day.day in numbers or day.day - calendar.monthrange(day.year, day.month)[1] - 1 in numbers


def _is_year_day(day: date, numbers: Sequence[int]) -> bool:
    number = day.timetuple().tm_yday
    return number in numbers or number - (366 if calendar.isleap(day.year) else 365) - 1 in numbers


def _fields(parts: dict[str, str]) -> dict[str, object]:
    fields: dict[str, object] = {"freq": _frequency(parts.pop("FREQ", ""))}
    if parts.pop("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise ValueError("RSCALE other than GREGORIAN is not supported (RFC 7529)")
    parts.pop("SKIP", None)
    if "COUNT" in parts and "UNTIL" in parts:
        raise ValueError("COUNT and UNTIL exclude one another")
    for name, text in parts.items():
        if name == "UNTIL":
            fields |= _until(text)
        elif name in {"INTERVAL", "COUNT"}:
            fields[name.lower()] = _number(name, text, 1, MAX_INTERVAL if name == "INTERVAL" else MAX_COUNT)
        elif name == "WKST":
            fields["wkst"] = _weekday(text)[1]
        elif name == "BYDAY":
            fields["byday"] = tuple(_weekday(day) for day in text.split(","))
        elif name in _RANGES:
            fields[name.lower()] = _numbers(name, text)
        elif not name.startswith("X-") and name:
            raise ValueError(f"{name[:20]} is not a part of a rule")
    return fields


def _frequency(text: str) -> str:
    if text not in FREQUENCIES:
        raise ValueError(f"FREQ is {text[:20]!r}, not one of {', '.join(FREQUENCIES)}")
    return text


def _until(text: str) -> dict[str, object]:
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
