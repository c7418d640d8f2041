"""The filter of addressbook-query: its grammar, and what it finds."""

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a3dav_content.card_filters import parse
from a3dav_content.cards import Card
from a3dav_content.errors import InvalidFilter, UnsupportedCollation

CARDDAV = 'xmlns:C="urn:ietf:params:xml:ns:carddav"'
CARD = Card.parse(
    "\r\n".join(
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "UID:grace",
            "FN:Grace Groß",
            "N:Groß;Grace;;;",
            "item1.EMAIL;TYPE=HOME,INTERNET:grace@navy.example",
            "item1.X-ABLabel:Ship",
            "EMAIL;TYPE=WORK:hopper@work.example",
            "NOTE:one\\, two\\nthree",
            "END:VCARD",
            "",
        ]
    ).encode()
)


def read(inside, test=""):
    chosen = f' test="{test}"' if test else ""
    return parse(fromstring(f"<C:filter {CARDDAV}{chosen}>{inside}</C:filter>"))


def finds(inside, test=""):
    return read(inside, test).matches(CARD)


def prop(name, inside="", test=""):
    chosen = f' test="{test}"' if test else ""
    return f'<C:prop-filter name="{name}"{chosen}>{inside}</C:prop-filter>'


def text(value, **attributes):
    written = "".join(f' {name.replace("_", "-")}="{content}"' for name, content in attributes.items())
    return f"<C:text-match{written}>{value}</C:text-match>"


def param(name, inside=""):
    return f'<C:param-filter name="{name}">{inside}</C:param-filter>'


YES = prop("FN")
NO = prop("TITLE")


@pytest.mark.parametrize(
    ("inside", "test", "expected"),
    [
        ("", "", True),
        (YES, "", True),
        (NO, "", False),
        (YES + NO, "", True),
        (YES + NO, "anyof", True),
        (YES + NO, "allof", False),
        (YES + YES, "allof", True),
        (NO + NO, "anyof", False),
    ],
)
@pytest.mark.rfc("6352", "10.5")
def test_conditions_hold_in_part_or_all_together(inside, test, expected):
    assert finds(inside, test) is expected


@pytest.mark.parametrize(("test", "expected"), [("", True), ("anyof", True), ("allof", False)])
@pytest.mark.rfc("6352", "10.5.1")
def test_conditions_of_a_property_hold_in_part_or_all_together(test, expected):
    assert finds(prop("FN", text("grace") + text("ada"), test)) is expected


@pytest.mark.rfc("6352", "10.5.3")
def test_a_property_may_be_asked_not_to_be_there():
    assert finds(prop("TITLE", "<C:is-not-defined/>"))
    assert not finds(prop("FN", "<C:is-not-defined/>"))


@pytest.mark.parametrize(
    ("match_type", "value", "expected"),
    [
        ("equals", "grace groß", True),
        ("equals", "grace", False),
        ("contains", "ce gr", True),
        ("contains", "cegr", False),
        ("starts-with", "grace", True),
        ("starts-with", "groß", False),
        ("ends-with", "groß", True),
        ("ends-with", "grace", False),
    ],
)
@pytest.mark.rfc("6352", "10.5.4")
def test_text_is_matched_in_four_ways(match_type, value, expected):
    assert finds(prop("FN", text(value, match_type=match_type))) is expected


@pytest.mark.parametrize(
    ("collation", "value", "expected"),
    [
        ("", "GRACE", True),
        ("default", "GRACE", True),
        ("i;unicode-casemap", "GRACE", True),
        ("i;ascii-casemap", "GRACE", True),
        ("i;octet", "GRACE", False),
        ("i;octet", "Grace", True),
    ],
)
@pytest.mark.rfc("6352", "8.3")
def test_text_is_matched_by_its_collation(collation, value, expected):
    assert finds(prop("FN", text(value, collation=collation))) is expected


@pytest.mark.rfc("6352", "10.5.4")
def test_a_negated_match_holds_for_a_value_that_does_not_match():
    assert finds(prop("FN", text("ada", negate_condition="yes")))
    assert not finds(prop("FN", text("grace", negate_condition="yes")))


