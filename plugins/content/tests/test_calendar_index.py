"""The index of calendar objects: what a filter would find is always among its candidates."""

import itertools
from datetime import UTC, datetime
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav_content.budget import Budget
from a3dav_content.busy_index import UNTOLD
from a3dav_content.calendar_index import INDEX_STEPS, NEVER, index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import utc_of
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.filter_reading import parse
from a3dav_content.timezones import UTC as UTC_ZONE
from a3dav_content.timezones import FixedZone, named_zone

spend = Budget.spend
NOW = int(datetime(2024, 6, 1, tzinfo=UTC).timestamp())
DAY = 86_400
BACK, AHEAD = 20 * DAY, 40 * DAY


def instant(written):
    return int(datetime.strptime(f"{written}+0000", "%Y%m%dT%H%M%S%z").timestamp())


def read(*lines):
    return CalendarObject.parse("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode())


def event(*lines):
    return ["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"]


def is_candidate(entry, start, end, path=()):
    """What the query for a range asks of an entry."""
    ringing = "VALARM" in path
    first, last = (entry.first_alarm, entry.last_alarm) if ringing else (entry.first, entry.last)
    if entry.always:
        return True
    if last <= start or first >= end:
        return False
    if not entry.recurs or start < entry.covered_from or end > entry.covered_until:
        return True
    return meets(entry.alarms if ringing else entry.rows, start, end)


def is_sure(entry, start, end):
    """What tells a query that it need not look at the object."""
    rows = entry.rows if entry.recurs else [(entry.first, entry.last)]
    return not entry.always and meets(rows, start, end, 2 * entry.loose)


def meets(rows, start, end, loose=0):
    return any(last - loose > start and first + loose < end for first, last in rows)


def query(path, start, end):
    written = f'<C:time-range start="{utc_of(start):%Y%m%dT%H%M%SZ}" end="{utc_of(end):%Y%m%dT%H%M%SZ}"/>'
    for name in reversed(["VCALENDAR", *path]):
        written = f'<C:comp-filter name="{name}">{written}</C:comp-filter>'
    return parse(fromstring(f'<C:filter xmlns:C="urn:ietf:params:xml:ns:caldav">{written}</C:filter>'))


# Moments near the window that the index covers, at its ends and far away from it.
MOMENTS = st.one_of(
    st.integers(-BACK - 3 * DAY, AHEAD + 3 * DAY),
    st.integers(-3 * DAY, 3 * DAY).map(lambda shift: shift + AHEAD),
    st.integers(-3 * DAY, 3 * DAY).map(lambda shift: shift - BACK),
    st.integers(-400 * DAY, 400 * DAY),
).map(lambda seconds: NOW + seconds // 900 * 900)
LENGTHS = st.sampled_from([1, 900, 3600, 5 * 3600, DAY, 7 * DAY, 100 * DAY])
DURATIONS = st.sampled_from(["PT0S", "PT15M", "PT1H", "PT26H", "P1D", "P3D", "P45D", "-PT1H"])
FORMS = ["utc", "floating", "date", "zoned", "unknown"]
RULES = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,FR",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY",
        "FREQ=DAILY;INTERVAL=17",
        "FREQ=DAILY;COUNT=5",
        "FREQ=HOURLY;INTERVAL=5;COUNT=40",
        "FREQ=WEEKLY;COUNT=3",
        "FREQ=HOURLY",
    ]
)


def dated(name, form, moment):
    at = utc_of(moment)
    return {
        "utc": f"{name}:{at:%Y%m%dT%H%M%SZ}",
        "floating": f"{name}:{at:%Y%m%dT%H%M%S}",
        "date": f"{name};VALUE=DATE:{at:%Y%m%d}",
        "zoned": f"{name};TZID=America/New_York:{at:%Y%m%dT%H%M%S}",
        "unknown": f"{name};TZID=Nowhere:{at:%Y%m%dT%H%M%S}",
    }[form]


@st.composite
def alarms(draw):
    trigger = draw(
        st.sampled_from(
            [
                "TRIGGER:-PT15M",
                "TRIGGER:PT2H",
                "TRIGGER:-P30D",
                "TRIGGER;RELATED=END:P10D",
                "TRIGGER;VALUE=DATE-TIME:20240603T120000Z",
                "TRIGGER;VALUE=DATE-TIME:20240603T120000",
            ]
        )
    )
    repeat = draw(st.sampled_from([[], ["REPEAT:3", "DURATION:PT6H"]]))
    return ["BEGIN:VALARM", "ACTION:DISPLAY", trigger, *repeat, "END:VALARM"]


def maybe(lines):
    return st.one_of(st.just([]), lines)


@st.composite
def ends(draw, kind):
    if draw(st.booleans()):
        return []
    if kind == "VJOURNAL":
        return []
    return [f"DURATION:{draw(DURATIONS)}"]


