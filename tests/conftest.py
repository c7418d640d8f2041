"""The tools of others that talk to a served house.

A tool that is missing skips its tests with the line that installs it; with A3DAV_TEST_REQUIRE_ALL=1 it fails them.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def missing(what, cure):
    """Ends a test that needs something this machine lacks."""
    sentence = f"{what} is missing; install it with: {cure}"
    if os.environ.get("A3DAV_TEST_REQUIRE_ALL") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def require_tool():
    """Gives the path of a program, or ends the test with what installs it."""

    def require(program, cure=""):
        return shutil.which(program) or missing(program, cure or f"apt-get install {program}")

    return require


@pytest.fixture(scope="session")
def require_script():
    """Gives the path of a command that a Python distribution brought along."""

    def require(name):
        path = Path(sys.executable).parent / name
        return str(path) if path.exists() else missing(name, "pip install -r requirements-dev.txt")

    return require


@pytest.fixture(scope="session")
def corpus():
    """The folder of real files that a variable names."""
    folder = os.environ.get("A3DAV_TEST_CORPUS")
    if not folder:
        pytest.skip("no corpus; set A3DAV_TEST_CORPUS to a folder of .ics and .vcf files")
    return Path(folder)


@pytest.fixture
def mount():
    """Mounts something on a folder until the test ends, or ends the test where nobody may mount."""
    mounted = []

    def mount(folder, *arguments):
        folder.mkdir(mode=0o700, exist_ok=True)
        if (
            os.geteuid() != 0
            or subprocess.run(["mount", *arguments, folder], capture_output=True, check=False).returncode
        ):
            missing("the right to mount", "running the tests as root (docker run --cap-add SYS_ADMIN)")
        mounted.append(folder)

    yield mount
    for folder in reversed(mounted):
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def account(served_person):
    """A new account, with what a client needs to sign in."""
    return served_person
