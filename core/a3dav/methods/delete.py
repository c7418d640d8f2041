"""DELETE (RFC 4918 §9.6)."""

from __future__ import annotations

from a3dav.errors import BadRequest, Forbidden
from a3dav.exchange import Exchange, Response
from a3dav.headers import INFINITY, depth
from a3dav.lanes import Steps
from a3dav.provisioning import restore_default
from a3dav.refusals import refuse_mounted
from a3dav.storage.mounts import unmount
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, perform, write_of


def delete(exchange: Exchange) -> Steps[Response]:
    if exchange.parent is None or not exchange.resource.stored or not exchange.parent.stored:
        raise Forbidden("this resource belongs to its account and cannot be deleted")
    if exchange.resource.collection and depth(exchange.request, default=INFINITY) != INFINITY:
        raise BadRequest("a collection is deleted with Depth: infinity")
    here = exchange.resource.mounted is not None
    write = write_of(exchange, "unmount" if here else "delete", exchange.parent, exchange.path[-1])
    write.before = exchange.resource
    yield from perform(write, take_out if here else remove)
    return Response(204)


def take_out(tx: Transaction, write: WriteContext) -> None:
    """What belongs to somebody else leaves the home, and stays with its owner."""
    if write.before is not None and write.before.mounted is not None:
        unmount(tx, write.before.mounted)


def remove(tx: Transaction, write: WriteContext) -> None:
    if write.before is None:
        return
    refuse_mounted(write.before)
    tx.delete(write.before, write.parent)
    if write.before.default:
        restore_default(tx, write.house, write.parent, write.before.default)
