"""An account, its boxes, and messages as they come into one."""

import pytest

from a3dav.storage.transaction import Actor, StoredBody

C = "{urn:ietf:params:xml:ns:caldav}"
CS = "{http://calendarserver.org/ns/}"
A = "{urn:a3dav:ns}"
NAMESPACES = (
    'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/"'
    ' xmlns:A="urn:a3dav:ns" xmlns:Y="http://cyrusimap.org/ns/"'
)
PRINCIPAL = "/principals/users/alice/"
HOME = "/calendars/alice/"
CALENDAR = "/calendars/alice/calendar/"
TASKS = "/calendars/alice/tasks/"
INBOX = "/scheduling/alice/inbox/"
OUTBOX = "/scheduling/alice/outbox/"


def text(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *lines, "END:VCALENDAR", ""])


def event(uid, *lines):
    return text("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT")


def invitation(uid, *lines, method="REQUEST"):
    people = ("ORGANIZER:mailto:bob@example.org", "ATTENDEE:mailto:alice@example.org")
    return event(uid, "DTSTART:20260310T110000Z", "DURATION:PT1H", *people, *lines).replace(
        "VERSION:2.0", f"VERSION:2.0\r\nMETHOD:{method}"
    )


def proppatch(client, path, *properties, remove=False):
    action = "remove" if remove else "set"
    return client.proppatch(
        path,
        f"<D:propertyupdate {NAMESPACES}><D:{action}><D:prop>{''.join(properties)}</D:prop></D:{action}>"
        "</D:propertyupdate>",
    )


def value(client, path, name):
    return client.propfind(path, name).multistatus[path].found.get(name)


def hrefs(client, path, name):
    return client.propfind(path, name).multistatus[path].hrefs(name)


def features(client, path):
    return client.request("OPTIONS", path).headers["dav"].split(", ")


@pytest.fixture
def receive(house, alice):
    """Puts a message into Alice's inbox, as the server does, and gives its path."""

    def put(name, body):
        inbox, data = house.resolve(("scheduling", "alice", "inbox")), body.encode()
        uid = body.partition("UID:")[2].partition("\r\n")[0]
        stored = StoredBody(data, None, len(data), name)
        house.transact(
            Actor(),
            lambda tx: tx.put(
                inbox, name, None, stored, kind="schedule-message", content_type="text/calendar; charset=utf-8", uid=uid
            ),
        )
        return INBOX + name

    return put
