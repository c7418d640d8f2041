"""Time zones by name and by VTIMEZONE."""

import contextlib
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import instant_of
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import parse
from a3dav_content.occurrences import Instances
from a3dav_content.timezones import UTC as UTC_ZONE
from a3dav_content.timezones import Zones, custom_zone, named_zone, zone_of_calendar
from a3dav_content.windows_zones import SHOWN, WINDOWS


def part(kind, start, since, to, *lines):
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{start}",
        f"TZOFFSETFROM:{since}",
        f"TZOFFSETTO:{to}",
        *lines,
        f"END:{kind}",
    ]


def zone(*parts, tzid="Ours"):
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid}", *(line for part in parts for line in part), "END:VTIMEZONE"]
    return parse("\n".join(lines).encode())[0]


LAST_SUNDAY = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH="
WINTER = part("STANDARD", "19961027T030000", "+0200", "+0100", LAST_SUNDAY + "10")
SUMMER = part("DAYLIGHT", "19810329T020000", "+0100", "+0200", LAST_SUNDAY + "3")
LIKE_BERLIN = custom_zone(zone(WINTER, SUMMER))


def hours(found, *written):
    """The offset from UTC at a local time, in hours."""
    return (instant_of(datetime(*written)) - found.instant(datetime(*written))) / 3600


@pytest.mark.parametrize("name", ["Europe/Berlin", "EUROPE/BERLIN", " Europe/Berlin ", "W. Europe Standard Time"])
def test_a_zone_is_known_by_its_name(name):
    assert named_zone(name).name == "Europe/Berlin"


@pytest.mark.parametrize(
    "name",
    [
        "/mozilla.org/20070129_1/Europe/Berlin",
        "/softwarestudio.org/Olson_20011030_5/Europe/Berlin",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
    ],
)
def test_a_zone_is_known_behind_the_prefix_of_a_vendor(name):
    assert named_zone(name).name == "Europe/Berlin"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT-05:00) Eastern Time (US & Canada) ", "America/New_York"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("Pacific Time (US & Canada)", "America/Los_Angeles"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Calcutta"),
        ("(UTC-12:00) International Date Line West", "Etc/GMT+12"),
        ("UTC-11", "Etc/GMT+11"),
    ],
)
def test_a_zone_is_known_by_the_name_that_windows_shows(name, known):
    assert named_zone(name).name == known


@pytest.mark.parametrize(("name", "offset"), [("GMT+0100", 1), ("UTC-05:30", -5.5), ("+02:00", 2), ("utc+3", 3)])
def test_a_name_may_be_an_offset(name, offset):
    assert hours(named_zone(name), 2026, 7, 1) == offset


@pytest.mark.parametrize("name", ["GMT+5", "UTC+15", "(UTC+01:00)", "UTC+01:75"])
def test_a_name_that_could_mean_several_offsets_or_none_is_not_known(name):
    assert named_zone(name) is None


WINDOWS_EASTERN = "Eastern Standard Time"
OUTLOOK = [
    part("STANDARD", "16010101T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"),
    part("DAYLIGHT", "16010101T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
]


@pytest.mark.rfc("5545", "3.6.5")
def test_a_name_of_windows_is_that_zone_where_its_rules_agree():
    component = zone(*OUTLOOK, tzid=WINDOWS_EASTERN)
    assert Zones({WINDOWS_EASTERN: component}).get(WINDOWS_EASTERN).name == "America/New_York"


@pytest.mark.rfc("5545", "3.6.5")
@pytest.mark.parametrize("tzid", [WINDOWS_EASTERN, "(UTC-05:00) Eastern Time (US & Canada)"])
def test_a_name_of_windows_with_rules_of_its_own_is_as_its_rules_say(tzid):
    component = zone(part("STANDARD", "16010101T000000", "-0500", "-0500"), tzid=tzid)
    assert hours(Zones({tzid: component}).get(tzid), 2026, 7, 1) == -5


@pytest.mark.rfc("5545", "3.6.5")
def test_a_name_of_iana_is_that_zone_whatever_rules_come_with_it():
    component = zone(part("STANDARD", "16010101T000000", "-0500", "-0500"), tzid="Europe/Berlin")
    assert hours(Zones({"Europe/Berlin": component}).get("Europe/Berlin"), 2026, 7, 1) == 2


@pytest.mark.parametrize("name", ["UTC", "utc", "GMT", "Z", "Etc/UTC"])
def test_utc_is_known_by_its_names(name):
    assert named_zone(name) is UTC_ZONE


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/",
        "Nowhere",
        "Europe",
        "Europe/Atlantis",
        "../../etc/passwd",
        "Europe/../UTC",
        "x" * 5000,
        "Europe/Berlin\0",
        "/x/EST5",
    ],
)
def test_what_is_no_name_of_a_zone_is_none(name):
    assert named_zone(name) is None


