"""What decides which members of a collection one sees, for the sync tokens of readers (RFC 6578 §3.2).

Privileges on a collection go on to members without a list of their own; lists of members come as a sum over their
digests, those left out that speak of other people alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Engine
from a3dav_acl.entries import ACCOUNT, PROPERTY, Place, places_of
from a3dav_acl.policy import effective, goes_by_properties
from a3dav_acl.readers import GROUP, OWNER

if TYPE_CHECKING:
    from a3dav.house import House

Sum = tuple[int, bool]
"""Of the digests of entries, and whether one of them goes by a stored property."""
_BELOW = (
    f"SELECT r.{{column}}, SUM(e.digest), MAX(CASE WHEN e.principal = '{PROPERTY}'"
    " AND e.property NOT IN (?, ?) THEN 1 ELSE 0 END)"
    " FROM resources r JOIN acl_entries e ON e.resource_id = r.id WHERE r.{column} IN ({collections})"
    f" AND (e.principal <> '{ACCOUNT}' OR e.inverted = 1 OR e.account_id IN ({{readers}})) GROUP BY r.{{column}}"
)


def views(house: House, identity: Identity, collections: Sequence[Resource]) -> list[str]:
    """Empty where no list of a member concerns the reader, and for owners, whom no list shuts out."""
    foreign = [collection for collection in collections if collection.account_id != identity.account.id]
    if not foreign:
        return [""] * len(collections)
    readers = sorted(identity.groups | {identity.account.id})
    homes = [collection.id for collection in foreign if collection.id == collection.home_id]
    others = [collection.id for collection in foreign if collection.id != collection.home_id]
    engine = house.store.engine
    below = _below(engine, "home_id", homes, readers) | _below(engine, "parent_id", others, readers)
    places = places_of(engine, foreign)
    own = {resource.id: _view(house, resource, below.get(resource.id), places) for resource in foreign}
    return [own.get(collection.id, "") for collection in collections]


def _below(
    engine: Engine, column: str, ids: Sequence[bytes], readers: Sequence[bytes]
) -> dict[bytes, tuple[int, bool]]:
    """The sums over what stands directly in collections, or anywhere in homes."""
    found: dict[bytes, Sum] = {}
    for batch in batches(ids):
        sql = _BELOW.format(column=column, collections=marks(batch), readers=marks(readers))
        rows = engine.rows(sql, (OWNER, GROUP, *batch, *readers))
        found |= {bytes(row[0]): (int(row[1]), bool(row[2])) for row in rows}
    return found


def _view(house: House, collection: Resource, below: Sum | None, places: Mapping[bytes, Place]) -> str:
    digests, by_properties = below or (0, False)
    around = {place: places[place] for place, _ in effective(collection, places)}
    if by_properties or goes_by_properties(around):
        # Stored properties of members decide, and these may change with every write.
        return f"counter {house.store.counter(collection.account_id)}"
    return str(digests) if digests else ""
