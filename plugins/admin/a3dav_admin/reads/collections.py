"""Collections, with the paths that lead to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from a3dav.resources import Path, Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.xml.reading import read_own, text_of
from a3dav_admin.pages import Keyset

if TYPE_CHECKING:
    from a3dav.house import House

WIDTH = len(COLUMNS.split(","))
COLLECTIONS = Keyset("collections", COLUMNS, "resources r", ("r.id",), (bytes,), "r.account_id")
MEMBERS = Keyset("resources", COLUMNS, "resources r", ("r.id",), (bytes,), "r.parent_id")
NOWHERE: Path = ()
_UPWARDS = (
    "WITH RECURSIVE up (id, parent_id, account_id, name) AS ("
    "SELECT id, parent_id, account_id, name FROM resources WHERE id IN ({marks})"
    " UNION SELECT r.id, r.parent_id, r.account_id, r.name FROM resources r JOIN up u ON r.id = u.parent_id)"
    " SELECT u.id, u.parent_id, u.account_id, u.name, p.name FROM up u"
    " LEFT JOIN profiles p ON p.account_id = u.account_id"
)


def resource(row: Row) -> Resource:
    """Without its path, which is asked for when somebody wants it."""
    return resource_of(row[:WIDTH], NOWHERE)


def by_id(house: House, ids: Sequence[bytes]) -> Mapping[bytes, Resource]:
    found: dict[bytes, Resource] = {}
    for batch in batches(ids):
        sql = f"SELECT {COLUMNS} FROM resources r WHERE r.id IN ({marks(batch)})"
        found |= {bytes(row[0]): resource_of(row, NOWHERE) for row in house.store.engine.rows(sql, batch)}
    return found


def paths(house: House, ids: Sequence[bytes]) -> Mapping[bytes, Path]:
    """The paths of resources, one statement for some hundred of them."""
    found: dict[bytes, Path] = {}
    for batch in batches(ids):
        rows = house.store.engine.rows(_UPWARDS.format(marks=marks(batch)), batch)
        known = {bytes(row[0]): row for row in rows}
        found |= {key: path for key in batch if (path := _path(known, key))}
    return found


def _path(known: Mapping[bytes, Row], key: bytes) -> Path:
    names: list[str] = []
    while (row := known.get(key)) is not None:
        names.append(str(row[3]))
        if row[1] == row[2]:  # a home
            return (names[-1], str(row[4] or bytes(row[2]).hex()), *reversed(names[:-1]))
        key = bytes(row[1])
    return NOWHERE


def member_counts(house: House, ids: Sequence[bytes]) -> Mapping[bytes, tuple[int, int]]:
    """How many members collections have, and how many bytes these have."""
    found: dict[bytes, tuple[int, int]] = {}
    for batch in batches(ids):
        sql = (
            f"SELECT parent_id, COUNT(*), SUM(size) FROM resources WHERE parent_id IN ({marks(batch)})"
            " GROUP BY parent_id"
        )
        found |= {bytes(row[0]): (int(row[1]), int(row[2])) for row in house.store.engine.rows(sql, batch)}
    return found


def floors(house: House, ids: Sequence[bytes]) -> Mapping[bytes, int]:
    found: dict[bytes, int] = {}
    for batch in batches(ids):
        sql = f"SELECT collection_id, counter FROM sync_floors WHERE collection_id IN ({marks(batch)})"
        found |= {bytes(row[0]): int(row[1]) for row in house.store.engine.rows(sql, batch)}
    return found


def tombstones(house: House, ids: Sequence[bytes]) -> Mapping[bytes, int]:
    found: dict[bytes, int] = {}
    for batch in batches(ids):
        sql = (
            f"SELECT collection_id, COUNT(*) FROM tombstones WHERE collection_id IN ({marks(batch)})"
            " GROUP BY collection_id"
        )
        found |= {bytes(row[0]): int(row[1]) for row in house.store.engine.rows(sql, batch)}
    return found


def display_names(house: House, ids: Sequence[bytes]) -> Mapping[bytes, str]:
    """DAV:displayname as it is stored."""
    codec, found = house.store.codec, dict[bytes, str]()
    for batch in batches(ids):
        sql = (
            "SELECT resource_id, key_id, value FROM properties WHERE name = '{DAV:}displayname'"
            f" AND resource_id IN ({marks(batch)})"
        )
        for row in house.store.engine.rows(sql, batch):
            found[bytes(row[0])] = text_of(read_own(codec.decode(str(row[1]), bytes(row[2]))))
    return found
