"""The index of calendar objects: what a filter would find is always among its candidates."""

import itertools
from datetime import UTC, datetime
from xml.etree.ElementTree import fromstring

from hypothesis import given, settings
from hypothesis import strategies as st

from a3dav_content.calendar_filters import parse
from a3dav_content.calendar_index import index
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import utc_of
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.timezones import UTC as UTC_ZONE
from a3dav_content.timezones import FixedZone, named_zone

NOW = int(datetime(2024, 6, 1, tzinfo=UTC).timestamp())
DAY = 86_400
BACK, AHEAD = 20 * DAY, 40 * DAY


def instant(written):
    return int(datetime.strptime(f"{written}+0000", "%Y%m%dT%H%M%S%z").timestamp())


def read(*lines):
    return CalendarObject.parse("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode())


def event(*lines):
    return ["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"]


def is_candidate(entry, start, end):
    """What the query for a range asks of an entry."""
    if entry.always:
        return True
    if entry.last < start or entry.first > end:
        return False
    if not entry.recurs or start < entry.covered_from or end > entry.covered_until:
        return True
    return any(first <= end and last >= start for first, last in entry.rows)


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
ZONES = st.sampled_from(
    [UTC_ZONE, named_zone("Pacific/Kiritimati"), named_zone("Etc/GMT+12"), FixedZone(-15 * 3600)]
)


def disagreements(lines, spans, zone):
    """The ranges in which a filter finds the object although the index rules it out."""
    try:
        found = read(*lines)
    except ContentError:
        return []
    entry = index(found, NOW, back=BACK, ahead=AHEAD)
    paths = [[found.component], [found.component, "VALARM"]]
    return [
        (path, start, length)
        for path, (start, length) in itertools.product(paths, spans)
        if not is_candidate(entry, start, start + length) and finds(path, found, start, length, zone)
    ]


def finds(path, found, start, length, zone):
    try:
        return query(path, start, start + length).matches(found, zone)
    except LimitExceeded:
        return True


@given(OBJECTS, st.lists(st.tuples(MOMENTS, LENGTHS), min_size=4, max_size=12), ZONES)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_what_a_filter_finds_is_among_the_candidates(lines, spans, zone):
    assert disagreements(lines, spans, zone) == []
