"""Recurrence rules: the examples of the RFC, an independent library, and rules that mean harm."""

import contextlib
import itertools
import re
from datetime import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import EARLIEST, LATEST
from a3dav_content.errors import LimitExceeded
from a3dav_content.occurrences import Instances
from a3dav_content.recurrence import Rule

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def days(written, hour=9):
    """ "1997 Sep 2 9-11 Oct 4" as local times at nine."""
    year, month, found = 0, 0, []
    for word in written.split():
        if len(word) == 4 and word.isdigit():
            year = int(word)
        elif word in MONTHS:
            month = MONTHS.index(word)
        else:
            first, _, last = word.partition("-")
            found += [datetime(year, month, day, hour) for day in range(int(first), int(last or first) + 1)]
    return found


def times(written, day=2):
    """ "09:00 09:20" on a day of September 1997."""
    return [datetime(1997, 9, day, int(word[:2]), int(word[3:])) for word in written.split()]


def instances(start, *lines):
    """The local starts of an event in New York."""
    event = ["BEGIN:VEVENT", "UID:1", f"DTSTART;TZID=America/New_York:{start}", *lines, "END:VEVENT"]
    text = "\n".join(["BEGIN:VCALENDAR", *event, "END:VCALENDAR"])
    return [found.local for found in itertools.islice(_around(text), 200)]


def _around(text):
    return Instances(CalendarObject.parse(text.encode())).around(EARLIEST, LATEST)


