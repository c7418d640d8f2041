"""openapi/rest.yaml is the document that a house with every plugin serves."""

from pathlib import Path

import pytest
import yaml
from openapi_spec_validator import OpenAPIV32SpecValidator

from a3dav_rest.command import text_of
from a3dav_rest.merging import operations

WRITTEN = Path(__file__).parents[3] / "openapi" / "rest.yaml"
REFUSALS = {"400", "401", "403", "429", "503"}


@pytest.fixture
def document(house):
    return house.services["rest.api"].api.document


def test_the_written_document_is_the_served_one(document):
    assert WRITTEN.read_text() == text_of(document), "run: a3dav api document > openapi/rest.yaml"


def test_the_written_document_is_valid():
    assert list(OpenAPIV32SpecValidator(yaml.safe_load(WRITTEN.read_text())).iter_errors()) == []


def told(document):
    return [(operation, entry) for _, _, operation, entry in operations(document)]


def test_every_operation_is_described(document):
    lacking = [
        operation["operationId"]
        for operation, _ in told(document)
        if not {"summary", "description", "tags", "security", "responses"} <= operation.keys()
    ]
    assert lacking == []


def test_every_operation_tells_how_it_refuses(document):
    lacking = [
        operation["operationId"] for operation, _ in told(document) if not operation["responses"].keys() >= REFUSALS
    ]
    assert lacking == []


def test_every_operation_has_the_name_of_its_service(document):
    assert [one for one, _ in told(document) if one["operationId"].partition(".")[0] != one["tags"][0]] == []


def test_every_service_is_described(document):
    known = {tag["name"] for tag in document["tags"] if tag["description"]}
    assert {one["tags"][0] for one, _ in told(document)} == known


def test_every_list_says_how_it_goes_on(document):
    lists = [one for one, _ in told(document) if "Cursor" in str(one.get("parameters"))]
    assert len(lists) > 3
    assert all(one["x-pagination"] == {"cursor": "cursor", "items": "items", "next": "next"} for one in lists)


def test_every_schema_is_described(document):
    assert [name for name, schema in document["components"]["schemas"].items() if "description" not in schema] == []
