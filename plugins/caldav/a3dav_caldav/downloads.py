"""A calendar as one file, text or jCal: whole, or the part of it that the query of the URL asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.export import export, readable_bodies, title
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.report import at_leisure
from a3dav.parameters import parameters
from a3dav.registries import Method
from a3dav.resources import Resource
from a3dav.xml.reading import read_xml, text_of
from a3dav_caldav.effort import budget_of, settled
from a3dav_caldav.forms import prefers_jcal
from a3dav_caldav.index import Sought, pages
from a3dav_caldav.names import CALENDAR, CALENDAR_TYPE, COMPONENTS, caldav
from a3dav_caldav.timezones import TIMEZONE_ID, zone_of
from a3dav_caldav.zone_wishes import HEADER, with_wished_zones, zones_wish
from a3dav_content import jcal
from a3dav_content.calendar_filters import CalendarFilter, CompFilter
from a3dav_content.calendar_head import CalendarHead
from a3dav_content.calendar_objects import CalendarObject, join
from a3dav_content.dates import DAY, EARLIEST, LATEST, instant_of, parse_moment
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.expansion import expand
from a3dav_content.lines import serialise
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import TimeRange

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Request, Response

DESCRIPTION = caldav("calendar-description")
COLOUR = "{http://apple.com/ns/ical/}calendar-color"
FEW = 20
"""Objects that the event loop reads and writes within the time it has."""
_YES, _NO = ("1", "yes", "true"), ("0", "no", "false")
_TEXT, _JCAL = ("ical", "text/calendar"), ("jcal", jcal.MEDIA_TYPE)
_COMPONENTS = tuple(name.lower() for name in COMPONENTS)
KNOWN = {
    "export": None, "start": None, "end": None, "component": _COMPONENTS, "componenttype": _COMPONENTS,
    "expand": (*_YES, *_NO), "accept": (*_TEXT, *_JCAL),
}  # fmt: skip
_SECONDS = re.compile(r"-?\d{1,12}", re.ASCII)
_DATED = re.compile(r"\d{8}(T\d{6}Z)?", re.ASCII)


@dataclass(slots=True, frozen=True)
class Wanted:
    """Which objects, in which form; no range stands for all times."""

    component: str | None = None
    span: TimeRange | None = None
    expand: bool = False
    json: bool = False


def wanted_of(request: Request) -> Wanted:
    """What the query of the URL asks for, and where it leaves the form open, Accept."""
    given = parameters(request, KNOWN)
    span = _span(given)
    expands = given.get("expand", "0").lower() in _YES
    if expands and not ("start" in given and "end" in given):
        raise BadRequest("expand needs start and end")
    json = given["accept"].lower() in _JCAL if "accept" in given else prefers_jcal(request)
    return Wanted(_component(given), span, expands, json)


def _component(given: Mapping[str, str]) -> str | None:
    names = {given[name].upper() for name in ("component", "componenttype") if name in given}
    if len(names) > 1:
        raise BadRequest("component and componentType name different components")
    return names.pop() if names else None


def _span(given: Mapping[str, str]) -> TimeRange | None:
    if "start" not in given and "end" not in given:
        return None
    start = _instant("start", given["start"]) if "start" in given else EARLIEST
    end = _instant("end", given["end"]) if "end" in given else LATEST
    if start >= end:
        raise BadRequest("end is not behind start")
    return TimeRange(start, end)


def _instant(name: str, value: str) -> int:
    """A date-time in UTC, a date, or seconds since 1970."""
    try:
        if _DATED.fullmatch(value):
            return instant_of(parse_moment(value).local)
    except ContentError as error:
        raise BadRequest(f"the parameter {name} has no date: {value[:40]!r}") from error
    if not _SECONDS.fullmatch(value) or not EARLIEST <= int(value) <= LATEST - DAY:
        raise BadRequest(
            f"the parameter {name} is 20260131T120000Z, 20260131 or seconds since 1970, not {value[:40]!r}"
        )
    return int(value)


def download(exchange: Exchange) -> Response | Steps[Response]:
    """Every object of the calendar as one stream, each time zone once; what takes work is done on the cpu lane."""
    wanted = wanted_of(exchange.request)
    if wanted == Wanted() and exchange.store.count_members(exchange.resource, FEW) < FEW:
        return _file(exchange, wanted, readable_bodies(exchange))
    return _on_the_cpu_lane(exchange)


def _on_the_cpu_lane(exchange: Exchange) -> Steps[Response]:
    exchange.forget_stored()
    response: Response = yield Step(Lane.CPU, produce, (exchange,))
    return response


def produce(exchange: Exchange) -> Response:
    """The whole answer, in a process of the cpu lane."""
    wanted = wanted_of(exchange.request)

    def make() -> Response:
        response = settled(exchange, _file(exchange, wanted, _chosen(exchange, wanted)))
        return response.drawn() if exchange.request.method == "HEAD" else response

    return at_leisure(exchange, make)


def _file(exchange: Exchange, wanted: Wanted, bodies: Iterator[bytes]) -> Response:
    head, wish = head_of(exchange), zones_wish(exchange)

    def merge(found: Iterable[bytes]) -> Iterator[bytes]:
        # A file is taken somewhere else, where nobody need know the zones that it names.
        zoned = (with_wished_zones(wish or "T", body) for body in found)
        return jcal.join(zoned, head) if wanted.json else join(zoned, head)

    content_type, suffix = (jcal.MEDIA_TYPE, ".json") if wanted.json else (CALENDAR_TYPE, ".ics")
    response = export(exchange, merge, content_type=content_type, suffix=suffix, bodies=bodies)
    return response.with_header("Vary", f"Accept, {HEADER}")


def head_of(exchange: Exchange) -> CalendarHead:
    """What the file says of the calendar: the properties that its owner gave it (RFC 7986 §5)."""
    stored = exchange.stored([exchange.resource])[exchange.resource.id]
    texts = {name: text_of(read_xml(stored[name])) for name in (DESCRIPTION, COLOUR, TIMEZONE_ID) if name in stored}
    return CalendarHead(
        title(exchange), texts.get(DESCRIPTION, ""), texts.get(COLOUR, "").strip(), texts.get(TIMEZONE_ID, "")
    )


def _chosen(exchange: Exchange, wanted: Wanted) -> Iterator[bytes]:
    kinds = [wanted.component] if wanted.component or wanted.span is None else list(COMPONENTS)
    for component in kinds:
        for page in pages(exchange.store, exchange.resource, Sought(component, wanted.span)):
            members = exchange.house.readable(exchange.actor, page)
            for member, body in zip(members, exchange.bodies(members, lost=b""), strict=True):
                yield from _shaped(exchange, member, body, wanted)


def _shaped(exchange: Exchange, member: Resource, body: bytes, wanted: Wanted) -> Iterator[bytes]:
    """The object, if it is in the range; what cannot be read is left out of a range, and nowhere else."""
    if wanted.span is None:
        yield body
        return
    try:
        found = CalendarObject.parse(body)
        zone, budget = zone_of(exchange, member), budget_of(exchange)
        in_range = CompFilter(found.component, time_range=wanted.span)
        if not CalendarFilter(CompFilter("VCALENDAR", components=(in_range,))).matches(found, zone, budget):
            return
        yield serialise(expand(Instances(found, zone, budget), wanted.span)) if wanted.expand else body
    except LimitExceeded:
        raise
    except ContentError:
        return


METHODS = tuple(Method(name, download, frozenset({CALENDAR}), privilege="read") for name in ("GET", "HEAD"))