@pytest.mark.rfc("6352", "10.5.4")
def test_a_negated_match_does_not_hold_for_a_property_that_is_not_there():
    assert not finds(prop("TITLE", text("x", negate_condition="yes")))


@pytest.mark.rfc("6350", "3.4")
def test_text_is_matched_without_its_escapes():
    assert finds(prop("NOTE", text("one, two\nthree", match_type="equals")))


@pytest.mark.rfc("6352", "10.5.1")
def test_a_name_without_a_group_matches_in_every_group():
    assert finds(prop("EMAIL", text("navy")))
    assert finds(prop("EMAIL", text("work.example")))


@pytest.mark.rfc("6352", "10.5.1")
def test_a_name_with_a_group_matches_in_that_group_alone():
    assert finds(prop("ITEM1.email", text("navy")))
    assert not finds(prop("item1.EMAIL", text("work.example")))
    assert not finds(prop("item2.EMAIL"))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (param("TYPE"), True),
        (param("type", text("home")), True),
        (param("TYPE", text("internet", match_type="equals")), True),
        (param("TYPE", text("fax")), False),
        (param("PREF"), False),
        (param("PREF", "<C:is-not-defined/>"), True),
        (param("TYPE", "<C:is-not-defined/>"), False),
    ],
)
@pytest.mark.rfc("6352", "10.5.2")
def test_a_parameter_is_matched_by_each_of_its_values(inside, expected):
    assert finds(prop("EMAIL", inside)) is expected


@pytest.mark.parametrize(
    "inside",
    [
        "<C:nonsense/>",
        "<C:prop-filter/>",
        prop("FN", "<C:is-not-defined/>" + text("x")),
        prop("FN", "<C:nonsense/>"),
        prop("FN", test="someof"),
        prop("FN", text("x", match_type="like")),
        prop("FN", text("x", negate_condition="true")),
        prop("FN", param("")),
        prop("FN", param("TYPE", "<C:is-not-defined/>" + text("x"))),
    ],
)
@pytest.mark.rfc("6352", "10.5")
def test_a_filter_outside_of_its_grammar_is_refused(inside):
    with pytest.raises(InvalidFilter):
        read(inside)


def test_a_test_that_is_none_is_refused():
    with pytest.raises(InvalidFilter):
        read(YES, "noneof")


@pytest.mark.rfc("6352", "8.3")
def test_an_unknown_collation_is_not_offered():
    with pytest.raises(UnsupportedCollation):
        read(prop("FN", text("x", collation="i;ascii-numeric")))


MANY = Card.parse(
    "\r\n".join(
        [
            "BEGIN:VCARD",
            "VERSION:4.0",
            "FN:F",
            "N:Groß;Grace,Brewster;;;",
            "ORG:Navy\\; US;Computers",
            "CATEGORIES:Friends,Work\\, old",
            'TEL;TYPE="voice,home":555',
            "TEL;TYPE=work:666",
            "END:VCARD",
            "",
        ]
    ).encode()
)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("CATEGORIES", "friends", True),
        ("CATEGORIES", "work, old", True),
        ("CATEGORIES", "friends,work, old", True),
        ("CATEGORIES", "work", False),
        ("N", "grace", True),
        ("N", "brewster", True),
        ("N", "groß;grace,brewster;;;", True),
        ("ORG", "navy; us", True),
        ("ORG", "computers", True),
        ("ORG", "navy", False),
    ],
)
@pytest.mark.rfc("6352", "10.5.4")
def test_a_value_of_many_texts_equals_the_whole_or_one_of_them(name, value, expected):
    assert read(prop(name, text(value, match_type="equals"))).matches(MANY) is expected
    negated = text(value, match_type="equals", negate_condition="yes")
    assert read(prop(name, negated)).matches(MANY) is not expected


@pytest.mark.parametrize(
    ("value", "place", "test", "expected"),
    [
        ("555", "home", "allof", True),
        ("666", "work", "allof", True),
        ("555", "work", "allof", False),
        ("555", "work", "anyof", True),
        ("777", "fax", "anyof", False),
    ],
)
@pytest.mark.rfc("6352", "10.5.1")
def test_all_conditions_have_to_hold_for_one_and_the_same_property(value, place, test, expected):
    both = text(value) + param("TYPE", text(place, match_type="equals"))
    assert read(prop("TEL", both, test)).matches(MANY) is expected


