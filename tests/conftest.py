"""The tools of others that talk to a served house.

A tool that is missing skips its tests with the line that installs it; with A3DAV_TEST_REQUIRE_ALL=1 it fails them.
"""

import os
import shutil
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
def require_thing():
    """Ends the test when this machine lacks something, with what brings it."""

    def require(there, what, cure):
        if not there:
            missing(what, cure)

    return require


@pytest.fixture(scope="session")
def corpus():
    """The folder of real files that a variable names."""
    folder = os.environ.get("A3DAV_TEST_CORPUS")
    if not folder:
        pytest.skip("no corpus; set A3DAV_TEST_CORPUS to a folder of .ics and .vcf files")
    return Path(folder)


@pytest.fixture
def account(served_person):
    """A new account, with what a client needs to sign in."""
    return served_person
