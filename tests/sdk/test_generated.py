"""generated/ is what the generator renders now, in every language, wherever it runs."""

import ast
import os
import subprocess
import sys
from pathlib import Path

from a3dav_sdk.commands import main
from a3dav_sdk.languages import installed
from a3dav_sdk.linting.lint import lint

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
PYTHON = GENERATED / "python"


def test_generated_is_a_fresh_rendering_to_the_byte(capsys):
    assert main(["verify", "--spec", str(ROOT / "openapi" / "sdk.yaml"), "--out", str(GENERATED)]) == 0, (
        capsys.readouterr().err
    )


def test_there_is_a_folder_for_each_language_and_no_other():
    assert sorted(file.name for file in GENERATED.iterdir() if file.is_dir()) == installed()


def test_nothing_is_wrong_with_the_document_of_the_rest_api():
    assert lint(ROOT / "openapi" / "rest.yaml")[0] == []


def test_the_python_sdk_is_formatted():
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--check", "."],
        cwd=PYTHON,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_python_sdk_has_strict_types():
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "a3dav_client"], cwd=PYTHON, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_importing_the_python_sdk_imports_little():
    told = "import sys, a3dav_client; a3dav_client.Client; print(sorted({'httpx', 'asyncio'} & sys.modules.keys()))"
    places = {**os.environ, "PYTHONPATH": str(PYTHON)}
    done = subprocess.run([sys.executable, "-c", told], env=places, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_every_service_of_python_has_a_document_in_its_methods():
    services = [ast.parse(file.read_text()) for file in sorted((PYTHON / "a3dav_client" / "services").glob("[!_]*.py"))]
    silent = [
        node.name
        for tree in services
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node) is None
    ]
    assert silent == []
