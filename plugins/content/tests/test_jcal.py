import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav_content import jcal, jcal_reading
from a3dav_content.errors import ContentError, InvalidCalendarData, LimitExceeded
from a3dav_content.lines import Component, Limits, Property, parse, serialise


def event(line):
    """A VEVENT that holds one content line."""
    return parse(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n".encode())[0]


def read(entry):
    """The content line of one property in jCal."""
    (found,) = jcal_reading.parse(json.dumps(["vevent", [entry], []]).encode())
    unfolded = serialise(found).replace(b"\r\n ", b"").decode().splitlines()
    return unfolded[1]


SHAPES = [
    pytest.param("SUMMARY:Lunch", ["summary", {}, "text", "Lunch"], id="text"),
    pytest.param(
        "DESCRIPTION:one\\, two\\; three\\nfour \\\\ five",
        ["description", {}, "text", "one, two; three\nfour \\ five"],
        id="text with escapes",
    ),
    pytest.param("CATEGORIES:a\\,b,c", ["categories", {}, "text", "a,b", "c"], id="several values"),
    pytest.param("GEO:37.386013;-122.082932", ["geo", {}, "float", [37.386013, -122.082932]], id="structured numbers"),
    pytest.param(
        "REQUEST-STATUS:3.1;Invalid\\; value;DTSTART:96-Apr-01",
        ["request-status", {}, "text", ["3.1", "Invalid; value", "DTSTART:96-Apr-01"]],
        id="structured text",
    ),
    pytest.param("DTSTART;VALUE=DATE:20110512", ["dtstart", {}, "date", "2011-05-12"], id="date"),
    pytest.param("DTSTART:20110512T143000", ["dtstart", {}, "date-time", "2011-05-12T14:30:00"], id="floating time"),
    pytest.param("DTSTAMP:20110512T143000Z", ["dtstamp", {}, "date-time", "2011-05-12T14:30:00Z"], id="time in UTC"),
    pytest.param(
        "DTSTART;TZID=Europe/Vienna:20110512T143000",
        ["dtstart", {"tzid": "Europe/Vienna"}, "date-time", "2011-05-12T14:30:00"],
        id="time in a zone",
    ),
    pytest.param(
        "EXDATE;VALUE=DATE:20110512,20110513", ["exdate", {}, "date", "2011-05-12", "2011-05-13"], id="several dates"
    ),
    pytest.param(
        "RDATE;VALUE=PERIOD:20110512T100000Z/PT1H,20110513T100000Z/20110513T120000Z",
        [
            "rdate", {}, "period", ["2011-05-12T10:00:00Z", "PT1H"], ["2011-05-13T10:00:00Z", "2011-05-13T12:00:00Z"],
        ],
        id="periods",
    ),
    pytest.param("DURATION:-P1DT2H", ["duration", {}, "duration", "-P1DT2H"], id="duration"),
    pytest.param("PRIORITY:5", ["priority", {}, "integer", 5], id="integer"),
    pytest.param("TZOFFSETFROM:-0500", ["tzoffsetfrom", {}, "utc-offset", "-05:00"], id="offset"),
    pytest.param("TZOFFSETTO:+001915", ["tzoffsetto", {}, "utc-offset", "+00:19:15"], id="offset with seconds"),
    pytest.param("URL:http://example.org/,a;b", ["url", {}, "uri", "http://example.org/,a;b"], id="uri"),
    pytest.param(
        "ATTENDEE;CN=Alice:mailto:alice@example.org",
        ["attendee", {"cn": "Alice"}, "cal-address", "mailto:alice@example.org"],
        id="address",
    ),
    pytest.param(
        "ATTACH;VALUE=BINARY;ENCODING=BASE64:YWJj", ["attach", {"encoding": "BASE64"}, "binary", "YWJj"], id="binary"
    ),
    pytest.param("X-ON;VALUE=BOOLEAN:TRUE", ["x-on", {}, "boolean", True], id="boolean"),
    pytest.param("X-AT;VALUE=TIME:123000Z", ["x-at", {}, "time", "12:30:00Z"], id="time"),
    pytest.param("TRIGGER;VALUE=DATE-TIME:20110512T100000Z", ["trigger", {}, "date-time", "2011-05-12T10:00:00Z"]),
    pytest.param(
        "RRULE:FREQ=MONTHLY;UNTIL=20111231;INTERVAL=2;BYDAY=1SU,-1MO;BYMONTH=3;WKST=SU",
        [
            "rrule", {}, "recur",
            {
                "freq": "MONTHLY", "until": "2011-12-31", "interval": 2, "byday": ["1SU", "-1MO"], "bymonth": 3,
                "wkst": "SU",
            },
        ],
        id="rule",
    ),
    pytest.param(
        "RRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,17",
        ["rrule", {}, "recur", {"freq": "DAILY", "count": 3, "byhour": [9, 17]}],
        id="rule with numbers",
    ),
]  # fmt: skip


@pytest.mark.rfc("7265", "3.4", "3.4.1.2", "3.4.1.3", "3.6")
@pytest.mark.parametrize(("line", "expected"), SHAPES)
def test_a_content_line_becomes_an_array_of_name_parameters_type_and_values(line, expected):
    assert jcal.to_jcal(event(line)) == ["vevent", [expected], []]


@pytest.mark.rfc("7265", "4")
@pytest.mark.parametrize(("line", "entry"), SHAPES)
def test_the_array_becomes_the_same_content_line_again(line, entry):
    assert sorted(read(entry).replace(":", ";", 1).split(";")) == sorted(line.replace(":", ";", 1).split(";"))


@pytest.mark.rfc("7265", "3.3", "3.6.5")
def test_a_component_is_an_array_of_its_name_its_properties_and_its_components():
    calendar = parse(b"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n")[0]
    assert json.loads(jcal.serialise(calendar)) == [
        "vcalendar", [["version", {}, "text", "2.0"]], [["vevent", [["uid", {}, "text", "1"]], []]],
    ]  # fmt: skip


@pytest.mark.rfc("7265", "3.2")
def test_a_stream_of_several_objects_is_an_array_of_them():
    found = jcal_reading.parse(b'[["vcalendar",[],[]],["vcalendar",[],[]]]')
    assert [component.name for component in found] == ["VCALENDAR", "VCALENDAR"]


@pytest.mark.rfc("7265", "3.5")
def test_parameters_have_names_in_lower_case_and_arrays_where_they_have_several_values():
    line = 'ATTENDEE;RSVP=TRUE;DELEGATED-TO="mailto:b@example.org","mailto:c@example.org":mailto:a@example.org'
    params = jcal.to_jcal(event(line))[1][0][1]
    assert params == {"rsvp": "TRUE", "delegated-to": ["mailto:b@example.org", "mailto:c@example.org"]}


@pytest.mark.rfc("6868", "3")
@pytest.mark.rfc("7265", "3.5")
def test_parameters_come_without_the_escapes_of_content_lines():
    assert jcal.to_jcal(event("ATTENDEE;CN=A ^'B^' ^^ ^n C:mailto:a"))[1][0][1] == {"cn": 'A "B" ^ \n C'}


@pytest.mark.rfc("6868", "3")
@pytest.mark.rfc("7265", "4")
def test_parameters_get_the_escapes_of_content_lines_back():
    assert read(["attendee", {"cn": 'A, "B" ^\nC'}, "cal-address", "mailto:a"]) == (
        "ATTENDEE;CN=\"A, ^'B^' ^^^nC\":mailto:a"
    )


@pytest.mark.rfc("7265", "5.1")
def test_a_property_that_nobody_knows_is_of_the_type_unknown_and_stays_as_it_is_written():
    entry = ["x-complaint", {}, "unknown", "a\\,b\\;c,d"]
    assert jcal.to_jcal(event("X-COMPLAINT:a\\,b\\;c,d"))[1] == [entry]
    assert read(entry) == "X-COMPLAINT:a\\,b\\;c,d"


@pytest.mark.rfc("7265", "5")
def test_a_property_that_nobody_knows_is_of_the_type_that_value_names():
    entry = ["x-deadline", {}, "date", "2011-05-12"]
    assert jcal.to_jcal(event("X-DEADLINE;VALUE=DATE:20110512"))[1] == [entry]
    assert read(entry) == "X-DEADLINE;VALUE=DATE:20110512"


@pytest.mark.rfc("7265", "5")
def test_a_type_that_nobody_knows_is_named_and_its_value_stays_as_it_is_written():
    entry = ["x-shape", {}, "polygon", "1,2;3,4"]
    assert jcal.to_jcal(event("X-SHAPE;VALUE=POLYGON:1,2;3,4"))[1] == [entry]
    assert read(entry) == "X-SHAPE;VALUE=POLYGON:1,2;3,4"


@pytest.mark.parametrize(
    "line", ["SEQUENCE:many", "DTSTART:tomorrow", "GEO:north", "RRULE:often", "TZOFFSETTO:1", "RDATE:20240101/x"]
)
def test_a_value_that_is_not_of_its_type_goes_out_and_comes_back_as_it_is_written(line):
    entry = jcal.to_jcal(event(line))[1][0]
    assert entry[2] == "unknown"
    assert read(entry) == line


def test_a_value_that_is_not_of_the_type_it_names_is_of_the_one_by_default():
    assert jcal.to_jcal(event("SUMMARY;VALUE=DATE:a\\, b"))[1] == [["summary", {}, "text", "a, b"]]


def test_a_date_without_value_is_known_by_its_form():
    assert jcal.to_jcal(event("DTSTART:20240131"))[1] == [["dtstart", {}, "date", "2024-01-31"]]


@pytest.mark.rfc("5545", "3.2.7")
def test_binary_values_get_the_encoding_that_content_lines_need():
    assert read(["attach", {}, "binary", "YWJj"]) == "ATTACH;ENCODING=BASE64;VALUE=BINARY:YWJj"


def test_names_in_upper_case_are_understood():
    assert read(["SUMMARY", {"LANGUAGE": "en"}, "TEXT", "Lunch"]) == "SUMMARY;LANGUAGE=en:Lunch"


def test_a_carriage_return_in_text_ends_no_content_line():
    assert read(["summary", {}, "text", "one\rATTENDEE:x\r\ntwo"]) == "SUMMARY:one\\nATTENDEE:x\\ntwo"


REFUSED = [
    (["summary", {}, "text", 5], "/1/0/3"),
    (["summary", {}, "text", "a", "b"], "/1/0/4"),
    (["summary", {}, "text"], "/1/0"),
    (["summary", {}, "text", "\x07"], "/1/0/3"),
    (["summary", {}, "text", ["a", "b"]], "/1/0/3"),
    (["url", {}, "uri", "http://a\r\nATTENDEE:x"], "/1/0/3"),
    (["x-foo", {}, "unknown", "a\nEND:VEVENT"], "/1/0/3"),
    (["x-foo", {}, "unknown", "\ud800"], "/1/0/3"),
    (["begin", {}, "text", "VALARM"], "/1/0/0"),
    (["summary:x", {}, "text", "a"], "/1/0/0"),
    (["summary", [], "text", "a"], "/1/0/1"),
    (["summary", {"value": "date"}, "text", "a"], "/1/0/1/value"),
    (["summary", {"language": 5}, "text", "a"], "/1/0/1/language"),
    (["summary", {"language": []}, "text", "a"], "/1/0/1/language"),
    (["summary", {"lang:uage": "a"}, "text", "a"], "/1/0/1/lang:uage"),
    (["summary", {"a/b": "a"}, "text", "a"], "/1/0/1/a~1b"),
    (["summary", {"language": "a", "LANGUAGE": "b"}, "text", "a"], "/1/0/1/LANGUAGE"),
    (["summary", {}, "te xt", "a"], "/1/0/2"),
    (["dtstart", {}, "date", "20240101"], "/1/0/3"),
    (["dtstart", {}, "date", "2024-02-30"], "/1/0/3"),
    (["dtstart", {}, "date-time", "2024-01-01T25:00:00"], "/1/0/3"),
    (["dtstart", {}, "date-time", "2024-01-01"], "/1/0/3"),
    (["exdate", {}, "date", "2024-01-01", "x"], "/1/0/4"),
    (["rdate", {}, "period", "2024-01-01T10:00:00Z/PT1H"], "/1/0/3"),
    (["rdate", {}, "period", ["2024-01-01T10:00:00Z"]], "/1/0/3"),
    (["duration", {}, "duration", "an hour"], "/1/0/3"),
    (["priority", {}, "integer", "5"], "/1/0/3"),
    (["priority", {}, "integer", True], "/1/0/3"),
    (["priority", {}, "integer", 10**15], "/1/0/3"),
    (["geo", {}, "float", 1.0], "/1/0/3"),
    (["geo", {}, "float", [1.0, "2"]], "/1/0/3"),
    (["geo", {}, "float", [1e300, 2.0]], "/1/0/3"),
    (["x-on", {}, "boolean", "TRUE"], "/1/0/3"),
    (["tzoffsetto", {}, "utc-offset", "+0100"], "/1/0/3"),
    (["attach", {}, "binary", "not base64!"], "/1/0/3"),
    (["rrule", {}, "recur", "FREQ=DAILY"], "/1/0/3"),
    (["rrule", {}, "recur", {"count": 3}], "/1/0/3"),
    (["rrule", {}, "recur", {"freq": "DAILY", "byday": "MO;COUNT=2"}], "/1/0/3"),
    (["rrule", {}, "recur", {"freq": "DAILY", "byday": []}], "/1/0/3"),
    (["rrule", {}, "recur", {"freq": "DAILY", "FREQ": "WEEKLY"}], "/1/0/3"),
    (["rrule", {}, "recur", {"freq": "DAILY", "until": "20240101"}], "/1/0/3"),
    (["rrule", {}, "recur", {"freq": "DAILY", "x=y": 1}], "/1/0/3"),
]


@pytest.mark.rfc("7265", "3")
@pytest.mark.parametrize(("entry", "place"), REFUSED, ids=[f"{json.dumps(entry)[:50]}" for entry, _ in REFUSED])
def test_what_is_not_jcal_is_refused_with_its_place(entry, place):
    with pytest.raises(InvalidCalendarData) as refusal:
        jcal_reading.parse(json.dumps(["vevent", [entry], []]).encode())
    assert str(refusal.value).endswith(f"at {place}")


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{}", b"null", b"[]", b'"vcalendar"', b"[1,[],[]]", b'["vcalendar",[]]', b'["vcalendar",{},[]]',
        b'["vcalendar",[],{}]', b'["vcalendar",[],[5]]', b'["v calendar",[],[]]', b'["vcalendar",[],[]', b"\xff",
        b'["vcalendar",[["geo",{},"float",[NaN,Infinity]]],[]]', b'["vevent",[["x-a",{},"integer",' + b"9" * 5000 + b"]],[]]",
        b'["vevent",[["summary",{"a":"b","a":"c"},"text","x"]],[]]',
    ],
)  # fmt: skip
def test_a_text_that_is_no_component_is_refused(body):
    with pytest.raises(InvalidCalendarData):
        jcal_reading.parse(body)


