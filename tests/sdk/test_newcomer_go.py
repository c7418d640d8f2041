"""The program in the README of the Go SDK, against a server."""

import os
import re
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

PROJECT = Path(__file__).parents[2] / "openapi" / "sdk.yaml"
MODULE = "module newcomer\n\ngo 1.23\n\nrequire github.com/a3dav/a3dav-go v0.0.0\n\nreplace github.com/a3dav/a3dav-go => ../sdk\n"


@pytest.fixture
def newcomer(tmp_path, served_person):
    """What the program of the README prints."""
    files = render(dialect("go")(load(read_project(PROJECT))), Lock())
    write(tmp_path / "sdk", files)
    program = re.search(r"```go\n(package main.*?)```", files["README.md"].decode(), re.DOTALL)[1]
    for old, new in (
        ("http://127.0.0.1:8008", served_person.url), ("NAME", served_person.name), ("PASSWORD", served_person.password),
    ):  # fmt: skip
        program = program.replace(old, new)
    write(tmp_path / "newcomer", {"main.go": program.encode(), "go.mod": MODULE.encode()})
    offline = {**os.environ, "GOPROXY": "off", "GOFLAGS": "-mod=mod", "GOWORK": "off"}
    go = tool("go", "apt-get install golang-go, or the archive of go.dev")
    done = subprocess.run(
        [go, "run", "."],
        cwd=tmp_path / "newcomer",
        env=offline,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_newcomer_lists_calendars_adds_an_event_and_syncs(newcomer):
    assert re.search(r" changed /calendars/\S+ \n.* token  data:,", newcomer)