@st.composite
def series(draw, kind="VEVENT"):
    form, other = draw(st.sampled_from(FORMS)), draw(st.sampled_from(FORMS))
    start = draw(MOMENTS)
    shared = form if form == "date" else draw(st.sampled_from([form, "utc", "zoned"]))
    until = draw(
        st.sampled_from(
            ["", f";UNTIL={utc_of(draw(MOMENTS)):%Y%m%dT%H%M%SZ}", f";UNTIL={utc_of(draw(MOMENTS)):%Y%m%d}"]
        )
    )
    rule = draw(RULES)
    lines = [dated("DTSTART", form, start), *draw(ends(kind)), *draw(maybe(alarms()))]
    recurs = draw(st.booleans())
    if recurs:
        lines.append(f"RRULE:{rule}{'' if 'COUNT' in rule else until}")
    if draw(st.booleans()):
        lines.append(dated("RDATE", shared, draw(MOMENTS)))
    if draw(st.booleans()):
        at = utc_of(draw(MOMENTS))
        lines.append(f"RDATE;VALUE=PERIOD:{at:%Y%m%dT%H%M%SZ}/{draw(DURATIONS)}")
    if draw(st.booleans()):
        lines.append(dated("EXDATE", shared, start + draw(st.sampled_from([0, 7, 17])) * DAY))
    parts = ["BEGIN:" + kind, "UID:1", *lines, "END:" + kind]
    for number in draw(st.lists(st.integers(0, 40), max_size=2, unique=True)):
        range_ = draw(st.sampled_from(["", "", ";RANGE=THISANDFUTURE"]))
        recurrence_id = dated(f"RECURRENCE-ID{range_}", shared, start + number * DAY)
        moved = dated("DTSTART", form if shared == "date" else other, draw(MOMENTS))
        parts += [
            "BEGIN:" + kind,
            "UID:1",
            recurrence_id,
            moved,
            *draw(ends(kind)),
            *draw(maybe(alarms())),
            "END:" + kind,
        ]
    return parts


@st.composite
def todos(draw):
    lines = [
        dated(name, draw(st.sampled_from(FORMS)), draw(MOMENTS))
        for name in draw(st.sets(st.sampled_from(["DUE", "COMPLETED", "CREATED"])))
    ]
    return ["BEGIN:VTODO", "UID:1", *sorted(lines), *draw(maybe(alarms())), "END:VTODO"]


@st.composite
def busy_times(draw):
    forms = ["%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S"]
    periods = [
        f"FREEBUSY:{utc_of(draw(MOMENTS)):{draw(st.sampled_from(forms))}}/{draw(DURATIONS)}"
        for _ in range(draw(st.integers(0, 3)))
    ]
    span = draw(
        st.sampled_from(
            [
                [],
                [dated("DTSTART", "utc", NOW)],
                [dated("DTSTART", "utc", NOW), dated("DTEND", "utc", NOW + DAY)],
            ]
        )
    )
    return ["BEGIN:VFREEBUSY", "UID:1", *span, *periods, "END:VFREEBUSY"]


OBJECTS = st.one_of(series(), series(), series(), series("VTODO"), series("VJOURNAL"), todos(), busy_times())
ZONES = st.sampled_from([UTC_ZONE, named_zone("Pacific/Kiritimati"), named_zone("Etc/GMT+12"), FixedZone(-15 * 3600)])


def disagreements(lines, spans, zone):
    """The ranges in which a filter finds the object although the index rules it out, or not although it is sure."""
    try:
        found = read(*lines)
    except ContentError:
        return []
    entry = index(found, NOW, back=BACK, ahead=AHEAD)
    paths = [[found.component], *([[found.component, "VALARM"]] if found.component in {"VEVENT", "VTODO"} else [])]
    return [
        (path, start, length)
        for path, (start, length) in itertools.product(paths, spans)
        if not is_candidate(entry, start, start + length, path) and finds(path, found, start, length, zone)
    ] + [
        ("for sure", start, length)
        for start, length in spans
        if is_sure(entry, start, start + length) and not finds(paths[0], found, start, length, zone)
    ]


def finds(path, found, start, length, zone):
    try:
        return query(path, start, start + length).matches(found, zone)
    except LimitExceeded:
        return True


@given(OBJECTS, st.lists(st.tuples(MOMENTS, LENGTHS), min_size=4, max_size=12), ZONES)
def test_what_a_filter_finds_is_among_the_candidates(lines, spans, zone):
    assert disagreements(lines, spans, zone) == []


def candidate(lines, start, end, path=()):
    return is_candidate(index(read(*lines), NOW, back=BACK, ahead=AHEAD), instant(start), instant(end), path)


