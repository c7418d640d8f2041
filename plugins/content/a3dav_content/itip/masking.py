"""What one attendee may see of an object: those instances that are theirs alone (RFC 6638 §3.2.6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from a3dav_content.dates import Clock, format_date, format_local, format_utc, moments_of, plus
from a3dav_content.errors import InvalidCalendarObject
from a3dav_content.itip.addresses import address_of, with_param
from a3dav_content.itip.dating import at
from a3dav_content.itip.meaning import PERSONAL, is_live, is_shared
from a3dav_content.itip.messages import first_of_each, sequence_of, stamped, with_value
from a3dav_content.itip.places import place_at
from a3dav_content.itip.snapshots import Snapshot
from a3dav_content.itip.statuses import SERVER_PARAMS
from a3dav_content.lines import Component, Property
from a3dav_content.occurrences import is_for_the_future


@dataclass(slots=True, frozen=True)
class View:
    """Whether the series is the attendee's, which overrides are, and which instances of the series are not.

    `end` is where a change for the future takes the attendee out of the rest of the series.
    """

    series: bool = False
    places: frozenset[int] = frozenset()
    without: frozenset[int] = frozenset()
    end: int | None = None

    def __bool__(self) -> bool:
        return self.series or bool(self.places)

    def holds(self, snapshot: Snapshot, place: int) -> bool:
        """Whether an instance is the attendee's."""
        if place in snapshot.at:
            return place in self.places
        if not self.series or place in self.without or (self.end is not None and place >= self.end):
            return False
        return snapshot.regular(place) is not None


NOTHING = View()


def view_of(snapshot: Snapshot | None, address: str) -> View:
    """What the attendee with this address may see; what is cancelled is nobody's."""
    if snapshot is None:
        return NOTHING
    own = {place for place, c in snapshot.at.items() if is_live(c) and address in snapshot.served(c)}
    places = frozenset(place for place in own if place is not None)
    without = snapshot.places - places
    end = min((place for place in without if is_for_the_future(snapshot.at[place])), default=None)
    if None not in own or (end is not None and end <= snapshot.start):
        return View(places=places)
    return View(True, places, without, end)


def masked(snapshot: Snapshot, view: View, now: int) -> list[Component]:
    """The components of a view as they may be sent; the master first."""
    found = [sendable(snapshot.at[place], now) for place in sorted(view.places)]
    master = snapshot.master
    if view.series and master is not None:
        found.insert(0, _cut(sendable(master, now), snapshot, view))
    return found


def sendable(component: Component, now: int) -> Component:
    """A component without what is its owner's alone: alarms, delivery and most extensions."""
    told = (_told(entry) for entry in component.properties if is_shared(entry) and entry.name not in _KEPT_BACK)
    kept = first_of_each(told)
    known = {entry.name for entry in kept}
    # RFC 5546 §3.2.2, §3.4.2 and §3.5.1 ask for them, and let them be empty.
    if "SUMMARY" not in known:
        kept.append(Property("SUMMARY", ""))
    if component.name == "VTODO" and "PRIORITY" not in known:
        kept.append(Property("PRIORITY", "0"))
    if component.name == "VJOURNAL" and "DESCRIPTION" not in known:
        kept.append(Property("DESCRIPTION", ""))
    inner = [child for child in component.components if child.name != "VALARM"]
    whole = stamped(replace(component, properties=kept, components=inner), now)
    return with_value(whole, "SEQUENCE", str(sequence_of(component))) if "SEQUENCE" in known else whole


_KEPT_BACK = (PERSONAL - {"TRANSP"}) | {"REQUEST-STATUS"}


def _told(entry: Property) -> Property:
    if entry.name not in {"ATTENDEE", "ORGANIZER"}:
        return entry
    params = tuple(pair for pair in entry.params if pair[0] not in SERVER_PARAMS and not _is_private(pair[0]))
    return entry if params == entry.params else replace(entry, params=params)


def _is_private(param: str) -> bool:
    return param.startswith("X-") and param != "X-NUM-GUESTS"


def _cut(master: Component, snapshot: Snapshot, view: View) -> Component:
    """A series without instances, by EXDATE, and without all from one on, by UNTIL."""
    end, properties = view.end, master.properties
    if end is not None:
        properties = [kept for entry in properties if (kept := _until(entry, snapshot, end)) is not None]
    gone = sorted(place for place in view.without if (end is None or place < end) and place not in snapshot.excluded)
    return replace(master, properties=[*properties, *(at("EXDATE", snapshot.keys[place]) for place in gone)])


def _until(entry: Property, snapshot: Snapshot, end: int) -> Property | None:
    if entry.name == "RRULE":
        parts = [
            part for part in entry.value.split(";") if part.partition("=")[0].strip().upper() not in {"COUNT", "UNTIL"}
        ]
        return replace(entry, value=";".join([*parts, f"UNTIL={_before(snapshot, end)}"]))
    if entry.name != "RDATE":
        return entry
    try:
        moments = moments_of(entry)
    except InvalidCalendarObject:
        return None
    written = [part for part in entry.value.split(",") if part.strip()]
    kept = [w for w, moment in zip(written, moments, strict=True) if place_at(moment, snapshot.instances) < end]
    return replace(entry, value=",".join(kept)) if kept else None


def _before(snapshot: Snapshot, end: int) -> str:
    """The last moment before a place, as UNTIL has it beside this DTSTART (RFC 5545 §3.3.10)."""
    key = snapshot.keys[end]
    if key.clock is Clock.DATE:
        return format_date(plus(key.local, timedelta(days=-1)))
    if key.clock is Clock.FLOATING:
        return format_local(plus(key.local, timedelta(seconds=-1)))
    return format_utc(end - 1)


def on_behalf(component: Component, name: str, address: str, sent_by: str) -> Component:
    """The component with who acts for its ORGANIZER or ATTENDEE of this address (RFC 5546 §3.2.2.5)."""
    if not sent_by:
        return component
    told = [
        with_param(entry, "SENT-BY", sent_by) if entry.name == name and address_of(entry) == address else entry
        for entry in component.properties
    ]
    return replace(component, properties=told)
