"""A reload: the supervisor becomes a new program in its old process, with the socket it has and the workers it had.

New code can only come by exec(2), and the process must stay the one that systemd or a container knows. The workers
of before remain its children; they serve until the new ones do, and then what they still hold (`door/retirement.py`).
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import NoReturn

from a3dav.config.model import ServerSettings
from a3dav.errors import ConfigError

log = logging.getLogger("a3dav.supervisor")
VARIABLE = "A3DAV_SUCCESSION"
REHEARSAL = "--rehearse"
REHEARSAL_SECONDS = 600
"""A new version may have to bring a large store up to date first."""
HELD_BACK = {signal.SIGHUP, signal.SIGTERM, signal.SIGINT}
"""Signals that wait while no program is there to take them."""
PAUSE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Succession:
    """What a supervisor leaves to the program it becomes; the numbers are of open files and of processes."""

    host: str
    port: int
    data_dir: str
    listening: tuple[int, ...]
    lock: int
    workers: tuple[int, ...] = ()

    @classmethod
    def taken(cls, environment: MutableMapping[str, str]) -> Succession | None:
        """What was left to this process, None at a first start; children shall not find it."""
        left = environment.pop(VARIABLE, "")
        if not left:
            return None
        fields = json.loads(left)
        return cls(**{**fields, "listening": tuple(fields["listening"]), "workers": tuple(fields["workers"])})

    def environment(self) -> Mapping[str, str]:
        return {**os.environ, VARIABLE: json.dumps(asdict(self))}

    def listens_at(self, server: ServerSettings) -> bool:
        return (self.host, self.port) == (server.host, server.port)

    def refuse_another_store(self, server: ServerSettings) -> None:
        if self.data_dir != server.data_dir:
            raise ConfigError("server.data_dir changes by a stop and a start, not by a reload")

    def rehearse(self) -> str:
        """Why the program that is installed now cannot take over with the configuration of now; empty if it can."""
        try:
            done = subprocess.run(  # noqa: S603 - the command this process was started by
                [*_command(), REHEARSAL], env=dict(self.environment()), stdin=subprocess.DEVNULL, capture_output=True,
                text=True, errors="replace", timeout=REHEARSAL_SECONDS, check=False,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as error:
            return str(error)
        lines = [line.removeprefix("a3dav: ") for line in done.stderr.splitlines() if line.strip()]
        if done.returncode:
            return " ".join(lines[-20:]) or f"it ended with {done.returncode}"
        for line in lines:
            log.info("%s", line)
        return ""

    def become(self) -> None:
        """Replaces the program of this process; returns only if that cannot be done."""
        command = _command()
        for file in (*self.listening, self.lock):
            os.set_inheritable(file, True)
        try:
            os.execve(command[0], command, self.environment())  # noqa: S606 - the command this process was started by
        except OSError as error:
            log.error("the program could not be replaced, everything stays as it was: %s", error)

    def try_again(self, error: Exception) -> NoReturn:
        """The successor cannot begin: the workers of before serve on, and it begins anew after a pause."""
        log.error("the reload cannot go on, the workers of before serve and it is tried again: %s", error)
        hold_back_signals()
        told = signal.sigtimedwait(HELD_BACK, PAUSE_SECONDS)
        if told is None or told.si_signo == signal.SIGHUP:
            self.become()
        Elders(self.workers).end(PAUSE_SECONDS)
        raise error

    def of_workers(self, pids: list[int]) -> Succession:
        return replace(self, workers=tuple(pids))


def _command() -> list[str]:
    return [sys.executable, *(word for word in sys.orig_argv[1:] if word != REHEARSAL)]


def hold_back_signals() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, HELD_BACK)


def take_signals() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HELD_BACK)


class Elders:
    """Workers of before: children of this process that the program before it started."""

    def __init__(self, pids: tuple[int, ...] = ()) -> None:
        self._pids = set(pids)
        self._retired_at = 0.0
        self._stopped = False

    @property
    def alive(self) -> list[int]:
        self._pids = {pid for pid in self._pids if _is_running(pid)}
        return sorted(self._pids)

    def retire(self) -> None:
        """Asks them to accept nothing more, to finish what they hold, and to end."""
        if self._retired_at == 0.0:
            self._retired_at = time.monotonic()
            self._signal(signal.SIGUSR1)

    def look_after(self, patience: float) -> None:
        """Takes notice of those that ended, and ends those that take longer than they have."""
        if self.alive and self._retired_at and time.monotonic() - self._retired_at > patience:
            log.warning("workers from before the reload had not ended after %d seconds", patience)
            self._signal(signal.SIGKILL)

    def stop(self) -> None:
        if not self._stopped:  # Granian hangs on the third time it is told
            self._stopped = True
            self._signal(signal.SIGTERM)

    def end(self, seconds: float) -> None:
        """Stops them, and kills those that have not ended by then."""
        self.stop()
        until = time.monotonic() + seconds
        while self.alive and time.monotonic() < until:
            time.sleep(0.05)
        self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        for pid in self.alive:
            with suppress(ProcessLookupError):
                os.kill(pid, number)


def _is_running(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    except ChildProcessError:
        return False
