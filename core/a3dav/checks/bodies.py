"""Bodies and their files: none missing, none left over, and on request none changed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from a3dav.builtin.housekeeping import GRACE_SECONDS, SWEEPER, remove_if_unreferenced
from a3dav.checks.findings import Finding, Outcome, counted
from a3dav.exchange import Body
from a3dav.storage.engine import Row
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.storage.transaction import Actor, StoredBody, Transaction
from a3dav.tasks import is_kept_up

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource
    from a3dav.storage.store import Store

PAGE = 1000
_CURRENT = (
    "SELECT r.id, v.blob, v.size, v.id FROM resources r LEFT JOIN versions v ON v.id = r.version_id"
    " WHERE r.collection = 0 AND r.id > ? AND (v.id IS NULL OR v.blob IS NOT NULL) ORDER BY r.id LIMIT ?"
)
_EARLIER = (
    "SELECT v.id, v.blob, v.size FROM versions v WHERE v.blob IS NOT NULL AND v.id > ?"
    " AND NOT EXISTS (SELECT 1 FROM resources r WHERE r.version_id = v.id) ORDER BY v.id LIMIT ?"
)
_CONTENT = (
    "SELECT r.id, v.key_id, v.body, v.blob, v.size, v.etag FROM resources r JOIN versions v ON v.id = r.version_id"
    " WHERE r.id > ? ORDER BY r.id LIMIT ?"
)
_VERSIONS = "SELECT key_id, body, blob, size, etag FROM versions WHERE resource_id = ? ORDER BY counter DESC"


def lost_bodies(house: House) -> Iterator[Finding]:
    """Current versions whose row, file, or some bytes of it are gone."""
    lost = [bytes(row[0]) for row in _rows(house, _CURRENT) if _is_lost(house.store, row)]
    names = [_href(house, resource_id) for resource_id in lost]
    yield Finding(not lost, counted(len(lost), "resources have lost their content", names), _fall_back)


def _is_lost(store: Store, row: Row) -> bool:
    return row[3] is None or not store.blobs.is_whole(str(row[1]), int(row[2]))


def _rows(house: House, sql: str) -> Iterator[Row]:
    """All rows of a statement by pages, the id of the last row before the page as its first parameter."""
    after = b""
    while page := house.store.engine.rows(sql, (after, PAGE)):
        yield from page
        after = bytes(page[-1][0])


def _href(house: House, resource_id: bytes) -> str:
    try:
        resource = house.store.resource(resource_id)
    except LookupError:
        resource = None
    return resource.href if resource else resource_id.hex()


def _fall_back(house: House, actor: Actor) -> Iterator[Outcome]:
    for row in list(_rows(house, _CURRENT)):
        if _is_lost(house.store, row):
            resource_id = bytes(row[0])
            yield house.transact(
                actor, partial(_fall_back_one, resource_id=resource_id, href=_href(house, resource_id))
            )


def _fall_back_one(tx: Transaction, resource_id: bytes, href: str) -> Outcome:
    """Binds the newest earlier version that is whole, as a new change, so that clients come for it."""
    row = tx.store.engine.row(f"SELECT {COLUMNS} FROM resources r WHERE r.id = ?", (resource_id,))
    parent = tx.store.resource(bytes(row[3]), ()) if row else None
    if row is None or parent is None:
        return Outcome(False, f"{href} was left: what it stands in is gone")
    resource = resource_of(row, (str(row[4]),))
    tx.lock_accounts(resource.account_id)
    body = _earlier(tx.store, resource)
    if body is None:
        return Outcome(False, f"{href} was left: no earlier version is there; restore a backup, or delete it")
    restored = tx.put(
        parent, resource.name, resource, body, kind=resource.kind, content_type=resource.content_type,
        uid=resource.uid,
    )  # fmt: skip
    tx.audit("body-restored", resource=restored)
    return Outcome(True, f"{href} has its newest whole version again, of {body.size} bytes")


def _earlier(store: Store, resource: Resource) -> StoredBody | None:
    for key_id, data, blob, size, etag in store.engine.rows(_VERSIONS, (resource.id,)):
        if blob is None:
            return StoredBody(store.codec.decode(str(key_id), bytes(data)), None, int(size), str(etag))
        if store.blobs.is_whole(str(blob), int(size)):
            return StoredBody(None, str(blob), int(size), str(etag))
    return None


def earlier_versions(house: House) -> Iterator[Finding]:
    store = house.store
    lost = [str(row[1]) for row in _rows(house, _EARLIER) if not store.blobs.is_whole(str(row[1]), int(row[2]))]
    yield Finding(not lost, counted(len(lost), "earlier versions have lost their content", lost), _forget_versions)


def _forget_versions(house: House, actor: Actor) -> Iterator[Outcome]:
    for version_id, blob, size in list(_rows(house, _EARLIER)):
        if not house.store.blobs.is_whole(str(blob), int(size)):
            house.transact(actor, partial(_forget_version, version_id=bytes(version_id)))
            yield Outcome(True, f"forgot an earlier version whose file {blob} is gone")


def _forget_version(tx: Transaction, version_id: bytes) -> None:
    tx.store.engine.execute("DELETE FROM versions WHERE id = ?", (version_id,))
    tx.audit("version-forgotten")


def unreferenced_files(house: House) -> Iterator[Finding]:
    """Files that no version names: young ones may belong to a write on its way, and for old ones comes the sweeper."""
    swept = is_kept_up(house, SWEEPER)
    left = list(_unreferenced(house))
    yield Finding(swept or not left, counted(len(left), "files of bodies belong to nothing", left), _remove_files)
    spools = sum(1 for _ in _old_spools(house))
    yield Finding(swept or not spools, f"{spools} uploads were abandoned", _remove_spools)


def _unreferenced(house: House) -> Iterator[str]:
    for reference in house.store.blobs.references(time.time() - GRACE_SECONDS):
        if house.store.engine.row("SELECT 1 FROM versions WHERE blob = ?", (reference,)) is None:
            yield reference


def _remove_files(house: House, actor: Actor) -> Iterator[Outcome]:
    for reference in list(_unreferenced(house)):
        if house.store.engine.submit(partial(remove_if_unreferenced, house, reference)).result():
            yield Outcome(True, f"removed the file {reference}, which belonged to nothing")
    house.transact(actor, lambda tx: tx.audit("unreferenced-files-removed"))


def _old_spools(house: House) -> Iterator[str]:
    horizon = time.time() - GRACE_SECONDS
    return (file.name for file in house.store.blobs.spool.iterdir() if file.stat().st_mtime < horizon)


def _remove_spools(house: House, actor: Actor) -> Iterator[Outcome]:
    removed = house.store.blobs.remove_abandoned_spools(time.time() - GRACE_SECONDS)
    house.transact(actor, lambda tx: tx.audit("abandoned-uploads-removed"))
    yield Outcome(True, f"removed {removed} abandoned uploads")


def changed_bodies(house: House) -> Iterator[Finding]:
    """Reads every body: its bytes must have the ETag that was computed when they came."""
    changed = [_href(house, bytes(row[0])) for row in _rows(house, _CONTENT) if _has_changed(house.store, row)]
    text = counted(len(changed), "resources have other bytes than were stored", changed)
    cure = "; restore a backup, or have a client write them again"
    yield Finding(not changed, text + (cure if changed else ""))


def _has_changed(store: Store, row: Row) -> bool:
    _, key_id, data, blob, size, etag = row
    if blob is None:
        return store.etag(Body(data=store.codec.decode(str(key_id), bytes(data)))) != str(etag)
    if not store.blobs.is_whole(str(blob), int(size)):
        return False  # lost, which is a finding of its own
    return store.etag(Body(file=store.blobs.path(str(blob)), length=int(size))) != str(etag)
