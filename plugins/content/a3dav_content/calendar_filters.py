"""The filter of calendar-query (RFC 4791 §9.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import COMPONENTS, CalendarObject
from a3dav_content.collation import ASCII_CASEMAP
from a3dav_content.dates import EARLIEST, LATEST, parse_utc
from a3dav_content.errors import ContentError, InvalidFilter, UnsupportedFilter
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances
from a3dav_content.partial_components import CALDAV
from a3dav_content.text_match import ParamFilter, TextMatch, name_of, parse_param_filter, parse_text_match
from a3dav_content.time_range import (
    TimeRange,
    alarm_overlaps,
    instance_overlaps,
    is_startless,
    property_overlaps,
    startless_overlaps,
)
from a3dav_content.timezones import UTC, Zone

RANGED = {*COMPONENTS, "VALARM", "AVAILABLE"}
MAX_DEPTH = 8


@dataclass(slots=True, frozen=True)
class PropFilter:
    name: str
    is_not_defined: bool = False
    time_range: TimeRange | None = None
    text_match: TextMatch | None = None
    params: tuple[ParamFilter, ...] = ()

    def matches(self, component: Component, instances: Instances) -> bool:
        entries = component.all(self.name)
        if self.is_not_defined:
            return not entries
        for entry in entries:
            if self.time_range is not None and not property_overlaps(entry, instances, self.time_range):
                continue
            if self.text_match is not None and not self.text_match.matches_any([entry.text]):
                continue
            if all(param.matches(entry) for param in self.params):
                return True
        return False


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
        return any(self._holds(component, parent, instances) for component in candidates)

    def _holds(self, component: Component, parent: Component, instances: Instances) -> bool:
        return (
            all(entry.matches(component, instances) for entry in self.properties)
            and all(entry.matches(component, component.components, instances) for entry in self.components)
            and (self.time_range is None or self._in_range(component, parent, instances, self.time_range))
        )

    def _in_range(self, component: Component, parent: Component, instances: Instances, span: TimeRange) -> bool:
        if component.name == "VALARM":
            return alarm_overlaps(component, parent, instances, span)
        if component.name == "AVAILABLE":
            instances = _available(component, parent, instances)
        if is_startless(component):
            return startless_overlaps(component, instances, span)
        return any(instance_overlaps(found, span) for found in instances.of(component, span.start, span.end))


def _available(component: Component, parent: Component, instances: Instances) -> Instances:
    """The instances of one series of AVAILABLE components inside of a VAVAILABILITY."""
    uid = component.value("UID")
    series = [part for part in parent.sub("AVAILABLE") if part.value("UID") == uid]
    series.sort(key=lambda part: part.first("RECURRENCE-ID") is not None)
    whole = instances.object
    own = CalendarObject(whole.calendar, "AVAILABLE", uid or "", series, whole.timezones)
    return Instances(own, instances.zones.default, instances.budget)


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
        return all(entry.matches(calendar, instances) for entry in self.top.properties) and all(
            entry.matches(calendar, calendar.components, instances) for entry in self.top.components
        )

    def component(self) -> str | None:
        """The one kind of component an object must have; None where the filter leaves it open."""
        names = {entry.name for entry in self._required()}
        return names.pop() if len(names) == 1 else None

    def range(self) -> TimeRange | None:
        """A range that every match overlaps with its main component, for an index to look up."""
        for entry in self._required():
            if entry.time_range is not None:
                return entry.time_range
        return None

    def _required(self) -> list[CompFilter]:
        return [entry for entry in self.top.components if not entry.is_not_defined and entry.name in COMPONENTS]


def parse(element: Any) -> CalendarFilter:
    """Reads a CALDAV:filter; raises InvalidFilter, UnsupportedFilter or UnsupportedCollation."""
    tops = list(element)
    if len(tops) != 1 or tops[0].tag != _caldav("comp-filter") or name_of(tops[0]) != "VCALENDAR":
        raise InvalidFilter("a filter holds exactly one comp-filter, for VCALENDAR")
    return CalendarFilter(_comp_filter(tops[0], 1))


def _caldav(local: str) -> str:
    return f"{{{CALDAV}}}{local}"


def _comp_filter(element: Any, depth: int) -> CompFilter:
    if depth > MAX_DEPTH:
        raise InvalidFilter(f"comp-filters are nested deeper than {MAX_DEPTH}")
    name = name_of(element)
    properties, components, span, is_not_defined = [], [], None, False
    for child in element:
        if child.tag == _caldav("is-not-defined"):
            is_not_defined = True
        elif child.tag == _caldav("time-range"):
            span = parse_time_range(child)
        elif child.tag == _caldav("prop-filter"):
            properties.append(_prop_filter(child))
        elif child.tag == _caldav("comp-filter"):
            components.append(_comp_filter(child, depth + 1))
        else:
            raise InvalidFilter(f"a comp-filter cannot hold {child.tag}")
    if is_not_defined and len(element) > 1:
        raise InvalidFilter("is-not-defined stands alone in a comp-filter")
    if span is not None and name not in RANGED:
        raise UnsupportedFilter(f"{name[:40]} has no time-range")
    return CompFilter(name, is_not_defined, span, tuple(properties), tuple(components))


def _prop_filter(element: Any) -> PropFilter:
    span, text_match, params, is_not_defined = None, None, [], False
    for child in element:
        if child.tag == _caldav("is-not-defined"):
            is_not_defined = True
        elif child.tag == _caldav("time-range"):
            span = parse_time_range(child)
        elif child.tag == _caldav("text-match"):
            text_match = parse_text_match(child, ASCII_CASEMAP)
        elif child.tag == _caldav("param-filter"):
            params.append(parse_param_filter(child, CALDAV, ASCII_CASEMAP))
        else:
            raise InvalidFilter(f"a prop-filter cannot hold {child.tag}")
    if is_not_defined and len(element) > 1:
        raise InvalidFilter("is-not-defined stands alone in a prop-filter")
    return PropFilter(name_of(element), is_not_defined, span, text_match, tuple(params))


def parse_time_range(element: Any, *, both: bool = False) -> TimeRange:
    """Reads a time-range, or an expand or limit element that needs both ends."""
    start, end = element.get("start"), element.get("end")
    if (start is None and end is None) or (both and (start is None or end is None)):
        raise InvalidFilter(f"{element.tag} lacks its start or end")
    try:
        found = TimeRange(EARLIEST if start is None else parse_utc(start), LATEST if end is None else parse_utc(end))
    except ContentError as error:
        raise InvalidFilter(f"{element.tag}: {error}") from error
    if found.start >= found.end:
        raise InvalidFilter(f"{element.tag} ends before it starts")
    return found
