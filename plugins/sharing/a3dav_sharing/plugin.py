"""Plugin `sharing`: calendars and address books shared with others, by invitation or by link."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.registries import (
    Adjustment,
    CommandRegistry,
    Lens,
    MigrationRegistry,
    PostRegistry,
    PropertyRegistry,
    RouteRegistry,
    SettingsRegistry,
)
from a3dav.resources import Resource
from a3dav.writing import WriteContext
from a3dav_sharing import masks, personal, rights
from a3dav_sharing.links import api, kept, publishing, serving
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
def a3dav_register_posts(registry: PostRegistry) -> None:
    registry.add(*publishing.POSTS)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*publishing.PROPERTIES)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(serving.ROUTE, api.ROUTE)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_sharing.links.command import link  # the command line is there when this is called, and nowhere else

    registry.add(link)


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
