"""Expanded and limited calendar data (RFC 4791 §9.6.5 to §9.6.7)."""

from datetime import datetime

import pytest

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import LimitExceeded
from a3dav_content.expansion import expand
from a3dav_content.limiting import limit_freebusy_set, limit_recurrence_set
from a3dav_content.lines import serialise
from a3dav_content.occurrences import Instances
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import UTC as UTC_ZONE
from a3dav_content.timezones import named_zone

BERLIN = named_zone("Europe/Berlin")
ZONE = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
]


def span(start, end):
    return TimeRange(*(int(datetime.strptime(f"{day}+0000", "%Y%m%d%z").timestamp()) for day in (start, end)))


JANUARY = span("20240101", "20240201")


def component(kind, *lines):
    return [f"BEGIN:{kind}", "UID:1", *lines, f"END:{kind}"]


def event(*lines):
    return component("VEVENT", *lines)


def read(*parts):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *(line for part in parts for line in part), "END:VCALENDAR"]
    return CalendarObject.parse("\n".join(lines).encode())


def expanded(*parts, within=JANUARY, zone=UTC_ZONE):
    """The expanded components, each as its lines without UID."""
    whole = expand(Instances(read(*parts), zone), within)
    return [written(found) for found in whole.components]


def written(found):
    lines = serialise(found).decode().split("\r\n")[1:-2]
    return [line for line in lines if not line.startswith("UID:")]


def limited(*parts, within=JANUARY):
    return [component.value("SUMMARY") for component in _limited(parts, within).components]


def _limited(parts, within):
    return limit_recurrence_set(Instances(read(*parts)), within)


ZONED = [
    "DTSTART;TZID=Europe/Berlin:20240101T100000",
    "DTEND;TZID=Europe/Berlin:20240101T110000",
    "RRULE:FREQ=WEEKLY;COUNT=2",
    "SUMMARY:Lunch",
]


@pytest.mark.rfc("4791", "9.6.5")
def test_instances_are_in_utc_without_rules_and_zones():
    assert expanded(ZONE, event(*ZONED, "EXDATE:20240115T090000Z", "RDATE:20240120T090000Z")) == [
        [
            "SUMMARY:Lunch",
            "DTSTART:20240101T090000Z",
            "DTEND:20240101T100000Z",
            "RECURRENCE-ID:20240101T090000Z",
        ],
        [
            "SUMMARY:Lunch",
            "DTSTART:20240108T090000Z",
            "DTEND:20240108T100000Z",
            "RECURRENCE-ID:20240108T090000Z",
        ],
        [
            "SUMMARY:Lunch",
            "DTSTART:20240120T090000Z",
            "DTEND:20240120T100000Z",
            "RECURRENCE-ID:20240120T090000Z",
        ],
    ]


@pytest.mark.rfc("4791", "9.6.5")
def test_only_instances_in_the_range_are_given():
    assert len(expanded(event(*ZONED), within=span("20240105", "20240106"))) == 0
    assert len(expanded(event(*ZONED), within=span("20240108", "20240109"))) == 1


@pytest.mark.rfc("4791", "9.6.5")
def test_a_single_event_has_no_recurrence_id():
    lines = event("DTSTART;TZID=Europe/Berlin:20240101T100000", "DURATION:PT1H")
    assert expanded(lines) == [["DTSTART:20240101T090000Z", "DURATION:PT1H"]]


@pytest.mark.rfc("4791", "9.6.5")
def test_an_override_keeps_the_name_of_the_instance_it_replaces():
    override = event("RECURRENCE-ID:20240108T090000Z", "DTSTART:20240109T120000Z", "DURATION:PT1H", "SUMMARY:Late")
    assert expanded(event(*ZONED), override)[1] == [
        "SUMMARY:Late",
        "DTSTART:20240109T120000Z",
        "DURATION:PT1H",
        "RECURRENCE-ID:20240108T090000Z",
    ]


