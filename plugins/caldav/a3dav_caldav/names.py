"""Names of RFC 4791 and of the kinds of resources this plugin adds."""

CALDAV = "urn:ietf:params:xml:ns:caldav"

CALENDARS = "calendars"
"""The top-level folder that holds the calendar homes of accounts."""
HOME = "calendar-home"
CALENDAR = "calendar"
OBJECT = "calendar-object"

COMPONENTS = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY")
"""What a calendar holds unless it was made for less."""

CALENDAR_TYPE = "text/calendar; charset=utf-8"


def caldav(local: str) -> str:
    return f"{{{CALDAV}}}{local}"


TRANSPARENCY = caldav("schedule-calendar-transp")
