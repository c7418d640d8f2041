"""Plugin `history`: what was deleted or changed is kept for a while, told, and brought back."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.registries import (
    CommandRegistry,
    MigrationRegistry,
    RouteRegistry,
    Task,
    TaskRegistry,
)
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav_history.retention import remove_old_trash
from a3dav_history.routes import ROUTES
from a3dav_history.trash import MIGRATIONS, keep, keep_properties


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(*ROUTES)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(Task("old-trash", 3600, remove_old_trash))


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_history.command import history  # the command line is there when this is called, and nowhere else

    registry.add(history)


@hookimpl
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    if write.before is not None and (write.before.collection or write.operation == "delete"):
        below = tx.store.tree(write.before) if write.before.collection else ()
        keep_properties(tx, [write.before, *below])


@hookimpl
def a3dav_changed(tx: Transaction) -> None:
    keep(tx, tx.changes)
