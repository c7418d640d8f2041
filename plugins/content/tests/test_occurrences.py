"""The instances of calendar objects: rules, dates, exceptions, overrides and the clocks they are read from."""

from datetime import UTC, datetime

import pytest

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import InvalidCalendarObject, LimitExceeded
from a3dav_content.occurrences import Instances
from a3dav_content.timezones import UTC as UTC_ZONE
from a3dav_content.timezones import named_zone

BERLIN = named_zone("Europe/Berlin")
NEW_YORK = named_zone("America/New_York")


def instant(written):
    return int(datetime.strptime(written, "%Y%m%dT%H%M%S").replace(tzinfo=UTC).timestamp())


def utc(seconds):
    return f"{datetime.fromtimestamp(seconds, UTC):%Y%m%dT%H%M%S}"


def event(*lines):
    return ["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"]


def parsed(*parts, zones=()):
    lines = ["BEGIN:VCALENDAR", *zones, *(line for part in parts for line in part), "END:VCALENDAR"]
    return CalendarObject.parse("\n".join(lines).encode())


def found(*parts, start="20240101T000000", end="20240201T000000", zone=UTC_ZONE, zones=()):
    instances = Instances(parsed(*parts, zones=zones), zone)
    return instances.between(instant(start), instant(end))


def starts(*parts, **options):
    return [utc(occurrence.start) for occurrence in found(*parts, **options)]


def spans(*parts, **options):
    return [f"{utc(occurrence.start)}/{utc(occurrence.end)}" for occurrence in found(*parts, **options)]


DAILY = ["DTSTART:20240101T100000Z", "DTEND:20240101T110000Z", "RRULE:FREQ=DAILY;COUNT=4"]
DAYS = ["20240101T100000", "20240102T100000", "20240103T100000", "20240104T100000"]


def moved(recurrence_id, start, end, *lines):
    return event(f"RECURRENCE-ID{recurrence_id}", f"DTSTART:{start}", f"DTEND:{end}", *lines)


SECOND_MOVED = moved(":20240102T100000Z", "20240102T150000Z", "20240102T153000Z")


def test_a_series_has_its_instances_in_order():
    assert starts(event(*DAILY)) == DAYS


def test_an_instance_that_ends_where_the_range_begins_is_outside():
    assert starts(event(*DAILY), start="20240101T110000", end="20240103T100000") == ["20240102T100000"]


@pytest.mark.rfc("5545", "3.8.5.1")
def test_an_excluded_instance_is_missing_but_counted():
    assert starts(event(*DAILY, "EXDATE:20240102T100000Z")) == [DAYS[0], DAYS[2], DAYS[3]]


@pytest.mark.rfc("5545", "3.8.5.1")
def test_several_dates_may_be_excluded_at_once():
    assert starts(event(*DAILY, "EXDATE:20240102T100000Z,20240103T100000Z")) == [DAYS[0], DAYS[3]]


ZONED = [
    "DTSTART;TZID=Europe/Berlin:20240101T100000",
    "DTEND;TZID=Europe/Berlin:20240101T110000",
    "RRULE:FREQ=DAILY;COUNT=3",
]


@pytest.mark.parametrize(
    "exdate",
    [
        "EXDATE;TZID=Europe/Berlin:20240102T100000",
        "EXDATE:20240102T090000Z",
        "EXDATE;TZID=America/New_York:20240102T040000",
        "EXDATE;VALUE=DATE:20240102",
    ],
)
@pytest.mark.rfc("5545", "3.8.5.1")
def test_an_instance_is_excluded_in_whatever_zone_it_is_named(exdate):
    assert starts(event(*ZONED, exdate)) == ["20240101T090000", "20240103T090000"]


@pytest.mark.rfc("5545", "3.8.5.1")
def test_excluding_another_time_of_the_day_excludes_nothing():
    assert len(starts(event(*ZONED, "EXDATE;TZID=Europe/Berlin:20240102T110000"))) == 3


@pytest.mark.rfc("5545", "3.8.5.2")
def test_dates_are_added_to_a_series_once():
    lines = event(*DAILY, "RDATE:20240110T120000Z,20240102T100000Z", "RDATE:20240102T100000Z")
    assert starts(lines) == [*DAYS, "20240110T120000"]


@pytest.mark.rfc("5545", "3.8.5.2")
def test_dates_alone_make_a_series():
    lines = event("DTSTART:20240101T100000Z", "DURATION:PT1H", "RDATE:20240105T080000Z")
    assert starts(lines) == ["20240101T100000", "20240105T080000"]


@pytest.mark.rfc("5545", "3.8.5.2")
def test_a_date_before_the_start_is_an_instance():
    lines = event("DTSTART:20240105T100000Z", "DURATION:PT1H", "RDATE:20240102T100000Z")
    assert starts(lines) == ["20240102T100000", "20240105T100000"]


