"""The tools of others that talk to a served house.

A tool that is missing skips its tests with the line that installs it; with A3DAV_TEST_REQUIRE_ALL=1 it fails them.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from a3dav.testing.tools import missing, tool

CAP_SYS_ADMIN = 1 << 21


@pytest.fixture(scope="session")
def require_tool():
    """Gives the path of a program, or ends the test with what installs it."""
    return tool


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


def _may_mount():
    lines = Path("/proc/self/status").read_text().splitlines()
    (capabilities,) = [int(line.split()[1], 16) for line in lines if line.startswith("CapEff:")]
    return bool(capabilities & CAP_SYS_ADMIN)


@pytest.fixture(scope="module")
def mount():
    """Mounts something on a folder until the tests of a module end, or ends a test where nobody may mount."""
    mounted = []

    def mount(folder, *arguments):
        folder.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() != 0:
            missing("the right to mount", "sudo tox")
        if not _may_mount():
            pytest.skip("this container may not mount; start it with --cap-add SYS_ADMIN")
        subprocess.run(["mount", *arguments, folder], check=True)
        mounted.append(folder)

    yield mount
    for folder in reversed(mounted):
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def account(served_person):
    """A new account, with what a client needs to sign in."""
    return served_person
