"""The process that serves: brings the store up to date, then keeps workers and the tasks process running."""

from __future__ import annotations

import fcntl
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels

from a3dav.config import RawSettings
from a3dav.errors import A3davError, ConfigError, StoreError

KEEP_ALIVE_MS = 60_000
LOST = (
    "workers ended by themselves twice within seconds, so the server stops; the lines above tell why,"
    " or the log of the kernel where memory ran out"
)


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


def run(raw: RawSettings, ready: Callable[[], None]) -> None:
    """Serves until it is told to stop; the environment carries the configuration to the children."""
    settings = raw.core
    server = settings.server
    _raise_file_limit(server.max_connections)
    command = [sys.executable, "-P", "-m", "a3dav", "tasks", "--parent", str(os.getpid())]
    tasks = subprocess.Popen(command)  # noqa: S603 - this program itself
    granian = Granian(
        "a3dav",
        address=server.host,
        port=server.port,
        interface=Interfaces.ASGI,
        # Where HTTP/2 is spoken too, a connection that says nothing never ends: no timeout runs before its first bytes.
        http=HTTPModes.http1,
        workers=server.workers or os.cpu_count() or 1,
        loop=Loops.uvloop,
        websockets=False,
        backlog=server.backlog,
        backpressure=server.max_connections,
        http1_settings=HTTP1Settings(
            header_read_timeout=min(KEEP_ALIVE_MS, server.idle_timeout * 1000), keep_alive=True
        ),
        log_enabled=settings.logging.level == "debug",
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=server.drain_seconds,
    )
    granian.on_startup(ready)
    try:
        granian.serve(target_loader=partial(load_application, os.getpid()), wrap_loader=False)
    except SystemExit as ended:
        if ended.code:
            raise A3davError(LOST) from ended
    finally:
        tasks.terminate()
        try:
            tasks.wait(server.drain_seconds)
        except subprocess.TimeoutExpired:
            tasks.kill()


def load_application(supervisor: int, _: str = "") -> Any:
    """What Granian calls in each worker; its own loader would look into the working directory."""
    from a3dav.door.app import create_app

    return create_app(supervisor)


def _raise_file_limit(connections: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + 1024
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
