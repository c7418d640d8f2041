"""Which servers share answers through the third level of the cache: those that would work out the same."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from importlib.metadata import version
from typing import TYPE_CHECKING

from a3dav.config.model import (
    AsyncPoolSettings,
    CacheSettings,
    LoggingSettings,
    MonitoringSettings,
    ServerSettings,
    TlsSettings,
)
from a3dav.plugins import distribution

if TYPE_CHECKING:
    from a3dav.config.model import CoreSettings
    from a3dav.house import House


def meet_others(house: House) -> None:
    """Lets a house use the third level, when its store is open."""
    if house.remote is not None:
        house.remote.begin(house.store.epoch, secret_of(house))


def secret_of(house: House) -> bytes:
    """What only servers have that share a store, and that have the same programs and settings."""
    programs = [version("a3dav"), *(distribution(name) for name, _ in house.plugins.list_name_plugin())]
    told = repr((programs, _decisive(house.settings), sorted(house.sections.items())))
    return blake2b(told.encode(), key=house.store.key, digest_size=32, person=b"a3dav l3").digest()


def _decisive(settings: CoreSettings) -> CoreSettings:
    """Without what may differ between hosts and changes no answer."""
    return replace(
        settings, server=ServerSettings(public_url=settings.server.public_url), server_tls=TlsSettings(),
        async_pool=AsyncPoolSettings(), cache=CacheSettings(), logging=LoggingSettings(),
        monitoring=MonitoringSettings(), storage=replace(settings.storage, url=""),
    )  # fmt: skip
