"""SQLite through apsw: one writer thread per process gives concurrent writes one durable commit.

Two processes queue for the write lock with a file lock: SQLite's own busy back-off costs p99 180 ms.
"""

from __future__ import annotations

import fcntl
import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import apsw
import peewee
from playhouse.apsw_ext import APSWDatabase

from a3dav.errors import A3davError, InsufficientStorage, ServiceUnavailable, StoreError
from a3dav.storage.engine import Parameters, Row

T = TypeVar("T")
OLDEST = (3, 51, 3)  # earlier ones can corrupt a WAL that several processes reset
GROUP = 64


class SqliteEngine:
    name = "sqlite"
    reads_wait = False

    def __init__(self, path: Path, *, synchronous: str = "full") -> None:
        version = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))
        if version < OLDEST:
            raise StoreError("SQLite 3.51.3 or newer is needed; try: pip install --upgrade apsw")
        self.path = path
        pragmas = {
            "journal_mode": "wal",
            "synchronous": synchronous,
            "secure_delete": "on",
            "foreign_keys": "on",
            "mmap_size": 1 << 28,
            "cache_size": -16_000,
            "temp_store": "memory",
        }
        self.database: peewee.Database = APSWDatabase(str(path), pragmas=list(pragmas.items()), timeout=30)
        self._jobs: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._lock_file = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        with translated():
            return self.database.execute_sql(sql, parameters).fetchall()  # type: ignore[no-any-return]

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        with translated():
            self.database.execute_sql(sql, parameters)
            return int(self.database.connection().changes())

    def ddl(self, statement: str) -> None:
        self.database.execute_sql(
            statement.replace("SERIAL_KEY", "INTEGER PRIMARY KEY AUTOINCREMENT").replace("TRANSACTION_ID,", "")
        )

    def submit(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        self._jobs.put((work, future))
        if self._thread is None:
            self._start_writer()
        return future

    def _start_writer(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_for_ever, name="writer", daemon=True)
                self._thread.start()

    def _write_for_ever(self) -> None:
        while (job := self._jobs.get()) is not None:
            group = [job]
            while len(group) < GROUP and not self._jobs.empty():
                more = self._jobs.get()
                if more is None:
                    self._jobs.put(None)
                    break
                group.append(more)
            # From here on nobody can cancel, and the outcome of each job can be set.
            self._commit_group([job for job in group if job[1].set_running_or_notify_cancel()])
        self.database.close()

    def _commit_group(self, group: list[tuple[Callable[[], Any], Future[Any]]]) -> None:
        outcomes: list[tuple[Future[Any], Any, BaseException | None]] = []
        try:
            with translated(), self._write_lock():
                self.database.execute_sql("BEGIN IMMEDIATE")
                try:
                    outcomes = [self._behind_savepoint(work, future) for work, future in group]
                    self.database.execute_sql("COMMIT")
                except BaseException:
                    self._roll_back()
                    raise
        except BaseException as error:
            outcomes = [(future, None, error) for _, future in group]
        for future, result, failure in outcomes:
            if failure is None:
                future.set_result(result)
            else:
                future.set_exception(failure)

    def _behind_savepoint(
        self, work: Callable[[], Any], future: Future[Any]
    ) -> tuple[Future[Any], Any, BaseException | None]:
        self.database.execute_sql("SAVEPOINT job")
        try:
            with translated():
                result = work()
        except Exception as error:
            if self.database.connection().getautocommit():
                raise  # SQLite ended the whole transaction, on a full disk for one
            self.database.execute_sql("ROLLBACK TO job")
            self.database.execute_sql("RELEASE job")
            return future, None, error
        self.database.execute_sql("RELEASE job")
        return future, result, None

    def _roll_back(self) -> None:
        if not self.database.connection().getautocommit():
            self.database.execute_sql("ROLLBACK")

    def unusable(self, error: Exception) -> StoreError:
        return StoreError(f"the database {self.path} cannot be read: {error}; restore it from a backup")

    @contextmanager
    def _write_lock(self) -> Iterator[None]:
        fcntl.flock(self._lock_file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._lock_file, fcntl.LOCK_UN)

    @contextmanager
    def migrating(self) -> Iterator[None]:
        with self._write_lock():
            yield

    def close(self) -> None:
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
        if not self.database.is_closed():
            self.database.close()
        os.close(self._lock_file)


@contextmanager
def translated() -> Iterator[None]:
    """Errors of SQLite that a client or an administrator can act on, as ours."""
    try:
        yield
    except (peewee.DatabaseError, apsw.Error) as error:
        raise _translate(error) from error


def _translate(error: Exception) -> A3davError:
    # A statement fails in peewee when it begins, and in apsw alone when a later row does.
    cause = error if isinstance(error, apsw.Error) else error.__cause__ or error.__context__
    text = str(error)
    if isinstance(cause, apsw.FullError) or "disk is full" in text:
        return InsufficientStorage("the disk of the server is full")
    if isinstance(cause, apsw.ReadOnlyError) or "readonly" in text:
        return ServiceUnavailable("the store is read-only")
    if isinstance(cause, apsw.BusyError | apsw.LockedError) or "locked" in text:
        return ServiceUnavailable("the store is busy", headers=(("Retry-After", "1"),))
    if isinstance(cause, apsw.CorruptError | apsw.NotADBError) or "malformed" in text:
        return StoreError("the database is damaged; stop the server and restore a backup")
    raise error
