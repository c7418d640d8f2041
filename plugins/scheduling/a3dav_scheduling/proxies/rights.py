"""What delegates may do, and that what they do is done for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from a3dav.principals import Identity, Role
from a3dav.provisioning import HOME_OWNERS
from a3dav.registries import Adjustment
from a3dav.resources import Resource
from a3dav.xml.names import dav
from a3dav_scheduling.names import CALENDARS, OUTBOX, PROXIES, SCHEDULING
from a3dav_scheduling.privileges import SEND
from a3dav_scheduling.proxies.records import owners_for

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.registries import PrivilegeRegistry
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext

_SERVICE = "scheduling.proxy-grants"
_PLACES = frozenset({CALENDARS, SCHEDULING})
_NOTHING = Adjustment()


@dataclass(slots=True, frozen=True)
class _Grants:
    read: Adjustment
    write: Adjustment
    send: Adjustment
    own: Adjustment
    hidden: Adjustment

    @classmethod
    def of(cls, table: PrivilegeRegistry) -> _Grants:
        def all_in(*names: str) -> frozenset[str]:
            return frozenset(inner for name in names for inner in table.contained_in(name))

        reading = (dav("read"), dav("read-current-user-privilege-set"))
        return cls(
            Adjustment(all_in(*reading)),
            Adjustment(all_in(*reading, dav("write"))),
            Adjustment(all_in(*reading, dav("write"), SEND)),
            Adjustment(all_in(*reading, dav("write-properties"))),
            Adjustment(withheld=table.all()),
        )


def adjustments(house: House, identity: Identity, resources: Sequence[Resource]) -> list[Adjustment] | None:
    """Delegates read or write what belongs to calendars and scheduling; lists of delegates are for those in them."""
    foreign = any(resource.account_id != identity.account.id for resource in resources)
    concerned = any(_is_concerned(resource) for resource in resources)
    if not concerned or not (foreign or any(resource.kind in PROXIES for resource in resources)):
        return None
    grants: _Grants = house.services.get(_SERVICE) or house.services.setdefault(
        _SERVICE, _Grants.of(house.privilege_table)
    )
    owners = served_by(house, identity) if foreign else {}
    return [_adjustment(grants, identity, resource, owners) for resource in resources]


def _is_concerned(resource: Resource) -> bool:
    return bool(resource.path) and (
        resource.path[0] in _PLACES or resource.kind in HOME_OWNERS or resource.kind in PROXIES
    )


def served_by(house: House, identity: Identity) -> dict[bytes, set[bool]]:
    """Those whose delegate somebody is, through groups too."""
    if identity.anonymous:
        return {}
    return owners_for(house.store.engine, {identity.account.id, *identity.groups})


def _adjustment(grants: _Grants, identity: Identity, resource: Resource, owners: dict[bytes, set[bool]]) -> Adjustment:
    ways = owners.get(resource.account_id) if resource.account_id != identity.account.id else None
    if resource.kind in PROXIES:
        if resource.account_id == identity.account.id or identity.account.role is Role.ADMIN:
            return grants.own
        return grants.read if ways else grants.hidden
    if not ways or not _is_concerned(resource):
        return _NOTHING
    if resource.path[0] not in _PLACES or True not in ways:
        return grants.read
    return grants.send if resource.kind == OUTBOX else grants.write


def acts_for(house: House, identity: Identity, owner_id: bytes) -> bool:
    """Whether somebody who writes in the calendars of another does so for them, and messages say so (SENT-BY)."""
    if not owner_id or owner_id == identity.account.id:
        return False
    return True in served_by(house, identity).get(owner_id, set())


def note_for_whom(write: WriteContext, tx: Transaction) -> None:
    """The audit trail has both: who wrote, and for whom."""
    owner_id, path = write.parent.account_id, write.parent.path
    if path and path[0] in _PLACES and acts_for(write.house, write.identity, owner_id):
        tx.actor = replace(tx.actor, on_behalf_of=owner_id)
