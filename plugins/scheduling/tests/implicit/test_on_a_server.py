"""The same with a server in processes of its own, where differences are found out on the cpu lane."""

import httpx
import pytest

from .conftest import meeting

TEXT = {"content-type": "text/calendar"}


@pytest.fixture
def signed_in(server):
    """Makes accounts of the server and gives a client of each."""
    clients = []

    def sign_in():
        person = server.person()
        clients.append(httpx.Client(base_url=person.url, auth=(person.name, person.password), timeout=60))
        return person.name, clients[-1]

    yield sign_in
    for client in clients:
        client.close()


def members(client, path):
    body = '<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
    answer = client.request("PROPFIND", path, content=body, headers={"depth": "1"})
    return [
        part.partition("<")[0] for part in answer.text.split("href>")[1:] if part.partition("<")[0].endswith(".ics")
    ]


@pytest.mark.rfc("6638", "3.2.1.1/request", "3.2.2.3/partstat")
@pytest.mark.parametrize("padding", [0, 20_000], ids=["a small event", "a large one"])
def test_an_invitation_and_its_answer_travel(signed_in, padding):
    (alice, hers), (bob, his) = signed_in(), signed_in()
    organizer, attendee = f"ORGANIZER:/principals/users/{alice}/", f"ATTENDEE:/principals/users/{bob}/"
    body = meeting(organizer, "X-NOTE:" + "x" * padding, organizer="", attendees=(attendee,))
    place = f"/calendars/{alice}/calendar/meeting.ics"
    made = hers.put(place, content=body, headers=TEXT)
    assert (made.status_code, made.headers.get("schedule-tag", "")[:1]) == (201, '"')
    (received,) = members(his, f"/calendars/{bob}/calendar/")
    text = his.get(received).text.replace("\r\n ", "")
    answered = text.replace(attendee, attendee.replace("ATTENDEE", "ATTENDEE;PARTSTAT=ACCEPTED"))
    assert his.put(received, content=answered, headers=TEXT).status_code == 204
    assert "PARTSTAT=ACCEPTED" in hers.get(place).text
    assert hers.delete(place).status_code == 204
    assert "STATUS:CANCELLED" in his.get(received).text
