"""VTIMEZONE made from IANA's data: each is read back by our own reader and held against the standard library."""

from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest

from a3dav_content.dates import instant_of
from a3dav_content.lines import parse, serialise
from a3dav_content.posix_rules import PosixRules
from a3dav_content.timezones import custom_zone, zone_file
from a3dav_content.vtimezones import timezone_calendar, timezone_text, vtimezone
from a3dav_content.zone_data import zone_data

ZONES = sorted(files("tzdata").joinpath("zones").read_text().split())
DIFFERENT = list({zone_file(name): name for name in ZONES}.values())
SEASONS = [instant_of(datetime(year, month, 1, 3)) for year in range(1970, 2101, 5) for month in (1, 4, 7, 10)]
Y2000, Y2030, Y2101 = (instant_of(datetime(year, 1, 1)) for year in (2000, 2030, 2101))


def moments(name, start, end):
    """Instants in a range: the seasons, and both sides of every change of the clock."""
    changes = zone_data(name).transitions + tuple(c for y in (2038, 2099) for c in zone_data(name).ruled(y))
    around = [change.instant + shift for change in changes for shift in (-1, 0)]
    return [moment for moment in (*SEASONS, *around) if start <= moment < end]


def differences(name, component, start=0, end=Y2101):
    described, file = custom_zone(component), files("tzdata").joinpath("zoneinfo").joinpath(*name.split("/"))
    known = ZoneInfo.from_file(BytesIO(file.read_bytes()))
    return [
        moment
        for moment in moments(name, start, end)
        if described.local(moment) != datetime.fromtimestamp(moment, UTC).astimezone(known).replace(tzinfo=None, fold=0)
    ]


@pytest.mark.rfc("5545", "3.6.5")
@pytest.mark.rfc("7809", "3.1.5")
@pytest.mark.parametrize("initial", sorted({name[0] for name in DIFFERENT}))
def test_every_zone_is_described_as_it_is_from_1970_to_2100(initial):
    names = [name for name in DIFFERENT if name[0] == initial]
    assert [name for name in names if differences(name, vtimezone(name))] == []


@pytest.mark.rfc("7808", "3.9")
@pytest.mark.parametrize("name", ["Europe/Berlin", "Africa/Casablanca", "Asia/Gaza", "Pacific/Apia", "Etc/GMT+5"])
def test_a_truncated_zone_is_right_in_its_range(name):
    assert differences(name, vtimezone(name, start=Y2000, end=Y2030), Y2000, Y2030) == []
    assert differences(name, vtimezone(name, start=Y2030), Y2030) == []


@pytest.mark.rfc("7808", "3.9", "7.1", "7.2")
def test_a_truncated_zone_says_what_it_covers():
    lines = timezone_text("Europe/Berlin", "Ours", Y2000, Y2030, "Europe/Berlin").decode().split("\r\n")
    assert lines[:4] == ["BEGIN:VTIMEZONE", "TZID:Ours", "TZID-ALIAS-OF:Europe/Berlin", "TZUNTIL:20300101T000000Z"]
    assert lines[4:10] == [
        "BEGIN:STANDARD", "DTSTART:20000101T010000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
    ]  # fmt: skip
    assert [line for line in lines if line.startswith("RRULE")] == [
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20290325T010000Z",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20291028T010000Z",
    ]


def test_a_zone_is_told_in_few_lines():
    assert max(len(timezone_text(name, start=Y2000)) for name in DIFFERENT) < 8_000
    assert len(timezone_text("Europe/Berlin", start=Y2000)) < 500


def test_a_description_is_what_a_reader_of_content_lines_reads():
    (calendar,) = parse(timezone_calendar("America/New_York"))
    assert [component.name for component in calendar.components] == ["VTIMEZONE"]
    assert serialise(next(calendar.sub("VTIMEZONE"))) == timezone_text("America/New_York")


@pytest.mark.rfc("9636", "3.3.1")
@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("CET-1CEST,M3.5.0,M10.5.0/3", ["BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU"]),
        ("EST5EDT,M3.2.0,M11.1.0", ["BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"]),
        (
            "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
            ["BYMONTH=3;BYMONTHDAY=-8,-7,-6,-5,-4,-3,-2;BYDAY=SA", "BYMONTH=10;BYDAY=-1SU"],
        ),
        ("IST-2IDT,M3.4.4/26,M10.5.0", ["BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR", "BYMONTH=10;BYDAY=-1SU"]),
        ("EET-2EEST,M4.5.5/0,M10.5.4/24", ["BYMONTH=4;BYDAY=-1FR", "BYYEARDAY=-67,-66,-65,-64,-63,-62,-61;BYDAY=FR"]),
        ("AAA1BBB,J60,300", ["BYMONTH=3;BYMONTHDAY=1", "BYYEARDAY=301"]),
        (
            "AAA1BBB,M2.5.0/24,M9.4.6/-24",
            ["BYYEARDAY=54,55,56,57,58,59,60;BYDAY=MO", "BYMONTH=9;BYMONTHDAY=21,22,23,24,25,26,27;BYDAY=FR"],
        ),
    ],
)
def test_posix_rules_are_told_as_recurrence(text, rules):
    assert [onset.recurrence for onset in PosixRules.parse(text).onsets] == ["FREQ=YEARLY;" + rule for rule in rules]


@pytest.mark.parametrize("text", ["", "A1B,J60,J300", "CET", "CET-1CEST"])
def test_what_is_no_rule_of_posix_is_refused(text):
    with pytest.raises(ValueError, match="no rules of a time zone"):
        PosixRules.parse(text)


def test_rules_hold_from_where_the_list_of_changes_ends():
    norfolk = zone_data("Pacific/Norfolk")  # it left half an hour in 2015, and has had a summer time since 2019
    y2016, y2019, y2021 = (instant_of(datetime(year, 1, 1)) for year in (2016, 2019, 2021))
    assert norfolk.between(y2016, y2019) == []
    assert norfolk.at(y2016).offset == 11 * 3600
    assert [change.after.name for change in norfolk.between(y2019, y2021)] == ["+12", "+11", "+12"]
