"""Plugin `carddav`: address books and cards (RFC 6352)."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.registries import (
    ContentTypeRegistry,
    MethodRegistry,
    PropertyRegistry,
    Report,
    ReportRegistry,
    ResourceTypeRegistry,
    RouteRegistry,
)
from a3dav.storage.transaction import Transaction
from a3dav.well_known import well_known
from a3dav.writing import WriteContext
from a3dav_carddav.address_books import METHODS, ROOT, TYPES
from a3dav_carddav.cards import refuse_known_uid, validate
from a3dav_carddav.files import CONTACT_FILES
from a3dav_carddav.names import ADDRESS_BOOK, CARD, CARDDAV, HOME, carddav
from a3dav_carddav.properties import PROPERTIES
from a3dav_carddav.reports.addressbook_multiget import addressbook_multiget, multiget_cost
from a3dav_carddav.reports.addressbook_query import addressbook_query, query_cost

REPORTED = frozenset({HOME, ADDRESS_BOOK, CARD})


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(*TYPES)
    registry.add_root(ROOT)


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(*METHODS)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.namespace("CR", CARDDAV)
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_reports(registry: ReportRegistry) -> None:
    registry.add(
        Report(carddav("addressbook-query"), addressbook_query, REPORTED, cost=query_cost),
        Report(carddav("addressbook-multiget"), addressbook_multiget, REPORTED, cost=multiget_cost),
    )


@hookimpl
def a3dav_register_content_types(registry: ContentTypeRegistry) -> None:
    registry.add(CONTACT_FILES)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(well_known("carddav"))


@hookimpl
def a3dav_validate_write(write: WriteContext) -> None:
    if write.kind == CARD and write.body is not None:
        validate(write)


@hookimpl
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    if write.kind == CARD and write.body is not None:
        refuse_known_uid(write, tx)
