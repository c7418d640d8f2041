"""The answer to a query about times is brought up to date by what changed, and told as if it were found anew."""

import pytest

from a3dav_caldav.reports import calendar_query

CALENDAR = "/calendars/alice/calendar/"
MARCH = (
    '<C:calendar-query xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><getetag/></prop><C:filter>'
    '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
    '<C:time-range start="20260301T000000Z" end="20260401T000000Z"/>'
    "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
)


def put(alice, name, start, *more):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{name}"]
    lines += ["DTSTAMP:20260101T000000Z", f"DTSTART:{start}", *more, "END:VEVENT", "END:VCALENDAR", ""]
    assert alice.put(f"{CALENDAR}{name}.ics", "\r\n".join(lines), content_type="text/calendar").status in {201, 204}


def in_march(alice):
    hrefs = alice.report(CALENDAR, MARCH, depth="1").xml.iterfind("{DAV:}response/{DAV:}href")
    return sorted(str(href.text).removeprefix(CALENDAR).removesuffix(".ics") for href in hrefs)


@pytest.fixture
def asked(alice, monkeypatch):
    """Alice, who was told of March once; from now on it is not looked for in the whole index."""
    put(alice, "early", "20260310T100000Z", "DURATION:PT1H")
    put(alice, "late", "20260320T100000Z", "DURATION:PT1H")
    put(alice, "may", "20260510T100000Z", "DURATION:PT1H")
    assert in_march(alice) == ["early", "late"]

    def searched(*args, **kwargs):
        raise AssertionError("all of the index is searched")

    for name in ("decided_pages", "costs"):
        monkeypatch.setattr(calendar_query, name, searched)
    return alice


def test_an_event_that_leaves_the_range_leaves_the_answer(asked):
    put(asked, "early", "20260410T100000Z", "DURATION:PT1H")
    assert in_march(asked) == ["late"]


def test_an_event_that_comes_into_the_range_comes_into_the_answer(asked):
    put(asked, "may", "20260312T100000Z", "DURATION:PT1H")
    assert in_march(asked) == ["early", "late", "may"]


def test_a_new_event_outside_of_the_range_stays_outside(asked):
    put(asked, "june", "20260612T100000Z", "DURATION:PT1H")
    assert in_march(asked) == ["early", "late"]


def test_a_series_is_found_by_its_occurrences(asked):
    put(asked, "weekly", "20260105T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")
    put(asked, "yearly", "20250510T100000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY")
    assert in_march(asked) == ["early", "late", "weekly"]


def test_an_event_without_a_zone_is_looked_at_where_it_could_be_in_the_range(asked):
    put(asked, "floating", "20260331T235900", "DURATION:PT1H")
    put(asked, "outside", "20260401T000000", "DURATION:PT1H")
    assert in_march(asked) == ["early", "floating", "late"]


def test_an_event_that_was_removed_is_gone(asked):
    asked.request("DELETE", f"{CALENDAR}late.ics")
    assert in_march(asked) == ["early"]


def test_behind_many_changes_all_is_looked_for_anew(alice, monkeypatch):
    monkeypatch.setattr(calendar_query, "FEW_CHANGES", 1)
    put(alice, "a", "20260310T100000Z", "DURATION:PT1H")
    first = in_march(alice)
    put(alice, "b", "20260312T100000Z", "DURATION:PT1H")
    put(alice, "c", "20260312T100000Z", "DURATION:PT1H")
    assert (first, in_march(alice)) == (["a"], ["a", "b", "c"])
