"""The local starts of a series: DTSTART, RRULE and RDATE, without EXDATE (RFC 5545 §3.8.5)."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from a3dav_content.budget import Budget
from a3dav_content.dates import (
    DAY,
    EARLIEST,
    LATEST,
    Clock,
    Duration,
    Moment,
    instant_of,
    moments_of,
    parse_duration,
    parse_moment,
    plus,
)
from a3dav_content.lines import Component, Property
from a3dav_content.recurrence import Rule
from a3dav_content.timezones import Zone

Start = tuple[datetime, Duration | None]
"""A local start, and the length that an RDATE gives it where it is a period."""


@dataclass(slots=True, frozen=True)
class Span:
    """Where a component starts and how long each of its instances lasts."""

    start: Moment
    zone: Zone
    length: Duration

    def at(self, local: datetime, length: Duration | None = None) -> tuple[int, int]:
        """The instants of an instance that starts at a local time."""
        length = self.length if length is None else length
        begin = self.zone.instant(local)
        if not length.days:
            return begin, begin + length.seconds
        return begin, max(begin, self.zone.instant(plus(local, timedelta(days=length.days))) + length.seconds)


@dataclass(slots=True, frozen=True)
class Series:
    """How the dates of one object are read."""

    zone: Callable[[Moment], Zone]
    instant: Callable[[Moment], int]
    budget: Budget

    def local(self, moment: Moment, span: Span) -> datetime:
        """A moment as a local time of the series; one that says no clock is read from that of the series."""
        clock = span.start.clock
        if moment.clock is Clock.DATE and clock is not Clock.DATE:
            return datetime.combine(moment.local, span.start.local.time())
        if clock is Clock.DATE:
            return moment.local.replace(hour=0, minute=0, second=0)
        if moment.clock is Clock.FLOATING or (moment.clock is clock and moment.tzid == span.start.tzid):
            return moment.local
        return span.zone.local(self.instant(moment))


class RecurrenceSet:
    """The starts of one master."""

    def __init__(self, series: Series, master: Component, span: Span) -> None:
        self.series, self.master, self.span = series, master, span
        self.budget = series.budget

    def starts(self, start: int, end: int, shift: int) -> Iterator[Start]:
        """In order, those whose instances can reach into the range, and some around; each instant once."""
        slack = shift + self.span.length.total + 2 * DAY
        zone = self.span.zone
        first = zone.local(max(start - slack, EARLIEST))
        last = zone.local(min(end + slack, LATEST))
        excluded, days = self._excluded()
        without = [self._of_rule(entry, first, last, exclude=True) for entry in self.master.all("EXRULE")]
        removed = _Removed(heapq.merge(*without))
        previous, gaps = None, _Gaps(zone)
        for local, length in self._all(first, last):
            self.budget.spend()
            if local > last:
                return
            if local == previous or local in excluded or local.date() in days or local in removed:
                continue
            previous = local
            if not gaps.told_before(local):
                yield local, length

    def _all(self, first: datetime, last: datetime) -> Iterator[Start]:
        rules = [self._of_rule(entry, first, last) for entry in self.master.all("RRULE")]
        locals_ = heapq.merge(*rules) if rules else iter([self.span.start.local])
        regular: Iterator[Start] = ((local, None) for local in locals_)
        return heapq.merge(self._dates(), regular, key=lambda found: found[0])

    def _of_rule(
        self, entry: Property, first: datetime, last: datetime, *, exclude: bool = False
    ) -> Iterator[datetime]:
        rule = Rule.parse(entry.value, entry.line)
        span = self.span
        if rule.until is not None and rule.until_utc:
            until = span.zone.local(instant_of(rule.until))
            rule = rule.localised(rule.until if span.start.clock is Clock.DATE else until)
        since = first if first > span.start.local else None
        return rule.starts(span.start.local, self.budget, since=since, before=last, with_start=not exclude)

    def _dates(self) -> Iterator[Start]:
        found: list[Start] = []
        for entry in self.master.all("RDATE"):
            tzid = (entry.param("TZID") or "").strip()
            for value in entry.value.split(","):
                if not value.strip():
                    continue
                begin, _, rest = value.partition("/")
                moment = parse_moment(begin, tzid, entry.line)
                found.append((self.series.local(moment, self.span), self._period(moment, rest, tzid, entry)))
                self.budget.spend()
        # Of two at one time a period goes first: it says more.
        return iter(sorted(found, key=lambda pair: (pair[0], pair[1] is None)))

    def _period(self, start: Moment, rest: str, tzid: str, entry: Property) -> Duration | None:
        if not rest:
            return None
        if rest.lstrip().startswith(("P", "+", "-")):
            return forward(parse_duration(rest, entry.line))
        end = parse_moment(rest, tzid, entry.line)
        return Duration(seconds=max(0, self.series.instant(end) - self.series.instant(start)))

    def _excluded(self) -> tuple[set[datetime], set[date]]:
        """Times, and days on which a series of times has no instance at all."""
        times, days = set(), set()
        for entry in self.master.all("EXDATE"):
            for moment in moments_of(entry):
                self.budget.spend()
                if moment.clock is Clock.DATE and self.span.start.clock is not Clock.DATE:
                    days.add(moment.local.date())
                else:
                    times.add(self.series.local(moment, self.span))
        return times, days


class _Removed:
    """Times in order that are asked for in order."""

    def __init__(self, times: Iterator[datetime]) -> None:
        self._times, self._next = times, next(times, None)

    def __contains__(self, local: datetime) -> bool:
        while self._next is not None and self._next < local:
            self._next = next(self._times, None)
        return self._next == local


class _Gaps:
    """RFC 5545 §3.3.5: a time that no clock shows is that of a clock put forward, and may be there already."""

    def __init__(self, zone: Zone) -> None:
        self._zone = zone
        self._last: datetime | None = None
        self._told: set[datetime] = set()

    def told_before(self, local: datetime) -> bool:
        last, self._last = self._last, local
        if last is None or local - last > timedelta(days=1):
            self._told.clear()
            return False
        shown = self._zone.local(self._zone.instant(last))
        if shown > last:
            self._told.add(shown)
        return local in self._told


def forward(length: Duration) -> Duration:
    """Nothing ends before it starts."""
    return length if length.total > 0 else Duration()
