"""A calendar shared through a running server, with python-caldav on the side of the sharee."""

from base64 import b64encode
from http.client import HTTPConnection
from urllib.parse import urlsplit

import caldav
import pytest

CS = "http://calendarserver.org/ns/"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nDTEND:20260310T120000Z\r\nSUMMARY:{uid}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def client_of(person):
    return caldav.DAVClient(url=person.url, username=person.name, password=person.password)


def post(person, path, body):
    place = urlsplit(person.url)
    connection = HTTPConnection(place.hostname, place.port, timeout=30)
    proof = b64encode(f"{person.name}:{person.password}".encode()).decode()
    headers = {"Authorization": f"Basic {proof}", "Content-Type": "text/xml"}
    connection.request("POST", path, body.encode(), headers)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    assert response.status == 200, text
    return text


@pytest.fixture
def both(server):
    return server.person(), server.person()


def shared(owner, sharee, access):
    body = (
        f'<CS:share xmlns:D="DAV:" xmlns:CS="{CS}"><CS:set><D:href>/principals/users/{sharee.name}/</D:href>'
        f"<CS:summary>Together</CS:summary><CS:{access}/></CS:set></CS:share>"
    )
    post(owner, f"/calendars/{owner.name}/calendar/", body)
    with client_of(sharee) as client:
        notes = client.propfind(f"{sharee.url}/notifications/{sharee.name}/", "", depth=1).tree
        (uid,) = {
            e.text.rpartition("/")[2].removesuffix(".xml") for e in notes.iter("{DAV:}href") if e.text.endswith(".xml")
        }
    body = (
        f'<CS:invite-reply xmlns:D="DAV:" xmlns:CS="{CS}"><CS:invite-accepted/><CS:in-reply-to>{uid}</CS:in-reply-to>'
        "</CS:invite-reply>"
    )
    assert "shared-as" in post(sharee, f"/calendars/{sharee.name}/", body)


def test_a_client_that_knows_nothing_of_sharing_works_with_a_shared_calendar(both):
    owner, sharee = both
    with client_of(owner) as client:
        (calendar,) = [c for c in client.principal().calendars() if c.get_display_name() == "Calendar"]
        calendar.save_event(EVENT.format(uid="lunch"))
    shared(owner, sharee, "read-write")
    with client_of(sharee) as client:
        (together,) = [c for c in client.principal().calendars() if c.get_display_name() == "Together"]
        assert [event.icalendar_component["summary"] for event in together.events()] == ["lunch"]
        changes = together.objects_by_sync_token()
        together.save_event(EVENT.format(uid="supper"))
        changes.sync()
        assert sorted(str(event.icalendar_component["summary"]) for event in changes) == ["lunch", "supper"]
    with client_of(owner) as client:
        (calendar,) = [c for c in client.principal().calendars() if c.get_display_name() == "Calendar"]
        assert len(calendar.events()) == 2


def test_a_reader_is_refused_what_is_not_theirs(both):
    owner, sharee = both
    shared(owner, sharee, "read")
    with client_of(sharee) as client:
        (together,) = [c for c in client.principal().calendars() if c.get_display_name() == "Together"]
        with pytest.raises(caldav.error.AuthorizationError):
            together.save_event(EVENT.format(uid="supper"))
        together.delete()
        assert [c for c in client.principal().calendars() if c.get_display_name() == "Together"] == []
