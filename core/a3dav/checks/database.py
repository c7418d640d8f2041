"""The database itself: whether it answers, can be written, and agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.checks.findings import Finding
from a3dav.storage.sqlite import SqliteEngine

if TYPE_CHECKING:
    from a3dav.house import House

CURE = "stop the server and restore a backup"


def soundness(house: House) -> Iterator[Finding]:
    engine = house.store.engine
    if isinstance(engine, SqliteEngine):
        yield _checked(engine, "quick_check(10)", "the database is sound")
        return
    row = engine.row("SELECT version()")
    yield Finding(row is not None, f"the database answers: {row[0] if row else 'nothing'}")
    row = engine.row("SHOW transaction_read_only")
    if row is not None and row[0] == "on":
        yield Finding(False, "the database is read-only; name its primary in storage.url, or let it write")


def agreement(house: House) -> Iterator[Finding]:
    """Compares every index of SQLite with its table, which takes as long as reading the whole database."""
    engine = house.store.engine
    if isinstance(engine, SqliteEngine):
        yield _checked(engine, "integrity_check(10)", "tables and indexes of the database agree")


def _checked(engine: SqliteEngine, pragma: str, sound: str) -> Finding:
    row = engine.row(f"PRAGMA {pragma}")
    detail = " ".join(str(row[0]).split()) if row else "no answer"
    return Finding(detail == "ok", sound if detail == "ok" else f"the database is damaged: {detail}; {CURE}")
