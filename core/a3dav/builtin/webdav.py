"""Built-in plugin `webdav`: files, the methods, properties and reports of RFC 4918 and its extensions."""

from __future__ import annotations

from collections.abc import Iterable

from a3dav import hookimpl
from a3dav.house import House
from a3dav.live_properties import CALENDARSERVER, PROPERTIES
from a3dav.methods.copy_move import copy, move
from a3dav.methods.delete import delete
from a3dav.methods.get import get, get_collection
from a3dav.methods.mkcol import early_mkcol, mkcol
from a3dav.methods.options import options
from a3dav.methods.propfind import propfind
from a3dav.methods.proppatch import proppatch
from a3dav.methods.put import add_member, early_add_member, early_put, put
from a3dav.methods.report import report
from a3dav.principals import Identity
from a3dav.registries import (
    COLLECTIONS,
    OBJECTS,
    STORED_COLLECTIONS,
    UNMAPPED,
    Method,
    MethodRegistry,
    MigrationRegistry,
    PropertyRegistry,
    Report,
    ReportRegistry,
    ResourceType,
    ResourceTypeRegistry,
    Root,
)
from a3dav.reports.expand_property import expand_cost, expand_property
from a3dav.reports.sync_collection import sync_collection, sync_cost
from a3dav.resources import Path, Resource
from a3dav.storage.schema import CORE
from a3dav.sync_tokens import PREFIX, is_current
from a3dav.xml.names import dav

FOLDER = frozenset({dav("collection")})


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(CORE)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    folder = (dav("collection"),)
    holds = {"member": "file", "collections": {FOLDER: "folder"}, "empty_member": True}
    registry.add(
        ResourceType("root", folder, collection=True, stored=False),
        ResourceType("root-folder", folder, collection=True, stored=False),
        ResourceType("file-home", folder, collection=True, features=("extended-mkcol",), **holds),  # type: ignore[arg-type]
        ResourceType("folder", folder, collection=True, **holds),  # type: ignore[arg-type]
        ResourceType("file"),
    )
    registry.add_root(Root("files", "file-home"))


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(
        Method("OPTIONS", options, privilege="read"),
        Method("OPTIONS", options, UNMAPPED),
        Method("GET", get, OBJECTS, privilege="read"),
        Method("HEAD", get, OBJECTS, privilege="read"),
        Method("GET", get_collection, COLLECTIONS, privilege="read"),
        Method("HEAD", get_collection, COLLECTIONS, privilege="read"),
        Method("PUT", put, OBJECTS, privilege="write-content", body="content", early=early_put),
        Method("PUT", put, UNMAPPED, parent_privilege="bind", body="content", early=early_put),
        Method("POST", add_member, COLLECTIONS, privilege="bind", body="content", early=early_add_member),
        Method("DELETE", delete, parent_privilege="unbind"),
        Method("MKCOL", mkcol, UNMAPPED, parent_privilege="bind", early=early_mkcol),
        Method("COPY", copy, privilege="read"),
        Method("MOVE", move, parent_privilege="unbind"),
        Method("PROPFIND", propfind, privilege="read"),
        Method("PROPPATCH", proppatch, privilege="write-properties"),
        Method("REPORT", report, blind=True),
        Method("REPORT", report, UNMAPPED, blind=True),
    )


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.namespace("CS", CALENDARSERVER)
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_reports(registry: ReportRegistry) -> None:
    registry.add(
        Report(dav("sync-collection"), sync_collection, STORED_COLLECTIONS, cost=sync_cost, steady=True),
        Report(dav("expand-property"), expand_property, cost=expand_cost),
    )


@hookimpl
def a3dav_resolve_path(house: House, path: Path) -> Resource | None:
    """The root, the folders below it, and everything the store holds in homes."""
    if not path:
        return Resource("root", (), True)
    if path[0] not in house.types.all_roots():
        return None
    if len(path) == 1:
        return Resource("root-folder", path, True)
    account = house.store.accounts.by_name(path[1])
    found = house.store.home(path[0], account.id, account.name) if account else None
    for name in path[2:]:
        if found is None or not found.collection:
            return None
        found = house.store.member(found, name)
    return found if found is None or house.types.get(found.kind) else None


@hookimpl
def a3dav_members(house: House, identity: Identity, collection: Resource) -> Iterable[Resource] | None:
    """Below the root its folders; in a folder of homes, one's own."""
    if collection.kind == "root":
        folders = [Resource("root-folder", (name,), True) for name in house.types.all_roots()]
        places = [house.resolve((name,)) for name, listed in house.types.places.items() if listed]
        return [*folders, *(place for place in places if place is not None)]
    if collection.kind == "root-folder":
        home = house.store.home(collection.path[0], identity.account.id, identity.account.name)
        return [home] if home else []
    return None


@hookimpl
def a3dav_state_token(house: House, identity: Identity, path: Path, token: str) -> bool | None:
    """A sync token is a state token of its collection (RFC 6578 §5)."""
    return is_current(house, identity, house.resolve(path), token) if token.startswith(PREFIX) else None
