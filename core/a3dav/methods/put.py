"""PUT (RFC 4918 §9.7) and the add-member POST (RFC 5995)."""

from __future__ import annotations

import mimetypes
import re

from a3dav.errors import (
    BadRequest,
    Conflict,
    Forbidden,
    InsufficientStorage,
    MethodNotAllowed,
    NotFound,
    PreconditionFailed,
)
from a3dav.exchange import Body, Exchange, Response
from a3dav.headers import is_number, preferences
from a3dav.identifiers import new_id
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.get import adapted, content, further_validators, validators
from a3dav.placement import member_kind, size_limit
from a3dav.preconditions import Preconditions
from a3dav.resources import Resource
from a3dav.storage.transaction import StoredBody, Transaction
from a3dav.writing import WriteContext, perform, write_of
from a3dav.xml.names import dav

_WRITE = "put.write"
SMALL = 16 * 1024
"""Bytes of a body that is here about as soon as its head."""
UNKNOWN_TYPE = "application/octet-stream"
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+[ \t]*(;[^,\x00-\x08\x0a-\x1f\x7f]*)?", re.ASCII)


def early_put(exchange: Exchange) -> None:
    """What a PUT can be refused for on its head alone."""
    _refuse_a_part(exchange)
    if exchange.parent is None or not exchange.parent.collection:
        raise Conflict("the collection that should hold this resource does not exist")
    kind = member_kind(exchange)
    if not kind:
        raise Forbidden(f"a {exchange.parent.kind} takes no such members")
    _refuse_announced_size(exchange, kind)
    if not _wants_representation(exchange):
        Preconditions.of(exchange).check(exchange.house, exchange.target)
    write = exchange.notes[_WRITE] = _write(exchange, exchange.parent, exchange.path[-1])
    if not _comes_along(exchange):
        exchange.house.hooks.a3dav_check_locks(write=write)


def _comes_along(exchange: Exchange) -> bool:
    """Whether a refusal on the head would spare nothing: locks are looked at behind the body, too."""
    announced = exchange.request.header("content-length")
    return is_number(announced) and int(announced) <= SMALL and not exchange.request.header("expect")


def _refuse_a_part(exchange: Exchange) -> None:
    if exchange.request.header("content-range"):
        raise BadRequest("a body with Content-Range would stand for the whole and be a part (RFC 9110 §14.5)")


def _refuse_announced_size(exchange: Exchange, kind: str) -> None:
    announced = exchange.request.header("content-length")
    size = int(announced) if is_number(announced) else 0
    limit, too_large = size_limit(exchange.house, kind)
    if limit and size > limit:
        raise too_large
    exchange.house.room.refuse_without(size)
    account_id = (exchange.target or exchange.parent or exchange.resource).account_id
    owner = exchange.store.owner(account_id)
    quota = (owner.quota if owner else 0) or exchange.house.settings.limits.default_quota
    owner = exchange.store.accounts.by_id(account_id) if quota else None  # what is used changes with every write
    freed = exchange.target.size if exchange.target and not exchange.target.collection else 0
    if owner and quota and owner.used + size - freed > quota:
        raise InsufficientStorage("the quota would be exceeded", condition=dav("quota-not-exceeded"))


def _write(exchange: Exchange, parent: Resource, name: str) -> WriteContext:
    write = write_of(exchange, "put", parent, name)
    write.before = exchange.target if exchange.target and not exchange.target.collection else None
    write.kind = write.before.kind if write.before else exchange.house.types[parent.kind].member
    return write


def put(exchange: Exchange) -> Steps[Response]:
    write: WriteContext = exchange.notes[_WRITE]
    try:
        written = yield from _store_body(exchange, write)
    except PreconditionFailed:
        if not _wants_representation(exchange):
            raise
        present: Response = yield Step(Lane.READ, _present_state, (exchange,))
        return present
    response: Response = yield Step(Lane.READ, _answer, (exchange, written, 204 if written.before else 201))
    return response


def _wants_representation(exchange: Exchange) -> bool:
    return preferences(exchange.request).get("return") == "representation"


