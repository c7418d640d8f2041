"""The calendar-query report (RFC 4791 §7.8): candidates from the index, each judged by the filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.exchange import Response
from a3dav.headers import depth, minimal
from a3dav.query import multistatus, responses, wanted_of
from a3dav.resources import Resource
from a3dav.xml.reading import Element, child
from a3dav_caldav.calendar_data import wanted_data
from a3dav_caldav.effort import budget_of, settled
from a3dav_caldav.errors import of_filter
from a3dav_caldav.index import calendars_of, costs, pages
from a3dav_caldav.limits import judge_ranges
from a3dav_caldav.names import OBJECT, caldav
from a3dav_caldav.timezones import REQUEST_ZONE, zone_for, zone_of_request
from a3dav_content import calendar_filters
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, LimitExceeded

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

MATCH_MICROSECONDS = 80
SERIES_MICROSECONDS = 250
ALWAYS_MICROSECONDS = 2_500
SHAPED_MICROSECONDS = 120
MOST_COUNTED = 200


def calendar_query(exchange: Exchange, body: Element) -> Response:
    judge_ranges(exchange, body)
    data = wanted_data(body)
    calendar_filter = filter_of(body)
    exchange.notes[REQUEST_ZONE] = zone_of_request(body)
    wanted = wanted_of(body, minimal=minimal(exchange.request))
    rows = (
        b"".join(responses(exchange, found, wanted)) for found in _matching_pages(exchange, calendar_filter) if found
    )
    response = multistatus(exchange, rows)
    if _decided_by_index(calendar_filter) and (data is None or data.whole):
        return response
    return settled(exchange, response)


def query_cost(exchange: Exchange, body: Element) -> int:
    calendar_filter, data = filter_of(body), wanted_data(body)
    shaping = SHAPED_MICROSECONDS if data is not None and not data.whole else 0
    if _decided_by_index(calendar_filter) and not shaping:
        return 0
    return sum(
        shaping + (ALWAYS_MICROSECONDS if always else SERIES_MICROSECONDS if recurs else MATCH_MICROSECONDS)
        for calendar in _calendars(exchange)
        for always, recurs in costs(
            exchange.store, calendar, calendar_filter.component(), calendar_filter.range(), MOST_COUNTED
        )
    )


def filter_of(body: Element) -> calendar_filters.CalendarFilter:
    element = child(body, caldav("filter"))
    if element is None:
        raise BadRequest("a calendar-query needs a filter; a comp-filter of VCALENDAR alone matches every object")
    try:
        return calendar_filters.parse(element)
    except ContentError as error:
        raise of_filter(error) from error


def _decided_by_index(calendar_filter: calendar_filters.CalendarFilter) -> bool:
    """True for a filter that asks for a kind of component, or for nothing at all."""
    top = calendar_filter.top
    return (
        not top.is_not_defined
        and not top.properties
        and all(
            entry == calendar_filters.CompFilter(entry.name) and entry.name == calendar_filter.component()
            for entry in top.components
        )
    )


def _calendars(exchange: Exchange) -> Iterator[Resource]:
    target = exchange.resource
    return calendars_of(exchange.store, target) if target.collection and _below(exchange) else iter(())


def _below(exchange: Exchange) -> bool:
    """Whether members are asked for: a missing Depth means so, and a Depth of 0 from Microsoft's clients."""
    agent = exchange.request.header("user-agent").lower()
    return depth(exchange.request, default=1) != 0 or "microsoft" in agent or "outlook" in agent


def _matching_pages(exchange: Exchange, calendar_filter: calendar_filters.CalendarFilter) -> Iterator[list[Resource]]:
    target = exchange.resource
    if not target.collection:
        yield _matching(exchange, [target], calendar_filter)
        return
    decided = _decided_by_index(calendar_filter)
    for calendar in _calendars(exchange):
        for page in pages(exchange.store, calendar, calendar_filter.component(), calendar_filter.range()):
            readable = exchange.house.readable(exchange.actor, page)
            yield readable if decided else _matching(exchange, readable, calendar_filter)


def _matching(
    exchange: Exchange, members: Sequence[Resource], calendar_filter: calendar_filters.CalendarFilter
) -> list[Resource]:
    members = [member for member in members if member.kind == OBJECT]
    bodies = exchange.store.bodies(members, lost=b"")
    return [
        member
        for member, body in zip(members, bodies, strict=True)
        if _matches(exchange, member, body, calendar_filter)
    ]


def _matches(
    exchange: Exchange, member: Resource, body: bytes, calendar_filter: calendar_filters.CalendarFilter
) -> bool:
    zone = zone_for(exchange, member)
    try:
        return calendar_filter.matches(CalendarObject.parse(body), zone, budget_of(exchange))
    except LimitExceeded:
        raise
    except ContentError:
        return False  # a date or a duration in it that cannot be reckoned with
