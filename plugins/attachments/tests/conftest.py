"""Events with attachments."""

import pytest

CALENDAR = "/calendars/alice/calendar/"
EVENT = CALENDAR + "e.ics"
C = "{urn:ietf:params:xml:ns:caldav}"
TEXT = {"content_type": "text/plain", "content_disposition": 'attachment; filename="notes.txt"'}
HOUR = ("DTSTART:20260310T110000Z", "DTEND:20260310T120000Z", "SUMMARY:Lunch")
DAILY = (*HOUR, "RRULE:FREQ=DAILY;COUNT=5")


def calendar(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *lines, "END:VCALENDAR", ""])


def component(*lines, uid="e", name="VEVENT"):
    return "\r\n".join([f"BEGIN:{name}", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, f"END:{name}"])


def event(*lines, uid="e"):
    return calendar(component(*(lines or HOUR), uid=uid))


def unfolded(body):
    return body.decode().replace("\r\n ", "")


def attached(client, path=EVENT):
    """The ATTACH lines of each component of an object, by its RECURRENCE-ID or "M"."""
    found = {}
    for part in unfolded(client.get(path).body).split("BEGIN:VEVENT")[1:]:
        lines = part.split("\r\n")
        rid = next((line.partition(":")[2] for line in lines if line.startswith("RECURRENCE-ID")), "M")
        found[rid] = [line for line in lines if line.startswith("ATTACH")]
    return found


def path_of(line):
    """Where an attachment is that an ATTACH line refers to."""
    return "/" + line.partition(":http://localhost/")[2]


def add(client, path=EVENT, body=b"hello", query="", **headers):
    return client.request("POST", f"{path}?action=attachment-add{query}", body, **(TEXT | headers))


def update(client, managed_id, path=EVENT, body=b"hello again", query="", **headers):
    return client.request(
        "POST", f"{path}?action=attachment-update&managed-id={managed_id}{query}", body, **(TEXT | headers)
    )


def remove(client, managed_id, path=EVENT, query="", **headers):
    return client.request("POST", f"{path}?action=attachment-remove&managed-id={managed_id}{query}", **headers)


@pytest.fixture
def event_of_alice(alice):
    assert alice.put(EVENT, event()).status == 201
    return EVENT


@pytest.fixture
def notes(alice, event_of_alice):
    """The path of an attachment of alice's event."""
    add(alice)
    return path_of(attached(alice)["M"][0])
