"""Plugin `carddav`: address books and cards (RFC 6352)."""

from __future__ import annotations

from collections.abc import Iterable

from a3dav import hookimpl
from a3dav.house import House
from a3dav.importing import import_method
from a3dav.principals import Identity
from a3dav.registries import (
    ApiRegistry,
    ContentTypeRegistry,
    IndexRegistry,
    MethodRegistry,
    MigrationRegistry,
    PropertyRegistry,
    Report,
    ReportRegistry,
    ResourceTypeRegistry,
    RouteRegistry,
    SettingsRegistry,
)
from a3dav.resources import Path, Resource
from a3dav.storage.transaction import Transaction
from a3dav.well_known import well_known
from a3dav.writing import WriteContext
from a3dav_carddav import directory
from a3dav_carddav.address_books import ROOT, TYPES
from a3dav_carddav.cards import refuse_known_uid, validate
from a3dav_carddav.directory import DIRECTORY_TYPES
from a3dav_carddav.downloads import METHODS
from a3dav_carddav.files import CONTACT_FILES
from a3dav_carddav.group_categories import keep_in_step
from a3dav_carddav.groups import INDEX, MIGRATIONS
from a3dav_carddav.names import ADDRESS_BOOK, CARD, CARDDAV, DIRECTORY, DIRECTORY_CARD, HOME, carddav
from a3dav_carddav.properties import PROPERTIES
from a3dav_carddav.reports.addressbook_multiget import addressbook_multiget, multiget_cost
from a3dav_carddav.reports.addressbook_query import addressbook_query, query_cost
from a3dav_carddav.rest import address_books as books_api
from a3dav_carddav.rest import contacts as contacts_api
from a3dav_carddav.settings import CarddavSettings

REPORTED = frozenset({HOME, ADDRESS_BOOK, CARD, DIRECTORY, DIRECTORY_CARD})


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("carddav", CarddavSettings)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(*TYPES, *DIRECTORY_TYPES)
    registry.add_root(ROOT)
    registry.add_place(DIRECTORY, listed=False)  # clients take an address book in the root for the only one


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(*METHODS, import_method(ADDRESS_BOOK))


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.namespace("CR", CARDDAV)
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_reports(registry: ReportRegistry) -> None:
    registry.add(
        Report(carddav("addressbook-query"), addressbook_query, REPORTED, cost=query_cost, steady=True),
        Report(carddav("addressbook-multiget"), addressbook_multiget, REPORTED, cost=multiget_cost, steady=True),
    )


@hookimpl
def a3dav_register_api(registry: ApiRegistry) -> None:
    registry.add(books_api.PART, contacts_api.PART)


@hookimpl
def a3dav_register_content_types(registry: ContentTypeRegistry) -> None:
    registry.add(CONTACT_FILES)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_indexes(registry: IndexRegistry) -> None:
    registry.add(INDEX)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(well_known("carddav"))


@hookimpl
def a3dav_resolve_path(house: House, path: Path) -> Resource | None:
    return directory.resolve(house, path)


@hookimpl
def a3dav_members(house: House, identity: Identity, collection: Resource) -> Iterable[Resource] | None:
    return directory.members(house, identity) if collection.kind == DIRECTORY else None


@hookimpl
def a3dav_validate_write(write: WriteContext) -> None:
    if write.kind == CARD and write.body is not None:
        validate(write)


@hookimpl
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    if write.kind == CARD and write.body is not None:
        refuse_known_uid(write, tx)
    if write.house.section("carddav").group_categories:
        keep_in_step(write, tx)
