"""An object by its instances, as the two sides of a change are compared by what stands where."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY, EARLIEST, LATEST, Moment, moment_of, moments_of
from a3dav_content.errors import InvalidCalendarObject
from a3dav_content.itip.meaning import Times, said, served, status_of, times_of, times_of_occurrence
from a3dav_content.itip.places import place_at, place_of
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances, Occurrence
from a3dav_content.recurrence import Rule
from a3dav_content.zone_references import known_name

STEPS = 200_000
COMPARED = 1000
"""Instances of two rules that are compared one by one; rules that differ behind them count as different."""
_APART = 400 * DAY


class Snapshot:
    """`at` has the components by their places (see `places`), None for the master."""

    def __init__(self, found: CalendarObject, budget: Budget | None = None) -> None:
        self.found = found
        self.instances = Instances(found, budget=budget or Budget(STEPS))
        self.at: dict[int | None, Component] = {place_of(c, self.instances): c for c in found.components}
        self._regular: dict[int, Occurrence | None] = {}
        self._said: dict[int, frozenset[str]] = {}
        self._served: dict[int, dict[str, Property]] = {}

    @property
    def master(self) -> Component | None:
        return self.at.get(None)

    @cached_property
    def places(self) -> frozenset[int]:
        """Of overrides."""
        return frozenset(place for place in self.at if place is not None)

    @cached_property
    def keys(self) -> dict[int, Moment]:
        """The places of overrides in the form of the series."""
        return {override.anchor: override.key for override in self.instances.overrides}

    @cached_property
    def excluded(self) -> dict[int, Moment]:
        return self._listed("EXDATE")

    @cached_property
    def added(self) -> dict[int, Moment]:
        return self._listed("RDATE")

    def _listed(self, name: str) -> dict[int, Moment]:
        """The dates of a list by their places; what is no date stands for nothing."""
        found: dict[int, Moment] = {}
        for entry in self.master.all(name) if self.master is not None else ():
            try:
                moments = moments_of(entry)
            except InvalidCalendarObject:
                continue
            for moment in moments:
                self.instances.budget.spend()
                found[place_at(moment, self.instances)] = moment
        return found

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        master = self.master
        return () if master is None else tuple(Rule.parse(entry.value) for entry in master.all("RRULE"))

    def look_at(self, places: Iterable[int]) -> None:
        """Finds the regular instances of many places in few walks over the series."""
        asked = sorted({place for place in places if place not in self._regular and place not in self.at})
        self._regular.update(dict.fromkeys(asked))
        for group in _groups(asked):
            wanted = set(group)
            for found in self.instances.regular(group[0], group[-1] + 1):
                if found.anchor in wanted:
                    self._regular[found.anchor] = found

    def regular(self, place: int) -> Occurrence | None:
        """The instance of the series at a place that no override stands for."""
        if place not in self._regular:
            self.look_at([place])
        return self._regular.get(place)

    def holds(self, place: int | None) -> bool:
        return place in self.at or (place is not None and self.regular(place) is not None)

    def component(self, place: int | None) -> Component | None:
        """What describes an instance: its override, or what the series says."""
        if place in self.at or place is None:
            return self.at.get(place)
        found = self.regular(place)
        return None if found is None else found.component

    def times(self, place: int | None) -> Times:
        component = self.at.get(place)
        if component is not None:
            return times_of(component, self.instances)
        found = None if place is None else self.regular(place)
        return () if found is None else times_of_occurrence(found)

    def said(self, component: Component) -> frozenset[str]:
        return self._said.setdefault(id(component), said(component))

    def served(self, component: Component) -> dict[str, Property]:
        if id(component) not in self._served:
            self._served[id(component)] = served(component)
        return self._served[id(component)]

    @cached_property
    def recipients(self) -> frozenset[str]:
        return frozenset(address for component in self.found.components for address in self.served(component))

    @cached_property
    def start(self) -> int:
        """The place of the first instance of the series."""
        entry = self.master.first("DTSTART") if self.master is not None else None
        return EARLIEST if entry is None else self.instances.anchor(moment_of(entry))

    @cached_property
    def clock(self) -> object:
        """By which clock the series goes on."""
        entry = self.master.first("DTSTART") if self.master is not None else None
        if entry is None:
            return None
        start = moment_of(entry)
        return start.clock, known_name(start.tzid) or start.tzid


def _groups(places: list[int]) -> list[list[int]]:
    """Places that lie near to one another."""
    groups: list[list[int]] = []
    for place in places:
        if groups and place - groups[-1][-1] < _APART:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def differ(before: Snapshot, after: Snapshot, place: int | None) -> bool:
    """Whether those invited see a change there, EXDATEs apart."""
    one, other = before.component(place), after.component(place)
    if one is None or other is None:
        return one is not other
    if before.said(one) != after.said(other) or before.times(place) != after.times(place):
        return True
    return place is None and _recurs_otherwise(before, after)


def _recurs_otherwise(before: Snapshot, after: Snapshot) -> bool:
    if before.rules != after.rules or before.added.keys() != after.added.keys():
        return True
    return bool(before.rules) and before.clock != after.clock


def is_revised(before: Snapshot, after: Snapshot, place: int | None) -> bool:
    """Whether the sequence number must rise (RFC 5546 §2.1.4)."""
    one, other = before.component(place), after.component(place)
    if one is None or other is None:
        return one is not other
    if before.times(place) != after.times(place) or status_of(one) != status_of(other):
        return True
    return place is None and (_recurs_otherwise(before, after) or before.excluded.keys() != after.excluded.keys())


def is_rescheduled(before: Snapshot, after: Snapshot, place: int | None) -> bool:
    """Whether who had replied has to do so again (RFC 6638 §3.2.8)."""
    one, other = before.component(place), after.component(place)
    if other is None:
        return False
    if one is None or before.times(place) != after.times(place):
        return True
    if status_of(one) == "CANCELLED" != status_of(other):
        return True
    return place is None and gains(before, after)


def gains(before: Snapshot, after: Snapshot) -> bool:
    """Whether a series has instances that it did not have."""
    back = before.excluded.keys() - after.excluded.keys()
    fresh = after.added.keys() - before.added.keys()
    after.look_at(back | fresh)
    if any(after.holds(place) for place in back) or any(not before.holds(place) for place in fresh):
        return True
    if before.rules == after.rules and before.clock == after.clock:
        return False
    known = before.instances.anchors(EARLIEST, LATEST)
    last = next(known, None)
    for anchor in islice(after.instances.anchors(EARLIEST, LATEST), COMPARED):
        while last is not None and last < anchor:
            last = next(known, None)
        if last != anchor:
            return True
    return _reaches_further(before.rules, after.rules) if last is not None else False


def _reaches_further(before: tuple[Rule, ...], after: tuple[Rule, ...]) -> bool:
    """Of rules that begin alike."""
    if len(before) != len(after):
        return True
    for one, other in zip(before, after, strict=True):
        if one.ends and (not other.ends or (other.count or 0) > (one.count or 0)):
            return True
        if one.until is not None and other.until is not None and other.until > one.until:
            return True
    return False
