"""Sync tokens (RFC 6578): what a client has seen, in a URI only this store can have made.

A token names the epoch of the store, the collection, the view of the reader, and a version vector:
for each origin of changes the counter up to which they were seen, and on a home one for each collection of others
that is mounted there. The epoch changes with a restore
from backup, the view with the reader's rights, the signature with the account that counts, and all
of them make older tokens invalid; so does the floor, below which nobody knows what was deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.mounted_views import SEPARATOR, Seen, newest, read, written
from a3dav.principals import Identity
from a3dav.resources import Mount, Resource
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.house import House

PREFIX = "data:,"


@dataclass(slots=True, frozen=True)
class Position:
    """What a token vouches for: a counter of the account, and entries for what is mounted in a home, by key."""

    counter: int = 0
    mounted: Mapping[str, Seen] = field(default_factory=dict)


def sync_token(house: House, collection: Resource, view: str, counter: int, mounted: Iterable[Seen] = ()) -> str:
    """A token for one who was shown everything up to a counter through a view, asked for before the first page."""
    store = house.store
    fields = (store.epoch, collection.id.hex(), view, f"{store.origin}.{counter}{written(mounted)}")
    text = "/".join(fields)
    return f"{PREFIX}{text}/{_signature(house, collection, text)}"


def mounted_in(house: House, identity: Identity, home: Resource) -> list[tuple[Resource, Seen]]:
    """The collections of others in a home as they stand now, each with its entry of a token."""
    found = [(one, one.mounted) for one in house.store.mounted(home) if one.mounted is not None]
    views = views_of(house, identity, [one for one, _ in found]) if found else []
    return [
        (one, Seen(_key(house, standing), view, standing.counter, newest(one)))
        for (one, standing), view in zip(found, views, strict=True)
    ]


def _key(house: House, standing: Mount) -> str:
    return house.store.mac(f"{standing.id.hex()}/{standing.name}")[:12]


def _signature(house: House, collection: Resource, text: str) -> str:
    return house.store.mac(f"{collection.account_id.hex()}/{text}")


def _is_ours(house: House, collection: Resource, text: str, mac: str) -> bool:
    return compare_digest(mac.encode(), _signature(house, collection, text).encode())


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


def position_of(house: House, identity: Identity, collection: Resource, token: str) -> Position:
    """What a token vouches for; raises Forbidden (DAV:valid-sync-token) for any other token."""
    text, _, mac = token.removeprefix(PREFIX).rpartition("/")
    fields = text.split("/")
    if token.startswith(PREFIX) and len(fields) == 4 and _is_ours(house, collection, text, mac):
        epoch, collection_id, view, vector = fields
        origin, position = _vector(vector)
        if (
            epoch == house.store.epoch
            and collection_id == collection.id.hex()
            and view == view_of(house, identity, collection)
            and origin == house.store.origin
            and house.store.sync_floor(collection) <= position.counter <= house.store.counter(collection.account_id)
            and all(_goes_on(house, one, now, position) for one, now in mounted_in(house, identity, collection))
        ):
            return position
    raise Forbidden("the sync token is not one of this collection", condition=dav("valid-sync-token"))


def _vector(text: str) -> tuple[str, Position]:
    own, *mounted = text.split(SEPARATOR)
    origin, _, counter = own.partition(".")
    return origin, Position(int(counter), read(mounted))


def _goes_on(house: House, collection: Resource, now: Seen, position: Position) -> bool:
    """Whether one can be told what became of a mount: it is new to the client, or seen as it was."""
    before = position.mounted.get(now.key)
    if before is None or (before.view == now.view and not before.counter):
        return True
    return before.view == now.view and house.store.sync_floor(collection) <= before.counter <= now.counter


def is_current(house: House, identity: Identity, collection: Resource | None, token: str) -> bool:
    """True while no member changed since the token was given out to this reader (RFC 6578 §5)."""
    text, _, mac = token.removeprefix(PREFIX).rpartition("/")
    if collection is None or not text or not _is_ours(house, collection, text, mac):
        return False
    epoch, collection_id, view, vector = text.split("/")
    position = _vector(vector)[1]
    return (
        epoch == house.store.epoch
        and collection_id == collection.id.hex()
        and position.counter >= collection.content_counter
        and view == view_of(house, identity, collection)
        and all(position.mounted.get(now.key) == now for _, now in mounted_in(house, identity, collection))
    )
