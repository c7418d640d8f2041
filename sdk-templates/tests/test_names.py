"""Names: words of anything, and a lock that never lets one move."""

import pytest

from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.naming.words import camel, pascal, screaming, snake, words_of


def numbered(name, number):
    return f"{name}_{number}"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("displayName", ("display", "name")),
        ("display-name", ("display", "name")),
        ("HTTPStatus", ("http", "status")),
        ("a3dav", ("a3dav",)),
        ("1st", ("1", "st")),
        ("é", ("e",)),
        ("+1", ("plus", "1")),
        ("-1", ("minus", "1")),
        ("", ("empty",)),
        (" ", ("empty",)),
        ("*", ("symbol",)),
        ("😀", ("grinning", "face")),
        ("$ref", ("ref",)),
        ("@type", ("at", "type")),
    ],
)
def test_words_are_found_in_any_name(name, words):
    assert words_of(name) == words


def test_each_case_joins_the_same_words():
    words = words_of("httpStatusCode")
    assert [snake(words), camel(words), pascal(words), screaming(words)] == [
        "http_status_code", "httpStatusCode", "HttpStatusCode", "HTTP_STATUS_CODE",
    ]  # fmt: skip


def test_a_new_key_gets_another_name_than_one_that_was_there():
    lock = Lock({"python": {"fields X": {"fooBar": "foo_bar"}}})
    assert lock.name("python", "fields X", [("foo-bar", "foo_bar"), ("fooBar", "foo_bar")], numbered) == {
        "foo-bar": "foo_bar_2", "fooBar": "foo_bar",
    }  # fmt: skip


def test_a_name_of_something_that_is_gone_is_not_given_again():
    lock = Lock({"python": {"fields X": {"old": "name"}}})
    assert lock.name("python", "fields X", [("new", "name")], numbered) == {"new": "name_2"}


def test_names_that_differ_only_in_case_are_taken():
    assert Lock().name("go", "definitions", [("a", "Url"), ("b", "URL")], numbered) == {"a": "Url", "b": "URL_2"}
