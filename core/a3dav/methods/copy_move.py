"""COPY and MOVE (RFC 4918 §9.8, §9.9)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from a3dav.dormant import refuse_writing
from a3dav.errors import BadRequest, Conflict, DavError, Forbidden, MembersRefused, PreconditionFailed
from a3dav.exchange import Exchange, Response
from a3dav.headers import INFINITY, depth, destination, overwrite
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.get import further_validators
from a3dav.provisioning import restore_default
from a3dav.refusals import need, refuse_hidden, refuse_mounted
from a3dav.resources import Path, Resource, View
from a3dav.storage import mounts
from a3dav.storage.batches import batches
from a3dav.storage.rows import Lock
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, perform, write_of
from a3dav.xml.names import dav


def copy(exchange: Exchange) -> Steps[Response]:
    levels = depth(exchange.request, default=INFINITY)
    if levels == 1:
        raise BadRequest("COPY takes Depth 0 or infinity")
    write = yield Step(Lane.READ, _plan, (exchange, "copy"))
    write.deep = levels == INFINITY
    return (yield from _carry_out(write))


def move(exchange: Exchange) -> Steps[Response]:
    if exchange.resource.collection and depth(exchange.request, default=INFINITY) != INFINITY:
        raise BadRequest("a collection is moved with Depth: infinity")
    if exchange.parent is None or not exchange.parent.stored:
        raise Forbidden("this resource belongs to its account and cannot be moved")
    here = exchange.resource.mounted is not None
    write = yield Step(Lane.READ, _plan, (exchange, "rename-mount" if here else "move"))
    if here:
        yield from perform(write, rename)
        return Response(201, headers=[("Location", exchange.resource.at(destination(exchange.request)).href)])
    return (yield from _carry_out(write))


def _plan(exchange: Exchange, operation: str) -> WriteContext:
    house, source, holder = exchange.house, exchange.resource, exchange.parent or exchange.resource
    target = destination(exchange.request)
    if not source.stored:
        raise Forbidden("this resource exists by configuration and cannot be copied or moved")
    if target == source.path:
        raise Forbidden("source and destination are the same resource")
    if target[: len(source.path)] == source.path or source.path[: len(target)] == target:
        misplaced = house.types[source.kind].location_condition if source.collection else ""
        raise Forbidden("source and destination contain one another", condition=misplaced or None)
    parent, before = house.resolve(target[:-1]), house.resolve(target)
    seen = [resource for resource in (before, parent) if resource is not None]
    if not any(house.privileges(exchange.actor, seen)):
        refuse_hidden(exchange, target)
    if not target or parent is None or not parent.collection:
        raise Conflict("the collection that should hold the destination does not exist")
    refuse_writing(house, parent)
    refuse_mounted(before)
    if operation == "rename-mount" and (before is not None or parent.id != holder.id):
        raise Forbidden("what belongs to somebody else takes another name in the same home, and nothing more")
    write = write_of(exchange, operation, parent, target[-1])
    write.before, write.source, write.source_parent = before, source, exchange.parent
    _need_privileges(exchange, write)
    if not parent.stored:
        raise Forbidden("nothing can be put there")
    if before is not None and not overwrite(exchange.request):
        raise PreconditionFailed("the destination exists and Overwrite is F")
    write.overwrite = overwrite(exchange.request)
    write.kind = source.kind if source.collection else house.types[parent.kind].member or source.kind
    write.uid, write.content_type = source.uid, source.content_type
    write.body = None if source.collection else exchange.body(source)
    return write


def _need_privileges(exchange: Exchange, write: WriteContext) -> None:
    """RFC 3744 Appendix B; what replaces a collection changes, too, which members it has."""
    parent, before = write.parent, write.before
    if before is None:
        _need(exchange, parent, "bind")
    elif write.operation == "move":
        _need(exchange, parent, "bind", "unbind")
    else:
        members = ("bind", "unbind") if before.collection else ()
        _need(exchange, before, "write-content", "write-properties", *members)
    source = write.source
    if write.operation == "move" and source is not None and source.account_id != parent.account_id:
        _need(exchange, source, "read")  # its new owner may do everything


def _need(exchange: Exchange, resource: Resource, *privileges: str) -> None:
    granted = exchange.house.privileges(exchange.actor, [resource])[0]
    for privilege in privileges:
        if dav(privilege) not in granted:
            refuse_hidden(exchange, resource.path)
            raise need(resource.path, privilege, collection=resource.collection)


def _carry_out(write: WriteContext) -> Steps[Response]:
    written = yield from perform(write, bind)
    response: Response = yield Step(Lane.READ, _answer, (written,))
    return response


def _answer(written: WriteContext) -> Response:
    after = written.after
    if after is None:
        raise LookupError("a write without an outcome")
    told = further_validators(written.house, after)
    return Response(204, headers=told) if written.before else Response(201, headers=[("Location", after.href), *told])


def rename(tx: Transaction, write: WriteContext) -> None:
    """Gives what is mounted another name in its home."""
    if write.before is not None:
        raise Conflict("something was made here in the meantime")
    if write.source is not None and write.source.mounted is not None:
        mounts.rename(tx, write.source.mounted, write.name)


def _refuse_unreadable_members(write: WriteContext, source: Resource) -> None:
    """Nobody reads by COPY, or by MOVE to a home of their own, what they may not read where it stands."""
    leaves = write.operation == "move" and source.account_id != write.parent.account_id
    if not source.collection or not (leaves or (write.operation == "copy" and write.deep)):
        return
    house = write.house
    refused: dict[tuple[Path, bool], DavError] = {}
    for page in batches(list(house.store.tree(source))):
        readable = {resource.id for resource in house.permitted(write.identity, page, dav("read"))}
        refused |= {
            (resource.path, resource.collection): need(resource.path, "read", collection=resource.collection)
            for resource in page
            if resource.id not in readable
        }
    if refused:
        raise MembersRefused(refused)


def _seen_by_mover(write: WriteContext, source: Resource) -> View | None:
    """Nobody takes along what they do not see: what leaves its owner is what the mover sees of it."""
    lenses = write.house.lenses
    if source.collection and source.account_id != write.parent.account_id:
        hidden = any(lenses.views(write.identity, page) for page in batches(list(write.house.store.tree(source))))
        if hidden:
            raise Forbidden("what is in there is not all yours to see; copy it instead")
    view = lenses.views(write.identity, [source]).get(source.id)
    if view is not None and view.withheld:
        raise Forbidden("you see less of this than is stored; copy it instead")
    return view if source.account_id != write.parent.account_id else None


def bind(tx: Transaction, write: WriteContext) -> None:
    """Frees the destination, then binds the source or a copy of it there."""
    source, old_parent = write.source, write.source_parent
    if source is None or old_parent is None:
        raise LookupError("nothing to copy or to move")
    _refuse_unreadable_members(write, source)
    kept: list[Lock] = []
    if write.before is not None:
        if not write.overwrite:
            raise PreconditionFailed("the destination exists and Overwrite is F")
        refuse_mounted(write.before)
        kept = tx.locks_on(write.before) if write.operation == "copy" else []
        source = replace(source, modified=max(source.modified, write.before.modified))  # RFC 4918 §8.8
        tx.delete(write.before, write.parent)
    if write.operation == "copy":
        views = partial(write.house.lenses.views, write.identity)
        write.after = tx.copy(
            source, write.parent, write.name, kind=write.kind, uid=write.uid, deep=write.deep, views=views
        )
        for entry in kept:  # RFC 4918 §6.1: a lock ends when nothing is mapped to its root any more
            tx.add_lock(replace(entry, resource_id=write.after.id))
        return
    seen = _seen_by_mover(write, source)
    write.after = tx.move(source, old_parent, write.parent, write.name, kind=write.kind, uid=write.uid)
    if seen is not None:
        write.after = tx.put_view(write.after, write.parent, seen)
    if source.default:
        restore_default(tx, write.house, old_parent, source.default)
