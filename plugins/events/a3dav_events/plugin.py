"""Plugin `events`: tokens, the change feed and webhooks of the REST API."""

from __future__ import annotations

from collections.abc import Iterator

from a3dav import hookimpl
from a3dav.house import House
from a3dav.metrics.metric import Asked
from a3dav.registries import (
    ApiRegistry,
    DeliveryRegistry,
    MetricRegistry,
    MigrationRegistry,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.storage.transaction import Transaction
from a3dav_events.operations import PART
from a3dav_events.settings import EventsSettings
from a3dav_events.webhooks import rows
from a3dav_events.webhooks.delivering import DELIVERIES, METRIC
from a3dav_events.webhooks.noting import note_changes
from a3dav_events.webhooks.upkeep import TASK


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("events", EventsSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(rows.MIGRATIONS)


@hookimpl
def a3dav_register_api(registry: ApiRegistry) -> None:
    registry.add(PART)


@hookimpl
def a3dav_register_tasks(registry: TaskRegistry) -> None:
    registry.add(TASK)


@hookimpl
def a3dav_register_deliveries(registry: DeliveryRegistry) -> None:
    registry.add(*DELIVERIES)


@hookimpl
def a3dav_register_metrics(registry: MetricRegistry) -> None:
    registry.add(METRIC, Asked("a3dav_webhooks", "gauge", "Webhooks of the whole store.", _webhooks, ("state",)))


@hookimpl
def a3dav_changed(house: House, tx: Transaction) -> None:
    note_changes(house, tx)


def _webhooks(house: House) -> Iterator[tuple[tuple[str, ...], float]]:
    for active, number in rows.counts(house.store).items():
        yield ("active" if active else "off",), number