@pytest.mark.rfc("5545", "3.8.5.2")
def test_a_period_has_its_own_length():
    lines = event(
        "DTSTART:20240101T100000Z",
        "DTEND:20240101T110000Z",
        "RDATE;VALUE=PERIOD:20240105T080000Z/PT30M,20240106T080000Z/20240106T120000Z",
    )
    assert spans(lines) == [
        "20240101T100000/20240101T110000",
        "20240105T080000/20240105T083000",
        "20240106T080000/20240106T120000",
    ]


@pytest.mark.rfc("5545", "3.8.5.2")
def test_a_long_period_reaches_far_into_a_range():
    lines = event("DTSTART:20240101T100000Z", "DTEND:20240101T110000Z", "RDATE;VALUE=PERIOD:20240105T080000Z/P100D")
    assert starts(lines, start="20240401T000000", end="20240402T000000") == ["20240105T080000"]


@pytest.mark.rfc("5545", "3.8.4.4")
def test_an_override_stands_where_it_was_moved_to_and_not_where_it_was():
    assert starts(event(*DAILY), SECOND_MOVED) == [DAYS[0], "20240102T150000", *DAYS[2:]]


@pytest.mark.rfc("5545", "3.8.4.4")
def test_an_override_moved_into_the_range_is_found_there():
    override = moved(":20240102T100000Z", "20240310T100000Z", "20240310T110000Z")
    assert starts(event(*DAILY), override, start="20240310T000000", end="20240311T000000") == ["20240310T100000"]


@pytest.mark.rfc("5545", "3.8.4.4")
def test_an_override_moved_out_of_the_range_leaves_nothing_behind():
    override = moved(":20240102T100000Z", "20240310T100000Z", "20240310T110000Z")
    assert starts(event(*DAILY), override, start="20240102T000000", end="20240103T000000") == []


@pytest.mark.parametrize("recurrence_id", [":20240102T090000Z", ";TZID=America/New_York:20240102T040000"])
@pytest.mark.rfc("5545", "3.8.4.4")
def test_an_override_names_its_instance_in_any_zone(recurrence_id):
    override = moved(recurrence_id, "20240102T150000Z", "20240102T160000Z")
    assert starts(event(*ZONED), override) == ["20240101T090000", "20240102T150000", "20240103T090000"]


@pytest.mark.rfc("4791", "4.1")
def test_overrides_without_a_master_are_instances():
    assert starts(SECOND_MOVED) == ["20240102T150000"]


@pytest.mark.rfc("5545", "3.2.13")
def test_this_and_future_moves_all_that_follow():
    later = moved(";RANGE=THISANDFUTURE:20240103T100000Z", "20240103T143000Z", "20240103T150000Z")
    assert spans(event(*DAILY), later) == [
        "20240101T100000/20240101T110000",
        "20240102T100000/20240102T110000",
        "20240103T143000/20240103T150000",
        "20240104T143000/20240104T150000",
    ]


@pytest.mark.rfc("5545", "3.2.13")
def test_the_later_of_two_changes_for_the_future_holds():
    first = moved(";RANGE=THISANDFUTURE:20240102T100000Z", "20240102T120000Z", "20240102T130000Z")
    second = moved(";RANGE=THISANDFUTURE:20240104T100000Z", "20240104T140000Z", "20240104T150000Z")
    assert starts(event(*DAILY), second, first) == [
        "20240101T100000",
        "20240102T120000",
        "20240103T120000",
        "20240104T140000",
    ]


@pytest.mark.rfc("5545", "3.2.13")
def test_a_change_for_the_future_may_move_instances_into_a_far_range():
    later = moved(";RANGE=THISANDFUTURE:20240103T100000Z", "20240403T100000Z", "20240403T110000Z")
    assert starts(event(*DAILY), later, start="20240404T000000", end="20240405T000000") == ["20240404T100000"]


@pytest.mark.rfc("5545", "3.2.13")
def test_a_change_for_the_future_holds_for_added_periods():
    later = moved(";RANGE=THISANDFUTURE:20240103T100000Z", "20240103T110000Z", "20240103T113000Z")
    lines = event(*DAILY, "RDATE;VALUE=PERIOD:20240120T100000Z/PT5H")
    assert spans(lines, later)[-1] == "20240120T110000/20240120T113000"


@pytest.mark.rfc("5545", "3.3.5")
def test_a_time_that_the_clock_skips_counts_with_the_offset_before():
    lines = event("DTSTART;TZID=Europe/Berlin:20240331T023000", "DURATION:PT1H")
    assert starts(lines, start="20240331T000000", end="20240401T000000") == ["20240331T013000"]


