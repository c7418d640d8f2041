"""What the server changes in what an organizer stores: SEQUENCE, PARTSTAT and SCHEDULE-FORCE-SEND."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import address_of, agent, force_send, partstat, with_param
from a3dav_content.itip.meaning import is_live
from a3dav_content.itip.messages import sequence_of, with_value
from a3dav_content.itip.snapshots import Snapshot, is_rescheduled, is_revised
from a3dav_content.itip.statuses import PARAMETER_IGNORED
from a3dav_content.lines import Component, Property


def revised(
    before: Snapshot | None, after: Snapshot, me: Set[str], floors: Mapping[int | None, int]
) -> CalendarObject | None:
    """The object as it is to be kept; None where that is what it is. `floors` are the least sequences by place."""
    changed = {id(c): _revised(c, place, before, after, me, floors.get(place, 0)) for place, c in after.at.items()}
    if all(changed.get(id(component), component) is component for component in after.found.components):
        return None
    calendar = after.found.calendar
    return CalendarObject.of(replace(calendar, components=[changed.get(id(c), c) for c in calendar.components]))


def _revised(
    component: Component, place: int | None, before: Snapshot | None, after: Snapshot, me: Set[str], floor: int
) -> Component:
    if floor > sequence_of(component):
        component = with_value(component, "SEQUENCE", str(floor))
    again = before is not None and is_rescheduled(before, after, place)
    properties = [_entry(entry, me, again) for entry in component.properties]
    if all(new is old for new, old in zip(properties, component.properties, strict=True)):
        return component
    return replace(component, properties=properties)


def _entry(entry: Property, me: Set[str], again: bool) -> Property:
    if entry.name not in {"ATTENDEE", "ORGANIZER"}:
        return entry
    forced = force_send(entry)
    if forced:
        entry = with_param(entry, "SCHEDULE-FORCE-SEND")
        if forced not in {"REQUEST", "REPLY"}:  # RFC 6638 §7.2
            entry = with_param(entry, "SCHEDULE-STATUS", PARAMETER_IGNORED)
    mine = entry.name == "ORGANIZER" or address_of(entry) in me
    if again and not mine and agent(entry) == "SERVER" and partstat(entry) != "NEEDS-ACTION":
        entry = with_param(entry, "PARTSTAT", "NEEDS-ACTION")
    return entry


def floors_of(before: Snapshot | None, after: Snapshot) -> dict[int | None, int]:
    """The least sequence number that each component may have (RFC 5546 §2.1.4)."""
    return {} if before is None else {place: _floor(place, before, after) for place in after.at}


def _floor(place: int | None, before: Snapshot, after: Snapshot) -> int:
    prior, now = before.component(place), after.at[place]
    if prior is None:
        return max(map(sequence_of, before.found.components)) + 1
    uninvited = is_live(prior) and bool(before.served(prior).keys() - after.served(now).keys())
    rises = uninvited or is_revised(before, after, place) or (place is None and _takes_back(before, after))
    return sequence_of(prior) + (1 if rises else 0)


def _takes_back(before: Snapshot, after: Snapshot) -> bool:
    """Whether an instance that stood apart is one of the series again, at another time."""
    gone = before.places - after.places - after.excluded.keys()
    return any(is_revised(before, after, place) for place in gone)
