"""The filter of calendar-query: its grammar, and what it finds."""

from datetime import datetime
from xml.etree.ElementTree import fromstring

import pytest

from a3dav_content.budget import Budget
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import InvalidFilter, LimitExceeded, UnsupportedCollation, UnsupportedFilter
from a3dav_content.filter_reading import parse, parse_time_range
from a3dav_content.time_range import BEGINNING, FOREVER, TimeRange
from a3dav_content.timezones import UTC as UTC_ZONE
from a3dav_content.timezones import named_zone

CALDAV = 'xmlns:C="urn:ietf:params:xml:ns:caldav"'


def instant(written):
    return int(datetime.strptime(f"{written}+0000", "%Y%m%dT%H%M%S%z").timestamp())


def calendar(*lines):
    return CalendarObject.parse("\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR"]).encode())


def event(*lines):
    return ["BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT"]


LUNCH = calendar(
    *event(
        "DTSTART:20240101T100000Z",
        "DTEND:20240101T110000Z",
        "SUMMARY:Lunch\\, with Jürgen Groß",
        "CATEGORIES:FOOD",
        "ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=\"Doe^, 'J^'\":mailto:doe@example.org",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:roe@example.org",
        "BEGIN:VALARM",
        "ACTION:AUDIO",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT5M",
        "END:VALARM",
    )
)
TODO = calendar("BEGIN:VTODO", "UID:2", "DUE:20240101T100000Z", "END:VTODO")


def read(inside):
    return parse(fromstring(f'<C:filter {CALDAV}><C:comp-filter name="VCALENDAR">{inside}</C:comp-filter></C:filter>'))


def finds(inside, found=LUNCH, zone=UTC_ZONE, budget=None):
    return read(inside).matches(found, zone, budget)


def in_event(inside):
    return f'<C:comp-filter name="VEVENT">{inside}</C:comp-filter>'


def prop(name, inside=""):
    return in_event(f'<C:prop-filter name="{name}">{inside}</C:prop-filter>')


def text(value, **attributes):
    written = "".join(f' {name.replace("_", "-")}="{content}"' for name, content in attributes.items())
    return f"<C:text-match{written}>{value}</C:text-match>"


@pytest.mark.rfc("4791", "9.7.1")
def test_an_empty_filter_finds_every_object():
    assert finds("")
    assert finds("", TODO)


@pytest.mark.rfc("4791", "9.7.1")
def test_a_component_is_found_by_its_kind():
    assert finds(in_event(""))
    assert not finds(in_event(""), TODO)


@pytest.mark.rfc("4791", "9.7.1")
def test_the_kind_may_be_written_in_any_case():
    assert finds('<C:comp-filter name="vevent"/>')


@pytest.mark.rfc("4791", "9.7.4")
def test_a_component_may_be_asked_not_to_be_there():
    assert not finds(in_event("<C:is-not-defined/>"))
    assert finds(in_event("<C:is-not-defined/>"), TODO)


@pytest.mark.rfc("4791", "9.7.1")
def test_an_alarm_is_found_inside_of_an_event():
    assert finds(in_event('<C:comp-filter name="VALARM"/>'))
    assert not finds('<C:comp-filter name="VTODO"><C:comp-filter name="VALARM"/></C:comp-filter>', TODO)


@pytest.mark.rfc("4791", "9.7.1")
def test_one_alarm_has_to_satisfy_everything_at_once():
    def alarm(action, trigger):
        return in_event(
            '<C:comp-filter name="VALARM">'
            f'<C:prop-filter name="ACTION">{text(action)}</C:prop-filter>'
            f'<C:prop-filter name="TRIGGER">{text(trigger)}</C:prop-filter></C:comp-filter>'
        )

    assert finds(alarm("AUDIO", "15M"))
    assert not finds(alarm("DISPLAY", "15M"))


@pytest.mark.rfc("4791", "9.7.2")
def test_a_property_is_found_by_its_name():
    assert finds(prop("SUMMARY"))
    assert finds(prop("summary"))
    assert not finds(prop("LOCATION"))


