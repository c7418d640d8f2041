"""Names of RFC 6638, of CalendarServer, and of kinds of resources, those of plugin caldav included."""

CALDAV = "urn:ietf:params:xml:ns:caldav"
CALENDARSERVER = "http://calendarserver.org/ns/"
A3DAV = "urn:a3dav:ns"
CYRUS = "http://cyrusimap.org/ns/"

SCHEDULING = "scheduling"
"""The top-level folder that holds what scheduling needs of each account."""
HOME = "scheduling-home"
INBOX = "schedule-inbox"
OUTBOX = "schedule-outbox"
MESSAGE = "schedule-message"
"""What lies in an inbox: a calendar object with a METHOD."""

CALENDARS = "calendars"
CALENDAR_HOME = "calendar-home"
CALENDAR = "calendar"
OBJECT = "calendar-object"
"""Kinds of plugin caldav; plugins never import one another."""

CALENDAR_TYPE = "text/calendar; charset=utf-8"


def caldav(local: str) -> str:
    return f"{{{CALDAV}}}{local}"


def calendarserver(local: str) -> str:
    return f"{{{CALENDARSERVER}}}{local}"


PROXY_READ, PROXY_WRITE = "calendar-proxy-read", "calendar-proxy-write"
PROXIES = frozenset({PROXY_READ, PROXY_WRITE})
"""Kinds, names and elements of the lists of delegates below a principal."""
