"""What a component says to those who are invited, so that two ways to write the same are no change."""

from __future__ import annotations

from a3dav_content.dates import moment_of
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import agent, attendees, cutype, organizer_of, role
from a3dav_content.lines import Component, Property, line_of, serialise, unescape_text
from a3dav_content.occurrences import Instances, Occurrence

TIMES = frozenset({"DTSTART", "DTEND", "DUE", "DURATION"})
RECURRENCE = frozenset({"RRULE", "RDATE", "EXDATE", "EXRULE"})
REVISIONS = frozenset({"DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE"})
QUESTION = TIMES | RECURRENCE | {"SUMMARY", "LOCATION"}
"""What an answer depends on; a reply tells it, so that the organizer can see what was answered."""
PERSONAL = frozenset({"COLOR", "TRANSP"})
_SHARED_EXTENSIONS = ("X-ALT-DESC", "X-APPLE-STRUCTURED-LOCATION", "X-CONFERENCE", "X-GOOGLE-", "X-MICROSOFT-")
_UNSAID = (
    REVISIONS | TIMES | RECURRENCE | PERSONAL | {"UID", "RECURRENCE-ID", "REQUEST-STATUS", "ATTENDEE", "ORGANIZER"}
)
_DEFAULTS = {("VEVENT", "STATUS", "CONFIRMED"), ("VTODO", "STATUS", "NEEDS-ACTION")}
_SAYING_NOTHING = {("PRIORITY", "0"), ("CLASS", "PUBLIC"), ("PERCENT-COMPLETE", "0")}

Times = tuple[object, ...]


def is_shared(entry: Property) -> bool:
    """Whether a property is about the meeting.

    Of extensions these are a few: most tell what the organizer's own client remembers (when an alarm was put off,
    how long the way is, what an attendee said in confidence), and neither goes out nor makes a message when it changes.
    """
    return not entry.name.startswith("X-") or entry.name.startswith(_SHARED_EXTENSIONS)


def is_live(component: Component) -> bool:
    return (component.value("STATUS") or "").strip().upper() != "CANCELLED"


def served(component: Component) -> dict[str, Property]:
    """The attendees to whom the server writes (RFC 6638 §7.1)."""
    return {address: entry for address, entry in attendees(component).items() if agent(entry) == "SERVER"}


def said(component: Component) -> frozenset[str]:
    """All that an attendee is told beside times, and beside how far others have replied."""
    lines = {_line(entry) for entry in component.properties if _counts(component, entry)}
    lines |= {f"{address};{role(entry)};{cutype(entry)}" for address, entry in attendees(component).items()}
    lines |= {serialise(child).decode() for child in component.components if child.name != "VALARM"}
    return frozenset({*lines, f"ORGANIZER:{organizer_of(component)}"})


def _counts(component: Component, entry: Property) -> bool:
    value = entry.value.strip()
    if not value or entry.name in _UNSAID or not is_shared(entry):
        return False
    known = value.upper()
    return (component.name, entry.name, known) not in _DEFAULTS and (entry.name, known) not in _SAYING_NOTHING


def _line(entry: Property) -> str:
    params = tuple(sorted((name, values) for name, values in entry.params if not name.startswith("X-")))
    return line_of(Property(entry.name, unescape_text(entry.value).strip(), params))


def times_of(component: Component, instances: Instances) -> Times:
    """When a component is, as far as it says: by instants, so that the zone they are told in says nothing more."""
    try:
        span = instances.span(component)
        if span is None:
            due = component.first("DUE")
            return () if due is None else ("due", instances.instant(moment_of(due)))
        begin, end = span.at(span.start.local)
    except ContentError:
        return tuple(sorted(line_of(entry) for entry in component.properties if entry.name in TIMES))
    return (begin, end, span.start.clock.value in {"date", "floating"} and span.start.clock.value)


def times_of_occurrence(found: Occurrence) -> Times:
    return (found.start, found.end, found.clock.value in {"date", "floating"} and found.clock.value)


def status_of(component: Component) -> str:
    value = (component.value("STATUS") or "").strip().upper()
    return "" if (component.name, "STATUS", value) in _DEFAULTS else value