LONG_PERIOD = event("DTSTART:20200101T000000Z", "RDATE;VALUE=PERIOD:20200105T000000Z/P100D")
ALARM_LONG_BEFORE = ["BEGIN:VALARM", "TRIGGER:-P30D", "END:VALARM"]
MANY_MOVED = [
    line
    for number in range(1300)
    for line in event(
        f"RECURRENCE-ID:{utc_of(NOW - number * 60):%Y%m%dT%H%M%SZ}",
        f"DTSTART:{utc_of(NOW + 5 * DAY + number * 60):%Y%m%dT%H%M%SZ}",
    )
]


@pytest.mark.parametrize(
    ("lines", "path", "start", "end", "zone"),
    [
        pytest.param(
            event("DTSTART;TZID=Nowhere:20240601T220000", "DURATION:PT1H"),
            ["VEVENT"], "20240602T023000", "20240602T024500", "America/New_York", id="a zone that is nowhere described",
        ),
        pytest.param(LONG_PERIOD, ["VEVENT"], "20200401T000000", "20200402T000000", "UTC", id="a long period"),
        pytest.param(
            event("DTSTART:20240530T000000Z", "RRULE:FREQ=DAILY;INTERVAL=60", *ALARM_LONG_BEFORE),
            ["VEVENT", "VALARM"], "20240628T235500", "20240629T000500", "UTC", id="an alarm long before its instance",
        ),
        pytest.param(
            event("DTSTART:20240601T000000Z", "DURATION:PT1H", "BEGIN:VALARM", "TRIGGER;VALUE=DATE-TIME:20240603T120000", "END:VALARM"),
            ["VEVENT", "VALARM"], "20240603T153000", "20240603T163000", "America/New_York", id="a floating alarm",
        ),
        pytest.param(
            ["BEGIN:VTODO", "UID:1", "COMPLETED:20240603T120000", "END:VTODO"],
            ["VTODO"], "20240603T153000", "20240603T163000", "America/New_York", id="a floating completion",
        ),
        pytest.param(
            ["BEGIN:VFREEBUSY", "UID:1", "FREEBUSY:20240603T120000/PT1H", "END:VFREEBUSY"],
            ["VFREEBUSY"], "20240603T160000", "20240603T161500", "America/New_York", id="floating busy time",
        ),
        pytest.param(
            event("DTSTART:20240601T100000", "RRULE:FREQ=WEEKLY;UNTIL=20240608T093000Z"),
            ["VEVENT"], "20240608T073000", "20240608T083000", "Europe/Berlin", id="a floating series that ends in UTC",
        ),
        pytest.param(
            event("DTSTART:20240601T100000", "RRULE:FREQ=WEEKLY", "EXDATE:20240608T100000Z"),
            ["VEVENT"], "20240608T073000", "20240608T083000", "Europe/Berlin", id="a floating series with exceptions in UTC",
        ),
        pytest.param(
            event("DTSTART:20240601T000000Z", "DTEND:20240601T120000"),
            ["VEVENT"], "20240601T140000", "20240601T150000", "America/New_York", id="a floating end",
        ),
        pytest.param(
            [*event("DTSTART:20240601T000000Z", "RRULE:FREQ=DAILY;COUNT=20"), *MANY_MOVED],
            ["VEVENT"], "20240602T000000", "20240602T001500", "UTC", id="more overrides than rows",
        ),
    ],
)  # fmt: skip
def test_what_is_hard_to_reckon_is_a_candidate_all_the_same(lines, path, start, end, zone):
    assert query(path, instant(start), instant(end)).matches(read(*lines), named_zone(zone))
    assert candidate(lines, start, end, path)


@pytest.mark.parametrize(
    "lines",
    [
        event("DTSTART:20240605T100000Z", "DTEND:20240605T110000Z"),
        event("DTSTART:20240501T100000Z", "DTEND:20240501T110000Z", "RRULE:FREQ=WEEKLY"),
        event(
            "DTSTART;TZID=Europe/Berlin:20240501T100000",
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY",
            "EXDATE:20240605T080000Z",
        ),
        event("DTSTART:20240501T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"),
        event("DTSTART;VALUE=DATE:20240501", "RRULE:FREQ=WEEKLY;UNTIL=20991231T235959Z"),
        ["BEGIN:VTODO", "UID:1", "DUE:20240605T100000Z", "END:VTODO"],
        ["BEGIN:VJOURNAL", "UID:1", "END:VJOURNAL"],
        ["BEGIN:VFREEBUSY", "UID:1", "FREEBUSY:20240605T100000Z/PT1H", "END:VFREEBUSY"],
    ],
)
def test_an_object_is_no_candidate_days_away_from_all_that_it_has(lines):
    assert not candidate(lines, "20240609T000000", "20240610T000000")


