"""PostgreSQL through psycopg: a connection per thread of a bounded pool, reads retried once when it was lost."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

import peewee

from a3dav.errors import ServiceUnavailable, StoreError
from a3dav.storage.engine import Parameters, Row, to_format_style

T = TypeVar("T")
ATTEMPTS = 6
SERIALIZATION_FAILURES = {"40001", "40P01"}
MIGRATION_LOCK = 0x61336461  # any constant of our own


class PostgresEngine:
    name = "postgres"
    reads_wait = True

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        try:
            from playhouse.postgres_ext import Psycopg3Database
        except ImportError as error:
            raise StoreError("PostgreSQL needs its driver; try: pip install 'a3dav[postgres]'") from error
        opened: list[Any] = []

        class Database(Psycopg3Database):  # type: ignore[misc]
            """Remembers the connections of all threads, so that the engine can close them."""

            def _connect(self) -> Any:
                connection = super()._connect()
                opened.append(connection)
                return connection

        self._opened = opened
        self.database: peewee.Database = Database(url)
        self.url = url
        self.pool = ThreadPoolExecutor(pool_size, thread_name_prefix="database")
        self._local = threading.local()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        return self._again_if_lost(lambda: self._rows(sql, parameters))

    def _rows(self, sql: str, parameters: Parameters) -> list[Row]:
        cursor = self.database.execute_sql(to_format_style(sql), parameters)
        return cursor.fetchall() if cursor.description else []

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        return self._again_if_lost(lambda: int(self.database.execute_sql(to_format_style(sql), parameters).rowcount))

    def ddl(self, statement: str) -> None:
        self.database.execute_sql(
            statement.replace("SERIAL_KEY", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
            .replace("TRANSACTION_ID,", "transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),")
            .replace("BLOB", "BYTEA")
            .replace(" INTEGER", " BIGINT")
        )

    def _again_if_lost(self, read: Callable[[], T]) -> T:
        try:
            return read()
        except (peewee.OperationalError, peewee.InterfaceError) as error:
            if self._in_transaction or not self._lost():
                raise
            self.database.close()
            try:
                return read()
            except (peewee.OperationalError, peewee.InterfaceError):
                raise ServiceUnavailable("the database does not answer", headers=(("Retry-After", "5"),)) from error

    @property
    def _in_transaction(self) -> bool:
        return getattr(self._local, "writing", False)

    def _lost(self) -> bool:
        return self.database.is_closed() or bool(self.database.connection().closed)

    def submit(self, work: Callable[[], T]) -> Future[T]:
        return self.pool.submit(self._transact, work)

    def _transact(self, work: Callable[[], T]) -> T:
        for attempt in range(ATTEMPTS):
            try:
                return self._once(work)
            except (peewee.OperationalError, peewee.InterfaceError) as error:
                if self._lost():
                    self.database.close()
                    raise ServiceUnavailable(
                        "the connection to the database was lost", headers=(("Retry-After", "5"),)
                    ) from error
                if _sqlstate(error) not in SERIALIZATION_FAILURES:
                    raise
                time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - jitter, not a secret
        raise ServiceUnavailable("the database is busy", headers=(("Retry-After", "1"),))

    def _once(self, work: Callable[[], T]) -> T:
        try:
            self.database.connection()
        except peewee.OperationalError as error:
            raise ServiceUnavailable("the database does not answer", headers=(("Retry-After", "5"),)) from error
        self._local.writing = True
        try:
            with self.database.atomic():
                return work()
        finally:
            self._local.writing = False

    def unusable(self, error: Exception) -> StoreError:
        # The driver quotes a URL that it does not understand, with the password in it.
        reason = str(error).strip().partition("\n")[0].partition("://")[0]
        return StoreError(f"the database of storage.url cannot be used: {reason}; correct the URL or start it")

    @contextmanager
    def migrating(self) -> Iterator[None]:
        outer, self._local.writing = self._in_transaction, True
        try:
            with self.database.atomic():
                self.database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
                yield
        finally:
            self._local.writing = outer

    def close(self) -> None:
        self.pool.shutdown(wait=True)
        for connection in self._opened:
            connection.close()


def _sqlstate(error: Exception) -> str:
    cause = error.__cause__ or error.__context__ or getattr(error, "orig", None)
    return str(getattr(cause, "sqlstate", "") or "")
