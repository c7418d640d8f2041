"""Of 10,000 events, 1,000 of which recur, a query for a month reads a twentieth at most."""

import time

import pytest

from a3dav.testing import diaries
from a3dav_content.calendar_objects import CalendarObject

CALENDAR = "/calendars/alice/calendar/"
COUNT = 10_000


@pytest.fixture
def parsed(monkeypatch):
    found = []
    parse = CalendarObject.stored
    monkeypatch.setattr(CalendarObject, "stored", lambda body, *more: found.append(1) or parse(body, *more))
    return found


def test_the_index_decides_most_of_a_query(alice, parsed):
    for number, body in enumerate(diaries.events(COUNT)):
        alice.put(f"{CALENDAR}{number}.ics", body, content_type="text/calendar")
    parsed.clear()
    started = time.perf_counter()
    rows = alice.report(CALENDAR, diaries.query(*diaries.MONTH), depth="1").multistatus
    taken = time.perf_counter() - started
    print(f"{COUNT} events: {len(rows)} found, {len(parsed)} read, {taken * 1000:.0f} ms")
    assert len(parsed) <= COUNT // 20
