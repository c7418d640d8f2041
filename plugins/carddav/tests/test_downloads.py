"""GET of an address book: one file, each card as it is stored or all of them in one version."""

from dataclasses import replace

import pytest

from a3dav.registries import Representation

from .conftest import ADA, BOOK, GRACE, JURGEN


def shout(body):
    if b"VERSION:4.0" in body:
        raise ValueError("cannot be said")
    return body.upper()


@pytest.fixture
def loud(house, book, monkeypatch):
    """Alice's client; every card can be had in a version that shouts, but for those of version 4.0."""
    form = Representation("text/vcard; version=9.0; charset=utf-8", "loud", shout)
    monkeypatch.setitem(house.types._types, "card", replace(house.types["card"], representations=(form,)))
    return book


def test_an_address_book_is_one_file_of_its_cards_as_they_are_stored(book):
    assert book.get(BOOK + "?export").text == ADA + GRACE + JURGEN


def test_cards_are_given_in_the_version_that_is_asked_for_and_none_is_left_out(loud):
    answer = loud.get(BOOK + "?version=9.0")
    assert answer.text == ADA.upper() + GRACE.upper() + JURGEN
    assert answer.headers["content-type"] == "text/vcard; version=9.0; charset=utf-8"
    assert loud.request("HEAD", BOOK + "?version=9.0").status == 200


@pytest.mark.parametrize(
    ("query", "named"), [("?version=2.1", "version"), ("?version=", "version"), ("?form=x", "form")]
)
def test_a_parameter_that_cannot_be_followed_is_named(loud, query, named):
    answer = loud.get(BOOK + query)
    assert (answer.status, f"the parameter {named}" in answer.text or f"'{named}'" in answer.text) == (400, True)