JANUARIES = "1998 Jan 1-31 1999 Jan 1-31 2000 Jan 1-31"
EXAMPLES = [
    ("19970902T090000", "FREQ=DAILY;COUNT=10", days("1997 Sep 2-11")),
    (
        "19970902T090000",
        "FREQ=DAILY;UNTIL=19971224T000000Z",
        days("1997 Sep 2-30 Oct 1-31 Nov 1-30 Dec 1-23"),
    ),
    ("19970902T090000", "FREQ=DAILY;INTERVAL=10;COUNT=5", days("1997 Sep 2 12 22 Oct 2 12")),
    (
        "19980101T090000",
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        days(JANUARIES),
    ),
    ("19980101T090000", "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", days(JANUARIES)),
    ("19970902T090000", "FREQ=WEEKLY;COUNT=10", days("1997 Sep 2 9 16 23 30 Oct 7 14 21 28 Nov 4")),
    (
        "19970902T090000",
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        days("1997 Sep 2 9 16 23 30 Oct 7 14 21 28 Nov 4 11 18 25 Dec 2 9 16 23"),
    ),
    (
        "19970902T090000",
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        days("1997 Sep 2 4 9 11 16 18 23 25 30 Oct 2"),
    ),
    (
        "19970902T090000",
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        days("1997 Sep 2 4 9 11 16 18 23 25 30 Oct 2"),
    ),
    (
        "19970901T090000",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        days("1997 Sep 1 3 5 15 17 19 29 Oct 1 3 13 15 17 27 29 31 Nov 10 12 14 24 26 28 Dec 8 10 12 22"),
    ),
    (
        "19970902T090000",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        days("1997 Sep 2 4 16 18 30 Oct 2 14 16"),
    ),
    (
        "19970905T090000",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        days("1997 Sep 5 Oct 3 Nov 7 Dec 5 1998 Jan 2 Feb 6 Mar 6 Apr 3 May 1 Jun 5"),
    ),
    ("19970905T090000", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", days("1997 Sep 5 Oct 3 Nov 7 Dec 5")),
    (
        "19970907T090000",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        days("1997 Sep 7 28 Nov 2 30 1998 Jan 4 25 Mar 1 29 May 3 31"),
    ),
    (
        "19970922T090000",
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        days("1997 Sep 22 Oct 20 Nov 17 Dec 22 1998 Jan 19 Feb 16"),
    ),
    (
        "19970902T090000",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        days("1997 Sep 2 15 Oct 2 15 Nov 2 15 Dec 2 15 1998 Jan 2 15"),
    ),
    (
        "19970930T090000",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        days("1997 Sep 30 Oct 1 31 Nov 1 30 Dec 1 31 1998 Jan 1 31 Feb 1"),
    ),
    (
        "19970910T090000",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        days("1997 Sep 10-15 1999 Mar 10-13"),
    ),
    (
        "19970610T090000",
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        days("1997 Jun 10 Jul 10 1998 Jun 10 Jul 10 1999 Jun 10 Jul 10 2000 Jun 10 Jul 10 2001 Jun 10 Jul 10"),
    ),
    (
        "19970310T090000",
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        days(
            "1997 Mar 10 1999 Jan 10 Feb 10 Mar 10 2001 Jan 10 Feb 10 Mar 10 2003 Jan 10 Feb 10 Mar 10"
        ),
    ),
    (
        "19970101T090000",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        days("1997 Jan 1 Apr 10 Jul 19 2000 Jan 1 Apr 9 Jul 18 2003 Jan 1 Apr 10 Jul 19 2006 Jan 1"),
    ),
    (
        "19970904T090000",
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        days("1997 Sep 4 Oct 7 Nov 6"),
    ),
    # With the end that erratum 3883 gives to this example.
    ("19970902T090000", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", times("09:00 12:00 15:00")),
    (
        "19970902T090000",
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
        times("09:00 09:15 09:30 09:45 10:00 10:15"),
    ),
    ("19970902T090000", "FREQ=MINUTELY;INTERVAL=90;COUNT=4", times("09:00 10:30 12:00 13:30")),
    (
        "19970805T090000",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        days("1997 Aug 5 10 19 24"),
    ),
    (
        "19970805T090000",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        days("1997 Aug 5 17 19 31"),
    ),
    ("20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", days("2007 Jan 15 30 Feb 15 Mar 15 30")),
]  # fmt: skip

TWENTY_MINUTES = [
    datetime(1997, 9, day, hour, minute) for day in (2, 3) for hour in range(9, 17) for minute in (0, 20, 40)
]
ENDLESS = [
    (
        "19970902T090000",
        "FREQ=DAILY;INTERVAL=2",
        days("1997 Sep 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 Oct 2 4 6 8"),
    ),
    (
        "19970902T090000",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        days("1997 Sep 2 16 30 Oct 14 28 Nov 11 25 Dec 9 23 1998 Jan 6 20 Feb 3 17"),
    ),
    (
        "19970928T090000",
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        days("1997 Sep 28 Oct 29 Nov 28 Dec 29 1998 Jan 29 Feb 26"),
    ),
    (
        "19970902T090000",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        days("1997 Sep 2 9 16 23 30 Nov 4 11 18 25 1998 Jan 6 13 20 27 Mar 3 10 17 24 31"),
    ),
    ("19970519T090000", "FREQ=YEARLY;BYDAY=20MO", days("1997 May 19 1998 May 18 1999 May 17")),
    ("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", days("1997 May 12 1998 May 11 1999 May 17")),
    (
        "19970313T090000",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        days("1997 Mar 13 20 27 1998 Mar 5 12 19 26 1999 Mar 4 11 18 25"),
    ),
    (
        "19970605T090000",
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        days(
            "1997 Jun 5 12 19 26 Jul 3 10 17 24 31 Aug 7 14 21 28 1998 Jun 4 11 18 25 Jul 2 9 16 23 30 "
            "Aug 6 13 20 27 1999 Jun 3 10 17 24 Jul 1 8 15 22 29 Aug 5 12 19 26"
        ),
    ),
    (
        "19970913T090000",
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        days("1997 Sep 13 Oct 11 Nov 8 Dec 13 1998 Jan 10 Feb 7 Mar 7 Apr 11 May 9 Jun 13"),
    ),
    (
        "19961105T090000",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        days("1996 Nov 5 2000 Nov 7 2004 Nov 2"),
    ),
    (
        "19970929T090000",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        days("1997 Sep 29 Oct 30 Nov 27 Dec 30 1998 Jan 29 Feb 26 Mar 30"),
    ),
    (
        "19970902T090000",
        "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
        TWENTY_MINUTES,
    ),
    ("19970902T090000", "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", TWENTY_MINUTES),
]  # fmt: skip


@pytest.mark.parametrize(("start", "rule", "expected"), EXAMPLES)
@pytest.mark.rfc("5545", "3.8.5.3")
def test_an_example_that_ends_has_the_instances_of_the_rfc(start, rule, expected):
    assert instances(start, f"RRULE:{rule}") == expected


@pytest.mark.parametrize(("start", "rule", "expected"), ENDLESS)
@pytest.mark.rfc("5545", "3.8.5.3")
def test_an_endless_example_begins_with_the_instances_of_the_rfc(start, rule, expected):
    assert instances(start, f"RRULE:{rule}")[: len(expected)] == expected


@pytest.mark.rfc("5545", "3.8.5.3")
def test_every_friday_the_13th_without_the_start_itself():
    found = instances(
        "19970902T090000",
        "EXDATE;TZID=America/New_York:19970902T090000",
        "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    )
    assert found[:5] == days("1998 Feb 13 Mar 13 Nov 13 1999 Aug 13 2000 Oct 13")


@pytest.mark.rfc("5545", "3.8.5.3")
def test_the_start_counts_as_the_first_even_where_the_rule_does_not_name_it():
    assert instances("19970901T090000", "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3") == days("1997 Sep 1 2 9")


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("20240229T090000", "FREQ=YEARLY;COUNT=3", "2024 Feb 29 2028 Feb 29 2032 Feb 29"),
        ("20240131T090000", "FREQ=MONTHLY;COUNT=4", "2024 Jan 31 Mar 31 May 31 Jul 31"),
        ("20241230T090000", "FREQ=YEARLY;BYWEEKNO=1;COUNT=3", "2024 Dec 30 2025 Dec 29 2027 Jan 4"),
        ("20201231T090000", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;COUNT=2", "2020 Dec 31 2026 Dec 31"),
        ("20231231T090000", "FREQ=YEARLY;BYYEARDAY=-1,366;COUNT=3", "2023 Dec 31 2024 Dec 31 2025 Dec 31"),
        ("20240101T090000", "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU;COUNT=3", "2024 Jan 1 Dec 29 2025 Dec 28"),
    ],
)
@pytest.mark.rfc("5545", "3.3.10")
def test_days_that_a_period_lacks_are_passed_over(start, rule, expected):
    assert instances(start, f"RRULE:{rule}") == days(expected)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("20240103T090000", "2024 Jan 1-3"),
        ("20240103T085959", "2024 Jan 1-2"),
        ("20240103T140000Z", "2024 Jan 1-3"),
        ("20240103T135959Z", "2024 Jan 1-2"),
        ("20240103", "2024 Jan 1-3"),
    ],
)
@pytest.mark.rfc("5545", "3.3.10")
def test_until_is_inclusive_in_whatever_form(until, expected):
    assert instances("20240101T090000", f"RRULE:FREQ=DAILY;UNTIL={until}") == days(expected)


