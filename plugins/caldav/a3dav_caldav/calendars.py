"""Calendars and the homes that hold them (RFC 4791 §4.2, §6.2.1), and a calendar as one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.export import export, title
from a3dav.registries import DefaultCollection, Method, ResourceType, Root
from a3dav.xml.names import dav
from a3dav_caldav.names import CALENDAR, CALENDAR_TYPE, CALENDARS, HOME, OBJECT, caldav
from a3dav_content.calendar_objects import join

if TYPE_CHECKING:
    from a3dav.exchange import Exchange, Response

CALENDAR_ELEMENTS = (dav("collection"), caldav("calendar"))
COMPONENT_SET = caldav("supported-calendar-component-set")

TYPES = (
    ResourceType(HOME, (dav("collection"),), collection=True, collections={frozenset(CALENDAR_ELEMENTS): CALENDAR}),
    ResourceType(
        CALENDAR,
        CALENDAR_ELEMENTS,
        collection=True,
        member=OBJECT,
        features=("calendar-access", "calendar-availability"),
        location_condition=caldav("calendar-collection-location-ok"),
    ),
    ResourceType(
        OBJECT,
        content_type=CALENDAR_TYPE,
        suffix=".ics",
        size_condition=caldav("max-resource-size"),
        empty_condition=caldav("valid-calendar-data"),
    ),
)


def _default(name: str, title: bytes, component: str) -> DefaultCollection:
    properties = {dav("displayname"): title, COMPONENT_SET: f'<comp name="{component}"/>'.encode()}
    return DefaultCollection(name, CALENDAR, properties)


# One kind of component each: clients for reminders look for a calendar of their own, and make one otherwise.
ROOT = Root(CALENDARS, HOME, (_default("calendar", b"Calendar", "VEVENT"), _default("tasks", b"Tasks", "VTODO")))


def download(exchange: Exchange) -> Response:
    """Every object of the calendar as one iCalendar stream, each time zone once."""
    name = title(exchange)
    return export(exchange, lambda bodies: join(bodies, name), content_type=CALENDAR_TYPE, suffix=".ics")


METHODS = tuple(Method(name, download, frozenset({CALENDAR}), privilege="read") for name in ("GET", "HEAD"))
