"""Dates as properties, and what an instance of a series says of its time."""

from __future__ import annotations

from a3dav_content.dates import Clock, Moment, format_date, format_local
from a3dav_content.itip.messages import first_of_each
from a3dav_content.itip.snapshots import Snapshot
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import is_for_the_future

_ENDS = ("DTEND", "DUE")


def at(name: str, moment: Moment, **params: str) -> Property:
    """A date as a property."""
    said = tuple((key, (value,)) for key, value in params.items())
    if moment.clock is Clock.DATE:
        return Property(name, format_date(moment.local), (("VALUE", ("DATE",)), *said))
    if moment.clock is Clock.ZONED:
        return Property(name, format_local(moment.local), (("TZID", (moment.tzid,)), *said))
    return Property(name, format_local(moment.local) + ("Z" if moment.clock is Clock.UTC else ""), said)


def dated(snapshot: Snapshot, place: int | None, names: frozenset[str], *, and_after: bool = False) -> Component:
    """An instance as a component of its own that has properties of these names alone, its dates and RECURRENCE-ID."""
    source = snapshot.component(place)
    if source is None:
        raise LookupError("nothing stands at this place")
    kept = first_of_each(entry for entry in source.properties if entry.name in names)
    if place is not None:
        ranged = and_after or is_for_the_future(source)
        kept = _of_instance(snapshot, place, source, kept, {"RANGE": "THISANDFUTURE"} if ranged else {})
    return Component(source.name, kept, [], source.line)


def _of_instance(
    snapshot: Snapshot, place: int, source: Component, kept: list[Property], params: dict[str, str]
) -> list[Property]:
    if place in snapshot.keys:
        return [*kept, at("RECURRENCE-ID", snapshot.keys[place], **params)]
    found = snapshot.regular(place)
    if found is None:
        raise LookupError("nothing stands at this place")
    start = source.first("DTSTART")
    tzid = (start.param("TZID") or "").strip() if start is not None else ""
    dates = [at("DTSTART", Moment(found.local, found.clock, tzid))]
    end = next((name for name in _ENDS if source.first(name) is not None), "")
    if end:
        dates.append(at(end, Moment(found.zone.local(found.end), found.clock, tzid)))
    others = [entry for entry in kept if entry.name not in {"DTSTART", *_ENDS}]
    return [*others, *dates, at("RECURRENCE-ID", found.key, **params)]
