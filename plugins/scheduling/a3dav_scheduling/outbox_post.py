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
from a3dav_content.errors import ContentError
from a3dav_content.itip.busy_requests import BusyRequest, freebusy_reply, freebusy_request
from a3dav_content.itip.constraints import InvalidMessage
from a3dav_content.itip.statuses import DESCRIPTIONS
from a3dav_content.lines import Limits
from a3dav_scheduling.free_busy import Outcome, outcomes
from a3dav_scheduling.names import OUTBOX, caldav
from a3dav_scheduling.privileges import SEND_FREE_BUSY
from a3dav_scheduling.recipients import account_of, addresses_of

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Account

MEDIA_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar", ""})


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
    owner = house.store.accounts.by_id(exchange.resource.account_id)
    if owner is None:
        raise LookupError("an outbox without an account")
    mask = _mask(house, owner, request)
    most = house.section("scheduling").max_recipients
    if len(request.attendees) > most:
        text = f"a request is about {most} people at most, not {len(request.attendees)}"
        raise _refused("max-attendees-per-instance", text)
    told = outcomes(house, owner, list(request.attendees), request.span, mask)
    parts = (_response(request, address, outcome) for address, outcome in told)
    opening = b"<C:schedule-response" + house.prefixes.declarations + b">"
    return Response(200, PROLOGUE + opening + b"".join(parts) + b"</C:schedule-response>\n", content_type=CONTENT_TYPE)


def _request(house: House, body: bytes) -> BusyRequest:
    most = house.settings.limits
    limits = Limits(most.max_object_depth, most.max_object_components, most.max_object_properties, most.max_object_line)
    try:
        return freebusy_request(body, limits)
    except InvalidMessage as error:
        raise _no_message(str(error)) from error
    except ContentError as error:
        raise _refused("valid-calendar-data", str(error)) from error


def _mask(house: House, owner: Account, request: BusyRequest) -> Mask | None:
    """RFC 6638 §5.2.2: one asks as oneself; the event that Apple's clients are about to move does not count."""
    asking = account_of(house.store, request.organizer)
    if asking is None or asking.id != owner.id:
        raise _refused("valid-organizer", "the ORGANIZER is not the owner of this outbox")
    organizers = addresses_of(owner) | {request.organizer}
    return Mask(request.masked_uid, organizers) if request.masked_uid else None


def _response(request: BusyRequest, address: str, outcome: Outcome) -> bytes:
    status = f"{outcome.code};{DESCRIPTIONS[outcome.code]}"
    parts = b"<C:recipient>" + href(request.attendees[address].value.strip()) + b"</C:recipient>"
    parts += b"<C:request-status>" + escape(status) + b"</C:request-status>"
    if outcome.periods is not None:
        answer = freebusy_reply(request, address, outcome.periods, now_ms() // 1000)
        parts += b"<C:calendar-data>" + escape(answer.decode()) + b"</C:calendar-data>"
    return b"<C:response>" + parts + b"</C:response>"


def _no_message(text: str) -> BadRequest:
    return BadRequest(text, condition=caldav("valid-scheduling-message"))


def _refused(condition: str, text: str) -> Forbidden:
    return Forbidden(text, condition=caldav(condition))


def _limit(exchange: Exchange) -> tuple[int, DavError]:
    most = exchange.house.settings.limits.max_resource_size
    return most, _refused("max-resource-size", f"the body is larger than {most} bytes")


METHODS = (Method("POST", post, frozenset({OUTBOX}), early=refuse_on_the_head, limit=_limit),)