@pytest.mark.rfc("4791", "9.7.4")
def test_a_property_may_be_asked_not_to_be_there():
    assert finds(prop("LOCATION", "<C:is-not-defined/>"))
    assert not finds(prop("SUMMARY", "<C:is-not-defined/>"))


@pytest.mark.rfc("4791", "9.7.1")
def test_a_property_of_the_calendar_itself_is_found():
    assert finds(f'<C:prop-filter name="VERSION">{text("2.0")}</C:prop-filter>')
    assert not finds(f'<C:prop-filter name="VERSION">{text("3.0")}</C:prop-filter>')


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (text("lunch"), True),
        (text("Lunch, with"), True),
        (text("dinner"), False),
        (text("lunch", negate_condition="yes"), False),
        (text("dinner", negate_condition="yes"), True),
        (text("lunch", collation="i;octet"), False),
        (text("Lunch", collation="i;octet"), True),
        (text("JüRGEN", collation="i;ascii-casemap"), True),
        (text("JÜRGEN", collation="i;ascii-casemap"), False),
        (text("JÜRGEN", collation="i;unicode-casemap"), True),
        (text(""), True),
    ],
)
@pytest.mark.rfc("4791", "9.7.5")
def test_text_is_matched_by_its_collation(match, expected):
    assert finds(prop("SUMMARY", match)) is expected


@pytest.mark.rfc("4791", "9.7.3")
def test_a_parameter_and_the_text_have_to_hold_for_one_property():
    def attendee(mail, status):
        return prop(
            "ATTENDEE",
            f'{text(mail)}<C:param-filter name="PARTSTAT">{text(status)}</C:param-filter>',
        )

    assert finds(attendee("doe@", "NEEDS-ACTION"))
    assert not finds(attendee("roe@", "NEEDS-ACTION"))


@pytest.mark.rfc("4791", "9.7.3")
def test_a_parameter_may_be_asked_to_be_there_or_not():
    assert finds(prop("ATTENDEE", '<C:param-filter name="cn"/>'))
    assert finds(prop("ATTENDEE", '<C:param-filter name="CN"><C:is-not-defined/></C:param-filter>'))
    assert not finds(prop("ATTENDEE", '<C:param-filter name="PARTSTAT"><C:is-not-defined/></C:param-filter>'))
    assert not finds(prop("ATTENDEE", '<C:param-filter name="ROLE"/>'))


@pytest.mark.rfc("6868", "3.2")
def test_a_parameter_is_matched_without_its_carets():
    assert finds(prop("ATTENDEE", f'<C:param-filter name="CN">{text("J&quot;")}</C:param-filter>'))


@pytest.mark.rfc("4791", "9.7.2")
def test_a_property_is_found_by_its_time():
    def starting(start, end):
        return prop("DTSTART", f'<C:time-range start="{start}" end="{end}"/>')

    assert finds(starting("20240101T100000Z", "20240101T100001Z"))
    assert not finds(starting("20240101T100001Z", "20240102T000000Z"))
    assert not finds(starting("20240101T000000Z", "20240101T100000Z"))


@pytest.mark.rfc("4791", "7.3")
def test_floating_times_are_matched_in_the_default_zone():
    floating = calendar(*event("DTSTART:20240101T100000", "DTEND:20240101T110000"))
    nine = in_event('<C:time-range start="20240101T090000Z" end="20240101T091500Z"/>')
    assert finds(nine, floating, named_zone("Europe/Berlin"))
    assert not finds(nine, floating)


OVERRIDE = event("RECURRENCE-ID:20240105T100000Z", "DTSTART:20240105T120000Z", "DURATION:PT1H", "SUMMARY:odd")
SERIES = event("DTSTART:20240101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY", "SUMMARY:usual")


def summary_in(summary, start, end=""):
    ends = f'start="{start}"' + (f' end="{end}"' if end else "")
    return in_event(f'<C:prop-filter name="SUMMARY">{text(summary)}</C:prop-filter><C:time-range {ends}/>')


