"""Which instance a component is about: RECURRENCE-IDs in any zone, in UTC or as a DATE mean what instant they are."""

from __future__ import annotations

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import Clock, Moment, moment_of, utc_of
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances


def place_of(component: Component, told: Instances, series: Instances | None = None) -> int | None:
    """The instance of a component as an instant, and None for a component without RECURRENCE-ID.

    Time zones are those of the object that tells it; floating times and dates are read by the clock of the series.
    """
    entry = component.first("RECURRENCE-ID")
    if entry is None:
        return None
    return place_at(moment_of(entry), told, series)


def place_at(moment: Moment, told: Instances, series: Instances | None = None) -> int:
    """The same for a moment, such as a value of EXDATE."""
    inside = told if series is None else series
    if inside is not told and moment.clock is Clock.ZONED:
        moment = Moment(utc_of(told.instant(moment)), Clock.UTC)
    return inside.anchor(moment)


def places(found: CalendarObject, instances: Instances | None = None) -> dict[int | None, Component]:
    """The components of an object by the instances they are about; None is the master's place."""
    told = instances or Instances(found)
    return {place_of(component, told): component for component in found.components}
