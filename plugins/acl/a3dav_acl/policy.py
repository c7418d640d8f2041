"""Who may do what: owners everything on what is theirs, and nobody else anything on it."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav.house import House
from a3dav.principals import PRINCIPAL_KINDS, Identity, Role
from a3dav.resources import Resource
from a3dav_acl.privileges import NOTHING, Grants

PRINCIPALS = frozenset(PRINCIPAL_KINDS)
FOLDERS = frozenset({"root", "root-folder", "principals", "principal-folder"})
"""What exists by configuration and leads everybody to what is theirs."""

_SERVICE = "acl.grants"


def privileges(house: House, identity: Identity, resources: Sequence[Resource]) -> list[frozenset[str]]:
    grants = _grants(house)
    return [_on(resource, identity, grants) for resource in resources]


def _grants(house: House) -> Grants:
    grants: Grants | None = house.services.get(_SERVICE)
    if grants is None:
        grants = house.services[_SERVICE] = Grants.of(house.privilege_table)
    return grants


def _on(resource: Resource, identity: Identity, grants: Grants) -> frozenset[str]:
    if resource.kind in PRINCIPALS:
        return _on_principal(resource, identity, grants)
    if resource.account_id:
        return grants.everything if resource.account_id == identity.account.id else NOTHING
    return grants.view if resource.kind in FOLDERS else NOTHING


def _on_principal(principal: Resource, identity: Identity, grants: Grants) -> frozenset[str]:
    if principal.id == identity.account.id:
        return grants.oneself
    # An administrator sees who there is; that opens nobody's calendars, address books or files.
    if principal.id in identity.groups or identity.account.role is Role.ADMIN:
        return grants.view
    return NOTHING
