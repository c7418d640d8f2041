"""Who may do what: owners everything on what is theirs, and nobody else anything on it."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav.house import House
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.visibility import Sight, sights
from a3dav_acl.privileges import NOTHING, Grants

_SERVICE = "acl.grants"


def privileges(house: House, identity: Identity, resources: Sequence[Resource]) -> list[frozenset[str]]:
    grants = _grants(house)
    at_sight = {Sight.HIDDEN: NOTHING, Sight.SEEN: grants.view, Sight.OWN: grants.oneself}
    return [
        at_sight[sight] if sight is not None else _on(resource, identity, grants)
        for resource, sight in zip(resources, sights(house, identity, resources), strict=True)
    ]


def _grants(house: House) -> Grants:
    grants: Grants | None = house.services.get(_SERVICE)
    if grants is None:
        grants = house.services[_SERVICE] = Grants.of(house.privilege_table)
    return grants


def _on(resource: Resource, identity: Identity, grants: Grants) -> frozenset[str]:
    return grants.everything if resource.account_id == identity.account.id else NOTHING
