"""A subscription made without a client that can: by command, or over HTTP."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from a3dav.errors import A3davError, Conflict, Forbidden
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.mkcol import make_collection
from a3dav.principals import Identity
from a3dav.provisioning import whole
from a3dav.resources import Resource
from a3dav.writing import WriteContext, perform
from a3dav.xml.names import dav
from a3dav.xml.writing import escape
from a3dav_subscriptions.fetching import COLOUR, source_element, web_address
from a3dav_subscriptions.names import CALENDARS, FEED, SOURCE
from a3dav_subscriptions.properties import LONGEST
from a3dav_subscriptions.telling import subscriptions_of

if TYPE_CHECKING:
    from a3dav.house import House


def subscribe(
    house: House, identity: Identity, request_id: str, address: str, title: str = "", colour: str = ""
) -> Steps[Resource]:
    """Makes a subscribed calendar in the home of who asks; raises Forbidden for an address that is never asked."""
    write: WriteContext = yield Step(Lane.READ, _planned, (house, identity, request_id, address))
    write.properties[SOURCE] = source_element(address)
    if title:
        write.properties[dav("displayname")] = whole(dav("displayname"), escape(title[:LONGEST]))
    if colour:
        write.properties[COLOUR] = whole(COLOUR, escape(colour[:20]))
    written = yield from perform(write, make_collection)
    if written.after is None:
        raise LookupError("a write without an outcome")
    return written.after


def _planned(house: House, identity: Identity, request_id: str, address: str) -> WriteContext:
    account = identity.account
    _judge(house, address)
    home = house.store.home(CALENDARS, account.id, account.name)
    if home is None:
        raise Conflict(f"{account.name} has no calendars")
    name = next(name for name in _names(address) if house.store.child(home, name) is None)
    return WriteContext(house, identity, request_id, "mkcol", home, name, kind=FEED)


def _judge(house: House, address: str) -> None:
    if not address or len(address) > LONGEST:
        raise Forbidden("name the address of a feed, such as https://example.org/calendar.ics")
    try:
        house.outgoing.refuse(web_address(address))
    except A3davError as error:
        raise Forbidden(str(error)) from error


def refuse_more(write: WriteContext) -> None:
    """Whoever makes it, by whatever way."""
    if write.operation != "mkcol" or write.kind != FEED:
        return
    owner = write.house.store.accounts.by_id(write.parent.account_id)
    most = write.house.section("subscriptions").max_feeds
    if owner is not None and sum(1 for _ in subscriptions_of(write.house, owner)) >= most:
        raise Forbidden(f"an account subscribes to {most} feeds at most (plugins.subscriptions.max_feeds)")


def _names(address: str) -> Iterator[str]:
    digest = hashlib.blake2b(address.encode(), digest_size=6).hexdigest()
    yield f"feed-{digest}"
    number = 2
    while True:
        yield f"feed-{digest}-{number}"
        number += 1
