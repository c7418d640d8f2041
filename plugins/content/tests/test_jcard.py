"""jCard: vCards in JSON, by hand both ways, and what is refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a3dav_content.errors import InvalidCard, LimitExceeded, UnsupportedCard
from a3dav_content.jcard import from_jcard, to_jcard
from a3dav_content.lines import Limits

HEAD = [["version", {}, "text", "4.0"], ["fn", {}, "text", "F"]]


def card(*lines, version="4.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", "FN:F", *lines, "END:VCARD", ""]).encode()


def jcard(*properties):
    return json.dumps(["vcard", [*HEAD, *properties]]).encode()


PAIRS = [
    ("NOTE:a\\nb\\, c;d", ["note", {}, "text", "a\nb, c;d"]),
    ("N:Stevenson;John;Philip,Paul;;Jr.,M.D.", ["n", {}, "text", ["Stevenson", "John", ["Philip", "Paul"], "", ["Jr.", "M.D."]]]),
    ("N:a\\;b;c\\,d;;;", ["n", {}, "text", ["a;b", "c,d", "", "", ""]]),
    ("ORG:Viagenie", ["org", {}, "text", "Viagenie"]),
    ("ORG:A\\, B;C", ["org", {}, "text", ["A, B", "C"]]),
    ("CATEGORIES:a,b\\,c", ["categories", {}, "text", "a", "b,c"]),
    ("GENDER:O;both", ["gender", {}, "text", ["O", "both"]]),
    ("CLIENTPIDMAP:1;urn:uuid:x", ["clientpidmap", {}, "text", ["1", "urn:uuid:x"]]),
    ("BDAY:19850412", ["bday", {}, "date-and-or-time", "1985-04-12"]),
    ("BDAY:1985-04", ["bday", {}, "date-and-or-time", "1985-04"]),
    ("BDAY:1985", ["bday", {}, "date-and-or-time", "1985"]),
    ("BDAY:--0412", ["bday", {}, "date-and-or-time", "--04-12"]),
    ("BDAY:---12", ["bday", {}, "date-and-or-time", "---12"]),
    ("BDAY:T1022", ["bday", {}, "date-and-or-time", "T10:22"]),
    ("BDAY:T-2200", ["bday", {}, "date-and-or-time", "T-22:00"]),
    ("BDAY:--0412T102200-0800", ["bday", {}, "date-and-or-time", "--04-12T10:22:00-08:00"]),
    ("BDAY;VALUE=text:circa 1800", ["bday", {}, "text", "circa 1800"]),
    ("ANNIVERSARY:20090808T1430-0500", ["anniversary", {}, "date-and-or-time", "2009-08-08T14:30-05:00"]),
    ("REV:20120101T000000Z", ["rev", {}, "timestamp", "2012-01-01T00:00:00Z"]),
    ("REV:20161119T174422.057Z", ["rev", {}, "timestamp", "2016-11-19T17:44:22.057Z"]),
    ("X-T;VALUE=time:102200Z", ["x-t", {}, "time", "10:22:00Z"]),
    ("X-D;VALUE=date:19850412", ["x-d", {}, "date", "1985-04-12"]),
    ("TZ;VALUE=utc-offset:-0500", ["tz", {}, "utc-offset", "-05:00"]),
    ("X-B;VALUE=boolean:TRUE", ["x-b", {}, "boolean", True]),
    ("X-I;VALUE=integer:1,-2", ["x-i", {}, "integer", 1, -2]),
    ("X-F;VALUE=float:1.5", ["x-f", {}, "float", 1.5]),
    ("LANG;PREF=1:fr", ["lang", {"pref": "1"}, "language-tag", "fr"]),
    ("TEL;VALUE=uri:tel:+1;ext=2", ["tel", {}, "uri", "tel:+1;ext=2"]),
    ("PHOTO:data:image/png;base64,AAAA", ["photo", {}, "uri", "data:image/png;base64,AAAA"]),
    ("X-Q;VALUE=text:a\\,b", ["x-q", {}, "text", "a,b"]),
    ("X-Q:a\\,b;c", ["x-q", {}, "unknown", "a\\,b;c"]),
    ("FOO:a\\,b", ["foo", {}, "unknown", "a\\,b"]),
    ("X-Q;VALUE=x-own:1", ["x-q", {}, "x-own", "1"]),
    ("item1.EMAIL;TYPE=work:a@b", ["email", {"group": "item1", "type": "work"}, "text", "a@b"]),
    ("EMAIL;TYPE=work,home:a@b", ["email", {"type": ["work", "home"]}, "text", "a@b"]),
    ("N;SORT-AS=Harten,Rene:H;R;;;", ["n", {"sort-as": ["Harten", "Rene"]}, "text", ["H", "R", "", "", ""]]),
    ("ADR;LABEL=a^n^'b^':;;c;;;;", ["adr", {"label": 'a\n"b"'}, "text", ["", "", "c", "", "", "", ""]]),
]  # fmt: skip


@pytest.mark.rfc("7095", "3.3")
@pytest.mark.rfc("7095", "3.4")
@pytest.mark.rfc("7095", "3.5")
@pytest.mark.parametrize(("line", "entry"), PAIRS)
def test_a_property_is_said_in_both_ways(line, entry):
    assert json.loads(to_jcard(card(line)))[1][2:] == [entry]
    assert from_jcard(jcard(entry)) == card(line)


@pytest.mark.rfc("7095", "3.2")
def test_a_card_is_an_array_whose_first_property_is_the_version():
    assert json.loads(to_jcard(card("NOTE:ü"))) == ["vcard", [*HEAD, ["note", {}, "text", "ü"]]]


def test_a_card_of_3_0_is_said_as_one_of_4_0():
    found = json.loads(to_jcard(card("N:F;;;;", "BDAY:1996-04-15", "EMAIL;TYPE=pref:a@b", version="3.0")))
    assert found[1][0] == ["version", {}, "text", "4.0"]
    assert found[1][3:] == [
        ["bday", {}, "date-and-or-time", "1996-04-15"],
        ["email", {"pref": "1"}, "text", "a@b"],
    ]


@pytest.mark.parametrize(
    ("line", "parameters"),
    [
        ("TEL;TYPE=work;TYPE=voice:1", {"type": ["work", "voice"]}),
        ('TEL;TYPE="work,voice":1', {"type": ["work", "voice"]}),
        ('N;SORT-AS="Harten,Rene":H', {"sort-as": ["Harten", "Rene"]}),
    ],
)
def test_lists_in_parameters_are_arrays_however_they_were_written(line, parameters):
    assert json.loads(to_jcard(card(line)))[1][2][1] == parameters


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        (["fn", {"VALUE": "x", "X-A": 1}, "TEXT", "a\r\nb"], "FN;X-A=1:a\\nb"),
        (["n", {}, "text", "Solo"], "N:Solo"),
        (["note", {}, "text", 12], "NOTE:12"),
        (["x-s", {}, "text", ["a", ["b", "c"]]], "X-S;VALUE=text:a;b,c"),
        (["geo", {}, "unknown", "geo:1,2"], "GEO:geo:1,2"),
        (["x-t", {}, "date-time", "nonsense"], "X-T;VALUE=date-time:nonsense"),
    ],
)
def test_what_other_writers_send_is_understood(entry, line):
    assert from_jcard(jcard(entry)) == card(line)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{}", b"[]", b'["vcard"]', b'["vcard", {}]', b'["vcalendar", []]', b"\xff",
        jcard("x"), jcard([]), jcard(["note", {}, "text"]), jcard(["note", [], "text", "x"]), jcard([1, {}, "text", "x"]),
        jcard(["no te", {}, "text", "x"]), jcard(["note", {}, "te:xt", "x"]), jcard(["note", {"a b": "x"}, "text", "x"]),
        jcard(["note", {"a": {}}, "text", "x"]), jcard(["note", {"a": []}, "text", "x"]), jcard(["note", {}, "text", None]),
        jcard(["note", {}, "text", {}]), jcard(["note", {}, "text", ["a", [["b"]]]]), jcard(["n", {}, "text", ["a"], "b"]),
        jcard(["x-a", {}, "unknown", "a\r\nX-B:c"]), jcard(["x-a", {"p": "\x00"}, "text", "x"]), jcard(["note", {}, "text", "\x07"]),
        jcard(["note", {"group": "a.b"}, "text", "x"]), jcard(["note", {"group": 1}, "text", "x"]), jcard(["end", {}, "text", "VCARD"]),
        jcard(["begin", {}, "text", "X"]), jcard(["x-a", {}, "unknown", "\ud800"]),
    ],
)  # fmt: skip
def test_what_is_no_jcard_is_refused(body):
    with pytest.raises(InvalidCard):
        from_jcard(body)


def test_a_jcard_of_nothing_but_brackets_is_refused():
    with pytest.raises(LimitExceeded):
        from_jcard(b"[" * 100_000)


@pytest.mark.parametrize(
    "body", [b'["vcard",[["version",{},"text","4.0"],["fn",{"a":"b","a":"c"},"text","x"]]]', b'["vcard",[NaN]]']
)
def test_a_jcard_says_one_thing_alone(body):
    with pytest.raises(InvalidCard):
        from_jcard(body)


@pytest.mark.parametrize("versions", [[], ["3.0"], ["4.0", "4.0"]])
def test_a_jcard_is_of_version_4_0(versions):
    tree = ["vcard", [["version", {}, "text", version] for version in versions]]
    with pytest.raises(UnsupportedCard):
        from_jcard(json.dumps(tree).encode())


def test_a_jcard_has_as_many_properties_as_a_card_may_have():
    with pytest.raises(InvalidCard):
        from_jcard(jcard(*[["note", {}, "text", "x"]] * 9), Limits(properties=10))


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n"), max_size=10)
COMPONENT = TEXT | st.lists(TEXT, min_size=2, max_size=3)
PARAMS = st.dictionaries(
    st.sampled_from(["x-a", "language", "altid"]), TEXT.filter(bool) | st.lists(TEXT, min_size=2, max_size=3)
)
ENTRIES = st.lists(
    st.one_of(
        st.builds(lambda params, text: ["note", params, "text", text], PARAMS, TEXT),
        st.builds(lambda params, items: ["nickname", params, "text", *items], PARAMS, st.lists(TEXT, min_size=1, max_size=3)),
        st.builds(lambda params, parts: ["adr", params, "text", parts], PARAMS, st.lists(COMPONENT, min_size=7, max_size=7)),
        st.builds(lambda number: ["x-number", {}, "integer", number], st.integers(-(10**9), 10**9)),
    ),
    max_size=4,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(ENTRIES)
def test_a_jcard_comes_back_as_it_was(entries):
    assert json.loads(to_jcard(from_jcard(jcard(*entries)))) == ["vcard", [*HEAD, *entries]]