def numbers(least, most, size=3):
    return st.lists(st.integers(least, most), min_size=1, max_size=size, unique=True)


def signed(most):
    return numbers(1, most).flatmap(lambda found: st.sampled_from([found, [-number for number in found]]))


WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=4, unique=True)
ORDINAL_MONTH = st.sampled_from(["1MO", "2TU", "-1FR", "4SU", "-2WE", "3SA"])
ORDINAL_YEAR = st.sampled_from(["1MO", "20TU", "-1FR", "50SU", "-20WE"])
MONTH = numbers(1, 12).map(lambda found: ("BYMONTH", found))
DAY = WEEKDAYS.map(lambda found: ("BYDAY", found))
MONTHDAY = signed(28).map(lambda found: ("BYMONTHDAY", found))
HOUR = numbers(0, 23).map(lambda found: ("BYHOUR", found))
MINUTE = numbers(0, 59).map(lambda found: ("BYMINUTE", found))
SECOND = numbers(0, 59).map(lambda found: ("BYSECOND", found))
POSITION = st.sampled_from([[1], [-1], [1, -1], [1, 2], [-1, -2]]).map(lambda found: ("BYSETPOS", found))
NTH_OF_MONTH = st.lists(ORDINAL_MONTH, min_size=1, max_size=2, unique=True).map(lambda found: ("BYDAY", found))
NTH_OF_YEAR = st.lists(ORDINAL_YEAR, min_size=1, max_size=2, unique=True).map(lambda found: ("BYDAY", found))
YEARDAY = signed(365).map(lambda found: ("BYYEARDAY", found))
PARTS = {
    "YEARLY": [[MONTH], [DAY], [MONTHDAY], [MONTH, MONTHDAY], [MONTH, DAY], [MONTH, NTH_OF_MONTH], [NTH_OF_YEAR],
               [YEARDAY], [MONTH, MONTHDAY, DAY], [DAY, POSITION], [MONTH, DAY, HOUR, POSITION], [HOUR, SECOND]],
    "MONTHLY": [[], [MONTH], [DAY], [MONTHDAY], [MONTHDAY, DAY], [NTH_OF_MONTH], [MONTH, NTH_OF_MONTH],
                [DAY, POSITION], [MONTHDAY, HOUR, MINUTE], [DAY, HOUR, POSITION]],
    "WEEKLY": [[], [DAY], [MONTH, DAY], [DAY, HOUR], [DAY, POSITION], [DAY, HOUR, MINUTE, SECOND]],
    "DAILY": [[], [MONTH], [DAY], [MONTHDAY], [MONTH, DAY], [HOUR, MINUTE], [HOUR, MINUTE, POSITION], [MONTHDAY, DAY]],
    "HOURLY": [[], [HOUR], [MINUTE], [MINUTE, SECOND], [MONTH, HOUR], [DAY, HOUR], [MONTHDAY]],
    "MINUTELY": [[], [HOUR], [MINUTE], [HOUR, MINUTE], [SECOND], [DAY, HOUR]],
    "SECONDLY": [[], [SECOND], [MINUTE], [HOUR]],
}  # fmt: skip


