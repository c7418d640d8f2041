"""The free-busy-query report (RFC 4791 §7.10, RFC 7953 §5): when somebody is busy, and nothing about why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.exchange import Response
from a3dav.identifiers import new_id, now_ms
from a3dav.methods.get import VARIES
from a3dav.methods.report import CPU_THRESHOLD
from a3dav.resources import Resource
from a3dav.storage.batches import batches
from a3dav.xml.reading import Element
from a3dav_caldav.availability import availability_of
from a3dav_caldav.busy_rows import count_others, count_told
from a3dav_caldav.busy_time import Reading, is_transparent
from a3dav_caldav.effort import bounded, budget_of
from a3dav_caldav.forms import prefers_jcal
from a3dav_caldav.index import calendars_of
from a3dav_caldav.limits import judge_ranges
from a3dav_caldav.names import CALENDAR_TYPE, caldav
from a3dav_caldav.reports.calendar_query import SERIES_MICROSECONDS, asks_below
from a3dav_caldav.timezones import REQUEST_ZONE, default_zone, zone_of_calendar_id, zone_of_request
from a3dav_content import jcal
from a3dav_content.errors import InvalidFilter
from a3dav_content.filter_reading import parse_time_range
from a3dav_content.free_busy import Period, Told, busy_time, render, told_of
from a3dav_content.time_range import TimeRange

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav_content.timezones import Zone

READ_FREE_BUSY = caldav("read-free-busy")
ROW_MICROSECONDS = 5


def free_busy_query(exchange: Exchange, body: Element) -> Response:
    """Spans every calendar below the target: a home without its calendars is never busy."""
    span = _span(body)
    judge_ranges(exchange, body)
    exchange.notes[REQUEST_ZONE] = zone_of_request(body)
    answer = render(busy_periods(exchange, span), span, now_ms() // 1000, new_id().hex())
    if prefers_jcal(exchange.request):
        return Response(200, jcal.converted(answer), [VARIES], jcal.MEDIA_TYPE)
    return Response(200, answer, [VARIES], CALENDAR_TYPE)


def busy_periods(exchange: Exchange, span: TimeRange) -> list[Period]:
    """When the owner of the target is busy in a range, as far as the reader may know."""
    exchange.notes.setdefault(REQUEST_ZONE, None)
    return bounded(exchange, lambda: busy_time(_told(exchange, span)))


def free_busy_cost(exchange: Exchange, body: Element) -> int:
    calendars, span = [calendar.id for calendar in _calendars(exchange)], _span(body)
    dear = SERIES_MICROSECONDS * count_others(exchange.store, calendars, span)
    return dear + ROW_MICROSECONDS * count_told(exchange.store, calendars, span, CPU_THRESHOLD)


def _span(body: Element) -> TimeRange:
    elements = body.findall(caldav("time-range"))
    if len(elements) != 1:
        raise BadRequest("a free-busy-query has one time-range")
    try:
        return parse_time_range(elements[0])
    except InvalidFilter as error:
        raise BadRequest(str(error)) from error


def _calendars(exchange: Exchange) -> list[Resource]:
    if not asks_below(exchange):
        return []
    found = list(calendars_of(exchange.house, exchange.resource))
    if found == [exchange.resource]:
        return found  # who asks a calendar itself does not ask whether it counts
    stored = exchange.store.properties(found)
    return [calendar for calendar in found if not is_transparent(stored.get(calendar.id, {}))]


def _told(exchange: Exchange, span: TimeRange) -> Iterator[Told]:
    budget = budget_of(exchange)
    for found in availability_of(exchange, exchange.resource):
        yield told_of(found, span, exchange.notes[REQUEST_ZONE] or default_zone(exchange), budget)
    reading = Reading(exchange.store, span, lambda calendar: _zone(exchange, calendar), budget)
    calendars = _calendars(exchange)
    ids = [calendar.id for calendar in calendars]
    rows, unsure = reading.rows(ids), reading.others(ids)
    for calendar in calendars:
        sure = rows.get(calendar.id, [])
        shown = {member.id for member in _shown(exchange, calendar, [bytes(row[1]) for row in sure])}
        yield reading.told(calendar.id, [row for row in sure if bytes(row[1]) in shown])
        for some in batches(unsure.get(calendar.id, [])):
            yield from reading.looked_at(_shown(exchange, calendar, some))


def _shown(exchange: Exchange, calendar: Resource, ids: Sequence[bytes]) -> list[Resource]:
    """Those objects that the reader may be told about."""
    members = exchange.store.by_ids(calendar, list(dict.fromkeys(ids)))
    return exchange.house.permitted(exchange.actor, members, READ_FREE_BUSY)


def _zone(exchange: Exchange, calendar: bytes) -> Zone:
    return exchange.notes[REQUEST_ZONE] or zone_of_calendar_id(exchange, calendar)
