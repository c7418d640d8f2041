"""What an index keeps of a calendar object, so that few objects need to be read for a range.

Everything here errs on the side of too much: an object that a filter would match is always among the
candidates, and the filter decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY, EARLIEST, LATEST, Clock, instant_of, moment_of, moments_of
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances, Occurrence, Span
from a3dav_content.recurrence import Rule
from a3dav_content.time_range import absolute_triggers, alarm_offsets, busy_entries

FLOATING_SLACK = 14 * 3600
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
    rows: tuple[tuple[int, int], ...] = ()


def index(found: CalendarObject, now: int, *, back: int = YEAR, ahead: int = 2 * YEAR) -> CalendarIndex:
    """The index entry of an object, with rows from `back` seconds before now to `ahead` seconds after."""
    instances = Instances(found, budget=Budget(INDEX_STEPS))
    try:
        return _index(found, instances, now - back, now + ahead)
    except ContentError:  # what cannot be reckoned is looked at by every query
        return CalendarIndex(found.component, found.uid, EARLIEST, LATEST, recurs=False, always=True)


def _index(found: CalendarObject, instances: Instances, low: int, high: int) -> CalendarIndex:
    fixed = [row for component in found.components for row in _fixed_rows(component, instances)]
    if any(row is None for row in fixed):
        return CalendarIndex(found.component, found.uid, EARLIEST, LATEST, recurs=False, always=True)
    rows = [row for row in fixed if row is not None]
    if not instances.recurs():
        rows += [_row(o) for o in instances.around(EARLIEST, LATEST)]
        if not rows:
            return CalendarIndex(found.component, found.uid, LATEST, EARLIEST, recurs=False)
        first, last = min(begin for begin, _ in rows), max(end for _, end in rows)
        return CalendarIndex(found.component, found.uid, first, last, recurs=False)
    first, last = _reach(found, instances, rows)
    rows += _rows_between(instances, low, high)
    merged = _merged(row for row in rows if row[1] >= low and row[0] <= high)
    return CalendarIndex(found.component, found.uid, first, last, True, False, low, high, merged)


def _rows_between(instances: Instances, low: int, high: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for occurrence in instances.around(low, high):
        if len(rows) >= MAX_ROWS:
            # Too many: the rest of the window counts as covered throughout.
            rows.append((rows[-1][0], LATEST))
            break
        rows.append(_row(occurrence))
    return rows


def _row(found: Occurrence) -> tuple[int, int]:
    """From the earliest to the latest that this instance or an alarm of it can match."""
    begin, end = found.start, found.end
    for alarm in found.component.sub("VALARM"):
        relative = alarm_offsets(alarm)
        if relative is not None:
            related, offsets = relative
            base = found.end if related == "END" else found.start
            begin, end = min(begin, base + min(offsets)), max(end, base + max(offsets))
    if found.clock in {Clock.FLOATING, Clock.DATE}:
        begin, end = begin - FLOATING_SLACK, end + FLOATING_SLACK
    return begin, end


def _fixed_rows(component: Component, instances: Instances) -> list[tuple[int, int] | None]:
    """Rows that do not depend on DTSTART; None stands for "at any time"."""
    rows: list[tuple[int, int] | None] = [
        (trigger, trigger) for alarm in component.sub("VALARM") for trigger in absolute_triggers(alarm, instances)
    ]
    if component.name == "VAVAILABILITY":
        return [None]
    if component.name == "VFREEBUSY":
        rows += [(begin, end) for begin, end, _ in busy_entries(component, instances)]
    if component.name == "VTODO" and component.first("DTSTART") is None:
        rows.append(_startless_todo(component, instances))
    return rows


def _startless_todo(component: Component, instances: Instances) -> tuple[int, int] | None:
    moments = {n: moment_of(entry) for n in ("DUE", "COMPLETED", "CREATED") if (entry := component.first(n))}
    known = {name: instances.instant(moment) for name, moment in moments.items()}
    if any(component.sub("VALARM")):
        return None
    if "DUE" in known:
        return known["DUE"] - FLOATING_SLACK, known["DUE"] + FLOATING_SLACK
    if "COMPLETED" in known:
        return min(known.values()), max(known.values())
    return (known["CREATED"], LATEST) if "CREATED" in known else None


def _reach(found: CalendarObject, instances: Instances, rows: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the first instance can begin and the last one end."""
    firsts, lasts = [begin for begin, _ in rows], [end for _, end in rows]
    for component in found.components:
        span = instances.span(component)
        if span is None:
            continue
        begin, end = span.at(span.start.local)
        slack = span.length.total + FLOATING_SLACK + DAY + _alarm_slack(component)
        firsts.append(begin - slack)
        lasts.append(end + slack)
        if component is found.master:
            dates = [instances.instant(m) for entry in component.all("RDATE") for m in moments_of(entry)]
            firsts += [date - slack for date in dates]
            lasts += [date + slack + 40 * DAY for date in dates]
            lasts += [_last_of(Rule.parse(entry.value), span, slack) for entry in component.all("RRULE")]
        if any((entry.param("RANGE") or "").upper() == "THISANDFUTURE" for entry in component.all("RECURRENCE-ID")):
            firsts.append(EARLIEST)
            lasts.append(LATEST)
    return min(firsts, default=EARLIEST), max(lasts, default=LATEST)


def _alarm_slack(component: Component) -> int:
    found = [alarm_offsets(alarm) for alarm in component.sub("VALARM")]
    return max((abs(offset) for pair in found if pair for offset in pair[1]), default=0)


def _last_of(rule: Rule, span: Span, slack: int) -> int:
    if rule.until is not None:
        return instant_of(rule.until) + slack + DAY
    if rule.count is None:
        return LATEST
    last = span.start.local
    try:
        for last in rule.starts(span.start.local, Budget(INDEX_STEPS)):  # noqa: B007 - the last one is wanted
            pass
    except LimitExceeded:
        return LATEST
    return span.zone.instant(last) + slack


def _merged(rows: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted rows, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(rows):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return tuple(merged)