def _present_state(exchange: Exchange) -> Response:
    """What stands in the way of the write, for who may read it (RFC 8144 §3.2)."""
    target = exchange.house.resolve(exchange.path)
    readable = exchange.house.readable(exchange.actor, [target]) if target is not None else []
    if not readable or readable[0].collection:
        raise PreconditionFailed("a condition of the request does not hold")
    (exchange.target,) = readable
    return _represented(exchange, exchange.body(exchange.target), PreconditionFailed.status)


def _represented(exchange: Exchange, body: Body, status: int) -> Response:
    response = content(exchange, adapted(exchange, body), status)
    response.with_header("Content-Location", exchange.resource.href)
    return response.with_header("Preference-Applied", "return=representation")


def add_member(exchange: Exchange) -> Steps[Response]:
    """Makes a member under a name of the server's choice (RFC 5995 §3.2)."""
    parent = exchange.resource
    if exchange.request.query != "add-member":
        raise NotFound("members are added with POST to the URL of the property DAV:add-member")
    kind = exchange.house.types[parent.kind].member
    if not kind:
        raise Forbidden(f"a {parent.kind} takes no such members")
    name = new_id().hex() + exchange.house.types[kind].suffix
    written = yield from _store_body(exchange, _write(exchange, parent, name))
    response: Response = yield Step(Lane.READ, _answer, (exchange, written, 201))
    if written.after is not None:
        response.with_header("Location", written.after.href)
    return response


def early_add_member(exchange: Exchange) -> None:
    _refuse_a_part(exchange)
    _refuse_announced_size(exchange, member_kind(exchange))


def _store_body(exchange: Exchange, write: WriteContext) -> Steps[WriteContext]:
    request = exchange.request
    write.body = request.body
    write.content_type = _content_type(exchange, write)
    write.modified = _given_mtime(request.header("x-oc-mtime"))
    return (yield from perform(write, store_version))


def _content_type(exchange: Exchange, write: WriteContext) -> str:
    given = exchange.request.header("content-type").strip()
    own = exchange.house.types[write.kind].content_type
    usable = _MEDIA_TYPE.fullmatch(given[:255]) if own == UNKNOWN_TYPE else given
    if usable and given.lower() != UNKNOWN_TYPE:
        return given[:255]
    if own != UNKNOWN_TYPE:
        return own  # a member of a calendar is what it has to be, whatever its name looks like
    guessed, _ = mimetypes.guess_type(write.name, strict=False)
    return guessed or own


def _given_mtime(value: str) -> int:
    seconds = value.partition(".")[0]
    return int(seconds) * 1000 if is_number(seconds) and len(seconds) < 12 else 0


def store_version(tx: Transaction, write: WriteContext) -> None:
    """Writes the version, unless the same bytes stand there already."""
    before, stored = write.before, write.stored
    if stored is None:
        raise LookupError("a write without a body")
    if before is not None and before.collection:
        allowed = ", ".join(write.house.methods.allowed(before.kind))
        raise MethodNotAllowed("a collection was made here meanwhile", headers=(("Allow", allowed),))
    if before is not None and _same(before, stored, write):
        write.after = before
        return
    write.after = tx.put(
        write.parent, write.name, before, stored, kind=write.kind, content_type=write.content_type,
        uid=write.uid, parsed=write.parsed, modified=write.modified, notes=write.notes,
    )  # fmt: skip


def _same(before: Resource, stored: StoredBody, write: WriteContext) -> bool:
    return (
        before.etag == stored.etag
        and before.content_type == write.content_type
        and write.modified in {0, before.modified}
        and stored.blob is None
    )


def _answer(exchange: Exchange, written: WriteContext, status: int) -> Response:
    after = written.after
    if after is None:
        raise LookupError("a write without an outcome")
    body = exchange.request.body
    if written.converted or exchange.house.lenses.views(exchange.actor, [after]):
        # No entity tag, not even beside a representation (RFC 6352 §6.3.2.3).
        response = Response(status, headers=further_validators(exchange.house, after))
    elif _wants_representation(exchange) and body.file is None and body.length:
        exchange.target = after
        response = _represented(exchange, body, 201 if status == 201 else 200)
    else:
        response = Response(status, headers=validators(exchange.house, after))
    if written.modified:
        response.with_header("X-OC-MTime", "accepted")
    return response
