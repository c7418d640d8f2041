"""The program in the README of the Python SDK, against a server."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = Path(__file__).parents[2] / "generated" / "python"


@pytest.fixture
def newcomer(tmp_path, served_person):
    """What the program of the README prints."""
    program = re.search(r"```python\n(.*?)```", (PYTHON / "README.md").read_text(), re.DOTALL)[1]
    for old, new in (
        ("http://127.0.0.1:8008", served_person.url), ("NAME", served_person.name), ("PASSWORD", served_person.password),
    ):  # fmt: skip
        program = program.replace(f'"{old}"', repr(new))
    file = tmp_path / "newcomer.py"
    file.write_text(program)
    done = subprocess.run(
        [sys.executable, str(file)], env={"PYTHONPATH": str(PYTHON)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_newcomer_lists_calendars_adds_an_event_and_syncs(newcomer):
    assert re.search(r" Changed\(href='/calendars/.*\n.* Synced\(token='data:,", newcomer)
