"""Free room on the disk of the data directory; below limits.min_free_bytes, writes that add bytes are refused."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from a3dav.faults import DiskFull
from a3dav.storage.engine import Engine

LOOK_SECONDS = 1.0
MOST_KEPT = 10
"""The part of a disk that is kept free at most: a tenth, so that a small one can be used at all."""


class Room:
    def __init__(self, folder: Path, least: int, engine: Engine) -> None:
        self._folder, self._least, self._engine = folder, least, engine
        self._looked = -LOOK_SECONDS
        self._left = self._unseen = 0

    def free_and_least(self) -> tuple[int, int]:
        """Bytes that are free now, and those that are kept."""
        usage = shutil.disk_usage(self._folder)
        return usage.free, min(self._least, usage.total // MOST_KEPT)

    def refuse_without(self, adding: int = 0) -> None:
        """Raises DiskFull where the bytes to be added would go below the limit.

        The disk is looked at once a second, and more often where the writes since could have used up a quarter of it.
        """
        if not self._least:
            return
        now = time.monotonic()
        self._unseen += adding
        if now - self._looked >= LOOK_SECONDS or self._unseen > self._left // 4:
            self._looked, self._left, self._unseen = now, self._room(), adding
        if self._left < adding:
            raise DiskFull("the rest of the server's disk is kept free")

    def _room(self) -> int:
        free, least = self.free_and_least()
        spare, owed = self._engine.spare_and_owed_bytes()
        left = free - least - owed
        return left if left > 0 else left + spare
