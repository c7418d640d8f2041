"""Where a restore puts rows until they are verified: a database beside that of SQLite, a transaction of PostgreSQL."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import peewee

from a3dav.backup.format import TableFacts, damaged
from a3dav.backup.places import sync_folder
from a3dav.backup.snapshots import PostgresRows, Snapshot, SqliteRows
from a3dav.backup.tables import Table, quoted
from a3dav.errors import StoreError
from a3dav.storage.engine import Engine, Row
from a3dav.storage.postgres import PostgresEngine
from a3dav.storage.sqlite import SqliteEngine

PATIENCE_SECONDS = 2.0
_OTHER_SESSIONS = (
    "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


class Staging(Protocol):
    """A database of its own until the block that made it ends without an error."""

    engine: Engine
    reading: Snapshot

    def load(self, facts: TableFacts, rows: Iterable[Row]) -> None: ...

    def count_on(self, table: Table, last: int) -> None:
        """Lets the database number rows from behind `last` and behind every row there is."""
        ...

    def settle(self) -> None:
        """Raises StoreError where a reference leads nowhere."""
        ...


class SqliteStaging:
    def __init__(self, engine: SqliteEngine) -> None:
        self.engine: Engine = engine
        self._connection: Any = engine.database.connection()
        # The file alone is renamed, so none of it may be in a log beside it.
        self._connection.execute("PRAGMA foreign_keys = off; PRAGMA mmap_size = 0; PRAGMA journal_mode = truncate")
        self.reading: Snapshot = SqliteRows(self._connection)

    def load(self, facts: TableFacts, rows: Iterable[Row]) -> None:
        import apsw

        names = ", ".join(quoted(name) for name, _ in facts.columns)
        sql = f"INSERT INTO {quoted(facts.name)} ({names}) VALUES ({', '.join('?' * len(facts.columns))})"
        with self._connection:
            try:
                self._connection.executemany(sql, rows)
            except apsw.ConstraintError as error:
                raise damaged(f"a row of {facts.name}: {error}") from error

    def count_on(self, table: Table, last: int) -> None:
        # SQLite has noted the largest number of the rows there are.
        known = self.reading.last(table)
        self._connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
        self._connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table.name, max(last, known)))

    def settle(self) -> None:
        for table, *_ in self._connection.execute("PRAGMA foreign_key_check"):
            raise damaged(f"a row of {table} refers to one that is not there")
        self._connection.execute("PRAGMA foreign_keys = on")


class PostgresStaging:
    def __init__(self, engine: PostgresEngine) -> None:
        self.engine: Engine = engine
        self._connection: Any = engine.database.connection()
        self.reading: Snapshot = PostgresRows(self._connection)

    def load(self, facts: TableFacts, rows: Iterable[Row]) -> None:
        import psycopg

        names = ", ".join(quoted(name) for name, _ in facts.columns)
        try:
            with (
                self._connection.cursor() as cursor,
                cursor.copy(f"COPY {quoted(facts.name)} ({names}) FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
        except (psycopg.IntegrityError, psycopg.DataError) as error:
            raise damaged(f"a row of {facts.name}: {str(error).splitlines()[0]}") from error

    def count_on(self, table: Table, last: int) -> None:
        name, key = quoted(table.name), quoted(table.serial)
        (known,) = self._connection.execute(f"SELECT COALESCE(MAX({key}), 0) FROM {name}").fetchone()
        newest = max(last, known)
        self._connection.execute(
            "SELECT setval(pg_get_serial_sequence(%s, %s), %s, %s)", (name, table.serial, max(newest, 1), newest > 0)
        )

    def settle(self) -> None:
        """PostgreSQL checked each row as it came."""


@contextmanager
def throw_away(folder: Path) -> Iterator[Staging]:
    """A database of SQLite in `folder` that nobody keeps."""
    with closing(SqliteEngine(folder / "a3dav.sqlite", synchronous="off")) as engine:
        yield SqliteStaging(engine)


@contextmanager
def beside(engine: SqliteEngine, folder: Path) -> Iterator[Staging]:
    """A database in `folder` that takes the place of the engine's own at the end."""
    with throw_away(folder) as staging:
        yield staging
    new = folder / "a3dav.sqlite"
    with new.open("rb") as handle:
        os.fsync(handle.fileno())
    _forget_log(engine)
    os.replace(new, engine.path)
    sync_folder(engine.path.parent)


def _forget_log(engine: SqliteEngine) -> None:
    """The log of the old database would be taken for that of the new one."""
    import apsw

    engine.database.close()
    if engine.path.exists():
        with suppress(apsw.Error), closing(apsw.Connection(str(engine.path))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in ("-wal", "-shm"):
        Path(f"{engine.path}{ending}").unlink(missing_ok=True)


def _refuse_shared(engine: PostgresEngine) -> None:
    """A server on another host would go on under the old epoch; one that was just stopped gets a moment to leave."""
    end = time.monotonic() + PATIENCE_SECONDS
    while others := engine.rows(_OTHER_SESSIONS)[0][0]:
        if time.monotonic() > end:
            raise StoreError(f"{others} other connections use the database; stop every server and command on it")
        time.sleep(0.1)


@contextmanager
def within(engine: PostgresEngine) -> Iterator[Staging]:
    """The engine's own database, emptied, in one transaction."""
    import psycopg

    try:
        _refuse_shared(engine)
        with engine.migrating():
            staging = PostgresStaging(engine)
            if names := [quoted(table.name) for table in staging.reading.tables()]:
                engine.execute(f"DROP TABLE {', '.join(names)}")
            yield staging
    except (psycopg.OperationalError, peewee.OperationalError) as error:
        raise engine.unusable(error) from error
    except (psycopg.Error, peewee.DatabaseError) as error:
        raise StoreError(f"the database refuses the restore: {str(error).splitlines()[0]}; mend it first") from error
