"""Each parser of the project has a target, and what a target says that it covers is reached from its corpus."""

import importlib
import inspect
import pkgutil
import re
import sys

import pytest

from .targets import TARGETS

PACKAGES = (
    "a3dav", "a3dav_acl", "a3dav_admin", "a3dav_attachments", "a3dav_caldav", "a3dav_carddav", "a3dav_content",
    "a3dav_events", "a3dav_history", "a3dav_ldap", "a3dav_migrate", "a3dav_oidc", "a3dav_push", "a3dav_rest",
    "a3dav_scheduling", "a3dav_sharing", "a3dav_subscriptions",
)  # fmt: skip
PARSER = re.compile(
    r"(parse|read|split|decode|unescape)(_[a-z_]+)?|as_text|convert(ed)?|from_[a-z]+|principal_in|in_form"
)
TEXT = {"bytes", "str", "Any", "Element", "Any | None", "Path"}
OF_OUR_OWN = {
    "a3dav_content.posix_rules.Day.parse": "zones of IANA, from the package tzdata",
    "a3dav_content.posix_rules.PosixRules.parse": "zones of IANA, from the package tzdata",
}
"""What is named like a parser, and reads nothing of strangers."""


def modules():
    for package in map(importlib.import_module, PACKAGES):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not re.search(r"\.testing\b|__main__|\.cli\.page", found.name):
                yield importlib.import_module(found.name)


def is_parser(name, function):
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return PARSER.fullmatch(name) and first is not None and str(first.annotation) in TEXT


def parsers():
    for module in modules():
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__ == module.__name__ and is_parser(name, value):
                yield value
            if inspect.isclass(value) and value.__module__ == module.__name__:
                made = vars(value).get("parse")
                if isinstance(made, classmethod):
                    yield value.parse


def code_of(function):
    return getattr(function, "__wrapped__", function).__code__


def full_name(function):
    return f"{function.__module__}.{function.__qualname__}"


def called(check, inputs):
    """The code that runs while inputs are checked."""
    found = set()
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, argument: found.add(frame.f_code) if event == "call" else None)
    try:
        for data in inputs:
            check(data)
    finally:
        sys.setprofile(before)
    return found


def test_each_parser_has_a_target():
    covered = {full_name(function) for target in TARGETS.values() for function in target.covers}
    lacking = {full_name(function) for function in parsers()} - covered - OF_OUR_OWN.keys()
    assert sorted(lacking) == []


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_the_corpus_of_a_target_reaches_what_it_covers(name):
    target = TARGETS[name]
    reached = called(target.check, target.corpus().values())
    assert [full_name(function) for function in target.covers if code_of(function) not in reached] == []
