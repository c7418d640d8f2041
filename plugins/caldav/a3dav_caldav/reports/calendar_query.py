"""The calendar-query report (RFC 4791 §7.8): candidates from the index, each judged by the filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from a3dav.answers import about_properties, question
from a3dav.errors import BadRequest
from a3dav.exchange import Response
from a3dav.headers import depth, minimal
from a3dav.listings import is_kept, recalled, recorded
from a3dav.query import Wanted, multistatus, responses, wanted_of
from a3dav.resources import Resource
from a3dav.xml.reading import Element, child
from a3dav_caldav.calendar_data import WantedCalendar, wanted_data
from a3dav_caldav.effort import bounded, forget_budget, settled, share_of
from a3dav_caldav.errors import of_filter
from a3dav_caldav.index import Sought, calendars_of, certainty, costs, decided_pages, pages
from a3dav_caldav.limits import judge_ranges
from a3dav_caldav.names import OBJECT, caldav
from a3dav_caldav.timezones import REQUEST_ZONE, zone_for, zone_of_request
from a3dav_content.calendar_filters import CalendarFilter
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.filter_reading import parse
from a3dav_content.timezones import Zone

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

MATCH_MICROSECONDS = 80
SERIES_MICROSECONDS = 250
ALWAYS_MICROSECONDS = 2_500
SHAPED_MICROSECONDS = 120
MOST_COUNTED = 200
FEW_CHANGES = 20
_QUERY = "caldav.query"


@dataclass(slots=True, frozen=True)
class Query:
    """What a client asks for; one about times alone is decided by the index, and its answer streamed."""

    filter: CalendarFilter
    data: WantedCalendar | None
    wanted: Wanted
    about: bytes
    by_index: bool
    zone: Zone | None


def calendar_query(exchange: Exchange, body: Element) -> Response:
    query = query_of(exchange, body)
    if not query.by_index:
        found = _matching_pages(exchange, query.filter)
        return settled(exchange, multistatus(exchange, _told(exchange, query, found)))
    if not _is_kept(exchange, query):
        return multistatus(exchange, _told(exchange, query, _decided_by_index(exchange, query.filter)))
    known = _recalled(exchange, query)
    if known is None:
        known = recorded(exchange, query.wanted, query.about, _decided_by_index(exchange, query.filter))
    return multistatus(exchange, known)


def query_of(exchange: Exchange, body: Element) -> Query:
    """What the body asks for."""
    query = exchange.once_read(_QUERY, lambda: _read(exchange, body))
    exchange.notes[REQUEST_ZONE] = query.zone
    return query


def _read(exchange: Exchange, body: Element) -> Query:
    calendar_filter, data = filter_of(body), wanted_data(body)
    judge_ranges(exchange, body)
    zone = zone_of_request(body)
    wanted = wanted_of(body, minimal=minimal(exchange.request))
    whole = exchange.resource.collection and (data is None or data.whole)
    by_index = whole and calendar_filter.is_about_time_alone()
    about = question(exchange, exchange.request.body.read())
    wanted.question = about_properties(exchange, body) if by_index else about
    return Query(calendar_filter, data, wanted, about, by_index, zone)


def _told(exchange: Exchange, query: Query, pages: Iterator[list[Resource]]) -> Iterator[bytes]:
    return (b"".join(responses(exchange, page, query.wanted)) for page in pages if page)


def _is_kept(exchange: Exchange, query: Query) -> bool:
    return query.by_index and asks_below(exchange) and is_kept(exchange, query.wanted)


def _recalled(exchange: Exchange, query: Query) -> Iterator[bytes] | None:
    """The answer that was given before, with what changed since."""
    sought = sought_by(query.filter)

    def choose(members: Sequence[Resource]) -> list[Resource]:
        if sought.span is None:
            return _matching(exchange, members, query.filter)
        sure = certainty(exchange.store, exchange.resource, sought, [one.id for one in members])
        unsure = _matching(exchange, [one for one in members if sure.get(one.id) is False], query.filter)
        return [one for one in members if sure.get(one.id) or one in unsure]

    try:
        return recalled(exchange, query.wanted, query.about, choose, FEW_CHANGES)
    except LimitExceeded:
        forget_budget(exchange)
        return None


def query_cost(exchange: Exchange, body: Element) -> int:
    query = query_of(exchange, body)
    calendar_filter, data = query.filter, query.data
    shaping = SHAPED_MICROSECONDS if data is not None and not data.whole else 0
    by_index = calendar_filter.is_about_time_alone()
    sought = sought_by(calendar_filter)
    if by_index and not shaping and sought.span is None:
        return 0
    if _is_kept(exchange, query) and _recalled(exchange, query) is not None:
        return 0
    lenses = exchange.house.lenses
    return sum(
        lenses.cost(exchange.actor, calendar)
        + sum(
            shaping + (0 if sure and by_index else _cost(always, recurs))
            for sure, always, recurs in costs(exchange.store, calendar, sought, MOST_COUNTED)
        )
        for calendar in _calendars(exchange)
    )


def _cost(always: bool, recurs: bool) -> int:
    return ALWAYS_MICROSECONDS if always else SERIES_MICROSECONDS if recurs else MATCH_MICROSECONDS


def filter_of(body: Element) -> CalendarFilter:
    element = child(body, caldav("filter"))
    if element is None:
        raise BadRequest("a calendar-query needs a filter; a comp-filter of VCALENDAR alone matches every object")
    try:
        return parse(element)
    except ContentError as error:
        raise of_filter(error) from error


def sought_by(calendar_filter: CalendarFilter) -> Sought:
    return Sought(calendar_filter.component(), calendar_filter.range(), calendar_filter.alarm_range())


def _candidates(exchange: Exchange, calendar: Resource, sought: Sought) -> Iterator[list[Resource]]:
    """Members that can be what is sought; the index knows nothing of alarms that a reader sees instead of others."""
    if _is_seen_through_lenses(exchange, calendar):
        sought = replace(sought, ringing=None)
    return pages(exchange.store, calendar, sought)


def _is_seen_through_lenses(exchange: Exchange, calendar: Resource) -> bool:
    """Whether the reader sees something else than what the index is made of, so that it can be sure of nothing."""
    return bool(exchange.house.lenses.before(exchange.actor, calendar))


def _calendars(exchange: Exchange) -> Iterator[Resource]:
    target = exchange.resource
    below = target.collection and asks_below(exchange)
    return calendars_of(exchange.house, target, mounted=True) if below else iter(())


def asks_below(exchange: Exchange) -> bool:
    """Whether members are asked for: a missing Depth means so, and a Depth of 0 from Microsoft's clients."""
    agent = exchange.request.header("user-agent").lower()
    return depth(exchange.request, default=1) != 0 or "microsoft" in agent or "outlook" in agent