@pytest.mark.parametrize("names", [WINDOWS, SHOWN])
def test_every_zone_of_windows_is_known(names):
    assert [name for name in names if named_zone(name) is None] == []


@given(
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]),
    st.datetimes(datetime(1975, 1, 1), datetime(2060, 1, 1)),
)
def test_a_named_zone_agrees_with_the_standard_library(name, moment):
    moment = moment.replace(microsecond=0)
    instant = instant_of(moment)
    local = datetime.fromtimestamp(instant, ZoneInfo(name)).replace(tzinfo=None)
    assert named_zone(name).local(instant) == local
    assert named_zone(name).instant(local) == int(local.replace(tzinfo=ZoneInfo(name)).timestamp())


@given(st.datetimes(datetime(1998, 1, 1), datetime(2037, 1, 1)))
@pytest.mark.rfc("5545", "3.6.5")
def test_a_described_zone_agrees_with_the_one_it_describes(moment):
    moment = moment.replace(microsecond=0)
    berlin = ZoneInfo("Europe/Berlin")
    local = datetime.fromtimestamp(moment.replace(tzinfo=UTC).timestamp(), berlin).replace(tzinfo=None, fold=0)
    assert LIKE_BERLIN.local(instant_of(moment)) == local
    assert LIKE_BERLIN.instant(local) == int(local.replace(tzinfo=berlin).timestamp())


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ((2024, 3, 31, 1, 59), 1),
        ((2024, 3, 31, 3, 0), 2),
        ((2024, 10, 27, 1, 59), 2),
        ((2024, 10, 27, 3, 0), 1),
        ((2024, 7, 1), 2),
        ((2500, 7, 1), 2),
        ((1970, 1, 1), 1),
    ],
)
@pytest.mark.rfc("5545", "3.6.5")
def test_a_described_zone_changes_its_offset_with_each_onset(local, expected):
    assert hours(LIKE_BERLIN, *local) == expected


@pytest.mark.rfc("5545", "3.3.5")
def test_a_time_that_a_described_zone_skips_counts_with_the_offset_before():
    assert hours(LIKE_BERLIN, 2024, 3, 31, 2, 30) == 1


@pytest.mark.rfc("5545", "3.3.5")
def test_a_time_that_a_described_zone_shows_twice_is_the_first():
    assert hours(LIKE_BERLIN, 2024, 10, 27, 2, 30) == 2


@pytest.mark.rfc("5545", "3.6.5")
def test_a_zone_that_gave_up_its_summer_time_stays_at_its_last_offset():
    found = custom_zone(
        zone(
            part("DAYLIGHT", "20000326T020000", "+0100", "+0200", LAST_SUNDAY + "3;UNTIL=20100328T010000Z"),
            part("STANDARD", "20001029T030000", "+0200", "+0100", LAST_SUNDAY + "10;UNTIL=20091025T010000Z"),
        )
    )
    assert hours(found, 2009, 12, 1) == 1
    assert hours(found, 2010, 7, 1) == 2
    assert hours(found, 2024, 1, 1) == 2


@pytest.mark.rfc("5545", "3.8.5.2")
def test_onsets_may_be_dates():
    found = custom_zone(
        zone(
            part("STANDARD", "20000101T000000", "+0100", "+0100"),
            part("DAYLIGHT", "20240601T000000", "+0100", "+0300", "RDATE:20250601T000000"),
            part("STANDARD", "20240901T000000", "+0300", "+0100", "RDATE:20250901T000000"),
        )
    )
    assert [hours(found, 2024, 7, 1), hours(found, 2025, 1, 1), hours(found, 2025, 7, 1)] == [3, 1, 3]


