"""Questions for busy time and their answers (RFC 6638 §5, RFC 5546 §3.3.2 and §3.3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a3dav_content import free_busy
from a3dav_content.calendar_objects import PRODID
from a3dav_content.dates import Clock, format_utc, moment_of
from a3dav_content.errors import ContentError, InvalidCalendarData
from a3dav_content.free_busy import Period
from a3dav_content.itip.addresses import attendees, organizer_of
from a3dav_content.itip.constraints import InvalidMessage
from a3dav_content.itip.messages import Message
from a3dav_content.lines import LIMITS, Component, Limits, Property, parse, serialise
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import UTC, Zones

MASK_UID = "X-CALENDARSERVER-MASK-UID"


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
    calendars = parse(body, limits)
    if [calendar.name for calendar in calendars] != ["VCALENDAR"]:
        raise InvalidCalendarData("a request is one VCALENDAR")
    return request_of(calendars[0])


def request_of(calendar: Component) -> BusyRequest:
    """The request that a calendar is; raises InvalidMessage where it is none."""
    try:
        found = Message.of(calendar, "", "")
    except InvalidMessage:
        raise
    except ContentError as error:
        raise InvalidMessage(error.message, error.line) from error
    if (found.component, found.method) != ("VFREEBUSY", "REQUEST"):
        raise InvalidMessage(
            f"METHOD:REQUEST of a VFREEBUSY is expected, not METHOD:{found.method} of a {found.component}"
        )
    component = found.components[0]
    zones = Zones(found.object().timezones)
    span = TimeRange(_instant(component, "DTSTART", zones), _instant(component, "DTEND", zones))
    if span.end <= span.start:
        raise InvalidMessage("DTEND lies behind DTSTART", component.line)
    asked_by = component.all("ORGANIZER")[0]
    hidden = component.first(MASK_UID) or calendar.first(MASK_UID)
    return BusyRequest(
        found.uid, organizer_of(component), attendees(component), span, asked_by, hidden.text.strip() if hidden else ""
    )


def _instant(component: Component, name: str, zones: Zones) -> int:
    """In UTC (RFC 5545 §3.6.4); local times, as some clients send them, are those of their zone, else of UTC."""
    entry = component.first(name)
    try:
        moment = moment_of(entry) if entry is not None else None
    except ContentError:
        moment = None
    if moment is None or moment.clock is Clock.DATE:
        raise InvalidMessage(f"{name} is a time in METHOD:REQUEST of a VFREEBUSY", component.line)
    return (zones.get(moment.tzid) if moment.tzid else UTC).instant(moment.local)


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
    told += free_busy.entries(periods)
    head = [Property("VERSION", "2.0"), Property("PRODID", PRODID), Property("METHOD", "REPLY")]
    return serialise(Component("VCALENDAR", head, [Component("VFREEBUSY", told)]))


def _bare(entry: Property) -> Property:
    """A user and their name."""
    return Property(entry.name, entry.value, tuple(pair for pair in entry.params if pair[0] == "CN"))
