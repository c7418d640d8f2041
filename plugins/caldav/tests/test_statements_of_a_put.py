"""What a PUT asks of the store: nothing twice in its transaction, and no row of an index that stays as it was."""

import pytest

PLACE = "/calendars/alice/calendar/lunch.ics"
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=400\r\n"


def event(*more, at="20260105T100000Z"):
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{at}\r\n"
        f"DURATION:PT1H\r\n{''.join(more)}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@pytest.fixture
def put(alice):
    def put(*more, **changed):
        answer = alice.put(PLACE, event(*more, **changed), content_type="text/calendar")
        assert answer.status in {201, 204}

    return put


@pytest.fixture
def told(house):
    """The statements since the last `clear`."""
    statements = []
    house.store.engine.counts.tell = lambda sql, begun, spent: statements.append(sql)
    return statements


def spans(house):
    return house.store.engine.rows("SELECT begin_at, end_at, alarm FROM caldav_spans ORDER BY begin_at, alarm")


def kept(house):
    return house.store.engine.rows("SELECT component, first_at, last_at, recurs, first_alarm FROM caldav_objects")


def test_a_change_takes_twenty_statements_at_most(put, told):
    put("SUMMARY:one\r\n")
    put("SUMMARY:two\r\n")
    told.clear()
    put("SUMMARY:three\r\n")
    assert 0 < len(told) <= 20


def test_no_read_is_repeated_between_the_lock_of_the_account_and_the_end(put, told):
    put("SUMMARY:one\r\n")
    told.clear()
    put("SUMMARY:two\r\n")
    inside = told[next(place for place, sql in enumerate(told) if sql.startswith("SELECT counter, used")) :]
    reads = [sql for sql in inside if sql.startswith("SELECT")]
    assert len(reads) == len(set(reads)) > 3


def test_an_event_that_stays_where_it_is_leaves_its_index_alone(put, told):
    put("SUMMARY:one\r\n")
    told.clear()
    put("SUMMARY:two\r\n")
    assert not [sql for sql in told if "caldav_" in sql and not sql.startswith("SELECT")]


def test_a_series_that_stays_where_it_is_keeps_its_rows(put, told):
    put("SUMMARY:one\r\n", WEEKLY)
    told.clear()
    put("SUMMARY:two\r\n", WEEKLY)
    assert not [sql for sql in told if "INTO caldav_spans" in sql]


CHANGES = {
    "one instance less": (WEEKLY, WEEKLY + "EXDATE:20260112T100000Z\r\n"),
    "one instance more": (WEEKLY, WEEKLY + "RDATE:20260113T100000Z\r\n"),
    "no series any more": (WEEKLY, ""),
    "a series now": ("", WEEKLY),
    "every other day": (WEEKLY, "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=300\r\n"),
    "an alarm": (WEEKLY, WEEKLY + "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_object_is_indexed_like_a_new_one(house, alice, put, change):
    before, after = CHANGES[change]
    put(after)
    expected = spans(house), kept(house)
    alice.delete(PLACE)
    put(before)
    assert (spans(house), kept(house)) != expected
    put(after)
    assert (spans(house), kept(house)) == expected
