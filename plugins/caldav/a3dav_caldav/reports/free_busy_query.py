"""The free-busy-query report (RFC 4791 §7.10): when somebody is busy, and nothing about why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.exchange import Response
from a3dav.identifiers import new_id, now_ms
from a3dav.methods.get import VARIES
from a3dav.resources import Resource
from a3dav.xml.reading import Element, child
from a3dav_caldav.effort import bounded, budget_of
from a3dav_caldav.forms import prefers_jcal
from a3dav_caldav.index import calendars_of, costs, pages
from a3dav_caldav.names import CALENDAR_TYPE, caldav
from a3dav_caldav.reports.calendar_query import ALWAYS_MICROSECONDS, MOST_COUNTED, SERIES_MICROSECONDS
from a3dav_caldav.timezones import REQUEST_ZONE, zone_for, zone_of_request
from a3dav_content import jcal
from a3dav_content.calendar_filters import parse_time_range
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, InvalidFilter, LimitExceeded
from a3dav_content.free_busy import Period, busy_periods, merged, render
from a3dav_content.time_range import TimeRange

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

READ_FREE_BUSY = caldav("read-free-busy")
BUSY_COMPONENTS = ("VEVENT", "VFREEBUSY")


def free_busy_query(exchange: Exchange, body: Element) -> Response:
    """Spans every calendar below the target, whatever the Depth: a home without its calendars is never busy."""
    span = _span(body)
    exchange.notes[REQUEST_ZONE] = zone_of_request(body)
    periods = bounded(exchange, lambda: merged(_periods(exchange, span)))
    answer = render(periods, span, now_ms() // 1000, new_id().hex())
    if prefers_jcal(exchange.request):
        return Response(200, jcal.converted(answer), [VARIES], jcal.MEDIA_TYPE)
    return Response(200, answer, [VARIES], CALENDAR_TYPE)


def free_busy_cost(exchange: Exchange, body: Element) -> int:
    span = _span(body)
    return sum(
        ALWAYS_MICROSECONDS if always else SERIES_MICROSECONDS
        for calendar in calendars_of(exchange.store, exchange.resource)
        for component in BUSY_COMPONENTS
        for always, _ in costs(exchange.store, calendar, component, span, MOST_COUNTED)
    )


def _span(body: Element) -> TimeRange:
    element = child(body, caldav("time-range"))
    if element is None:
        raise BadRequest("a free-busy-query needs a time-range")
    try:
        return parse_time_range(element, both=True)
    except InvalidFilter as error:
        raise BadRequest(str(error)) from error


def _periods(exchange: Exchange, span: TimeRange) -> Iterator[Period]:
    for calendar in calendars_of(exchange.store, exchange.resource):
        for component in BUSY_COMPONENTS:
            for found in pages(exchange.store, calendar, component, span):
                page = exchange.house.permitted(exchange.actor, found, READ_FREE_BUSY)
                for member, body in zip(page, exchange.store.bodies(page, lost=b""), strict=True):
                    yield from _of_one(exchange, member, body, span)


def _of_one(exchange: Exchange, member: Resource, body: bytes, span: TimeRange) -> list[Period]:
    try:
        return busy_periods([CalendarObject.parse(body)], span, zone_for(exchange, member), budget_of(exchange))
    except LimitExceeded:
        raise
    except ContentError:
        return []  # a date or a duration in it that cannot be reckoned with
