"""The ways of clients to busy time and to delegates: what each asks, in its order, and what it needs to hear."""

from datetime import UTC, datetime

import pytest
from caldav import DAVClient

from .conftest import CALENDAR, CS, HOME, INBOX, OUTBOX, PRINCIPAL, C, event, proppatch

BOB = "/principals/users/bob/"
LUNCH = event("lunch", "DTSTART:20260310T110000Z", "DURATION:PT1H", "SUMMARY:Lunch with Grace")
SEARCH = """<D:principal-property-search xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"
 xmlns:CS="http://calendarserver.org/ns/" test="anyof"><D:property-search><D:prop><D:displayname/></D:prop>
 <D:match match-type="starts-with">bo</D:match></D:property-search><D:property-search><D:prop>
 <CS:email-address-set/></D:prop><D:match match-type="starts-with">bo</D:match></D:property-search>
 <D:prop><D:displayname/><C:calendar-user-address-set/><C:calendar-user-type/></D:prop>
</D:principal-property-search>"""


@pytest.fixture
def busy_bob(alice, bob):
    """Alice, who wants to know when Bob is busy."""
    assert bob.put("/calendars/bob/calendar/lunch.ics", LUNCH, content_type="text/calendar").status == 201
    return alice


def test_apple_calendar_opens_an_account_that_schedules(alice):
    assert "calendar-auto-schedule" in alice.request("OPTIONS", PRINCIPAL).headers["dav"]
    names = ("schedule-inbox-URL", "schedule-outbox-URL", "calendar-home-set", "calendar-user-address-set")
    row = alice.propfind(PRINCIPAL, *(C + name for name in names)).multistatus[PRINCIPAL]
    assert [row.hrefs(C + name)[0] for name in names] == [INBOX, OUTBOX, HOME, "mailto:alice@example.org"]
    asked = (f"{C}calendar-free-busy-set", f"{C}schedule-default-calendar-URL", "{DAV:}sync-token", f"{CS}getctag")
    assert alice.propfind(INBOX, *asked).multistatus[INBOX].missing == {}
    assert alice.sync(INBOX).status == 207


def test_apple_calendar_finds_an_attendee_and_asks_when_they_are_busy(busy_bob):
    row = busy_bob.report("/principals/", SEARCH, depth="0").multistatus[BOB]
    (address, *_) = row.hrefs(f"{C}calendar-user-address-set")
    body = (
        "BEGIN:VCALENDAR\r\nCALSCALE:GREGORIAN\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nPRODID:-//Apple Inc.//iCal 5.0.3//EN\r\n"
        "BEGIN:VFREEBUSY\r\nUID:81F582C8-4E7F-491C-85F4-E541864BE0FA\r\nDTEND:20260311T060000Z\r\n"
        f"ATTENDEE:{address}\r\nDTSTART:20260310T060000Z\r\nX-CALENDARSERVER-MASK-UID:EC75A61B-08A3-44FD-BFBB-2457BBD0D490\r\n"
        "DTSTAMP:20260301T100000Z\r\nORGANIZER:mailto:alice@example.org\r\nSUMMARY:Availability\r\n"
        "END:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    answer = busy_bob.request("POST", OUTBOX, body, content_type="text/calendar", user_agent="macOS/14 CalendarAgent")
    assert answer.headers["content-type"].startswith("application/xml")
    assert answer.xml.findtext(f"{C}response/{C}request-status") == "2.0;Success"
    assert "FREEBUSY:20260310T110000Z/20260310T120000Z" in answer.xml.findtext(f"{C}response/{C}calendar-data")


def test_thunderbird_asks_the_home_whether_the_server_schedules_and_the_principal_for_the_rest(busy_bob):
    assert "calendar-auto-schedule" in busy_bob.request("OPTIONS", HOME, accept="text/xml").headers["dav"]
    names = ("calendar-user-address-set", "schedule-inbox-URL", "schedule-outbox-URL")
    assert busy_bob.propfind(PRINCIPAL, *(C + name for name in names)).multistatus[PRINCIPAL].missing == {}
    body = (
        "BEGIN:VCALENDAR\r\nPRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n"
        "BEGIN:VFREEBUSY\r\nDTSTAMP:20260301T100000Z\r\nDTSTART:20260310T000000Z\r\nDTEND:20260312T000000Z\r\n"
        "ORGANIZER:mailto:alice@example.org\r\nUID:x\r\n"
        "ATTENDEE;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL:mailto:bob@example.org\r\n"
        "END:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    answer = busy_bob.request(
        "POST", OUTBOX, body, content_type="text/calendar; charset=utf-8", originator="mailto:alice@example.org",
        recipient="mailto:bob@example.org", accept="text/xml", origin="http://localhost",
    )  # fmt: skip
    assert "FREEBUSY:20260310T110000Z/20260310T120000Z" in answer.text


def test_apple_calendar_makes_somebody_a_delegate_who_then_opens_the_calendars(alice, bob):
    expand = '<A:expand-property xmlns:A="DAV:">{}</A:expand-property>'.format(
        "".join(
            f'<A:property name="{name}" namespace="http://calendarserver.org/ns/">'
            '<A:property name="calendar-user-address-set" namespace="urn:ietf:params:xml:ns:caldav"/>'
            '<A:property name="displayname"/><A:property name="calendar-home-set"'
            ' namespace="urn:ietf:params:xml:ns:caldav"/></A:property>'
            for name in ("calendar-proxy-write-for", "calendar-proxy-read-for")
        )
    )
    assert "calendar-proxy" in alice.request("OPTIONS", PRINCIPAL).headers["dav"].split(", ")
    members = (
        '<A:expand-property xmlns:A="DAV:"><A:property name="group-member-set"><A:property name="displayname"/>'
        '<A:property name="principal-URL"/></A:property></A:expand-property>'
    )
    group = PRINCIPAL + "calendar-proxy-write/"
    assert alice.report(group, members, depth="0").status == 207
    proppatch(alice, group, f"<D:group-member-set><D:href>{BOB}</D:href></D:group-member-set>")
    assert alice.report(group, members, depth="0").xml.findtext(".//{DAV:}displayname") == "Bob"
    found = bob.report(BOB, expand, depth="0").xml
    assert found.findtext(f".//{CS}calendar-proxy-write-for//{C}calendar-home-set/{{DAV:}}href") == HOME
    assert bob.put(CALENDAR + "lunch.ics", LUNCH, content_type="text/calendar").status == 201


def test_python_caldav_asks_when_somebody_is_busy(server):
    ada, grace = server.person(), server.person()
    with (
        DAVClient(ada.url, username=ada.name, password=ada.password) as mine,
        DAVClient(grace.url, username=grace.name, password=grace.password) as hers,
    ):
        (calendar, *_) = (one for one in hers.principal().calendars() if one.url.path.endswith("/calendar/"))
        calendar.save_event(LUNCH)
        day = datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 3, 11, tzinfo=UTC)
        found = mine.principal().freebusy_request(*day, [hers.principal()])
        assert list(mine.principal().schedule_inbox().get_items()) == []
    assert found.pop("errors") == {}
    assert "FREEBUSY:20260310T110000Z/20260310T120000Z" in next(iter(found.values())).data
