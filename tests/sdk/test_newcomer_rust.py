"""The first programs in the README of the Rust SDK, as they stand there, against a real server."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from runpy import run_path

import pytest

from a3dav_sdk.languages.rust.dialect import Rust
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "openapi" / "sdk.yaml"
MARKED = re.compile(r"<!-- newcomer -->\n```rust\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="session")
def programs(scratch, server):
    """Those of the README, built with the address of the server and an account of its own for each."""
    sdk, folder = scratch / "newcomer" / "rust", scratch / "newcomer" / "rust-programs"
    folder.mkdir(parents=True, exist_ok=True)
    write(sdk, render(Rust(load(read_project(PROJECT))), Lock()))
    sources = {}
    for number, text in enumerate(MARKED.findall((sdk / "README.md").read_text())):
        person = server.person()
        signed = text.replace('"NAME", "PASSWORD"', f'"{person.name}", "{person.password}"')
        file = folder / f"newcomer-{number}.rs"
        file.write_text(signed.replace("http://127.0.0.1:8008", server.url))
        sources[f"newcomer-{number}"] = file
    build = run_path(str(Path(__file__).parent / "drivers" / "rust" / "command.py"))["build"]
    return build(sdk, folder, sources)


def test_the_first_programs_of_a_newcomer_list_calendars_add_an_event_and_see_the_change(programs):
    told = {
        name: subprocess.run([file], capture_output=True, text=True, check=False) for name, file in programs.items()
    }
    failed = [done.stderr for done in told.values() if done.returncode]
    assert (failed, bool(told)) == ([], True)
    assert all("Changed" in done.stdout and "Token" in done.stdout for done in told.values())
