"""Puts a backup in place of a store: all of it, verified and under a new epoch, or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from a3dav.backup.dumping import Track, untracked
from a3dav.backup.format import Reader
from a3dav.backup.loading import Loaded, Loading, Rules
from a3dav.backup.places import sync_folder
from a3dav.backup.staging import Staging, beside, throw_away, within
from a3dav.backup.tables import Table, quoted
from a3dav.errors import StoreError
from a3dav.registries import Migrations
from a3dav.storage.engine import Engine
from a3dav.storage.migrations import applied
from a3dav.storage.postgres import PostgresEngine
from a3dav.storage.sqlite import SqliteEngine, translated
from a3dav.storage.store import Store
from a3dav.storage.transaction import Actor, Transaction

STAGED = ".restored"
DAY = 86_400
_REFERENCES = "SELECT DISTINCT blob FROM versions WHERE blob IS NOT NULL"


def check(
    store: Store, lines: Sequence[Migrations], source: BinaryIO, rules: Rules, track: Track = untracked
) -> Loaded:
    """Restores into a database that is thrown away, and so finds whatever a restore would refuse."""
    with (
        _sentences(store),
        tempfile.TemporaryDirectory(dir=store.data_dir) as folder,
        throw_away(Path(folder)) as staging,
    ):
        loading = Loading(staging, lines, store, Path(folder), track, rules)
        return loading.run(Reader(source), _discard)


def restore(
    store: Store,
    lines: Sequence[Migrations],
    source: BinaryIO,
    rules: Rules,
    actor: Actor,
    track: Track = untracked,
) -> Loaded:
    """The caller holds the lock of the data directory, and nobody has the store open."""
    with _sentences(store):
        store.blobs.prepare()
        _refuse_full(store, replace=rules.replace)
        folder = store.data_dir / "restoring"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        try:
            with _staging(store.engine, folder) as staging:
                loading = Loading(staging, lines, store, folder, track, rules)
                loaded = loading.run(Reader(source), partial(_staged, store))
                _renew(Store(staging.engine, store.data_dir, store.codec), staging.reading.tables(), actor)
                _publish(store, staging, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            _clear_spool(store)
        return loaded


def _staged(store: Store, reference: str) -> Path:
    return store.blobs.spool / (reference + STAGED)


def _clear_spool(store: Store) -> None:
    with os.scandir(store.blobs.spool) as entries:
        for entry in entries:
            if entry.name.endswith(STAGED):
                os.unlink(entry.path)


def _discard(_reference: str) -> None:
    return None


@contextmanager
def _sentences(store: Store) -> Iterator[None]:
    try:
        with translated():
            yield
    except OSError as error:
        raise StoreError(
            f"{error.filename or store.data_dir} cannot be written: {error.strerror}; mend that first"
        ) from error


def _staging(engine: Engine, folder: Path) -> AbstractContextManager[Staging]:
    if isinstance(engine, SqliteEngine):
        return beside(engine, folder)
    if isinstance(engine, PostgresEngine):
        return within(engine)
    raise StoreError(f"nothing can be restored into the engine {engine.name}")


def _refuse_full(store: Store, *, replace: bool) -> None:
    if not replace and _holds_something(store):
        raise StoreError(
            f"the store of {store.data_dir} is not empty; name another --data-dir and storage.url,"
            " or say --replace to delete what it holds"
        )


def _holds_something(store: Store) -> bool:
    if any(store.blobs.references(time.time() + DAY)) or any((store.data_dir / "tls").rglob("*")):
        return True
    engine = store.engine
    if isinstance(engine, SqliteEngine) and not engine.path.exists():
        return False
    try:
        return bool(applied(engine)) and engine.row("SELECT 1 FROM accounts LIMIT 1") is not None
    except StoreError:
        if isinstance(engine, SqliteEngine):
            return True  # a database, though a damaged one
        raise
    finally:
        engine.database.close()


def _renew(store: Store, tables: Sequence[Table], actor: Actor) -> None:
    """Counters went back: a new epoch and origin tell every client, and no dot is given out twice."""
    engine = store.engine
    engine.execute("DELETE FROM facts WHERE name IN ('epoch', 'origin')")
    store.initialise()
    engine.execute("DELETE FROM locks")  # their holders have gone on without them
    for table in tables:
        if "leased_until" in dict(table.columns):
            engine.execute(f"UPDATE {quoted(table.name)} SET leased_until = 0")
    Transaction(store, actor).audit("restore")


def _publish(store: Store, staging: Staging, folder: Path) -> None:
    """Files go to their places; those of references that no row of the old store names harm nobody."""
    for (reference,) in staging.reading.rows(_REFERENCES, ("text",)):
        file = _staged(store, reference)
        if file.exists():
            store.blobs.place(file, reference)
    if (folder / "tls").exists():
        if (store.data_dir / "tls").exists():
            (store.data_dir / "tls").rename(folder / "tls-before")
        (folder / "tls").rename(store.data_dir / "tls")
        sync_folder(store.data_dir)
