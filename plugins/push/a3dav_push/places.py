"""What devices can register for: collections of the store, and principals, whose properties alone change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.principals import PRINCIPAL_KINDS, Identity
from a3dav.resources import Resource
from a3dav.visibility import principal
from a3dav_push.names import Reach

if TYPE_CHECKING:
    from a3dav.house import House

PRINCIPALS = frozenset(PRINCIPAL_KINDS)


def is_principal(resource: Resource) -> bool:
    return resource.kind in PRINCIPALS and not resource.stored


def is_capable(resource: Resource) -> bool:
    return (resource.collection and resource.stored) or is_principal(resource)


def farthest(resource: Resource) -> tuple[Reach, Reach]:
    """How far triggers about content and about properties reach there at most."""
    return (Reach.NOTHING, Reach.ITSELF) if is_principal(resource) else (Reach.EVERYTHING, Reach.EVERYTHING)


def place_of(house: House, resource_id: bytes) -> Resource | None:
    """What stands behind the id of a registration, if it is still there; principals have that of their account."""
    found = house.store.resource(resource_id)
    if found is None and (account := house.store.accounts.by_id(resource_id)) is not None:
        return principal(account)
    return found


def as_synchronised(house: House, resource: Resource, reader: Identity) -> Resource:
    """A collection of somebody else's as it stands in the home of the reader, where it does."""
    store, me = house.store, reader.account
    if not resource.stored or resource.account_id == me.id:
        return resource
    home = store.home(resource.path[0], me.id, me.name)
    standing = store.mounts.at(home.id, resource.id) if home is not None else None
    mounted = store.at_mount(home, standing) if home is not None and standing is not None else None
    return mounted or resource
