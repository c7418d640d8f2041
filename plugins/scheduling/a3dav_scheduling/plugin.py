"""Plugin `scheduling`: people invite one another (RFC 6638, RFC 5546, RFC 6047)."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.registries import (
    DeliveryRegistry,
    MigrationRegistry,
    RouteRegistry,
    SettingsRegistry,
)
from a3dav_scheduling.mail import answer_page, outgoing, records
from a3dav_scheduling.mail.settings import MailSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("scheduling.mail", MailSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(records.MIGRATIONS)


@hookimpl
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    registry.add(outgoing.DELIVERY)


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(answer_page.ROUTE)
