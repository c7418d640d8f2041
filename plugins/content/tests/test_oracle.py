"""Filter, index, expansion and busy time against instances that were found the dumb way."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from a3dav.testing.calendar_oracle import Found, ical, instances, instant, overlaps
from a3dav.testing.calendar_strategies import ZONES, horizon_of, ranges, series
from a3dav_content.busy_index import UNTOLD, reader_of
from a3dav_content.calendar_filters import CalendarFilter, CompFilter
from a3dav_content.calendar_index import index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.density import refuse_dense
from a3dav_content.errors import LimitExceeded
from a3dav_content.expansion import expand
from a3dav_content.free_busy import Told, busy_periods, busy_time
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import named_zone

SLACK = timedelta(days=45)
DAYS = 2 * 86_400


def seconds(moment):
    return int(moment.replace(tzinfo=UTC).timestamp())


def expected(of, zone, span):
    """The instances that overlap a range, by the table of the RFC."""
    start, end = map(seconds, span)
    horizon = of.start + horizon_of(of) + SLACK
    return [one for one in instances(of, zone, horizon) if overlaps(of, one, start, end)]


def read(of):
    return CalendarObject.parse(ical(of).encode())


CASES = series().flatmap(lambda of: st.tuples(st.just(of), ranges(of), st.sampled_from(ZONES)))
EVENTS = series(("VEVENT",)).flatmap(lambda of: st.tuples(st.just(of), ranges(of), st.sampled_from(ZONES)))


@given(CASES)
def test_a_filter_finds_what_overlaps_its_range_and_nothing_else(case):
    of, span, zone = case
    wanted = CompFilter(of.kind, time_range=TimeRange(*map(seconds, span)))
    found = CalendarFilter(CompFilter("VCALENDAR", components=(wanted,))).matches(read(of), named_zone(zone))
    assert found is bool(expected(of, zone, span)), ical(of)


@given(CASES)
def test_an_index_rules_out_and_is_sure_of_what_the_table_says(case):
    of, span, zone = case
    start, end = map(seconds, span)
    entry = index(read(of), seconds(of.start) + 30 * 86_400, back=60 * 86_400, ahead=200 * 86_400)
    covered = not entry.recurs or (start >= entry.covered_from and end <= entry.covered_until)
    rows = entry.rows if entry.recurs else [(entry.first, entry.last)]
    inside = entry.first < end and entry.last > start
    met = [(low + 2 * entry.loose < end and high - 2 * entry.loose > start) for low, high in rows]
    touched = [low < end and high > start for low, high in rows]
    truth = bool(expected(of, zone, span))
    assert truth or entry.always or not any(met), ical(of)
    assert not truth or entry.always or (inside and (not covered or any(touched))), ical(of)


@given(EVENTS)
def test_an_expansion_has_the_instances_of_the_range(case):
    of, span, zone = case
    found = expand(Instances(read(of), named_zone(zone)), TimeRange(*map(seconds, span)))
    assert sorted(map(place_of, found.components)) == sorted(told(of, one) for one in expected(of, zone, span)), ical(
        of
    )


def place_of(component):
    recurrence_id = component.value("RECURRENCE-ID")
    return component.value("DTSTART"), recurrence_id or ""


def told(of, one: Found):
    """DTSTART and RECURRENCE-ID of an instance, in UTC but for dates and floating times."""
    form = {"date": "%Y%m%d", "floating": "%Y%m%dT%H%M%S"}.get(of.clock)
    recurs = of.recur is not None or of.rdates or of.changes
    if form is not None:
        return f"{one.local:{form}}", f"{one.key:{form}}" if recurs else ""
    place = instances_place(of, one)
    return f"{datetime.fromtimestamp(one.start, UTC):%Y%m%dT%H%M%SZ}", place if recurs else ""


def instances_place(of, one):
    return f"{datetime.fromtimestamp(instant(one.key, of.clock, 'UTC'), UTC):%Y%m%dT%H%M%SZ}"


@given(EVENTS)
def test_busy_time_is_that_of_all_instances(case):
    of, span, zone = case
    start, end = map(seconds, span)
    busy = {(max(one.start, start), min(one.end, end)) for one in expected(of, zone, span)}
    found = [(begin, stop) for begin, stop, kind in busy_periods([read(of)], TimeRange(start, end), named_zone(zone))]
    moments = sorted({moment for rows in (busy, found) for row in rows for moment in row})
    assert [covers(found, moment) for moment in moments] == [covers(busy, moment) for moment in moments], ical(of)
    assert all(first[1] < second[0] for first, second in pairwise(found))


def covers(rows, moment):
    """Nothing changes between the moments where a row begins or ends."""
    return any(begin <= moment < end for begin, end in rows)


@given(CASES)
def test_what_is_no_denser_than_an_hour_may_be_stored(case):
    of, _, _ = case
    assume(of.recur is None or of.recur.freq != "MINUTELY")
    assert refused(of) is None


def refused(of):
    try:
        refuse_dense(read(of), seconds(of.start))
    except LimitExceeded as error:
        return f"{error}: {ical(of)}"
    return None


@given(EVENTS)
def test_what_an_index_tells_of_busy_time_is_what_the_event_says(case):
    of, span, zone = case
    start, end = map(seconds, span)
    entry = index(read(of), seconds(of.start) + 30 * 86_400, back=60 * 86_400, ahead=200 * 86_400)
    assume(entry.busy != UNTOLD)
    assume(not entry.recurs or (start - DAYS >= entry.covered_from and end + DAYS <= entry.covered_until))
    exact = reader_of(lambda: named_zone(zone))
    rows = [exact(row, entry.loose) for row in (entry.rows if entry.recurs else [(entry.first, entry.last)])]
    inside = [(max(low, start), min(high, end)) for low, high in rows if max(low, start) < min(high, end)]
    told = busy_time([Told([(low, high, entry.busy) for low, high in inside if entry.busy])])
    assert told == busy_periods([read(of)], TimeRange(start, end), named_zone(zone)), ical(of)
