"""What an identifier in a call leads to, as whoever calls sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from a3dav.errors import NotFound
from a3dav.resources import Resource
from a3dav.xml.names import dav

if TYPE_CHECKING:
    from a3dav.api.call import ApiCall

READ = dav("read")


def reach(call: ApiCall, name: str, kind: str = "", privilege: str = READ) -> Resource:
    """What the identifier in a parameter stands for, if it is of this kind and the caller has the privilege on it.

    Something of somebody else that stands in a home of the caller is reached there. What may not be seen is answered as
    what never was.
    """
    found = _found(call, bytes.fromhex(call.parameters[name]))
    if found is None or (kind and not call.house.types.is_a(found.kind, kind)):
        raise _nothing()
    return _seen(call, found, privilege)


def member(call: ApiCall, collection: Resource, name: str, kind: str = "") -> Resource:
    """The member of a collection that the identifier in a parameter stands for."""
    found = call.house.store.by_ids(collection, [bytes.fromhex(call.parameters[name])])
    if not found or (kind and not call.house.types.is_a(found[0].kind, kind)):
        raise _nothing()
    return _seen(call, found[0], READ)


def _seen(call: ApiCall, found: Resource, privilege: str) -> Resource:
    house, identity = call.house, call.identity
    seen = house.lenses.seen(identity, house.permitted(identity, [found], privilege))
    if not seen:
        raise _nothing()
    return seen[0]


def _nothing() -> NotFound:
    return NotFound("nothing has this identifier")


def _found(call: ApiCall, resource_id: bytes) -> Resource | None:
    store, me = call.house.store, call.identity.account
    found = store.resource(resource_id)
    if found is None or found.account_id == me.id:
        return found
    above = store.ancestors(found)
    mine = {one.collection_id: one for one in store.mounts.of_collections(above) if one.account_id == me.id}
    for depth, ancestor in enumerate(above):
        if (standing := mine.get(ancestor)) is None:
            continue
        home = store.resource(standing.home_id)
        mounted = store.at_mount(home, standing) if home is not None else None
        if mounted is None or depth == 0:
            return mounted
        return replace(found, path=(*mounted.path, *found.path[len(found.path) - depth :]))
    return found
