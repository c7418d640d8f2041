"""The parts of the API become one document, and what does not fit together is refused at the start."""

import json

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator, OpenAPIV32SpecValidator

from a3dav.errors import PluginError
from a3dav.registries import ApiPart, ApiRegistry
from a3dav_rest import session
from a3dav_rest.compiling import compiled
from a3dav_rest.downlevel import as_3_1


def answer(call):
    return call.answer({})


def operation(name="things.list", path="/things", **more):
    entry = {"operationId": name, "responses": {"200": {"description": "All."}}, **more}
    return {"paths": {path: {"get": entry}}}


def registry_of(*parts):
    registry = ApiRegistry()
    registry.add(
        session.PART, *(ApiPart(yaml.dump(document), dict.fromkeys(names, answer)) for document, *names in parts)
    )
    return registry


def test_parts_become_one_document():
    api = compiled(registry_of((operation(), "things.list")))
    assert "/things" in api.document["paths"]
    assert api.operations["things.list"].method == "GET"


def test_the_order_of_the_parts_does_not_matter():
    one, other = (operation(), "things.list"), (operation("others.list", "/others"), "others.list")
    assert json.dumps(compiled(registry_of(one, other)).document) == json.dumps(
        compiled(registry_of(other, one)).document
    )


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([(operation(),)], "nothing answers the operation things.list"),
        ([({}, "things.list")], "no operation things.list"),
        (
            [(operation(), "things.list"), (operation("things.all"), "things.all")],
            "/things of the REST API is there twice",
        ),
        ([(operation("session.get"),)], "no operationId of its own"),
        (
            [(operation(responses={"404": {"$ref": "#/components/responses/Nowhere"}}), "things.list")],
            "Nowhere, which is not there",
        ),
        (
            [(operation("a.get", "/a/{one}"), "a.get"), (operation("a.list", "/a/{other}/all"), "a.list")],
            "calls other what another one calls one",
        ),
        ([({"openapi": "3.2.0"},)], "here 2 do"),
        ([({"components": {"schemas": {"Problem": {}}}},)], "schemas entry Problem of the REST API is there twice"),
    ],
)
def test_what_does_not_fit_is_refused_at_the_start(parts, sentence):
    with pytest.raises(PluginError, match=sentence):
        compiled(registry_of(*parts))


def test_an_operation_has_one_handler():
    with pytest.raises(PluginError, match=r"things\.list is registered twice"):
        registry_of(({}, "things.list"), ({}, "things.list"))


def test_a_part_that_is_no_yaml_is_refused():
    registry = ApiRegistry()
    registry.add(ApiPart("paths: [", {}))
    with pytest.raises(PluginError, match="cannot be read"):
        compiled(registry)


def test_dates_in_examples_stay_texts():
    registry = ApiRegistry()
    registry.add(session.PART, ApiPart("components: {schemas: {Day: {example: 2026-11-22}}}", {}))
    assert compiled(registry).document["components"]["schemas"]["Day"] == {"example": "2026-11-22"}


def test_the_document_of_the_house_is_valid(house):
    assert list(OpenAPIV32SpecValidator(house.services["rest.api"].api.document).iter_errors()) == []


def test_the_document_in_3_1_is_valid_and_has_what_3_1_cannot_say_in_extensions():
    asking = {"query": {"operationId": "things.query", "responses": {"200": {"description": "Found."}}}}
    lowered = as_3_1(compiled(registry_of(({"paths": {"/things": asking}}, "things.query"))).document)
    assert list(OpenAPIV31SpecValidator(lowered).iter_errors()) == []
    assert lowered["paths"]["/things"]["x-query"]["operationId"] == "things.query"
