"""PostgreSQL through psycopg: a connection per thread of a bounded pool.

A read whose connection was lost is repeated once. So is a transaction whose COMMIT was not sent; after that its
outcome is unknown, and the client has to look.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from time import perf_counter_ns
from typing import Any, TypeVar

import peewee

from a3dav.errors import A3davError, ServiceUnavailable, StoreError
from a3dav.faults import OutcomeUnknown, StoreAway
from a3dav.lanes import Waits
from a3dav.resources import Resource
from a3dav.storage import generation
from a3dav.storage.commits import Commits
from a3dav.storage.counts import EngineCounts
from a3dav.storage.engine import Parameters, Row, to_format_style
from a3dav.storage.postgres_faults import fault_of, is_down, sqlstate
from a3dav.storage.threads import Threads

T = TypeVar("T")
ATTEMPTS = 6
ATTEMPTS_AFTER_LOSS = 2
SERIALIZATION_FAILURES = {"40001", "40P01"}
MIGRATION_LOCK = 0x61336461  # any constant of our own
CONNECT_SECONDS = 5
LOOK_SECONDS = 0.5
ERRORS = (peewee.DatabaseError, peewee.InterfaceError)
_IDLE = 0  # PQTRANS_IDLE
KEEPALIVE = {
    "connect_timeout": CONNECT_SECONDS,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
# A worker that stands still may not hold an account for ever, nor a statement a worker.
SESSION = (
    "SET statement_timeout = '300s'; SET lock_timeout = '{lock}s'; SET idle_in_transaction_session_timeout = '300s'"
)


class PostgresEngine:
    name = "postgres"
    reads_wait = True

    def __init__(self, url: str, *, pool_size: int = 10, answer_seconds: int = 30, slow_query_ms: int = 0) -> None:
        try:
            from playhouse.postgres_ext import Psycopg3Database
        except ImportError as error:
            raise StoreError("PostgreSQL needs its driver; try: pip install 'a3dav[postgres]'") from error
        opened: list[Any] = []
        local = threading.local()
        session = SESSION.format(lock=answer_seconds)
        counts = EngineCounts(slow_query_ms)

        class Database(Psycopg3Database):  # type: ignore[misc]
            """Remembers the connections of all threads, so that the engine can close them, and when COMMIT was sent."""

            def _connect(self) -> Any:
                connection = super()._connect()
                opened[:] = [other for other in opened if not other.closed]
                opened.append(connection)
                connection.execute(session)
                return connection

            def commit(self) -> None:
                local.committing = True
                begun = perf_counter_ns()
                super().commit()
                counts.commits.add(perf_counter_ns() - begun)

        self._opened = opened
        self.database: peewee.Database = Database(_patient(url))
        self.url = url
        self.counts = counts
        self._pool_size = pool_size
        self.pool = Threads(pool_size, "database")
        self._local = local
        self.content = generation.Content()
        self.commits = Commits()

    def await_database(self, seconds: int, say: Callable[[str], None]) -> None:
        """Waits for a server that is not there yet, as containers start in any order."""
        end, said = time.monotonic() + seconds, False
        while True:
            try:
                self.database.connection()
                return
            except ERRORS as error:
                self._forget_connection()
                if not is_down(error) or time.monotonic() >= end:
                    raise self.unusable(error) from error
            if not said:
                say(f"the database does not answer; waiting for it {seconds} seconds at most")
                said = True
            time.sleep(LOOK_SECONDS)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        self._refuse_to_ask()
        if self.in_transaction:
            return self._rows(sql, parameters)
        try:
            return self._rows(sql, parameters)
        except ERRORS as error:
            if not self._lost():
                raise fault_of(error) or error from error
            if getattr(self._local, "still", False):
                raise StoreAway("the database does not answer") from error  # another connection sees another moment
        self._forget_connection()
        try:
            return self._rows(sql, parameters)
        except ERRORS as error:
            self._forget_connection()
            raise fault_of(error) or StoreAway("the database does not answer") from error

    def _rows(self, sql: str, parameters: Parameters) -> list[Row]:
        begun = perf_counter_ns()
        cursor = self.database.execute_sql(to_format_style(sql), parameters)
        rows = cursor.fetchall() if cursor.description else []
        self.counts.query(sql, begun)
        return rows

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        self.rows("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        self._local.still = True
        try:
            yield
        finally:
            self._local.still = False
            if not self._lost():
                self.database.execute_sql("ROLLBACK")

    @contextmanager
    def without_asking(self) -> Iterator[None]:
        self._local.silent = True
        try:
            yield
        finally:
            self._local.silent = False

    def _refuse_to_ask(self) -> None:
        if getattr(self._local, "silent", False):
            raise Waits

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        self._refuse_to_ask()
        begun = perf_counter_ns()
        try:
            changed = int(self.database.execute_sql(to_format_style(sql), parameters).rowcount)
            self.counts.query(sql, begun)
            if changed and self.content.is_left_by(sql):
                self.raise_generation()
            return changed
        except ERRORS as error:
            if self.in_transaction:
                raise  # judged where the transaction ends
            lost = self._lost()
            self._forget_lost_connection()
            raise fault_of(error) or (StoreAway("the database does not answer") if lost else error) from error

    def state(self) -> bytes:
        return b""

    def generation(self) -> str:
        row = self.row(generation.READ)
        return str(row[0]) if row else ""

    def raise_generation(self) -> None:
        if self.in_transaction:
            self._local.raised = True  # last of all, so that nobody waits long for the row
        else:
            self.database.execute_sql(generation.RAISE)

    def note_change(self, clock: int, resource: Resource, counter: int, row: Row | None) -> None: ...

    def lose_notes(self) -> None: ...

    def ddl(self, statement: str) -> None:
        self.database.execute_sql(
            statement.replace("SERIAL_KEY", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
            .replace("TRANSACTION_ID,", "transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),")
            .replace("BLOB", "BYTEA")
            .replace(" INTEGER", " BIGINT")
        )

    @property
    def in_transaction(self) -> bool:
        return getattr(self._local, "writing", False)

    def _lost(self) -> bool:
        return self.database.is_closed() or bool(self.database.connection().closed)

    def _forget_lost_connection(self) -> None:
        if self._lost():
            self._forget_connection()

    def _forget_connection(self) -> None:
        with suppress(*ERRORS):
            self.database.close()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        return self.pool.submit(self._counted, work)

    def _counted(self, work: Callable[[], T]) -> T:
        try:
            result = self._transact(work)
        except BaseException as error:
            self.counts.outcome(error)
            raise
        self.counts.outcome(None)
        return result

    def _transact(self, work: Callable[[], T]) -> T:
        losses = 0
        for attempt in range(ATTEMPTS):
            try:
                return self._once(work)
            except ERRORS as error:
                if self._lost():
                    self._forget_connection()
                    losses += 1
                    if self._local.committing:
                        raise OutcomeUnknown("the database was lost before it told whether it wrote") from error
                    if losses == ATTEMPTS_AFTER_LOSS:
                        raise fault_of(error) or StoreAway("the database does not answer") from error
                elif sqlstate(error) not in SERIALIZATION_FAILURES:
                    raise fault_of(error) or error from error
                self.counts.retried += 1
                time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - jitter, not a secret
        raise ServiceUnavailable("the database is busy", headers=(("Retry-After", "1"),))

    def _once(self, work: Callable[[], T]) -> T:
        self._local.committing = False
        self.database.connection()
        self._local.writing, self._local.raised = True, False
        try:
            with self.database.atomic():
                result = work()
                if self._local.raised:
                    self.database.execute_sql(generation.RAISE)
                return result
        finally:
            self._local.writing = False

    def unusable(self, error: Exception) -> A3davError:
        # The driver quotes a URL that it does not understand, with the password in it.
        reason = str(error).strip().partition("\n")[0].partition("://")[0]
        return StoreError(f"the database of storage.url cannot be used: {reason}; correct the URL or start it")

    @contextmanager
    def migrating(self) -> Iterator[None]:
        outer, self._local.writing = self.in_transaction, True
        try:
            with self.database.atomic():
                self.database.execute_sql("SET LOCAL statement_timeout = 0")
                self.database.execute_sql("SET LOCAL lock_timeout = 0")
                self.database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
                yield
        except ERRORS as error:
            raise fault_of(error) or error from error
        finally:
            self._local.writing = outer

    def spare_and_owed_bytes(self) -> tuple[int, int]:
        return 0, 0

    def pool_state(self) -> dict[str, int]:
        connected = [connection for connection in list(self._opened) if not connection.closed]
        busy = sum(connection.pgconn.transaction_status != _IDLE for connection in connected)
        return {
            "size": self._pool_size, "open": len(connected), "busy": busy, "waiting": self.pool.waiting,
        }  # fmt: skip

    def close(self) -> None:
        self.pool.close()
        for connection in self._opened:
            connection.close()


def _patient(url: str) -> str:
    """The URL with timeouts, where it does not set them itself."""
    missing = "&".join(f"{name}={value}" for name, value in KEEPALIVE.items() if f"{name}=" not in url)
    return f"{url}{'&' if '?' in url else '?'}{missing}"
