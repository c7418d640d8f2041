"""Plugin `scheduling`: people invite one another (RFC 6638, RFC 5546, RFC 6047)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a3dav import hookimpl
from a3dav.house import House
from a3dav.principals import Identity
from a3dav.registries import (
    Adjustment,
    CommandRegistry,
    Delivery,
    DeliveryRegistry,
    IndexRegistry,
    MethodRegistry,
    MigrationRegistry,
    PrivilegeRegistry,
    PropertyRegistry,
    ResourceTypeRegistry,
    RouteRegistry,
    SettingsRegistry,
    TaskRegistry,
    ValidatorRegistry,
)
from a3dav.resources import Path, Resource
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav_scheduling import (
    collections,
    defaults,
    implicit,
    objects,
    old_messages,
    outbox_post,
    pasts,
    privileges,
    properties,
    received,
    refreshing,
)
from a3dav_scheduling.adjusting import both
from a3dav_scheduling.delivery import deliver, refresh
from a3dav_scheduling.features import AUTO_SCHEDULE, is_scheduled
from a3dav_scheduling.mail import wiring as mail
from a3dav_scheduling.posting import INSIDE
from a3dav_scheduling.proxies import principals, rights
from a3dav_scheduling.proxies import records as proxy_records
from a3dav_scheduling.rooms import approvers
from a3dav_scheduling.settings import SchedulingSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("scheduling", SchedulingSettings)
    registry.add(mail.SECTION, mail.MailSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(objects.MIGRATIONS, mail.MIGRATIONS, proxy_records.MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add(*collections.TYPES, *principals.TYPES)
    registry.add_features("calendar-proxy")
    registry.add_root(collections.ROOT)
    registry.add_features(AUTO_SCHEDULE, where=is_scheduled)


@hookimpl
def a3dav_register_privileges(registry: PrivilegeRegistry) -> None:
    privileges.register(registry)


@hookimpl
def a3dav_register_methods(registry: MethodRegistry) -> None:
    registry.add(*collections.METHODS, *outbox_post.METHODS)


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.add(*properties.PROPERTIES, *principals.PROPERTIES)
    registry.extend(principals.MEMBERSHIP, principals.PRINCIPALS, principals.memberships)


@hookimpl
def a3dav_resolve_path(house: House, path: Path) -> Resource | None:
    return principals.resolved(house, path)


@hookimpl(tryfirst=True)
def a3dav_members(collection: Resource) -> Iterable[Resource] | None:
    return principals.members(collection)


@hookimpl
def a3dav_adjust_privileges(
    house: House, identity: Identity, resources: Sequence[Resource]
) -> Sequence[Adjustment] | None:
    return both(rights.adjustments(house, identity, resources), approvers.adjustments(house, identity, resources))


@hookimpl
def a3dav_register_validators(registry: ValidatorRegistry) -> None:
    registry.add(objects.VALIDATOR)


@hookimpl
def a3dav_register_indexes(registry: IndexRegistry) -> None:
    registry.add(objects.INDEX)


@hookimpl
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    registry.add(Delivery(INSIDE, deliver, prompt=True), Delivery(refreshing.KIND, refresh, prompt=True), mail.DELIVERY)


@hookimpl
def a3dav_register_services(house: House) -> None:
    mail.offer_service(house)


@hookimpl
def a3dav_register_commands(registry: CommandRegistry) -> None:
    # The command line is there when this is called, and nowhere else.
    from a3dav_scheduling.command import scheduling
    from a3dav_scheduling.proxies.command import delegate

    registry.add(scheduling, delegate)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(*mail.ROUTES)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(received.TASK, pasts.TASK, old_messages.TASK, *mail.TASKS)


@hookimpl
def a3dav_is_dear(write: WriteContext) -> bool | None:
    return implicit.is_dear(write)


@hookimpl(trylast=True)
def a3dav_validate_write(write: WriteContext) -> None:
    """Behind plugin caldav, so that what is weighed is a calendar object."""
    principals.refuse_other_properties(write)
    implicit.validate(write)


@hookimpl(trylast=True)
def a3dav_in_transaction(write: WriteContext, tx: Transaction) -> None:
    rights.note_for_whom(write, tx)
    defaults.refuse_removal(write, tx)
    implicit.decide(write, tx)


@hookimpl
def a3dav_changed(house: House, tx: Transaction) -> None:
    objects.note_without_tags(house, tx)
