"""The program in the README of the Java SDK, against a server."""

import re
import subprocess
from pathlib import Path

import pytest

from a3dav.testing.maven import jars, java_tool
from a3dav_sdk.languages import dialect
from a3dav_sdk.loading.load import load
from a3dav_sdk.loading.project import read_project
from a3dav_sdk.naming.lock import Lock
from a3dav_sdk.rendering.manifest import write
from a3dav_sdk.rendering.render import render

PROJECT = Path(__file__).parents[2] / "openapi" / "sdk.yaml"


@pytest.fixture
def newcomer(tmp_path, scratch, served_person):
    """What the program of the README prints."""
    files = render(dialect("java")(load(read_project(PROJECT))), Lock())
    write(tmp_path / "sdk", files)
    program = re.search(r"```java\n(import .*?)```", files["README.md"].decode(), re.DOTALL)[1]
    for old, new in (
        ("http://127.0.0.1:8008", served_person.url), ("NAME", served_person.name), ("PASSWORD", served_person.password),
    ):  # fmt: skip
        program = program.replace(old, new)
    (tmp_path / "Newcomer.java").write_text(program)
    path = ":".join(
        str(jar.resolve()) for jar in jars(tmp_path / "sdk" / "pom.xml", scratch / "built" / "java" / "jars")
    )
    sources = [str(file) for file in tmp_path.rglob("*.java")]
    strict = ["--release", "17", "-Xlint:all", "-Werror", "-Xdoclint:html,syntax,reference"]
    build = [java_tool("javac"), *strict, "-d", str(tmp_path / "classes"), "-cp", path, *sources]
    built = subprocess.run(build, capture_output=True, text=True, check=False, timeout=300)
    assert built.returncode == 0, built.stderr
    run = [java_tool("java"), "-cp", f"{tmp_path / 'classes'}:{path}", "Newcomer"]
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_newcomer_lists_calendars_adds_an_event_and_syncs(newcomer):
    assert re.search(r": Changed\[href=/calendars/\S+, etag=.*\]\n.*: Token\[token=data:,", newcomer)
