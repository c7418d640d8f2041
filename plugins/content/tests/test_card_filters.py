"""The filter of addressbook-query: its grammar, and what it finds."""

from xml.etree.ElementTree import fromstring

import pytest

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