@pytest.mark.rfc("4791", "9.7.1")
def test_the_range_and_the_properties_have_to_hold_for_one_component():
    series = calendar(*SERIES, *OVERRIDE)
    assert finds(summary_in("odd", "20240105T000000Z", "20240106T000000Z"), series)
    assert not finds(summary_in("usual", "20240105T000000Z", "20240106T000000Z"), series)
    assert not finds(summary_in("odd", "20240106T000000Z", "20240107T000000Z"), series)


def test_an_override_before_an_open_range_does_not_cost_a_walk_over_the_endless_series():
    budget = Budget(1000)
    assert not finds(summary_in("odd", "20250101T000000Z"), calendar(*OVERRIDE, *SERIES), budget=budget)
    assert finds(in_event('<C:time-range start="20250101T000000Z"/>'), calendar(*OVERRIDE, *SERIES), budget=budget)


@pytest.mark.parametrize("summary", ["usual", "odd"])
def test_what_was_changed_for_the_future_does_not_cost_a_walk_over_the_endless_series(summary):
    first = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20240105T100000Z", "DTSTART:20240105T120000Z", "SUMMARY:odd")
    second = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20240106T100000Z", "DTSTART:20240106T130000Z", "SUMMARY:new")
    series = calendar(*SERIES, *first, *second)
    assert not finds(summary_in(summary, "20250101T000000Z"), series, budget=Budget(1000))
    assert finds(summary_in("new", "20250101T000000Z"), series, budget=Budget(1000))


def test_a_series_that_costs_too_much_raises():
    series = calendar(*event("DTSTART:20240101T100000Z", "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30"))
    with pytest.raises(LimitExceeded):
        finds(in_event('<C:time-range start="20250101T000000Z"/>'), series, budget=Budget(1000))


def test_an_index_learns_the_kind_and_the_range_from_the_filter():
    query = read(in_event('<C:time-range start="20240101T000000Z" end="20240102T000000Z"/>'))
    assert query.component() == "VEVENT"
    assert query.range() == TimeRange(instant("20240101T000000"), instant("20240102T000000"))


def test_an_index_learns_nothing_from_a_filter_that_leaves_it_open():
    query = read(in_event("<C:is-not-defined/>"))
    assert (query.component(), query.range()) == (None, None)


def test_a_missing_end_of_a_range_is_the_end_of_the_calendar():
    element = fromstring('<time-range start="20240101T000000Z"/>')
    assert parse_time_range(element) == TimeRange(instant("20240101T000000"), FOREVER)
    element = fromstring('<time-range end="20240101T000000Z"/>')
    assert parse_time_range(element) == TimeRange(BEGINNING, instant("20240101T000000"))


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'start="20240101T000000"',
        'start="20240101"',
        'start="2024-01-01T00:00:00Z"',
        'start="20240230T000000Z"',
        'start="20240102T000000Z" end="20240101T000000Z"',
        'start="20240101T000000Z" end="20240101T000000Z"',
        'start="" end=""',
    ],
)
@pytest.mark.rfc("4791", "9.9")
def test_a_range_that_is_none_is_refused(attributes):
    with pytest.raises(InvalidFilter):
        read(in_event(f"<C:time-range {attributes}/>"))


@pytest.mark.rfc("4791", "9.6.5")
def test_both_ends_are_needed_where_the_caller_says_so():
    with pytest.raises(InvalidFilter):
        parse_time_range(fromstring('<expand start="20240101T000000Z"/>'), both=True)


