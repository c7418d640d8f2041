"""The filter of calendar-query (RFC 4791 §9.7): what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from a3dav_content.alarms import alarm_in_range
from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import COMPONENTS, CalendarObject
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances
from a3dav_content.property_range import entries_in_range
from a3dav_content.text_match import ParamFilter, TextMatch
from a3dav_content.time_range import TimeRange, component_in_range
from a3dav_content.timezones import UTC, Zone

_NO_TEXT = frozenset({"ATTACH", "ATTENDEE", "CONFERENCE", "IMAGE", "ORGANIZER", "RRULE", "SOURCE", "TZURL", "URL"})
"""Properties whose backslashes escape nothing."""


@dataclass(slots=True, frozen=True)
class PropFilter:
    name: str
    is_not_defined: bool = False
    time_range: TimeRange | None = None
    text_match: TextMatch | None = None
    params: tuple[ParamFilter, ...] = ()

    def matches(self, component: Component, instances: Instances) -> bool:
        if self.is_not_defined:
            return component.first(self.name) is None
        return any(
            (self.text_match is None or self.text_match.matches_any([_text(entry)]))
            and all(param.matches(entry) for param in self.params)
            for entry in self._candidates(component, instances)
        )

    def _candidates(self, component: Component, instances: Instances) -> Iterable[Property]:
        if self.time_range is None:
            return component.all(self.name)
        return entries_in_range(self.name, component, instances, self.time_range)


def _text(entry: Property) -> str:
    return entry.value if entry.name in _NO_TEXT or entry.param("VALUE") == "URI" else entry.text


@dataclass(slots=True, frozen=True)
class CompFilter:
    name: str
    is_not_defined: bool = False
    time_range: TimeRange | None = None
    properties: tuple[PropFilter, ...] = ()
    components: tuple[CompFilter, ...] = ()

    def matches(self, parent: Component, among: Sequence[Component], instances: Instances) -> bool:
        """True when one component of the name satisfies everything at once."""
        candidates = [component for component in among if component.name == self.name]
        if self.is_not_defined:
            return not candidates
        return any(self.holds(component, parent, instances) for component in candidates)

    def holds(self, component: Component, parent: Component, instances: Instances) -> bool:
        if component.name == "AVAILABLE":
            instances = _available(component, parent, instances)
        return (
            all(entry.matches(component, instances) for entry in self.properties)
            and all(entry.matches(component, component.components, instances) for entry in self.components)
            and (self.time_range is None or _in_range(component, parent, instances, self.time_range))
        )


def _in_range(component: Component, parent: Component, instances: Instances, span: TimeRange) -> bool:
    if component.name == "VALARM":
        return alarm_in_range(component, parent, instances, span)
    return component_in_range(component, instances, span)


def _available(component: Component, parent: Component, instances: Instances) -> Instances:
    """The instances of one series of AVAILABLE components inside of a VAVAILABILITY."""
    uid = component.value("UID")
    series = [part for part in parent.sub("AVAILABLE") if part.value("UID") == uid]
    return instances.of_parts("AVAILABLE", uid or "", series)


@dataclass(slots=True, frozen=True)
class CalendarFilter:
    """A whole filter; its top is the comp-filter for VCALENDAR."""

    top: CompFilter

    def matches(self, found: CalendarObject, default_zone: Zone = UTC, budget: Budget | None = None) -> bool:
        """Raises LimitExceeded where the budget does not suffice for an answer."""
        instances = Instances(found, default_zone, budget)
        calendar = found.calendar
        if self.top.is_not_defined:
            return False
        of_components = self._of_components(calendar)
        return (
            all(
                entry.matches(calendar, instances)
                for entry in self.top.properties
                if entry not in of_components.properties
            )
            and all(entry.matches(calendar, calendar.components, instances) for entry in self.top.components)
            and (
                of_components == CompFilter("")
                or any(of_components.holds(component, calendar, instances) for component in found.components)
            )
        )

    def _of_components(self, calendar: Component) -> CompFilter:
        """What RFC 4791 gives no meaning to, or one that nothing meets, is asked of the components.

        A time-range for VCALENDAR, and properties that the calendar itself does not have.
        """
        lacking = tuple(e for e in self.top.properties if not e.is_not_defined and calendar.first(e.name) is None)
        return CompFilter("", time_range=self.top.time_range, properties=lacking)

    def component(self) -> str | None:
        """The one kind of component an object must have; None where the filter leaves it open."""
        names = {entry.name for entry in self._required()}
        return names.pop() if len(names) == 1 else None

    def range(self) -> TimeRange | None:
        """A range that every match overlaps with its main component, for an index to look up."""
        ranges = (entry.time_range for entry in (self.top, *self._required()))
        return next((span for span in ranges if span is not None), None)

    def alarm_range(self) -> TimeRange | None:
        """A range in which an alarm of every match goes off."""
        nested = (entry for outer in self._required() for entry in outer.components if not entry.is_not_defined)
        ranges = (entry.time_range for entry in nested if entry.name == "VALARM")
        return next((span for span in ranges if span is not None), None)

    def is_about_time_alone(self) -> bool:
        """True for a filter that asks for a kind of component and for a range, and for nothing else."""
        if self.component() is None or len(self.top.components) != 1:
            return self.top == CompFilter("VCALENDAR", time_range=self.top.time_range)
        (only,) = self.top.components
        bare = replace(only, time_range=None) == CompFilter(only.name)
        return bare and self.top == CompFilter("VCALENDAR", components=(only,))

    def _required(self) -> list[CompFilter]:
        return [entry for entry in self.top.components if not entry.is_not_defined and entry.name in COMPONENTS]
