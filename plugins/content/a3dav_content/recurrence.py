"""Recurrence rules (RFC 5545 §3.3.10, RFC 7529) over local times, with a fast way to any point of an endless rule.

A rule is a walk over periods (years, months, weeks, days, hours …). Without COUNT the walk starts at
the period of interest by arithmetic, so that the year 2400 costs what next week costs; it ends with the
range that is asked for, or where nothing more can come, since the calendar repeats itself every 400 years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import lru_cache

from a3dav_content.budget import Budget
from a3dav_content.errors import InvalidCalendarObject, UnsupportedScale
from a3dav_content.rule_days import CYCLES, DayWalk
from a3dav_content.rule_times import UNIT_SECONDS, walk_times
from a3dav_content.rules import UnknownScale, fields_of

_MOST_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}


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
    skip: str = "OMIT"

    @classmethod
    def parse(cls, value: str, line: int | None = None) -> Rule:
        """Reads a RECUR value; raises InvalidCalendarObject that names the part which is wrong."""
        try:
            return _parsed(value)
        except UnknownScale as error:
            raise UnsupportedScale(f"RRULE: {error}", line) from error
        except ValueError as error:
            raise InvalidCalendarObject(f"RRULE: {error}", line) from error

    @property
    def ends(self) -> bool:
        return self.count is not None or self.until is not None

    def starts(
        self,
        start: datetime,
        budget: Budget,
        since: datetime | None = None,
        before: datetime | None = None,
        *,
        with_start: bool = True,
    ) -> Iterator[datetime]:
        """Local starts in order, `start` itself first; those before `since` or behind `before` may be left out.

        `until` must have been made local by the caller (see `localised`).
        """
        last = min(self.until or datetime.max, before or datetime.max)
        if self.count is not None or since is None or since < start:
            since = start
        given, previous = 0, None
        if with_start and since == start:
            yield start
            given, previous = 1, start
        for moment in self._walk(start, since, last, budget):
            if moment > last or (self.count is not None and given >= self.count):
                return
            if moment < start or (previous is not None and moment <= previous):
                continue
            given, previous = given + 1, moment
            yield moment

    def localised(self, until: datetime | None) -> Rule:
        """The same rule with its end as a naive local time."""
        return replace(self, until=until, until_utc=False)

    def _walk(self, start: datetime, since: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
        if self.freq in UNIT_SECONDS:
            return walk_times(self, start, since, last, budget)
        return self._walk_days(start, since, last, budget)

    def _walk_days(self, start: datetime, since: datetime, last: datetime, budget: Budget) -> Iterator[datetime]:
        times = self._times(start)
        if self._positions_are_out_of_reach(len(times)):
            return
        empty = 0
        for days in DayWalk(self, start, since, last, budget).periods():
            budget.spend(1 + len(days) * len(times))
            moments = [datetime.combine(day, moment) for day in days for moment in times]
            if self.bysetpos:
                moments = self.positions(moments)
            empty = 0 if moments else empty + 1
            if empty > CYCLES[self.freq]:
                return
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

    def _positions_are_out_of_reach(self, times: int) -> bool:
        most = _MOST_DAYS[self.freq] * times
        return bool(self.bysetpos) and all(abs(position) > most for position in self.bysetpos)

    def positions(self, moments: Sequence[datetime]) -> list[datetime]:
        """BYSETPOS of the moments of one period."""
        size = len(moments)
        indexes = {position - 1 if position > 0 else size + position for position in self.bysetpos}
        return [moments[index] for index in sorted(indexes) if 0 <= index < size]


@lru_cache(maxsize=4096)
def _parsed(value: str) -> Rule:
    return Rule(**fields_of(value))
