"""Free room on the disk of the data directory; below limits.min_free_bytes, writes that add bytes are refused."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from a3dav.faults import DiskFull
from a3dav.storage.engine import Engine

LOOK_SECONDS = 1.0


class Room:
    def __init__(self, folder: Path, least: int, engine: Engine) -> None:
        self._folder, self._least, self._engine = folder, least, engine
        self._looked = -LOOK_SECONDS
        self._enough = True

    def refuse_without(self) -> None:
        """Raises DiskFull below the limit; the disk is looked at once a second at most."""
        if not self._least:
            return
        now = time.monotonic()
        if now - self._looked >= LOOK_SECONDS:
            self._looked, self._enough = now, self._has_enough()
        if not self._enough:
            raise DiskFull("the rest of the server's disk is kept free")

    def _has_enough(self) -> bool:
        free = shutil.disk_usage(self._folder).free
        return free >= self._least or free + self._engine.spare_bytes() >= self._least
