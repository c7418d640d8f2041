"""Pages of events: candidates from the index in the order of their identifiers, and instances of those that recur."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from a3dav.api import ApiCall, aim, cursor_after, position_of, reach
from a3dav.api.pages import Page
from a3dav_caldav.effort import bounded, budget_of, share_of
from a3dav_caldav.index import costs, in_order
from a3dav_caldav.names import CALENDAR
from a3dav_caldav.reports.calendar_query import (
    ALWAYS_MICROSECONDS,
    MATCH_MICROSECONDS,
    MOST_COUNTED,
    SERIES_MICROSECONDS,
)
from a3dav_caldav.rest import forms
from a3dav_caldav.rest.forms import Json
from a3dav_caldav.rest.questions import Question, question_of
from a3dav_caldav.rest.ranges import told, whole_span_of
from a3dav_caldav.timezones import zone_of
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.expansion import inside_of
from a3dav_content.jscalendar import to_jscalendar
from a3dav_content.occurrences import Instances, Occurrence

if TYPE_CHECKING:
    from a3dav.exchange import Response
    from a3dav.resources import Resource

SHOWN_MICROSECONDS = 400
BATCH = 100


def list_events(call: ApiCall) -> Response:
    question, exchange = question_of(call), call.exchange
    aim(call, reach(call, "calendarId", CALENDAR))
    page = Page.of(call)
    return bounded(exchange, lambda: page.fill(_found(call, question, page.after))).answer(call)


def list_cost(call: ApiCall) -> int:
    question, store, house = question_of(call), call.house.store, call.house
    calendar = reach(call, "calendarId", CALENDAR)
    most = min(call.parameters["limit"], MOST_COUNTED)
    each = SHOWN_MICROSECONDS if question.reads else 0
    candidates = costs(store, calendar, question.sought, most) if question.reads or question.span else []
    looking = sum(
        each if sure or question.span is None else each + (SERIES_MICROSECONDS if recurs else MATCH_MICROSECONDS)
        for sure, _, recurs in candidates
    )
    return house.lenses.cost(call.identity, calendar) + looking


def _found(call: ApiCall, question: Question, after: bytes) -> Iterator[tuple[Resource, list[Json]]]:
    """Each candidate with the entries that it gives, perhaps none."""
    exchange, house, calendar = call.exchange, call.house, call.exchange.resource
    unsure = bool(house.lenses.before(call.identity, calendar))
    while rows := in_order(house.store, calendar, question.sought, after, BATCH, question.uid):
        after = rows[-1][0].id
        seen = {one.id: one for one in house.readable(call.identity, [resource for resource, _ in rows])}
        read = [seen[one.id] for one, sure in rows if one.id in seen and (question.reads or unsure or not sure)]
        bodies = dict(zip((one.id for one in read), exchange.bodies(read, lost=b""), strict=True))
        for resource, sure in rows:
            shown = seen.get(resource.id)
            yield (
                resource,
                _entries(call, question, shown, bodies.get(resource.id), sure and not unsure) if shown else [],
            )


def _entries(call: ApiCall, question: Question, resource: Resource, body: bytes | None, sure: bool) -> list[Json]:
    if body is None:
        return [forms.about(resource)]
    try:
        with share_of(call.exchange, resource) as budget:
            found, zone = CalendarObject.stored(body), zone_of(call.exchange, resource)
            if not (sure and not question.tests) and not question.matches(found, zone, budget):
                return []
            if question.expands:
                return list(_instances(question, resource, body, Instances(found, zone, budget)))
            return [_whole(question, resource, body)]
    except LimitExceeded:
        raise
    except ContentError:  # a date or a duration in it that cannot be reckoned with
        return [] if question.tests or question.span else [forms.about(resource)]


def _whole(question: Question, resource: Resource, body: bytes) -> Json:
    told = forms.about(resource)
    return told | {"data": to_jscalendar(body)} if question.data else told


def _instances(question: Question, resource: Resource, body: bytes, instances: Instances) -> Iterator[Json]:
    about, data = forms.about(resource), to_jscalendar(body) if question.data else None
    for one in inside_of(instances, question.span) if question.span else ():
        entry = about | occurrence(one, instances)
        if data is not None:
            entry["data"] = forms.instance(data, entry["recurrenceId"])
        yield entry


def occurrence(found: Occurrence, instances: Instances) -> dict[str, Any]:
    recurs = instances.recurs()
    return {
        "recurrenceId": found.key.local.isoformat(timespec="seconds") if recurs else None,
        "start": told(found.start), "end": told(found.end), "allDay": found.is_date, "changed": found.overridden,
    }  # fmt: skip


def list_occurrences(call: ApiCall) -> Response:
    span = whole_span_of(call.house, call.parameters)
    resource, limit = call.exchange.resource, call.parameters["limit"]
    (start,) = position_of(call) or [0]
    found = bounded(call.exchange, partial(_occurrences, call, resource, span))
    begin = int(start)
    following = cursor_after(call, begin + limit) if len(found) > begin + limit else None
    return call.answer({"items": found[begin : begin + limit], "next": following})


def occurrences_cost(_: ApiCall) -> int:
    """A series is walked from near the beginning of the range, but nobody knows how close its instances are."""
    return ALWAYS_MICROSECONDS


def _occurrences(call: ApiCall, resource: Resource, span: Any) -> list[Json]:
    (body,) = call.exchange.bodies([resource])
    try:
        found = CalendarObject.stored(body)
        instances = Instances(found, zone_of(call.exchange, resource), budget_of(call.exchange))
        return [occurrence(one, instances) for one in inside_of(instances, span)]
    except LimitExceeded:
        raise
    except ContentError:
        return []