@st.composite
def rules(draw):
    """Rules that have instances again and again, so that no library has to search to the end of time."""
    freq = draw(st.sampled_from(sorted(PARTS)))
    parts = [draw(part) for part in draw(st.sampled_from(PARTS[freq]))]
    # Prime to the length of every period, so that no interval can miss what the other parts ask for.
    interval = draw(st.sampled_from([1, 11, 13]))
    week = draw(st.sampled_from(["", ";WKST=SU", ";WKST=WE"])) if freq == "WEEKLY" else ""
    written = "".join(f";{name}={','.join(map(str, values))}" for name, values in parts)
    return f"FREQ={freq};INTERVAL={interval}{week}{written}"


STARTS = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(lambda moment: moment.replace(microsecond=0))


@given(rules(), STARTS)
@pytest.mark.rfc("5545", "3.3.10")
def test_a_rule_has_the_instances_that_dateutil_finds(rule, moment):
    rrule = pytest.importorskip("dateutil.rrule")
    # dateutil leaves out a start that the rule does not name, so the first instance becomes the start.
    start = next(iter(rrule.rrulestr(rule, dtstart=moment)), None)
    assume(start is not None)
    expected = list(itertools.islice(rrule.rrulestr(rule, dtstart=start), 12))
    assert list(itertools.islice(Rule.parse(rule).starts(start, Budget(10**7)), 12)) == expected


@given(rules(), STARTS, st.integers(0, 60))
def test_a_walk_that_begins_late_goes_on_like_one_from_the_start(rule, start, skipped):
    parsed = Rule.parse(rule)
    walked = list(itertools.islice(parsed.starts(start, Budget(10**7)), skipped + 5))
    assume(len(walked) > skipped)
    since = walked[skipped]
    late = parsed.starts(start, Budget(10**7), since=since)
    assert list(itertools.islice((moment for moment in late if moment >= since), 5)) == walked[skipped:]


@given(rules(), STARTS, st.integers(1, 10))
def test_a_count_takes_the_first_of_an_endless_rule(rule, start, count):
    endless = itertools.islice(Rule.parse(rule).starts(start, Budget(10**7)), count)
    assert list(Rule.parse(f"{rule};COUNT={count}").starts(start, Budget(10**7))) == list(endless)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "FREQ=YEARLY;BYWEEKNO=1",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;BYMONTH=6",
        "FREQ=HOURLY;INTERVAL=7",
        "FREQ=MINUTELY;INTERVAL=45",
        "FREQ=SECONDLY;INTERVAL=30",
    ],
)
def test_the_year_2400_costs_what_next_week_costs(rule):
    budget = Budget()
    since = datetime(2400, 1, 1)
    late = (moment for moment in Rule.parse(rule).starts(datetime(2024, 1, 1), budget, since=since) if moment >= since)
    assert next(late).year in {2400, 2401}
    assert budget.steps - budget.left < 500