def test_a_zone_with_one_observance_has_one_offset():
    found = custom_zone(zone(part("STANDARD", "16010101T000000", "-0330", "-0330")))
    assert {hours(found, year, 7, 1) for year in (1, 1600, 2024, 9999)} == {-3.5}


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [["BEGIN:STANDARD", "DTSTART:19700101T000000", "END:STANDARD"]],
        [["BEGIN:STANDARD", "TZOFFSETTO:+0100", "END:STANDARD"]],
        [part("STANDARD", "soon", "+0100", "+0100")],
        [part("STANDARD", "19700101T000000", "+0100", "1h")],
        [part("STANDARD", "19700101T000000", "+0100", "+2500")],
        [part("STANDARD", "19700101T000000", "+0100", "+0160")],
        [part("STANDARD", "19700101T000000", "+0100", "+0100", "RRULE:FREQ=SOMETIMES")],
    ],
)
def test_a_description_that_says_nothing_is_none(parts):
    assert custom_zone(zone(*parts)) is None


def test_the_name_wins_over_the_description():
    zones = Zones({"Europe/Berlin": zone(part("STANDARD", "19700101T000000", "+0900", "+0900"))})
    assert hours(zones.get("Europe/Berlin"), 2024, 7, 1) == 2


def test_what_is_neither_known_nor_described_is_the_default():
    assert Zones({}, LIKE_BERLIN).get("Nowhere") is LIKE_BERLIN


@pytest.mark.rfc("4791", "5.2.2")
def test_the_zone_of_a_calendar_is_that_of_its_one_time_zone():
    lines = "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:{}\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE\nEND:VCALENDAR\n"
    assert hours(zone_of_calendar(parse(lines.format("Ours").encode())[0]), 2024, 7, 1) == 5.5
    assert hours(zone_of_calendar(parse(lines.format("Europe/Berlin").encode())[0]), 2024, 7, 1) == 2
    assert zone_of_calendar(parse(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")[0]) is None


HARMFUL = {
    "a change every second": [part("STANDARD", "19700101T000000", "+0100", "+0200", "RRULE:FREQ=SECONDLY")],
    "a change every hour, many times": [
        part("STANDARD", "19700101T000000", "+0100", "+0200", *["RRULE:FREQ=HOURLY"] * 10)
    ]
    * 200,
    "thousands of dates": [
        part("STANDARD", "19700101T000000", "+0100", "+0200", "RDATE:" + ",".join(["20240101T000000"] * 2000))
    ]
    * 50,
}


@pytest.mark.parametrize("parts", HARMFUL.values(), ids=HARMFUL)
def test_a_description_that_means_harm_is_refused_or_answered_at_little_cost(parts):
    found = custom_zone(zone(*parts))
    started = datetime.now(UTC)
    with contextlib.suppress(LimitExceeded):
        found.instant(datetime(2024, 7, 1))
    assert datetime.now(UTC) - started < timedelta(seconds=2)


def test_a_series_in_a_harmful_zone_is_refused_as_a_whole():
    lines = "\n".join(HARMFUL["a change every second"][0])
    body = (
        f"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Ours\n{lines}\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\n"
        "DTSTART;TZID=Ours:20240101T000000\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    with pytest.raises(ContentError):
        Instances(CalendarObject.parse(body.encode())).between(0, 2_000_000_000)


@pytest.mark.rfc("5545", "3.6.5")
def test_a_later_onset_of_an_observance_says_nothing_about_the_years_before_it():
    found = custom_zone(
        zone(
            part("STANDARD", "19400225T020000", "+0000", "+0100", "RDATE:19810501T000000"),
            part("STANDARD", "19631014T000000", "+0100", "+0000"),
        )
    )
    assert [hours(found, year, 6, 1) for year in (1950, 1970, 1990)] == [1, 0, 1]


@pytest.mark.rfc("5545", "3.6.5")
def test_a_rule_that_ends_between_its_onsets_held_until_the_last_of_them():
    found = custom_zone(
        zone(
            part("DAYLIGHT", "20000326T020000", "+0100", "+0200", LAST_SUNDAY + "3;UNTIL=20101231T000000Z"),
            part("STANDARD", "20001029T030000", "+0200", "+0100", LAST_SUNDAY + "10;UNTIL=20101101T000000Z"),
        )
    )
    assert hours(found, 2020, 6, 1) == 1
