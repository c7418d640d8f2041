"""Which locks stand around a resource, and which of them forbid a write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import Locked
from a3dav.identifiers import now_ms
from a3dav.resources import Path, Resource, path_href
from a3dav.storage.rows import Lock
from a3dav.xml.names import dav
from a3dav.xml.writing import href

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.writing import WriteContext

DISCOVERED = dav("lockdiscovery")
HOME_DEPTH = 2
TOKEN_SUBMITTED = dav("lock-token-submitted")


def locks_around(house: House, resources: Sequence[Resource]) -> Callable[[Resource], list[Lock]]:
    """A function that gives the locks on a resource, its own and inherited; the store is asked once a home."""
    by_home = {home: house.store.locks_of_home(home) for home in {r.home_id for r in resources if r.stored}}

    def around(resource: Resource) -> list[Lock]:
        locks = by_home.get(resource.home_id) if resource.stored else None
        return _on(house, resource, locks) if locks else []

    return around


def _on(house: House, resource: Resource, locks: Sequence[Lock]) -> list[Lock]:
    chain = house.store.ancestors(resource)
    return [entry for entry in locks if entry.resource_id == resource.id or (entry.deep and entry.resource_id in chain)]


def covering(house: House, path: Path) -> list[Lock]:
    """Locks whose scope covers a path, where nothing may be mapped yet."""
    resource = house.resolve(path)
    if resource is not None:
        return locks_around(house, [resource])(resource)
    parent = house.resolve(path[:-1]) if path else None
    if parent is None:
        return []
    return [entry for entry in locks_around(house, [parent])(parent) if entry.deep or entry.resource_id == parent.id]


def blocking(write: WriteContext) -> None:
    """Raises Locked unless the client showed the token of every lock that the write touches (RFC 4918 §7)."""
    if write.before is not None and write.operation in {"lock", "lock-refresh", "unlock"}:
        return  # judged by LOCK and UNLOCK themselves
    for entry in _refusing(_touched(write), write):
        raise _locked(write.house, entry, write.before or write.parent)


def unlocked(write: WriteContext, resources: Sequence[Resource]) -> list[Resource]:
    """Those of other resources that no lock keeps this write from changing, in their order."""
    around = locks_around(write.house, resources)
    return [resource for resource in resources if not any(_refusing(around(resource), write))]


def _refusing(touched: Sequence[Lock], write: WriteContext) -> Iterator[Lock]:
    shown = write.preconditions.tokens
    for entry in touched:
        held = entry.token in shown and entry.account_id == write.identity.account.id
        if not held and not _has_own_shared(touched, entry, write):
            yield entry


def _has_own_shared(touched: Sequence[Lock], entry: Lock, write: WriteContext) -> bool:
    """A holder of one shared lock may write although others share it (RFC 4918 §7.2)."""
    return entry.shared and any(
        other.shared
        and other.resource_id == entry.resource_id
        and other.token in write.preconditions.tokens
        and other.account_id == write.identity.account.id
        for other in touched
    )


def locked_near(house: House, entry: Lock, near: Resource | None) -> Resource | None:
    """What a lock stands on, at the path by which something above or below it was reached; None for what is gone."""
    found = house.store.resource(entry.resource_id)
    if found is None or near is None:
        return found
    above = house.store.ancestors(near)
    if found.id in above and len(near.path) - above.index(found.id) > HOME_DEPTH:
        return found.at(near.path[: len(near.path) - above.index(found.id)])
    own = house.store.ancestors(found)
    if near.id in own and near.id != near.home_id:
        return found.at((*near.path, *found.path[len(found.path) - own.index(near.id) :]))
    return found


def _locked(house: House, entry: Lock, near: Resource | None) -> Locked:
    resource = locked_near(house, entry, near)
    root = resource.href if resource else path_href((), True)
    return Locked("the resource is locked", condition=TOKEN_SUBMITTED, content=href(root))


def _touched(write: WriteContext) -> list[Lock]:
    house = write.house
    found: dict[str, Lock] = {}
    if write.before is not None and write.operation != "unmount":  # what is locked stays where it is
        found |= _on_target(house, write.before, whole=write.operation in {"delete", "copy", "move"})
    if _changes_membership(write):
        found |= _on_membership(house, write.parent)
    if write.operation == "move" and write.source is not None and write.source_parent is not None:
        found |= _on_target(house, write.source, whole=True)
        found |= _on_membership(house, write.source_parent)
    return list(found.values())


def _changes_membership(write: WriteContext) -> bool:
    return write.before is None or write.operation in {"delete", "move", "unmount", "rename-mount"}


def _on_membership(house: House, parent: Resource) -> dict[str, Lock]:
    return {entry.token: entry for entry in locks_around(house, [parent])(parent)}


def _on_target(house: House, resource: Resource, *, whole: bool) -> dict[str, Lock]:
    if not resource.stored:
        return {}
    locks = house.store.locks_of_home(resource.home_id)
    if not locks:
        return {}
    found = {entry.token: entry for entry in _on(house, resource, locks)}
    if whole and resource.collection:
        found |= {entry.token: entry for entry in locks if _is_below(house, entry, resource)}
    return found


def _is_below(house: House, entry: Lock, collection: Resource) -> bool:
    locked = house.store.resource(entry.resource_id)
    return locked is not None and collection.id in house.store.ancestors(locked)


def active_lock(exchange: Exchange, entry: Lock, near: Resource | None) -> bytes:
    """The D:activelock element (RFC 4918 §14.1), for one who sees a resource that the lock covers."""
    resource = locked_near(exchange.house, entry, near)
    root = href(resource.href if resource else path_href((), True))
    seconds = max(0, (entry.expires - now_ms()) // 1000)
    return (
        b"<D:activelock><D:locktype><D:write/></D:locktype><D:lockscope><D:"
        + (b"shared" if entry.shared else b"exclusive")
        + b"/></D:lockscope><D:depth>" + (b"infinity" if entry.deep else b"0") + b"</D:depth>"
        + entry.owner
        + f"<D:timeout>Second-{seconds}</D:timeout>".encode()
        + b"<D:locktoken>" + href(entry.token) + b"</D:locktoken><D:lockroot>" + root
        + b"</D:lockroot></D:activelock>"
    )  # fmt: skip
