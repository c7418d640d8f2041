"""Names of kinds, those of others among them, and of elements."""

from __future__ import annotations

from a3dav.live_properties import CALENDARSERVER
from a3dav.xml.names import dav

CALENDAR, HOME, OBJECT, CALENDARS = "calendar", "calendar-home", "calendar-object", "calendars"
ADDRESS_BOOK, CARD = "addressbook", "card"
FEED, BIRTHDAYS = "subscribed-calendar", "birthday-calendar"
CALENDAR_TYPE = "text/calendar; charset=utf-8"
CALDAV_CALENDAR = "{urn:ietf:params:xml:ns:caldav}calendar"
COMPONENT_SET = "{urn:ietf:params:xml:ns:caldav}supported-calendar-component-set"


def cs(name: str) -> str:
    return f"{{{CALENDARSERVER}}}{name}"


SUBSCRIBED, SOURCE, RATE = cs("subscribed"), cs("source"), cs("refreshrate")
STRIPPED = {
    "alarms": cs("subscribed-strip-alarms"),
    "attachments": cs("subscribed-strip-attachments"),
    "todos": cs("subscribed-strip-todos"),
}
"""What Apple's clients say that they do not want of a feed, by the presence of an element."""
ELEMENTS = (dav("collection"), CALDAV_CALENDAR, SUBSCRIBED)
