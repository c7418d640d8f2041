"""Bytes that a3dav refuses, kept in a folder so that nothing is lost with the old server."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from a3dav.errors import A3davError
from a3dav_migrate.addresses import Segments, local_name


class Rescue:
    """Writes below one folder; `refused.jsonl` in it says why each file is there."""

    def __init__(self, folder: Path | None, account: str) -> None:
        self._folder = folder / local_name(account) if folder is not None else None

    @property
    def wanted(self) -> bool:
        return self._folder is not None

    def keep(self, path: Segments, url: str, reason: str, body: bytes | Path) -> bool:
        """Keeps bytes, or moves a file, under the path that it had at the source."""
        if self._folder is None:
            return False
        target = self._folder.joinpath(*map(local_name, path))
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target = _free(target)
            if isinstance(body, Path):
                shutil.move(body, target)
            else:
                target.write_bytes(body)
            target.chmod(0o600)
            self._tell(target, url, reason)
        except OSError as error:
            raise A3davError(f"{error.filename or target} cannot be written: {error.strerror}") from error
        return True

    def _tell(self, target: Path, url: str, reason: str) -> None:
        folder = self._folder or target.parent
        line = json.dumps({"file": str(target.relative_to(folder)), "url": url, "reason": reason})
        file = os.open(folder / "refused.jsonl", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(file, "a", encoding="utf-8") as handle:
            handle.write(line + "\n")


def _free(target: Path) -> Path:
    """The name itself, also for what was rescued before; another one where a folder has it."""
    return target.with_name(target.name + ".file") if target.is_dir() else target
