"""Load, kills and checks in turn, until something is wrong or enough was killed."""

from __future__ import annotations

import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from a3dav.assembly import open_house
from a3dav.config import read
from a3dav.principals import Role
from a3dav.testing.people import add_person
from a3dav.testing.serving import Server

from .checker import Checker
from .client import Client
from .journal import Journal
from .load import Writer, working
from .victims import Victims

NAMES = ("ada", "bea", "cyd")
WRITERS = 6
MOST_AT_ONCE = 4
COMMAND_EVERY = 5
SWEPT_SECONDS = 20
PASSWORD = "a secret of nobody"

Moments = Mapping[str, Callable[[], bool]]


@dataclass
class Tally:
    """What a torture came to."""

    title: str
    seed: int
    killed: Counter[str] = field(default_factory=Counter)
    checks: int = 0
    acknowledged: int = 0
    uncertain: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def report(self) -> str:
        return "\n".join(self.wrong)


class Torture:
    def __init__(self, server: Server, title: str, seed: int, *options: str) -> None:
        self.tally = Tally(title, seed)
        self._server, self._chance = server, random.Random(seed)
        self.victims = Victims(server, options, seed)
        self._journals = [Journal(name, seed) for name in NAMES]
        self._checkers = [Checker(self._client(journal), journal, seed) for journal in self._journals]
        self._writers = [
            Writer(self._client(journal), journal, number, self._chance.getrandbits(32))
            for number, journal in enumerate([*self._journals * WRITERS][:WRITERS])
        ]
        self._prepare()

    def _client(self, journal: Journal) -> Client:
        return Client(self._server.port, journal.name, PASSWORD)

    def _prepare(self) -> None:
        """An administrator, whom `a3dav check` misses, and people with a shared folder each."""
        environment = {**self._server.environment, "A3DAV_SERVER__DATA_DIR": str(self._server.data_dir)}
        house = open_house(read(None, environment), prepare=True)
        for name in ("admin", *NAMES):
            add_person(house, name, password=PASSWORD, role=Role.ADMIN if name == "admin" else Role.OWNER)
        house.close()
        self.victims.start()
        for checker in self._checkers:
            checker.begin()

    def run(self, kills: int, moments: Moments, say: Callable[[str], None] = lambda _: None) -> Tally:
        tally = self.tally
        while tally.killed.total() < kills and not tally.wrong:
            self._kill_some(min(self._chance.randint(1, MOST_AT_ONCE), kills - tally.killed.total()), moments)
            tally.checks += 1
            tally.wrong = self._check(command=tally.killed.total() >= kills or tally.checks % COMMAND_EVERY == 0)
            tally.acknowledged = sum(journal.acknowledged for journal in self._journals)
            tally.uncertain = sum(journal.uncertain for journal in self._journals)
            say(f"{tally.killed.total()} of {kills} killed, {tally.acknowledged} writes acknowledged")
        return tally

    def _kill_some(self, count: int, moments: Moments) -> None:
        with working(self._writers):
            for _ in range(count):
                name = self._chance.choice(list(moments))
                time.sleep(self._chance.uniform(0.05, 0.6))
                self.tally.killed[name] += moments[name]()
            time.sleep(self._chance.uniform(0, 0.2))

    def _check(self, *, command: bool) -> list[str]:
        with ThreadPoolExecutor(len(self._checkers)) as threads:
            found = list(threads.map(Checker.check, self._checkers))
        return [
            *self.victims.wrong,
            *(line for lines in found for line in lines),
            *(self._run_check() if command else []),
        ]

    def _run_check(self) -> list[str]:
        """What `a3dav check` finds once housekeeping has had its turn; it runs for a while, so not after every kill."""
        end = time.monotonic() + SWEPT_SECONDS
        while True:
            done = subprocess.run(
                self._server.command("check"), capture_output=True, text=True, env=dict(self._server.environment),
                check=False,
            )  # fmt: skip
            if done.returncode == 0:
                return []
            if time.monotonic() > end:
                return [f"a3dav check: {done.stdout} {done.stderr}"]
