"""In which zone floating and all-day times are (RFC 4791 §7.3): the request's, the calendar's, the server's."""

import pytest

from a3dav.testing.people import add_person
from a3dav_content.timezones import TZDATA_VERSION

from .conftest import BERLIN, CALENDAR, NAMESPACES, calendar, event, in_range

HOME = "/calendars/alice/"
AUCKLAND, HONOLULU = HOME + "auckland/", HOME + "honolulu/"
FLOATING = event("floating", "DTSTART:20260310T120000", "DTEND:20260310T130000")
ALL_DAY = event("day", "DTSTART;VALUE=DATE:20260310")
UTC_NOON = ("20260310T120000Z", "20260310T130000Z")
BERLIN_NOON = ("20260310T110000Z", "20260310T120000Z")
NEW_YORK_NOON = ("20260310T160000Z", "20260310T170000Z")
AUCKLAND_NOON = ("20260309T230000Z", "20260310T000000Z")
HONOLULU_NOON = ("20260310T220000Z", "20260310T230000Z")
"""Noon on 10 March 2026, by several clocks."""
BY_NAME = "<C:timezone-id>America/New_York</C:timezone-id>"
BY_VALUE = f"<C:timezone>{calendar(BERLIN.replace('Europe/Berlin', 'Ours'))}</C:timezone>"


def patched(alice, path, text, local="calendar-timezone-id"):
    inner = f"<D:set><D:prop><C:{local}>{text}</C:{local}></D:prop></D:set>"
    answer = alice.proppatch(path, f"<D:propertyupdate {NAMESPACES}>{inner}</D:propertyupdate>")
    assert answer.multistatus[path].missing == {}


def found(alice, span, extra="", path=CALENDAR):
    body = (
        f"<C:calendar-query {NAMESPACES}><D:prop><D:getetag/></D:prop>"
        f'<C:filter><C:comp-filter name="VCALENDAR">{in_range(*span)}</C:comp-filter></C:filter>{extra}</C:calendar-query>'
    )
    depth = "infinity" if path == HOME else "1"
    return set(alice.report(path, body, depth=depth).multistatus)


def busy(alice, extra="", path=CALENDAR):
    span = '<C:time-range start="20260309T000000Z" end="20260312T000000Z"/>'
    body = f"<C:free-busy-query {NAMESPACES}>{span}{extra}</C:free-busy-query>"
    lines = alice.report(path, body, depth="1").text.split("\r\n")
    return sorted(line.rpartition(":")[2] for line in lines if line.startswith("FREEBUSY"))


@pytest.fixture
def alice(make_house):
    """Her server is in Berlin; she has an event at noon in whatever zone."""
    alice = add_person(make_house(plugins__caldav__default_timezone="Europe/Berlin"), "alice")
    assert alice.put(CALENDAR + "floating.ics", FLOATING, content_type="text/calendar").status == 201
    return alice


@pytest.mark.rfc("4791", "7.3", "9.8", "5.2.2")
@pytest.mark.rfc("7809", "3.1.6", "6.2")
@pytest.mark.parametrize(
    ("of_calendar", "of_request", "span"),
    [
        ("", "", BERLIN_NOON),
        ("Pacific/Auckland", "", AUCKLAND_NOON),
        ("", BY_NAME, NEW_YORK_NOON),
        ("Pacific/Auckland", BY_NAME, NEW_YORK_NOON),
        ("Pacific/Auckland", BY_VALUE, BERLIN_NOON),
    ],
)
def test_the_zone_of_the_request_goes_before_that_of_the_calendar_and_that_before_the_servers(
    alice, of_calendar, of_request, span
):
    if of_calendar:
        patched(alice, CALENDAR, of_calendar)
    spans = [UTC_NOON, BERLIN_NOON, NEW_YORK_NOON, AUCKLAND_NOON]
    assert [each for each in spans if found(alice, each, of_request)] == [span]
    assert busy(alice, of_request) == ["/".join(span)]


@pytest.mark.rfc("4791", "7.3", "5.2.2")
def test_a_calendar_may_describe_its_zone(alice):
    patched(
        alice,
        CALENDAR,
        calendar(BERLIN.replace("Europe/Berlin", "Ours").replace("+0100", "-0400")),
        "calendar-timezone",
    )
    assert found(alice, NEW_YORK_NOON) == {CALENDAR + "floating.ics"}


@pytest.mark.rfc("4791", "7.3")
@pytest.mark.rfc("7809", "3.1.6")
def test_in_a_query_of_a_home_each_calendar_has_its_own_zone(alice):
    for path, name in [(AUCKLAND, "Pacific/Auckland"), (HONOLULU, "Pacific/Honolulu")]:
        assert alice.request("MKCALENDAR", path).status == 201
        patched(alice, path, name)
        alice.put(path + "a.ics", FLOATING, content_type="text/calendar")
    assert found(alice, AUCKLAND_NOON, path=HOME) == {AUCKLAND + "a.ics"}
    assert found(alice, HONOLULU_NOON, path=HOME) == {HONOLULU + "a.ics"}
    assert found(alice, BERLIN_NOON, path=HOME) == {CALENDAR + "floating.ics"}
    assert busy(alice, path=HOME) == ["/".join(span) for span in (AUCKLAND_NOON, BERLIN_NOON, HONOLULU_NOON)]


@pytest.mark.rfc("4791", "7.3", "9.9")
@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("Pacific/Kiritimati", ("20260309T100000Z", "20260309T110000Z"), ("20260310T100000Z", "20260310T110000Z")),
        ("Pacific/Honolulu", ("20260311T090000Z", "20260311T100000Z"), ("20260310T090000Z", "20260310T100000Z")),
    ],
)
def test_a_day_begins_and_ends_by_the_clock_of_its_calendar(alice, name, inside, outside):
    patched(alice, CALENDAR, name)
    alice.put(CALENDAR + "day.ics", ALL_DAY, content_type="text/calendar")
    day = CALENDAR + "day.ics"
    assert [day in found(alice, span) for span in (inside, outside)] == [True, False]


def test_new_time_zone_data_has_the_index_made_again(make_house):
    """As after a change of the data by which the event was an hour later: its rows are wrong until they are made again."""
    house = make_house()
    alice = add_person(house, "alice")
    zoned = event("zoned", "DTSTART;TZID=Europe/Berlin:20260310T120000", "DTEND;TZID=Europe/Berlin:20260310T130000")
    alice.put(CALENDAR + "zoned.ics", zoned, content_type="text/calendar")
    engine = house.store.engine
    engine.execute("UPDATE caldav_objects SET first_at = first_at + 3601, last_at = last_at + 3601")
    assert found(alice, BERLIN_NOON) == set()
    engine.execute("UPDATE indexes SET version = replace(version, ?, '1999.1')", (TZDATA_VERSION,))
    house.close()
    alice.house = make_house()
    assert found(alice, BERLIN_NOON) == {CALENDAR + "zoned.ics"}