@pytest.mark.rfc("5545", "3.3.5")
def test_a_time_that_the_clock_shows_twice_is_the_first():
    lines = event("DTSTART;TZID=Europe/Berlin:20241027T023000", "DURATION:PT1H")
    assert starts(lines, start="20241027T000000", end="20241028T000000") == ["20241027T003000"]


def test_a_series_stays_at_its_local_time_when_the_clock_changes():
    lines = event("DTSTART;TZID=Europe/Berlin:20240330T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3")
    expected = ["20240330T090000", "20240331T080000", "20240401T080000"]
    assert starts(lines, start="20240330T000000", end="20240402T000000") == expected


@pytest.mark.rfc("5545", "3.3.6")
def test_a_day_is_nominal_and_24_hours_are_exact():
    nominal = event("DTSTART;TZID=Europe/Berlin:20240330T120000", "DURATION:P1D")
    exact = event("DTSTART;TZID=Europe/Berlin:20240330T120000", "DURATION:PT24H")
    options = {"start": "20240330T000000", "end": "20240402T000000"}
    assert spans(nominal, **options) == ["20240330T110000/20240331T100000"]
    assert spans(exact, **options) == ["20240330T110000/20240331T110000"]


@pytest.mark.rfc("4791", "7.3")
def test_floating_times_count_in_the_default_zone():
    lines = event("DTSTART:20240105T100000", "DTEND:20240105T110000")
    assert starts(lines, zone=BERLIN) == ["20240105T090000"]
    assert starts(lines, zone=NEW_YORK) == ["20240105T150000"]


@pytest.mark.rfc("4791", "7.3")
def test_all_day_events_count_in_the_default_zone():
    lines = event("DTSTART;VALUE=DATE:20240105", "DTEND;VALUE=DATE:20240107")
    assert spans(lines, zone=NEW_YORK) == ["20240105T050000/20240107T050000"]


def test_an_all_day_event_on_the_day_of_a_clock_change_lasts_that_day():
    lines = event("DTSTART;VALUE=DATE:20240331")
    options = {"start": "20240330T000000", "end": "20240402T000000", "zone": BERLIN}
    assert spans(lines, **options) == ["20240330T230000/20240331T220000"]


def test_an_all_day_series_ends_with_its_until_date():
    lines = event("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY;UNTIL=20240103")
    assert len(starts(lines, zone=NEW_YORK)) == 3


@pytest.mark.parametrize(
    "tzid",
    [
        "W. Europe Standard Time",
        "Europe/Berlin",
        "europe/berlin",
        "/freeassociation.sourceforge.net/Europe/Berlin",
        '"Europe/Berlin"',
    ],
)
def test_a_zone_is_known_by_many_names(tzid):
    written = tzid if tzid.startswith('"') else f'"{tzid}"'
    assert starts(event(f"DTSTART;TZID={written}:20240105T100000", "DURATION:PT1H")) == ["20240105T090000"]


OWN_ZONE = [
    "BEGIN:VTIMEZONE",
    "TZID:Ours",
    "BEGIN:STANDARD",
    "DTSTART:19701101T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    "TZOFFSETFROM:-0230",
    "TZOFFSETTO:-0330",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19700308T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "TZOFFSETFROM:-0330",
    "TZOFFSETTO:-0230",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
]


@pytest.mark.rfc("5545", "3.6.5")
def test_a_zone_that_nobody_knows_is_read_from_the_object():
    lines = event("DTSTART;TZID=Ours:20240105T100000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2")
    expected = ["20240105T133000", "20240705T123000"]
    assert starts(lines, zones=OWN_ZONE, end="20240801T000000") == expected


def test_a_zone_that_is_nowhere_described_counts_as_the_default():
    lines = event("DTSTART;TZID=Nowhere:20240105T100000", "DURATION:PT1H")
    assert starts(lines, zone=NEW_YORK) == ["20240105T150000"]


def test_times_of_different_zones_have_an_exact_length():
    lines = event("DTSTART;TZID=Europe/Berlin:20240105T100000", "DTEND;TZID=America/New_York:20240105T100000")
    assert spans(lines) == ["20240105T090000/20240105T150000"]


def test_an_end_before_the_start_lasts_no_time():
    lines = event("DTSTART:20240105T100000Z", "DTEND:20240105T090000Z")
    assert spans(lines) == ["20240105T100000/20240105T100000"]


def test_a_todo_without_a_start_has_no_instances():
    assert starts(["BEGIN:VTODO", "UID:1", "DUE:20240105T100000Z", "END:VTODO"]) == []


def test_a_series_that_costs_too_much_says_so():
    instances = Instances(parsed(event("DTSTART:20240101T000000Z", "RRULE:FREQ=SECONDLY")), budget=Budget(1000))
    with pytest.raises(LimitExceeded):
        instances.between(instant("20240101T000000"), instant("20250101T000000"))


