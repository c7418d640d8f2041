"""If-Schedule-Tag-Match: what the server changed since a client read an object goes into what it writes (§3.2.10.1)."""

from __future__ import annotations

from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING

from a3dav.faults import BodyLost
from a3dav.principals import Account
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import moments_of
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import address_of, agent, attendees, with_param
from a3dav_content.itip.places import place_at, places
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import Instances
from a3dav_scheduling.objects import rows_of
from a3dav_scheduling.recipients import mine

if TYPE_CHECKING:
    from a3dav.resources import Resource
    from a3dav.storage.store import Store

Places = dict[int | None, Component]
_OF_CLIENTS = ("SCHEDULE-AGENT", "SCHEDULE-FORCE-SEND")
_OF_INSTANCES = ("RECURRENCE-ID", "DTSTART", "DTEND", "DUE", "DURATION")
_OF_RULES = ("RRULE", "RDATE", "EXRULE")


def merged(
    store: Store, owner: Account, resource: Resource, before: CalendarObject, after: CalendarObject
) -> CalendarObject:
    """The new object with what became of its attendees, other than the owner, since its tag was made."""
    me, base = mine(store, owner, before, after), _tagged(store, resource)
    old, new = places(before), places(after)
    known = places(base) if base is not None else {}
    told = {id(one): _merged(one, _at(old, place), _at(known, place), me) for place, one in new.items()}
    parts = [told.get(id(part), part) for part in after.calendar.components]
    made = _made_by_server(after, old, new, known, me) if base is not None else []
    if not made and all(map(is_, parts, after.calendar.components)):
        return after
    return CalendarObject.of(replace(after.calendar, components=[*parts, *made]))


def _tagged(store: Store, resource: Resource) -> CalendarObject | None:
    """What the client read, as far as that version is still there."""
    row = rows_of(store, [resource.id]).get(resource.id)
    if row is None:
        return None
    try:
        return CalendarObject.parse(store.body(replace(resource, version_id=row.tagged_version)).read())
    except (BodyLost, ContentError):
        return None


def _at(known: Places, place: int | None) -> Component | None:
    return known.get(place, known.get(None))


def _merged(component: Component, before: Component | None, base: Component | None, me: frozenset[str]) -> Component:
    if before is None:
        return component
    there, read = attendees(before), attendees(base) if base is not None else None
    properties = [_newer(entry, there, read or {}, me) for entry in component.properties]
    if read is not None:  # whom somebody delegated to, for one
        known = {*read, *attendees(component), *me}
        properties += [entry for address, entry in there.items() if address not in known]
    same = len(properties) == len(component.properties) and all(map(is_, properties, component.properties))
    return component if same else replace(component, properties=properties)


def _newer(entry: Property, there: dict[str, Property], read: dict[str, Property], me: frozenset[str]) -> Property:
    if entry.name != "ATTENDEE" or address_of(entry) in me or agent(entry) != "SERVER":
        return entry
    present = there.get(address_of(entry))
    if present is None or present.params == entry.params or present == read.get(address_of(entry)):
        return entry
    for name in _OF_CLIENTS:
        present = with_param(present, name, *entry.params_named(name))
    return replace(present, value=entry.value)


def _made_by_server(
    after: CalendarObject, old: Places, new: Places, known: Places, me: frozenset[str]
) -> list[Component]:
    """Overrides that came to be by replies to single instances; none of them outlasts a move of the series."""
    master, before = new.get(None), old.get(None)
    if master is None or before is None or _times(master) != _times(before):
        return []
    gone = {*new, *known, *_removed(after, master)}
    return [_instance(master, one, me) for place, one in old.items() if place not in gone]


def _removed(after: CalendarObject, master: Component) -> set[int]:
    instances = Instances(after)
    return {place_at(moment, instances) for entry in master.all("EXDATE") for moment in moments_of(entry)}


def _times(component: Component) -> list[tuple[str, str]]:
    names = {*_OF_INSTANCES, *_OF_RULES}
    return sorted((entry.name, entry.value.strip()) for entry in component.properties if entry.name in names)


def _instance(master: Component, made: Component, me: frozenset[str]) -> Component:
    """The instance as the client describes the series now, with what the attendees said about it."""
    left_out = {*_OF_INSTANCES, *_OF_RULES, "EXDATE"}
    own = [entry for entry in made.properties if entry.name in _OF_INSTANCES]
    there = attendees(made)
    rest = [_newer(entry, there, {}, me) for entry in master.properties if entry.name not in left_out]
    return replace(master, properties=[*own, *rest])
