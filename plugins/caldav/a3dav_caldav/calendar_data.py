"""calendar-data (RFC 4791 §9.6): an object in a report, whole, in parts, or expanded; as text or as jCal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, DavError
from a3dav.registries import Values
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child
from a3dav.xml.writing import escape
from a3dav_caldav.effort import bounded, share_of
from a3dav_caldav.errors import refused
from a3dav_caldav.names import caldav
from a3dav_caldav.timezones import zone_for
from a3dav_caldav.zone_wishes import adds, leaves_out, with_wished_zones, zones_wish
from a3dav_content import jcal
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.decoding import decode
from a3dav_content.errors import ContentError, InvalidFilter, LimitExceeded
from a3dav_content.expansion import expand
from a3dav_content.filter_reading import parse_time_range
from a3dav_content.limiting import limit_freebusy_set, limit_recurrence_set
from a3dav_content.lines import Component, serialise
from a3dav_content.occurrences import Instances
from a3dav_content.partial_components import WantedComponent, parse_comp, project
from a3dav_content.time_range import TimeRange
from a3dav_content.zone_references import with_missing, without_known

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

CALENDAR_DATA = caldav("calendar-data")
SERVED = ("text/calendar", jcal.MEDIA_TYPE)
SHAPED_MICROSECONDS = 200


@dataclass(slots=True, frozen=True)
class WantedCalendar:
    """What a client wants of each object; nothing of it set means the bytes as they are stored."""

    part: WantedComponent | None = None
    expand: TimeRange | None = None
    recurrence: TimeRange | None = None
    freebusy: TimeRange | None = None
    json: bool = False

    @property
    def whole(self) -> bool:
        return self == WantedCalendar()


def calendar_data(exchange: Exchange, resources: Sequence[Resource], requested: Element | None) -> Values:
    nothing: list[None] = [None] * len(resources)
    if requested is None:
        return nothing  # RFC 4791 §9.6: no property, so neither allprop nor propname know it
    try:
        wanted = _wanted(requested)
    except DavError:
        return nothing  # reports have refused it before their answer began
    if not wanted.whole and exchange.request.method == "PROPFIND":
        return nothing  # what takes work is for reports, which have a lane for it
    bodies = exchange.bodies(resources)
    wish = zones_wish(exchange)
    if wanted.whole:
        return [escape(decode(with_wished_zones(wish, body))) for body in bodies]
    found = list(zip(resources, bodies, strict=True))
    told = bounded(exchange, lambda: [_shaped(exchange, resource, body, wanted) for resource, body in found])
    return [None if text is None else escape(decode(text)) for text in told]


def calendar_data_cost(_: Exchange, resources: Sequence[Resource], requested: Element | None) -> int:
    """Whole objects are copied; parts, expansions and jCal take a parser."""
    if requested is None:
        return 0
    try:
        return 0 if _wanted(requested).whole else SHAPED_MICROSECONDS * len(resources)
    except DavError:
        return 0


def _shaped(exchange: Exchange, resource: Resource, body: bytes, wanted: WantedCalendar) -> bytes | None:
    zone = zone_for(exchange, resource)
    write = jcal.serialise if wanted.json else serialise
    try:
        with share_of(exchange, resource) as budget:
            found = CalendarObject.stored(body)
            shaped = _shape(found, Instances(found, zone, budget), wanted)
            return write(_zoned(zones_wish(exchange), shaped, partial=wanted.part is not None))
    except LimitExceeded:
        raise
    except ContentError:
        return _unshaped(body, wanted)  # stored under rules that were wider than those of today


def _zoned(wish: str, calendar: Component, *, partial: bool) -> Component:
    """RFC 7809 §3.1.3; who names the parts that are wanted gets no others."""
    if leaves_out(wish):
        return without_known(calendar)
    return with_missing(calendar) if adds(wish) and not partial else calendar


def _unshaped(body: bytes, wanted: WantedCalendar) -> bytes | None:
    try:
        return jcal.converted(body) if wanted.json else body
    except ContentError:
        return None


def _shape(found: CalendarObject, instances: Instances, wanted: WantedCalendar) -> Component:
    calendar = found.calendar
    if wanted.expand is not None:
        calendar = expand(instances, wanted.expand)
    elif wanted.recurrence is not None:
        calendar = limit_recurrence_set(instances, wanted.recurrence)
    if wanted.freebusy is not None and found.component == "VFREEBUSY":
        calendar = limit_freebusy_set(instances, wanted.freebusy)
    return project(calendar, wanted.part) if wanted.part is not None else calendar


def wanted_data(report: Element) -> WantedCalendar | None:
    """What a report asks of each object, None for no data; refuses what cannot be served (§7.8)."""
    properties = child(report, dav("prop"))
    requested = None if properties is None else child(properties, CALENDAR_DATA)
    return None if requested is None else _wanted(requested)


def _wanted(requested: Element) -> WantedCalendar:
    media_type = requested.get("content-type", "text/calendar").partition(";")[0].strip().lower()
    version = requested.get("version", "2.0").strip()
    if media_type not in SERVED or version != "2.0":
        raise refused(
            "supported-calendar-data",
            f"objects are served as {' or '.join(SERVED)} of version 2.0, not as {media_type[:80]!r} {version[:20]}",
        )
    part, ranges = None, {}
    try:
        for element in requested:
            if element.tag == caldav("comp"):
                part = parse_comp(element)
            elif element.tag in _RANGES:
                ranges[_RANGES[str(element.tag)]] = parse_time_range(element, both=True)
    except InvalidFilter as error:
        raise BadRequest(f"calendar-data is not valid: {error}") from error
    if "expand" in ranges and "recurrence" in ranges:
        raise BadRequest("calendar-data takes expand or limit-recurrence-set, not both")
    return WantedCalendar(part, **ranges, json=media_type == jcal.MEDIA_TYPE)


_RANGES = {
    caldav("expand"): "expand",
    caldav("limit-recurrence-set"): "recurrence",
    caldav("limit-freebusy-set"): "freebusy",
}
