"""The head of SQLite's WAL index, where every commit of any process shows without a query.

Each reader of SQLite compares these bytes to learn whether its pages are stale (sqlite.org/walformat.html, "The
WAL-Index File Format"). SQLite has the file open, and its descriptor is used here: one of our own would take the locks
of SQLite along when it is closed, as POSIX has it.
"""

from __future__ import annotations

import ctypes
import mmap
import weakref
from contextlib import suppress
from pathlib import Path

import apsw

HEAD = 96  # two copies of 48 bytes
BUSY_MS = 30_000
_FAILED = ctypes.c_void_p(-1).value
_DESCRIPTORS = Path("/proc/self/fd")


class WalIndex:
    """Open as long as the engine is, with a connection, so that nobody puts another file in the place of this one."""

    def __init__(self, database: Path) -> None:
        self._connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)
        self._connection.set_busy_timeout(BUSY_MS)
        self._connection.execute("SELECT 1 FROM sqlite_schema").fetchall()
        self._view: ctypes.Array[ctypes.c_char] | None = None
        with suppress(OSError):
            self._map(Path(f"{database}-shm"))

    def head(self) -> bytes:
        """Equal as long as nobody committed anything; empty where that cannot be seen."""
        view = self._view
        return view.raw if view is not None else b""

    def close(self) -> None:
        self._view = None
        self._connection.close()

    def _map(self, file: Path) -> None:
        wanted = file.stat()
        for entry in _DESCRIPTORS.iterdir():
            with suppress(OSError):  # of a file that another thread has closed
                found = entry.stat()
                if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
                    self._view = _mapped(self, int(entry.name))
                    return


def _mapped(owner: WalIndex, descriptor: int) -> ctypes.Array[ctypes.c_char] | None:
    library = ctypes.CDLL(None, use_errno=True)
    library.mmap.restype = ctypes.c_void_p
    library.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long)
    library.munmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t)
    address = library.mmap(None, mmap.PAGESIZE, mmap.PROT_READ, mmap.MAP_SHARED, descriptor, 0)
    if address == _FAILED:
        return None
    weakref.finalize(owner, library.munmap, address, mmap.PAGESIZE)
    return (ctypes.c_char * HEAD).from_address(address)
