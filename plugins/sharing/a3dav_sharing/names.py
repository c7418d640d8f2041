"""Names of kinds, those that others bring among them, and of elements."""

from __future__ import annotations

from a3dav.live_properties import CALENDARSERVER

CALENDAR, OBJECT = "calendar", "calendar-object"
ADDRESS_BOOK, CARD = "addressbook", "card"
SHAREABLE = frozenset({CALENDAR, ADDRESS_BOOK})
HOMES = frozenset({"calendar-home", "addressbook-home"})
NOTIFICATIONS, NOTIFICATION_HOME, NOTIFICATION = "notifications", "notification-home", "notification"
TRANSPARENCY = "{urn:ietf:params:xml:ns:caldav}schedule-calendar-transp"


def cs(name: str) -> str:
    """The Clark name of an element of CalendarServer's."""
    return f"{{{CALENDARSERVER}}}{name}"
