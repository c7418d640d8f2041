"""Who reads an attachment: whoever reads, as it is, an object that refers to it (RFC 8607 §3.12.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.registries import Adjustment
from a3dav.xml.names import dav
from a3dav_attachments.names import ATTACHMENT, HOME
from a3dav_attachments.uses import counting

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Identity
    from a3dav.resources import Resource

MOST = 50
"""Objects that are looked at for one attachment, those of the reader first."""
NOTHING = Adjustment()
_READING = (dav("read"), dav("read-current-user-privilege-set"))
_WRITING = (dav("write"), dav("write-acl"), dav("unlock"))
_SERVICE = "attachments.adjustments"


def adjustments(house: House, identity: Identity, resources: Sequence[Resource]) -> list[Adjustment] | None:
    """Nobody writes to attachments but through the objects that refer to them (§3.8, §3.9)."""
    concerned = [resource for resource in resources if resource.kind in {ATTACHMENT, HOME}]
    if not concerned:
        return None
    foreign = [r for r in concerned if r.kind == ATTACHMENT and r.account_id != identity.account.id]
    readable = _readable(house, identity, foreign)
    read, kept = _both(house)
    kinds = {resource.id for resource in concerned}
    return [(read if resource.id in readable else kept) if resource.id in kinds else NOTHING for resource in resources]


def _both(house: House) -> tuple[Adjustment, Adjustment]:
    found: tuple[Adjustment, Adjustment] | None = house.services.get(_SERVICE)
    if found is None:
        contained = house.privilege_table.contained_in
        writing = frozenset().union(*(contained(name) for name in _WRITING)) | {dav("all")}
        reading = frozenset().union(*(contained(name) for name in _READING))
        found = house.services[_SERVICE] = (Adjustment(reading, writing), Adjustment(withheld=writing))
    return found


def _readable(house: House, identity: Identity, foreign: Sequence[Resource]) -> set[bytes]:
    if identity.anonymous or not foreign:
        return set()
    uses = counting(house.store, [resource.id for resource in foreign], identity.account.id, MOST)
    objects = {one.id: one for found in uses.values() for one in found}
    permitted = {one.id for one in house.permitted(identity, list(objects.values()), dav("read"))}
    return {
        key
        for key, found in uses.items()
        if any(one.id in permitted and _is_whole(house, identity, one) for one in found)
    }


def _is_whole(house: House, identity: Identity, resource: Resource) -> bool:
    """Asked for one after the other: to look through a lens costs, and the first that is whole is enough."""
    seen = house.lenses.seen(identity, [resource])
    return bool(seen) and not seen[0].withheld
