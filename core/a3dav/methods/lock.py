"""LOCK and UNLOCK (RFC 4918 §9.10, §9.11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from a3dav.errors import (
    BadRequest,
    Conflict,
    DavError,
    FailedDependency,
    Forbidden,
    Locked,
    MembersRefused,
    PreconditionFailed,
)
from a3dav.exchange import Body, Exchange, Response
from a3dav.headers import INFINITY, depth, timeout
from a3dav.identifiers import now_ms
from a3dav.lanes import Lane, Step, Steps
from a3dav.locks import DISCOVERED, active_lock, locked_near, locks_around
from a3dav.preconditions import Preconditions
from a3dav.principals import Role
from a3dav.refusals import need, refuse_hidden
from a3dav.resources import Path, Resource
from a3dav.storage.rows import Lock
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, perform, write_of
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child, read_xml
from a3dav.xml.writing import CONTENT_TYPE, DAV_ONLY, href, serialise

if TYPE_CHECKING:
    from a3dav.house import House

MAX_OWNER = 8_192


@dataclass(slots=True, frozen=True)
class Asked:
    shared: bool
    deep: bool
    seconds: int
    owner: bytes


def early_lock(exchange: Exchange) -> None:
    """A name nobody used is locked by an empty member, where empty members may be (RFC 4918 §7.3)."""
    if exchange.parent is None or not exchange.parent.collection:
        raise Conflict("the collection that should hold this resource does not exist")
    holder = exchange.house.types[exchange.parent.kind]
    if not holder.empty_member:
        condition = exchange.house.types[holder.member].empty_condition if holder.member else ""
        raise Forbidden("an empty resource cannot stand here", condition=condition or None)


def lock(exchange: Exchange) -> Steps[Response]:
    if not exchange.request.body.length:
        return (yield from _refresh(exchange))
    asked = _asked(exchange)
    if exchange.parent is None or (exchange.target and not exchange.target.stored):
        raise Forbidden("this resource exists by configuration and cannot be locked")
    write = write_of(exchange, "lock", exchange.parent, exchange.path[-1])
    write.before, made = exchange.target, exchange.target is None
    if made:
        write.kind = exchange.house.types[exchange.parent.kind].member
        write.body = Body()
        write.content_type = exchange.house.types[write.kind].content_type
    granted: list[Lock] = []
    yield from perform(write, lambda tx, attempt: granted.append(_grant(tx, attempt, asked)))
    entry = granted[-1]
    body = yield Step(Lane.READ, _discovery, (exchange, entry))
    token = ("Lock-Token", f"<{entry.token}>")
    return Response(201 if made else 200, body, [token], CONTENT_TYPE)


def _asked(exchange: Exchange) -> Asked:
    limits = exchange.house.settings.limits
    body = read_xml(exchange.request.body.read(), max_depth=limits.max_xml_depth, max_elements=limits.max_xml_elements)
    scope, kind = child(body, dav("lockscope")), child(body, dav("locktype"))
    if body.tag != dav("lockinfo") or scope is None or kind is None or child(kind, dav("write")) is None:
        raise BadRequest("LOCK takes a lockinfo with a lockscope and the locktype write")
    shared = child(scope, dav("shared")) is not None
    if not shared and child(scope, dav("exclusive")) is None:
        raise BadRequest("the lockscope is exclusive or shared")
    levels = depth(exchange.request, default=INFINITY)
    if levels == 1:
        raise BadRequest("LOCK takes Depth 0 or infinity")
    owner = _owner(child(body, dav("owner")))
    return Asked(shared, levels == INFINITY, timeout(exchange.request, maximum=limits.lock_seconds), owner)


def _owner(element: Element | None) -> bytes:
    owner = serialise(element) if element is not None else b""
    if len(owner) > MAX_OWNER:
        raise BadRequest(f"the owner of a lock may have {MAX_OWNER} bytes")
    return owner


def _grant(tx: Transaction, write: WriteContext, asked: Asked) -> Lock:
    """Decided in the transaction: two exclusive locks never stand together (RFC 4918 §6.1)."""
    resource = write.before
    if resource is None and write.stored is not None:
        resource = tx.put(
            write.parent, write.name, None, write.stored, kind=write.kind, content_type=write.content_type
        )
    if resource is None:
        raise Conflict("what should be locked is gone")
    _refuse_conflict(write, resource, asked)
    write.after = resource
    entry = Lock(
        f"urn:uuid:{uuid4()}", resource.home_id, resource.id, write.identity.account.id, asked.shared,
        asked.deep and resource.collection, asked.owner, asked.seconds, now_ms() + asked.seconds * 1000,
    )  # fmt: skip
    tx.add_lock(entry)
    return entry


def _refuse_conflict(write: WriteContext, resource: Resource, asked: Asked) -> None:
    house = write.house
    standing = locks_around(house, [resource])(resource)
    for entry in standing:
        if not (entry.shared and asked.shared):
            raise _conflict(locked_near(house, entry, resource) or resource)
    if asked.deep and resource.collection:
        below = [entry for entry in house.store.locks_of_home(resource.home_id) if entry not in standing]
        _refuse_locked_members(house, resource, [entry for entry in below if not (entry.shared and asked.shared)])


def _refuse_locked_members(house: House, collection: Resource, entries: Sequence[Lock]) -> None:
    """RFC 4918 §9.10.3: a deep lock that a member is in the way of names the member."""
    locked = [resource for entry in entries if (resource := locked_near(house, entry, collection))]
    refused: dict[tuple[Path, bool], DavError] = {
        (member.path, member.collection): _conflict(member)
        for member in locked
        if collection.id in house.store.ancestors(member)
    }
    if refused:
        raise MembersRefused(refused | {(collection.path, True): FailedDependency("a member is locked")})


def _conflict(locked: Resource) -> Locked:
    return Locked("another lock stands here", condition=dav("no-conflicting-lock"), content=href(locked.href))


def _refresh(exchange: Exchange) -> Steps[Response]:
    """A LOCK without a body renews the one lock its If header names (RFC 4918 §9.10.2)."""
    entry = yield Step(Lane.READ, _lock_to_refresh, (exchange,))
    if exchange.parent is None:
        raise PreconditionFailed("no lock to refresh")
    seconds = timeout(exchange.request, maximum=exchange.house.settings.limits.lock_seconds)
    write = write_of(exchange, "lock-refresh", exchange.parent, exchange.path[-1])
    write.before = exchange.target
    yield from perform(write, lambda tx, _: tx.refresh_lock(entry.token, seconds))
    body = yield Step(Lane.READ, _discovery, (exchange, None))
    return Response(200, body, content_type=CONTENT_TYPE)


def _lock_to_refresh(exchange: Exchange) -> Lock:
    tokens = Preconditions.of(exchange).tokens
    if not tokens:
        raise BadRequest("a LOCK without a body needs the lock token in an If header")
    if exchange.target is None:
        raise PreconditionFailed("nothing is there, and no lock on it", condition=dav("lock-token-matches-request-uri"))
    for entry in locks_around(exchange.house, [exchange.target])(exchange.target):
        if entry.token in tokens and entry.account_id == exchange.actor.account.id:
            return entry
    raise PreconditionFailed("no such lock", condition=dav("lock-token-matches-request-uri"))


def _discovery(exchange: Exchange, entry: Lock | None) -> bytes:
    target = exchange.house.resolve(exchange.path)
    if entry is not None:
        locks = [entry]
    else:
        locks = locks_around(exchange.house, [target])(target) if target else []
    active = b"".join(active_lock(exchange, lock, target) for lock in locks)
    return DAV_ONLY.document(dav("prop"), DAV_ONLY.element(DISCOVERED, active))


def unlock(exchange: Exchange) -> Steps[Response]:
    token = exchange.request.header("lock-token").strip()
    yield Step(Lane.READ, _refuse_to_unlock, (exchange, token))
    if exchange.parent is None:
        raise Conflict("nothing is locked here")
    write = write_of(exchange, "unlock", exchange.parent, exchange.path[-1])
    write.before = exchange.target
    yield from perform(write, lambda tx, _: _release(tx, token[1:-1]))
    return Response(204)


def _refuse_to_unlock(exchange: Exchange, token: str) -> None:
    """Whoever made a lock may remove it (RFC 3744 §3.5), also where they may do nothing else by now."""
    around = locks_around(exchange.house, [exchange.resource])(exchange.resource)
    entry = next((entry for entry in around if f"<{entry.token}>" == token), None)
    mine = entry is not None and entry.account_id == exchange.actor.account.id
    if not mine and not _may_unlock(exchange):
        refuse_hidden(exchange, exchange.path)
        raise need(exchange.path, "unlock", collection=exchange.resource.collection)
    if not (token.startswith("<") and token.endswith(">")):
        raise BadRequest("UNLOCK needs a Lock-Token header")
    if entry is None:
        raise Conflict("no such lock on this resource", condition=dav("lock-token-matches-request-uri"))


def _may_unlock(exchange: Exchange) -> bool:
    needed = "read" if exchange.actor.account.role is Role.ADMIN else "unlock"
    return dav(needed) in exchange.privileges


def _release(tx: Transaction, token: str) -> None:
    tx.remove_lock(token)
