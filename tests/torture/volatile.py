"""A file system that forgets, on a power cut, whatever was not synced; run as `python volatile.py MOUNT BACKING CHANCE SEED`.

What programs see lives in the memory of this process; `BACKING` holds what a disk would hold, and killing this
process is the power cut. The rules are harsher than those of ext4, xfs or btrfs:

- bytes and length of a file become durable with an fsync of that file, and nothing else does;
- a name (made, renamed, linked or removed) becomes durable with an fsync of the folder that holds it; syncing the
  file does not help, and the two ends of a rename between folders are two names;
- a name whose file was never synced is an empty file after the cut.

A disk may also write what nobody asked it to: each write and each change of a name is made durable at once with
the probability `CHANCE`, of a write perhaps only its first sectors.
"""

from __future__ import annotations

import errno
import itertools
import json
import os
import random
import stat
import sys
import time
from pathlib import Path

import mfusepy

SECTOR = 512
ROOT = 1


class File:
    def __init__(self, number: int, mode: int, data: bytes = b"") -> None:
        self.number, self.mode, self.mtime, self.links = number, mode, time.time_ns(), 1
        self.data = bytearray(data)
        self.unsynced: list[tuple[int, int]] = []
        self.shortened = False


class Folder:
    def __init__(self, number: int, mode: int) -> None:
        self.number, self.mode, self.mtime, self.links = number, mode, time.time_ns(), 2
        self.names: dict[str, File | Folder] = {}