ALL_SECONDS = ",".join(map(str, range(60)))
ALL_HOURS = ",".join(map(str, range(24)))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYHOUR=1;BYMINUTE=1;BYSECOND=1",
        "FREQ=MINUTELY;BYMONTHDAY=31;BYMONTH=2,4",
        "FREQ=HOURLY;BYYEARDAY=366;INTERVAL=8760",
        f"FREQ=HOURLY;BYMINUTE={ALL_SECONDS};BYSECOND={ALL_SECONDS}",
        f"FREQ=HOURLY;BYMINUTE={ALL_SECONDS};BYSECOND={ALL_SECONDS};BYSETPOS=366",
        f"FREQ=MINUTELY;BYSECOND={ALL_SECONDS};BYSETPOS=-61",
        f"FREQ=YEARLY;BYDAY=MO,TU;BYHOUR={ALL_HOURS};BYMINUTE={ALL_SECONDS};BYSECOND={ALL_SECONDS}",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYDAY=MO;INTERVAL=7",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;INTERVAL=10000000",
        "FREQ=DAILY;INTERVAL=10000000;COUNT=1000000000",
    ],
)
def test_a_rule_that_means_harm_ends_within_its_budget(rule):
    """Neither the moments that are given nor the periods that are searched exceed what the budget pays for."""
    moments = Rule.parse(rule).starts(datetime(2023, 1, 1, 12), Budget(20_000))
    given = 0
    with contextlib.suppress(LimitExceeded):
        for given, _ in enumerate(moments, 1):  # noqa: B007 - how many there are is the question
            pass
    assert given <= 20_001


def test_a_budget_says_what_was_too_much():
    with pytest.raises(LimitExceeded, match=re.escape("costs more than 50 steps")):
        list(Rule.parse("FREQ=DAILY").starts(datetime(2024, 1, 1), Budget(50)))


def test_an_endless_rule_ends_with_the_calendar():
    moments = list(Rule.parse("FREQ=YEARLY;INTERVAL=1000").starts(datetime(2024, 2, 29, 23, 59, 59), Budget()))
    assert moments[-1] == datetime(9024, 2, 29, 23, 59, 59)


@pytest.mark.parametrize("freq", ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"])
def test_a_rule_at_the_end_of_the_calendar_stops_there(freq):
    moments = list(Rule.parse(f"FREQ={freq}").starts(datetime(9999, 12, 31, 23, 59, 50), Budget()))
    assert moments[0] == datetime(9999, 12, 31, 23, 59, 50)
    assert len(moments) <= 10


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("20140131T090000", "FREQ=MONTHLY;SKIP=OMIT;COUNT=4", "2014 Jan 31 Mar 31 May 31 Jul 31"),
        ("20140131T090000", "FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4", "2014 Jan 31 Feb 28 Mar 31 Apr 30"),
        ("20140131T090000", "FREQ=MONTHLY;SKIP=FORWARD;COUNT=4", "2014 Jan 31 Mar 1 31 May 1"),
        ("20140131T090000", "FREQ=MONTHLY;COUNT=3", "2014 Jan 31 Mar 31 May 31"),
        ("20160229T090000", "FREQ=YEARLY;SKIP=BACKWARD;COUNT=4", "2016 Feb 29 2017 Feb 28 2018 Feb 28 2019 Feb 28"),
        ("20160229T090000", "FREQ=YEARLY;SKIP=FORWARD;COUNT=5", "2016 Feb 29 2017 Mar 1 2018 Mar 1 2019 Mar 1 2020 Feb 29"),
        ("20230131T090000", "FREQ=MONTHLY;BYMONTHDAY=28,31;SKIP=BACKWARD;COUNT=4", "2023 Jan 31 Feb 28 Mar 28 31"),
        ("20230101T090000", "FREQ=MONTHLY;BYMONTHDAY=1,30;SKIP=FORWARD;COUNT=5", "2023 Jan 1 30 Feb 1 Mar 1 30"),
        ("20231231T090000", "FREQ=YEARLY;BYYEARDAY=366;SKIP=BACKWARD;COUNT=3", "2023 Dec 31 2024 Dec 31 2025 Dec 31"),
        ("20230101T090000", "FREQ=YEARLY;BYYEARDAY=366;SKIP=FORWARD;COUNT=4", "2023 Jan 1 2024 Jan 1 Dec 31 2026 Jan 1"),
        ("20230130T090000", "FREQ=MONTHLY;BYMONTHDAY=-30;SKIP=BACKWARD;COUNT=4", "2023 Jan 30 31 Mar 2 Apr 1"),
    ],
)  # fmt: skip
@pytest.mark.rfc("7529", "4.1")
def test_skip_says_what_becomes_of_days_that_there_are_not(start, rule, expected):
    assert instances(start, f"RRULE:RSCALE=GREGORIAN;{rule}") == days(expected)


