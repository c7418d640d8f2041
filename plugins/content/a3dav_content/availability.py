"""When somebody is not available (RFC 7953 §4, §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import Reach, TimeRange, is_startless, reach_of, startless_reaches
from a3dav_content.timezones import UTC, Zone

KINDS = ("BUSY", "BUSY-UNAVAILABLE", "BUSY-TENTATIVE")
"""Of two that overlap with one priority the one that stands first here prevails (§4)."""
DEFAULT_KIND = "BUSY-UNAVAILABLE"


@dataclass(slots=True, frozen=True)
class Availability:
    """What a VAVAILABILITY says of a range: the busy time it covers, and where that is free after all."""

    rank: int
    kind: str
    cover: list[Reach]
    free: list[Reach]


def availabilities(
    found: CalendarObject, span: TimeRange, default_zone: Zone = UTC, budget: Budget | None = None
) -> Iterator[Availability]:
    instances = Instances(found, default_zone, budget)
    for component in found.components:
        cover = [_clipped(reach, span) for reach in _covered(component, instances, span) if span.meets(reach)]
        if cover:
            free = [_clipped(reach, span) for reach in _free(component, instances, span)]
            yield Availability(_rank(component), _kind(component), cover, intersected(joined(free), cover))


def _clipped(reach: Reach, span: TimeRange) -> Reach:
    return max(reach[0], span.start), min(reach[1], span.end)


def _covered(component: Component, instances: Instances, span: TimeRange) -> list[Reach]:
    if is_startless(component):
        return startless_reaches(component, instances)
    return [reach_of(found) for found in instances.of(component, span.start, span.end)]


def _free(component: Component, instances: Instances, span: TimeRange) -> Iterator[Reach]:
    for uid in {part.value("UID") for part in component.sub("AVAILABLE")}:
        parts = [part for part in component.sub("AVAILABLE") if part.value("UID") == uid]
        series = instances.of_parts("AVAILABLE", uid or "", parts)
        yield from ((one.start, one.end) for one in series.around(span.start, span.end))


def _rank(component: Component) -> int:
    """Higher prevails: 1 is the highest PRIORITY and 9 the lowest, but for 0, which is none."""
    digits = (component.value("PRIORITY") or "0").strip()
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) == 1 else 0
    return 10 - number if number else 0


def _kind(component: Component) -> str:
    kind = (component.value("BUSYTYPE") or DEFAULT_KIND).strip().upper()
    return kind if kind in KINDS else "BUSY"


def unavailable(found: Iterable[Availability]) -> list[tuple[int, int, str]]:
    """Busy periods out of all availabilities: from the lowest rank up, each hides what lies below it."""
    told: dict[str, list[Reach]] = {kind: [] for kind in KINDS}
    for _, group in groupby(sorted(found, key=lambda one: one.rank), key=lambda one: one.rank):
        level = list(group)
        cover = joined([reach for one in level for reach in one.cover])
        taken = joined([reach for one in level for reach in one.free])
        told = {kind: without(rows, cover) for kind, rows in told.items()}
        for kind in KINDS:
            own = without(joined([reach for one in level if one.kind == kind for reach in one.cover]), taken)
            told[kind] = joined(told[kind] + own)
            taken = joined(taken + own)
    return sorted((begin, end, kind) for kind, rows in told.items() for begin, end in rows)


def joined(rows: Iterable[Reach]) -> list[Reach]:
    """Sorted, those that touch as one; what lasts no time left out."""
    found: list[Reach] = []
    for begin, end in sorted(row for row in rows if row[0] < row[1]):
        if found and begin <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def without(rows: list[Reach], others: list[Reach]) -> list[Reach]:
    """What is left of rows where others are; both joined."""
    found: list[Reach] = []
    place = 0
    for begin, end in rows:
        left = begin
        while place < len(others) and others[place][1] <= begin:
            place += 1
        for hidden in islice(others, place, None):
            if hidden[0] >= end:
                break
            if left < hidden[0]:
                found.append((left, hidden[0]))
            left = hidden[1]
        if left < end:
            found.append((left, end))
    return found


def intersected(rows: list[Reach], others: list[Reach]) -> list[Reach]:
    return without(rows, without(rows, others))
