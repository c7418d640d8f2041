"""Plugin `ldap`: a directory (RFC 4510) whose people sign in here, and whose groups and addresses are known here."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.exchange import Request
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.registries import (
    Adjustment,
    CommandRegistry,
    MetricRegistry,
    MigrationRegistry,
    PropertyRegistry,
    ResourceTypeRegistry,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.resources import Resource
from a3dav_ldap import rights
from a3dav_ldap.bindings import MIGRATIONS
from a3dav_ldap.metrics import METRICS
from a3dav_ldap.names import BOOK_TYPE, HOME_SET
from a3dav_ldap.settings import LdapSettings
from a3dav_ldap.upkeep import TASK


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("ldap", LdapSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(BOOK_TYPE)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.extend(HOME_SET, frozenset({"user"}), rights.further_home)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(TASK)


@hookimpl
def a3dav_register_metrics(registry: MetricRegistry) -> None:
    registry.add(*METRICS)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_ldap.command import ldap  # the command line is there when this is called, and nowhere else

    registry.add(ldap)


@hookimpl(trylast=True)
def a3dav_authenticate(house: House, request: Request) -> Identity | None:
    """Last of all: what this server knows by itself need not wait for a directory."""
    if not house.section("ldap").urls:
        return None
    from a3dav_ldap import signing_in  # the library takes room where there is a directory

    return signing_in.sign_in(house, request)


@hookimpl
def a3dav_adjust_privileges(
    house: House, identity: Identity, resources: Sequence[Resource]
) -> Sequence[Adjustment] | None:
    return rights.adjustments(house, identity, resources)
