"""The free-busy-query report (RFC 4791 §7.10, RFC 7953 §5): when somebody is busy, and nothing about why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.exchange import Response
from a3dav.identifiers import new_id, now_ms
from a3dav.methods.get import VARIES
from a3dav.resources import Resource
from a3dav.xml.reading import Element
from a3dav_caldav.availability import availability_of
from a3dav_caldav.effort import bounded, budget_of, share_of
from a3dav_caldav.forms import prefers_jcal
from a3dav_caldav.index import Sought, calendars_of, costs, pages
from a3dav_caldav.limits import judge_ranges
from a3dav_caldav.names import CALENDAR_TYPE, caldav
from a3dav_caldav.reports.calendar_query import ALWAYS_MICROSECONDS, MOST_COUNTED, SERIES_MICROSECONDS, asks_below
from a3dav_caldav.timezones import REQUEST_ZONE, default_zone, zone_for, zone_of_request
from a3dav_content import jcal
from a3dav_content.availability import Availability, unavailable
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, InvalidFilter, LimitExceeded
from a3dav_content.filter_reading import parse_time_range
from a3dav_content.free_busy import Period, availabilities_of, merged, periods_of, render
from a3dav_content.time_range import TimeRange

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

READ_FREE_BUSY = caldav("read-free-busy")
BUSY_COMPONENTS = ("VEVENT", "VFREEBUSY", "VAVAILABILITY")
Told = tuple[list[Period], list[Availability]]


def free_busy_query(exchange: Exchange, body: Element) -> Response:
    """Spans every calendar below the target: a home without its calendars is never busy."""
    span = _span(body)
    judge_ranges(exchange, body)
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
        for calendar in _calendars(exchange)
        for component in BUSY_COMPONENTS
        for _, always, _ in costs(exchange.store, calendar, Sought(component, span), MOST_COUNTED)
    )


def _span(body: Element) -> TimeRange:
    elements = body.findall(caldav("time-range"))
    if len(elements) != 1:
        raise BadRequest("a free-busy-query has one time-range")
    try:
        return parse_time_range(elements[0])
    except InvalidFilter as error:
        raise BadRequest(str(error)) from error


def _calendars(exchange: Exchange) -> Iterator[Resource]:
    return calendars_of(exchange.house, exchange.resource) if asks_below(exchange) else iter(())


def _periods(exchange: Exchange, span: TimeRange) -> Iterator[Period]:
    available: list[Availability] = []
    for periods, more in _told(exchange, span):
        available += more
        yield from periods
    yield from unavailable(available)


def _told(exchange: Exchange, span: TimeRange) -> Iterator[Told]:
    for found in availability_of(exchange, exchange.resource):
        zone = exchange.notes[REQUEST_ZONE] or default_zone(exchange)
        yield [], list(availabilities_of(found, span, zone, budget_of(exchange)))
    for calendar in _calendars(exchange):
        for component in BUSY_COMPONENTS:
            for candidates in pages(exchange.store, calendar, Sought(component, span)):
                page = exchange.house.permitted(exchange.actor, candidates, READ_FREE_BUSY)
                for member, body in zip(page, exchange.store.bodies(page, lost=b""), strict=True):
                    yield _of_one(exchange, member, body, span)


def _of_one(exchange: Exchange, member: Resource, body: bytes, span: TimeRange) -> Told:
    zone = zone_for(exchange, member)
    try:
        with share_of(exchange, member) as budget:
            found = CalendarObject.parse(body)
            return list(periods_of(found, span, zone, budget)), list(availabilities_of(found, span, zone, budget))
    except LimitExceeded:
        raise
    except ContentError:
        return [], []  # a date or a duration in it that cannot be reckoned with