def test_where_the_json_ends_too_early_is_told_by_its_line():
    with pytest.raises(InvalidCalendarData, match="line 2"):
        jcal_reading.parse(b'["vcalendar",\n[')


def nested(depth):
    return b'["vevent",[],[' * depth + b"]]" * depth


@pytest.mark.parametrize(
    ("body", "limits"),
    [
        (b"[" * 100_000, Limits()),
        (nested(3), Limits(depth=2)),
        (b'["vevent",[],[["valarm",[],[]]]]', Limits(components=1)),
        (b'["vevent",[["a",{},"text","b"],["c",{},"text","d"]],[]]', Limits(properties=1)),
        (b'["vevent",[["a",{},"text","bbbbb"]],[]]', Limits(line_length=4)),
        (b'["vevent",[["a",{},"text"' + b",[]" * 50 + b"]],[]]", Limits(properties=1, components=1)),
    ],
    ids=["arrays", "depth", "components", "properties", "length", "empty arrays"],
)
def test_limits_hold_for_jcal(body, limits):
    with pytest.raises(LimitExceeded):
        jcal_reading.parse(body, limits)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=30)
known = st.tuples(st.sampled_from(["SUMMARY", "CATEGORIES", "DTSTART", "RRULE", "GEO", "PRIORITY"]), st.just(()))
kinds = st.sampled_from(["TEXT", "DATE", "FLOAT", "PERIOD", "X-FOO"]).map(lambda kind: (("VALUE", (kind,)),))
unknown = st.tuples(st.just("X-FOO"), st.just(()) | kinds)
lines = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(texts)
def test_any_text_comes_back(text):
    (found,) = jcal_reading.parse(jcal.dumps(["vevent", [["summary", {}, "text", text]], []]))
    assert found.properties[0].text == text


@given(known | unknown, lines)
def test_any_content_line_means_the_same_when_it_comes_back(named, value):
    name, params = named
    told = jcal.to_jcal(Component("VEVENT", [Property(name, value, params)]))
    assert jcal.to_jcal(jcal_reading.parse(jcal.dumps(told))[0]) == told


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(json_values)
def test_any_json_is_read_or_refused_with_a_reason(tree):
    try:
        found = jcal_reading.parse(json.dumps(["vevent", [["x-a", {}, "text", tree]], []]).encode())
    except ContentError as error:
        assert len(str(error)) > 10  # noqa: PT017 - any other outcome is fine as well
    else:
        assert [component.name for component in parse(serialise(found[0]))] == ["VEVENT"]
