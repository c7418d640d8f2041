"""Scheduling messages (RFC 5546): a calendar with a METHOD, from one user to another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from a3dav_content.calendar_objects import COMPONENTS, PRODID, CalendarObject, tzids
from a3dav_content.dates import EARLIEST, format_utc, instant_of, parse_moment
from a3dav_content.errors import InvalidCalendarObject
from a3dav_content.itip.addresses import address_of, normal, organizer_of
from a3dav_content.itip.constraints import AT_MOST_ONCE, MAX_SEQUENCE, InvalidMessage, judged
from a3dav_content.itip.places import place_of
from a3dav_content.lines import LIMITS, Component, Limits, Property, parse, serialise
from a3dav_content.occurrences import Instances
from a3dav_content.zone_references import with_missing

METHODS = ("PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER")
FROM_ORGANIZER = frozenset({"PUBLISH", "REQUEST", "ADD", "CANCEL", "DECLINECOUNTER"})
"""Methods of the organizer, though a delegate gets REQUEST from the one who delegates; all others go to them."""


@dataclass(slots=True, frozen=True)
class Message:
    """`calendar` is the whole VCALENDAR with its METHOD; addresses are normal, and `sent_by` is "" for nobody else."""

    method: str
    component: str
    uid: str
    originator: str
    recipient: str
    calendar: Component
    sent_by: str = ""

    @classmethod
    def parse(
        cls, body: bytes, originator: str = "", recipient: str = "", limits: Limits = LIMITS, sent_by: str = ""
    ) -> Message:
        """Reads and judges a message; raises the ContentError that names what is wrong with it, and where."""
        found = parse(body, limits)
        if len(found) != 1 or found[0].name != "VCALENDAR":
            raise InvalidMessage("exactly one VCALENDAR is expected")
        return cls.of(found[0], originator, recipient, sent_by)

    @classmethod
    def of(cls, calendar: Component, originator: str, recipient: str, sent_by: str = "") -> Message:
        """A message of a calendar with a METHOD, which is judged."""
        methods = calendar.all("METHOD")
        method = methods[0].value.strip().upper() if methods else ""
        if method not in METHODS or len(methods) > 1:
            raise InvalidMessage(f"a scheduling message has one METHOD, not {method[:40] or 'none'}", calendar.line)
        told = CalendarObject.of(_without_method(calendar))
        kept = judged(calendar, told.components, method)
        return cls(method, told.component, told.uid, normal(originator), normal(recipient), kept, normal(sent_by))

    @property
    def components(self) -> list[Component]:
        """The components that the message is about; the master first."""
        found = [component for component in self.calendar.components if component.name in COMPONENTS]
        return sorted(found, key=lambda component: component.first("RECURRENCE-ID") is not None)

    @property
    def organizer(self) -> str:
        return organizer_of(self.components[0])

    @property
    def sequence(self) -> int:
        return max(map(sequence_of, self.components))

    @property
    def dtstamp(self) -> int:
        return max(map(dtstamp_of, self.components))

    def object(self) -> CalendarObject:
        """What the message tells, as a calendar object."""
        return CalendarObject.of(_without_method(self.calendar))

    def places(self, series: CalendarObject | None = None) -> dict[int | None, Component]:
        """The components by the instances they are about, and by None for the whole (see `places.place_of`).

        With the series that the recipient has, a RECURRENCE-ID means the same instance in whatever form it is told.
        """
        told = Instances(self.object())
        inside = told if series is None else Instances(series)
        return {place_of(component, told, inside): component for component in self.components}

    def to(self, recipient: str) -> Message:
        return replace(self, recipient=normal(recipient))

    def body(self) -> bytes:
        return serialise(self.calendar)

    def dump(self) -> bytes:
        """For a queue: who writes to whom in a line of JSON, then the body."""
        head = {"originator": self.originator, "recipient": self.recipient, "sent_by": self.sent_by}
        return json.dumps(head).encode() + b"\n" + self.body()

    @classmethod
    def load(cls, data: bytes) -> Message:
        head, _, body = data.partition(b"\n")
        try:
            told = json.loads(head)
            sides = told["originator"], told["recipient"], told["sent_by"]
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise InvalidMessage("the head of a queued message cannot be read") from error
        if not all(isinstance(side, str) for side in sides):
            raise InvalidMessage("the head of a queued message cannot be read")
        return cls.parse(body, sides[0], sides[1], sent_by=sides[2])


def message(
    method: str,
    originator: str,
    recipient: str,
    components: Sequence[Component],
    timezones: Mapping[str, Component],
    sent_by: str = "",
) -> Message:
    """A new message out of its components, with those time zones that they refer to (RFC 5546 §3.2.2)."""
    head = [Property("VERSION", "2.0"), Property("PRODID", PRODID), Property("METHOD", method)]
    referred = {tzid for component in components for tzid in tzids(component)}
    zones = [zone for name, zone in timezones.items() if name in referred]
    whole = with_missing(Component("VCALENDAR", head, [*zones, *components]))
    return Message.of(whole, originator, recipient, sent_by)


def _without_method(calendar: Component) -> Component:
    return replace(calendar, properties=[entry for entry in calendar.properties if entry.name != "METHOD"])


def sequence_of(component: Component) -> int:
    """SEQUENCE; 0 where there is none that can be read (RFC 5545 §3.8.7.4)."""
    value = (component.value("SEQUENCE") or "").strip()
    return min(int(value), MAX_SEQUENCE) if value.isascii() and value.isdigit() and len(value) <= 10 else 0


def dtstamp_of(component: Component) -> int:
    """The instant of DTSTAMP; before everything where there is none that can be read."""
    try:
        return instant_of(parse_moment(component.value("DTSTAMP") or "").local)
    except InvalidCalendarObject:
        return EARLIEST


def first_of_each(properties: Iterable[Property]) -> list[Property]:
    """Without what stands twice though a message has it once, and without people who have no address."""
    found: list[Property] = []
    seen: set[str] = set()
    for entry in properties:
        if entry.name in AT_MOST_ONCE and entry.name in seen:
            continue
        if entry.name != "ATTENDEE" or address_of(entry):
            found.append(entry)
        seen.add(entry.name)
    return found


def stamped(component: Component, now: int) -> Component:
    """The component with the time at which a message is made (RFC 6638 §3.2.5)."""
    return with_value(component, "DTSTAMP", format_utc(now))


def with_value(component: Component, name: str, value: str) -> Component:
    """The component with one property of that name, at its old place."""
    properties, placed = [], False
    for entry in component.properties:
        if entry.name != name:
            properties.append(entry)
        elif not placed:
            properties.append(entry if entry.value == value and not entry.params else Property(name, value))
            placed = True
    if not placed:
        properties.append(Property(name, value))
    return replace(component, properties=properties)
