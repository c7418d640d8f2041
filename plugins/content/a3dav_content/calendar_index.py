"""What an index keeps of a calendar object, so that few objects need to be read for a range.

Rows are reaches (see `time_range`). What depends on the zone of a reader is widened by `loose` on both sides:
an object that a filter would match is always a candidate, and one that no zone could move away is a match for sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from a3dav_content.alarms import absolute_trigger, relative_trigger, repeats
from a3dav_content.budget import Budget
from a3dav_content.busy_index import NEVER_BUSY, UNTOLD, busy_kind, is_by_days
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY, Clock, Moment, instant_of, moment_of, parse_moment
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.recurrence import Rule
from a3dav_content.recurrence_sets import Span
from a3dav_content.time_range import ALWAYS, Reach, is_startless, periods, reach_of, startless_reaches
from a3dav_content.timezones import FixedZone

FLOATING_SLACK = DAY
UNSURE = ALWAYS[1] - ALWAYS[0]
"""So loose that no row of it decides anything alone."""
_ANYWHERE = FixedZone()
"""Stands for a default zone that is not known yet; what refers to it is told by its identity."""
MAX_ROWS = 1200
FAR = 60 * DAY
"""An alarm further from its event than this has no rows: everything in the window may be where it goes off."""
INDEX_STEPS = 40_000
YEAR = 366 * DAY
NEVER: Reach = (ALWAYS[1], ALWAYS[0])


@dataclass(slots=True, frozen=True)
class CalendarIndex:
    """Reaches of an object. One that `recurs` has `rows` and `alarms` between `covered_from` and `covered_until`,

    and can have instances anywhere between `first` and `last`, and alarms anywhere between `first_alarm` and
    `last_alarm`; one that does not has those ends alone. `always` says that no range excludes it. `busy` is the kind
    of busy time that each row stands for, without `loose` on both sides (see `busy_index`).
    """

    component: str
    uid: str
    first: int
    last: int
    recurs: bool
    always: bool = False
    covered_from: int = ALWAYS[0]
    covered_until: int = ALWAYS[1]
    rows: tuple[Reach, ...] = ()
    loose: int = 0
    first_alarm: int = NEVER[0]
    last_alarm: int = NEVER[1]
    alarms: tuple[Reach, ...] = ()
    busy: str = UNTOLD


def unreckoned(component: str = "", uid: str = "") -> CalendarIndex:
    """The entry of an object that every query has to look at."""
    return CalendarIndex(
        component, uid, *ALWAYS, recurs=False, always=True, first_alarm=ALWAYS[0], last_alarm=ALWAYS[1]
    )


def index(found: CalendarObject, now: int, *, back: int = YEAR, ahead: int = 2 * YEAR) -> CalendarIndex:
    """The index entry of an object, with rows from `back` seconds before now to `ahead` seconds after."""
    try:
        return strict_index(found, now, back=back, ahead=ahead)
    except ContentError:
        return unreckoned(found.component, found.uid)


def strict_index(found: CalendarObject, now: int, *, back: int = YEAR, ahead: int = 2 * YEAR) -> CalendarIndex:
    """The same; raises where dates cannot be reckoned with, and LimitExceeded where that costs too much."""
    instances = Instances(found, _ANYWHERE, Budget(INDEX_STEPS))
    if _comes_and_goes(found, instances):
        return unreckoned(found.component, found.uid)
    return _Indexing(found, instances, now - back, now + ahead).entry()


class _Indexing:
    def __init__(self, found: CalendarObject, instances: Instances, low: int, high: int) -> None:
        self.found, self.instances, self.low, self.high = found, instances, low, high
        self.loose = FLOATING_SLACK if any(self._floats(component) for component in found.components) else 0
        self.ringing = {id(component): _Ringing.of(component, instances) for component in found.components}
        startless = [component for component in found.components if is_startless(component)]
        self.fixed = [reach for component in startless for reach in startless_reaches(component, instances)]
        self.startless = {id(component) for component in startless}

    def entry(self) -> CalendarIndex:
        if not self.instances.recurs() and len(self.fixed) <= 1:
            return self._single()
        return self._series()

    def _single(self) -> CalendarIndex:
        begin, end = NEVER
        ringing = self._fixed_alarms()
        for found in self._reckoned(self.instances.all()):
            begin, end = reach_of(found)
            ringing += self.ringing[id(found.component)].reaches(found)
        for reach in self.fixed:
            begin, end = reach
        first, last = (begin - self.loose, end + self.loose) if (begin, end) != NEVER else NEVER
        alarms = self._envelope(ringing)
        return CalendarIndex(
            self.found.component, self.found.uid, first, last, recurs=False, loose=self.loose,
            first_alarm=alarms[0], last_alarm=alarms[1], busy=self._busy(exact=True),
        )  # fmt: skip

    def _series(self) -> CalendarIndex:
        rows = [(begin - self.loose, end + self.loose) for begin, end in self.fixed]
        ringing = [(begin - self.loose, end + self.loose) for begin, end in self._fixed_alarms()]
        far = max((one.widest for one in self.ringing.values()), default=0)
        first, last = self._ends(rows)
        dense = False
        for found in self._reckoned(self.instances.around(self.low - min(far, FAR), self.high + min(far, FAR))):
            if len(rows) >= MAX_ROWS:
                dense = True
                break
            begin, end = reach_of(found)
            rows.append((begin - self.loose, end + self.loose))
            ringing += [(b - self.loose, e + self.loose) for b, e in self.ringing[id(found.component)].reaches(found)]
        if dense:
            rows.append((self.low, self.high))
        if dense or (far > FAR and ringing):
            ringing.append((self.low, self.high))
        merged = _merged(rows)
        sure = not dense and (not self.loose or len(merged) == len(rows))
        alarms = (first - far, last + far) if far or ringing else NEVER
        return CalendarIndex(
            self.found.component, self.found.uid, first, last, True, False, self.low, self.high,
            self._inside(merged), self.loose if sure else UNSURE, *_around(alarms, ringing),
            self._inside(_merged(ringing)), self._busy(exact=sure),
        )  # fmt: skip

    def _busy(self, *, exact: bool) -> str:
        """What floats is known exactly where it is whole days; what is widened for another reason is not."""
        kind = busy_kind(self.found, self.instances)
        if kind in {NEVER_BUSY, UNTOLD}:
            return kind
        by_days = is_by_days(self.found.components[0])
        return kind if exact and bool(self.loose) is by_days else UNTOLD

    def _reckoned(self, occurrences: Iterable[Occurrence]) -> Iterable[Occurrence]:
        return (found for found in occurrences if id(found.component) not in self.startless)

    def _inside(self, rows: Iterable[Reach]) -> tuple[Reach, ...]:
        return tuple(row for row in rows if row[1] > self.low and row[0] < self.high)

    def _envelope(self, rows: list[Reach]) -> Reach:
        if not rows:
            return NEVER
        return min(begin for begin, _ in rows) - self.loose, max(end for _, end in rows) + self.loose

    def _fixed_alarms(self) -> list[Reach]:
        """Alarms at given times, and those of to-dos that have DUE alone."""
        found = [reach for ringing in self.ringing.values() for reach in ringing.absolute]
        for component in self.found.components:
            due = component.first("DUE")
            if id(component) in self.startless and due is not None:
                at = self.instances.instant(moment_of(due))
                found += [(at + low, at + high) for low, high in self.ringing[id(component)].from_end]
        return found

    def _floats(self, component: Component) -> bool:
        dates = [e for name in ("DTSTART", "DTEND", "DUE", "COMPLETED", "CREATED") for e in component.all(name)]
        listed = [e for name in ("RDATE", "FREEBUSY") for e in component.all(name)]
        listed += [e for alarm in component.sub("VALARM") for e in alarm.all("TRIGGER")]
        moments = [moment_of(e) for e in dates] + [moment for e in listed for moment in _moments(e)]
        return any(self.instances.floats(moment) for moment in moments)

    def _ends(self, rows: list[Reach]) -> Reach:
        """Where the first instance can begin and the last one end."""
        firsts, lasts = [begin for begin, _ in rows], [end for _, end in rows]
        shift, budget = self.instances.shift(), Budget(INDEX_STEPS)
        for component in self.found.components:
            span = self.instances.span(component)
            if span is None:
                continue
            begin, end = span.at(span.start.local)
            slack = span.length.total + self.loose + 2 * DAY
            firsts.append(begin - slack)
            lasts.append(end + slack)
            if component is self.found.master:
                added = [period for entry in component.all("RDATE") for period in periods(entry, self.instances)]
                firsts += [start - slack - shift for _, start, _ in added] + [begin - slack - shift]
                lasts += [end + slack + shift for _, _, end in added]
                lasts += [_last_of(Rule.parse(e.value), span, budget) + slack + shift for e in component.all("RRULE")]
        return min(firsts, default=NEVER[0]), min(max(lasts, default=NEVER[1]), ALWAYS[1])


@dataclass(slots=True, frozen=True)
class _Ringing:
    """When the alarms of a component go off: from its start, from its end, and at given times."""

    from_start: list[Reach]
    from_end: list[Reach]
    absolute: list[Reach]

    @classmethod
    def of(cls, component: Component, instances: Instances) -> _Ringing:
        found = cls([], [], [])
        for alarm in component.sub("VALARM"):
            low, high = repeats(alarm).ends
            at, trigger = absolute_trigger(alarm, instances), relative_trigger(alarm)
            instances.budget.spend(2)
            if at is not None:
                found.absolute.append((at + low, at + high + 1))
            elif trigger is not None:
                base = trigger.offset.total
                rows = found.from_end if trigger.from_end else found.from_start
                rows.append((base + low - trigger.slack, base + high + trigger.slack + 1))
        return cls(_envelope_of(found.from_start), _envelope_of(found.from_end), found.absolute)

    def reaches(self, found: Occurrence) -> list[Reach]:
        rows = [(found.start + low, found.start + high) for low, high in self.from_start]
        return rows + [(found.end + low, found.end + high) for low, high in self.from_end]

    @property
    def widest(self) -> int:
        return max((abs(end) for row in self.from_start + self.from_end for end in row), default=0)


def _envelope_of(rows: list[Reach]) -> list[Reach]:
    return [(min(begin for begin, _ in rows), max(end for _, end in rows))] if rows else []


def _around(ends: Reach, rows: list[Reach]) -> Reach:
    return min([ends[0], *(begin for begin, _ in rows)]), max([ends[1], *(end for _, end in rows)])


def _comes_and_goes(found: CalendarObject, instances: Instances) -> bool:
    """True where the default zone decides which instances there are, since the clocks of a series are mixed."""
    start = found.master.first("DTSTART") if found.master is not None else None
    if found.master is None or start is None or moment_of(start).clock is Clock.DATE:
        return False
    floats = instances.floats(moment_of(start))
    if floats and any(Rule.parse(entry.value).until_utc for entry in found.master.all("RRULE")):
        return True
    named = [entry for name in ("RDATE", "EXDATE") for entry in found.master.all(name)]
    named += [entry for override in found.overrides for entry in override.all("RECURRENCE-ID")]
    moments = [moment for entry in named for moment in _moments(entry)]
    told = (moment for moment in moments if moment.clock not in {Clock.DATE, Clock.FLOATING})
    return any(instances.floats(moment) is not floats for moment in told)


def _moments(entry: Property) -> list[Moment]:
    """Dates of a list, and both ends of its periods."""
    tzid = (entry.param("TZID") or "").strip()
    parts = [part.strip() for part in re.split("[,/]", entry.value)]
    return [parse_moment(part, tzid, entry.line) for part in parts if part[:1].isdigit()]


def _last_of(rule: Rule, span: Span, budget: Budget) -> int:
    if rule.until is not None:
        return instant_of(rule.until) + 2 * DAY
    if rule.count is None:
        return ALWAYS[1]
    last = span.start.local
    try:
        for last in rule.starts(span.start.local, budget):  # noqa: B007 - the last one is wanted
            pass
    except LimitExceeded:
        return ALWAYS[1]
    return span.zone.instant(last)


def _merged(rows: Iterable[Reach]) -> tuple[Reach, ...]:
    """Sorted rows, those that touch as one."""
    merged: list[Reach] = []
    for begin, end in sorted(rows):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)