@pytest.mark.rfc("7529", "4.1")
def test_a_day_that_was_moved_into_the_next_month_is_found_there_alone():
    parsed = Rule.parse("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD")
    late = parsed.starts(datetime(2014, 1, 31), Budget(), since=datetime(2023, 3, 1))
    assert [moment for moment in itertools.islice(late, 4) if moment >= datetime(2023, 3, 1)][:2] == [
        datetime(2023, 3, 1), datetime(2023, 3, 31),
    ]  # fmt: skip


NEVER = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=32",
    "FREQ=WEEKLY;BYMONTH=4;BYMONTHDAY=31",
    "FREQ=WEEKLY;BYSETPOS=8;BYDAY=MO",
    "FREQ=DAILY;BYDAY=TU;INTERVAL=7",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYHOUR=1,2;BYSETPOS=3",
    "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
    "FREQ=HOURLY;BYYEARDAY=60;BYMONTHDAY=3",
    "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
    "FREQ=MINUTELY;BYSECOND=1,2;BYSETPOS=3",
    "FREQ=SECONDLY;INTERVAL=60;BYSECOND=30",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;BYSETPOS=2",
]


@pytest.mark.parametrize("rule", NEVER)
def test_a_rule_that_never_comes_true_is_known_by_few_steps(rule):
    """The calendar repeats itself every 400 years: what has not come by then does not come."""
    budget = Budget(30_000)
    assert list(Rule.parse(rule).starts(datetime(2024, 1, 1), budget)) == [datetime(2024, 1, 1)]


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY;BYHOUR=5;BYMINUTE=0;BYSECOND=0", "FREQ=MINUTELY;BYHOUR=5;BYMINUTE=0",
                                  "FREQ=HOURLY;BYHOUR=5", "FREQ=SECONDLY;INTERVAL=7;BYHOUR=5;BYMINUTE=0;BYSECOND=0"])  # fmt: skip
def test_what_a_rule_leaves_out_of_a_day_costs_nothing(rule):
    budget = Budget(1_000)
    until = datetime(2024, 1, 31)
    assert len(list(Rule.parse(rule).starts(datetime(2024, 1, 1, 5), budget, before=until))) > 4


@pytest.mark.parametrize(
    "rule", ["FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2;BYDAY=MO", "FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2;BYDAY=MO"]
)
def test_leap_days_that_are_mondays_come_every_28_years_but_for_centuries(rule):
    late = Rule.parse(rule).starts(datetime(2024, 1, 1), Budget(), since=datetime(2080, 1, 1))
    assert [moment.year for moment in itertools.islice(late, 3)] == [2112, 2140, 2168]


def test_a_range_is_the_end_of_the_walk():
    budget = Budget(100)
    Rule.parse("FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2;BYDAY=MO")
    starts = Rule.parse("FREQ=DAILY").starts(datetime(2024, 1, 1), budget, datetime(2030, 1, 1), datetime(2030, 1, 5))
    assert [moment.day for moment in starts if moment >= datetime(2030, 1, 1)] == [1, 2, 3, 4, 5]
