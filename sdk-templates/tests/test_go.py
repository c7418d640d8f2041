"""The runtime of Go against scripted servers, and what is rendered in the eyes of its own tools."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.tools import tool
from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

HERE = Path(__file__).parent
RUNTIME = HERE.parent / "a3dav_sdk" / "languages" / "go" / "runtime"
CURE = "apt-get install golang-go, or the archive of go.dev"


def go(folder: Path, *arguments: str) -> str:
    """What a tool of Go complains of."""
    offline = {**os.environ, "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOWORK": "off"}
    command = [tool(arguments[0], CURE), *arguments[1:]]
    done = subprocess.run(command, cwd=folder, env=offline, capture_output=True, text=True, check=False, timeout=300)
    return done.stdout + done.stderr if done.returncode or arguments[0] == "gofmt" else ""


@pytest.fixture(scope="module")
def runtime(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runtime")
    for file in [*RUNTIME.glob("*.go"), *(HERE / "go").iterdir()]:
        shutil.copy(file, folder)
    return folder


def test_the_runtime_does_as_its_tests_say(runtime):
    assert go(runtime, "go", "test", "-timeout", "120s", ".") == ""


@pytest.fixture(scope="module", params=["draft-sdk", "torture", "hostile"])
def rendered(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    write(folder, render(dialect("go")(load(read_project(HERE / "data" / f"{request.param}.yaml"))), Lock()))
    return folder


def test_what_is_rendered_is_as_gofmt_leaves_it(rendered):
    assert go(rendered, "gofmt", "-d", ".") == ""


def test_what_is_rendered_passes_go_vet(rendered):
    assert go(rendered, "go", "vet", "./...") == ""
