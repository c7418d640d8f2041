"""Calendars and the homes that hold them (RFC 4791 §4.2, §6.2.1)."""

from __future__ import annotations

from a3dav.registries import Adaptation, DefaultCollection, Representation, ResourceType, Root
from a3dav.xml.names import dav
from a3dav_caldav.names import CALENDAR, CALENDAR_TYPE, CALENDARS, HOME, OBJECT, caldav
from a3dav_caldav.zone_wishes import HEADER, tag_of, with_wished_zones
from a3dav_content import jcal

CALENDAR_ELEMENTS = (dav("collection"), caldav("calendar"))
COMPONENT_SET = caldav("supported-calendar-component-set")

TYPES = (
    ResourceType(HOME, (dav("collection"),), collection=True, collections={frozenset(CALENDAR_ELEMENTS): CALENDAR}),
    ResourceType(
        CALENDAR,
        CALENDAR_ELEMENTS,
        collection=True,
        member=OBJECT,
        features=("calendar-access", "calendar-no-timezone", "calendar-availability"),
        location_condition=caldav("calendar-collection-location-ok"),
    ),
    ResourceType(
        OBJECT,
        content_type=CALENDAR_TYPE,
        suffix=".ics",
        size_condition=caldav("max-resource-size"),
        empty_condition=caldav("valid-calendar-data"),
        representations=(Representation(jcal.MEDIA_TYPE, "jcal", jcal.converted),),
        adaptation=Adaptation(HEADER, with_wished_zones, tag_of),
    ),
)


def _default(name: str, title: bytes, component: str) -> DefaultCollection:
    properties = {dav("displayname"): title, COMPONENT_SET: f'<comp name="{component}"/>'.encode()}
    return DefaultCollection(name, CALENDAR, properties)


# One kind of component each: clients for reminders look for a calendar of their own, and make one otherwise.
ROOT = Root(CALENDARS, HOME, (_default("calendar", b"Calendar", "VEVENT"), _default("tasks", b"Tasks", "VTODO")))
