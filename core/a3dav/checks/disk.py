"""The data directory: who may read and write it, how much room is left, and whether its disk is a local one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav.checks.findings import Finding, Outcome, counted
from a3dav.storage.sqlite import SqliteEngine
from a3dav.storage.transaction import Actor, Transaction

if TYPE_CHECKING:
    from a3dav.house import House

MOUNTS = "/proc/mounts"
NETWORK_FILE_SYSTEMS = {
    "9p", "afs", "ceph", "cifs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs", "glusterfs", "lustre",
    "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs",
}  # fmt: skip
OWNER_MODE = {True: stat.S_IRWXU, False: stat.S_IRUSR | stat.S_IWUSR}


def data_directory(house: House) -> Iterator[Finding]:
    folder = house.store.data_dir.resolve()
    mode = stat.S_IMODE(folder.stat().st_mode)
    yield Finding(mode & 0o077 == 0, f"data directory {folder} has mode {mode:04o}; only its owner should read it")
    engine = house.store.engine
    unwritable = [path for path in (folder, *_databases(engine)) if not os.access(path, os.W_OK)]
    for path in unwritable:
        what = "data directory" if path == folder else "database"
        yield Finding(False, f"the {what} {path} cannot be written; make it writable for the user that serves")
    free, least = house.room.free_and_least()
    yield Finding(free >= least, f"{free // 2**20} MiB of disk are free, {least // 2**20} MiB are the least")


def _databases(engine: object) -> list[Path]:
    return [engine.path] if isinstance(engine, SqliteEngine) else []


def file_system(house: House) -> Iterator[Finding]:
    kind = _file_system(str(house.store.data_dir.resolve()))
    if isinstance(house.store.engine, SqliteEngine):
        remote = kind in NETWORK_FILE_SYSTEMS
        cure = "; SQLite needs a local disk: move the data directory, or set storage.url to a PostgreSQL"
        yield Finding(not remote, f"the data directory is on {kind}" + (cure if remote else ""))


def _file_system(folder: str) -> str:
    best, kind = "", "an unknown file system"
    with open(MOUNTS, encoding="utf-8", errors="surrogateescape") as mounts:
        for line in mounts:
            _, point, found, *_ = line.split()
            point = point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
            if os.path.commonpath([folder, point]) == point and len(point) >= len(best):
                best, kind = point, found
    return kind


def owners(house: House) -> Iterator[Finding]:
    """What a command left behind that somebody else ran, the administrator for one."""
    folder = house.store.data_dir
    owner = folder.stat().st_uid
    foreign = [str(path) for path in _below(folder) if path.lstat().st_uid != owner]
    closed = [str(path) for path in _below(folder) if _is_closed(path)]
    if foreign:
        yield Finding(False, counted(len(foreign), "files belong to another user", foreign), _give_to_owner)
    if closed:
        yield Finding(False, counted(len(closed), "files are closed to their owner", closed), _open_to_owner)
    if not foreign and not closed:
        yield Finding(True, "all files belong to the owner of the data directory")


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        yield from (Path(parent, name) for name in (*folders, *files))


def _is_closed(path: Path) -> bool:
    status = path.lstat()
    wanted = OWNER_MODE[stat.S_ISDIR(status.st_mode)]
    return not stat.S_ISLNK(status.st_mode) and status.st_mode & wanted != wanted


def _give_to_owner(house: House, actor: Actor) -> Iterator[Outcome]:
    folder = house.store.data_dir
    status = folder.stat()
    if os.geteuid() != 0:
        yield Outcome(False, f"only root can give files away; try: sudo chown -R {status.st_uid} {folder}")
        return
    for path in _below(folder):
        if path.lstat().st_uid != status.st_uid:
            os.chown(path, status.st_uid, status.st_gid, follow_symlinks=False)
            yield Outcome(True, f"gave {path} to the owner of the data directory")
    _note(house, actor, "files-given-to-owner")


def _open_to_owner(house: House, actor: Actor) -> Iterator[Outcome]:
    for path in _below(house.store.data_dir):
        if _is_closed(path):
            status = path.lstat()
            path.chmod(stat.S_IMODE(status.st_mode) | OWNER_MODE[stat.S_ISDIR(status.st_mode)])
            yield Outcome(True, f"opened {path} to its owner")
    _note(house, actor, "modes-mended")


def _note(house: House, actor: Actor, action: str) -> None:
    def work(tx: Transaction) -> None:
        tx.audit(action)

    house.transact(actor, work)
