"""The instances of a calendar object in a range (RFC 5545 §3.8.5), in order of their starts."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import (
    DAY,
    EARLIEST,
    LATEST,
    Clock,
    Duration,
    Moment,
    instant_of,
    moment_of,
    moments_of,
    parse_duration,
    parse_moment,
    plus,
)
from a3dav_content.lines import Component, Property
from a3dav_content.recurrence import Rule
from a3dav_content.timezones import UTC, Zone, Zones


@dataclass(slots=True, frozen=True)
class Occurrence:
    """An instance; `start` and `end` are instants, `local` its local start, `key` its RECURRENCE-ID moment.

    `anchor` is the RECURRENCE-ID as an instant; `component` is the override where there is one.
    """

    component: Component
    start: int
    end: int
    local: datetime
    clock: Clock
    zone: Zone
    anchor: int
    key: datetime
    overridden: bool = False

    @property
    def is_date(self) -> bool:
        return self.clock is Clock.DATE


@dataclass(slots=True, frozen=True)
class Span:
    """Where a component starts and how long each of its instances lasts."""

    start: Moment
    zone: Zone
    length: Duration

    def at(self, local: datetime) -> tuple[int, int]:
        """The instants of an instance that starts at a local time."""
        begin = self.zone.instant(local)
        if not self.length:
            return begin, begin
        end_local = plus(local, timedelta(days=self.length.days))
        end = self.zone.instant(end_local) if self.length.days else begin
        return begin, end + self.length.seconds


class Instances:
    """Reads one calendar object's instances; floating times and dates count in the default zone."""

    def __init__(self, found: CalendarObject, default: Zone = UTC, budget: Budget | None = None) -> None:
        self.object = found
        self.zones = Zones(found.timezones, default)
        self.budget = budget or Budget()
        self._overrides = [entry for entry in map(self._override, found.overrides) if entry is not None]

    def instant(self, moment: Moment) -> int:
        return self.zone(moment).instant(moment.local)

    def zone(self, moment: Moment) -> Zone:
        if moment.clock is Clock.UTC:
            return UTC
        return self.zones.get(moment.tzid) if moment.clock is Clock.ZONED else self.zones.default

    def floats(self, moment: Moment) -> bool:
        """True for a moment that moves with the default zone."""
        if moment.clock is Clock.ZONED:
            return self.zone(moment) is self.zones.default
        return moment.clock is not Clock.UTC

    def span(self, component: Component) -> Span | None:
        """None for a component without a start of its own (a VTODO with DUE alone, say)."""
        entry = component.first("DTSTART")
        if entry is None:
            return None
        start = moment_of(entry)
        zone = self.zone(start)
        end = component.first("DTEND") or component.first("DUE")
        if end is not None:
            return Span(start, zone, self._length(start, moment_of(end)))
        duration = component.first("DURATION")
        if duration is not None:
            return Span(start, zone, _forward(parse_duration(duration.value, duration.line)))
        # RFC 5545 §3.6.1: an event on a date lasts that day, one at a time no time at all.
        return Span(start, zone, Duration(days=1) if start.clock is Clock.DATE else Duration())

    def _length(self, start: Moment, end: Moment) -> Duration:
        """Whole days stay nominal across a change of the clock; times count exactly (RFC 5545 §3.3.6)."""
        if start.clock is Clock.DATE and end.clock is Clock.DATE:
            return Duration(days=max(0, (end.local - start.local).days))
        return Duration(seconds=max(0, self.instant(end) - self.instant(start)))

    def _override(self, component: Component) -> tuple[int, datetime, Component, bool] | None:
        entry = component.first("RECURRENCE-ID")
        if entry is None:
            return None
        moment = moment_of(entry)
        return self.instant(moment), moment.local, component, is_for_the_future(component)

    # -- in a range --------------------------------------------------------------------------------

    def between(self, start: int, end: int) -> list[Occurrence]:
        """Instances that overlap [start, end), or begin in it where they last no time, ordered by start."""
        found = [o for o in self.around(start, end) if overlaps(o.start, o.end, start, end)]
        return sorted(found, key=lambda occurrence: (occurrence.start, occurrence.anchor))

    def all(self) -> Iterator[Occurrence]:
        """Every instance, overrides first; without end for a rule that has none."""
        return self.around(EARLIEST, LATEST)

    def around(self, start: int, end: int) -> Iterator[Occurrence]:
        """Every override, then at least those regular instances that touch the range, in order."""
        yield from self.overridden()
        master = self.object.master
        anchors = {anchor for anchor, _, _, _ in self._overrides}
        if master is None:
            return
        span = self.span(master)
        if span is None:
            return
        for local, length in self._starts(master, span, start, end):
            anchor = span.zone.instant(local)
            if anchor not in anchors:
                yield self._regular(master, span, local, length, anchor)

    def overridden(self) -> Iterator[Occurrence]:
        """The instance of every override."""
        for anchor, key, component, _ in self._overrides:
            found = self._instance_of(component, anchor, key)
            if found is not None:
                yield found

    def of(self, component: Component, start: int, end: int) -> Iterator[Occurrence]:
        """Those instances around the range that one component describes, without a walk over others."""
        if component is not self.object.master and not is_for_the_future(component):
            yield from (found for found in self.overridden() if found.component is component)
            return
        until = self._described_until(component)
        for found in self.around(start, end):
            if found.component is component:
                yield found
            elif until is not None and found.anchor >= until and not found.overridden:
                return

    def _described_until(self, component: Component) -> int | None:
        """The anchor of the next change for the future behind a master or such a change."""
        changes = [(anchor, entry) for anchor, _, entry, following in self._overrides if following]
        own = next((anchor for anchor, entry in changes if entry is component), None)
        return min((anchor for anchor, _ in changes if own is None or anchor > own), default=None)

    def _instance_of(self, component: Component, anchor: int, key: datetime) -> Occurrence | None:
        span = self.span(component)
        if span is None:
            return None
        begin, end = span.at(span.start.local)
        return Occurrence(
            component, begin, end, span.start.local, span.start.clock, span.zone, anchor, key, overridden=True
        )

    def _regular(
        self, master: Component, span: Span, local: datetime, length: Duration | None, anchor: int
    ) -> Occurrence:
        """An instance of the master, changed by the last THISANDFUTURE override before it."""
        before = [entry for entry in self._overrides if entry[3] and entry[0] <= anchor]
        if before:
            _, key, component, _ = max(before, key=lambda entry: entry[0])
            other = self.span(component)
            if other is not None:
                moved = plus(local, other.start.local - key)
                begin, end = other.at(moved)
                return Occurrence(component, begin, end, moved, other.start.clock, other.zone, anchor, local)
        begin, end = span.at(local)
        if length is not None:
            end = begin + length.total
        return Occurrence(master, begin, end, local, span.start.clock, span.zone, anchor, local)

    def _starts(
        self, master: Component, span: Span, start: int, end: int
    ) -> Iterator[tuple[datetime, Duration | None]]:
        """Local starts of the recurrence set, with the length of an RDATE period where it has one."""
        excluded = self._excluded(master, span)
        slack = self._slack(span)
        first = span.zone.local(max(start - slack, instant_of(datetime.min)))
        last = span.zone.local(min(end + slack, LATEST))
        streams: list[Iterator[tuple[datetime, Duration | None]]] = [self._dates(master, span)]
        rules = master.all("RRULE")
        streams += [self._of_rule(entry, span, first) for entry in rules]
        if not rules:
            streams.append(iter([(span.start.local, None)]))
        previous = None
        for local, length in heapq.merge(*streams, key=lambda found: found[0]):
            self.budget.spend()
            if local > last:
                return
            if local != previous and local not in excluded:
                previous = local
                yield local, length

    def _slack(self, span: Span) -> int:
        """How far a start may lie outside the range for its instance to reach into it."""
        shifts = [0]
        for anchor, _, component, following in self._overrides:
            other = self.span(component) if following else None
            if other is not None:
                shifts.append(abs(other.zone.instant(other.start.local) - anchor) + other.length.total)
        return max(shifts) + span.length.total + 2 * DAY

    def _of_rule(self, entry: Property, span: Span, first: datetime) -> Iterator[tuple[datetime, Duration | None]]:
        rule = Rule.parse(entry.value, entry.line)
        if rule.until is not None and rule.until_utc:
            until = span.zone.local(instant_of(rule.until))
            rule = rule.localised(rule.until if span.start.clock is Clock.DATE else until)
        starts = rule.starts(span.start.local, self.budget, since=first if first > span.start.local else None)
        return ((local, None) for local in starts)

    def _dates(self, master: Component, span: Span) -> Iterator[tuple[datetime, Duration | None]]:
        found: list[tuple[datetime, Duration | None]] = []
        for entry in master.all("RDATE"):
            tzid = (entry.param("TZID") or "").strip()
            for value in entry.value.split(","):
                if not value.strip():
                    continue
                begin, _, rest = value.partition("/")
                moment = parse_moment(begin, tzid, entry.line)
                found.append((self._in(moment, span), self._period(moment, rest, tzid, entry)))
                self.budget.spend()
        return iter(sorted(found, key=lambda pair: pair[0]))

    def _period(self, start: Moment, rest: str, tzid: str, entry: Property) -> Duration | None:
        if not rest:
            return None
        if rest.lstrip().startswith(("P", "+", "-")):
            return _forward(parse_duration(rest, entry.line))
        end = parse_moment(rest, tzid, entry.line)
        return Duration(seconds=max(0, self.instant(end) - self.instant(start)))

    def _excluded(self, master: Component, span: Span) -> set[datetime]:
        excluded = set()
        for entry in master.all("EXDATE"):
            for moment in moments_of(entry):
                self.budget.spend()
                excluded.add(self._in(moment, span))
        return excluded

    def _in(self, moment: Moment, span: Span) -> datetime:
        """A moment as a local time of the series."""
        if moment.clock is Clock.DATE and span.start.clock is not Clock.DATE:
            return moment.local.replace(
                hour=span.start.local.hour, minute=span.start.local.minute, second=span.start.local.second
            )
        if span.start.clock is Clock.DATE:
            return moment.local.replace(hour=0, minute=0, second=0)
        if moment.clock is span.start.clock and moment.tzid == span.start.tzid:
            return moment.local
        return span.zone.local(self.instant(moment))

    def recurs(self) -> bool:
        master = self.object.master
        return len(self.object.components) > 1 or (
            master is not None and any(entry.name in {"RRULE", "RDATE"} for entry in master.properties)
        )


def is_for_the_future(override: Component) -> bool:
    entry = override.first("RECURRENCE-ID")
    return entry is not None and (entry.param("RANGE") or "").upper() == "THISANDFUTURE"


def _forward(length: Duration) -> Duration:
    """Nothing ends before it starts."""
    return length if length.total > 0 else Duration()


def overlaps(begin: int, end: int, start: int, stop: int) -> bool:
    """RFC 4791 §9.9: half open; what lasts no time counts where it begins."""
    if end > begin:
        return begin < stop and end > start
    return start <= begin < stop
