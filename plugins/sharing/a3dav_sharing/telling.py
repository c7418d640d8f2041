"""What notifications say: invitations to sharees, and answers to sharers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav.xml.writing import escape, href
from a3dav_sharing.names import ADDRESS_BOOK, CALENDAR, cs
from a3dav_sharing.notifications import XML, notify, withdraw
from a3dav_sharing.sharees import address_of
from a3dav_sharing.shares import ACCEPTED, DECLINED, INVITED, READ_WRITE, Invitation

if TYPE_CHECKING:
    from a3dav.house import House

COMPONENTS = "{urn:ietf:params:xml:ns:caldav}supported-calendar-component-set"
STATES = {INVITED: "invite-noresponse", ACCEPTED: "invite-accepted", DECLINED: "invite-declined"}
"""By states of an invitation the names of the elements that tell them."""


def of_invitation(
    tx: Transaction, house: House, collection: Resource, owner: Account, person: Account, entry: Invitation
) -> None:
    _invite(tx, house, collection, owner, person, entry, STATES[entry.state])


def of_end(
    tx: Transaction, house: House, collection: Resource, owner: Account, person: Account, entry: Invitation
) -> None:
    _invite(tx, house, collection, owner, person, entry, "invite-deleted")


def of_answer(
    tx: Transaction, house: House, collection: Resource, owner: Account, person: Account, entry: Invitation, words: str
) -> None:
    """To the sharer; the invitation itself has done its work."""
    withdraw(tx, house, person, _name(entry))
    content = (
        href(address_of(person))
        + XML.element(cs(STATES[entry.state]))
        + XML.element(cs("hosturl"), href(collection.href))
        + XML.element(cs("in-reply-to"), entry.id.hex().encode())
    )
    if words:
        content += XML.element(cs("summary"), escape(words))
    notify(tx, house, owner, f"{entry.id.hex()}-reply.xml", "invite-reply", content, _type_of(house, collection))


def _name(entry: Invitation) -> str:
    return f"{entry.id.hex()}.xml"


def _invite(
    tx: Transaction, house: House, collection: Resource, owner: Account, person: Account, entry: Invitation, state: str
) -> None:
    content = (
        XML.element(cs("uid"), entry.id.hex().encode())
        + href(address_of(person))
        + XML.element(cs(state))
        + XML.element(cs("access"), access_element(entry.share.access))
        + XML.element(cs("hosturl"), href(collection.href))
        + XML.element(cs("organizer"), href(address_of(owner)) + _common_name(owner))
        + _components(house, collection)
    )
    if entry.share.words:
        content += XML.element(cs("summary"), escape(entry.share.words))
    notify(tx, house, person, _name(entry), "invite-notification", content, _type_of(house, collection))


def access_element(access: str) -> bytes:
    """Whoever sees when somebody is busy reads, as far as this protocol knows."""
    return XML.element(cs("read-write" if access == READ_WRITE else "read"))


def _common_name(account: Account) -> bytes:
    return XML.element(cs("common-name"), escape(account.shown_name))


def _components(house: House, collection: Resource) -> bytes:
    """What the calendar holds, for clients that show events and tasks in different places."""
    return house.store.properties([collection]).get(collection.id, {}).get(COMPONENTS, b"")


def _type_of(house: House, collection: Resource) -> str:
    return ADDRESS_BOOK if house.types.is_a(collection.kind, ADDRESS_BOOK) else CALENDAR
