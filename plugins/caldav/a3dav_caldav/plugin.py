"""Plugin `caldav`: calendars and calendar objects (RFC 4791)."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.house import House
from a3dav.importing import import_method
from a3dav.registries import (
    ApiRegistry,
    ContentTypeRegistry,
    IndexRegistry,
    MethodRegistry,
    MigrationRegistry,
    Privilege,
    PrivilegeRegistry,
    PropertyRegistry,
    Report,
    ReportRegistry,
    ResourceTypeRegistry,
    RouteRegistry,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.storage.transaction import Transaction
from a3dav.uid_conflicts import refuse_uid_conflict
from a3dav.well_known import well_known
from a3dav.writing import WriteContext
from a3dav.xml.names import dav
from a3dav_caldav import calendars, downloads, make_calendar
from a3dav_caldav.busy_time import BusyTimes
from a3dav_caldav.files import CALENDAR_FILES
from a3dav_caldav.index import INDEX, MIGRATIONS, TASK
from a3dav_caldav.names import CALDAV, CALENDAR, HOME, OBJECT, caldav
from a3dav_caldav.objects import is_dear, validate
from a3dav_caldav.properties import PROPERTIES
from a3dav_caldav.reports.calendar_multiget import calendar_multiget, multiget_cost
from a3dav_caldav.reports.calendar_query import calendar_query, query_cost
from a3dav_caldav.reports.free_busy_query import READ_FREE_BUSY, free_busy_cost, free_busy_query
from a3dav_caldav.rest import calendars as calendars_api
from a3dav_caldav.rest import events as events_api
from a3dav_caldav.settings import CaldavSettings
from a3dav_caldav.tzdist.service import ROUTES
from a3dav_content.busy_service import SERVICE as BUSY_TIME

REPORTED = frozenset({HOME, CALENDAR, OBJECT})


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("caldav", CaldavSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(*calendars.TYPES)
    registry.add_root(calendars.ROOT)


@hookimpl
def a3dav_register_privileges(registry: PrivilegeRegistry) -> None:
    registry.add(Privilege(READ_FREE_BUSY, dav("read"), "Read when somebody is busy"))


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(*downloads.METHODS, *make_calendar.METHODS, import_method(CALENDAR))


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.namespace("C", CALDAV)
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_reports(registry: ReportRegistry) -> None:
    registry.add(
        Report(caldav("calendar-query"), calendar_query, REPORTED, cost=query_cost, steady=True),
        Report(caldav("calendar-multiget"), calendar_multiget, REPORTED, cost=multiget_cost, steady=True),
        Report(
            caldav("free-busy-query"),
            free_busy_query,
            frozenset({HOME, CALENDAR}),
            READ_FREE_BUSY,
            free_busy_cost,
            hidden=True,
        ),
    )


@hookimpl
def a3dav_register_content_types(registry: ContentTypeRegistry) -> None:
    registry.add(CALENDAR_FILES)


@hookimpl
def a3dav_register_indexes(registry: IndexRegistry) -> None:
    registry.add(INDEX)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(TASK)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(well_known("caldav"), *ROUTES)


@hookimpl
def a3dav_register_api(registry: ApiRegistry) -> None:
    registry.add(calendars_api.PART, events_api.PART)


@hookimpl
def a3dav_register_services(house: House) -> None:
    house.services[BUSY_TIME] = BusyTimes(house)


@hookimpl
def a3dav_is_dear(write: WriteContext) -> bool | None:
    return is_dear(write)


@hookimpl
def a3dav_validate_write(write: WriteContext) -> None:
    if write.kind == OBJECT and write.body is not None:
        validate(write)


@hookimpl
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    if write.kind == OBJECT and write.body is not None:
        refuse_uid_conflict(write, tx, caldav("no-uid-conflict"))