@pytest.mark.parametrize("line", ["EXDATE:soon", "RDATE:20240230", "RDATE;VALUE=PERIOD:20240101T000000Z/soon"])
def test_a_date_that_does_not_exist_is_named(line):
    with pytest.raises(InvalidCalendarObject, match=r"line 6: no date"):
        starts(event("DTSTART:20240101T100000Z", "RRULE:FREQ=DAILY", line))


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:00010101T000000", "DURATION:P9999999D", "RRULE:FREQ=YEARLY"],
        ["DTSTART:99991231T235959", "DURATION:P9999999D", "RRULE:FREQ=DAILY"],
        ["DTSTART;TZID=Pacific/Auckland:00010101T000000", "DTEND;TZID=America/Adak:99991231T235959"],
        ["DTSTART;TZID=America/Adak:99991231T235959", "DURATION:-P9999999D"],
        ["DTSTART;VALUE=DATE:99991231", "RRULE:FREQ=DAILY;COUNT=5"],
        ["DTSTART:20240101T000000Z", "RDATE:00010101T000000Z,99991231T235959Z"],
    ],
)
def test_the_ends_of_the_calendar_are_no_obstacle(lines):
    instances = Instances(parsed(event(*lines)), NEW_YORK)
    assert all(
        found.end >= found.start for found in instances.between(instant("20240101T000000"), instant("20250101T000000"))
    )


@pytest.mark.rfc("5545", "3.8.2.5")
def test_a_negative_duration_lasts_no_time():
    lines = event("DTSTART:20240105T100000Z", "DURATION:-PT1H", "RDATE;VALUE=PERIOD:20240106T100000Z/-PT1H")
    assert spans(lines) == ["20240105T100000/20240105T100000", "20240106T100000/20240106T100000"]


@pytest.mark.rfc("5545", "3.8.5.1")
def test_a_day_that_is_excluded_has_no_instance_at_any_time():
    lines = event("DTSTART:20240101T090000Z", "RRULE:FREQ=DAILY;BYHOUR=9,15;COUNT=6", "EXDATE;VALUE=DATE:20240102")
    assert starts(lines) == ["20240101T090000", "20240101T150000", "20240103T090000", "20240103T150000"]


def test_an_exception_that_names_no_clock_is_read_from_that_of_the_series():
    lines = event("DTSTART;TZID=Europe/Berlin:20240101T090000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20240102T090000")
    assert starts(lines, zone=NEW_YORK) == ["20240101T080000", "20240103T080000"]


def test_rules_of_old_exclude_instances():
    lines = event("DTSTART:20240101T090000Z", "RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=DAILY;INTERVAL=2")
    assert starts(lines) == ["20240102T090000", "20240104T090000"]


@pytest.mark.rfc("5545", "3.3.5")
def test_an_hour_that_the_clock_skips_is_not_told_twice():
    lines = event("DTSTART;TZID=Europe/Berlin:20240331T013000", "RRULE:FREQ=HOURLY;COUNT=4")
    found = starts(lines, start="20240330T000000", end="20240402T000000")
    assert found == ["20240331T003000", "20240331T013000", "20240331T023000"]


@pytest.mark.rfc("5545", "3.8.4.4")
def test_a_change_for_the_future_may_name_its_instance_in_another_clock():
    """The instance at nine in Berlin moves to ten, whatever clock says which it is."""
    master = event("DTSTART;TZID=Europe/Berlin:20240101T090000", "RRULE:FREQ=DAILY;COUNT=4", "DURATION:PT1H")
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20240103T080000Z", "DTSTART;TZID=Europe/Berlin:20240103T100000",
        "DURATION:PT2H",
    )  # fmt: skip
    assert spans(master, later) == [
        "20240101T080000/20240101T090000", "20240102T080000/20240102T090000",
        "20240103T090000/20240103T110000", "20240104T090000/20240104T110000",
    ]  # fmt: skip


@pytest.mark.rfc("5545", "3.8.5.2")
def test_a_period_of_days_is_nominal():
    lines = event(
        "DTSTART;TZID=Europe/Berlin:20240101T120000", "DURATION:PT1H",
        "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20240330T120000/P1D",
    )  # fmt: skip
    assert spans(lines, start="20240301T000000", end="20240501T000000") == ["20240330T110000/20240331T100000"]


@pytest.mark.rfc("4791", "9.9")
def test_a_journal_lasts_a_day_or_no_time_whatever_it_says():
    lines = ["BEGIN:VJOURNAL", "UID:1", "DTSTART;VALUE=DATE:20240105", "DURATION:P5D", "END:VJOURNAL"]
    assert spans(lines) == ["20240105T000000/20240106T000000"]
