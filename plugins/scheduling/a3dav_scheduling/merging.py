"""If-Schedule-Tag-Match: what the server changed since a client read an object goes into what it writes (§3.2.10.1)."""

from __future__ import annotations

from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING

from a3dav.faults import BodyLost
from a3dav.principals import Account
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import address_of, agent, attendees, with_param
from a3dav_content.itip.own_copy import Copy
from a3dav_content.itip.places import places
from a3dav_content.lines import Component, Property
from a3dav_scheduling.objects import rows_of
from a3dav_scheduling.recipients import mine

if TYPE_CHECKING:
    from a3dav.resources import Resource
    from a3dav.storage.store import Store

Places = dict[int | None, Component]
_OF_CLIENTS = ("SCHEDULE-AGENT", "SCHEDULE-FORCE-SEND")


def merged(
    store: Store, owner: Account, resource: Resource, before: CalendarObject, after: CalendarObject
) -> CalendarObject:
    """The new object with what became of its attendees, other than the owner, since its tag was made."""
    me, base, copy = mine(store, owner, before, after), _tagged(store, resource), Copy(after)
    old, known = places(before), places(base) if base is not None else None
    if known is not None:
        _take_over_instances(copy, old, known)
    given = list(copy.parts.values())
    for place, component in copy.parts.items():
        read = None if known is None else _at(known, place)
        copy.parts[place] = _merged(component, _at(old, place), read, me)
    if len(given) == len(after.components) and all(map(is_, given, copy.parts.values())):
        return after
    return copy.object() or after


def _tagged(store: Store, resource: Resource) -> CalendarObject | None:
    """What the client read, as far as that version is still there."""
    row = rows_of(store, [resource.id]).get(resource.id)
    if row is None:
        return None
    try:
        return CalendarObject.parse(store.body(replace(resource, version_id=row.tagged_version)).read())
    except (BodyLost, ContentError):
        return None


def _take_over_instances(copy: Copy, old: Places, known: Places) -> None:
    """Answers to single instances made components that the client knows nothing of."""
    for place in old.keys() - known.keys() - copy.parts.keys():
        component = copy.at(place) if place is not None else None
        if component is not None and place is not None:
            copy.put(place, component)


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
    present, known = there.get(address_of(entry)), read.get(address_of(entry))
    if present is None or present.params in {entry.params, known.params if known is not None else None}:
        return entry
    for name in _OF_CLIENTS:
        present = with_param(present, name, *entry.params_named(name))
    return replace(present, value=entry.value)
