"""What would hold the event loop for long is left to the cpu lane, and what would not stays where it is."""

import pytest

from a3dav import lanes
from a3dav.lanes import Lane

CALENDAR = "/calendars/alice/calendar/"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260101T110000Z\r\nDURATION:PT1H\r\n{1}SUMMARY:{0}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
SYNC = (
    '<D:sync-collection xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:sync-token/><D:sync-level>1'
    "</D:sync-level><D:prop>{}</D:prop></D:sync-collection>"
)


@pytest.fixture
def taken(monkeypatch):
    """The lanes that steps were taken to."""
    seen, run = [], lanes._run_step

    def note(house, step, read_body):
        seen.append(getattr(step, "lane", None))
        return run(house, step, read_body)

    monkeypatch.setattr(lanes, "_run_step", note)
    return seen


@pytest.mark.parametrize(
    ("rule", "dear"),
    [
        ("", False),
        ("RRULE:FREQ=WEEKLY\r\n", False),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,TU\r\n", False),
        ("RRULE:FREQ=DAILY\r\n", True),
        ("rrule:freq=daily\r\n", True),
        ("RRULE;X-A=b:INTERVAL=2;FREQ=HOURLY;COUNT=5000\r\n", True),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n", True),
    ],
)
def test_a_series_of_many_instances_is_judged_on_the_cpu_lane(alice, taken, rule, dear):
    assert alice.put(CALENDAR + "a.ics", EVENT.format("a", rule), content_type="text/calendar").status == 201
    assert (Lane.CPU in taken) == dear


@pytest.fixture
def filled(alice):
    for number in range(120):
        alice.put(f"{CALENDAR}{number}.ics", EVENT.format(number, ""), content_type="text/calendar")


@pytest.mark.parametrize(
    ("property_", "dear"), [("<C:calendar-data/>", True), ("<D:getetag/>", False)], ids=["data", "tags"]
)
def test_data_of_more_than_a_page_is_synchronised_on_the_cpu_lane(alice, filled, taken, property_, dear):
    answer = alice.report(CALENDAR, SYNC.format(property_))
    assert answer.body.count(b"<D:response>") == 120
    assert (Lane.CPU in taken) == dear


@pytest.mark.parametrize(("count", "dear"), [(20, False), (2000, True)])
def test_a_listing_of_more_properties_than_clients_ask_for_is_made_on_the_cpu_lane(alice, taken, count, dear):
    asked = "".join(f"<D:p{number}/>" for number in range(count))
    body = f'<D:propfind xmlns:D="DAV:"><D:prop>{asked}</D:prop></D:propfind>'
    assert alice.request("PROPFIND", CALENDAR, body.encode(), depth="0").status == 207
    assert (Lane.CPU in taken) == dear


def test_a_report_of_many_names_is_read_on_the_cpu_lane(alice, taken):
    hrefs = "".join(f"<D:href>{CALENDAR}nobody-{number}.ics</D:href>" for number in range(2000))
    body = (
        '<C:calendar-multiget xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/></D:prop>'
        f"{hrefs}</C:calendar-multiget>"
    )
    assert len(body) > 64 * 1024
    assert alice.report(CALENDAR, body).status == 207
    assert Lane.CPU in taken
