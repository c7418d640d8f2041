"""What a sharee does with an invitation, inside a transaction: takes it into the home, or turns it down."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.identifiers import now_ms
from a3dav.names import MAX_NAME
from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav.storage import mounts
from a3dav.storage.transaction import Transaction
from a3dav.xml.names import dav
from a3dav.xml.writing import escape
from a3dav_sharing.names import CALENDAR, TRANSPARENCY
from a3dav_sharing.shares import ACCEPTED, DECLINED, Invitation, invitations_of

if TYPE_CHECKING:
    from a3dav.house import House

_TRANSPARENT = (
    b'<schedule-calendar-transp xmlns="urn:ietf:params:xml:ns:caldav"><transparent/></schedule-calendar-transp>'
)


def accept(
    tx: Transaction, house: House, collection: Resource, person: Account, entry: Invitation, words: str = ""
) -> Invitation:
    """The collection becomes a member of the home of who accepts, once, by whatever invitations there are."""
    home = house.store.home(collection.path[0], person.id, person.name)
    if home is None:
        raise Forbidden("you have no home where this could stand")
    if house.store.mounts.at(home.id, collection.id) is None:
        mounted = mounts.mount(tx, home, _free_name(house, home, collection), collection)
        tx.set_properties(mounted, _first_properties(house, collection, words or entry.share.words))
    return _answered(tx, entry, ACCEPTED)


def decline(tx: Transaction, house: House, collection: Resource, person: Account, entry: Invitation) -> Invitation:
    answered = _answered(tx, entry, DECLINED)
    others = (other for other in invitations_of(house, person.id) if other.share.collection_id == collection.id)
    if not any(other.state == ACCEPTED for other in others):
        end_mount(tx, house, collection, person)
    return answered


def mount_of(house: House, collection: Resource, person: Account) -> Resource | None:
    """Where a collection stands in the home of somebody."""
    home = house.store.home(collection.path[0], person.id, person.name)
    standing = house.store.mounts.at(home.id, collection.id) if home is not None else None
    return house.store.at_mount(home, standing) if home is not None and standing is not None else None


def end_mount(tx: Transaction, house: House, collection: Resource, person: Account) -> None:
    mounted = mount_of(house, collection, person)
    if mounted is not None and mounted.mounted is not None:
        mounts.unmount(tx, mounted.mounted)


def _answered(tx: Transaction, entry: Invitation, state: str) -> Invitation:
    now = now_ms()
    tx.store.engine.execute(
        "UPDATE sharing_invitations SET state = ?, changed = ? WHERE id = ?", (state, now, entry.id)
    )
    return Invitation(entry.id, entry.share, entry.account_id, state, now)


def _free_name(house: House, home: Resource, collection: Resource) -> str:
    """Whose it is and what it is called there, as far as names go."""
    stem = f"{collection.path[1]}-{collection.name}"[: MAX_NAME // 8]
    names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
    return next(name for name in names if house.store.member(home, name) is None)


def _first_properties(house: House, collection: Resource, words: str) -> dict[str, bytes | None]:
    """A name that tells it from one's own, and time that is not one's own."""
    found: dict[str, bytes | None] = {}
    if words:
        found[dav("displayname")] = b'<displayname xmlns="DAV:">' + escape(words) + b"</displayname>"
    if house.types.is_a(collection.kind, CALENDAR):
        found[TRANSPARENCY] = _TRANSPARENT
    return found
