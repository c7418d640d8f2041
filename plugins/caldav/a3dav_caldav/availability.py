"""CALDAV:calendar-availability (RFC 7953 §7.2.4): when an account is available, whatever its calendars hold.

The RFC gives it to the scheduling inbox. The home has it, beside the calendars that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.live_properties import stored_element
from a3dav.registries import Property
from a3dav.resources import Resource
from a3dav.xml.reading import Element, read_xml, text_of
from a3dav.xml.writing import escape
from a3dav_caldav.errors import refused
from a3dav_caldav.names import CALDAV, HOME, caldav
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.writing import WriteContext

AVAILABILITY = caldav("calendar-availability")


def _set(write: WriteContext, element: Element | None) -> None:
    if element is None:
        write.set_property(AVAILABILITY, None)
        return
    text = "".join(map(str, element.itertext()))
    _read(text)
    name = AVAILABILITY.rpartition("}")[2]
    write.set_property(AVAILABILITY, f'<{name} xmlns="{CALDAV}">'.encode() + escape(text) + f"</{name}>".encode())


def _read(text: str) -> CalendarObject:
    try:
        found = CalendarObject.parse(text.strip().encode())
    except ContentError as error:
        raise refused("valid-calendar-data", f"the availability is not valid: {error}") from error
    kinds = [component.name for component in found.calendar.components if component.name != "VTIMEZONE"]
    if kinds != ["VAVAILABILITY"]:
        raise refused("valid-calendar-data", "an availability is one VAVAILABILITY, and time zones with it")
    return found


def availability_of(exchange: Exchange, home: Resource) -> Iterator[CalendarObject]:
    """What the owner of a home has said, if anything."""
    stored = exchange.store.properties([home]).get(home.id, {}).get(AVAILABILITY)
    if home.kind == HOME and stored is not None:
        yield _read(text_of(read_xml(stored)))


PROPERTY = Property(AVAILABILITY, stored_element(AVAILABILITY), _set, frozenset({HOME}))
