"""What the store asks of a database, and how errors of drivers become errors of ours.

SQL is written with `?` and with the types BLOB, INTEGER and TEXT; an engine translates it once and
remembers the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from typing import Any, Protocol, TypeVar

import peewee

from a3dav.errors import A3davError, DavError
from a3dav.faults import Fault
from a3dav.resources import Resource
from a3dav.storage.commits import Commits
from a3dav.storage.counts import EngineCounts
from a3dav.storage.generation import Content

T = TypeVar("T")
Row = tuple[Any, ...]
Parameters = Sequence[Any]


class Engine(Protocol):
    """A database. Connections belong to threads; a read is one statement outside any transaction."""

    name: str
    database: peewee.Database
    counts: EngineCounts
    reads_wait: bool
    """True where a read waits for a network, so that it may not run on the event loop."""
    content: Content
    commits: Commits

    @property
    def in_transaction(self) -> bool:
        """Whether this thread runs submitted work."""
        ...

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]: ...

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None: ...

    def at_one_moment(self) -> AbstractContextManager[None]:
        """Reads inside of it see the store as it was at the first of them; nothing may be awaited meanwhile."""
        ...

    def without_asking(self) -> AbstractContextManager[None]:
        """Where questions take long: whatever would ask raises `Waits` inside of it."""
        ...

    def execute(self, sql: str, parameters: Parameters = ()) -> int:
        """Runs a statement that changes rows and returns how many."""
        ...

    def state(self) -> bytes:
        """Changes with every commit of any process; empty where nobody can tell without a query."""
        ...

    def generation(self) -> str:
        """Changes with everything that is not content."""
        ...

    def raise_generation(self) -> None:
        """Called for a change of content that others follow from, too; in a transaction it counts at its end."""
        ...

    def note_change(self, clock: int, resource: Resource, counter: int, row: Row | None) -> None:
        """Called behind every row of the log of changes, with the row that its resource has now, if that is known."""
        ...

    def lose_notes(self) -> None:
        """Called where rows were noted and are rolled back."""
        ...

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Runs `work` in one durable transaction; it may run again after a serialization failure."""
        ...

    def migrating(self) -> AbstractContextManager[None]:
        """A lock against every other process that would change the schema."""
        ...

    def ddl(self, statement: str) -> None: ...

    def unusable(self, error: Exception) -> A3davError:
        """What to tell a person when the database cannot even be asked for its schema."""
        ...

    def spare_and_owed_bytes(self) -> tuple[int, int]:
        """Room that new rows take before a file in the data directory grows, and what it will grow by anyway."""
        ...

    def pool_state(self) -> dict[str, int]:
        """Of connections or the writer: how many are `open` and `busy`, at most (`size`), and how much work waits."""
        ...

    def close(self) -> None: ...


@contextmanager
def savepoint(engine: Engine) -> Iterator[None]:
    """Inside of submitted work: what a refusal ends is undone alone; any other error undoes all of the work."""
    engine.database.execute_sql("SAVEPOINT member")
    try:
        yield
    except DavError as error:
        if not isinstance(error, Fault):
            engine.database.execute_sql("ROLLBACK TO SAVEPOINT member")
            engine.lose_notes()
            engine.database.execute_sql("RELEASE SAVEPOINT member")
        raise
    engine.database.execute_sql("RELEASE SAVEPOINT member")


@lru_cache(maxsize=2000)
def to_format_style(sql: str) -> str:
    """Question marks become the %s of PostgreSQL's driver; our statements hold none in literals."""
    return sql.replace("%", "%%").replace("?", "%s")
