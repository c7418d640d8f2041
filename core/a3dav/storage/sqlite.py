"""SQLite through apsw: one writer thread per process gives concurrent writes one durable commit.

Processes queue for the write lock with a file lock: SQLite's own busy back-off costs p99 180 ms. Who comes back at once
would find it free before the one that waits has woken up, so another lock says whose turn is next.
"""

from __future__ import annotations

import fcntl
import os
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from time import perf_counter_ns
from typing import Any, TypeVar

import apsw
import peewee
from playhouse.apsw_ext import APSWDatabase

from a3dav.errors import A3davError, ServiceUnavailable, StoreError
from a3dav.faults import DiskFull, StoreAway, StoreDamaged, StoreReadOnly, disk_fault
from a3dav.resources import Resource
from a3dav.storage import generation
from a3dav.storage.commits import Commits, Note
from a3dav.storage.counts import EngineCounts
from a3dav.storage.engine import Parameters, Row
from a3dav.storage.wal_index import WalIndex

T = TypeVar("T")
Job = tuple[Callable[[], Any], "Future[Any]"]
Outcome = tuple["Future[Any]", Any, "BaseException | None"]
OLDEST = (3, 51, 3)  # earlier ones can corrupt a WAL that several processes reset
GROUP = 64


class _Here(threading.local):
    writing = False


