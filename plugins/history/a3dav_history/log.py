"""Who did what to a resource, or to what stands in a collection, and how its content changed by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.faults import BodyLost
from a3dav.identifiers import Clock
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav_content.differences import Difference, differences
from a3dav_content.errors import ContentError

if TYPE_CHECKING:
    from a3dav.storage.store import Store

_COLUMNS = (
    "c.position, c.clock, c.actor_id, c.operation, c.resource_id, c.collection_id, c.counter, c.origin,"
    " c.parent_counter"
)
PARSED = ("text/calendar", "text/vcard")


@dataclass(slots=True, frozen=True)
class Version:
    id: bytes
    resource_id: bytes
    counter: int
    origin: str
    size: int
    etag: str
    created: int


@dataclass(slots=True, frozen=True)
class Entry:
    """A change: when (milliseconds since 1970), by whom, and the version it made, if it made one that is kept.

    The `first` of a resource has nothing before it.
    """

    position: int
    at: int
    actor_id: bytes
    operation: str
    resource_id: bytes
    collection_id: bytes
    first: bool
    version: Version | None = None


def entries_of(store: Store, resource: Resource, before: int, limit: int) -> list[Entry]:
    """The newest changes first, those of a collection with what happened in it; `before` is a position, 0 for none."""
    column = "collection_id" if resource.collection else "resource_id"
    rows = store.engine.rows(
        f"SELECT {_COLUMNS} FROM changes c WHERE c.{column} = ? AND c.position < ? ORDER BY c.position DESC LIMIT ?",
        (resource.id, before or 2**62, limit),
    )
    if resource.collection:
        rows = [*rows, *_of_itself(store, resource, rows, before, limit)]
        rows = sorted(rows, key=lambda row: -int(row[0]))[:limit]
    made = _versions_made(store, [bytes(row[4]) for row in rows])
    return [_entry_of(row, made.get((bytes(row[4]), str(row[7]), int(row[6])))) for row in rows]


def _of_itself(store: Store, resource: Resource, rows: Sequence[Row], before: int, limit: int) -> Sequence[Row]:
    oldest = int(rows[-1][0]) if len(rows) == limit else 0
    return store.engine.rows(
        f"SELECT {_COLUMNS} FROM changes c WHERE c.resource_id = ? AND c.position < ? AND c.position > ?"
        " ORDER BY c.position DESC LIMIT ?",
        (resource.id, before or 2**62, oldest, limit),
    )


def _entry_of(row: Row, version: Version | None) -> Entry:
    return Entry(
        int(row[0]), int(row[1]) >> Clock.BITS, bytes(row[2]), str(row[3]), bytes(row[4]), bytes(row[5]),
        not int(row[8]), version,
    )  # fmt: skip


def _versions_made(store: Store, ids: Sequence[bytes]) -> dict[tuple[bytes, str, int], Version]:
    return {(one.resource_id, one.origin, one.counter): one for one in versions_of(store, ids)}


def versions_of(store: Store, ids: Sequence[bytes]) -> list[Version]:
    """The versions that are kept of resources, the oldest first."""
    found: list[Version] = []
    for batch in batches(sorted(set(ids))):
        rows = store.engine.rows(
            "SELECT id, resource_id, counter, origin, size, etag, created FROM versions"
            f" WHERE resource_id IN ({marks(batch)}) ORDER BY id",
            batch,
        )
        found += [
            Version(bytes(row[0]), bytes(row[1]), int(row[2]), str(row[3]), int(row[4]), str(row[5]), int(row[6]))
            for row in rows
        ]
    return found


def body_of_version(store: Store, version_id: bytes) -> bytes | None:
    """None where the version is not kept any more."""
    try:
        return store.body(Resource("", (), False, version_id=version_id)).read()
    except BodyLost:
        return None


def changes_by(store: Store, entry: Entry, content_type: str) -> list[Difference] | None:
    """The properties that an entry changed; None where the content has none, or a version is not kept any more."""
    if entry.version is None or not content_type.startswith(PARSED):
        return None
    known = versions_of(store, [entry.resource_id])
    earlier = [one for one in known if one.id < entry.version.id]
    old = body_of_version(store, earlier[-1].id) if earlier else b"" if entry.first else None
    new = body_of_version(store, entry.version.id)
    if old is None or new is None:
        return None
    try:
        return differences(old, new)
    except ContentError:
        return None
