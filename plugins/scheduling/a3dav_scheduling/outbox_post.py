"""POST on a scheduling outbox: an organizer asks when people are busy (RFC 6638 §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, DavError, Forbidden
from a3dav.exchange import Exchange, Response
from a3dav.identifiers import now_ms
from a3dav.lanes import Lane, Step, Steps
from a3dav.refusals import need
from a3dav.registries import Method
from a3dav.xml.writing import CONTENT_TYPE, PROLOGUE, escape, href
from a3dav_content.busy_service import Mask
from a3dav_content.dates import parse_utc
from a3dav_content.errors import ContentError
from a3dav_content.free_busy import render_reply
from a3dav_content.itip.addresses import address_of, attendees
from a3dav_content.itip.messages import Message
from a3dav_content.itip.statuses import DESCRIPTIONS, without_server_params
from a3dav_content.lines import Component, Limits, Property, parse
from a3dav_content.time_range import TimeRange
from a3dav_scheduling.free_busy import Outcome, outcomes
from a3dav_scheduling.names import OUTBOX, caldav
from a3dav_scheduling.privileges import SEND_FREE_BUSY
from a3dav_scheduling.recipients import mine

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Account

MEDIA_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar", ""})
MASK_UID = "X-CALENDARSERVER-MASK-UID"


def refuse_on_the_head(exchange: Exchange) -> None:
    """RFC 6638 §11.4: whether somebody may ask is decided before anything else."""
    if SEND_FREE_BUSY not in exchange.privileges:
        raise need(exchange.path, SEND_FREE_BUSY, collection=True)
    media_type = exchange.request.header("content-type").partition(";")[0].strip().lower()
    if media_type not in MEDIA_TYPES:
        raise _refused("supported-calendar-data", f"an outbox takes text/calendar, not {media_type[:80]!r}")


def post(exchange: Exchange) -> Steps[Response]:
    exchange.forget_stored()
    exchange.notes.clear()
    response: Response = yield Step(Lane.CPU, answered, (exchange,))
    return response


def answered(exchange: Exchange) -> Response:
    house = exchange.house
    request = _request(house, exchange.request.body.read())
    span = _span(request)
    owner = house.store.accounts.by_id(exchange.resource.account_id)
    if owner is None:
        raise LookupError("an outbox without an account")
    mask = _mask(house, owner, request)
    asked = attendees(request.components[0])
    most = house.section("scheduling").max_recipients
    if len(asked) > most:
        raise _refused("max-attendees-per-instance", f"a request is about {most} people at most, not {len(asked)}")
    told = outcomes(house, owner, list(asked), span, mask)
    parts = (_response(request, asked[address], outcome) for address, outcome in told)
    opening = b"<C:schedule-response" + house.prefixes.declarations + b">"
    return Response(200, PROLOGUE + opening + b"".join(parts) + b"</C:schedule-response>\n", content_type=CONTENT_TYPE)


def _request(house: House, body: bytes) -> Message:
    most = house.settings.limits
    limits = Limits(most.max_object_depth, most.max_object_components, most.max_object_properties, most.max_object_line)
    try:
        calendars = parse(body, limits)
    except ContentError as error:
        raise _refused("valid-calendar-data", str(error)) from error
    if [calendar.name for calendar in calendars] != ["VCALENDAR"]:
        raise _refused("valid-calendar-data", "a request is one VCALENDAR")
    try:
        found = Message.of(calendars[0], "", "")
    except ContentError as error:
        raise _no_message(str(error)) from error
    if (found.component, found.method) != ("VFREEBUSY", "REQUEST"):
        raise _no_message("an outbox takes a VFREEBUSY with METHOD:REQUEST; events are stored in a calendar")
    return found


def _span(request: Message) -> TimeRange:
    component = request.components[0]
    try:
        span = TimeRange(parse_utc(component.value("DTSTART") or ""), parse_utc(component.value("DTEND") or ""))
    except ContentError as error:
        raise _no_message(str(error)) from error
    if span.start >= span.end:
        raise _no_message("DTEND is behind DTSTART")
    return span


def _mask(house: House, owner: Account, request: Message) -> Mask | None:
    """RFC 6638 §5.2.2: one asks as oneself; the event that Apple's clients are about to move does not count."""
    organizers = mine(house.store, owner, request.object())
    if request.organizer not in organizers:
        raise _refused("valid-organizer", "the ORGANIZER is not the owner of this outbox")
    named = request.components[0].value(MASK_UID) or request.calendar.value(MASK_UID) or ""
    return Mask(named.strip(), organizers) if named.strip() else None


def _response(request: Message, attendee: Property, outcome: Outcome) -> bytes:
    status = f"{outcome.code};{DESCRIPTIONS[outcome.code]}"
    parts = b"<C:recipient>" + href(attendee.value.strip()) + b"</C:recipient>"
    parts += b"<C:request-status>" + escape(status) + b"</C:request-status>"
    if outcome.periods is not None:
        parts += b"<C:calendar-data>" + escape(_reply(request, attendee, outcome).decode()) + b"</C:calendar-data>"
    return b"<C:response>" + parts + b"</C:response>"


def _reply(request: Message, attendee: Property, outcome: Outcome) -> bytes:
    calendar = without_server_params(Component("VCALENDAR", [], [request.components[0]]))
    component = calendar.components[0]
    answering = next(entry for entry in component.all("ATTENDEE") if address_of(entry) == address_of(attendee))
    return render_reply(outcome.periods or [], component, answering, now_ms() // 1000)


def _no_message(text: str) -> BadRequest:
    return BadRequest(text, condition=caldav("valid-scheduling-message"))


def _refused(condition: str, text: str) -> Forbidden:
    return Forbidden(text, condition=caldav(condition))


def _limit(exchange: Exchange) -> tuple[int, DavError]:
    most = exchange.house.settings.limits.max_resource_size
    return most, _refused("max-resource-size", f"the body is larger than {most} bytes")


METHODS = (Method("POST", post, frozenset({OUTBOX}), early=refuse_on_the_head, limit=_limit),)
