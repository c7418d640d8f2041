"""Plugin `attachments`: managed attachments of calendar objects (RFC 8607)."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from a3dav import hookimpl
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.registries import (
    Adjustment,
    IndexRegistry,
    MethodRegistry,
    MigrationRegistry,
    PropertyRegistry,
    ResourceType,
    ResourceTypeRegistry,
    Root,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav.xml.names import dav
from a3dav_attachments import access, editing, judging, orphans, posting, uses
from a3dav_attachments.names import ATTACHMENT, ATTACHMENTS, HOME
from a3dav_attachments.properties import PROPERTIES
from a3dav_attachments.settings import AttachmentsSettings

JSON = "application/calendar+json"


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("attachments", AttachmentsSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(uses.MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(
        ResourceType(
            HOME, (dav("collection"),), collection=True, member=ATTACHMENT, features=("calendar-managed-attachments",)
        ),
        ResourceType(ATTACHMENT, judged_by_content=True),
    )
    registry.add_root(Root(ATTACHMENTS, HOME))


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(*posting.METHODS)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_indexes(registry: IndexRegistry) -> None:
    registry.add(uses.INDEX)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(orphans.TASK)


@hookimpl
def a3dav_adjust_privileges(
    house: House, identity: Identity, resources: Sequence[Resource]
) -> Sequence[Adjustment] | None:
    return access.adjustments(house, identity, resources)


@hookimpl
def a3dav_is_dear(write: WriteContext) -> bool | None:
    return True if editing.edit_of(write) is not None else None


@hookimpl(wrapper=True)
def a3dav_validate_write(write: WriteContext) -> Generator[None, None, None]:
    """Before everybody, so that all judge what an edit makes; jCal can be read when others have made text of it."""
    editing.apply(write)
    late = write.content_type.partition(";")[0].strip().lower() == JSON
    if not late:
        judging.judge(write)
    judged = write.body
    yield
    if write.body is not judged:
        uses.forget_named(write)
    if late:
        judging.judge(write)


@hookimpl
def a3dav_in_transaction(write: WriteContext) -> None:
    editing.decide(write)


@hookimpl
def a3dav_changed(tx: Transaction) -> None:
    orphans.forget_gone(tx, tx.changes)
