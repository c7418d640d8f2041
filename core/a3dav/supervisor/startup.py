"""What must hold before a server starts: one server to a data directory, a free address, enough files."""

from __future__ import annotations

import fcntl
import os
import resource
import socket
from pathlib import Path

from a3dav.errors import ConfigError, StoreError


def lock_data_dir(folder: Path) -> int:
    """An open file that holds the lock until this process ends."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / "server.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise StoreError(f"another server uses {folder}; stop it, or give this one another --data-dir") from None
    return handle


def refuse_unusable_address(host: str, port: int) -> None:
    """Raises ConfigError for an address that this machine lacks or another program has."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except OSError as error:
        place = f"{host} port {port}"
        raise ConfigError(f"cannot listen on {place}: {error.strerror}; choose another --host or --port") from error


def raise_file_limit(connections: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + 1024
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
