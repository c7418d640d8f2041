"""What the commands promise: templates and folders of one's own, other programs, proofs and differences."""

import json
import sys
from pathlib import Path

import pytest

from a3dav_sdk.commands import main

DATA = Path(__file__).parent / "data"
PROGRAM = """
import json, sys
ir = json.load(sys.stdin)
print(json.dumps({"files": {"services.txt": "\\n".join(service["key"] for service in ir["services"])}}))
"""


@pytest.fixture
def run(tmp_path):
    def run(command, *more):
        return main(
            [command, "--spec", str(DATA / "draft.yaml"), "--out", str(tmp_path), "--language", "python", *more]
        )

    return run


def test_what_was_rendered_is_verified(run, capsys):
    run("generate")
    assert run("verify") == 0
    assert "sha256" in capsys.readouterr().out


def test_verify_names_what_is_not_as_rendered(run, tmp_path, capsys):
    run("generate")
    (tmp_path / "python" / "README.md").write_text("mine")
    assert run("verify") == 1
    assert f"not as rendered: {tmp_path}/python/README.md" in capsys.readouterr().err


def test_a_folder_of_ones_own_survives(run, tmp_path):
    run("generate")
    own = tmp_path / "python" / "custom" / "mine.py"
    own.parent.mkdir()
    own.write_text("mine")
    run("generate", "--overwrite")
    assert own.read_text() == "mine"


def test_a_file_that_is_no_longer_rendered_goes(run, tmp_path):
    run("generate")
    main(["generate", "--spec", str(DATA / "torture.yaml"), "--out", str(tmp_path), "--language", "python"])
    assert not (tmp_path / "python" / "a3dav_client" / "models" / "calendar.py").exists()


def test_a_template_of_ones_own_comes_first(run, tmp_path):
    templates = tmp_path / "templates" / "python"
    templates.mkdir(parents=True)
    (templates / "readme.md.j2").write_text("Ours: {{ api.identity.title | plain }}")
    run("generate", "--templates", str(templates.parent))
    assert (tmp_path / "python" / "README.md").read_text() == "Ours: a3dav"


def test_a_program_can_be_a_language(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    process = f"ninth={sys.executable} {program}"
    main(["generate", "--spec", str(DATA / "draft.yaml"), "--out", str(tmp_path), "--process", process])
    assert (tmp_path / "ninth" / "services.txt").read_text() == "calendars\nchanges\nevents\nfiles"


def test_a_program_cannot_write_elsewhere(tmp_path, capsys):
    program = tmp_path / "program.py"
    program.write_text('print(\'{"files": {"../out": "x"}}\')')
    process = f"ninth={sys.executable} {program}"
    assert main(["generate", "--spec", str(DATA / "draft.yaml"), "--out", str(tmp_path), "--process", process]) == 1
    assert "no path below the folder" in capsys.readouterr().err


def test_nothing_changed_where_nothing_did(run, tmp_path, capsys):
    run("generate")
    assert run("diff", str(tmp_path)) == 0
    assert capsys.readouterr().out.endswith("nothing changed\n")


def test_a_value_more_of_an_open_enumeration_is_a_small_change(run, tmp_path, capsys):
    run("generate")
    document = json.loads((tmp_path / "ir.json").read_text())
    enum = next(one for one in document["definitions"] if one["key"] == "Access")
    enum["values"].pop()
    (tmp_path / "ir.json").write_text(json.dumps(document))
    assert run("diff", str(tmp_path), "--allow", "minor") == 0
    assert "The type Access has the value" in capsys.readouterr().out


def test_a_parameter_that_is_needed_is_a_great_change(run, tmp_path, capsys):
    run("generate")
    document = json.loads((tmp_path / "ir.json").read_text())
    calls = next(one for one in document["services"] if one["key"] == "calendars")["calls"]
    get = next(one for one in calls if one["key"] == "calendars.get")
    get["parameters"][0]["required"] = False
    (tmp_path / "ir.json").write_text(json.dumps(document))
    assert run("diff", str(tmp_path), "--allow", "minor") == 1
    assert "What breaks" in capsys.readouterr().out


def test_a_name_that_moved_is_a_great_change(run, tmp_path, capsys):
    run("generate")
    lock = tmp_path / "names.lock"
    old = tmp_path / "old"
    old.mkdir()
    (old / "ir.json").write_bytes((tmp_path / "ir.json").read_bytes())
    (old / "names.lock").write_text(lock.read_text().replace('"id": "id"', '"id": "identifier"'))
    assert run("diff", str(old), "--allow", "minor") == 1
    assert "identifier is called id" in capsys.readouterr().out
