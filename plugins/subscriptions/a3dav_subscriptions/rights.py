"""What the server fills nobody writes into, its owner included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.registries import Adjustment
from a3dav.resources import Resource
from a3dav.storage.batches import alternatives, marks
from a3dav.xml.names import dav
from a3dav_subscriptions.names import OBJECT
from a3dav_subscriptions.properties import is_ours

if TYPE_CHECKING:
    from a3dav.house import House

NOTHING = Adjustment()
_FIXED = tuple(map(dav, ("write-content", "bind", "unbind", "write", "all")))
"""The sums go with what they contain; properties stay one's own."""
_MEMBER = (*_FIXED, dav("write-properties"))


def adjustments(house: House, resources: Sequence[Resource]) -> list[Adjustment] | None:
    members = {resource.parent_id for resource in resources if resource.kind == OBJECT}
    if not members and not any(is_ours(resource.kind) for resource in resources):
        return None
    filled = house.standing.recall_each("subscriptions.filled", members, lambda ids: _filled(house, ids))
    return [
        Adjustment(withheld=frozenset(_FIXED))
        if is_ours(resource.kind)
        else Adjustment(withheld=frozenset(_MEMBER))
        if resource.kind == OBJECT and filled.get(resource.parent_id)
        else NOTHING
        for resource in resources
    ]


def _filled(house: House, collections: Sequence[bytes]) -> dict[bytes, bool]:
    """Which of the collections are filled by the server."""
    known = dict.fromkeys(collections, False)
    for batch in alternatives(collections):
        sql = f"SELECT id, kind FROM resources WHERE id IN ({marks(batch)})"
        known.update((bytes(row[0]), is_ours(str(row[1]))) for row in house.store.engine.rows(sql, batch))
    return known