@pytest.mark.rfc("6352", "10.5.2")
def test_a_negated_match_of_a_parameter_holds_where_none_of_its_values_matches():
    not_home = param("TYPE", text("home", match_type="equals", negate_condition="yes"))
    assert read(prop("TEL", text("666") + not_home, "allof")).matches(MANY)
    assert not read(prop("TEL", text("555") + not_home, "allof")).matches(MANY)


FOLD = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
WORDS = st.text("abABß ", max_size=3)
MATCHES = st.tuples(
    WORDS,
    st.sampled_from(["i;octet", "i;ascii-casemap"]),
    st.sampled_from(["equals", "contains", "starts-with", "ends-with"]),
    st.booleans(),
)
CONDITIONS = st.one_of(
    st.tuples(st.just("text"), MATCHES),
    st.tuples(st.just("param"), st.sampled_from(["TYPE", "X-P"]), MATCHES | st.sampled_from(["there", "missing"])),
)
FILTERS = st.tuples(
    st.sampled_from(["FN", "NOTE", "item1.NOTE", "X-Y"]),
    st.booleans(),
    st.just("missing") | st.lists(CONDITIONS, max_size=3),
)
ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(["", "item1.", "item2."]),
        st.sampled_from(["NOTE", "X-Y"]),
        st.lists(st.tuples(st.sampled_from(["TYPE", "X-P"]), WORDS.filter(bool)), max_size=2),
        WORDS,
    ),
    max_size=4,
)


def as_xml(match):
    needle, collation, kind, negated = match
    return text(needle, collation=collation, match_type=kind, negate_condition="yes" if negated else "no")


def condition_xml(condition):
    if condition[0] == "text":
        return as_xml(condition[1])
    inside = (
        {"there": "", "missing": "<C:is-not-defined/>"}.get(condition[2]) if isinstance(condition[2], str) else None
    )
    return param(condition[1], as_xml(condition[2]) if inside is None else inside)


def filter_xml(name, every, inside):
    body = "<C:is-not-defined/>" if inside == "missing" else "".join(map(condition_xml, inside))
    return prop(name, body, "allof" if every else "anyof")


def naive_text(match, values):
    needle, collation, kind, negated = match
    if collation == "i;ascii-casemap":
        needle, values = needle.translate(FOLD), [value.translate(FOLD) for value in values]
    ways = {
        "equals": lambda value: value == needle,
        "contains": lambda value: value.find(needle) >= 0,
        "starts-with": lambda value: value[: len(needle)] == needle,
        "ends-with": lambda value: needle == "" or value[-len(needle) :] == needle,
    }
    return any(ways[kind](value) for value in values) != negated


def naive_condition(condition, entry):
    _, _, params, value = entry
    if condition[0] == "text":
        return naive_text(condition[1], [value])
    given = [content for key, content in params if key == condition[1]]
    if condition[2] == "missing":
        return given == []
    return given != [] and (condition[2] == "there" or naive_text(condition[2], given))


def naive_filter(wanted, entries):
    name, every, inside = wanted
    group, _, bare = name.rpartition(".")
    named = [entry for entry in entries if entry[1] == bare and group in {"", entry[0].rstrip(".")}]
    if inside == "missing":
        return named == []
    if not inside:
        return named != []
    return any((all if every else any)([naive_condition(one, entry) for one in inside]) for entry in named)


@settings(max_examples=150, deadline=None)
@given(ENTRIES, st.lists(FILTERS, min_size=1, max_size=3), st.booleans())
def test_filters_find_what_a_plain_reading_of_the_rules_finds(entries, filters, every):
    lines = [
        group + name + "".join(f';{k}="{v}"' for k, v in params) + ":" + value for group, name, params, value in entries
    ]
    card = Card.parse("\r\n".join(["BEGIN:VCARD", "VERSION:4.0", "FN:a", *lines, "END:VCARD", ""]).encode())
    inside = "".join(filter_xml(*wanted) for wanted in filters)
    everything = [("", "FN", [], "a"), *entries]
    expected = (all if every else any)([naive_filter(wanted, everything) for wanted in filters])
    assert read(inside, "allof" if every else "anyof").matches(card) is expected
