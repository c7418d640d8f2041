"""Servers to be tortured, and the table of what came of it."""

import ctypes.util
import os
import random
from contextlib import ExitStack
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.console import Console
from rich.table import Table

from a3dav.testing.serving import serving

from .contents import INLINE_LIMIT
from .database import database
from .machine import machine
from .torture import Torture

BUILDS = Path(__file__).parent / "builds"
LONG = 50
_tallies = []


def pytest_addoption(parser):
    group = parser.getgroup("torture")
    group.addoption("--torture-kills", type=int, help="processes to kill on SQLite, half as many on PostgreSQL")
    group.addoption("--torture-cuts", type=int, help="power cuts")
    group.addoption("--torture-seed", type=int, help="the seed that a run before printed")


def pytest_terminal_summary(terminalreporter):
    tallies = [tally for tally in _tallies if tally.checks]
    if not tallies:
        return
    table = Table("tortured", "seed", "killed", "checks", "acknowledged", "uncertain", "wrong")
    for tally in tallies:
        killed = ", ".join(f"{count} {name}" for name, count in sorted(tally.killed.items()))
        numbers = (tally.checks, tally.acknowledged, tally.uncertain, len(tally.wrong))
        table.add_row(tally.title, f"{tally.seed}", f"{tally.killed.total()}: {killed}", *map(str, numbers))
    text = StringIO()
    Console(file=text, width=140).print(table)
    terminalreporter.write(f"\n{text.getvalue()}")


@pytest.fixture
def seed(request):
    given = request.config.getoption("--torture-seed", None)
    return random.SystemRandom().getrandbits(32) if given is None else given


@pytest.fixture
def amount(request):
    """How much of something is asked for, or the little that every run of the tests has."""

    def amount(option, otherwise):
        given = request.config.getoption(option, None)
        return otherwise if given is None else given

    return amount


@pytest.fixture
def say(request):
    """Tells how far a long run has come."""
    reporter = request.config.pluginmanager.getplugin("terminalreporter")
    told = request.config.getoption("--torture-kills", None) or request.config.getoption("--torture-cuts", None)
    return reporter.write_line if told and reporter else lambda _: None


@pytest.fixture
def torture(tmp_path, seed, request):
    """Makes a server for torture, of the builds and with the settings named; its tally goes into the table."""
    with ExitStack() as stack:

        def make(*options, builds="restless", **settings):
            environment = {
                "PYTHONPATH": str(BUILDS), "TORTURE_BUILDS": builds, "A3DAV_LOGGING__ACCESS": "false",
                "A3DAV_STORAGE__INLINE_BODY_LIMIT": f"{INLINE_LIMIT}", "A3DAV_STORAGE__HISTORY_DAYS": "0", **settings,
            }  # fmt: skip
            server = stack.enter_context(serving(tmp_path, environment))
            made = Torture(server, request.node.name.removeprefix("test_").replace("_", " "), seed, *options)
            _tallies.append(made.tally)
            return made

        yield make


@pytest.fixture
def own_database(seed):
    # Not below tmp_path, which pytest closes to the user that PostgreSQL runs as.
    with (
        TemporaryDirectory(prefix="a3dav-torture-", ignore_cleanup_errors=True) as folder,
        database(Path(folder), seed) as made,
    ):
        yield made


@pytest.fixture
def make_machine(tmp_path, seed, require_fuse):
    """Puts the data directory of the server to come on a volatile disk."""
    with ExitStack() as stack:
        yield lambda chance: stack.enter_context(machine(tmp_path, chance, seed))


@pytest.fixture
def require_fuse(require_thing):
    require_thing(os.path.exists("/dev/fuse"), "/dev/fuse", "modprobe fuse")
    require_thing(os.geteuid() == 0, "root, who may mount,", "sudo")
    library = ctypes.util.find_library("fuse3") or ctypes.util.find_library("fuse")
    require_thing(library, "libfuse", "apt-get install libfuse3-3")
