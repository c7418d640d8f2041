"""Devices of those with whom a calendar is shared, and in whose home it stands."""

import pytest
from lxml import etree

from a3dav.outbox import deliver_due

P = "{https://bitfire.at/webdav-push}"
D = "{DAV:}"
CS = "http://calendarserver.org/ns/"
CALENDAR, HOME = "/calendars/alice/calendar/", "/calendars/bob/"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def post(client, path, body):
    answer = client.request("POST", path, body, content_type="application/xml")
    assert answer.status == 200, answer.text
    return answer


def invite(alice, change):
    post(alice, CALENDAR, f'<CS:share xmlns:D="DAV:" xmlns:CS="{CS}">{change}</CS:share>')


@pytest.fixture
def mounted(alice, bob):
    """Where the calendar of alice stands in the home of bob."""
    invite(alice, "<CS:set><D:href>mailto:bob@example.org</D:href><CS:read/></CS:set>")
    notes = bob.propfind("/notifications/bob/", f"{D}getetag", depth="1").multistatus
    (note,) = (path for path in notes if path != "/notifications/bob/")
    uid = bob.get(note).xml.findtext(f".//{{{CS}}}uid")
    answer = post(
        bob, HOME,
        f'<CS:invite-reply xmlns:D="DAV:" xmlns:CS="{CS}"><D:href>mailto:bob@example.org</D:href><CS:invite-accepted/>'
        f"<CS:hosturl><D:href>{CALENDAR}</D:href></CS:hosturl><CS:in-reply-to>{uid}</CS:in-reply-to></CS:invite-reply>",
    )  # fmt: skip
    return answer.xml.findtext(f"{D}href")


def test_a_device_hears_of_a_calendar_in_its_home_that_is_of_another(house, alice, bob, service, phone, mounted):
    phone.register(bob, mounted)
    alice.put(f"{CALENDAR}lunch.ics", EVENT)
    deliver_due(house)
    message = etree.fromstring(service.told()[0].encode())
    shown = bob.propfind(mounted, f"{D}sync-token", f"{P}topic").multistatus[mounted]
    assert message.findtext(f"{P}content-update/{D}sync-token") == shown.text(f"{D}sync-token")
    assert message.findtext(f"{P}topic") == shown.text(f"{P}topic")


@pytest.mark.parametrize(("depth", "number"), [("infinity", 1), ("1", 0)])
def test_a_home_hears_of_what_is_mounted_in_it_as_of_its_own(house, alice, bob, service, phone, mounted, depth, number):
    phone.register(bob, HOME, content=depth)
    alice.put(f"{CALENDAR}lunch.ics", EVENT)
    deliver_due(house)
    assert len(service.told()) == number


def test_a_home_hears_of_a_calendar_that_appears_in_it(house, alice, bob, service, phone, request):
    phone.register(bob, HOME)
    request.getfixturevalue("mounted")
    deliver_due(house)
    assert len(service.told()) == 1


def test_who_is_shut_out_hears_no_more(house, alice, bob, service, phone, mounted, rows):
    phone.register(bob, mounted)
    invite(alice, "<CS:remove><D:href>mailto:bob@example.org</D:href></CS:remove>")
    deliver_due(house)
    before = len(service.told())
    alice.put(f"{CALENDAR}lunch.ics", EVENT)
    deliver_due(house)
    assert (len(service.told()) - before, rows(house)) == (0, [])