@pytest.mark.parametrize(
    "inside",
    [
        "<C:nonsense/>",
        "<C:comp-filter/>",
        '<C:comp-filter name=" "/>',
        in_event("<C:is-not-defined/><C:prop-filter name='A'/>"),
        in_event("<C:text-match/>"),
        prop("A", "<C:is-not-defined/><C:text-match/>"),
        prop("A", "<C:comp-filter name='X'/>"),
        prop("A", "<C:param-filter/>"),
        prop("A", "<C:param-filter name='X'><C:time-range/></C:param-filter>"),
        prop("A", "<C:param-filter name='X'><C:is-not-defined/><C:text-match/></C:param-filter>"),
        prop("A", text("x", negate_condition="maybe")),
        prop("A", text("x", match_type="sounds-like")),
        '<C:comp-filter name="X">' * 9 + "</C:comp-filter>" * 9,
    ],
)
@pytest.mark.rfc("4791", "9.7")
def test_a_filter_outside_of_its_grammar_is_refused(inside):
    with pytest.raises(InvalidFilter):
        read(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<C:comp-filter name="VEVENT"/>',
        '<C:comp-filter name="VCALENDAR"/><C:comp-filter name="VCALENDAR"/>',
        "<C:x/>",
    ],
)
@pytest.mark.rfc("4791", "9.7")
def test_a_filter_begins_with_the_calendar(inside):
    with pytest.raises(InvalidFilter):
        parse(fromstring(f"<C:filter {CALDAV}>{inside}</C:filter>"))


@pytest.mark.rfc("4791", "9.9")
def test_a_range_for_a_component_that_has_none_is_not_offered():
    with pytest.raises(UnsupportedFilter):
        read('<C:comp-filter name="VTIMEZONE"><C:time-range start="20240101T000000Z"/></C:comp-filter>')


@pytest.mark.rfc("4791", "7.5.1")
def test_an_unknown_collation_is_not_offered():
    with pytest.raises(UnsupportedCollation):
        read(prop("SUMMARY", text("x", collation="i;klingon")))


@pytest.mark.rfc("4791", "9.7.2")
def test_a_filter_that_asks_when_a_text_is_makes_no_sense():
    with pytest.raises(InvalidFilter):
        read(prop("SUMMARY", '<C:time-range start="20000101T000000Z"/>'))


@pytest.mark.rfc("4791", "9.7.2")
def test_an_added_period_is_in_a_range_by_the_zone_of_its_property():
    lines = event(
        "DTSTART:20240101T000000Z", "RDATE;VALUE=PERIOD;TZID=America/New_York:20240105T100000/20240105T110000"
    )
    assert finds(prop("RDATE", '<C:time-range start="20240105T153000Z" end="20240105T154500Z"/>'), calendar(*lines))
    assert not finds(prop("RDATE", '<C:time-range start="20240105T160000Z" end="20240105T164500Z"/>'), calendar(*lines))


# -- what a filter may ask ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        '<C:comp-filter name="VTODO"><C:comp-filter name="VEVENT"/></C:comp-filter>',
        '<C:comp-filter name="VALARM"/>',
        in_event('<C:comp-filter name="AVAILABLE"/>'),
        in_event('<C:comp-filter name="VTIMEZONE"/>'),
        '<C:comp-filter name="VCALENDAR"/>',
        '<C:comp-filter name="VJOURNAL"><C:comp-filter name="VALARM"/></C:comp-filter>',
        in_event('<C:time-range start="20240101T000000Z"/><C:time-range end="20240101T000000Z"/>'),
        prop("DTSTART", '<C:time-range start="20240101T000000Z"/><C:text-match>2024</C:text-match>'),
        prop("SUMMARY", "<C:text-match>a</C:text-match><C:text-match>b</C:text-match>"),
        prop("ATTENDEE", '<C:param-filter name="CN"><C:text-match>a</C:text-match><C:text-match>b</C:text-match></C:param-filter>'),
        prop("RRULE", '<C:time-range start="20240101T000000Z"/>'),
        prop("DURATION", '<C:time-range start="20240101T000000Z"/>'),
    ],
)  # fmt: skip
@pytest.mark.rfc("4791", "7.8", "9.7")
def test_a_filter_that_can_mean_nothing_is_not_valid(inside):
    with pytest.raises(InvalidFilter):
        read(inside)


