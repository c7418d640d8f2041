"""The examples of the document are what their schemas say, and what one may send is taken."""

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from a3dav_rest.judging import pointer
from a3dav_rest.merging import operations

DOCUMENT = yaml.load((Path(__file__).parents[3] / "openapi" / "rest.yaml").read_text(), yaml.CSafeLoader)
REGISTRY = Registry().with_resource("urn:document", Resource(DOCUMENT, DRAFT202012))
MINE = {"calendars", "events", "addressBooks", "contacts"}
LUNCH = {
    "data": {"uid": "lunch@example.org", "title": "Lunch", "start": "2026-11-23T12:00:00", "timeZone": "Europe/Berlin"}
}

CARD = {"@type": "Card", "version": "1.0", "uid": "urn:uuid:018f8f8f-1111-7222-8333-444455556666"}
BOB = {"data": CARD | {"name": {"full": "Bob"}, "emails": {"1": {"address": "bob@example.org"}}}}


def examples(value, place=()):
    """Every example beside a schema, with the place of that."""
    if isinstance(value, dict):
        if "schema" in value and "example" in value:
            yield pytest.param([*place, "schema"], value["example"], id=".".join(place)[-80:])
        for name, inner in value.items():
            yield from examples(inner, (*place, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from examples(inner, (*place, str(at)))


@pytest.mark.parametrize(("place", "example"), list(examples(DOCUMENT)))
def test_an_example_is_what_its_schema_says(place, example):
    schema = {"$ref": f"urn:document#{pointer(place)}"}
    assert list(Draft202012Validator(schema, registry=REGISTRY).iter_errors(example)) == []


BODIES = [
    pytest.param(path, method, kind, content["example"], id=f"{operation['operationId']} {kind}")
    for path, method, operation, _ in operations(DOCUMENT)
    if operation["tags"][0] in MINE
    for kind, content in operation.get("requestBody", {}).get("content", {}).items()
    if "example" in content
]


@pytest.fixture
def empty(api):
    """A fitting identifier for each variable of a path to a collection."""
    calendar = api("POST", "/calendars", {"displayName": "Work"}).json["id"]
    return {
        "calendarId": calendar,
        "addressBookId": api("POST", "/address-books", {"displayName": "Friends"}).json["id"],
    }


@pytest.fixture
def places(api, empty):
    """The same for paths to what is in one; the examples are about these objects."""
    event = api("POST", f"/calendars/{empty['calendarId']}/events", LUNCH).json["id"]
    return empty | {
        "eventId": event,
        "contactId": api("POST", f"/address-books/{empty['addressBookId']}/contacts", BOB).json["id"],
    }


@pytest.mark.parametrize(("path", "method", "kind", "example"), BODIES)
def test_a_body_of_the_document_is_taken(api, request, path, method, kind, example):
    places = request.getfixturevalue(
        "places" if {"eventId", "contactId"} & set(re.findall(r"\{(\w+)}", path)) else "empty"
    )
    body = example.encode() if isinstance(example, str) else example
    headers = {"if_match": "*"} if method in {"PUT", "PATCH"} else {}
    answer = api(method, path.format(**places), body, content_type=kind, **headers)
    assert answer.status in {200, 201}, answer.text


READS = [
    pytest.param(path, id=operation["operationId"])
    for path, method, operation, _ in operations(DOCUMENT)
    if method == "GET" and operation["tags"][0] in MINE | {"session"}
]


@pytest.mark.parametrize("path", READS)
def test_what_is_described_is_there(api, places, path):
    query = "?from=2026-11-23&to=2026-11-24" if path.endswith(("free-busy", "occurrences")) else ""
    assert api("GET", path.format(**places) + query).status == 200
