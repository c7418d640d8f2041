"""What calendars and address books tell of how they are shared: to sharers by whom, to sharees from where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from a3dav.live_properties import each
from a3dav.principals import Account
from a3dav.registries import Property, Values
from a3dav.resources import Resource, path_href
from a3dav.xml.names import dav
from a3dav.xml.writing import DAV_ONLY, escape, href
from a3dav_sharing.names import CALENDAR, SHAREABLE, cs
from a3dav_sharing.notifications import XML
from a3dav_sharing.sharees import address_of
from a3dav_sharing.shares import (
    ACCEPTED,
    DECLINED,
    INVITED,
    READ_WRITE,
    Invitation,
    Share,
    access_of,
    invitations_on,
    shares_on,
)
from a3dav_sharing.telling import STATES, access_element

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.xml.reading import Element

Resources = Sequence[Resource]
Sharee = Callable[[Account, Share, str], bytes]


def mark(exchange: Exchange, resources: Resources) -> Sequence[bytes]:
    """CS:shared-owner and CS:shared in DAV:resourcetype."""
    owned, house = _owned(exchange, resources), exchange.house
    given = house.standing.recall_each("sharing.given", owned, lambda ids: _given(house, ids))
    owner, shared = XML.element(cs("shared-owner")), XML.element(cs("shared"))
    return [shared if resource.mounted is not None else owner * given.get(resource.id, False) for resource in resources]


def _given(house: House, collections: Sequence[bytes]) -> dict[bytes, bool]:
    found = {share.collection_id for share in shares_on(house, collections)}
    return {one: one in found for one in collections}


def _owned(exchange: Exchange, resources: Resources) -> list[bytes]:
    """Those of one's own: nobody else learns with whom they are shared."""
    return [resource.id for resource in resources if resource.account_id == exchange.actor.account.id]


def _invite(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    return _sharees(exchange, resources, _user)


def _dav_invite(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    return _sharees(exchange, resources, _dav_sharee)


def _sharees(exchange: Exchange, resources: Resources, render: Sharee) -> Values:
    """A sharee for each share of a collection; a group has accepted when somebody in it has."""
    owned = _owned(exchange, resources)
    shares = shares_on(exchange.house, owned)
    answers = _answers(invitations_on(exchange.house, owned)) if shares else {}
    accounts = exchange.accounts(share.sharee_id for share in shares)
    found: dict[bytes, bytes] = {}
    for share, account in zip(shares, accounts, strict=True):
        if account is not None:
            state = answers.get(share.id, INVITED)
            found[share.collection_id] = found.get(share.collection_id, b"") + render(account, share, state)
    return [found.get(resource.id) if resource.mounted is None else None for resource in resources]


def _answers(invitations: Sequence[Invitation]) -> dict[bytes, str]:
    order = (DECLINED, INVITED, ACCEPTED)
    found: dict[bytes, str] = {}
    for entry in invitations:
        found[entry.share.id] = max(found.get(entry.share.id, DECLINED), entry.state, key=order.index)
    return found


def _user(account: Account, share: Share, state: str) -> bytes:
    words = XML.element(cs("summary"), escape(share.words)) if share.words else b""
    inner = (
        href(address_of(account))
        + XML.element(cs("common-name"), escape(account.shown_name))
        + XML.element(cs(STATES[state]))
        + XML.element(cs("access"), access_element(share.access))
    )
    return XML.element(cs("user"), inner + words)


def _dav_sharee(account: Account, share: Share, state: str) -> bytes:
    name = DAV_ONLY.element(dav("displayname"), escape(account.shown_name))
    inner = (
        href(address_of(account))
        + DAV_ONLY.element(dav("prop"), name)
        + DAV_ONLY.element(dav("comment"), escape(share.words))
        + DAV_ONLY.element(dav("share-access"), _dav_access(share.access))
        + DAV_ONLY.element(dav(STATES[state]))
    )
    return DAV_ONLY.element(dav("sharee"), inner)


def _dav_access(access: str) -> bytes:
    return DAV_ONLY.element(dav("read-write" if access == READ_WRITE else "read"))


def _modes(exchange: Exchange, resource: Resource) -> bytes | None:
    if resource.account_id != exchange.actor.account.id:
        return None
    is_calendar = exchange.house.types.is_a(resource.kind, CALENDAR)
    publishable = is_calendar and exchange.house.section("sharing").links
    return XML.element(cs("can-be-shared")) + XML.element(cs("can-be-published")) * publishable


def _shared_url(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    found = [exchange.store.resource(r.id) if r.mounted is not None else None for r in resources]
    return [href(path_href(source.path, True)) if source is not None else None for source in found]


def _share_access(exchange: Exchange, resources: Resources, _: Element | None) -> Values:
    given = {share.collection_id for share in shares_on(exchange.house, _owned(exchange, resources))}
    accesses = access_of(exchange.house, exchange.actor, resources)
    return [
        DAV_ONLY.element(dav("shared-owner"))
        if resource.id in given
        else _dav_access(access)
        if access
        else DAV_ONLY.element(dav("not-shared"))
        for resource, access in zip(resources, accesses, strict=True)
    ]


def _identity(_: Exchange, resource: Resource) -> bytes:
    """The same for everybody who has a share of it, wherever it stands."""
    return href(UUID(bytes=resource.id).urn)


PROPERTIES = (
    Property(cs("invite"), _invite, kinds=SHAREABLE, steady=True),
    Property(cs("allowed-sharing-modes"), each(_modes), kinds=SHAREABLE, steady=True),
    Property(cs("shared-url"), _shared_url, kinds=SHAREABLE, steady=True),
    Property(dav("invite"), _dav_invite, kinds=SHAREABLE, steady=True),
    Property(dav("share-access"), _share_access, kinds=SHAREABLE, steady=True),
    Property(dav("share-resource-uri"), each(_identity), kinds=SHAREABLE, steady=True),
)