def test_a_series_is_no_candidate_before_it_starts_or_after_it_ended():
    lines = event("DTSTART:20240501T100000Z", "DTEND:20240501T110000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    assert not candidate(lines, "20240401T000000", "20240402T000000")
    assert not candidate(lines, "20300401T000000", "20300402T000000")


def test_an_endless_series_is_a_candidate_outside_of_the_window():
    lines = event("DTSTART:20240501T100000Z", "DTEND:20240501T110000Z", "RRULE:FREQ=WEEKLY")
    assert candidate(lines, "20990101T000000", "20990102T000000")


@pytest.mark.parametrize(
    "lines",
    [
        event("DTSTART:20240601T100000Z", "DURATION:later"),
        event("DTSTART:20240601T100000Z", "RRULE:FREQ=DAILY", "EXDATE:never"),
        ["BEGIN:VAVAILABILITY", "UID:1", "END:VAVAILABILITY"],
        ["BEGIN:VTODO", "UID:1", "END:VTODO"],
    ],
)
def test_what_cannot_be_reckoned_is_always_a_candidate(lines):
    assert candidate(lines, "20990101T000000", "20990102T000000")
    assert candidate(lines, "19990101T000000", "19990102T000000")


def test_rows_that_touch_are_one():
    lines = event("DTSTART:20240601T000000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY;COUNT=48")
    entry = index(read(*lines), NOW, back=BACK, ahead=AHEAD)
    assert entry.rows == ((instant("20240601T000000"), instant("20240603T000000")),)
    assert (entry.component, entry.uid, entry.recurs) == ("VEVENT", "1", True)
    assert (entry.covered_from, entry.covered_until) == (NOW - BACK, NOW + AHEAD)


def test_an_object_has_few_rows_however_often_it_recurs():
    lines = event("DTSTART:20200101T000000Z", "DURATION:PT1M", "RRULE:FREQ=HOURLY")
    assert len(index(read(*lines), NOW).rows) <= 1201


def test_an_object_without_any_time_is_between_no_ends():
    entry = index(read("BEGIN:VJOURNAL", "UID:1", "END:VJOURNAL"), NOW)
    assert (entry.first, entry.last, entry.always) == (*NEVER, False)


def test_all_rules_of_a_series_are_reckoned_within_one_budget(monkeypatch):
    spent = []
    monkeypatch.setattr(Budget, "spend", lambda budget, steps=1: spent.append(steps) or spend(budget, steps))
    never = "RRULE:FREQ=HOURLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30"
    index(read(*event("DTSTART:20240101T000000Z", *[never] * 50)), NOW)
    assert sum(spent) < 3 * INDEX_STEPS


def test_alarms_that_repeat_at_given_times_have_one_row_each():
    alarm = ["BEGIN:VALARM", "TRIGGER;VALUE=DATE-TIME:20240601T000000Z", "REPEAT:999", "DURATION:PT1S", "END:VALARM"]
    entry = index(read(*event("DTSTART:20240601T000000Z", *alarm * 20)), NOW)
    assert (entry.first_alarm, entry.last_alarm) == (instant("20240601T000000"), instant("20240601T001640"))


HOUR = ("DTSTART:20260310T110000Z", "DURATION:PT1H")


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (HOUR, "BUSY"),
        ((*HOUR, "STATUS:TENTATIVE"), "BUSY-TENTATIVE"),
        ((*HOUR, "STATUS:CANCELLED"), ""),
        ((*HOUR, "TRANSP:TRANSPARENT"), ""),
        ((*HOUR, "RRULE:FREQ=WEEKLY"), "BUSY"),
        ((*HOUR, "RRULE:FREQ=HOURLY"), UNTOLD),
        ((*HOUR, "RDATE;VALUE=PERIOD:20260311T110000Z/PT2H"), UNTOLD),
        ((*HOUR, "CREATED:20260101T000000"), UNTOLD),
        (("DTSTART:20260310T110000Z",), UNTOLD),
        (("DTSTART:20260310T110000", "DURATION:PT1H"), UNTOLD),
        (("DTSTART:20260310T110000Z", "DTEND:20260310T120000"), UNTOLD),
        (("DTSTART;TZID=Nowhere/Atall:20260310T110000", "DURATION:PT1H"), UNTOLD),
        (("DTSTART;TZID=Europe/Berlin:20260310T110000", "DURATION:PT1H"), "BUSY"),
        (("DTSTART;VALUE=DATE:20260310",), "BUSY"),
        (("DTSTART;VALUE=DATE:20260310", "RRULE:FREQ=WEEKLY"), "BUSY"),
        (("DTSTART;VALUE=DATE:20260310", "RRULE:FREQ=DAILY"), UNTOLD),
        (("DTSTART;VALUE=DATE:20260310", "DURATION:PT12H"), UNTOLD),
    ],
)
def test_an_index_knows_the_busy_time_of_what_its_rows_say_exactly(lines, kind):
    assert index(read(*event(*lines)), instant("20260301T000000")).busy == kind
