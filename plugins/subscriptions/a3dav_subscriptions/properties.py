"""What subscribed calendars say of themselves: where they come from, and how often they are fetched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.outgoing import OutgoingError
from a3dav.query import Whole
from a3dav.registries import Getter, Property, ResourceType, Values
from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext
from a3dav.xml.names import dav
from a3dav.xml.reading import Element
from a3dav.xml.writing import serialise
from a3dav_subscriptions import feeds
from a3dav_subscriptions.feeds import address_in
from a3dav_subscriptions.fetching import web_address
from a3dav_subscriptions.names import (
    BIRTHDAYS,
    CALDAV_CALENDAR,
    CALENDAR,
    ELEMENTS,
    FEED,
    OBJECT,
    RATE,
    SOURCE,
    STRIPPED,
)

if TYPE_CHECKING:
    from a3dav.exchange import Exchange

LONGEST = 4_000
LOCATION = "{urn:ietf:params:xml:ns:caldav}calendar-collection-location-ok"

TYPES = (
    ResourceType(FEED, ELEMENTS, collection=True, member=OBJECT, location_condition=LOCATION, like=CALENDAR),
    ResourceType(BIRTHDAYS, ELEMENTS[:2], collection=True, member=OBJECT, location_condition=LOCATION, like=CALENDAR),
)
MADE = {frozenset(ELEMENTS): FEED, frozenset(ELEMENTS) - {CALDAV_CALENDAR}: FEED}
"""Apple's clients name the calendar among the types, others do not."""


def _stored(name: str) -> Getter:
    def getter(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
        kept = exchange.stored(resources)
        found = (kept.get(resource.id, {}).get(name) for resource in resources)
        return [Whole(element) if element is not None else None for element in found]

    return getter


def _set_source(write: WriteContext, element: Element | None) -> None:
    kept = serialise(element) if element is not None else b""
    address = address_in(kept) if kept else ""
    if not address or len(address) > LONGEST:
        raise Forbidden("a subscribed calendar has a CS:source with the DAV:href of its feed")
    try:
        write.house.outgoing.refuse(web_address(address))
    except OutgoingError as error:
        raise Forbidden(str(error)) from error
    write.set_property(SOURCE, kept)
    write.also.append(_begin_anew)


def _begin_anew(tx: Transaction, write: WriteContext) -> None:
    collection = write.after or write.before
    if collection is not None:
        feeds.begin(tx, collection)


def _setter(name: str) -> Callable[[WriteContext, Element | None], None]:
    def setter(write: WriteContext, element: Element | None) -> None:
        write.set_property(name, serialise(element) if element is not None else None)
        write.also.append(_begin_anew)

    return setter


FEEDS = frozenset({FEED})
PROPERTIES = (
    Property(SOURCE, _stored(SOURCE), _set_source, kinds=FEEDS),
    *(Property(name, _stored(name), _setter(name), kinds=FEEDS) for name in (RATE, *STRIPPED.values())),
)


def refuse_without_source(write: WriteContext) -> None:
    """A subscription that was made without an address could never be fetched."""
    if write.operation == "mkcol" and write.kind == FEED and SOURCE not in write.properties:
        raise Forbidden("a subscribed calendar is made with a CS:source", condition=dav("valid-resourcetype"))


def is_ours(kind: str) -> bool:
    return kind in {FEED, BIRTHDAYS}
