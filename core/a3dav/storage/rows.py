"""Rows of resources, tombstones and locks, and what they are made into."""

from __future__ import annotations

from dataclasses import dataclass

from a3dav.identifiers import SKEW_MS, now_ms
from a3dav.resources import Path, Resource
from a3dav.storage.engine import Row

COLUMNS = (
    "r.id, r.account_id, r.home_id, r.parent_id, r.name, r.kind, r.collection, r.uid, r.version_id, r.etag,"
    " r.size, r.content_type, r.created, r.modified, r.counter, r.content_counter, r.default_name"
)
LOCK_EXPIRED = "expires <= ? OR expires > ? + seconds * 1000"
"""With `lock_horizon()`: the time has come, or the lock was granted under a clock that was far ahead."""


@dataclass(slots=True, frozen=True)
class Tombstone:
    """A name that something lost; `renewed` where it stands for something else now, and once for a collection."""

    collection_id: bytes
    counter: int
    resource_id: bytes
    name: str
    collection: bool
    renewed: bool = False


@dataclass(slots=True, frozen=True)
class Lock:
    """A write lock (RFC 4918 §6); `deep` covers members, `expires` is milliseconds since 1970."""

    token: str
    home_id: bytes
    resource_id: bytes
    account_id: bytes
    shared: bool
    deep: bool
    owner: bytes
    seconds: int
    expires: int


def lock_horizon() -> tuple[int, int]:
    now = now_ms()
    return now, now + SKEW_MS


def resource_of(row: Row, path: Path) -> Resource:
    return Resource(
        row[5], path, bool(row[6]), bytes(row[0]), bytes(row[1]), bytes(row[2]), bytes(row[3]), row[4], row[7],
        bytes(row[8] or b""), row[9], row[10], row[11], row[12], row[13], row[14], row[15], row[16],
    )  # fmt: skip


def row_as_read(r: Resource) -> Row:
    """The row that `resource_of` would make this resource of."""
    return (
        r.id, r.account_id, r.home_id, r.parent_id, r.name, r.kind, int(r.collection), r.uid, r.version_id, r.etag,
        r.size, r.content_type, r.created, r.modified, r.counter, r.content_counter, r.default,
    )  # fmt: skip


def lock_of(row: Row) -> Lock:
    return Lock(
        row[0], bytes(row[1]), bytes(row[2]), bytes(row[3]), bool(row[4]), bool(row[5]), bytes(row[6]), row[7], row[8]
    )


def tombstone_of(row: Row) -> Tombstone:
    collection_id, counter, resource_id, name, collection, *renewed = row
    return Tombstone(
        bytes(collection_id), int(counter), bytes(resource_id), str(name), bool(collection), any(map(bool, renewed))
    )
