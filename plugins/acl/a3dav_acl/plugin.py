"""Plugin `acl`: privileges, their properties, and the policy that gives owners alone what is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav import hookimpl
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.registries import PrivilegeRegistry, PropertyRegistry
from a3dav.resources import Resource
from a3dav_acl import policy
from a3dav_acl.privileges import PRIVILEGES
from a3dav_acl.properties import PROPERTIES


@hookimpl
def a3dav_register_privileges(registry: PrivilegeRegistry) -> None:
    registry.add(*PRIVILEGES)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_privileges(house: House, identity: Identity, resources: Sequence[Resource]) -> Sequence[frozenset[str]]:
    return policy.privileges(house, identity, resources)
