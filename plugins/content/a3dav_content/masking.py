"""Calendar objects as others than their owner see them: whole, only as busy time, or not at all (RFC 5545 §3.8.1.3).

Each component is judged by its CLASS. An override that has none is of the class of its master, a class that nobody
knows is PRIVATE. What is seen as busy time keeps its UID unless another is made: its readers know its name anyway.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from a3dav_content import bare_times
from a3dav_content.calendar_objects import PRODID, CalendarObject, tzids
from a3dav_content.cards import Card
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, Property, serialise
from a3dav_content.occurrences import is_for_the_future

BUSY = "Busy"
"""The one summary that tells nothing."""
_FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_FREE = (("TRANSP", "TRANSPARENT"), ("STATUS", "CANCELLED"))


class Grade(Enum):
    """How much of a component is seen."""

    NOTHING = 0
    BUSY = 1
    WHOLE = 2


Judge = Callable[[str], Grade]
"""How much is seen of a component whose CLASS this is, PUBLIC where nothing is said."""
NewUid = Callable[[str], str]


def nothing_but_busy(_: str) -> Grade:
    return Grade.BUSY


def by_class(*, private: Grade = Grade.NOTHING) -> Judge:
    """What is public as it is, what is confidential as busy time, and of what is private as much as is said."""
    return lambda name: {"PUBLIC": Grade.WHOLE, "CONFIDENTIAL": Grade.BUSY}.get(name, private)


def masked(body: bytes, judge: Judge, new_uid: NewUid | None = None) -> bytes | None:
    """The body as one sees it for whom the classes are judged so; None where nothing of it is seen."""
    if new_uid is None and judge("PUBLIC") is Grade.WHOLE and not _has_class(body):
        return body
    try:
        found = CalendarObject.parse(body)
        seen = _seen(found, judge, new_uid)
    except ContentError:
        return None  # nobody can tell what of it may be seen
    if seen is None:
        return None
    return body if seen is found.calendar else serialise(seen)


def shown_card(body: bytes) -> bytes | None:
    """A card as others see it: there is nothing between whole and not at all (RFC 2426 §3.7.1)."""
    if not _has_class(body):
        return body
    try:
        found = Card.parse(body).component
    except ContentError:
        return None
    return body if _class_of(found) in {"", "PUBLIC"} else None


def _has_class(body: bytes) -> bool:
    """False where no line can be a CLASS, which spares the parser what is public."""
    return b"CLASS" in _FOLD.sub(b"", body).upper()


def _seen(found: CalendarObject, judge: Judge, new_uid: NewUid | None) -> Component | None:
    grades = _grades(found, judge)
    if new_uid is None and all(grade is Grade.WHOLE for grade in grades):
        return found.calendar
    series = any(map(is_for_the_future, found.overrides))
    if series and Grade.NOTHING in grades:
        return None  # what changes the rest of a series cannot be taken out of it
    graded = zip(found.components, grades, strict=True)
    shown = [(component, _effective(component, grade, series=series)) for component, grade in graded]
    if all(grade is Grade.NOTHING for _, grade in shown):
        return None
    uid = new_uid(found.uid) if new_uid else found.uid
    return _calendar(found, shown, uid)


def _grades(found: CalendarObject, judge: Judge) -> list[Grade]:
    master = _class_of(found.master) if found.master else ""
    return [judge(_class_of(component) or master or "PUBLIC") for component in found.components]


def _class_of(component: Component) -> str:
    """Of several the one that is no public one."""
    names = {entry.value.strip().upper() for entry in component.all("CLASS")}
    if not names or names == {"PUBLIC"}:
        return next(iter(names), "")
    return "CONFIDENTIAL" if names <= {"PUBLIC", "CONFIDENTIAL"} else "PRIVATE"


def _effective(component: Component, grade: Grade, *, series: bool) -> Grade:
    """What makes nobody busy leaves nothing behind; in a series that is changed from some day on it stays, as free."""
    if grade is not Grade.BUSY:
        return grade
    if component.name in {"VTODO", "VJOURNAL"}:
        return Grade.NOTHING
    free = any((component.value(name) or "").strip().upper() == value for name, value in _FREE)
    return Grade.NOTHING if free and component.name == "VEVENT" and not series else grade


def _calendar(found: CalendarObject, shown: list[tuple[Component, Grade]], uid: str) -> Component:
    whole = [component for component, grade in shown if grade is Grade.WHOLE]
    zones = bare_times.renamed(found.timezones, found.components) | {name: name for name in _named(whole)}
    gone = [component for component, grade in shown if grade is Grade.NOTHING and component is not found.master]
    parts = [
        _part(component, grade, zones, uid, gone if component is found.master else [])
        for component, grade in shown
        if grade is not Grade.NOTHING
    ]
    described = list(_described(found, zones, _named(whole), _named(parts)))
    return Component("VCALENDAR", [Property("VERSION", "2.0"), Property("PRODID", PRODID)], [*described, *parts])


def _named(components: Iterable[Component]) -> set[str]:
    return set().union(*map(tzids, components))


def _part(component: Component, grade: Grade, zones: bare_times.Renamed, uid: str, gone: list[Component]) -> Component:
    without = [bare_times.exception_for(override, zones) for override in gone]
    if grade is Grade.WHOLE:
        kept = [Property("UID", uid) if entry.name == "UID" else entry for entry in component.properties]
        return Component(component.name, [*kept, *without], component.components)
    told = [Property("UID", uid), *bare_times.times(component, zones), *without, Property("SUMMARY", BUSY)]
    return Component(component.name, told, bare_times.parts(component, zones))


def _described(
    found: CalendarObject, zones: bare_times.Renamed, whole: set[str], used: set[str]
) -> Iterator[Component]:
    """The time zones that are still needed, each once under each name."""
    told: set[str] = set()
    for name, component in found.timezones.items():
        new = zones.get(name, "")
        if new in used and new not in told:
            told.add(new)
            yield component if name in whole else bare_times.zone(component, new)
