"""Plugin `admin`: accounts and everything that is theirs, read and changed over GraphQL."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.registries import CommandRegistry, GraphRegistry, RouteRegistry, SettingsRegistry
from a3dav_admin import mutations, route
from a3dav_admin.settings import AdminSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("admin", AdminSettings)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(route.ROUTE)


@hookimpl
def a3dav_register_graphql(registry: GraphRegistry) -> None:
    registry.add_mutations(*mutations.ALL)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_admin.command import graphql  # the command line is there when this is called, and nowhere else

    registry.add(graphql)
