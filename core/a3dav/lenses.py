"""What readers see who are shown less, or something else, than is stored (decision 23).

Plugins hold lenses between a reader and the members of collections of other people. What is seen through them has an
entity tag and a size of its own, and what none of it is seen of is not there. Owners look without any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from a3dav.exchange import Body
from a3dav.lanes import HEAVY_BODY
from a3dav.principals import Identity
from a3dav.registries import Lens
from a3dav.resources import Resource, View

if TYPE_CHECKING:
    from a3dav.house import House

SEE_MICROSECONDS = 200
MOST_COUNTED = 1_000
MOST_VIEWS = 20_000
MOST_BYTES = 16 * 2**20

Views = dict[bytes, View | None]
"""By the id of a resource what is seen of it, None where nothing is; what is seen as it is stored is not there."""
Key = tuple[str, bytes, str]
_AS_STORED = View("", 0, b"")


class Lenses:
    """Looks through the lenses of the plugins, and keeps what was seen last."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known: dict[Key, View | None] = {}
        self._size = 0

    def are_clear(self, identity: Identity, resource: Resource) -> bool:
        """Whether nothing can be between a reader and a resource: lenses are for what others own."""
        return resource.collection or not resource.stored or resource.account_id == identity.account.id

    def of(self, identity: Identity, collections: Sequence[Resource]) -> list[tuple[Lens, ...]]:
        """Those between a reader and what each of these holds, in their order; of the collections ids alone count."""
        foreign = [c for c in collections if c.stored and c.account_id != identity.account.id]
        if not foreign:
            return [()] * len(collections)
        answers = self._house.hooks.a3dav_lenses(house=self._house, identity=identity, collections=foreign)
        found = {
            collection.id: tuple(lens for told in lenses for lens in told)
            for collection, *lenses in zip(foreign, *answers, strict=True)
        }
        return [found.get(collection.id, ()) for collection in collections]

    def before(self, identity: Identity, resource: Resource) -> tuple[Lens, ...]:
        """The lenses between a reader and a member of a collection, or what a collection holds."""
        return self.of(identity, [resource if resource.collection else _holder(resource)])[0]

    def views(self, identity: Identity, resources: Sequence[Resource]) -> Views:
        foreign = [r for r in resources if not r.collection and r.stored and r.account_id != identity.account.id]
        if not foreign:
            return {}
        holders = {resource.parent_id: _holder(resource) for resource in foreign}
        between = dict(zip(holders, self.of(identity, list(holders.values())), strict=True))
        found: Views = {}
        for parent_id, lenses in between.items():
            if lenses:
                found |= self._through(lenses, [resource for resource in foreign if resource.parent_id == parent_id])
        return found

    def seen(self, identity: Identity, resources: Sequence[Resource]) -> list[Resource]:
        """The resources with the entity tags and sizes they have for a reader, without those that are not there."""
        views = self.views(identity, resources)
        if not views:
            return list(resources)
        found = ((resource, views.get(resource.id, _AS_STORED)) for resource in resources)
        return [_as_seen(resource, view) for resource, view in found if view is not None]

    def bodies(self, identity: Identity, resources: Sequence[Resource], *, lost: bytes | None = None) -> list[bytes]:
        """The bodies as a reader sees them, empty where nothing is; `lost` as in `Store.bodies`."""
        views, store = self.views(identity, resources), self._house.store
        stored = iter(store.bodies([resource for resource in resources if resource.id not in views], lost=lost))
        return [_bytes_of(views[resource.id]) if resource.id in views else next(stored) for resource in resources]

    def body(self, identity: Identity, resource: Resource) -> Body:
        views = self.views(identity, [resource])
        if resource.id not in views:
            return self._house.store.body(resource)
        seen = _bytes_of(views[resource.id])
        return Body(seen, None, len(seen))

    def cost(self, identity: Identity, collection: Resource) -> int:
        """The CPU microseconds that looking at all members of a collection takes."""
        if not collection.collection or not self.before(identity, collection):
            return 0
        return SEE_MICROSECONDS * self._house.store.count_members(collection, MOST_COUNTED)

    def is_dear(self, identity: Identity, resource: Resource) -> bool:
        """Whether to look at a single object takes longer than the event loop has; what was seen before does not."""
        if resource.collection or resource.size <= HEAVY_BODY or resource.account_id == identity.account.id:
            return False
        lenses = self.before(identity, resource)
        return bool(lenses) and _keys(lenses, [resource])[0] not in self._known

    def learn(self, identity: Identity, resource: Resource, views: Views) -> None:
        """Keeps what was seen in another process."""
        lenses = self.before(identity, resource)
        if lenses:
            self._keep(_keys(lenses, [resource])[0], views.get(resource.id, _AS_STORED))

    def _through(self, lenses: Sequence[Lens], members: Sequence[Resource]) -> Views:
        is_a = self._house.types.is_a
        concerned = [m for m in members if any(is_a(m.kind, kind) for lens in lenses for kind in lens.kinds)]
        if not concerned:
            return {}
        keys = _keys(lenses, concerned)
        missing = [m for m, key in zip(concerned, keys, strict=True) if key not in self._known]
        looked = dict(zip((m.id for m in missing), self._look(lenses, missing), strict=True)) if missing else {}
        found: Views = {}
        for member, key in zip(concerned, keys, strict=True):
            view = looked[member.id] if member.id in looked else self._known.get(key, _AS_STORED)
            if view is not _AS_STORED:
                found[member.id] = view
            if member.id in looked:
                self._keep(key, view)
        return found

    def _look(self, lenses: Sequence[Lens], members: Sequence[Resource]) -> list[View | None]:
        is_a = self._house.types.is_a
        stored = self._house.store.bodies(members, lost=b"")
        seen: list[bytes | None] = list(stored)
        withheld = [False] * len(members)
        for lens in lenses:
            kinds = {m.kind for m in members if any(is_a(m.kind, kind) for kind in lens.kinds)}
            places = [place for place, body in enumerate(seen) if body is not None and members[place].kind in kinds]
            changed = lens.see([members[place] for place in places], [seen[place] or b"" for place in places])
            for place, body in zip(places, changed, strict=True):
                withheld[place] |= lens.withholds and body != seen[place]
                seen[place] = body
        return [self._view(*entry) for entry in zip(stored, seen, withheld, strict=True)]

    def _view(self, stored: bytes, seen: bytes | None, withheld: bool) -> View | None:
        if seen is None or seen == stored:
            return None if seen is None else _AS_STORED
        return View(self._house.store.etag(Body(data=seen)), len(seen), seen, withheld)

    def _keep(self, key: Key, view: View | None) -> None:
        self._size += view.size if view else 0
        if len(self._known) >= MOST_VIEWS or self._size > MOST_BYTES:
            self._known, self._size = {}, view.size if view else 0
        self._known[key] = view


def look_at(house: House, identity: Identity, resource: Resource) -> Views:
    """What somebody sees of a large object, in a process of the cpu lane."""
    return house.lenses.views(identity, [resource])


def _keys(lenses: Sequence[Lens], members: Sequence[Resource]) -> list[Key]:
    view = "\n".join(f"{lens.key} {lens.withholds:d}" for lens in lenses)
    marks = [lens.marks(members) for lens in lenses if lens.marks is not None]
    return [(view, member.version_id, "\n".join(own)) for member, *own in zip(members, *marks, strict=True)]


def _holder(member: Resource) -> Resource:
    """Stands for the collection that a member is in, which need not be read to be asked about."""
    return Resource("", member.path[:-1], True, member.parent_id, member.account_id, member.home_id)


def _bytes_of(view: View | None) -> bytes:
    return view.body if view is not None else b""


def _as_seen(resource: Resource, view: View) -> Resource:
    if view is _AS_STORED:
        return resource
    return replace(resource, etag=view.etag, size=view.size, withheld=view.withheld)
