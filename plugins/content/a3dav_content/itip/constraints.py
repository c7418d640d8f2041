"""What a message of each method must, may and must not have (the tables of RFC 5546 §3.2 to §3.5).

What is missing without any harm (a SUMMARY, a PRIORITY) is not asked for, and what is too much without any harm
(an alarm in a reply) is left out; where a method would mean something else, a message is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import address_of, attendees, delegated_to, organizer_of
from a3dav_content.lines import Component, Property

MAX_SEQUENCE = 2**31 - 1


class InvalidMessage(ContentError):
    """A scheduling message breaks the rules of its method (RFC 5546 §3)."""


@dataclass(slots=True, frozen=True)
class Rules:
    """Properties that stand exactly once, at least once and never, and what is dropped; one component or several."""

    once: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    single: bool = False


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BASE = "DTSTAMP ORGANIZER UID"
_SERIES = "EXDATE RECURRENCE-ID RDATE RRULE"
_EVENT = {
    "PUBLISH": Rules(once=_names(f"{_BASE} DTSTART"), never=_names("ATTENDEE"), dropped=_names("REQUEST-STATUS")),
    "REQUEST": Rules(
        once=_names(f"{_BASE} DTSTART"), some=_names("ATTENDEE"), dropped=_names("REQUEST-STATUS")
    ),
    "REPLY": Rules(once=_names(_BASE), some=_names("ATTENDEE"), dropped=_names("VALARM")),
    "ADD": Rules(
        once=_names(f"{_BASE} DTSTART SEQUENCE"), never=_names(_SERIES), dropped=_names("REQUEST-STATUS"), single=True
    ),
    "CANCEL": Rules(once=_names(f"{_BASE} SEQUENCE"), dropped=_names("REQUEST-STATUS VALARM")),
    "REFRESH": Rules(once=_names(f"{_BASE} ATTENDEE"), single=True),
    "COUNTER": Rules(once=_names(f"{_BASE} DTSTART"), single=True),
    "DECLINECOUNTER": Rules(once=_names(f"{_BASE} SEQUENCE"), some=_names("ATTENDEE"), dropped=_names("VALARM")),
}  # fmt: skip
_TODO = {
    **_EVENT,
    "REQUEST": replace(_EVENT["REQUEST"], once=_names(_BASE)),  # a to-do may be due without ever starting
    "PUBLISH": replace(_EVENT["PUBLISH"], once=_names(_BASE)),
    "ADD": replace(_EVENT["ADD"], once=_names(f"{_BASE} SEQUENCE")),
    "REFRESH": replace(_EVENT["REFRESH"], once=_names("DTSTAMP ATTENDEE UID")),
    "COUNTER": replace(_EVENT["COUNTER"], once=_names(_BASE), some=_names("ATTENDEE")),
    "DECLINECOUNTER": replace(_EVENT["DECLINECOUNTER"], single=True),
}
_JOURNAL = {
    "PUBLISH": _EVENT["PUBLISH"],
    "ADD": replace(_EVENT["ADD"], never=_names(f"{_SERIES} ATTENDEE")),
    "CANCEL": replace(_EVENT["CANCEL"], never=_names("ATTENDEE")),
}
_PERIOD = f"{_BASE} DTSTART DTEND"
_FREE_BUSY = {
    "PUBLISH": Rules(once=_names(_PERIOD), never=_names("ATTENDEE DURATION"), dropped=_names("REQUEST-STATUS VALARM")),
    "REQUEST": Rules(
        once=_names(_PERIOD), some=_names("ATTENDEE"), never=_names("FREEBUSY DURATION"),
        dropped=_names("REQUEST-STATUS URL VALARM"), single=True,
    ),
    "REPLY": Rules(
        once=_names(f"{_PERIOD} ATTENDEE"), never=_names("DURATION"), dropped=_names("SEQUENCE VALARM"), single=True
    ),
}  # fmt: skip
RULES = {"VEVENT": _EVENT, "VTODO": _TODO, "VJOURNAL": _JOURNAL, "VFREEBUSY": _FREE_BUSY}
_OF_REFRESH = _names("ATTENDEE DTSTAMP ORGANIZER UID COMMENT RECURRENCE-ID")
AT_MOST_ONCE = _names("DTSTAMP ORGANIZER UID SEQUENCE RECURRENCE-ID RRULE STATUS SUMMARY")


def rules_of(kind: str, method: str) -> Rules:
    """Raises InvalidMessage for a method that a kind of component does not have."""
    found = RULES.get(kind, {}).get(method)
    if found is None:
        raise InvalidMessage(f"METHOD:{method[:40]} says nothing about a {kind}")
    return found


def judged(calendar: Component, mains: list[Component], method: str) -> Component:
    """The calendar without what is too much; raises InvalidMessage that names what its method does not allow."""
    rules = rules_of(mains[0].name, method)
    if rules.single and len(mains) > 1:
        raise InvalidMessage(f"METHOD:{method} has one {mains[0].name} alone", mains[1].line)
    for component in mains:
        _judge(component, rules, method)
    organizers = {organizer_of(component) for component in mains}
    if len(organizers) > 1:
        raise InvalidMessage("components of one message have several organizers", mains[0].line)
    judged_ones = {id(component) for component in mains}
    kept = [_reduced(c, rules, method) if id(c) in judged_ones else c for c in calendar.components]
    return replace(calendar, components=kept)


def _judge(component: Component, rules: Rules, method: str) -> None:
    count: dict[str, int] = {}
    for entry in component.properties:
        count[entry.name] = count.get(entry.name, 0) + 1
        if entry.name in rules.never:
            raise InvalidMessage(f"{entry.name} has no place in METHOD:{method}", entry.line)
        if count[entry.name] > 1 and entry.name in rules.once | AT_MOST_ONCE:
            raise InvalidMessage(f"{entry.name} stands twice", entry.line)
    for name in sorted(rules.once | rules.some):
        if not count.get(name):
            raise InvalidMessage(f"METHOD:{method} needs {name}", component.line)
    for entry in component.properties:
        if entry.name in {"ORGANIZER", "ATTENDEE"} and not address_of(entry):
            raise InvalidMessage(f"{entry.name} without an address", entry.line)
    _judge_sequence(component, method)
    if method == "REPLY":
        _judge_repliers(component)


def _judge_sequence(component: Component, method: str) -> None:
    entry = component.first("SEQUENCE")
    if entry is None:
        return
    value = entry.value.strip()
    if not (value.isascii() and value.isdigit() and len(value) <= 10 and int(value) <= MAX_SEQUENCE):
        raise InvalidMessage(f"SEQUENCE has no number: {value[:20]!r}", entry.line)
    if method == "ADD" and int(value) == 0:
        raise InvalidMessage("SEQUENCE is greater than 0 in METHOD:ADD", entry.line)


def _judge_repliers(component: Component) -> None:
    """One attendee replies; besides stand those alone whom they delegate to (RFC 5546 §3.2.2.3)."""
    found = attendees(component)
    delegates = {address for entry in found.values() for address in delegated_to(entry)}
    if len(found.keys() - delegates) > 1:
        raise InvalidMessage("several attendees in one reply", component.line)


def _reduced(component: Component, rules: Rules, method: str) -> Component:
    properties = [entry for entry in component.properties if _stays(entry, rules, method)]
    inner = [child for child in component.components if child.name not in rules.dropped]
    return replace(component, properties=properties, components=[] if method == "REFRESH" else inner)


def _stays(entry: Property, rules: Rules, method: str) -> bool:
    if method == "REFRESH":
        return entry.name in _OF_REFRESH or entry.name.startswith("X-")
    return entry.name not in rules.dropped
