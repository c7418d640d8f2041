"""VTIMEZONE components (RFC 5545 §3.6.5) made from IANA's data, whole or for a range of time (RFC 7808 §3.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import groupby

from a3dav_content.calendar_objects import PRODID
from a3dav_content.dates import EARLIEST, LATEST, format_local, format_utc, instant_of, utc_of
from a3dav_content.lines import Component, Property, escape_text, serialise
from a3dav_content.zone_data import LocalTime, Transition, YearlyOnset, ZoneData, zone_data
from a3dav_content.zone_patterns import runs

SHORTEST_RUN = 3
"""Years that a rule must hold to be worth more than the dates themselves."""


@lru_cache(maxsize=2048)
def timezone_text(name: str, tzid: str = "", start: int = EARLIEST, end: int = LATEST, alias_of: str = "") -> bytes:
    """The content lines of the VTIMEZONE of a zone of IANA, under the name it is referred to by."""
    return serialise(vtimezone(name, tzid, start, end, alias_of))


def timezone_calendar(name: str, tzid: str = "", start: int = EARLIEST, end: int = LATEST, alias_of: str = "") -> bytes:
    """A VCALENDAR with that VTIMEZONE and nothing else."""
    inner = timezone_text(name, tzid, start, end, alias_of)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\n".encode() + inner + b"END:VCALENDAR\r\n"


def vtimezone(name: str, tzid: str = "", start: int = EARLIEST, end: int = LATEST, alias_of: str = "") -> Component:
    """A description that is right from `start` on and before `end`."""
    data = zone_data(name)
    properties = [Property("TZID", escape_text(tzid or name))]
    if alias_of:
        properties.append(Property("TZID-ALIAS-OF", escape_text(alias_of)))
    if end != LATEST:
        properties.append(Property("TZUNTIL", format_utc(end)))
    return Component("VTIMEZONE", properties, sorted(_observances(data, start, end), key=_order))


def _order(observance: Component) -> str:
    return observance.value("DTSTART") or ""


def _observances(data: ZoneData, start: int, end: int) -> Iterator[Component]:
    changes = [change for change in data.transitions if start <= change.instant < end]
    begin, opening = max(start, 0) if not data.transitions else start, data.at(start)
    if (start != EARLIEST or not changes) and (not changes or changes[0].instant != start):
        yield _observance(utc_of(begin + opening.offset), opening, opening)
    ruled = [_endless(data, onset, changes, start, end) for onset in data.rules.onsets]
    taken = {instant for _, instants in ruled for instant in instants}
    for observance, _ in ruled:
        if observance is not None:
            yield observance
    left = sorted((c for c in changes if c.instant not in taken), key=_kind)
    for (before, after), group in groupby(left, key=_kind):
        yield from _past(before, after, [change.local for change in group])


def _kind(change: Transition) -> tuple[LocalTime, LocalTime]:
    """What an observance holds: the name of the time before plays no part in it."""
    return change.before._replace(daylight=False, name=""), change.after


def _endless(
    data: ZoneData, onset: YearlyOnset, changes: list[Transition], start: int, end: int
) -> tuple[Component | None, set[int]]:
    """The observance of a rule that goes on, and the changes of the past that it makes as well."""
    same = {change.instant for change in changes if _kind(change) == _kind(Transition(0, onset.before, onset.after))}
    known = max(data.ruled_from, start - 1)
    year = max(utc_of(known).year - 1, 2)
    while onset.instant(year) <= known:
        year += 1
    taken: set[int] = set()
    while (past := onset.instant(year - 1)) in same:
        taken.add(past)
        year -= 1
    if onset.instant(year) >= end:
        return None, taken
    until = None
    if end != LATEST:
        last = utc_of(end).year + 1
        while onset.instant(last) >= end:
            last -= 1
        until = onset.instant(last)
    rule = onset.recurrence if until is None else f"{onset.recurrence};UNTIL={format_utc(until)}"
    return _observance(onset.local(year), onset.before, onset.after, rule), taken


def _past(before: LocalTime, after: LocalTime, onsets: list[datetime]) -> Iterator[Component]:
    """Observances that ended: by rules where a pattern held for years, by their dates where not."""
    single: list[datetime] = []
    for rule, run in runs(sorted(onsets)):
        if len(run) < SHORTEST_RUN:
            single += run
            continue
        until = format_utc(instant_of(run[-1]) - before.offset)
        yield _observance(run[0], before, after, f"{rule};UNTIL={until}")
    if single:
        yield _observance(single[0], before, after, dates=single[1:])


def _observance(
    start: datetime, before: LocalTime, after: LocalTime, rule: str = "", dates: Iterable[datetime] = ()
) -> Component:
    properties = [
        Property("DTSTART", format_local(start)),
        Property("TZOFFSETFROM", _offset(before.offset)),
        Property("TZOFFSETTO", _offset(after.offset)),
        Property("TZNAME", after.name),
    ]
    if rule:
        properties.append(Property("RRULE", rule))
    listed = ",".join(format_local(day) for day in dates)
    if listed:
        properties.append(Property("RDATE", listed))
    return Component("DAYLIGHT" if after.daylight else "STANDARD", properties)


def _offset(seconds: int) -> str:
    sign, (minutes, rest) = "-" if seconds < 0 else "+", divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{rest:02}" if rest else "")
