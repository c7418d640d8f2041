"""The notifications collection of each account: XML documents that tell clients of invitations and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from a3dav.exchange import Body
from a3dav.live_properties import CALENDARSERVER, stored_element
from a3dav.principals import PRINCIPAL_KINDS, Account
from a3dav.registries import Property, ResourceType, Root, Values
from a3dav.resources import Resource, path_href
from a3dav.storage.transaction import StoredBody, Transaction
from a3dav.xml.names import DAV, dav
from a3dav.xml.writing import Prefixes, href
from a3dav_sharing.names import NOTIFICATION, NOTIFICATION_HOME, NOTIFICATIONS, cs

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.xml.reading import Element

MEDIA_TYPE = "application/xml"
MOST = 1_000
"""Notifications that one account keeps; the oldest go."""
XML = Prefixes({"D": DAV, "CS": CALENDARSERVER})
TYPES = (
    ResourceType(NOTIFICATION_HOME, (dav("collection"), cs("notifications")), collection=True),
    ResourceType(NOTIFICATION, content_type=MEDIA_TYPE, suffix=".xml"),
)
ROOT = Root(NOTIFICATIONS, NOTIFICATION_HOME)


def notify(tx: Transaction, house: House, receiver: Account, name: str, kind: str, content: bytes, about: str) -> None:
    """Leaves a notification of a kind, an element of CalendarServer's, in the place of one of the same name.

    It is `about` a calendar or an address book.
    """
    home = house.store.home(NOTIFICATIONS, receiver.id, receiver.name)
    if home is None:
        return
    tx.lock_accounts(receiver.id)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ").encode()
    told = XML.element(cs("dtstamp"), stamp) + _element("CS:", kind, about, content)
    data = XML.document(cs("notification"), told)
    body = StoredBody(data, None, len(data), house.store.etag(Body(data=data, length=len(data))))
    before = house.store.child(home, name)
    made = tx.put(home, name, before, body, kind=NOTIFICATION, content_type=MEDIA_TYPE)
    tx.set_properties(made, {cs("notificationtype"): _type(kind, about)})
    if before is None and house.store.count_members(home, MOST + 1) > MOST:
        tx.delete(house.store.members(home, limit=1)[0], home)


def _element(prefix: str, kind: str, about: str, content: bytes) -> bytes:
    return f'<{prefix}{kind} shared-type="{about}">'.encode() + content + f"</{prefix}{kind}>".encode()


def _type(kind: str, about: str) -> bytes:
    """The same element, with its attribute and empty (caldav-notifications §4.2.1)."""
    inner = _element("", kind, about, b"")
    return f'<notificationtype xmlns="{CALENDARSERVER}">'.encode() + inner + b"</notificationtype>"


def withdraw(tx: Transaction, house: House, receiver: Account, name: str) -> None:
    """Removes a notification that was answered or is beside the point by now."""
    home = house.store.home(NOTIFICATIONS, receiver.id, receiver.name)
    standing = house.store.child(home, name) if home is not None else None
    if home is not None and standing is not None:
        tx.lock_accounts(receiver.id)
        tx.delete(standing, home)


def _url(exchange: Exchange, principals: Sequence[Resource], _: Element | None) -> Values:
    """One's own alone: nobody else gets to what is there."""
    mine = exchange.actor.account
    place = href(path_href((NOTIFICATIONS, mine.name), True))
    return [place if principal.id == mine.id else None for principal in principals]


PROPERTIES = (
    Property(cs("notification-URL"), _url, kinds=frozenset(PRINCIPAL_KINDS)),
    Property(cs("notificationtype"), stored_element(cs("notificationtype")), kinds=frozenset({NOTIFICATION})),
)
