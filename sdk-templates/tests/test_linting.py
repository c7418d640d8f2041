"""What the linter finds that the validator does not."""

import pytest
import yaml

from a3dav_sdk.linting.lint import lint
from a3dav_sdk.linting.rules import findings
from a3dav_sdk.loading.documents import Library

ANSWER = {"200": {"description": "ok"}}
SCHEMAS = {"A": {"type": "object", "properties": {"a": {"type": "string"}}}}
WRONG = {
    "reference": {
        "/a": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/nowhere"}}}}}}
    },
    "path": {"/a/{b}": {"get": {}}, "/a/{c}": {"get": {}}},
    "operation-id": {"/a": {"get": {"operationId": "same"}, "put": {"operationId": "same"}}},
    "path-parameter": {"/a": {"get": {"parameters": [{"name": "x", "in": "path", "required": True, "schema": {}}]}}},
    "responses": {"/a": {"get": {"responses": {"20": {"description": "x"}}}}},
    "security": {"/a": {"get": {"security": [{"nobody": []}]}}},
    "link": {"/a": {"get": {"responses": {"200": {"description": "", "links": {"x": {"operationId": "gone"}}}}}}},
    "discriminator": {"/a": {"get": {"x": {"discriminator": {"propertyName": "k", "mapping": {"a": "#/gone"}}}}}},
    "required": {"/a": {"get": {"x": {"type": "object", "properties": {"a": {}}, "required": ["b"]}}}},
    "enum": {"/a": {"get": {"x": {"enum": ["a", "a"]}}}},
    "items": {"/a": {"get": {"x": {"type": "array"}}}},
    "pagination": {"/a": {"get": {"x-pagination": {"cursor": "c"}}}},
}


def written(folder, paths, **more):
    file = folder / "document.yaml"
    whole = {"openapi": "3.2.0", "info": {"title": "t", "version": "1"}, "paths": paths, **more}
    file.write_text(yaml.safe_dump(whole))
    return file


@pytest.mark.parametrize("rule", WRONG)
def test_each_rule_finds_what_it_is_for(tmp_path, rule):
    for item in (operation for path in WRONG[rule].values() for operation in path.values()):
        item.setdefault("responses", ANSWER)
    found = findings(Library().root(written(tmp_path, WRONG[rule])))
    assert rule in {one.rule for one in found}


def test_an_operation_id_of_a_webhook_counts(tmp_path):
    operation = {"operationId": "same", "responses": ANSWER}
    file = written(tmp_path, {"/a": {"get": operation}}, webhooks={"w": {"post": operation}})
    assert [one.rule for one in findings(Library().root(file))] == ["operation-id"]


def test_a_document_that_is_right_has_no_finding(tmp_path):
    file = written(
        tmp_path, {"/a/{b}": {"get": {"operationId": "a", "responses": ANSWER}}}, components={"schemas": SCHEMAS}
    )
    assert findings(Library().root(file)) == []


def test_findings_are_kept_by_the_hash_of_the_document(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = written(tmp_path, {"/a": {"get": {"responses": ANSWER}}})
    assert [lint(file)[1], lint(file)[1]] == [False, True]


def test_a_key_that_stands_twice_is_told_with_its_line(tmp_path):
    file = tmp_path / "twice.yaml"
    file.write_text("openapi: 3.1.0\npaths: {}\npaths: {}\n")
    with pytest.raises(Exception, match="line 3: paths stands twice"):
        Library().root(file)
