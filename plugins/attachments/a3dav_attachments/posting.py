"""POST on a calendar object: attachments are added, updated and removed (RFC 8607 §3.4 to §3.6).

Attachment and object are written in one transaction, the object by the one write path: whoever is invited gets the
change as any other.
"""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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
from a3dav.identifiers import new_id
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.get import adapted, content, validators
from a3dav.methods.put import store_version
from a3dav.preconditions import Preconditions
from a3dav.registries import Method
from a3dav.resources import Resource, path_href
from a3dav.writing import Moved, keep_body, perform, refuse_over_quota, validate, write_of
from a3dav.xml.names import dav
from a3dav_attachments.editing import NOTE, Edit
from a3dav_attachments.filenames import filename_of
from a3dav_attachments.names import ATTACHMENT, ATTACHMENTS, OBJECT
from a3dav_attachments.properties import max_size
from a3dav_attachments.uses import note_made
from a3dav_attachments.wishes import ADD, Wish, refused, wish_of
from a3dav_content.managed_attachments import property_of

if TYPE_CHECKING:
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext
    from a3dav_content.lines import Property

UNKNOWN_TYPE = "application/octet-stream"
_MEDIA_TYPE = re.compile(r"([\w!#$&^.+-]+/[\w!#$&^.+-]+)[ \t]*(;[^,\x00-\x08\x0a-\x1f\x7f]*)?", re.ASCII)
MAX_TYPE = 255
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


@dataclass(slots=True)
class Upload:
    """An attachment that is about to be stored, as a write of its own that the hooks have judged."""

    write: WriteContext
    id: bytes
    uri: str


def post(exchange: Exchange) -> Steps[Response]:
    wish: Wish = exchange.notes[_WISH]
    write = _write(exchange)
    upload: Upload | None = None
    if wish.uploads:
        upload = yield Step(Lane.READ, _upload_of, (exchange,))
        yield from _judge(upload)
    write.notes[NOTE] = Edit(wish, _entry_of(upload) if upload is not None else None)
    yield from _store(write, upload)
    response: Response = yield Step(Lane.READ, _answer, (exchange, wish, upload))
    return response


def _write(exchange: Exchange) -> WriteContext:
    if exchange.parent is None:
        raise NotFound("nothing is mapped to this path")
    write = write_of(exchange, "put", exchange.parent, exchange.path[-1])
    write.before, write.kind = exchange.resource, exchange.resource.kind
    return write


def _upload_of(exchange: Exchange) -> Upload:
    """What came, as a new member of the owner's attachments."""
    owner = exchange.store.accounts.by_id(exchange.resource.account_id)
    home = exchange.store.home(ATTACHMENTS, owner.id, owner.name) if owner is not None else None
    if home is None:
        raise Forbidden("the owner of this calendar has no place for attachments")
    filename = filename_of(exchange.request.header("content-disposition"))
    made = new_id()
    write = write_of(exchange, "put", home, f"{made.hex()}-{filename}" if filename else made.hex())
    write.preconditions, write.kind = Preconditions(), ATTACHMENT
    write.body, write.content_type = exchange.request.body, _media_type(exchange, filename)
    return Upload(write, made, _origin(exchange) + path_href((*home.path, write.name), collection=False))


def _media_type(exchange: Exchange, filename: str) -> str:
    given = exchange.request.header("content-type").strip()
    if len(given) <= MAX_TYPE and _MEDIA_TYPE.fullmatch(given) and given.lower() != UNKNOWN_TYPE:
        return given
    guessed, _ = mimetypes.guess_type(filename, strict=False)
    return guessed or UNKNOWN_TYPE


def _origin(exchange: Exchange) -> str:
    """Scheme and host under which clients reach this server."""
    request, public = exchange.request, urlsplit(exchange.house.settings.server.public_url)
    if public.netloc:
        return f"{public.scheme}://{public.netloc}"
    host = request.hosts[-1] if request.hosts else request.header("host")
    return f"{request.scheme}://{host}"


def _judge(upload: Upload) -> Steps[None]:
    """The hooks see an attachment as they see whatever else is written."""
    write = upload.write
    lane = Lane.CPU if write.house.hooks.a3dav_is_dear(write=write) else Lane.READ
    judged: WriteContext = yield Step(lane, validate, (write,))
    write.content_type = judged.content_type
    if judged.converted:
        write.body = judged.body
    file = write.body is not None and write.body.file is not None
    write.stored = yield Step(Lane.WAIT if file else Lane.READ, keep_body, (write,))


def _entry_of(upload: Upload) -> Property:
    write = upload.write
    match = _MEDIA_TYPE.fullmatch(write.content_type)
    filename = write.name.partition("-")[2]
    size = write.stored.size if write.stored is not None else 0
    return property_of(upload.id.hex(), upload.uri, match.group(1) if match else UNKNOWN_TYPE, size, filename)


def _store(write: WriteContext, upload: Upload | None) -> Steps[None]:
    def work(tx: Transaction, attempt: WriteContext) -> None:
        if upload is not None:
            _put(tx, upload)
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


def _put(tx: Transaction, upload: Upload) -> None:
    write = upload.write
    home = tx.current(write.parent)
    if home is None or write.stored is None:
        raise NotFound("the owner of this calendar is gone")
    write.house.hooks.a3dav_in_transaction(write=write, tx=tx)
    attachment = tx.put(
        home, write.name, None, write.stored, kind=ATTACHMENT, content_type=write.content_type, resource_id=upload.id
    )
    note_made(tx, attachment, upload.uri)
    tx.audit("put", "ok", attachment)
    refuse_over_quota(write.house, tx, attachment.account_id, 0)


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
