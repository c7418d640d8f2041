"""What every rendering keeps to."""

import ast
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from a3dav_sdk.commands import main
from a3dav_sdk.languages import dialect, installed
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.model import canonical
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.render import render

DATA = Path(__file__).parent / "data"
SCHEMA = Path(canonical.__file__).with_name("ir.schema.json")


@pytest.fixture(params=["draft", "torture"])
def api(request):
    return load(read_project(DATA / f"{request.param}.yaml"))


def test_the_model_comes_back_from_its_text(api):
    assert canonical.read(canonical.text_of(api)) == api


def test_the_text_of_the_model_is_as_its_schema_says(api):
    schema, model = json.loads(SCHEMA.read_text()), json.loads(canonical.text_of(api))
    assert list(Draft202012Validator(schema).iter_errors(model)) == []


def test_the_schema_of_the_model_is_that_of_the_classes():
    assert json.loads(SCHEMA.read_text()) == canonical.schema()


@pytest.mark.parametrize("language", installed())
def test_a_second_rendering_gives_the_same_bytes(api, language):
    assert render(dialect(language)(api), Lock()) == render(dialect(language)(api), Lock())


def test_every_rendered_file_of_python_compiles(api):
    files = render(dialect("python")(api), Lock())
    assert [ast.parse(data, path) for path, data in files.items() if path.endswith(".py")]


def test_a_file_edited_by_hand_stops_the_next_rendering(tmp_path, capsys):
    command = ["generate", "--spec", str(DATA / "draft.yaml"), "--out", str(tmp_path), "--language", "python"]
    main(command)
    edited = tmp_path / "python" / "a3dav_client" / "models" / "calendar.py"
    edited.write_text("mine")
    assert (main(command), edited.read_text()) == (1, "mine")
    assert "was edited by hand" in capsys.readouterr().err
