"""Sync tokens (RFC 6578): what a client has seen, in a URI only this store can have made.

A token names the epoch of the store, the collection, the view of the reader, and a version vector:
for each origin of changes the counter up to which they were seen. The epoch changes with a restore
from backup, the view with the reader's rights, the signature with the account that counts, and all
of them make older tokens invalid; so does the floor, below which nobody knows what was deleted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.house import House

PREFIX = "data:,"


def sync_token(house: House, collection: Resource, view: str, counter: int) -> str:
    """A token for one who was shown everything up to a counter through a view, asked for before the first page."""
    store = house.store
    fields = (store.epoch, collection.id.hex(), view, f"{store.origin}.{counter}")
    text = "/".join(fields)
    return f"{PREFIX}{text}/{_signature(house, collection, text)}"


def _signature(house: House, collection: Resource, text: str) -> str:
    return house.store.mac(f"{collection.account_id.hex()}/{text}")


def views_of(house: House, identity: Identity, collections: Sequence[Resource]) -> list[str]:
    """Each changes with what this reader may see of the collection, and of what it holds."""
    granted = house.privileges(identity, collections)
    beside = house.hooks.a3dav_views(house=house, identity=identity, collections=collections)
    seen_through = ["\n".join(lens.key for lens in own) for own in house.lenses.of(identity, collections)]
    columns = zip(granted, seen_through, *beside, strict=True)
    texts = ["\n".join([*sorted(own), *filter(None, more)]) for own, *more in columns]
    return [house.store.mac(text)[:8] for text in texts]


def view_of(house: House, identity: Identity, collection: Resource) -> str:
    return views_of(house, identity, [collection])[0]


def counter_of(house: House, identity: Identity, collection: Resource, token: str) -> int:
    """The counter a token vouches for; raises Forbidden (DAV:valid-sync-token) for any other token."""
    text, _, mac = token.removeprefix(PREFIX).rpartition("/")
    fields = text.split("/")
    if token.startswith(PREFIX) and len(fields) == 4 and mac == _signature(house, collection, text):
        epoch, collection_id, view, vector = fields
        origin, _, counter = vector.partition(".")
        if (
            epoch == house.store.epoch
            and collection_id == collection.id.hex()
            and view == view_of(house, identity, collection)
            and origin == house.store.origin
            and house.store.sync_floor(collection) <= int(counter) <= house.store.counter(collection.account_id)
        ):
            return int(counter)
    raise Forbidden("the sync token is not one of this collection", condition=dav("valid-sync-token"))


def is_current(house: House, identity: Identity, collection: Resource | None, token: str) -> bool:
    """True while no member changed since the token was given out to this reader (RFC 6578 §5)."""
    text, _, mac = token.removeprefix(PREFIX).rpartition("/")
    if collection is None or not text or mac != _signature(house, collection, text):
        return False
    epoch, collection_id, view, vector = text.split("/")
    return (
        epoch == house.store.epoch
        and collection_id == collection.id.hex()
        and int(vector.partition(".")[2]) >= collection.content_counter
        and view == view_of(house, identity, collection)
    )
