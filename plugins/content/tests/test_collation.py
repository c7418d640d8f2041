"""Collations: which texts are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav_content.collation import (
    ASCII_CASEMAP,
    OCTET,
    SUPPORTED,
    UNICODE_CASEMAP,
    check_match_type,
    matches,
    resolve,
)
from a3dav_content.errors import InvalidFilter, UnsupportedCollation


@pytest.mark.parametrize(
    ("collation", "one", "other", "alike"),
    [
        (ASCII_CASEMAP, "aZ", "Az", True),
        (ASCII_CASEMAP, "é", "É", False),
        (ASCII_CASEMAP, "é", "é", True),
        (ASCII_CASEMAP, "{", "[", False),
        (ASCII_CASEMAP, "ß", "SS", False),
        (OCTET, "a", "A", False),
        (OCTET, "é", "é", True),
        (OCTET, "é", "e\u0301", False),
        (UNICODE_CASEMAP, "ä", "Ä", True),
        (UNICODE_CASEMAP, "é", "E\u0301", True),
        (UNICODE_CASEMAP, "Σ", "ς", True),
        (UNICODE_CASEMAP, "ǆ", "Ǆ", True),
        (UNICODE_CASEMAP, "Ⅳ", "iv", True),
        (UNICODE_CASEMAP, "я", "Я", True),
        (UNICODE_CASEMAP, "a", "b", False),
        (UNICODE_CASEMAP, "ı", "I", True),
        (UNICODE_CASEMAP, "ß", "ss", False),
    ],
)
@pytest.mark.rfc("4790", "9.2", "9.3")
@pytest.mark.rfc("5051", "2")
def test_texts_are_alike_by_their_collation(collation, one, other, alike):
    assert matches(collation, "equals", one, other) is alike
    assert matches(collation, "equals", other, one) is alike


@given(st.text(max_size=30), st.sampled_from(SUPPORTED))
def test_every_text_is_like_itself_and_begins_and_ends_with_itself(text, collation):
    assert all(matches(collation, how, text, text) for how in ("equals", "contains", "starts-with", "ends-with"))


@given(st.text("abcXYZ äÖ", max_size=10), st.text(max_size=10), st.text(max_size=10))
def test_a_part_is_found_in_the_whole(part, before, behind):
    assert matches(OCTET, "contains", part, before + part + behind)
    assert matches(ASCII_CASEMAP, "contains", part, before + part + behind)


@pytest.mark.parametrize(("asked", "meant"), [("", OCTET), ("default", OCTET), (UNICODE_CASEMAP, UNICODE_CASEMAP)])
@pytest.mark.rfc("4791", "7.5")
def test_the_default_stands_for_what_the_protocol_says(asked, meant):
    assert resolve(asked, OCTET) == meant


@pytest.mark.parametrize("asked", ["i;ascii-numeric", "i;*", "I;OCTET", "x" * 1000])
@pytest.mark.rfc("4791", "7.5.1")
def test_a_collation_that_is_not_offered_is_refused(asked):
    with pytest.raises(UnsupportedCollation):
        resolve(asked, OCTET)


def test_a_way_to_match_that_does_not_exist_is_refused_with_those_that_do():
    with pytest.raises(InvalidFilter, match="equals, contains, starts-with, ends-with"):
        check_match_type("regex")
