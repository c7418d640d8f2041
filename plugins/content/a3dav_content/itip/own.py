"""What stays an attendee's own when the organizer writes anew: alarms, transparency, progress, and the answer given.

RFC 6638 §3.2.2.1 names what attendees may change. CATEGORIES and all that is not named stay the organizer's.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from a3dav_content.itip.addresses import attendee, attendees, delegated_to, partstat, with_param
from a3dav_content.itip.meaning import QUESTION, RECURRENCE, TIMES
from a3dav_content.itip.own_copy import told
from a3dav_content.lines import Component, Property

_OWN = frozenset({"TRANSP", "PERCENT-COMPLETE", "COMPLETED", "COMMENT"})
_PRIVATE = ("X-MOZ-", "X-APPLE-", "X-EVOLUTION-", "X-KDE-", "X-LIC-")
_OF_THE_PLACE = frozenset({"X-APPLE-STRUCTURED-LOCATION", "X-APPLE-STRUCTURED-DATA"})
"""These belong to LOCATION, and so to whoever sets it."""
_KEPT_OF_ORGANIZER = ("SCHEDULE-AGENT", "SCHEDULE-STATUS")
_ASIDE = frozenset({"ATTENDEE", "ORGANIZER", "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "REQUEST-STATUS"})
WHEN = TIMES | RECURRENCE - {"EXDATE"}


def is_own(name: str) -> bool:
    return name in _OWN or (name.startswith(_PRIVATE) and name not in _OF_THE_PLACE)


@dataclass(slots=True, frozen=True)
class Merged:
    """A component as the attendee keeps it; `again` says that the organizer does not know the answer that was kept."""

    component: Component
    again: bool = False


def merged(new: Component, old: Component | None, me: Set[str], *, revised: bool) -> Merged:
    """What the organizer says, with what is the attendee's own in `old`.

    `revised` says that SEQUENCE has risen: then the answer counts anew, unless nothing changed that was answered.
    """
    if old is None:
        return Merged(replace(new, components=_without_alarms(new)))
    names = {entry.name for entry in old.properties if is_own(entry.name)}
    said = [entry for entry in new.properties if entry.name not in names]
    kept = [entry for entry in old.properties if entry.name in names]
    alarms = [child for child in old.components if child.name == "VALARM"]
    found = replace(new, properties=said + kept, components=_without_alarms(new) + alarms)
    return _with_answer(_with_organizer(found, old), old, me, revised=revised)


def _without_alarms(component: Component) -> list[Component]:
    """An alarm that somebody else sends does not ring here."""
    return [child for child in component.components if child.name != "VALARM"]


def _with_organizer(new: Component, old: Component) -> Component:
    entry, before = new.first("ORGANIZER"), old.first("ORGANIZER")
    if entry is None or before is None:
        return new
    kept = entry
    for name in _KEPT_OF_ORGANIZER:
        values = before.params_named(name)
        if values:
            kept = with_param(kept, name, *values)
    return _exchanged(new, entry, kept)


def _with_answer(new: Component, old: Component, me: Set[str], *, revised: bool) -> Merged:
    entry, before = attendee(new, me), attendee(old, me)
    if entry is None or before is None:
        return Merged(new)
    params = [pair for pair in before.params if pair[0].startswith("X-") and entry.param(pair[0]) is None]
    own = replace(entry, params=(*entry.params, *params))
    answer = partstat(before)
    unchanged = same_question(new, old)
    keeps = answer != "NEEDS-ACTION" and (not revised or unchanged)
    if not keeps or answer == partstat(entry):
        return Merged(_exchanged(new, entry, own))
    own = with_param(own, "PARTSTAT", answer)
    delegates = delegated_to(before) if answer == "DELEGATED" else ()
    own = with_param(own, "DELEGATED-TO", *(before.params_named("DELEGATED-TO") if delegates else ()))
    found = _exchanged(new, entry, own)
    missing = [
        line for address, line in attendees(old).items() if address in delegates and address not in attendees(new)
    ]
    found = replace(found, properties=[*found.properties, *missing])
    return Merged(found, again=unchanged and (revised or attendees(new).keys() == attendees(old).keys()))


def _exchanged(component: Component, entry: Property, other: Property) -> Component:
    return replace(component, properties=[other if one is entry else one for one in component.properties])


def same_question(new: Component, old: Component) -> bool:
    """True where nothing changed that an answer depends on: dates that fell out of a series do not count."""
    return _of(new, QUESTION - {"EXDATE"}) == _of(old, QUESTION - {"EXDATE"}) and (
        _lines(old, "EXDATE") <= _lines(new, "EXDATE")
    )


def same_content(new: Component, old: Component) -> bool:
    """True where the organizer says what they said before, of others' answers apart."""
    own = {entry.name for entry in (*old.properties, *new.properties) if is_own(entry.name)}
    aside = _ASIDE | own | {"RECURRENCE-ID", "EXDATE"}
    plain = (replace(component, components=[]) for component in (new, old))
    return len({told(component, aside) for component in plain}) == 1 and (
        _lines(old, "EXDATE") <= _lines(new, "EXDATE")
    )


def same_times(new: Component, old: Component) -> bool:
    return _of(new, WHEN) == _of(old, WHEN)


def _of(component: Component, names: Set[str]) -> object:
    return told(Component("", [entry for entry in component.properties if entry.name in names]))


def _lines(component: Component, name: str) -> set[tuple[str | None, str]]:
    return {(entry.param("TZID"), value.strip()) for entry in component.all(name) for value in entry.value.split(",")}