class Disk:
    """What is left after a power cut: files by number, and the names in each folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self) -> Folder:
        return self._load_folder(ROOT, 0o700, {})

    def _load_folder(self, number: int, mode: int, files: dict[int, File]) -> Folder:
        folder, listing = Folder(number, mode), self._folder / f"{number}.json"
        names = json.loads(listing.read_text()) if listing.exists() else {}
        for name, (entry, is_folder, its_mode) in names.items():
            if is_folder:
                folder.names[name] = self._load_folder(entry, its_mode, files)
            elif entry in files:
                files[entry].links += 1
                folder.names[name] = files[entry]
            else:
                stored = self._folder / str(entry)
                data = stored.read_bytes() if stored.exists() else b""
                folder.names[name] = files[entry] = File(entry, its_mode, data)
        return folder

    def keep_names(self, folder: Folder) -> None:
        names = {name: (node.number, isinstance(node, Folder), node.mode) for name, node in folder.names.items()}
        new = self._folder / f"{folder.number}.new"
        new.write_text(json.dumps(names))
        new.rename(self._folder / f"{folder.number}.json")

    def keep_bytes(self, file: File, ranges: list[tuple[int, int]], *, length: bool) -> None:
        handle = os.open(self._folder / str(file.number), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            for start, end in ranges:
                os.pwrite(handle, file.data[start:end], start)
            if length:
                os.ftruncate(handle, len(file.data))
        finally:
            os.close(handle)


class Volatile(mfusepy.Operations):
    use_ns = True

    def __init__(self, backing: Path, chance: float, seed: int) -> None:
        self._disk = Disk(backing)
        self._root = self._disk.load()
        self._chance, self._random = chance, random.Random(seed)
        self._open: dict[int, File] = {}
        self._handles = itertools.count(1)

    # -- finding -----------------------------------------------------------------------------------

    def _node(self, path: str) -> File | Folder:
        node: File | Folder = self._root
        for name in path.split("/"):
            if name:
                if not isinstance(node, Folder):
                    raise OSError(errno.ENOTDIR, path)
                if name not in node.names:
                    raise OSError(errno.ENOENT, path)
                node = node.names[name]
        return node

    def _place(self, path: str) -> tuple[Folder, str]:
        above, _, name = path.rpartition("/")
        folder = self._node(above)
        if not isinstance(folder, Folder):
            raise OSError(errno.ENOTDIR, path)
        return folder, name

    def _file(self, path: str | None, handle: int | None) -> File:
        node = self._open[handle] if handle in self._open else self._node(path or "")
        if not isinstance(node, File):
            raise OSError(errno.EISDIR, path)
        return node

    # -- durability --------------------------------------------------------------------------------

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        file = self._file(path, fh)
        ranges = [(0, len(file.data))] if file.shortened else file.unsynced
        self._disk.keep_bytes(file, ranges, length=True)
        file.unsynced, file.shortened = [], False
        return 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        folder = self._node(path)
        assert isinstance(folder, Folder)
        self._disk.keep_names(folder)
        return 0

    def _renamed(self, *folders: Folder) -> None:
        for folder in folders:
            folder.mtime = time.time_ns()
            if self._random.random() < self._chance:
                self._disk.keep_names(folder)

    def _wrote(self, file: File, start: int, end: int) -> None:
        file.mtime = time.time_ns()
        file.unsynced.append((start, end))
        if self._random.random() < self._chance:
            sectors = (end - start + SECTOR - 1) // SECTOR
            torn = start + SECTOR * self._random.randint(1, sectors)
            self._disk.keep_bytes(file, [(start, min(torn, end))], length=False)

    # -- files -------------------------------------------------------------------------------------

    def create(self, path: str, mode: int, flags: int) -> int:  # type: ignore[override]
        folder, name = self._place(path)
        folder.names[name] = File(self._random.getrandbits(60) + 2, stat.S_IMODE(mode))
        self._renamed(folder)
        return self.open(path, flags)

    def open(self, path: str, flags: int) -> int:
        handle = next(self._handles)
        self._open[handle] = self._file(path, None)
        return handle

    def release(self, path: str, fh: int) -> int:
        self._open.pop(fh, None)
        return 0

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return bytes(self._file(path, fh).data[offset : offset + size])

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        file = self._file(path, fh)
        start = min(offset, len(file.data))
        file.data[start : offset + len(data)] = bytes(offset - start) + data
        self._wrote(file, start, offset + len(data))
        return len(data)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        file = self._file(path, fh)
        if length > len(file.data):
            start = len(file.data)
            file.data.extend(bytes(length - start))
            self._wrote(file, start, length)
        elif length < len(file.data):
            del file.data[length:]
            file.shortened, file.mtime = True, time.time_ns()
        return 0

    # -- names -------------------------------------------------------------------------------------

    def mkdir(self, path: str, mode: int) -> int:
        folder, name = self._place(path)
        folder.names[name] = Folder(self._random.getrandbits(60) + 2, stat.S_IMODE(mode))
        self._renamed(folder)
        return 0

    def unlink(self, path: str) -> int:
        folder, name = self._place(path)
        self._node(path).links -= 1
        del folder.names[name]
        self._renamed(folder)
        return 0

    def rmdir(self, path: str) -> int:
        folder, name = self._place(path)
        if getattr(self._node(path), "names", None):
            raise OSError(errno.ENOTEMPTY, path)
        del folder.names[name]
        self._renamed(folder)
        return 0

    def rename(self, old: str, new: str) -> int:
        (old_folder, old_name), (new_folder, new_name) = self._place(old), self._place(new)
        node = self._node(old)
        del old_folder.names[old_name]
        new_folder.names[new_name] = node
        self._renamed(new_folder, old_folder)
        return 0

    def link(self, target: str, source: str) -> int:
        folder, name = self._place(target)
        file = self._file(source, None)
        file.links += 1
        folder.names[name] = file
        self._renamed(folder)
        return 0

    def readdir(self, path: str, fh: int) -> list[tuple[str, dict[str, int], int]]:  # type: ignore[override]
        folder = self._node(path)
        assert isinstance(folder, Folder)
        nodes = {".": folder, "..": folder, **folder.names}
        return [(name, {"st_mode": self._mode(node), "st_ino": node.number}, 0) for name, node in nodes.items()]

    # -- facts -------------------------------------------------------------------------------------

    def getattr(self, path: str, fh: int | None = None) -> dict[str, int]:
        node: File | Folder = self._open[fh] if fh in self._open else self._node(path)
        return {
            "st_mode": self._mode(node), "st_nlink": node.links, "st_ino": node.number, "st_uid": os.getuid(),
            "st_gid": os.getgid(), "st_size": len(node.data) if isinstance(node, File) else 0,
            "st_mtime": node.mtime, "st_ctime": node.mtime, "st_atime": node.mtime,
        }  # fmt: skip

    @staticmethod
    def _mode(node: File | Folder) -> int:
        return node.mode | (stat.S_IFREG if isinstance(node, File) else stat.S_IFDIR)

    def chmod(self, path: str, mode: int) -> int:
        self._node(path).mode = stat.S_IMODE(mode)
        return 0

    def chown(self, path: str, uid: int, gid: int) -> int:
        return 0

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
        self._node(path).mtime = times[1] if times else time.time_ns()
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        return {"f_bsize": 4096, "f_frsize": 4096, "f_blocks": 1 << 22, "f_bfree": 1 << 21, "f_bavail": 1 << 21}


if __name__ == "__main__":
    mount, backing, chance, seed = sys.argv[1:]
    mfusepy.FUSE(
        Volatile(Path(backing), float(chance), int(seed)), mount, foreground=True, nothreads=True, use_ino=True,
        kernel_cache=True, attr_timeout=3600, entry_timeout=3600, negative_timeout=0,
    )  # fmt: skip
