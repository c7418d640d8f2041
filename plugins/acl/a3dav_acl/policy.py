"""Who may do what: owners everything on what is theirs, others what access control lists grant them there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from a3dav.house import House
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.visibility import Sight, sights
from a3dav_acl.entries import PROPERTY, Ace, Place, places_of
from a3dav_acl.evaluation import Privileges, Rule
from a3dav_acl.privileges import NOTHING, Grants
from a3dav_acl.readers import GROUP, OWNER, Reader

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
    places, tree = places_of(house.store.engine, resources), tree_of(house)
    given = [_given(house, identity, resource) for resource in resources]
    if not any(place.entries for place in places.values()):
        return [tree.outcome(rules) if rules else NOTHING for rules in given]
    lists = Lists(Reader(house, identity, resources), places)
    return [tree.outcome((*lists.rules(resource), *rules)) for resource, rules in zip(resources, given, strict=True)]


def _given(house: House, identity: Identity, resource: Resource) -> tuple[Rule, ...]:
    """What stands behind every list of a kind, so that each of them can deny it."""
    names = house.privilege_table.given(resource.kind)
    return ((True, tuple(sorted(names))),) if names and not identity.anonymous else ()


class Lists:
    """The rules of lists that mean a reader; those of a place are looked for once, however much stands below it."""

    def __init__(self, reader: Reader, places: Mapping[bytes, Place]) -> None:
        self._reader = reader
        self._places = places
        self._alike = not goes_by_properties(places)
        self._known: dict[bytes, tuple[Rule, ...]] = {}

    def rules(self, resource: Resource) -> tuple[Rule, ...]:
        return tuple(
            rule
            for place, entries in effective(resource, self._places)
            if entries
            for rule in self._of_place(place, entries, resource)
        )

    def _of_place(self, place: bytes, entries: Sequence[Ace], resource: Resource) -> tuple[Rule, ...]:
        found = self._known.get(place) if self._alike else None
        if found is None:
            meant = (ace for ace in entries if self._reader.is_meant(ace, resource))
            found = self._known[place] = tuple((ace.grants, ace.privileges) for ace in meant)
        return found


def goes_by_properties(places: Mapping[bytes, Place]) -> bool:
    """Whether stored properties, which each resource has its own of, decide about some of these."""
    return any(
        ace.principal.kind == PROPERTY and ace.principal.property not in {OWNER, GROUP}
        for place in places.values()
        for ace in place.entries
    )


def effective(resource: Resource, places: Mapping[bytes, Place]) -> Iterator[tuple[bytes, tuple[Ace, ...]]]:
    """The lists that speak of a resource and where they stand: its own first, then upwards to the home."""
    if resource.id in places:
        yield resource.id, places[resource.id].entries
    above = resource.parent_id
    while above in places:
        yield above, places[above].entries
        above = places[above].parent_id
