"""Who may do what: owners everything on what is theirs, others what access control lists grant them there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from a3dav.house import House
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.visibility import Sight, sights
from a3dav_acl.entries import Ace, Place, places_of
from a3dav_acl.evaluation import Privileges, Rule
from a3dav_acl.privileges import NOTHING, Grants
from a3dav_acl.readers import Reader

_SERVICE = "acl.grants"
_TREE = "acl.privileges"


def privileges(house: House, identity: Identity, resources: Sequence[Resource]) -> list[frozenset[str]]:
    grants = _grants(house)
    at_sight = {Sight.HIDDEN: NOTHING, Sight.SEEN: grants.view, Sight.OWN: grants.oneself}
    found = [
        at_sight[sight] if sight is not None else _on(resource, identity, grants)
        for resource, sight in zip(resources, sights(house, identity, resources), strict=True)
    ]
    shared = [resource for resource, granted in zip(resources, found, strict=True) if granted is None]
    listed = iter(by_lists(house, identity, shared) if shared else ())
    return [next(listed) if granted is None else granted for granted in found]


def _grants(house: House) -> Grants:
    grants: Grants | None = house.services.get(_SERVICE)
    if grants is None:
        grants = house.services[_SERVICE] = Grants.of(house.privilege_table)
    return grants


def tree_of(house: House) -> Privileges:
    tree: Privileges | None = house.services.get(_TREE)
    if tree is None:
        tree = house.services[_TREE] = Privileges(house.privilege_table)
    return tree


def _on(resource: Resource, identity: Identity, grants: Grants) -> frozenset[str] | None:
    """None where lists decide: on what is stored and belongs to somebody else."""
    if resource.account_id and resource.account_id == identity.account.id:
        return grants.everything
    return None if resource.stored else NOTHING


def by_lists(house: House, identity: Identity, resources: Sequence[Resource]) -> list[frozenset[str]]:
    """What the lists of resources, and of the collections above them, grant to one who does not own them."""
    places = places_of(house.store.engine, resources)
    if not any(place.entries for place in places.values()):
        return [NOTHING] * len(resources)
    reader, tree = Reader(house, identity, resources), tree_of(house)
    return [tree.outcome(rules_of(reader, resource, places)) for resource in resources]


def rules_of(reader: Reader, resource: Resource, places: Mapping[bytes, Place]) -> tuple[Rule, ...]:
    return tuple(
        (ace.grants, ace.privileges)
        for _, entries in effective(resource, places)
        for ace in entries
        if reader.is_meant(ace, resource)
    )


def effective(resource: Resource, places: Mapping[bytes, Place]) -> Iterator[tuple[bytes, tuple[Ace, ...]]]:
    """The lists that speak of a resource and where they stand: its own first, then upwards to the home."""
    if resource.id in places:
        yield resource.id, places[resource.id].entries
    above = resource.parent_id
    while above in places:
        yield above, places[above].entries
        above = places[above].parent_id
