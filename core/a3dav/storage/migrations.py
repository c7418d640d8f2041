"""Schema versions: a line for the core and one for each plugin, applied by the supervisor alone."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext

import peewee

from a3dav.errors import StoreError
from a3dav.identifiers import now_ms
from a3dav.processes import os_user
from a3dav.registries import Migrations
from a3dav.storage.audit import AuditRow, append
from a3dav.storage.engine import Engine

AUDITED = 3
"""The version of the core's schema from which on the table of the audit trail has all its columns."""


def applied(engine: Engine) -> dict[str, int]:
    """The version of each line; an empty store has none."""
    try:
        if not engine.database.table_exists("migrations"):
            return {}
        return dict(engine.rows("SELECT line, MAX(version) FROM migrations GROUP BY line"))
    except (peewee.DatabaseError, peewee.InterfaceError) as error:
        raise engine.unusable(error) from error


def pending(engine: Engine, lines: Sequence[Migrations]) -> list[tuple[str, int, tuple[str, ...]]]:
    """The steps not applied yet; raises StoreError for a store newer than this code."""
    versions = applied(engine)
    steps = []
    for line in sorted(lines, key=lambda line: line.line != "core"):  # tables of plugins refer to those of the core
        version = versions.get(line.line, 0)
        if version > len(line.steps):
            raise StoreError(
                f"the store is newer than this software: its schema {line.line!r} has version {version}, "
                f"this software knows {len(line.steps)}; install the newer release again"
            )
        steps += [(line.line, number, line.steps[number - 1]) for number in range(version + 1, len(line.steps) + 1)]
    return steps


def upgrade(engine: Engine, lines: Sequence[Migrations], before_change: Callable[[], None]) -> int:
    """Applies what is pending under a lock of all processes; `before_change` makes the backup."""
    if not pending(engine, lines):
        return 0
    grown = bool(applied(engine))
    if grown:
        before_change()
    with engine.migrating(), nullcontext() if grown else engine.database.atomic():  # a new store is there whole or not
        engine.ddl(
            "CREATE TABLE IF NOT EXISTS migrations (line TEXT NOT NULL, version INTEGER NOT NULL,"
            " applied INTEGER NOT NULL, PRIMARY KEY (line, version))"
        )
        steps = pending(engine, lines)
        for line, number, statements in steps:
            with engine.database.atomic():
                for statement in statements:
                    engine.ddl(statement)
                engine.execute(
                    "INSERT INTO migrations (line, version, applied) VALUES (?, ?, ?)", (line, number, now_ms())
                )
                if applied(engine).get("core", 0) >= AUDITED:
                    append(
                        engine,
                        AuditRow(now_ms(), f"schema-upgraded:{line}", method="command-line", os_user=os_user()),
                    )
    return len(steps)
