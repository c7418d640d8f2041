"""Text of a document never becomes code, whatever it says and whichever template it is printed by."""

import ast
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a3dav_sdk.errors import SdkError
from a3dav_sdk.languages import dialect
from a3dav_sdk.languages.views import SpecText
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.render import render

PIECES = st.sampled_from([
    '"', "'", '"""', "'''", "*/", "/*", "//", "?>", "<?php", "{{", "}}", "{%", "${", "#{", "\\", "\n", "\r", "\u2028", "\0", "evil()",
    "`", "]]>", "-->", "@", "end", " ", "é", "</script>", "%>", "r#", '"#', "%s", "{0}",
])  # fmt: skip
NASTY = st.lists(PIECES, max_size=12).map("".join)

PYTHON = dialect("python")(load(read_project(Path(__file__).parent / "data" / "draft.yaml")))


def document(text):
    name = text or "x"
    operation = {
        "operationId": name, "tags": [name], "summary": text, "description": text,
        "parameters": [{"name": name, "in": "query", "description": text, "schema": {"type": "string", "enum": [text, "x"]}}],
        "responses": {"200": {"description": text, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
    }  # fmt: skip
    schema = {
        "type": "object", "description": text, "required": [name],
        "properties": {name: {"type": "string", "description": text, "default": text}, "k": {"enum": [text, "b", "c"]}},
    }  # fmt: skip
    return {
        "openapi": "3.1.0", "info": {"title": name, "version": "1", "summary": text}, "paths": {"/a": {"get": operation}},
        "tags": [{"name": name, "description": text}], "components": {"schemas": {"A": schema}},
        "x-problem-types": [{"type": name, "title": text, "status": 400, "description": text}],
    }  # fmt: skip


def names_called(data):
    return {
        node.func.id
        for node in ast.walk(ast.parse(data))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


@given(text=NASTY)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_becomes_a_call_in_python(tmp_path, text):
    file = tmp_path / "document.json"
    file.write_text(json.dumps(document(text)))
    files = render(dialect("python")(load(read_project(file))), Lock())
    called = {name for path, data in files.items() if path.endswith(".py") for name in names_called(data.decode())}
    assert "evil" not in called


@given(text=NASTY)
@settings(max_examples=200)
def test_a_literal_of_python_means_its_text(text):
    assert ast.literal_eval(PYTHON.text_literal(text)) == text


def test_half_a_character_is_refused(tmp_path):
    file = tmp_path / "document.json"
    file.write_text(json.dumps(document("\ud800")))
    with pytest.raises(SdkError, match="half a character"):
        load(read_project(file))


def test_a_template_cannot_print_text_as_it_is(tmp_path):
    folder = tmp_path / "python"
    folder.mkdir()
    (folder / "readme.md.j2").write_text("{{ api.identity.title }}")
    file = tmp_path / "document.json"
    file.write_text(json.dumps(document("x")))
    with pytest.raises(SdkError, match="prints a SpecText"):
        render(dialect("python")(load(read_project(file))), Lock(), tmp_path)


@pytest.mark.parametrize("use", [str, "{}".format, lambda text: "".join([text])])
def test_text_does_not_turn_into_a_string_by_itself(use):
    with pytest.raises(TypeError):
        use(SpecText("evil()"))
