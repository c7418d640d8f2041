"""Plugin `acl`: privileges, their properties, lists that grant and deny them, and the policy that gives owners all."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.house import House
from a3dav.principals import ANONYMOUS, Identity
from a3dav.registries import (
    CommandRegistry,
    GraphRegistry,
    Method,
    MethodRegistry,
    MigrationRegistry,
    PrivilegeRegistry,
    PropertyRegistry,
    Report,
    ReportRegistry,
    ResourceTypeRegistry,
    SettingsRegistry,
)
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav_acl import graph, policy, views
from a3dav_acl.entries import MIGRATIONS
from a3dav_acl.method import set_acl
from a3dav_acl.privileges import PRIVILEGES, READ_ACL
from a3dav_acl.properties import PROPERTIES
from a3dav_acl.report import acl_principal_prop_set
from a3dav_acl.settings import AclSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("acl", AclSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add_features("access-control")


@hookimpl
def a3dav_register_privileges(registry: PrivilegeRegistry) -> None:
    registry.add(*PRIVILEGES)


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(Method("ACL", set_acl, privilege="write-acl"))


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_reports(registry: ReportRegistry) -> None:
    registry.add(Report(dav("acl-principal-prop-set"), acl_principal_prop_set, privilege=READ_ACL))


@hookimpl
def a3dav_register_graphql(registry: GraphRegistry) -> None:
    registry.add_fields(*graph.FIELDS)
    registry.add_mutations(*graph.MUTATIONS)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    from a3dav_acl.command import acl  # the command line is there when this is called, and nowhere else

    registry.add(acl)


@hookimpl
def a3dav_anonymous(house: House) -> Identity | None:
    return ANONYMOUS if house.section("acl").anonymous else None


@hookimpl
def a3dav_privileges(house: House, identity: Identity, resources: Sequence[Resource]) -> Sequence[frozenset[str]]:
    return policy.privileges(house, identity, resources)


@hookimpl
def a3dav_views(house: House, identity: Identity, collections: Sequence[Resource]) -> Sequence[str]:
    return views.views(house, identity, collections)
