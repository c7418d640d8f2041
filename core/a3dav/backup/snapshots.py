"""One consistent read of a whole database, on a connection of its own, while others write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any, Protocol

from a3dav.backup.format import Kind
from a3dav.backup.tables import Table, postgres_tables, quoted, sqlite_tables
from a3dav.errors import StoreError
from a3dav.storage.engine import Engine, Row
from a3dav.storage.postgres import PostgresEngine
from a3dav.storage.sqlite import SqliteEngine, translated

TYPES_OF_POSTGRES: dict[Kind, str] = {"bytes": "bytea", "int": "int8", "text": "text"}


class Snapshot(Protocol):
    def tables(self) -> list[Table]: ...

    def rows(self, sql: str, kinds: Sequence[Kind]) -> Iterator[Row]:
        """Rows one after another, never many in memory; `sql` has no parameters."""
        ...

    def ordered(self, table: Table) -> str:
        """The statement that reads a table in the same order on every engine."""
        ...

    def last(self, table: Table) -> int:
        """The last number that the database made for the key of a table."""
        ...


class SqliteRows:
    """What a snapshot does, on a connection of apsw."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def tables(self) -> list[Table]:
        return sqlite_tables(self.connection)

    def rows(self, sql: str, kinds: Sequence[Kind]) -> Iterator[Row]:  # noqa: ARG002 - for typed engines
        with translated():
            yield from self.connection.execute(sql)

    def ordered(self, table: Table) -> str:
        return _select(table, [quoted(name) for name in table.key or [name for name, _ in table.columns]])

    def last(self, table: Table) -> int:
        found = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).fetchall()
        return int(found[0][0]) if found else 0


class PostgresRows:
    """What a snapshot does, on a connection of psycopg."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def tables(self) -> list[Table]:
        return postgres_tables(self.connection)

    def rows(self, sql: str, kinds: Sequence[Kind]) -> Iterator[Row]:
        # COPY hands over row by row; a cursor of the server would fetch many large bodies at a time.
        with self.connection.cursor() as cursor, cursor.copy(f"COPY ({sql}) TO STDOUT") as copy:
            copy.set_types([TYPES_OF_POSTGRES[kind] for kind in kinds])
            yield from copy.rows()

    def ordered(self, table: Table) -> str:
        kinds = dict(table.columns)
        names = table.key or list(kinds)
        order = [quoted(name) + (' COLLATE "C"' if kinds[name] == "text" else "") for name in names]
        return _select(table, order)

    def last(self, table: Table) -> int:
        (name,) = self.connection.execute(
            "SELECT pg_get_serial_sequence(%s, %s)", (quoted(table.name), table.serial)
        ).fetchone()
        row = self.connection.execute(f"SELECT last_value, is_called FROM {name}").fetchone()
        return int(row[0]) if row[1] else 0


def _select(table: Table, order: list[str]) -> str:
    if not table.key:
        order = [f"{name} NULLS FIRST" for name in order]
    columns = ", ".join(quoted(name) for name, _ in table.columns)
    return f"SELECT {columns} FROM {quoted(table.name)} ORDER BY {', '.join(order)}"


@contextmanager
def snapshot(engine: Engine) -> Iterator[Snapshot]:
    """The database as it is at this moment, until the end of the block."""
    if isinstance(engine, SqliteEngine):
        with _sqlite(engine) as found:
            yield SqliteRows(found)
    elif isinstance(engine, PostgresEngine):
        with _postgres(engine) as found:
            yield PostgresRows(found)
    else:
        raise StoreError(f"the engine {engine.name} cannot be backed up")


@contextmanager
def _sqlite(engine: SqliteEngine) -> Iterator[Any]:
    import apsw

    with translated(), closing(apsw.Connection(str(engine.path), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
        connection.set_busy_timeout(30_000)
        connection.execute("PRAGMA query_only = on; PRAGMA temp_store = file; BEGIN; SELECT 1 FROM sqlite_master")
        yield connection


@contextmanager
def _postgres(engine: PostgresEngine) -> Iterator[Any]:
    import psycopg

    try:
        with psycopg.connect(engine.url) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            yield connection
    except psycopg.Error as error:
        raise engine.unusable(error) from error
