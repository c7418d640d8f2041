"""Names of the properties and resource types that other servers use."""

from a3dav.xml.names import dav

CALDAV = "urn:ietf:params:xml:ns:caldav"
CARDDAV = "urn:ietf:params:xml:ns:carddav"
CALENDARSERVER = "http://calendarserver.org/ns/"
APPLE = "http://apple.com/ns/ical/"
NEXTCLOUD = "http://nextcloud.com/ns"
INF_IT = "http://inf-it.com/ns/ab/"


def caldav(local: str) -> str:
    return f"{{{CALDAV}}}{local}"


def carddav(local: str) -> str:
    return f"{{{CARDDAV}}}{local}"


def calendarserver(local: str) -> str:
    return f"{{{CALENDARSERVER}}}{local}"


COLLECTION = dav("collection")
CALENDAR = caldav("calendar")
ADDRESS_BOOK = carddav("addressbook")
COMPONENT_SET = caldav("supported-calendar-component-set")
TRANSPARENCY = caldav("schedule-calendar-transp")
TEXTS = (
    dav("displayname"),
    caldav("calendar-description"),
    caldav("calendar-timezone"),
    carddav("addressbook-description"),
    f"{{{APPLE}}}calendar-color",
    f"{{{APPLE}}}calendar-order",
    f"{{{INF_IT}}}addressbook-color",
)
"""Properties of collections that are text and are carried over."""
