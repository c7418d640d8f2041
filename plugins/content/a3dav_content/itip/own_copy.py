"""A user's copy of an object by its instances, while a message rewrites it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import COMPONENTS, CalendarObject, tzids
from a3dav_content.dates import (
    LATEST,
    Clock,
    Moment,
    format_utc,
    moment_of,
)
from a3dav_content.itip.endings import until, without_dates
from a3dav_content.itip.implied import implied, moment_property
from a3dav_content.itip.places import places
from a3dav_content.itip.regular import Regular
from a3dav_content.lines import Component, Property, line_of
from a3dav_content.occurrences import Instances, Occurrence, is_for_the_future

STEPS = 1_000_000
_UNHEARD = frozenset({"DTSTAMP", "LAST-MODIFIED", "CREATED"})


class Copy:
    """`parts` are the components by the instances they are about; None is the master's place."""

    def __init__(self, found: CalendarObject, budget: Budget | None = None) -> None:
        self.found = found
        self.calendar = found.calendar
        self.budget = budget or Budget(STEPS)
        self.timezones = dict(found.timezones)
        self.parts: dict[int | None, Component] = places(found, Instances(found, budget=self.budget))
        self._regular: Regular | None = None

    @property
    def master(self) -> Component | None:
        return self.parts.get(None)

    @property
    def overrides(self) -> dict[int, Component]:
        return {place: component for place, component in self.parts.items() if place is not None}

    @property
    def regular(self) -> Regular:
        """The series without what is changed in single instances."""
        if self._regular is None or self._regular.master is not self.master:
            lasting = [component for component in self.overrides.values() if is_for_the_future(component)]
            kept = [*([self.master] if self.master is not None else []), *lasting] or self.found.components
            found = self.found
            series = CalendarObject(self.calendar, found.component, found.uid, kept, self.timezones)
            self._regular = Regular(Instances(series, budget=self.budget))
        return self._regular

    # -- single instances --------------------------------------------------------------------------

    def occurrence(self, place: int) -> Occurrence | None:
        """The instance that the series itself has at a place."""
        return None if self.master is None else self.regular.at(place)

    def at(self, place: int | None) -> Component | None:
        """What describes an instance: its own component, or the one that the series implies for it."""
        if place is None or place in self.parts:
            return self.parts.get(place)
        found = self.occurrence(place)
        return None if found is None else implied(found, self.regular.instances)

    def put(self, place: int, component: Component) -> None:
        """With its RECURRENCE-ID as a DATE just where the series has dates (RFC 5545 §3.8.4.4)."""
        entry = component.first("RECURRENCE-ID")
        start = self.master.first("DTSTART") if self.master is not None else None
        if entry is None or (start is not None and _is_date(entry) is not _is_date(start)):
            lasting = tuple(pair for pair in entry.params if pair[0] == "RANGE") if entry is not None else ()
            entry = self._dated("RECURRENCE-ID", place)
            component = with_first(component, replace(entry, params=(*entry.params, *lasting)))
        self._forget_lasting(place, component)
        self.parts[place] = component

    def _forget_lasting(self, place: int, *components: Component) -> None:
        known = self.parts.get(place)
        if any(map(is_for_the_future, [*components, *([known] if known is not None else [])])):
            self._regular = None

    def excluded(self) -> frozenset[int]:
        """The instances that EXDATE takes out."""
        return frozenset() if self.master is None else self.regular.excluded

    def exclude(self, place: int) -> bool:
        """Takes an instance out; false where there was none."""
        self._forget_lasting(place)
        had = self.parts.pop(place, None) is not None
        if self.master is None or self.occurrence(place) is None:
            return had
        known = self.regular.known
        added = self._dated("EXDATE", place)
        self.parts[None] = replace(self.master, properties=[*self.master.properties, added])
        known[place] = None
        self.regular.known = known
        return True

    def include(self, place: int) -> None:
        """Takes back the EXDATE of an instance."""
        if self.master is not None and place in self.excluded():
            self.parts[None] = without_dates(
                self.master, "EXDATE", self.regular.instances, lambda anchor: anchor == place
            )

    def add_date(self, place: int) -> None:
        """One more instance of the series."""
        if self.master is not None:
            self.parts[None] = replace(self.master, properties=[*self.master.properties, self._dated("RDATE", place)])

    def end_before(self, place: int) -> bool:
        """Ends the series before an instance; false where it has none from there on."""
        late = [other for other in self.overrides if other >= place]
        for other in late:
            self._forget_lasting(other)
            del self.parts[other]
        master = self.master
        start = self.regular.start
        if master is None or start is None:
            return bool(late)
        inside = self.regular.instances
        if start >= place:
            del self.parts[None]
            return True
        if next((one for one in inside.around(place, LATEST) if one.anchor >= place), None) is None:
            return bool(late)
        ended = without_dates(master, "RDATE", inside, lambda anchor: anchor >= place)
        self.parts[None] = until(ended, place, inside)
        return True

    def _dated(self, name: str, place: int) -> Property:
        """A property for an instance, in the form that the series' own start has."""
        start = self.master.first("DTSTART") if self.master is not None else None
        if start is None:
            return Property(name, format_utc(place))
        moment = moment_of(start)
        local = self.regular.instances.zone(moment).local(place)
        return moment_property(name, Moment(local, moment.clock, moment.tzid), start)

    # -- the whole ---------------------------------------------------------------------------------

    def object(self) -> CalendarObject | None:
        """The object that is left, with those time zones alone that it refers to."""
        if not self.parts:
            return None
        kept = sorted(self.parts.items(), key=lambda pair: (pair[0] is not None, pair[0] or 0))
        mains = [component for _, component in kept]
        needed = {name for component in mains for name in tzids(component)}
        zones = [zone for name, zone in self.timezones.items() if name in needed]
        other = [c for c in self.calendar.components if c.name not in {*COMPONENTS, "VTIMEZONE"}]
        head = [entry for entry in self.calendar.properties if entry.name != "METHOD"]
        return CalendarObject.of(Component("VCALENDAR", head, [*zones, *mains, *other]))

    def says_what(self, other: Copy) -> bool:
        """True for two copies that tell the same, in whatever order and however often."""
        return self.parts.keys() == other.parts.keys() and all(
            told(component) == told(other.parts[place]) for place, component in self.parts.items()
        )


def told(component: Component, unheard: Iterable[str] = _UNHEARD) -> tuple[object, ...]:
    """What a component says, apart from the order of its lines and when it was written."""
    left_out = frozenset(unheard)
    lines = sorted(line_of(_in_order(entry)) for entry in component.properties if entry.name not in left_out)
    inner = sorted((told(child, left_out) for child in component.components), key=repr)
    return component.name, tuple(lines), tuple(inner)


def _in_order(entry: Property) -> Property:
    return replace(entry, params=tuple(sorted(entry.params)), group="")


def with_first(component: Component, entry: Property) -> Component:
    """The component with this property instead of all that have its name; behind UID where there was none."""
    properties, placed = [], False
    for old in component.properties:
        if old.name != entry.name:
            properties.append(old)
        elif not placed:
            properties.append(entry)
            placed = True
    if not placed:
        behind = next((n + 1 for n, old in enumerate(properties) if old.name == "UID"), 0)
        properties.insert(behind, entry)
    return replace(component, properties=properties)


def without(component: Component, *names: str) -> Component:
    return replace(component, properties=[entry for entry in component.properties if entry.name not in names])


def _is_date(entry: Property) -> bool:
    return moment_of(entry).clock is Clock.DATE
