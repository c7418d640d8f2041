"""Approvers see the calendars of the rooms they speak for, and answer there (RFC 6638 §6.2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.registries import Adjustment
from a3dav.storage.batches import marks
from a3dav.xml.names import dav
from a3dav_scheduling.names import CALENDAR, CALENDAR_HOME, OBJECT, OUTBOX
from a3dav_scheduling.privileges import SEND_REPLY
from a3dav_scheduling.rooms.modes import Mode

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Identity
    from a3dav.resources import Resource

_NOTHING = Adjustment()
_CALENDARS = frozenset({CALENDAR_HOME, CALENDAR})


def adjustments(house: House, identity: Identity, resources: Sequence[Resource]) -> list[Adjustment] | None:
    rooms = house.standing.recall(("scheduling.rooms", identity.account.id), _rooms_of, house, identity)
    if not rooms:
        return None
    reading = house.privilege_table.contained_in(dav("read"))
    given = {
        **dict.fromkeys(_CALENDARS, Adjustment(reading)),
        OBJECT: Adjustment(reading | {dav("write-content")}),
        OUTBOX: Adjustment(frozenset({SEND_REPLY})),
    }
    return [given.get(one.kind, _NOTHING) if one.account_id in rooms else _NOTHING for one in resources]


def _rooms_of(house: House, identity: Identity) -> frozenset[bytes]:
    """The accounts for which somebody answers, alone or in a group."""
    people = [identity.account.id, *identity.groups] if not identity.anonymous else []
    if not people:
        return frozenset()
    rows = house.store.engine.rows(
        f"SELECT account_id FROM scheduling_modes WHERE mode = '{Mode.MANUAL}' AND approver_id IN ({marks(people)})",
        people,
    )
    return frozenset(bytes(row[0]) for row in rows)
