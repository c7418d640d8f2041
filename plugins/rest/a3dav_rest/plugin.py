"""Plugin `rest`: what other plugins bring to the REST API, served at /api/v1."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.house import House
from a3dav.registries import ApiRegistry, CommandRegistry, MigrationRegistry, RouteRegistry, TaskRegistry
from a3dav_rest import keys, serving, session
from a3dav_rest.accounts import operations as accounts
from a3dav_rest.compiling import compiled
from a3dav_rest.files import operations as files
from a3dav_rest.service import NAME, Service


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(keys.MIGRATIONS)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(keys.TASK)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(serving.ROUTE)


@hookimpl
def a3dav_register_api(registry: ApiRegistry) -> None:
    registry.add(session.PART, files.PART, accounts.PART)


@hookimpl
def a3dav_register_services(house: House) -> None:
    house.services[NAME] = Service(compiled(house.api_table))


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_rest.command import api  # the command line is there when this is called, and nowhere else

    registry.add(api)
