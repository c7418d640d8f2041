"""openapi/dav.yaml and the server say the same: verbs, properties, reports and preconditions."""

from pathlib import Path

import pytest

from a3dav_sdk.linting.lint import lint
from a3dav_sdk.loading.dav import dav_of
from a3dav_sdk.loading.documents import Library

from .refusals import conditions

DOCUMENT = Path(__file__).parents[2] / "openapi" / "dav.yaml"


@pytest.fixture(scope="module")
def document():
    return Library().root(DOCUMENT)


@pytest.fixture(scope="module")
def dav(document):
    return dav_of(document)


def kinds_of(house):
    return [kind for owned in house.types.owned().values() for kind in owned["kinds"]]


def named(entry):
    return f"{{{entry['namespace']}}}{entry['name']}"


def test_the_verbs_are_those_of_the_server(house, dav):
    assert {method.key for method in dav.methods} == house.methods.names()


def test_the_properties_are_those_of_the_server(house, dav):
    known = {name for kind in kinds_of(house) for name in house.properties.of_kind(kind)}
    assert {one.key for one in dav.properties} == known


def test_what_is_protected_is_so_in_both(house, dav):
    wrong = [one.key for one in dav.properties if one.protected != house.properties.is_protected(one.key)]
    assert wrong == []


def test_the_reports_are_those_of_the_server(house, document):
    known = {name for kind in kinds_of(house) for name in house.reports.of_kind(kind)}
    assert {named(one) for one in document.value["x-dav-reports"]} == known


def test_the_preconditions_are_those_that_the_sources_name(dav):
    assert {one.key for one in dav.conditions} == set(conditions())


def test_the_statuses_of_preconditions_are_those_that_the_sources_give(dav):
    told = conditions()
    wrong = {one.key: one.statuses for one in dav.conditions if not told[one.key] <= set(one.statuses)}
    assert wrong == {}


def test_nothing_is_wrong_with_the_document():
    assert lint(DOCUMENT)[0] == []
