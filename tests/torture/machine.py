"""A data directory on a disk that loses what was not synced when the power is cut."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 10
PROGRAM = Path(__file__).with_name("volatile.py")


class Machine:
    def __init__(self, mount: Path, disk: Path, chance: float, seed: int) -> None:
        self._mount, self._disk, self._chance, self._seed = mount, disk, chance, seed
        mount.mkdir(mode=0o700)
        disk.mkdir()
        self._switch_on()

    def _switch_on(self) -> None:
        self._seed += 1
        arguments = [str(self._mount), str(self._disk), str(self._chance), str(self._seed)]
        self._process = subprocess.Popen([sys.executable, str(PROGRAM), *arguments])
        end = time.monotonic() + SECONDS
        while not os.path.ismount(self._mount):
            assert self._process.poll() is None, "the file system did not start"
            assert time.monotonic() < end, "the file system was not mounted"
            time.sleep(0.01)

    def switch_off(self) -> None:
        self._process.kill()
        self._process.wait(SECONDS)
        subprocess.run(["umount", "--lazy", str(self._mount)], check=True)

    def cut(self) -> None:
        self.switch_off()
        self._switch_on()


@contextmanager
def machine(folder: Path, chance: float, seed: int) -> Iterator[Machine]:
    """A volatile disk at `folder/data`, empty at first."""
    made = Machine(folder / "data", folder / "disk", chance, seed)
    try:
        yield made
    finally:
        made.switch_off()
