"""Built-in plugin `principals`: accounts as principals (RFC 3744 §4 and §9.3 to §9.5, RFC 5397) below /principals/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a3dav import hookimpl
from a3dav.builtin.principals.matching import match_cost, principal_match
from a3dav.builtin.principals.properties import PROPERTIES
from a3dav.builtin.principals.searching import (
    TOKEN_SEARCH,
    principal_property_search,
    principal_search_property_set,
    search_cost,
    token_search,
)
from a3dav.house import House
from a3dav.principals import PRINCIPAL_KINDS, Identity
from a3dav.registries import (
    COLLECTIONS,
    PropertyRegistry,
    Report,
    ReportRegistry,
    ResourceType,
    ResourceTypeRegistry,
)
from a3dav.resources import Path, Resource
from a3dav.storage.conditions import all_of, one_of
from a3dav.visibility import principal, seen_by
from a3dav.xml.names import dav

ROOT = "principals"
KIND_OF_FOLDER = {folder: kind for kind, folder in PRINCIPAL_KINDS.items()}
PRINCIPALS = frozenset(PRINCIPAL_KINDS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add_place(ROOT)
    registry.add_features("calendarserver-principal-property-search", "calendarserver-principal-search")
    folder, both = (dav("collection"),), (dav("principal"), dav("collection"))
    registry.add(
        ResourceType("principals", folder, collection=True, stored=False),
        ResourceType("principal-folder", folder, collection=True, stored=False, discreet=True),
        *(
            ResourceType(kind, both, collection=True, stored=False, portrays=lambda resource: resource.id)
            for kind in PRINCIPAL_KINDS
        ),
    )


@hookimpl
def a3dav_resolve_path(house: House, path: Path) -> Resource | None:
    if not path or path[0] != ROOT or len(path) > 3:
        return None
    if len(path) == 1:
        return Resource("principals", path, True)
    kind = KIND_OF_FOLDER.get(path[1])
    if kind is None:
        return None
    if len(path) == 2:
        return Resource("principal-folder", path, True)
    account = house.store.accounts.by_name(path[2])
    return principal(account) if account and account.kind == kind else None


@hookimpl
def a3dav_members(house: House, identity: Identity, collection: Resource) -> Iterable[Resource] | None:
    """Folders of principals; in them, those who are seen, a page at a time."""
    if collection.kind == "principals":
        return [Resource("principal-folder", (ROOT, folder), True) for folder in KIND_OF_FOLDER]
    if collection.kind in PRINCIPALS:
        return []
    if collection.kind == "principal-folder":
        return _in_folder(house, identity, KIND_OF_FOLDER[collection.path[1]])
    return None


def _in_folder(house: House, identity: Identity, kind: str) -> Iterator[Resource]:
    condition = all_of((one_of("a.kind", [kind]), seen_by(house, identity)))
    for page in house.store.accounts.pages(condition):
        yield from map(principal, page)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_reports(registry: ReportRegistry) -> None:
    registry.add(
        Report(dav("principal-match"), principal_match, COLLECTIONS, cost=match_cost),
        Report(dav("principal-property-search"), principal_property_search, COLLECTIONS, cost=search_cost),
        Report(dav("principal-search-property-set"), principal_search_property_set, COLLECTIONS),
        Report(TOKEN_SEARCH, token_search, COLLECTIONS, cost=search_cost),
    )
