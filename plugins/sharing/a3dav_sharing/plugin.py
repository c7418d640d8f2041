"""Plugin `sharing`: calendars and address books shared with others, by invitation or by link."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.registries import (
    Adjustment,
    ApiRegistry,
    CommandRegistry,
    GraphRegistry,
    Lens,
    MigrationRegistry,
    PostRegistry,
    PropertyRegistry,
    ResourceTypeRegistry,
    RouteRegistry,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav_sharing import graph, interface, keeping, masks, notifications, personal, properties, rights
from a3dav_sharing.documents import POSTS
from a3dav_sharing.links import api, kept, publishing, serving
from a3dav_sharing.names import SHAREABLE, cs
from a3dav_sharing.rest import part
from a3dav_sharing.settings import SharingSettings
from a3dav_sharing.shares import MIGRATIONS


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("sharing", SharingSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)
    registry.add(personal.MIGRATIONS)
    registry.add(kept.MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(*notifications.TYPES)
    registry.add_root(notifications.ROOT)
    registry.add_features("calendarserver-sharing", "resource-sharing")
    for kind in sorted(SHAREABLE):
        registry.add_mark(kind, properties.mark, cs("shared-owner"))


@hookimpl
def a3dav_register_posts(registry: PostRegistry) -> None:
    registry.add(*POSTS, *publishing.POSTS)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*properties.PROPERTIES, *notifications.PROPERTIES, *publishing.PROPERTIES)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(interface.ROUTE, serving.ROUTE, api.ROUTE)


@hookimpl
def a3dav_register_api(registry: ApiRegistry) -> None:
    registry.add(part.PART)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(keeping.TASK)


@hookimpl
def a3dav_register_graphql(registry: GraphRegistry) -> None:
    registry.add_fields(*graph.FIELDS)
    registry.add_mutations(*graph.MUTATIONS)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    # The command line is there when this is called, and nowhere else.
    from a3dav_sharing.command import share
    from a3dav_sharing.links.command import link

    registry.add(share, link)


@hookimpl
def a3dav_adjust_privileges(
    house: House, identity: Identity, resources: Sequence[Resource]
) -> Sequence[Adjustment] | None:
    return rights.adjustments(house, identity, resources)


@hookimpl
def a3dav_views(house: House, identity: Identity, collections: Sequence[Resource]) -> Sequence[str]:
    return rights.views(house, identity, collections)


@hookimpl
def a3dav_lenses(house: House, identity: Identity, collections: Sequence[Resource]) -> Sequence[Sequence[Lens]]:
    return masks.lenses(house, identity, collections)


@hookimpl(tryfirst=True)
def a3dav_validate_write(write: WriteContext) -> None:
    personal.take_apart(write)  # before others judge what will be stored


@hookimpl
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    keeping.in_transaction(write, tx)


@hookimpl
def a3dav_changed(tx: Transaction) -> None:
    keeping.given_away(tx)
