"""Databases of a PostgreSQL server for one test after another; emptying one is quicker than making one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

from a3dav.assembly import open_house
from a3dav.config import read

_TABLES = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
_KEPT = {"migrations", "facts"}
_IDENTITY = "name IN ('epoch', 'origin', 'key')"


class Databases:
    """Lends databases with the schema of all installed plugins and no rows; the store in them keeps its identity."""

    def __init__(self, server_url: str) -> None:
        self._server_url = server_url
        self._ready: list[str] = []
        self._schema: list[Any] = []

    @contextmanager
    def one(self) -> Iterator[str]:
        """The URL of a database that is nobody else's until the end."""
        name = self._ready.pop() if self._ready else self._make()
        yield self._url(name)
        if self._emptied(name):
            self._ready.append(name)
        else:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _make(self) -> str:
        name = f"a3dav_{uuid4().hex}"
        self._run(f"CREATE DATABASE {name}")
        with tempfile.TemporaryDirectory() as folder:
            settings = {"A3DAV_SERVER__DATA_DIR": folder, "A3DAV_STORAGE__URL": self._url(name)}
            open_house(read(None, settings), prepare=True).close()
        self._schema = self._schema or self._schema_of(name)
        self._emptied(name)
        return name

    def _emptied(self, name: str) -> bool:
        """Deletes all rows; False where a test changed the schema."""
        if self._schema_of(name) != self._schema:
            return False
        tables = sorted({table for kind, table, *_ in self._schema if kind == "column"} - _KEPT)
        with self._connection(name) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute("; ".join(f"DELETE FROM {table}" for table in tables))
            connection.execute(f"DELETE FROM facts WHERE NOT {_IDENTITY}")
        return True

    def _schema_of(self, name: str) -> list[Any]:
        with self._connection(name) as connection:
            columns = [("column", *row) for row in connection.execute(_TABLES)]
            steps = connection.execute("SELECT line, version FROM migrations ORDER BY 1, 2")
            return columns + [("step", *row) for row in steps]

    def _run(self, statement: str) -> None:
        with self._connection("") as connection:
            connection.execute(statement)

    def _connection(self, name: str) -> Any:
        import psycopg

        return psycopg.connect(self._url(name) if name else self._server_url, autocommit=True)

    def _url(self, name: str) -> str:
        return urlunsplit(urlsplit(self._server_url)._replace(path=f"/{name}"))
