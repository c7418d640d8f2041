"""The commands of the guide about files, shares and accounts work as they stand there."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.tools import tool

GUIDE = (Path(__file__).parents[3] / "docs" / "how-to" / "use-the-rest-api.md").read_text()
SECTIONS = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", GUIDE, re.DOTALL | re.MULTILINE))


@pytest.fixture
def run(server, served_person, tmp_path):
    """Runs the commands of a section, with somebody else in the place of bob, and gives what they print."""
    tool("curl")
    tool("jq")
    me, bob = served_person, server.person()
    people = {"ME": f"{me.name}:{me.password}", "BOB": f"{bob.name}:{bob.password}"}

    def go(section):
        commands = "\n".join(re.findall(r"```sh\n(.*?)```", SECTIONS[section], re.DOTALL))
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands.replace("text=bob", f"text={bob.name}")],
            cwd=tmp_path, env={**os.environ, **people, "API": f"{me.url}api/v1"}, text=True, capture_output=True,
            timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.replace(me.name, "ME").replace(bob.name, "BOB")

    return go


def test_files_are_stored_found_replaced_renamed_and_removed(run):
    told = run("Files")
    assert told.startswith("to-bob.txt\n12\n/files/ME/Letters/to-bob.txt\nBob{")
    assert told.endswith("/files/ME/Letters/to-robert.txt\n")


def test_a_calendar_is_shared_and_accepted(run):
    assert run("Share").endswith("/calendars/BOB/ME-calendar/\nBOB\naccepted\n")


def test_an_account_is_seen_and_changed(run):
    assert re.fullmatch(r"\{[^}]*\}\nAlice Liddell\n([a-z2-9]{5}-){3}[a-z2-9]{5}\n", run("Accounts"))
