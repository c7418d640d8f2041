"""The program in the README of the C# SDK, against a server."""

import re
import subprocess
from pathlib import Path
from runpy import run_path

import pytest

from a3dav.testing.tools import tool
from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

ROOT = Path(__file__).parents[2]
MONO = run_path(str(Path(__file__).parent / "drivers" / "csharp" / "command.py"))


@pytest.fixture
def newcomer(tmp_path, served_person):
    """What the program of the README prints."""
    files = render(dialect("csharp")(load(read_project(ROOT / "openapi" / "sdk.yaml"))), Lock())
    write(tmp_path / "sdk", files)
    program = re.search(r"```csharp\n(using System;.*?)```", files["README.md"].decode(), re.DOTALL)[1]
    for old, new in (
        ("http://127.0.0.1:8008", served_person.url), ('"NAME"', f'"{served_person.name}"'),
        ('"PASSWORD"', f'"{served_person.password}"'),
    ):  # fmt: skip
        program = program.replace(old, new)
    write(tmp_path / "newcomer", {"Program.cs": program.encode()})
    library = MONO["compiled"](tmp_path / "sdk", tmp_path / "A3dav.Client.dll")
    built = MONO["compiled"](tmp_path / "newcomer", tmp_path / "newcomer.exe", library)
    done = subprocess.run(
        [tool("mono", MONO["CURE"]), str(built)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_newcomer_lists_calendars_adds_an_event_and_syncs(newcomer):
    assert re.search(r" Changed /calendars/\S+\n.* Token data:,", newcomer)
