"""Plugin `sharing`: calendars and address books shared with others, by invitation or by link."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.registries import SettingsRegistry
from a3dav_sharing.settings import SharingSettings


@hookimpl
def a3dav_register_settings(registry: SettingsRegistry) -> None:
    registry.add("sharing", SharingSettings)