class SqliteEngine:
    name = "sqlite"
    reads_wait = False

    def __init__(self, path: Path, *, synchronous: str = "full", slow_query_ms: int = 0) -> None:
        version = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))
        if version < OLDEST:
            raise StoreError("SQLite 3.51.3 or newer is needed; try: pip install --upgrade apsw")
        self.path = path
        self.counts = EngineCounts(slow_query_ms)
        self._writing = 0
        pragmas = {
            "journal_mode": "wal",
            "synchronous": synchronous,
            "secure_delete": "on",
            "foreign_keys": "on",
            "cache_size": -16_000,
            "temp_store": "memory",
        }
        self.database: peewee.Database = APSWDatabase(str(path), pragmas=list(pragmas.items()), timeout=30)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock_files: tuple[int, int] | None = None
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._here = _Here()
        self._raised = False
        self._logged: list[Note] | None = None
        self.commits = Commits()
        self._index: WalIndex | None = None
        self._generation = b"", ""
        self.content = generation.Content()

    @property
    def in_transaction(self) -> bool:
        return self._here.writing

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        begun = perf_counter_ns()
        try:
            rows: list[Row] = self.database.connection().execute(sql, parameters).fetchall()
        except (peewee.DatabaseError, apsw.Error) as error:
            raise _translate(error) from error
        self.counts.query(sql, begun)
        return rows

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        connection = self.database.connection()
        with translated():
            connection.execute("BEGIN")
        try:
            yield
        finally:
            if not connection.getautocommit():  # SQLite ends it by itself where the disk fails
                connection.execute("ROLLBACK")

    def without_asking(self) -> AbstractContextManager[None]:
        return nullcontext()

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        begun = perf_counter_ns()
        connection = self.database.connection()
        try:
            connection.execute(sql, parameters)
            changed = int(connection.changes())
            if changed and self.content.is_left_by(sql):
                self.raise_generation()
        except (peewee.DatabaseError, apsw.Error) as error:
            raise _translate(error) from error
        self.counts.query(sql, begun)
        return changed

    def state(self) -> bytes:
        if self._index is None:
            with self._starting:
                self._index = self._index or WalIndex(self.path)
        return self._index.head()

    def generation(self) -> str:
        state = self.state()
        known, found = self._generation
        if not state or known != state or self.in_transaction:
            if self.in_transaction or not found or self.commits.quietly(known, state) is None:
                row = self.row(generation.READ)
                found = str(row[0]) if row else ""
            if not self.in_transaction:
                self._generation = state, found
        return found

    def raise_generation(self) -> None:
        if self.in_transaction:
            self._raised = True  # once for all jobs of a group
        else:
            self.database.connection().execute(generation.RAISE)

    def note_change(self, clock: int, resource: Resource, counter: int, row: Row | None) -> None:
        if self.in_transaction and self._logged is not None:
            position = self.database.connection().last_insert_rowid()
            place = resource.id, resource.parent_id, resource.home_id, resource.name
            self._logged.append(Note(position, clock, *place, counter, row))

    def lose_notes(self) -> None:
        if self.in_transaction:
            self._logged = None

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
            group = [job for job in group if job[1].set_running_or_notify_cancel()]
            self._writing = len(group)
            self._commit_group(group)
            self._writing = 0
        self.database.close()

    def _commit_group(self, group: list[Job]) -> None:
        for future, result, failure in self._outcomes(group):
            self.counts.outcome(failure)
            if failure is None:
                future.set_result(result)
            else:
                future.set_exception(failure)

    def _outcomes(self, group: list[Job]) -> list[Outcome]:
        try:
            with translated(), self._write_lock():
                try:
                    return self._in_one_transaction(group)
                except (peewee.OperationalError, apsw.Error, DiskFull) as error:
                    if not _is_full(error) or not self._emptied_log():
                        raise
                    return self._in_one_transaction(group)
        except DiskFull as error:
            if len(group) > 1:  # one that needs little room must not fail for its neighbours
                return [outcome for job in group for outcome in self._outcomes([job])]
            return [(group[0][1], None, error)]
        except BaseException as error:
            return [(future, None, error) for _, future in group]

    def _emptied_log(self) -> bool:
        """Carries the log over into the database, so that the next transaction takes its place and no new one."""
        with suppress(peewee.DatabaseError, apsw.Error):
            _, pages, carried = self.database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            return bool(0 < pages == carried)
        return False

    def _in_one_transaction(self, group: list[Job]) -> list[Outcome]:
        connection = self.database.connection()
        connection.execute("BEGIN IMMEDIATE")
        self._here.writing, self._raised, self._logged = True, False, []
        before = self.state()  # which nobody else changes while the lock is held
        try:
            if len(group) == 1:
                outcomes = [self._by_itself(connection, *group[0])]
                if outcomes[0][2] is not None:
                    self._roll_back()
                    return outcomes
            else:
                outcomes = [self._behind_savepoint(connection, work, future) for work, future in group]
            if self._raised:
                connection.execute(generation.RAISE)
            begun = perf_counter_ns()
            connection.execute("COMMIT")
            self.counts.commits.add(perf_counter_ns() - begun)
            if self._logged is not None:
                self.commits.note(before, self.state(), self._logged, quiet=not self._raised)
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._here.writing = False
        return outcomes

    def _behind_savepoint(self, connection: Any, work: Callable[[], Any], future: Future[Any]) -> Outcome:
        connection.execute("SAVEPOINT job")
        outcome = self._by_itself(connection, work, future)
        if outcome[2] is not None:
            connection.execute("ROLLBACK TO job")
            self.lose_notes()
        connection.execute("RELEASE job")
        return outcome

    def _by_itself(self, connection: Any, work: Callable[[], Any], future: Future[Any]) -> Outcome:
        try:
            with translated():
                return future, work(), None
        except Exception as error:
            if connection.getautocommit():
                raise  # SQLite ended the whole transaction, on a full disk for one
            return future, None, error

    def _roll_back(self) -> None:
        if not self.database.connection().getautocommit():
            self.database.execute_sql("ROLLBACK")

    def unusable(self, error: Exception) -> A3davError:
        with suppress(Exception):
            fault = _translate(error)
            if not isinstance(fault, StoreDamaged):
                return fault
        return StoreError(f"the database {self.path} cannot be read: {error}; restore it from a backup")

    @contextmanager
    def _write_lock(self) -> Iterator[None]:
        if self._lock_files is None:
            self._lock_files = self._lock_file(".turn"), self._lock_file(".lock")
        turn, lock = self._lock_files
        fcntl.flock(turn, fcntl.LOCK_EX)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
        finally:
            fcntl.flock(turn, fcntl.LOCK_UN)
        try:
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)

    def _lock_file(self, suffix: str) -> int:
        return os.open(self.path.with_suffix(suffix), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    @contextmanager
    def migrating(self) -> Iterator[None]:
        with translated(), self._write_lock():
            yield

    def spare_and_owed_bytes(self) -> tuple[int, int]:
        """Pages that are free inside the file, and pages that stand in the log alone."""
        free, pages, size = (self._number(f"PRAGMA {name}") for name in ("freelist_count", "page_count", "page_size"))
        return free * size, max(0, pages * size - self.path.stat().st_size)

    def pool_state(self) -> dict[str, int]:
        return {"size": 1, "open": int(self._thread is not None), "busy": self._writing, "waiting": self._jobs.qsize()}

    def _number(self, sql: str) -> int:
        row = self.row(sql)
        return int(row[0]) if row else 0

    def close(self) -> None:
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
        if not self.database.is_closed():
            self.database.close()
        if self._index is not None:
            self._index.close()
            self._index = None
        if self._lock_files is not None:
            for file in self._lock_files:
                os.close(file)
            self._lock_files = None


@contextmanager
def translated() -> Iterator[None]:
    """Errors of SQLite and of its disk that a client or an administrator can act on, as ours."""
    try:
        yield
    except (peewee.DatabaseError, apsw.Error) as error:
        raise _translate(error) from error
    except OSError as error:
        raise disk_fault(error) or error from error


def _translate(error: Exception) -> A3davError:
    # A statement fails in peewee when it begins, and in apsw alone when a later row does.
    cause = error if isinstance(error, apsw.Error) else error.__cause__ or error.__context__
    text = str(error)
    if isinstance(cause, apsw.FullError) or "disk is full" in text or _extended(cause) == apsw.SQLITE_IOERR_SHMSIZE:
        return DiskFull()
    if isinstance(cause, apsw.ReadOnlyError) or "readonly" in text:
        return StoreReadOnly()
    if isinstance(cause, apsw.BusyError | apsw.LockedError) or "locked" in text:
        return ServiceUnavailable("the store is busy", headers=(("Retry-After", "1"),))
    if isinstance(cause, apsw.CorruptError | apsw.NotADBError) or "malformed" in text:
        return StoreDamaged("the database is damaged; stop the server and restore a backup")
    if isinstance(cause, apsw.IOError | apsw.CantOpenError):
        return StoreAway(f"the disk of the database fails: {cause}")
    raise error


def _is_full(error: Exception) -> bool:
    cause = error.__cause__ or error.__context__
    return isinstance(error, DiskFull | apsw.FullError) or isinstance(cause, apsw.FullError)


def _extended(cause: BaseException | None) -> int:
    return int(getattr(cause, "extendedresult", 0))
