"""What must hold before a server starts: one server to a data directory, enough files."""

from __future__ import annotations

import fcntl
import os
import resource
from contextlib import suppress
from pathlib import Path

from a3dav.errors import StoreError

LOCK = "server.lock"
OTHER_FILES = 1024
"""Of the database, of bodies that are read and written, of the program."""


def lock_data_dir(folder: Path) -> int:
    """An open file that holds the lock until this process ends."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise StoreError(f"another server uses {folder}; stop it, or give this one another --data-dir") from None
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())
    return handle


def process_of_server(folder: Path) -> int:
    """The process that serves this data directory; raises StoreError when none does."""
    with suppress(FileNotFoundError, ValueError), (folder / LOCK).open("rb") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return int(held.read(20))
    raise StoreError(f"no server uses {folder}; name the data directory of the one that runs")


def raise_file_limit(connections: int) -> str:
    """Lets this process and its children open a file for each connection; gives what to do where they may not."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + OTHER_FILES
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed == wanted:
        return ""
    return (
        f"a process may open {hard} files here, and async_pool.max_connections = {connections} needs {wanted}; raise"
        f" the limit with ulimit -n {wanted} before the start, or LimitNOFILE={wanted} in the unit of systemd"
    )
