"""What an index keeps of a calendar object, so that few objects need to be read for a range.

Everything here errs on the side of too much: an object that a filter would match is always among the
candidates, and the filter decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY, EARLIEST, LATEST, Clock, Moment, instant_of, moment_of, parse_moment
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence, Span, is_for_the_future
from a3dav_content.recurrence import Rule
from a3dav_content.time_range import absolute_triggers, alarm_offsets, busy_entries, periods
from a3dav_content.timezones import FixedZone

Row = tuple[int, int]
FLOATING_SLACK = DAY
_ANYWHERE = FixedZone()
"""Stands for a default zone that is not known yet; what refers to it is told by its identity."""
MAX_ROWS = 1200
INDEX_STEPS = 10_000
"""Some 10 ms: an object that costs more is kept as one that any range may concern."""
YEAR = 366 * DAY


@dataclass(slots=True, frozen=True)
class CalendarIndex:
    """Inclusive instants. An object that recurs has `rows` between `covered_from` and `covered_until`,

    and can have instances anywhere between `first` and `last`; one that does not has `first` and `last`
    alone. `always` says that no range excludes it.
    """

    component: str
    uid: str
    first: int
    last: int
    recurs: bool
    always: bool = False
    covered_from: int = EARLIEST
    covered_until: int = LATEST
    rows: tuple[Row, ...] = ()


def index(found: CalendarObject, now: int, *, back: int = YEAR, ahead: int = 2 * YEAR) -> CalendarIndex:
    """The index entry of an object, with rows from `back` seconds before now to `ahead` seconds after."""
    instances = Instances(found, _ANYWHERE, Budget(INDEX_STEPS))
    try:
        return _index(found, instances, now - back, now + ahead)
    except ContentError:  # what cannot be reckoned is looked at by every query
        return CalendarIndex(found.component, found.uid, EARLIEST, LATEST, recurs=False, always=True)


def _index(found: CalendarObject, instances: Instances, low: int, high: int) -> CalendarIndex:
    fixed = [row for component in found.components for row in _fixed_rows(component, instances)]
    if any(row is None for row in fixed) or _comes_and_goes(found, instances):
        return CalendarIndex(found.component, found.uid, EARLIEST, LATEST, recurs=False, always=True)
    rows = [row for row in fixed if row is not None]
    margins = {id(component): _margins(component, instances) for component in found.components}
    if not instances.recurs():
        rows += [margins[id(o.component)].row(o) for o in instances.all()]
        if not rows:
            return CalendarIndex(found.component, found.uid, LATEST, EARLIEST, recurs=False)
        first, last = min(begin for begin, _ in rows), max(end for _, end in rows)
        return CalendarIndex(found.component, found.uid, first, last, recurs=False)
    widest = max(entry.widest for entry in margins.values())
    first, last = _reach(found, instances, rows, widest)
    rows += _rows_between(instances, low, high, margins, widest)
    merged = _merged(row for row in rows if row[1] >= low and row[0] <= high)
    return CalendarIndex(found.component, found.uid, first, last, True, False, low, high, merged)


@dataclass(slots=True, frozen=True)
class _Margins:
    """How far before and behind its start and its end an instance or an alarm of it can match."""

    start: tuple[int, int]
    end: tuple[int, int]

    def row(self, found: Occurrence) -> Row:
        begin = min(found.start + self.start[0], found.end + self.end[0])
        return begin, max(found.start + self.start[1], found.end + self.end[1])

    @property
    def widest(self) -> int:
        return max(abs(margin) for margin in self.start + self.end)


def _margins(component: Component, instances: Instances) -> _Margins:
    offsets: dict[str, list[int]] = {"START": [0], "END": [0]}
    for alarm in component.sub("VALARM"):
        relative = alarm_offsets(alarm)
        if relative is not None:
            related, shifts = relative
            offsets["END" if related == "END" else "START"] += (shifts[0], shifts[-1])
    dates = [entry for name in ("DTSTART", "DTEND", "DUE") for entry in component.all(name)]
    slack = FLOATING_SLACK if any(instances.floats(moment_of(entry)) for entry in dates) else 0
    start, end = ((min(found) - slack, max(found) + slack) for found in (offsets["START"], offsets["END"]))
    return _Margins(start, end)


def _rows_between(instances: Instances, low: int, high: int, margins: dict[int, _Margins], widest: int) -> list[Row]:
    rows: list[Row] = []
    for occurrence in instances.around(low - widest, high + widest):
        if len(rows) >= MAX_ROWS:
            return [(low, high)]
        rows.append(margins[id(occurrence.component)].row(occurrence))
    return rows


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
    return any(moment.clock is not Clock.DATE and instances.floats(moment) is not floats for moment in moments)


def _moments(entry: Property) -> list[Moment]:
    """Dates of a list, and both ends of its periods."""
    tzid = (entry.param("TZID") or "").strip()
    parts = [part.strip() for part in re.split("[,/]", entry.value)]
    return [parse_moment(part, tzid, entry.line) for part in parts if part[:1].isdigit()]


def _fixed_rows(component: Component, instances: Instances) -> list[Row | None]:
    """Rows that do not depend on DTSTART; None stands for "at any time"."""
    if component.name == "VAVAILABILITY":
        return [None]
    rows: list[Row | None] = []
    for alarm in component.sub("VALARM"):
        slack = _slack(alarm.all("TRIGGER"))
        triggers = absolute_triggers(alarm, instances)
        instances.budget.spend(len(triggers))
        rows += [(at - slack, at + slack) for at in triggers]
    if component.name == "VFREEBUSY":
        slack = _slack(component.all("FREEBUSY"))
        rows += [(begin - slack, end + slack) for begin, end, _ in busy_entries(component, instances)]
    if component.name == "VTODO" and component.first("DTSTART") is None:
        rows.append(_startless_todo(component, instances))
    return rows


def _slack(entries: Iterable[Property]) -> int:
    """What times add that ought to be in UTC and are not."""
    parts = (part.strip() for entry in entries for part in re.split("[,/]", entry.value))
    return FLOATING_SLACK if any(part[:1].isdigit() and not part.endswith("Z") for part in parts) else 0


def _startless_todo(component: Component, instances: Instances) -> Row | None:
    moments = {n: moment_of(entry) for n in ("DUE", "COMPLETED", "CREATED") if (entry := component.first(n))}
    known = {name: instances.instant(moment) for name, moment in moments.items()}
    slack = FLOATING_SLACK if any(map(instances.floats, moments.values())) else 0
    if any(component.sub("VALARM")):
        return None
    if "DUE" in known:
        return known["DUE"] - slack, known["DUE"] + slack
    if "COMPLETED" in known:
        return min(known.values()) - slack, max(known.values()) + slack
    return (known["CREATED"] - slack, LATEST) if "CREATED" in known else None


def _reach(found: CalendarObject, instances: Instances, rows: list[Row], widest: int) -> Row:
    """Where the first instance can begin and the last one end."""
    firsts, lasts = [begin for begin, _ in rows], [end for _, end in rows]
    for component in found.components:
        span = instances.span(component)
        if span is None:
            continue
        begin, end = span.at(span.start.local)
        slack = span.length.total + FLOATING_SLACK + DAY + widest
        firsts.append(begin - slack)
        lasts.append(end + slack)
        if component is found.master:
            added = [period for entry in component.all("RDATE") for period in periods(entry, instances)]
            firsts += [start - slack for _, start, _ in added]
            lasts += [end + slack for _, _, end in added]
            budget = Budget(INDEX_STEPS)
            lasts += [_last_of(Rule.parse(entry.value), span, slack, budget) for entry in component.all("RRULE")]
        if is_for_the_future(component):
            firsts.append(EARLIEST)
            lasts.append(LATEST)
    return min(firsts, default=EARLIEST), max(lasts, default=LATEST)


def _last_of(rule: Rule, span: Span, slack: int, budget: Budget) -> int:
    if rule.until is not None:
        return instant_of(rule.until) + slack + DAY
    if rule.count is None:
        return LATEST
    last = span.start.local
    try:
        for last in rule.starts(span.start.local, budget):  # noqa: B007 - the last one is wanted
            pass
    except LimitExceeded:
        return LATEST
    return span.zone.instant(last) + slack


def _merged(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Sorted rows, those that touch as one."""
    merged: list[Row] = []
    for begin, end in sorted(rows):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)
