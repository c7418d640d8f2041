"""The instances of a calendar object in a range (RFC 5545 §3.8.5), in order of their starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import EARLIEST, LATEST, Clock, Duration, Moment, moment_of, parse_duration, plus
from a3dav_content.lines import Component
from a3dav_content.recurrence_sets import RecurrenceSet, Series, Span, Start, forward
from a3dav_content.timezones import UTC, Zone, Zones

_SERIES = frozenset({"RRULE", "RDATE", "EXRULE", "EXDATE"})


@dataclass(slots=True, frozen=True)
class Occurrence:
    """An instance; `start` and `end` are instants, `local` its local start.

    `anchor` is the RECURRENCE-ID as an instant, `key` as the series has it; `component` is the override where
    there is one.
    """

    component: Component
    start: int
    end: int
    local: datetime
    clock: Clock
    zone: Zone
    anchor: int
    key: Moment
    overridden: bool = False

    @property
    def is_date(self) -> bool:
        return self.clock is Clock.DATE


@dataclass(slots=True, frozen=True)
class Override:
    """A component with a RECURRENCE-ID; `following` says that it changes all instances from there on."""

    anchor: int
    key: Moment
    component: Component
    following: bool


class Instances:
    """Reads one calendar object's instances; floating times and dates count in the default zone."""

    def __init__(self, found: CalendarObject, default: Zone = UTC, budget: Budget | None = None) -> None:
        self.object = found
        self.zones = Zones(found.timezones, default)
        self.budget = budget or Budget()
        self._series = Series(self.zone, self.instant, self.budget)

    @cached_property
    def _master_span(self) -> Span | None:
        return self._span(self.object.master) if self.object.master is not None else None

    @cached_property
    def overrides(self) -> list[Override]:
        return [entry for entry in map(self._override, self.object.overrides) if entry is not None]

    @cached_property
    def _following(self) -> list[Override]:
        return sorted((entry for entry in self.overrides if entry.following), key=lambda entry: entry.anchor)

    def of_parts(self, kind: str, uid: str, parts: Sequence[Component]) -> Instances:
        """The instances of a series that stands inside of a component, by the same clock and budget."""
        whole, ordered = self.object, sorted(parts, key=lambda part: part.first("RECURRENCE-ID") is not None)
        own = CalendarObject(whole.calendar, kind, uid, ordered, whole.timezones)
        return Instances(own, self.zones.default, self.budget)

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
        return self._master_span if component is self.object.master else self._span(component)

    def _span(self, component: Component) -> Span | None:
        entry = component.first("DTSTART")
        if entry is None:
            return None
        start = moment_of(entry)
        return Span(start, self.zone(start), self._length(component, start))

    def _length(self, component: Component, start: Moment) -> Duration:
        # RFC 5545 §3.6.1: an event on a date lasts that day, one at a time no time at all.
        usual = Duration(days=1) if start.clock is Clock.DATE else Duration()
        if component.name == "VJOURNAL":
            return usual
        end = component.first("DTEND") or component.first("DUE")
        if end is not None:
            return self._between(start, moment_of(end))
        duration = component.first("DURATION")
        return usual if duration is None else forward(parse_duration(duration.value, duration.line))

    def _between(self, start: Moment, end: Moment) -> Duration:
        """Whole days stay nominal across a change of the clock; times count exactly (RFC 5545 §3.3.6)."""
        if start.clock is Clock.DATE and end.clock is Clock.DATE:
            return Duration(days=max(0, (end.local - start.local).days))
        return Duration(seconds=max(0, self.instant(end) - self.instant(start)))

    def _override(self, component: Component) -> Override | None:
        entry = component.first("RECURRENCE-ID")
        if entry is None:
            return None
        key = self._key(moment_of(entry))
        return Override(self.instant(key), key, component, is_for_the_future(component))

    def anchor(self, moment: Moment) -> int:
        """The instant by which an instance is known, whatever clock its RECURRENCE-ID is told by."""
        return self.instant(self._key(moment))

    def _key(self, moment: Moment) -> Moment:
        if self._master_span is None:
            return moment
        start = self._master_span.start
        return Moment(self._series.local(moment, self._master_span), start.clock, start.tzid)

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
        yield from self.regular(start, end)

    def regular(self, start: int, end: int) -> Iterator[Occurrence]:
        """At least those instances without an override that touch the range, in order."""
        master, span = self.object.master, self._master_span
        if master is None or span is None:
            return
        for local, length in self._starts(start, end):
            anchor = span.zone.instant(local)
            if anchor not in self._overridden_anchors:
                yield self._regular(master, span, local, length, anchor)

    def anchors(self, start: int, end: int) -> Iterator[int]:
        """By what the instances around the range are known, with those that overrides stand for."""
        span = self._master_span
        if span is not None:
            yield from (span.zone.instant(local) for local, _ in self._starts(start, end))

    def _starts(self, start: int, end: int) -> Iterator[Start]:
        master, span = self.object.master, self._master_span
        if master is not None and span is not None and _SERIES.isdisjoint(entry.name for entry in master.properties):
            self.budget.spend()
            yield span.start.local, None
        elif master is not None and span is not None:
            yield from RecurrenceSet(self._series, master, span).starts(start, end, self.shift())

    @cached_property
    def _overridden_anchors(self) -> set[int]:
        return {override.anchor for override in self.overrides}

    def overridden(self) -> Iterator[Occurrence]:
        """The instance of every override."""
        for override in self.overrides:
            span = self.span(override.component)
            if span is not None:
                begin, end = span.at(span.start.local)
                yield Occurrence(
                    override.component, begin, end, span.start.local, span.start.clock, span.zone,
                    override.anchor, override.key, overridden=True,
                )  # fmt: skip

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

    def original(self, component: Component, key: Moment, anchor: int) -> Occurrence | None:
        """What would stand at a place of the series without this override."""
        master, span = self.object.master, self._master_span
        if master is None or span is None:
            return None
        changes = [change for change in self._following if change.component is not component]
        return self._regular(master, span, key.local, None, anchor, changes)

    def _described_until(self, component: Component) -> int | None:
        """The anchor of the next change for the future behind a master or such a change."""
        own = next((change.anchor for change in self._following if change.component is component), None)
        return next((change.anchor for change in self._following if own is None or change.anchor > own), None)

    def _regular(
        self,
        master: Component,
        span: Span,
        local: datetime,
        length: Duration | None,
        anchor: int,
        following: Sequence[Override] | None = None,
    ) -> Occurrence:
        """An instance of the master, changed by the last THISANDFUTURE override before it."""
        key = Moment(local, span.start.clock, span.start.tzid)
        changes = [c for c in (self._following if following is None else following) if c.anchor <= anchor]
        other = self.span(changes[-1].component) if changes else None
        if changes and other is not None:
            moved = plus(local, other.start.local - changes[-1].key.local)
            begin, end = other.at(moved)
            return Occurrence(changes[-1].component, begin, end, moved, other.start.clock, other.zone, anchor, key)
        begin, end = span.at(local, length)
        return Occurrence(master, begin, end, local, span.start.clock, span.zone, anchor, key)

    def shift(self) -> int:
        """How far from its place in the series an instance can lie, and how much longer it can be."""
        shifts = [0]
        for change in self._following:
            other = self.span(change.component)
            if other is not None:
                moved = abs(other.zone.instant(other.start.local) - change.anchor)
                shifts.append(moved + other.length.total)
        return max(shifts)

    def recurs(self) -> bool:
        master = self.object.master
        return len(self.object.components) > 1 or (
            master is not None and any(entry.name in {"RRULE", "RDATE"} for entry in master.properties)
        )


def is_for_the_future(override: Component) -> bool:
    entry = override.first("RECURRENCE-ID")
    return entry is not None and (entry.param("RANGE") or "").upper() == "THISANDFUTURE"


def overlaps(begin: int, end: int, start: int, stop: int) -> bool:
    """RFC 4791 §9.9: half open; what lasts no time counts where it begins."""
    if end > begin:
        return begin < stop and end > start
    return start <= begin < stop
