"""Plugin `push`: WebDAV-Push: changes tell the devices that subscribed (draft-bitfire-webdav-push)."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.house import House
from a3dav.registries import (
    CommandRegistry,
    DeliveryRegistry,
    MigrationRegistry,
    Post,
    PostRegistry,
    PropertyRegistry,
    ResourceTypeRegistry,
    Route,
    RouteRegistry,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.storage.transaction import Change, Operation, Transaction
from a3dav.writing import WriteContext
from a3dav_push.delivery import DELIVERIES
from a3dav_push.names import FEATURE, PLACE, PUSH, push
from a3dav_push.notes import note_changes
from a3dav_push.places import is_capable, is_principal
from a3dav_push.properties import PROPERTIES
from a3dav_push.settings import PushSettings
from a3dav_push.subscribing import register, registration
from a3dav_push.subscriptions import MIGRATIONS
from a3dav_push.upkeep import TASK


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("push", PushSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add_features(FEATURE, where=lambda _, place: is_capable(place))


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.namespace("P", PUSH)
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_posts(registry: PostRegistry) -> None:
    registry.add(Post(push("push-register"), register, privilege=""))


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(Route(PLACE, registration, public=False, below=True))


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(TASK)


@hookimpl
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    registry.add(*DELIVERIES)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_push.command import push as command  # the command line is there when this is called, and nowhere else

    registry.add(command)


@hookimpl
def a3dav_in_transaction(write: WriteContext) -> None:
    if write.operation == "acl" or (write.operation == "proppatch" and write.before and is_principal(write.before)):
        write.also.append(_note_properties)


def _note_properties(tx: Transaction, write: WriteContext) -> None:
    """Neither who may do what (RFC 3744 §5.5) nor what is known of an account is among the changes of resources."""
    if write.before is not None:
        note_changes(write.house, tx, [Change(Operation.PROPPATCH, write.before, write.before)])


@hookimpl
def a3dav_changed(house: House, tx: Transaction) -> None:
    note_changes(house, tx)