@pytest.mark.parametrize("name", ["VTIMEZONE", "X-MINE", "PARTICIPANT"])
@pytest.mark.rfc("4791", "7.8", "9.9")
def test_a_range_for_what_has_none_names_the_component(name):
    with pytest.raises(UnsupportedFilter) as refused:
        read(f'<C:comp-filter name="{name}"><C:time-range start="20240101T000000Z"/></C:comp-filter>')
    assert (refused.value.element, refused.value.name) == ("comp-filter", name)


@pytest.mark.rfc("4791", "7.7")
def test_components_properties_and_parameters_that_nobody_registered_are_found():
    odd = calendar(
        *event(
            "DTSTART:20240101T100000Z", "X-GUID;X-OF=me:ABC", "BEGIN:X-PART", "X-SEEN:20240102T000000Z", "END:X-PART"
        )
    )
    part = '<C:comp-filter name="X-PART"><C:prop-filter name="X-SEEN">{}</C:prop-filter></C:comp-filter>'
    assert finds(prop("X-GUID", text("abc") + f'<C:param-filter name="X-OF">{text("me")}</C:param-filter>'), odd)
    assert finds(in_event(part.format('<C:time-range start="20240102T000000Z" end="20240102T000001Z"/>')), odd)
    assert not finds(in_event(part.format('<C:time-range start="20240102T000001Z"/>')), odd)


def ranged(start, end=None):
    return f'<C:time-range start="{start}"' + (f' end="{end}"/>' if end else "/>")


POINTS = ["DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED", "DTSTART", "DUE", "RECURRENCE-ID", "RDATE", "EXDATE"]


@pytest.mark.parametrize("name", POINTS)
@pytest.mark.rfc("4791", "9.7.2", "9.9")
def test_a_time_of_a_property_is_in_a_range_from_its_start_to_before_its_end(name):
    start = [] if name == "DTSTART" else ["DTSTART:20230101T100000Z"]
    found = calendar("BEGIN:VTODO", "UID:1", *start, f"{name}:20240102T100000Z", "END:VTODO")

    def having(span):
        return finds(
            f'<C:comp-filter name="VTODO"><C:prop-filter name="{name}">{span}</C:prop-filter></C:comp-filter>', found
        )

    assert having(ranged("20240102T100000Z", "20240102T100001Z"))
    assert not having(ranged("20240102T095959Z", "20240102T100000Z"))
    assert not having(ranged("20240102T100001Z"))


@pytest.mark.rfc("4791", "7.3", "9.9")
def test_a_date_of_a_property_is_the_midnight_it_begins_with_in_the_zone_of_the_reader():
    found, berlin = calendar(*event("DTSTART;VALUE=DATE:20240110")), named_zone("Europe/Berlin")
    assert finds(prop("DTSTART", ranged("20240109T230000Z", "20240109T230001Z")), found, berlin)
    assert not finds(prop("DTSTART", ranged("20240109T230001Z")), found, berlin)


@pytest.mark.parametrize("kind", ["VEVENT", "VTODO"])
@pytest.mark.rfc("4791", "9.9")
def test_an_end_that_follows_from_the_duration_is_in_a_range(kind):
    found = calendar(f"BEGIN:{kind}", "UID:1", "DTSTART:20240101T100000Z", "DURATION:PT2H", f"END:{kind}")
    name = "DTEND" if kind == "VEVENT" else "DUE"

    def having(inside):
        return finds(
            f'<C:comp-filter name="{kind}"><C:prop-filter name="{name}">{inside}</C:prop-filter></C:comp-filter>', found
        )

    assert having(ranged("20240101T120000Z", "20240101T120001Z"))
    assert not having(ranged("20240101T100000Z", "20240101T120000Z"))
    assert not having("")
    assert not having(ranged("20240101T120000Z") + '<C:param-filter name="TZID"/>')


