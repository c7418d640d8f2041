"""What sharees may do, beside what access control lists say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.principals import Identity
from a3dav.registries import Adjustment
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav_sharing.shares import ACCESSES, READ_WRITE, access_of

if TYPE_CHECKING:
    from a3dav.house import House

NOTHING = Adjustment()
_SERVICE = "sharing.adjustments"
_READING = (dav("read"), dav("read-current-user-privilege-set"))
_OWN_PROPERTIES = dav("write-properties")
Table = dict[tuple[str, bool], Adjustment]


def adjustments(house: House, identity: Identity, resources: Sequence[Resource]) -> list[Adjustment] | None:
    """Whoever accepted a share has it on the collection and all members, by whatever path they come.

    Properties of the collection can be set where it is mounted, and are those of the sharee alone there.
    """
    places = [_place(identity, resource) for resource in resources]
    asked = {place.id: place for place in places if place is not None}
    if not asked:
        return None
    found = dict(zip(asked, access_of(house, identity, list(asked.values())), strict=True))
    if not any(found.values()):
        return None
    table = _table(house)
    return [
        table[found[place.id], _holds_own_properties(identity, resource)] if place is not None else NOTHING
        for resource, place in zip(resources, places, strict=True)
    ]


def _place(identity: Identity, resource: Resource) -> Resource | None:
    """The collection whose shares decide about a resource of somebody else."""
    if not resource.stored or resource.account_id == identity.account.id or identity.anonymous:
        return None
    if resource.collection:
        return resource if resource.id != resource.home_id else None
    return Resource("", (), True, resource.parent_id, resource.account_id, resource.home_id)


def _holds_own_properties(identity: Identity, resource: Resource) -> bool:
    return resource.mounted is not None and resource.mounted.account_id == identity.account.id


def _table(house: House) -> Table:
    table: Table | None = house.services.get(_SERVICE)
    if table is None:
        table = house.services[_SERVICE] = {
            (access, own): Adjustment(_granted(house, access, own))
            for access in ("", *ACCESSES)
            for own in (False, True)
        }
    return table


def _granted(house: House, access: str, own: bool) -> frozenset[str]:
    if not access:
        return frozenset()
    names = [*_READING]
    if access == READ_WRITE:
        names += [dav("write-content"), dav("bind"), dav("unbind")]
    if own:
        names.append(_OWN_PROPERTIES)
    if own and access == READ_WRITE:
        names.append(dav("write"))
    contained = house.privilege_table.contained_in
    return frozenset().union(*(contained(name) for name in names))


def views(house: House, identity: Identity, collections: Sequence[Resource]) -> list[str]:
    """A share that is changed ends the tokens of who has it, also where privileges stay the same."""
    return access_of(house, identity, collections)
