"""Who a user is to an object, and what comes out of a change of it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.itip.addresses import attendee, organizer_of
from a3dav_content.itip.messages import Message


@dataclass(slots=True, frozen=True)
class Outgoing:
    """Messages in the order in which they are to go; `stored` is what to keep, or None for what the client wrote."""

    messages: tuple[Message, ...] = ()
    stored: CalendarObject | None = None


def role_of(found: CalendarObject | None, me: Set[str]) -> str:
    """ "organizer", "attendee", or "" for an object that no scheduling is about (RFC 6638 §3.1)."""
    if found is None or found.component not in {"VEVENT", "VTODO", "VJOURNAL"}:
        return ""
    organizers = {organizer_of(component) for component in found.components}
    if len(organizers) != 1 or "" in organizers:
        return ""
    if organizers <= me:
        return "organizer"
    return "attendee" if any(attendee(component, me) for component in found.components) else ""