@pytest.mark.rfc("4791", "9.9")
def test_start_and_end_of_every_instance_are_in_a_range():
    series = calendar(
        *event("DTSTART:20240101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
        *event("RECURRENCE-ID:20240105T100000Z", "DTSTART:20240105T150000Z", "SUMMARY:moved"),
    )
    assert finds(prop("DTSTART", ranged("20240301T100000Z", "20240301T100001Z")), series)
    assert finds(prop("DTEND", ranged("20240301T110000Z", "20240301T110001Z")), series)
    assert not finds(prop("DTSTART", ranged("20240301T100001Z", "20240302T100000Z")), series)
    assert not finds(prop("DTSTART", ranged("20240105T100000Z", "20240105T100001Z")), series)
    assert finds(prop("DTSTART", ranged("20240105T150000Z", "20240105T150001Z")), series)


@pytest.mark.rfc("4791", "9.9")
def test_the_periods_of_a_property_overlap_a_range():
    busy = calendar("BEGIN:VFREEBUSY", "UID:1", "FREEBUSY:20240101T100000Z/PT1H,20240105T100000Z/PT1H", "END:VFREEBUSY")

    def having(span):
        return finds(
            f'<C:comp-filter name="VFREEBUSY"><C:prop-filter name="FREEBUSY">{span}</C:prop-filter></C:comp-filter>',
            busy,
        )

    assert having(ranged("20240105T103000Z", "20240105T110000Z"))
    assert not having(ranged("20240101T110000Z", "20240105T100000Z"))


@pytest.mark.rfc("4791", "9.7.1")
def test_one_component_has_to_satisfy_properties_alarms_and_range_at_once():
    series = calendar(
        *event("DTSTART:20240101T100000Z", "RRULE:FREQ=DAILY;COUNT=9", "SUMMARY:plain", *alarm("-PT5M")),
        *event("RECURRENCE-ID:20240103T100000Z", "DTSTART:20240103T150000Z", "SUMMARY:moved"),
    )
    third = ranged("20240103T000000Z", "20240104T000000Z")
    moved, plain = (f'<C:prop-filter name="SUMMARY">{text(name)}</C:prop-filter>' for name in ("moved", "plain"))
    rings = '<C:comp-filter name="VALARM"/>'
    assert finds(in_event(third + moved), series)
    assert not finds(in_event(third + plain), series)
    assert not finds(in_event(third + moved + rings), series)
    assert finds(in_event(ranged("20240104T000000Z") + plain + rings), series)
    assert finds(in_event(third) + in_event(plain), series)


def alarm(trigger):
    return ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}", "END:VALARM"]


# -- VCALENDAR ------------------------------------------------------------------------------------


def test_a_range_for_the_calendar_is_one_for_its_components():
    assert finds(ranged("20240101T103000Z", "20240101T103001Z"))
    assert finds(ranged("20240101T095959Z", "20240101T100000Z"), TODO)
    assert not finds(ranged("20240101T110000Z"))


@pytest.mark.rfc("4791", "9.7.2")
def test_a_property_that_the_calendar_does_not_have_is_looked_for_in_its_components():
    def top(name, inside=""):
        return f'<C:prop-filter name="{name}">{inside}</C:prop-filter>'

    assert finds(top("SUMMARY", text("lunch")))
    assert not finds(top("SUMMARY", text("dinner")))
    assert finds(top("SUMMARY", text("lunch")) + ranged("20240101T103000Z"))
    assert not finds(top("SUMMARY", text("lunch")) + ranged("20240102T103000Z"))
    assert finds(top("SUMMARY", "<C:is-not-defined/>"))
    named = calendar("CATEGORIES:MINE", *event("DTSTART:20240101T100000Z", "CATEGORIES:FOOD"))
    assert finds(top("CATEGORIES", text("mine")), named)
    assert not finds(top("CATEGORIES", text("food")), named)


def test_backslashes_of_an_address_escape_nothing():
    found = calendar(*event("DTSTART:20240101T100000Z", "URL:file://host/a\\nb", "SUMMARY:a\\nb"))
    assert finds(prop("URL", text("a\\nb")), found)
    assert not finds(prop("SUMMARY", text("a\\nb")), found)
