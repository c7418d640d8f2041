"""What an index can tell of the busy time of an event by its rows alone (RFC 4791 §7.10)."""

from __future__ import annotations

from collections.abc import Callable

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import Clock, moment_of, utc_of
from a3dav_content.free_busy import kind_of_event
from a3dav_content.lines import Component
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import Reach
from a3dav_content.timezones import Zone

UNTOLD = "UNTOLD"
"""The object has to be looked at."""
NEVER_BUSY = ""


def busy_kind(found: CalendarObject, instances: Instances) -> str:
    """The kind of busy time that every row of the object stands for, exactly; NEVER_BUSY for none, or UNTOLD."""
    if found.component in {"VTODO", "VJOURNAL"}:
        return NEVER_BUSY
    kinds = {kind_of_event(component) for component in found.components}
    if found.component != "VEVENT" or len(kinds) != 1:
        return UNTOLD
    (kind,) = kinds
    if not kind:
        return NEVER_BUSY
    plain = all(_is_plain(component, instances) for component in found.components)
    return kind if plain and len({is_by_days(component) for component in found.components}) == 1 else UNTOLD


def is_by_days(component: Component) -> bool:
    entry = component.first("DTSTART")
    return entry is not None and moment_of(entry).clock is Clock.DATE


def _is_plain(component: Component, instances: Instances) -> bool:
    """Whole days by any clock, or times that are the same by every clock; that last, and as long each time."""
    span = instances.span(component)
    if span is None or span.length.total <= 0 or any("/" in entry.value for entry in component.all("RDATE")):
        return False
    moments = [moment_of(entry) for name in ("DTSTART", "DTEND") for entry in component.all(name)]
    if is_by_days(component):
        dated = all(moment.clock is Clock.DATE for moment in moments)
        return dated and not span.length.seconds and not any("T" in entry.value for entry in component.all("RDATE"))
    return not any(map(instances.floats, moments))


def reader_of(zone: Callable[[], Zone]) -> Callable[[Reach, int], Reach]:
    """Makes exact reaches of rows that were widened by `loose`: of whole days those in the zone of a reader.

    The zone is asked for once, and not before it is needed.
    """
    known: dict[int, int] = {}
    here: list[Zone] = []

    def instant(row: int) -> int:
        if row not in known:
            if not here:
                here.append(zone())
            known[row] = here[0].instant(utc_of(row))
        return known[row]

    def read(row: Reach, loose: int) -> Reach:
        return (instant(row[0] + loose), instant(row[1] - loose)) if loose else row

    return read