def _matching_pages(exchange: Exchange, calendar_filter: CalendarFilter) -> Iterator[list[Resource]]:
    target = exchange.resource
    if not target.collection:
        yield _matching(exchange, [target], calendar_filter)
        return
    for calendar in _calendars(exchange):
        for page in _candidates(exchange, calendar, sought_by(calendar_filter)):
            readable = exchange.house.readable(exchange.actor, page)
            yield _matching(exchange, readable, calendar_filter)


def _decided_by_index(exchange: Exchange, calendar_filter: CalendarFilter) -> Iterator[list[Resource]]:
    """A filter about time alone: the index knows most matches; the others are looked at before the answer begins."""
    sought, store, house = sought_by(calendar_filter), exchange.store, exchange.house
    if sought.span is None:
        everything = (page for calendar in _calendars(exchange) for page in pages(store, calendar, sought))
        return (house.readable(exchange.actor, page) for page in everything)
    looked_at = bounded(exchange, lambda: list(_looked_at(exchange, calendar_filter, sought)))
    sure = (
        house.readable(exchange.actor, page)
        for calendar in _calendars(exchange)
        if not _is_seen_through_lenses(exchange, calendar)
        for page in decided_pages(store, calendar, sought, sure=True)
    )
    return (page for source in (looked_at, sure) for page in source)


def _looked_at(exchange: Exchange, calendar_filter: CalendarFilter, sought: Sought) -> Iterator[list[Resource]]:
    for calendar in _calendars(exchange):
        lenses = _is_seen_through_lenses(exchange, calendar)
        unsure = partial(decided_pages, exchange.store, calendar, sought, sure=False)
        for page in _candidates(exchange, calendar, sought) if lenses else unsure():
            yield _matching(exchange, exchange.house.readable(exchange.actor, page), calendar_filter)


def _matching(exchange: Exchange, members: Sequence[Resource], calendar_filter: CalendarFilter) -> list[Resource]:
    members = [member for member in members if exchange.house.types.is_a(member.kind, OBJECT)]
    bodies = exchange.bodies(members, lost=b"")
    return [
        member
        for member, body in zip(members, bodies, strict=True)
        if _matches(exchange, member, body, calendar_filter)
    ]


def _matches(exchange: Exchange, member: Resource, body: bytes, calendar_filter: CalendarFilter) -> bool:
    zone = zone_for(exchange, member)
    try:
        with share_of(exchange, member) as budget:
            return calendar_filter.matches(CalendarObject.stored(body), zone, budget)
    except LimitExceeded:
        raise
    except ContentError:
        return False  # a date or a duration in it that cannot be reckoned with
