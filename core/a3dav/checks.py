"""What `a3dav check` looks at."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.errors import StoreError
from a3dav.storage.sqlite import SqliteEngine

if TYPE_CHECKING:
    from a3dav.house import House

NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs"}


@dataclass(slots=True, frozen=True)
class Finding:
    ok: bool
    text: str


def findings(house: House) -> Iterator[Finding]:
    yield from _data_dir(house)
    try:
        yield from _database(house)
        yield from _accounts(house)
        yield from _blobs(house)
        yield from _indexes(house)
    except StoreError as error:
        yield Finding(False, str(error))


def _data_dir(house: House) -> Iterator[Finding]:
    folder = house.store.data_dir.resolve()
    mode = stat.S_IMODE(folder.stat().st_mode)
    yield Finding(mode & 0o077 == 0, f"data directory {folder} has mode {mode:04o}; only its owner should read it")
    free, least = shutil.disk_usage(folder).free, house.settings.limits.min_free_bytes
    yield Finding(free > least, f"{free // 2**20} MiB of disk are free, {least // 2**20} MiB are the least")
    kind = _file_system(str(folder))
    if isinstance(house.store.engine, SqliteEngine):
        remote = kind in NETWORK_FILE_SYSTEMS
        yield Finding(
            not remote, f"the data directory is on {kind}" + ("; SQLite needs a local disk" if remote else "")
        )


def _file_system(folder: str) -> str:
    best, kind = "", "an unknown file system"
    with open("/proc/mounts", encoding="utf-8") as mounts:
        for line in mounts:
            _, point, found, *_ = line.split()
            if os.path.commonpath([folder, point]) == point and len(point) >= len(best):
                best, kind = point, found
    return kind


def _database(house: House) -> Iterator[Finding]:
    engine = house.store.engine
    if isinstance(engine, SqliteEngine):
        row = engine.row("PRAGMA quick_check")
        sound = row is not None and row[0] == "ok"
        detail = " ".join(str(row[0]).split()) if row else "no answer"
        yield Finding(sound, "the database is sound" if sound else f"the database is damaged: {detail}")
    else:
        row = engine.row("SELECT version()")
        yield Finding(row is not None, f"the database answers: {row[0] if row else 'nothing'}")


def _accounts(house: House) -> Iterator[Finding]:
    count = house.store.accounts.administrators()
    yield Finding(
        count > 0, f"{count} administrators can sign in" + ("" if count else "; try: a3dav user add NAME --role admin")
    )


def _blobs(house: House) -> Iterator[Finding]:
    missing = [
        str(row[0])
        for row in house.store.engine.rows("SELECT DISTINCT blob FROM versions WHERE blob IS NOT NULL")
        if not house.store.blobs.path(str(row[0])).exists()
    ]
    yield Finding(
        not missing, f"{len(missing)} files of large bodies are missing" + (f": {missing[:3]}" if missing else "")
    )


def _indexes(house: House) -> Iterator[Finding]:
    for name, _, stale in house.store.engine.rows("SELECT name, version, stale FROM indexes"):
        if any(index.name == name for index in house.indexes):
            yield Finding(not stale, f"index {name} is {'stale; try: a3dav reindex' if stale else 'current'}")
