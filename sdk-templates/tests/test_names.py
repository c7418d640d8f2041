"""Names: words of anything, and a lock that never lets one move."""

from pathlib import Path

import pytest

from a3dav_sdk.diffing.diff import MAJOR, names_moved
from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.naming.words import camel, pascal, screaming, snake, words_of
from a3dav_sdk.rendering.render import render

API = load(read_project(Path(__file__).parent / "data" / "draft-sdk.yaml"))
FOLLOWING = [
    ("go", "package", "parameters calendars.list"), ("go", "following calls calendars", "pages calendars.list"),
    ("go", "package", "variables Principal"), ("java", "package", "parameters calendars.list"),
    ("java", "following calls calendars", "calendars.create"), ("csharp", "methods calendars", "calendars.create"),
    ("javascript", "package", "options calendars.list"), ("typescript", "package", "options calendars.list"),
    ("typescript", "package", "variables Principal"),
]  # fmt: skip


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


def text_of(language, lock):
    return "\n".join(data.decode() for data in render(dialect(language)(API), lock).values())


@pytest.mark.parametrize(("language", "scope", "key"), FOLLOWING)
def test_a_name_that_follows_from_others_stays_what_it_was(language, scope, key):
    lock = Lock()
    assert "FormerName" not in text_of(language, lock)
    lock.languages[language][scope][key] = "FormerName"
    assert "FormerName" in text_of(language, lock)


@pytest.mark.parametrize("language", ["go", "java", "typescript"])
def test_a_type_is_not_called_as_what_follows_from_others_already(language):
    lock = Lock({language: {"package": {"parameters gone": "Calendar"}}})
    text_of(language, lock)
    assert lock.languages[language]["definitions"]["Calendar"] == "Calendar2"


def test_a_name_that_follows_and_became_another_is_a_change_that_breaks():
    before, after = ({"go": {"package": {"parameters a.list": name}}} for name in ("AListParams", "ListParams"))
    assert [one.level for one in names_moved(before, after, "go")] == [MAJOR]
