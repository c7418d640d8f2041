"""How many objects a query has to read: as few as tests/bench/test_index_decides.py counts among ten thousand."""

import pytest

from a3dav.testing import diaries
from a3dav_content.calendar_objects import CalendarObject

from .conftest import CALENDAR

COUNT = 200


@pytest.fixture
def parsed(monkeypatch):
    """The objects that were read."""
    found = []
    parse = CalendarObject.stored
    monkeypatch.setattr(CalendarObject, "stored", lambda body, *more: found.append(body) or parse(body, *more))
    return found


@pytest.fixture
def filled(alice):
    for number, body in enumerate(diaries.events(COUNT)):
        assert alice.put(f"{CALENDAR}{number}.ics", body, content_type="text/calendar").status == 201
    return alice


def found(alice, span, inside=""):
    return set(alice.report(CALENDAR, diaries.query(*span, inside), depth="1").multistatus)


def test_a_query_for_a_month_reads_one_object_in_twenty_at_most(filled, parsed):
    parsed.clear()
    assert found(filled, diaries.MONTH)
    assert len(parsed) <= COUNT // 20


def test_what_the_index_decides_is_what_the_filter_says(filled, parsed):
    spans = [(f"{year}0510T000000Z", f"{year}0512T120000Z") for year in (2015, 2025, 2028, 2400)]
    decided = [found(filled, span) for span in spans]
    parsed.clear()
    assert [found(filled, span, '<C:prop-filter name="UID"/>') for span in spans] == decided
    assert len(parsed) >= sum(map(len, decided)) > 10
