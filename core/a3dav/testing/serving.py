"""A real `a3dav serve` in a process of its own, and its command line, for tests from outside."""

from __future__ import annotations

import itertools
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from a3dav.administration import add_account
from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.principals import Role
from a3dav.storage.transaction import Actor

HEARD_SECONDS = 30
PORTS = 20_000, 32_000
START_SECONDS = 30
STOP_SECONDS = 30


@dataclass
class Person:
    """An account of a served house, with what a client needs to sign in."""

    name: str
    password: str
    url: str


@dataclass
class Server:
    """A store and its server; each test makes accounts of its own in it."""

    folder: Path
    environment: Mapping[str, str]
    port: int
    process: subprocess.Popen[bytes] | None = None
    started_by: tuple[str, ...] = ()
    """A command that runs the server in its own place, such as prlimit."""
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def data_dir(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-P", "-m", "a3dav", *arguments, "--data-dir", str(self.data_dir)]

    def run(self, *arguments: str, text: str = "", ends_with: int = 0) -> str:
        """Runs a command on the same store and gives what it printed."""
        done = subprocess.run(
            self.command(*arguments), input=text, capture_output=True, text=True, env=dict(self.environment),
            timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == ends_with, done.stderr
        return done.stdout

    def person(self, role: Role = Role.OWNER) -> Person:
        person = Person(f"person{next(self._numbers)}", "a secret of nobody", self.url)
        environment = {**self.environment, "A3DAV_SERVER__DATA_DIR": str(self.data_dir)}
        # Four times as quick as the command in a process of its own.
        house = open_house(read(None, environment), prepare_empty=True)
        try:
            add_account(
                house, Actor(method="command-line"), person.name, password=person.password,
                email=f"{person.name}@example.org", role=role,
            )  # fmt: skip
        finally:
            house.close()
        return person

    def start(self, *options: str) -> None:
        before = self._announcements()
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [*self.started_by, *self.command("serve", "--port", str(self.port), *options)],
                stdout=output, stderr=output, env=dict(self.environment), cwd=self.folder,
            )  # fmt: skip
        end = time.monotonic() + START_SECONDS
        while self._announcements() == before:
            if time.monotonic() > end or self.process.poll() is not None:
                self.process.kill()
                raise AssertionError(f"the server did not start:\n{self.log.read_text()}")
            time.sleep(0.05)

    def _announcements(self) -> int:
        """How often the server said that it serves, which it does once a worker has started."""
        return self.log.read_bytes().count(b"a3dav serves at") if self.log.exists() else 0

    def children(self) -> dict[int, str]:
        """The living processes right below that of the server by their number, each with its name."""
        found: dict[int, str] = {}
        for number in children_of(self.process.pid) if self.process else ():
            with suppress(FileNotFoundError, ProcessLookupError):
                name, _, rest = Path(f"/proc/{number}/stat").read_text().partition(" (")[2].rpartition(") ")
                if not rest.startswith("Z"):
                    found[number] = name
        return found

    def workers(self) -> list[int]:
        return [number for number, name in self.children().items() if name == "a3dav worker"]

    def ended(self) -> int | None:
        """The exit status of a server that does not run any more."""
        return self.process.poll() if self.process else None

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(STOP_SECONDS)


@contextmanager
def serving(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server with an empty store below `folder`, not started yet; it is stopped at the end."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("A3DAV_")}
    server = Server(folder, environment | dict(settings or {}), _free_port())
    try:
        yield server
    finally:
        server.stop()


def children_of(pid: int) -> list[int]:
    """Those that any thread of a process has, and which nobody has waited for."""
    listed = [file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/children")]
    return [int(number) for number in " ".join(listed).split()]


@contextmanager
def managed(folder: Path) -> Iterator[tuple[Server, Callable[[], list[bytes]]]]:
    """The same below a service manager, and a function that waits for what this hears next."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(folder / "notify"))
        manager.settimeout(HEARD_SECONDS)
        with serving(folder, {"NOTIFY_SOCKET": str(folder / "notify")}) as served:
            yield served, lambda: manager.recv(1024).split(b"\n")


def _free_port() -> int:
    """Below those that outgoing connections take, so that none has it when the server comes for it."""
    while True:
        with socket.socket() as listener, suppress(OSError):  # taken
            port = random.randint(*PORTS)
            listener.bind(("127.0.0.1", port))
            return port
