"""What is killed: processes of a3dav, of its database, or the whole machine; and how the server comes back."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress

import psutil

from a3dav.testing.serving import Server

SECONDS = 20
TOO_OFTEN = "so the server stops"


class Victims:
    """The processes of one server; what they do wrong when one is killed is told in `wrong`."""

    def __init__(self, server: Server, options: tuple[str, ...], seed: int) -> None:
        self._server, self._options, self._chance = server, options, random.Random(seed)
        self.wrong: list[str] = []

    def start(self) -> None:
        try:
            self._server.start(*self._options)
        except AssertionError as error:
            self.wrong.append(f"no start: {error}")

    # -- moments: each says whether it killed something ---------------------------------------------

    def worker(self) -> bool:
        workers = self._workers()
        if not workers:
            return False
        worker = self._chance.choice(workers)
        lost = [worker, *worker.children(recursive=True)]
        worker.kill()
        self._expect_end(lost, "a worker was killed")
        if not _until(lambda: self._server.ended() is not None or len(self._workers()) == self._wanted()):
            self.wrong.append("a worker that was killed was not replaced")
        if self._server.ended() is not None:
            if TOO_OFTEN not in self._server.log.read_text():
                self.wrong.append(f"the server ended with {self._server.ended()} when a worker was killed")
            self.start()
        return True

    def cpu(self) -> bool:
        """A process of the cpu lane; the work it had in hand is 503, and the next work gets a new one."""
        found = [child for worker in self._workers() for child in worker.children() if _kind(child) == "cpu"]
        return self._kill_one(found)

    def tasks(self) -> bool:
        return self._kill_one([child for child in self._children() if _kind(child) == "tasks"])

    def _kill_one(self, processes: list[psutil.Process]) -> bool:
        if processes:
            self._chance.choice(processes).kill()
        return bool(processes)

    def supervisor(self) -> bool:
        assert self._server.process is not None
        family = psutil.Process(self._server.process.pid).children(recursive=True)
        self._server.process.kill()
        self._server.process.wait(SECONDS)
        self._expect_end(family, "the supervisor was killed")
        self.start()
        return True

    def worker_and_supervisor(self) -> bool:
        """The supervisor goes while it replaces a worker."""
        lost = self._workers()
        for worker in lost:
            worker.kill()
        _until(lambda: not set(self._workers()) <= set(lost))
        return self.supervisor()

    def everything(self, cut: Callable[[], None]) -> bool:
        """All processes at once, and then what they stood on."""
        family = self._children(recursive=True)
        assert self._server.process is not None
        for process in [self._server.process, *family]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        cut()
        self._server.process.wait(SECONDS)
        self._expect_end(family, "everything was killed")
        self.start()
        return True

    # -- who they are ------------------------------------------------------------------------------

    def _children(self, *, recursive: bool = False) -> list[psutil.Process]:
        assert self._server.process is not None
        try:
            return psutil.Process(self._server.process.pid).children(recursive=recursive)
        except psutil.NoSuchProcess:
            return []

    def _workers(self) -> list[psutil.Process]:
        return [child for child in self._children() if _kind(child) == "worker"]

    def _wanted(self) -> int:
        return int(dict(zip(self._options, self._options[1:], strict=False)).get("--workers", 1))

    def _expect_end(self, processes: list[psutil.Process], when: str) -> None:
        _until(lambda: all(_is_gone(process) for process in processes))
        for process in processes:
            if _is_gone(process):
                continue
            self.wrong.append(f"{when}, and {process} goes on")
            process.kill()


def _kind(process: psutil.Process) -> str:
    """What a process of a3dav does: worker, tasks or cpu."""
    try:
        name, command = process.name(), " ".join(process.cmdline())
    except psutil.Error:
        return ""
    if name.startswith("a3dav "):
        return str(name.removeprefix("a3dav "))
    kinds = {" a3dav tasks": "tasks", "spawn_main": "cpu", " a3dav serve": "worker"}
    return next((kind for words, kind in kinds.items() if words in command), "")


def _is_gone(process: psutil.Process) -> bool:
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def _until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
