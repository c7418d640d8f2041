"""Where a backup is written: a new file that appears whole or not at all, and room on its disk."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from a3dav.errors import StoreError


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """A file for its owner alone, synced and renamed to `path` at the end of the block."""
    if path.exists() and not replace:
        raise StoreError(f"{path} exists already; name another file, or say --force to replace it")
    try:
        number, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}; name another folder") from error
    try:
        with os.fdopen(number, "wb") as handle:
            yield handle
            handle.flush()
            os.fsync(number)
        os.replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}; make room, or name another place") from error
    finally:
        Path(temporary).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refuse_full_disk(folder: Path, least: int, what: str) -> None:
    free = shutil.disk_usage(folder).free
    if free < least:
        raise StoreError(
            f"the disk of {folder} is too full for {what}: {free // 2**20} MiB are free and"
            f" {least // 2**20} MiB must stay so; make room, or lower limits.min_free_bytes"
        )
