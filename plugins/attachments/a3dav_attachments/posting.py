"""POST on a calendar object: attachments are added, updated and removed (RFC 8607 §3.4 to §3.6).

Attachment and object are written in one transaction, the object by the one write path: whoever is invited gets the
change as any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.dormant import refuse_writing
from a3dav.errors import (
    A3davError,
    BadRequest,
    ContentTooLarge,
    DavError,
    Forbidden,
    InsufficientStorage,
    NotFound,
)
from a3dav.exchange import Exchange, Response
from a3dav.faults import OutcomeUnknown
from a3dav.headers import is_number, preferences
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.get import adapted, content, validators
from a3dav.methods.put import store_version
from a3dav.preconditions import Preconditions
from a3dav.registries import Method
from a3dav.resources import Resource
from a3dav.writing import Moved, perform, write_of
from a3dav.xml.names import dav
from a3dav_attachments.editing import NOTE, Edit
from a3dav_attachments.names import OBJECT
from a3dav_attachments.properties import max_size
from a3dav_attachments.uploading import Upload, entry_of, judge, put, upload_of
from a3dav_attachments.wishes import ADD, Wish, refused, wish_of

if TYPE_CHECKING:
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext

NEEDLESS = 64 * 1024
"""The most bytes that are read of a body that says nothing."""
_WISH = "attachments.wish"


def early(exchange: Exchange) -> None:
    """What can be refused on the head alone."""
    resource, parent = exchange.resource, exchange.parent
    if resource.kind != OBJECT or parent is None:
        raise Forbidden("nothing can be attached to this")
    refuse_writing(exchange.house, resource)
    wish = exchange.notes[_WISH] = wish_of(exchange.request)
    if exchange.request.header("content-range"):
        raise BadRequest("a body with Content-Range would stand for the whole and be a part (RFC 9110 §14.5)")
    Preconditions.of(exchange).check(exchange.house, resource)
    exchange.house.hooks.a3dav_check_locks(write=_write(exchange))
    if wish.uploads:
        _refuse_announced(exchange, resource)


def _refuse_announced(exchange: Exchange, resource: Resource) -> None:
    announced = exchange.request.header("content-length")
    size = int(announced) if is_number(announced) else 0
    most, too_large = limit(exchange)
    if size > most:
        raise too_large
    exchange.house.room.refuse_without(size)
    owner = exchange.store.accounts.by_id(resource.account_id)
    quota = (owner.quota if owner else 0) or exchange.house.settings.limits.default_quota
    if owner and quota and owner.used + size > quota:
        raise InsufficientStorage("the quota would be exceeded", condition=dav("quota-not-exceeded"))


def limit(exchange: Exchange) -> tuple[int, DavError]:
    if not exchange.notes[_WISH].uploads:
        return NEEDLESS, ContentTooLarge("a removal needs no body")
    most = max_size(exchange.house)
    return most, refused("max-attachment-size", f"the attachment is larger than {most} bytes")


def post(exchange: Exchange) -> Steps[Response]:
    wish: Wish = exchange.notes[_WISH]
    write = _write(exchange)
    upload: Upload | None = None
    if wish.uploads:
        upload = yield Step(Lane.READ, upload_of, (exchange,))
        yield from judge(upload)
    write.notes[NOTE] = Edit(wish, entry_of(upload) if upload is not None else None)
    yield from _store(write, upload)
    response: Response = yield Step(Lane.READ, _answer, (exchange, wish, upload))
    return response


def _write(exchange: Exchange) -> WriteContext:
    if exchange.parent is None:
        raise NotFound("nothing is mapped to this path")
    write = write_of(exchange, "put", exchange.parent, exchange.path[-1])
    write.before, write.kind = exchange.resource, exchange.resource.kind
    return write


def _store(write: WriteContext, upload: Upload | None) -> Steps[None]:
    def work(tx: Transaction, attempt: WriteContext) -> None:
        if upload is not None:
            put(tx, upload)
        store_version(tx, attempt)

    try:
        yield from perform(write, work)
    except (OutcomeUnknown, Moved):
        raise
    except (A3davError, OSError):
        stored = upload.write.stored if upload is not None else None
        if stored is not None and stored.blob is not None:
            yield Step(Lane.READ, write.house.store.blobs.remove, (stored.blob,))
        raise


def _answer(exchange: Exchange, wish: Wish, upload: Upload | None) -> Response:
    """§3.4 to §3.6: the object as it is now to who asks for it, behind all that followed from the change."""
    found = exchange.house.resolve(exchange.path)
    seen = exchange.house.readable(exchange.actor, [found]) if found is not None else []
    if seen and preferences(exchange.request).get("return") == "representation":
        (exchange.target,) = seen
        body = exchange.body(exchange.target)
        response = content(exchange, adapted(exchange, body), 201 if wish.action == ADD else 200)
        response.with_header("Content-Location", exchange.target.href)
        response.with_header("Preference-Applied", "return=representation")
    else:
        response = Response(201 if wish.action == ADD else 204, headers=_validators(exchange, seen))
    if upload is not None:
        response.with_header("Cal-Managed-ID", upload.id.hex())
    if upload is not None and wish.action == ADD:
        response.with_header("Location", upload.uri)
    return response


def _validators(exchange: Exchange, seen: list[Resource]) -> list[tuple[str, str]]:
    return validators(exchange.house, seen[0]) if seen else []


METHODS = (
    Method("POST", post, frozenset({OBJECT}), privilege="write-content", body="content", early=early, limit=limit),
)
