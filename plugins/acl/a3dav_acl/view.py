"""What decides which members of a collection one sees, for the sync tokens of readers (RFC 6578 §3.2).

Privileges on a collection go on to members without a list of their own; lists of members come as a sum over their
digests, those left out that speak of other people alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.storage.store import marks
from a3dav_acl.entries import ACCOUNT, PROPERTY, places_of
from a3dav_acl.readers import GROUP, OWNER

if TYPE_CHECKING:
    from a3dav.house import House

_BELOW = "FROM acl_entries e JOIN resources r ON r.id = e.resource_id WHERE r.{column} = ?"
_ABOUT = f" AND (e.principal <> '{ACCOUNT}' OR e.inverted = 1 OR e.account_id IN ({{marks}}))"
_BY_PROPERTY = f" AND e.principal = '{PROPERTY}' AND e.property NOT IN (?, ?) LIMIT 1"


def view_of_members(house: House, identity: Identity, collection: Resource) -> str:
    """Empty for owners, whom no list shuts out."""
    if collection.account_id == identity.account.id:
        return ""
    engine = house.store.engine
    below = _BELOW.format(column="home_id" if collection.id == collection.home_id else "parent_id")
    if _goes_by_properties(house, collection, below):
        return f"counter {house.store.counter(collection.account_id)}"
    ids = sorted(identity.groups | {identity.account.id})
    about = _ABOUT.format(marks=marks(ids))
    row = engine.row(f"SELECT COUNT(*), SUM(e.digest) {below}{about}", (collection.id, *ids))
    count, total = row or (0, 0)
    return f"{int(count)} {int(total)}" if count else ""


def _goes_by_properties(house: House, collection: Resource, below: str) -> bool:
    """Whether stored properties of members decide, which may change with every write."""
    if house.store.engine.row(f"SELECT 1 {below}{_BY_PROPERTY}", (collection.id, OWNER, GROUP)):
        return True
    places = places_of(house.store.engine, [collection]).values()
    names = {ace.principal.property for place in places for ace in place.entries if ace.principal.kind == PROPERTY}
    return bool(names - {OWNER, GROUP})
