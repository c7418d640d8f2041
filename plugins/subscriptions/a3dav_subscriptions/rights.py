"""What the server fills nobody writes into, its owner included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.registries import Adjustment
from a3dav.resources import Resource
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
    filled = _filled(house, members)
    return [
        Adjustment(withheld=frozenset(_FIXED))
        if is_ours(resource.kind)
        else Adjustment(withheld=frozenset(_MEMBER))
        if resource.kind == OBJECT and resource.parent_id in filled
        else NOTHING
        for resource in resources
    ]


def _filled(house: House, collections: set[bytes]) -> set[bytes]:
    """Those of the collections that are filled by the server."""
    known: set[bytes] = set()
    for collection_id in collections:
        row = house.store.engine.row("SELECT kind FROM resources WHERE id = ?", (collection_id,))
        if row is not None and is_ours(str(row[0])):
            known.add(collection_id)
    return known
