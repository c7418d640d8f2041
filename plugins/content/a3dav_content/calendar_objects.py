"""Calendar object resources (RFC 4791 §4.1): one calendar, one kind of component, one UID.

PRODID and VERSION may be missing, as they are in much real data: what they say is not needed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from a3dav_content.calendar_head import NOTHING_SAID, CalendarHead
from a3dav_content.errors import (
    ContentError,
    InvalidCalendarData,
    InvalidCalendarObject,
    LimitExceeded,
    UnsupportedComponent,
    UnsupportedScale,
)
from a3dav_content.lines import LIMITS, Component, Limits, Property, parse, serialise
from a3dav_content.recurrence import Rule

COMPONENTS = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY")
MAX_UID = 1024
_DATE = re.compile(r"\d{8}", re.ASCII)
_DATE_TIME = re.compile(r"\d{8}T\d{6}Z?", re.ASCII)
_DATED = ("DTSTART", "DTEND", "DUE", "RECURRENCE-ID")


@dataclass(slots=True)
class CalendarObject:
    """What one resource holds; `components` has the master first, then its overrides."""

    calendar: Component
    component: str
    uid: str
    components: list[Component]
    timezones: dict[str, Component] = field(default_factory=dict)

    @classmethod
    def parse(cls, body: bytes, limits: Limits = LIMITS) -> CalendarObject:
        """Reads and judges a body; raises the ContentError that names what is wrong with it."""
        return cls.judged(read(body, limits))

    @classmethod
    def judged(cls, found: list[Component]) -> CalendarObject:
        """The same for what was read of a body."""
        calendar = _one_calendar(found)
        if calendar.first("METHOD") is not None:
            raise InvalidCalendarObject("a stored calendar object has no METHOD (RFC 4791 §4.1)")
        return cls.of(calendar)

    @classmethod
    def stored(cls, body: bytes) -> CalendarObject:
        """Reads what the store holds, in a scheduling inbox messages with a METHOD."""
        return cls.of(_one_calendar(read(body, LIMITS)))

    @classmethod
    def of(cls, calendar: Component) -> CalendarObject:
        mains = [component for component in calendar.components if component.name in COMPONENTS]
        kinds = {component.name for component in mains}
        if not mains:
            found = sorted({component.name[:40] for component in calendar.components} - {"VTIMEZONE"})
            raise UnsupportedComponent(f"no {', '.join(COMPONENTS)} inside, but {', '.join(found) or 'nothing'}")
        if len(kinds) > 1:
            raise InvalidCalendarObject(f"components of several kinds in one resource: {', '.join(sorted(kinds))}")
        mains.sort(key=lambda component: component.first("RECURRENCE-ID") is not None)
        found_object = cls(calendar, mains[0].name, _one_uid(mains), mains, _timezones(calendar))
        _judge_instances(found_object)
        return found_object

    @property
    def master(self) -> Component | None:
        first = self.components[0]
        return first if first.first("RECURRENCE-ID") is None else None

    @property
    def overrides(self) -> list[Component]:
        return self.components[1:] if self.master is not None else self.components

    @property
    def summary(self) -> str:
        found = self.components[0].first("SUMMARY")
        return found.text if found else ""

    @property
    def attendee_count(self) -> int:
        """The most attendees that one instance has."""
        return max(len(component.all("ATTENDEE")) for component in self.components)


def read(body: bytes, limits: Limits) -> list[Component]:
    """The components of a body; raises InvalidCalendarData for what is none of iCalendar at all."""
    try:
        return parse(body, limits)
    except LimitExceeded:
        raise
    except ContentError as error:
        raise InvalidCalendarData(str(error)) from error


def _one_calendar(found: list[Component]) -> Component:
    if len(found) != 1 or found[0].name != "VCALENDAR":
        names = ", ".join(component.name[:40] for component in found[:5]) or "nothing"
        raise InvalidCalendarData(f"exactly one VCALENDAR is expected, not {names}")
    return found[0]


def _timezones(calendar: Component) -> dict[str, Component]:
    return {name.text.strip(): zone for zone in calendar.sub("VTIMEZONE") if (name := zone.first("TZID"))}


def _one_uid(mains: list[Component]) -> str:
    uids = {(component.value("UID") or "").strip() for component in mains}
    if "" in uids:
        raise InvalidCalendarObject(f"a {mains[0].name} has no UID", mains[0].line)
    if len(uids) > 1:
        raise InvalidCalendarObject(f"components of {len(uids)} UIDs in one resource")
    uid = uids.pop()
    if len(uid) > MAX_UID:
        raise InvalidCalendarObject(f"the UID is longer than {MAX_UID} characters")
    return uid


def _judge_instances(found: CalendarObject) -> None:
    masters = [component for component in found.components if component.first("RECURRENCE-ID") is None]
    if len(masters) > 1:
        raise InvalidCalendarObject("two components without RECURRENCE-ID share a UID", masters[1].line)
    for component in found.components:
        try:
            _judge_component(component)
        except UnsupportedScale:
            raise
        except InvalidCalendarObject as error:  # values that are not iCalendar, rather than a rule of RFC 4791
            raise InvalidCalendarData(error.message, error.line) from error
    seen: set[str] = set()
    for override in found.overrides:
        _judge_override(override, found.master, seen)


def _judge_component(component: Component) -> None:
    for name in _DATED:
        entries = component.all(name)
        if len(entries) > 1:
            raise InvalidCalendarObject(f"{name} stands twice", entries[1].line)
        for entry in entries:
            _judge_date(entry)
    for end in ("DTEND", "DUE"):
        if component.first(end) is not None and component.first("DURATION") is not None:
            raise InvalidCalendarObject(f"{end} and DURATION exclude one another", component.line)
    for part in component.sub("AVAILABLE"):
        _judge_component(part)
    for rule in (*component.all("RRULE"), *component.all("EXRULE")):
        Rule.parse(rule.value, rule.line)
        if component.first("DTSTART") is None:
            raise InvalidCalendarObject("a component that recurs needs DTSTART (RFC 5545 §3.8.2.4)", rule.line)


def _judge_date(entry: Property) -> None:
    kind = (entry.param("VALUE") or "").upper()
    value = entry.value.strip()
    if kind == "DATE" or (not kind and _DATE.fullmatch(value)):
        wrong = not _DATE.fullmatch(value) and not _DATE_TIME.fullmatch(value)
    else:
        wrong = not _DATE_TIME.fullmatch(value) and not _DATE.fullmatch(value)
    if wrong or not _exists(value):
        raise InvalidCalendarObject(f"{entry.name} has no date: {value[:40]!r}", entry.line)


def _exists(value: str) -> bool:
    month, day = int(value[4:6]), int(value[6:8])
    time = value[9:15]
    timely = not time or (int(time[:2]) < 24 and int(time[2:4]) < 60 and int(time[4:]) <= 60)
    return value[:4] != "0000" and 1 <= month <= 12 and 1 <= day <= _days(int(value[:4]), month) and timely


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _judge_override(override: Component, master: Component | None, seen: set[str]) -> None:
    recurrence_id = override.first("RECURRENCE-ID")
    if recurrence_id is None:
        return
    key = f"{recurrence_id.param('TZID')}:{recurrence_id.value.strip()}"
    if key in seen:
        raise InvalidCalendarObject("two overrides have the same RECURRENCE-ID", recurrence_id.line)
    seen.add(key)
    if override.first("RRULE") is not None:
        raise InvalidCalendarObject("an override has no RRULE of its own", override.line)
    start = master.first("DTSTART") if master is not None else None
    if start is not None and _is_date(start) is not _is_date(recurrence_id):
        raise InvalidCalendarObject("RECURRENCE-ID and DTSTART are of different types", recurrence_id.line)


def _is_date(entry: Property) -> bool:
    return _DATE.fullmatch(entry.value.strip()) is not None


def tzids(component: Component) -> set[str]:
    """The time zones that a component and what it holds refer to."""
    found = {tzid.strip() for entry in component.properties if (tzid := entry.param("TZID"))}
    for child in component.components:
        found |= tzids(child)
    return found


PRODID = "-//a3dav//a3dav//EN"


def join(bodies: Iterable[bytes], head: CalendarHead = NOTHING_SAID) -> Iterator[bytes]:
    """One calendar of many objects, piece by piece, with each time zone once."""
    said = [Property("VERSION", "2.0"), Property("PRODID", PRODID), *head.properties()]
    yield serialise(Component("VCALENDAR", said)).removesuffix(b"END:VCALENDAR\r\n")
    for component in gathered(bodies):
        yield serialise(component)
    yield b"END:VCALENDAR\r\n"


def gathered(bodies: Iterable[bytes]) -> Iterator[Component]:
    """The components of many objects, each time zone once."""
    seen: set[str] = set()
    for body in bodies:
        for calendar in parse(body):
            for component in calendar.components:
                if component.name == "VTIMEZONE":
                    tzid = (component.value("TZID") or "").strip()
                    if tzid in seen:
                        continue
                    seen.add(tzid)
                yield component
