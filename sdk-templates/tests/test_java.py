"""The runtime of Java against scripted servers, and what is rendered in the eyes of its compiler."""

import os
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

HERE = Path(__file__).parent
RUNTIME = HERE.parent / "a3dav_sdk" / "languages" / "java" / "runtime"
SCRATCH = Path(os.environ.get("A3DAV_TEST_SCRATCH", HERE.parents[1] / ".pytest_cache" / "sdk"))


@pytest.fixture(scope="module")
def libraries():
    return ":".join(str(jar.resolve()) for jar in jars(HERE / "java" / "pom.xml", SCRATCH / "java-tests"))


def compiled(sources: list[Path], libraries: str, out: Path) -> str:
    """What the compiler complains of."""
    arguments = out.with_suffix(".arguments")
    arguments.write_text("\n".join(f'"{file}"' for file in sources))
    strict = ["--release", "17", "-Xlint:all", "-Werror", "-Xdoclint:html,syntax,reference", "-encoding", "UTF-8"]
    done = subprocess.run(
        [java_tool("javac"), *strict, "-cp", libraries, "-d", str(out), f"@{arguments}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done.stdout + done.stderr


def test_the_runtime_does_as_its_tests_say(libraries, tmp_path):
    sources = [*RUNTIME.rglob("*.java"), *(HERE / "java").rglob("*.java")]
    assert compiled(sources, libraries, tmp_path / "classes") == ""
    launcher = ["org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner", "--details=summary"]
    run = [java_tool("java"), "-cp", f"{tmp_path / 'classes'}:{libraries}", *launcher]
    done = subprocess.run(
        [*run, f"--scan-classpath={tmp_path / 'classes'}"], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.parametrize("document", ["draft-sdk", "torture", "hostile"])
def test_what_is_rendered_compiles_without_a_warning(document, libraries, tmp_path):
    files = render(dialect("java")(load(read_project(HERE / "data" / f"{document}.yaml"))), Lock())
    write(tmp_path / "sdk", files)
    assert compiled([*(tmp_path / "sdk").rglob("*.java")], libraries, tmp_path / "classes") == ""
