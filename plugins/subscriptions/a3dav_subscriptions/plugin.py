"""Plugin `subscriptions`: calendars that the server fills itself, from feeds elsewhere and from contacts."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.house import House
from a3dav.registries import (
    Adjustment,
    CommandRegistry,
    DeliveryRegistry,
    MigrationRegistry,
    PropertyRegistry,
    ResourceTypeRegistry,
    RouteRegistry,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.resources import Resource
from a3dav.storage.transaction import Operation, Transaction
from a3dav.writing import WriteContext
from a3dav_subscriptions import birthdays, feeds, fetching, making, properties, rights, routes
from a3dav_subscriptions.names import FEED, HOME
from a3dav_subscriptions.settings import SubscriptionsSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("subscriptions", SubscriptionsSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(feeds.MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(*properties.TYPES)
    registry.add_collections(HOME, properties.MADE)
    registry.add_features("calendarserver-subscribed")


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*properties.PROPERTIES)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(routes.ROUTE)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(fetching.TASK)


@hookimpl
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    registry.add(birthdays.DELIVERY)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_subscriptions.command import subscription  # the command line is there when this is called

    registry.add(subscription)


@hookimpl
def a3dav_adjust_privileges(house: House, resources: Sequence[Resource]) -> Sequence[Adjustment] | None:
    return rights.adjustments(house, resources)


@hookimpl
def a3dav_validate_write(write: WriteContext) -> None:
    properties.refuse_without_source(write)
    making.refuse_more(write)


@hookimpl
def a3dav_changed(house: House, tx: Transaction) -> None:
    for change in tx.changes:
        if change.operation is Operation.MKCOL and change.after is not None and change.after.kind == FEED:
            feeds.begin(tx, change.after)
    birthdays.note_changes(house, tx)
