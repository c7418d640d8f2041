"""Builds a `House`: configuration → plugins → tables → store, from top to bottom."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from a3dav import plugins
from a3dav.afar import meet_others
from a3dav.backup.upgrades import back_up_rows
from a3dav.config.settings import effective
from a3dav.dormant import keep, remember
from a3dav.errors import StoreError
from a3dav.faults import DiskFull, StoreReadOnly, disk_fault
from a3dav.house import House, occupy
from a3dav.indexing import refresh_indexes
from a3dav.provisioning import provision_all
from a3dav.registries import SettingsRegistry
from a3dav.storage.engine import Engine
from a3dav.storage.migrations import applied, pending, upgrade
from a3dav.storage.postgres import PostgresEngine
from a3dav.storage.sqlite import SqliteEngine
from a3dav.storage.store import Store

if TYPE_CHECKING:
    from a3dav.board import Board
    from a3dav.config import RawSettings
    from a3dav.config.model import CoreSettings


def furnish(raw: RawSettings, board: Board | None = None) -> House:
    """Everything but an open store: enough for `plugins`, `config show` and for migrations."""
    settings = raw.core
    names = plugins.enabled(settings.plugins.enabled, settings.plugins.disabled)
    manager = plugins.load(names)
    sections = SettingsRegistry()
    manager.hook.a3dav_register_settings(registry=sections)
    data_dir = prepare_data_dir(Path(settings.server.data_dir))
    house = House(settings, manager, Store(engine_for(settings, data_dir), data_dir), board)
    house.sections = raw.plugins(sections.sections, {*plugins.BUILT_IN, *plugins.installed()})
    house.configured = partial(effective, raw, {name: type(section) for name, section in house.sections.items()})
    house.furnish()
    occupy(house)
    return house


def prepare_data_dir(folder: Path) -> Path:
    """The data directory, made where it is missing, for its owner alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        fault = disk_fault(error)
        sentence = f"the data directory {folder} cannot be used: {error.strerror}"
        raise fault if isinstance(fault, DiskFull) else StoreError(sentence) from error
    with suppress(OSError):  # `a3dav check` names a mode that stays wrong
        if stat.S_IMODE(folder.stat().st_mode) & 0o077:
            folder.chmod(0o700)
    return folder


def engine_for(settings: CoreSettings, data_dir: Path) -> Engine:
    slow = settings.monitoring.slow_query_ms
    if settings.storage.url:
        storage = settings.storage
        return PostgresEngine(
            storage.url, pool_size=storage.pool_size, answer_seconds=storage.answer_seconds, slow_query_ms=slow
        )
    return SqliteEngine(data_dir / "a3dav.sqlite", synchronous=settings.storage.synchronous, slow_query_ms=slow)


def prepare_store(house: House, say: Callable[[str], None] = lambda _: None) -> None:
    """The supervisor's part: schema, identity, homes and indexes are brought up to date."""
    engine = house.store.engine
    if not os.access(house.store.data_dir, os.W_OK):
        raise StoreReadOnly
    if upgrade(engine, house.migration_table.entries, lambda: back_up(house, say)):
        say("the schema of the store was brought up to date")
    house.store.initialise()
    house.store.open()
    remember(house)
    keep(house)
    provision_all(house)
    refresh_indexes(house, say)


def back_up(house: House, say: Callable[[str], None]) -> None:
    """Before a migration, and never without room for what a failed one would need."""
    target = back_up_rows(house.store, house.settings.limits.min_free_bytes)
    say(f"a backup was made: {target}")


def open_house(
    raw: RawSettings,
    *,
    prepare: bool = False,
    prepare_empty: bool = False,
    patient: bool = False,
    board: Board | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> House:
    """A house with an open store; without `prepare` the schema must be current already, or missing.

    One that is `patient` waits a while for a database that does not answer yet; `board` is shared with other processes.
    """
    house = furnish(raw, board)
    try:
        engine = house.store.engine
        if patient and isinstance(engine, PostgresEngine):
            engine.await_database(raw.core.storage.connect_seconds, say)
        if prepare or (prepare_empty and not applied(house.store.engine)):
            prepare_store(house, say)
        else:
            if pending(house.store.engine, house.migration_table.entries):
                raise StoreError("the schema of the store is not current; try: a3dav db upgrade")
            house.store.open()
            keep(house)
        meet_others(house)
    except BaseException:
        house.close()
        raise
    return house
