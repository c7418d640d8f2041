"""Plugin `push`: WebDAV-Push: changes tell the devices that subscribed (draft-bitfire-webdav-push)."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.house import House
from a3dav.registries import (
    MigrationRegistry,
    Post,
    PostRegistry,
    PropertyRegistry,
    ResourceTypeRegistry,
    Route,
    RouteRegistry,
    SettingsRegistry,
)
from a3dav.resources import Resource
from a3dav_push.names import FEATURE, PLACE, PUSH, push
from a3dav_push.properties import PROPERTIES
from a3dav_push.settings import PushSettings
from a3dav_push.subscribing import register, registration
from a3dav_push.subscriptions import MIGRATIONS


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("push", PushSettings)


@hookimpl
def a3dav_register_migrations(registry: MigrationRegistry) -> None:
    registry.add(MIGRATIONS)


@hookimpl
def a3dav_register_resource_types(registry: ResourceTypeRegistry) -> None:
    registry.add_features(FEATURE, where=_is_capable)


def _is_capable(_: House, place: Resource) -> bool:
    return place.collection and place.stored


@hookimpl
def a3dav_register_properties(registry: PropertyRegistry) -> None:
    registry.namespace("P", PUSH)
    registry.add(*PROPERTIES)


@hookimpl
def a3dav_register_posts(registry: PostRegistry) -> None:
    registry.add(Post(push("push-register"), register, privilege=""))


@hookimpl
def a3dav_register_routes(registry: RouteRegistry) -> None:
    registry.add(Route(PLACE, registration, public=False, below=True))
