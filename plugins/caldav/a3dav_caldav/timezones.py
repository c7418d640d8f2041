"""Which time zone floating and all-day times are in (RFC 4791 §9.8, RFC 7809 §4 and §5.2).

The one that the request names goes before that of the calendar, and the server's comes last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest
from a3dav.query import Whole
from a3dav.registries import Values
from a3dav.resources import Resource
from a3dav.xml.reading import Element, child, read_xml, text_of
from a3dav.xml.writing import escape
from a3dav_caldav.errors import refused
from a3dav_caldav.names import CALDAV, caldav
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component, parse
from a3dav_content.timezones import UTC, CustomZone, Zone, named_zone, zone_of_calendar
from a3dav_content.vtimezones import timezone_calendar
from a3dav_content.zone_references import SINCE, known_name

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.writing import WriteContext

TIMEZONE = caldav("calendar-timezone")
TIMEZONE_ID = caldav("calendar-timezone-id")
REQUEST_ZONE = "caldav.zone"
"""The note of an exchange that holds the zone its report names."""
_KNOWN = "caldav.zones"


def zone_of_request(body: Element) -> Zone | None:
    """The zone that a report names; refuses one that is not known (RFC 4791 §7.8, RFC 7809 §4.2)."""
    by_value, by_name = child(body, caldav("timezone")), child(body, caldav("timezone-id"))
    if by_value is not None and by_name is not None:
        raise BadRequest("a report names its time zone by timezone or by timezone-id, not by both")
    if by_value is not None:
        zone = zone_of_calendar(_calendar(text_of(by_value)))
        if zone is None:
            raise refused("valid-calendar-data", "the VTIMEZONE of the request has neither a known name nor rules")
        return zone
    if by_name is not None:
        zone = named_zone(text_of(by_name))
        if zone is None:
            raise refused("valid-timezone", f"there is no time zone {text_of(by_name)[:80]!r}")
        return zone
    return None


def zone_for(exchange: Exchange, member: Resource) -> Zone:
    """The zone for an object in a report: the one that the report names, or else that of its calendar."""
    return exchange.notes.get(REQUEST_ZONE) or zone_of(exchange, member)


def zone_of(exchange: Exchange, member: Resource) -> Zone:
    """The zone for an object: that of its calendar, or the server's."""
    return zone_of_calendar_id(exchange, member.parent_id)


def zone_of_calendar_id(exchange: Exchange, calendar_id: bytes) -> Zone:
    """The zone of a calendar, or the server's; looked up once."""
    zones: dict[bytes, Zone] = exchange.notes.setdefault(_KNOWN, {})
    if calendar_id not in zones:
        calendar = exchange.store.resource(calendar_id, ())
        stored = exchange.store.properties([calendar]) if calendar else {}
        zones[calendar_id] = zone_of_properties(stored.get(calendar_id, {})) or default_zone(exchange)
    return zones[calendar_id]


def default_zone(exchange: Exchange) -> Zone:
    return named_zone(exchange.house.section("caldav").default_timezone) or UTC


def zone_of_properties(stored: Mapping[str, bytes]) -> Zone | None:
    if TIMEZONE_ID in stored:
        return named_zone(text_of(read_xml(stored[TIMEZONE_ID])))
    if TIMEZONE in stored:
        return zone_of_calendar(parse(text_of(read_xml(stored[TIMEZONE])).encode())[0])
    return None


def set_timezone(write: WriteContext, element: Element | None) -> None:
    """Keeps the VTIMEZONE, and its name where IANA knows it."""
    write.set_property(TIMEZONE_ID, None)
    if element is None:
        write.set_property(TIMEZONE, None)
        return
    text = "".join(map(str, element.itertext()))
    calendar = _calendar(text)
    named = next(iter(calendar.sub("VTIMEZONE"))).first("TZID")
    zone = zone_of_calendar(calendar)
    if zone is None:
        raise refused("valid-calendar-data", "the VTIMEZONE has neither a known name nor rules")
    write.set_property(TIMEZONE, _stored("calendar-timezone", text))
    name = known_name(named.text) if named is not None and not isinstance(zone, CustomZone) else ""
    if name:
        write.set_property(TIMEZONE_ID, _stored("calendar-timezone-id", name))


def set_timezone_id(write: WriteContext, element: Element | None) -> None:
    """Names the zone; its VTIMEZONE is made when it is asked for, from the data of that day."""
    write.set_property(TIMEZONE, None)
    if element is None:
        write.set_property(TIMEZONE_ID, None)
        return
    name = known_name(text_of(element))
    if not name:
        raise refused("valid-timezone", f"there is no time zone {text_of(element)[:80]!r}")
    write.set_property(TIMEZONE_ID, _stored("calendar-timezone-id", name))


def timezone_property(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    """RFC 7809 §3.1.5: what a client stored, or else what the name of the zone stands for."""
    stored = exchange.stored(resources)
    return [_timezone(stored[resource.id]) for resource in resources]


def _timezone(stored: Mapping[str, bytes]) -> bytes | None:
    if TIMEZONE in stored:
        return Whole(stored[TIMEZONE])
    if TIMEZONE_ID not in stored:
        return None
    name = known_name(text_of(read_xml(stored[TIMEZONE_ID])))
    return escape(timezone_calendar(name, start=SINCE).decode()) if name else None


def _stored(local: str, text: str) -> bytes:
    return f'<{local} xmlns="{CALDAV}">'.encode() + escape(text) + f"</{local}>".encode()


def _calendar(text: str) -> Component:
    """The one VCALENDAR with one VTIMEZONE that a text must hold (RFC 4791 §5.2.2)."""
    try:
        found = parse(text.strip().encode())
    except ContentError as error:
        raise refused("valid-calendar-data", f"the time zone is not iCalendar: {error}") from error
    names = [component.name for component in found[0].components] if len(found) == 1 else []
    if names != ["VTIMEZONE"] or found[0].name != "VCALENDAR":
        raise refused("valid-calendar-data", "a time zone is a VCALENDAR with one VTIMEZONE and nothing else")
    return found[0]
