"""The backup before a migration: the rows alone, since no migration touches a large body."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from a3dav import __version__
from a3dav.backup.dumping import dump
from a3dav.backup.places import new_file, refuse_full_disk
from a3dav.errors import StoreError
from a3dav.storage.store import Store

KEPT = 3


def back_up_rows(store: Store, least_free: int) -> Path:
    """Writes into the folder `backups` of the data directory, and keeps the last three of its kind."""
    folder = store.data_dir / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    refuse_full_disk(folder, least_free, "the backup before the upgrade")
    made = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")[:-3]
    target = folder / f"before-upgrade-{__version__}-{made}Z.a3dav"
    try:
        with new_file(target) as sink:
            dump(store, sink, blobs=False)
    except StoreError as error:
        raise StoreError(f"the store is not upgraded without a backup before: {error}") from error
    older = sorted(folder.glob("before-upgrade-*.a3dav"), key=lambda file: file.stat().st_mtime_ns)
    for file in older[:-KEPT]:
        file.unlink()
    return target
