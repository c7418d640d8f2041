"""Questions for busy time and their answers (RFC 6638 §5, RFC 5546 §3.3.2 and §3.3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a3dav_content.calendar_objects import PRODID
from a3dav_content.dates import format_utc, parse_utc
from a3dav_content.errors import ContentError
from a3dav_content.free_busy import Period
from a3dav_content.itip.addresses import attendees, organizer_of
from a3dav_content.itip.constraints import InvalidMessage
from a3dav_content.itip.messages import Message
from a3dav_content.lines import LIMITS, Component, Limits, Property, serialise
from a3dav_content.time_range import TimeRange


@dataclass(slots=True, frozen=True)
class BusyRequest:
    """Whose busy time is asked for, by whom and for when; `attendees` by their normal addresses, in order.

    `masked_uid` is the UID of an object that does not count: the meeting for which a time is looked for
    (X-CALENDARSERVER-MASK-UID).
    """

    uid: str
    organizer: str
    attendees: dict[str, Property]
    span: TimeRange
    asked_by: Property
    masked_uid: str = ""


def freebusy_request(body: bytes, limits: Limits = LIMITS) -> BusyRequest:
    """Reads the body of a POST; raises the ContentError that says why it is no such request."""
    found = Message.parse(body, limits=limits)
    if (found.component, found.method) != ("VFREEBUSY", "REQUEST"):
        raise InvalidMessage(
            f"METHOD:REQUEST of a VFREEBUSY is expected, not METHOD:{found.method} of a {found.component}"
        )
    component = found.components[0]
    span = TimeRange(_instant(component, "DTSTART"), _instant(component, "DTEND"))
    if span.end <= span.start:
        raise InvalidMessage("DTEND lies behind DTSTART", component.line)
    asked_by = component.all("ORGANIZER")[0]
    hidden = component.first("X-CALENDARSERVER-MASK-UID")
    return BusyRequest(
        found.uid, organizer_of(component), attendees(component), span, asked_by, hidden.text.strip() if hidden else ""
    )


def _instant(component: Component, name: str) -> int:
    entry = component.first(name)
    try:
        return parse_utc(entry.value if entry is not None else "")
    except ContentError as error:
        raise InvalidMessage(f"{name} is in UTC in METHOD:REQUEST of a VFREEBUSY", component.line) from error


def freebusy_reply(request: BusyRequest, address: str, periods: Iterable[Period], now: int) -> bytes:
    """The busy time of one attendee; the periods are those of `free_busy.busy_periods`."""
    entry = request.attendees[address]
    told = [
        Property("UID", request.uid),
        Property("DTSTAMP", format_utc(now)),
        Property("DTSTART", format_utc(request.span.start)),
        Property("DTEND", format_utc(request.span.end)),
        _bare(request.asked_by),
        _bare(entry),
    ]
    for begin, end, kind in periods:
        params = () if kind == "BUSY" else (("FBTYPE", (kind,)),)
        told.append(Property("FREEBUSY", f"{format_utc(begin)}/{format_utc(end)}", params))
    head = [Property("VERSION", "2.0"), Property("PRODID", PRODID), Property("METHOD", "REPLY")]
    return serialise(Component("VCALENDAR", head, [Component("VFREEBUSY", told)]))


def _bare(entry: Property) -> Property:
    """A user and their name."""
    return Property(entry.name, entry.value, tuple(pair for pair in entry.params if pair[0] == "CN"))
