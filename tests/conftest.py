"""A served house and the tools of others that talk to it.

A tool that is missing skips its tests with the line that installs it; with A3DAV_TEST_REQUIRE_ALL=1 it fails them.
"""

import itertools
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from a3dav.testing.databases import fresh_database

START_SECONDS = 30


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


@dataclass
class Person:
    name: str
    password: str
    url: str


@dataclass
class Server:
    """A running `a3dav serve`; every test makes accounts of its own in it."""

    url: str
    data_dir: Path
    environment: dict
    log: Path

    _numbers = itertools.count(1)

    def run(self, *arguments, text="", ends_with=0):
        """Runs a command of `a3dav` on the same store and gives what it printed."""
        command = [sys.executable, "-P", "-m", "a3dav", *arguments, "--data-dir", str(self.data_dir)]
        done = subprocess.run(
            command, input=text, capture_output=True, text=True, env=self.environment, timeout=120, check=False
        )
        assert done.returncode == ends_with, done.stderr
        return done.stdout

    def person(self):
        person = Person(f"person{next(self._numbers)}", "a secret of nobody", self.url)
        self.run("user", "add", person.name, "--password-stdin", text=person.password + "\n")
        return person


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until_it_serves(process, url, log):
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    process.kill()
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def server(tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("server")
    url = f"http://127.0.0.1:{(port := free_port())}/"
    log = folder / "log"
    with ExitStack() as stack:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("A3DAV_")}
        if request.config.getoption("--store") == "postgres":
            database = stack.enter_context(fresh_database(request.getfixturevalue("postgres_server")))
            environment["A3DAV_STORAGE__URL"] = database
        served = Server(url, folder / "data", environment, log)
        command = [
            sys.executable,
            "-P",
            "-m",
            "a3dav",
            "serve",
            "--port",
            str(port),
            "--data-dir",
            str(served.data_dir),
        ]
        with log.open("w") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output, env=environment, cwd=folder)
        try:
            wait_until_it_serves(process, url, log)
            yield served
        finally:
            process.terminate()
            process.wait(30)
        assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture
def person(server):
    """A new account, with what a client needs to sign in."""
    return server.person()


@pytest.fixture(scope="session")
def corpus():
    """The folder of real files that a variable names."""
    folder = os.environ.get("A3DAV_TEST_CORPUS")
    if not folder:
        pytest.skip("no corpus; set A3DAV_TEST_CORPUS to a folder of .ics and .vcf files")
    return Path(folder)