@pytest.mark.rfc("5545", "3.2.13")
def test_instances_changed_for_the_future_are_expanded_as_changed():
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20240102T100000Z",
        "DTSTART:20240102T120000Z",
        "DURATION:PT2H",
        "SUMMARY:Later",
    )
    master = event("DTSTART:20240101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:First")
    assert [lines[:2] + lines[3:] for lines in expanded(master, later)] == [
        ["SUMMARY:First", "DTSTART:20240101T100000Z", "RECURRENCE-ID:20240101T100000Z"],
        ["SUMMARY:Later", "DTSTART:20240102T120000Z", "RECURRENCE-ID:20240102T100000Z"],
        ["SUMMARY:Later", "DTSTART:20240103T120000Z", "RECURRENCE-ID:20240103T100000Z"],
    ]


@pytest.mark.rfc("4791", "9.6.5")
def test_all_day_instances_stay_dates():
    lines = event("DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20240103", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert expanded(lines, zone=BERLIN) == [
        ["DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20240103", "RECURRENCE-ID;VALUE=DATE:20240101"],
        ["DTSTART;VALUE=DATE:20240108", "DTEND;VALUE=DATE:20240110", "RECURRENCE-ID;VALUE=DATE:20240108"],
    ]


def test_a_nominal_day_across_a_clock_change_keeps_its_real_end():
    lines = event("DTSTART;TZID=Europe/Berlin:20240330T120000", "DURATION:P1D")
    assert expanded(lines, within=span("20240330", "20240401")) == [
        ["DTSTART:20240330T110000Z", "DTEND:20240331T100000Z"]
    ]


@pytest.mark.parametrize("end", ["DURATION:PT1H", "DTEND:20240101T110000Z", "SUMMARY:endless"])
@pytest.mark.rfc("5545", "3.8.5.2")
def test_an_added_period_keeps_its_own_end(end):
    lines = event("DTSTART:20240101T100000Z", end, "RDATE;VALUE=PERIOD:20240105T080000Z/PT30M")
    last = expanded(lines)[-1]
    assert "DTEND:20240105T083000Z" in last
    assert not any(line.startswith("DURATION") for line in last)


@pytest.mark.rfc("4791", "9.6.5")
def test_a_todo_keeps_when_it_is_due():
    lines = component(
        "VTODO",
        "DTSTART;TZID=Europe/Berlin:20240101T100000",
        "DUE;TZID=Europe/Berlin:20240101T110000",
        "COMPLETED;TZID=Europe/Berlin:20240101T103000",
    )
    assert expanded(lines) == [["COMPLETED:20240101T093000Z", "DTSTART:20240101T090000Z", "DUE:20240101T100000Z"]]


@pytest.mark.rfc("4791", "9.9")
def test_a_todo_without_a_start_is_given_where_it_is_in_the_range():
    lines = component("VTODO", "DUE;TZID=Europe/Berlin:20240101T110000")
    assert expanded(lines) == [["DUE:20240101T100000Z"]]
    assert expanded(lines, within=span("20240201", "20240301")) == []


@pytest.mark.rfc("4791", "9.6.5")
def test_alarms_stay_with_each_instance():
    alarm = ["BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"]
    lines = event("DTSTART:20240101T100000Z", "RRULE:FREQ=DAILY;COUNT=2", *alarm)
    assert [found.count("BEGIN:VALARM") for found in expanded(lines)] == [1, 1]


def test_expanding_too_much_is_refused():
    lines = event("DTSTART:20240101T100000Z", "RRULE:FREQ=HOURLY")
    with pytest.raises(LimitExceeded):
        expand(Instances(read(lines), budget=Budget(2000)), JANUARY)


MASTER = event("DTSTART:20240101T100000Z", "DTEND:20240101T110000Z", "RRULE:FREQ=DAILY", "SUMMARY:master")


def override(number, start, *lines, range_=""):
    return event(
        f"RECURRENCE-ID{range_}:202401{number}T100000Z",
        f"DTSTART:{start}T100000Z",
        f"SUMMARY:{number}",
        *lines,
    )


@pytest.mark.rfc("4791", "9.6.6")
def test_overrides_that_neither_stand_nor_stood_in_the_range_are_left_out():
    parts = [MASTER, override("05", "20240105"), override("15", "20240115"), override("25", "20240125")]
    assert limited(*parts, within=span("20240110", "20240120")) == ["master", "15"]


@pytest.mark.rfc("4791", "9.6.6")
def test_an_override_moved_into_the_range_is_kept():
    parts = [MASTER, override("05", "20240615"), override("06", "20240106")]
    assert limited(*parts, within=span("20240610", "20240620")) == ["master", "05"]


@pytest.mark.rfc("4791", "9.6.6")
def test_an_override_moved_out_of_the_range_is_kept():
    parts = [MASTER, override("05", "20240615"), override("06", "20240616")]
    assert limited(*parts, within=span("20240105", "20240106")) == ["master", "05"]


@pytest.mark.rfc("4791", "9.6.6")
def test_a_change_for_the_future_is_kept_for_all_ranges_behind_it():
    later = override("10", "20240110", range_=";RANGE=THISANDFUTURE")
    assert limited(MASTER, later, within=span("20290101", "20290102")) == ["master", "10"]
    assert limited(MASTER, later, within=span("20240101", "20240102")) == ["master"]


@pytest.mark.rfc("4791", "9.6.6")
def test_the_master_keeps_its_rule_and_its_time_zone():
    whole = _limited([ZONE, event(*ZONED)], span("20240601", "20240602"))
    assert [found.name for found in whole.components] == ["VTIMEZONE", "VEVENT"]
    assert whole.components[1].value("RRULE") == "FREQ=WEEKLY;COUNT=2"


def test_limiting_costs_nothing_for_instances_that_are_not_overridden():
    master = event("DTSTART:20240101T100000Z", "RRULE:FREQ=MINUTELY", "SUMMARY:master")
    instances = Instances(read(master, override("05", "20240105")), budget=Budget(1000))
    whole = limit_recurrence_set(instances, span("20240101", "20990101"))
    assert [found.value("SUMMARY") for found in whole.components] == ["master", "05"]


@pytest.mark.rfc("4791", "9.6.7")
def test_busy_periods_outside_of_the_range_are_left_out():
    lines = component(
        "VFREEBUSY",
        "DTSTART:20240101T000000Z",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20240101T100000Z/PT1H,20240210T100000Z/PT1H",
        "FREEBUSY:20240301T100000Z/20240301T110000Z",
        "FREEBUSY:20231231T230000Z/20240101T000000Z,20231231T230000Z/20240101T000001Z",
    )
    (found,) = limit_freebusy_set(Instances(read(lines)), JANUARY).components
    assert written(found) == [
        "DTSTART:20240101T000000Z",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20240101T100000Z/PT1H",
        "FREEBUSY:20231231T230000Z/20240101T000001Z",
    ]


@pytest.mark.rfc("4791", "9.6.7")
def test_other_components_are_not_limited_by_busy_time():
    whole = limit_freebusy_set(Instances(read(MASTER)), span("20300101", "20300102"))
    assert [found.value("SUMMARY") for found in whole.components] == ["master"]


@pytest.mark.rfc("4791", "9.6.5")
def test_floating_times_stay_floating_whatever_the_zone():
    body = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240301T090000\r\nDTEND:20240301T103000\r\n"
        b"RRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    instances = Instances(CalendarObject.parse(body), named_zone("America/New_York"))
    (found,) = expand(instances, span("20240302", "20240303")).components
    assert [found.value(name) for name in ("DTSTART", "DTEND", "RECURRENCE-ID")] == [
        "20240302T090000", "20240302T103000", "20240302T090000",
    ]  # fmt: skip


@pytest.mark.rfc("5545", "3.8.4.4")
def test_an_instance_that_became_a_whole_day_is_told_by_the_time_it_had():
    moved = event("RECURRENCE-ID;TZID=Europe/Berlin:20240102T090000", "DTSTART;VALUE=DATE:20240103")
    found = expanded(
        event("DTSTART;TZID=Europe/Berlin:20240101T090000", "RRULE:FREQ=DAILY;COUNT=2"), moved, zone=BERLIN
    )
    assert found[1] == ["DTSTART;VALUE=DATE:20240103", "RECURRENCE-ID:20240102T080000Z"]


@pytest.mark.rfc("4791", "9.6.5")
def test_nothing_refers_to_a_time_zone_that_is_gone():
    lines = event(
        "DTSTART;TZID=Europe/Berlin:20240101T090000", "X-SEEN;TZID=Europe/Berlin:20240101T090000,20240601T090000",
        "X-DURING;TZID=Europe/Berlin:20240101T090000/PT1H", "X-WHERE;TZID=Europe/Berlin:at home",
        "BEGIN:VALARM", "X-AT;TZID=Europe/Berlin:20240101T080000", "TRIGGER:-PT1H", "END:VALARM",
    )  # fmt: skip
    (found,) = expanded(ZONE, lines)
    assert found == [
        "X-SEEN:20240101T080000Z,20240601T070000Z", "X-DURING:20240101T080000Z/PT1H", "X-WHERE:at home",
        "DTSTART:20240101T080000Z", "BEGIN:VALARM", "X-AT:20240101T070000Z", "TRIGGER:-PT1H", "END:VALARM",
    ]  # fmt: skip


AVAILABILITY = [
    "BEGIN:VAVAILABILITY", "UID:1", "DTSTART;TZID=Europe/Berlin:20240101T000000",
    "BEGIN:AVAILABLE", "UID:2", "DTSTART;TZID=Europe/Berlin:20240101T090000", "DURATION:PT8H", "RRULE:FREQ=WEEKLY",
    "END:AVAILABLE",
    "BEGIN:AVAILABLE", "UID:2", "RECURRENCE-ID;TZID=Europe/Berlin:20240108T090000",
    "DTSTART;TZID=Europe/Berlin:20240109T120000", "DURATION:PT1H", "END:AVAILABLE",
    "END:VAVAILABILITY",
]  # fmt: skip


@pytest.mark.rfc("7953", "3.1")
@pytest.mark.rfc("4791", "9.6.5")
def test_available_times_are_expanded_inside_of_their_availability():
    (found,) = expanded(ZONE, AVAILABILITY, within=span("20240101", "20240116"))
    assert found[0] == "DTSTART:20231231T230000Z"
    assert [line for line in found if line.startswith(("DTSTART", "RECURRENCE-ID"))][1:] == [
        "DTSTART:20240101T080000Z", "RECURRENCE-ID:20240101T080000Z",
        "DTSTART:20240109T110000Z", "RECURRENCE-ID:20240108T080000Z",
        "DTSTART:20240115T080000Z", "RECURRENCE-ID:20240115T080000Z",
    ]  # fmt: skip
    assert not [line for line in found if line.startswith("RRULE")]


@pytest.mark.rfc("7953", "3.1")
@pytest.mark.rfc("4791", "9.6.6")
@pytest.mark.parametrize(("start", "end", "kept"), [("20240108", "20240110", 2), ("20240110", "20240115", 1)])
def test_overrides_of_available_times_are_limited(start, end, kept):
    whole = limit_recurrence_set(Instances(read(ZONE, AVAILABILITY)), span(start, end))
    assert [found.name for found in whole.components] == ["VTIMEZONE", "VAVAILABILITY"]
    assert len(whole.components[1].components) == kept


@pytest.mark.rfc("4791", "9.6.6")
def test_a_change_for_the_future_that_another_one_follows_is_left_out_behind_it():
    first = override("10", "20240110", range_=";RANGE=THISANDFUTURE")
    second = override("20", "20240120", range_=";RANGE=THISANDFUTURE")
    assert limited(MASTER, first, second, within=span("20240201", "20240202")) == ["master", "20"]
    assert limited(MASTER, first, second, within=span("20240115", "20240116")) == ["master", "10"]


@pytest.mark.rfc("4791", "9.6.6")
def test_a_change_for_the_future_counts_for_where_its_instances_would_have_been():
    """Moved by five days, it leaves its first place empty, and that is what a client has to know."""
    later = override("10", "20240115", range_=";RANGE=THISANDFUTURE")
    assert limited(MASTER, later, within=span("20240110", "20240111")) == ["master", "10"]
    assert limited(MASTER, later, within=span("20240108", "20240110")) == ["master"]


@pytest.mark.rfc("4791", "9.6.6")
def test_an_override_is_left_out_where_it_neither_is_nor_was():
    assert limited(MASTER, override("05", "20240107"), within=span("20240106", "20240107")) == ["master"]
