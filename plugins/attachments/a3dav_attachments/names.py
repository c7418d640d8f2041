"""Names of RFC 8607 and of the kinds of resources this plugin adds."""

CALDAV = "urn:ietf:params:xml:ns:caldav"
ATTACHMENTS = "attachments"
"""The top-level folder that holds the attachments of accounts."""
HOME = "attachment-home"
ATTACHMENT = "attachment"
CALENDAR_HOME = "calendar-home"
CALENDAR = "calendar"
OBJECT = "calendar-object"


def caldav(local: str) -> str:
    return f"{{{CALDAV}}}{local}"
