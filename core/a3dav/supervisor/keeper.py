"""The supervisor's own watch beside Granian's loop: readiness, the tasks process, certificates, reloads, the end."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace

from a3dav.board import Board
from a3dav.config.model import CoreSettings
from a3dav.errors import ConfigError
from a3dav.supervisor.certificates import Certificate, renew_lan
from a3dav.supervisor.readiness import tell
from a3dav.supervisor.succession import Elders, Succession, hold_back_signals, take_signals
from a3dav.supervisor.tasks_process import TasksProcess
from a3dav.supervisor.workers import Workers

log = logging.getLogger("a3dav.supervisor")
LOOK_SECONDS = 0.5
CERTIFICATE_SECONDS = 5
RENEWAL_SECONDS = 3600
DRAIN_LOOK_SECONDS = 0.05
RETIRED_SECONDS = 3600
"""How long workers from before a reload may take; what clients send and take in that time has a pace to keep."""


class Keeper(threading.Thread):
    """Told to stop once, it lets running requests end; told twice, it does not wait."""

    def __init__(
        self, settings: CoreSettings, board: Board, workers: Workers, tasks: TasksProcess,
        certificate: Certificate | None, ready: Callable[[], None], succession: Succession,
    ) -> None:  # fmt: skip
        super().__init__(name="keeper", daemon=True)
        self._succession, self._elders = succession, Elders(succession.workers)
        self._reload_wanted = threading.Event()
        self._settings, self._board, self._workers, self._tasks = settings, board, workers, tasks
        self._certificate, self._ready = certificate, ready
        self._known = certificate.fingerprint if certificate else b""
        self._looked = self._renewed = time.monotonic()
        self._announced = False
        self._stop_wanted, self._ended = threading.Event(), threading.Event()

    def wanted_to_stop(self) -> None:
        if self._stop_wanted.is_set():
            self._workers.stop_now()
        self._stop_wanted.set()

    def wanted_to_reload(self) -> None:
        self._reload_wanted.set()

    def give_way(self) -> None:
        """Called in the main thread; returns if a stop came first or the program cannot be replaced."""
        hold_back_signals()
        if not self._stop_wanted.is_set():
            self._left().of_workers([*self._workers.pids, *self._elders.alive]).become()
        take_signals()
        if self._stop_wanted.is_set():
            self._ended.wait()

    def run(self) -> None:
        while not self._stop_wanted.wait(LOOK_SECONDS if self._announced else DRAIN_LOOK_SECONDS):
            try:
                self._look()
            except Exception:
                log.exception("the supervisor stumbled")
        self._drain()
        self._workers.stop_now()
        self._ended.set()
        threading.Event().wait()  # Linux would kill the children that this thread forked

    def _look(self) -> None:
        if not self._announced and self._workers.started:
            self._announced = True
            self._ready()
            tell("READY=1", "STATUS=serving")
            self._elders.retire()
        self._elders.look_after(RETIRED_SECONDS)
        self._tasks.keep()
        if self._announced and self._reload_wanted.is_set():
            self._reload_wanted.clear()
            self._reload()
        now = time.monotonic()
        if self._settings.server.lan and now - self._renewed > RENEWAL_SECONDS:
            self._renewed = now
            renew_lan(self._settings)
        if self._certificate and now - self._looked > CERTIFICATE_SECONDS:
            self._looked = now
            self._follow(self._certificate)

    def _follow(self, certificate: Certificate) -> None:
        """Takes up a renewed certificate; one that does not work changes nothing."""
        found = certificate.fingerprint
        if not found or found == self._known:
            return
        self._known = found
        try:
            certificate.refuse_unusable()
        except ConfigError as error:
            log.error("the certificate changed and cannot be used, the old one stays: %s", error)
            return
        log.info("the certificate changed; the server is reloaded")
        self._reload_wanted.set()

    def _reload(self) -> None:
        """Becomes what is installed and configured now, if that can serve."""
        tell("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}", "STATUS=reloading")
        refused = self._left().rehearse()
        if refused:
            log.error("the reload was refused, everything stays as it was: %s", refused)
            tell("READY=1", "STATUS=serving; the last reload was refused")
            return
        self._tasks.stop(self._settings.server.drain_seconds)
        self._workers.hand_over()

    def _left(self) -> Succession:
        return replace(self._succession, listening=self._workers.listening)

    def _drain(self) -> None:
        tell("STOPPING=1", "STATUS=letting requests end")
        self._board.drain()
        self._elders.stop()
        begun, longest = time.monotonic(), self._settings.server.drain_seconds
        while (waited := time.monotonic() - begun) < longest:
            busy = self._workers.in_flight or self._workers.starting
            if waited >= self._settings.server.drain_delay and not busy:
                break
            time.sleep(DRAIN_LOOK_SECONDS)
        self._workers.workers_kill_timeout = left = max(1, int(longest - waited))
        self._elders.end(left)
