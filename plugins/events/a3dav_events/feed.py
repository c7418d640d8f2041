"""The change log as one reader may see it: which things changed, and nothing of what stands in them.

Rights and lenses are those of the moment. Of what a reader does not see, and did not see before the change, they hear
nothing; what they saw and see no longer is told as gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from a3dav.identifiers import made_at
from a3dav.principals import Identity
from a3dav.resources import Resource
from a3dav.storage.log import Logged
from a3dav.storage.transaction import Operation
from a3dav.xml.names import dav
from a3dav_events.nouns import noun_of, noun_of_lost, verb_of
from a3dav_events.places import Places, mounted_for

if TYPE_CHECKING:
    from a3dav.house import House

READ = dav("read")
_GONE = {Operation.DELETE, Operation.MOVE_OUT}
_MOUNTS = {Operation.MOUNT, Operation.UNMOUNT}


@dataclass(slots=True, frozen=True)
class News:
    """One change as a reader hears of it; `etag` is that of now, of what is still there."""

    position: int
    type: str
    id: bytes
    collection_id: bytes
    account_id: bytes
    href: str
    etag: str
    time: int


@dataclass(slots=True, frozen=True)
class Page:
    news: Sequence[News]
    position: int
    more: bool


class Feed:
    """What one reader may follow: what is theirs, what others share with them, or `collections` alone."""

    def __init__(self, house: House, identity: Identity, collections: Sequence[bytes] = ()) -> None:
        self._house, self._identity, self._only = house, identity, frozenset(collections)

    def topics(self) -> frozenset[bytes]:
        """The accounts whose changes may concern the reader."""
        account = self._identity.account
        if not self._only:
            return frozenset((account.id, *(one.account_id for one in mounted_for(self._house, account).values())))
        places = Places(self._house, account)
        return frozenset(found.account_id for one in self._only if (found := places.resource(one)))

    def lacks(self) -> bool:
        """Whether something was asked for that is not there for this reader."""
        places = Places(self._house, self._identity.account)
        found = [found for one in sorted(self._only) if (found := places.resource(one)) and found.collection]
        return len(self._house.permitted(self._identity, found, READ)) < len(self._only)

    def page(self, position: int, limit: int) -> Page:
        rows = self._house.store.log.behind(position, self.topics(), limit)
        last = rows[-1].position if rows else position
        return Page(self._told([row for row in rows if self._is_asked_for(row)]), last, len(rows) == limit)

    def _is_asked_for(self, row: Logged) -> bool:
        return not self._only or not self._only.isdisjoint((row.collection_id, row.resource_id))

    def _told(self, rows: Sequence[Logged]) -> list[News]:
        places = Places(self._house, self._identity.account)
        places.read({row.collection_id for row in rows} | {row.resource_id for row in rows})
        found = [(row, thing) for row in rows if (thing := self._thing(row, places)) is not None]
        visible = self._visible([thing for _, thing in found])
        told = [self._one(row, thing, seen) for (row, thing), seen in zip(found, visible, strict=True)]
        return [news for news in told if news is not None]

    # -- what a row is about -----------------------------------------------------------------------

    def _thing(self, row: Logged, places: Places) -> Thing | None:
        """None where a later row says what became of it, and for homes, which nobody made."""
        if row.operation in _MOUNTS:
            return self._mount(row, places)
        if row.operation in _GONE:
            return self._lost(row, places)
        resource = places.resource(row.resource_id)
        if resource is None or resource.id == resource.home_id or resource.parent_id != row.collection_id:
            return None
        return Thing(resource, noun_of(self._house, resource.kind, collection=resource.collection))

    def _mount(self, row: Logged, places: Places) -> Thing | None:
        if row.account_id != self._identity.account.id:
            return None
        if row.operation == Operation.UNMOUNT:
            return self._lost(row, places)
        standing = self._house.store.mounts.by_id(row.resource_id)
        resource = places.resource(standing.collection_id) if standing is not None else None
        if resource is None:
            return None
        return Thing(resource, noun_of(self._house, resource.kind, collection=True))

    def _lost(self, row: Logged, places: Places) -> Thing | None:
        parent = places.resource(row.collection_id)
        if parent is None:
            return None
        name, collection, resource_id = self._buried(row)
        stands = Resource(
            parent.kind, (*parent.path, name or row.resource_id.hex()), collection, resource_id, parent.account_id,
            parent.home_id, parent.id,
        )  # fmt: skip
        return Thing(stands, noun_of_lost(self._house, parent.kind, collection=collection), gone=True)

    def _buried(self, row: Logged) -> tuple[str, bool, bytes]:
        """The name something had, whether it was a collection, and its id, unless the name was lost again."""
        found = self._house.store.engine.row(
            "SELECT name, collection, resource_id FROM tombstones WHERE collection_id = ? AND counter = ?",
            (row.collection_id, row.counter),
        )
        if found is None:
            return "", False, row.resource_id
        return str(found[0]), bool(found[1]), bytes(found[2])

    # -- what the reader sees of it ----------------------------------------------------------------

    def _visible(self, things: Sequence[Thing]) -> list[Resource | None]:
        """Each as it is seen, None of what is not; of what is gone, what stands for it."""
        house, identity = self._house, self._identity
        subjects = {id(thing.resource): thing.resource for thing in things}
        permitted = {id(one) for one in house.permitted(identity, list(subjects.values()), READ)}
        live = {
            thing.resource.id: thing.resource for thing in things if not thing.gone and id(thing.resource) in permitted
        }
        seen = {resource.id: resource for resource in house.lenses.seen(identity, list(live.values()))}
        return [
            (thing.resource if thing.gone else seen.get(thing.resource.id)) if id(thing.resource) in permitted else None
            for thing in things
        ]

    def _one(self, row: Logged, thing: Thing, seen: Resource | None) -> News | None:
        gone = thing.gone or seen is None
        if seen is None and not self._is_hidden(thing.resource):
            return None
        if gone and not self._was_seen(row, thing.resource):
            return None
        operation = Operation.DELETE if gone and not thing.gone else row.operation
        verb = verb_of(operation, known_before=bool(row.parent_counter))
        resource = thing.resource if seen is None else seen
        return News(
            row.position, f"{thing.noun}.{verb}", resource.id, row.collection_id, row.account_id, resource.href,
            f'"{resource.etag}"' if resource.etag and not gone else "", row.time,
        )  # fmt: skip

    def _is_hidden(self, resource: Resource) -> bool:
        """Whether a lens alone keeps something from a reader who may read where it is."""
        return bool(self._house.permitted(self._identity, [resource], READ))

    def _was_seen(self, row: Logged, resource: Resource) -> bool:
        """Whether the reader saw this before the change, of which nothing else may tell them."""
        house, identity = self._house, self._identity
        if resource.collection or not house.lenses.before(identity, resource):
            return True
        before = row.counter - 1
        version_id = house.store.version_at(resource, before)
        if version_id is None:  # nobody keeps it any more, or it was made with this change
            return house.store.counter_at(resource.account_id, made_at(resource.id)) < before
        parent = house.store.resource(resource.parent_id, ())
        kind = house.types[parent.kind].member if parent is not None else resource.kind
        return bool(house.lenses.seen(identity, [replace(resource, kind=kind, version_id=version_id)]))


@dataclass(slots=True, frozen=True)
class Thing:
    """What a row is about, and what it is called."""

    resource: Resource
    noun: str
    gone: bool = False
