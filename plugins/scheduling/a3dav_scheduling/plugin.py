"""Plugin `scheduling`: people invite one another (RFC 6638, RFC 5546, RFC 6047)."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.registries import (
    DeliveryRegistry,
    MethodRegistry,
    MigrationRegistry,
    PrivilegeRegistry,
    PropertyRegistry,
    ResourceTypeRegistry,
    SettingsRegistry,
)
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav_scheduling import collections, defaults, outbox_post, privileges, properties
from a3dav_scheduling.features import AUTO_SCHEDULE, is_scheduled
from a3dav_scheduling.mail import outgoing, records
from a3dav_scheduling.mail.settings import MailSettings
from a3dav_scheduling.settings import SchedulingSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("scheduling", SchedulingSettings)
    registry.add("scheduling.mail", MailSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(records.MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(*collections.TYPES)
    registry.add_root(collections.ROOT)
    registry.add_features(AUTO_SCHEDULE, where=is_scheduled)


@hookimpl
def a3dav_register_privileges(registry: PrivilegeRegistry) -> None:
    privileges.register(registry)


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(*collections.METHODS, *outbox_post.METHODS)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*properties.PROPERTIES)


@hookimpl
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    registry.add(outgoing.DELIVERY)


@hookimpl
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    defaults.refuse_removal(write, tx)
