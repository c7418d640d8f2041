"""What is attached, on its way into the store: a write of its own, which the hooks judge as any other."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from a3dav.errors import Forbidden, NotFound
from a3dav.identifiers import new_id
from a3dav.lanes import Lane, Step, Steps
from a3dav.preconditions import Preconditions
from a3dav.resources import path_href
from a3dav.writing import keep_body, refuse_over_quota, validate, write_of
from a3dav_attachments.filenames import filename_of
from a3dav_attachments.names import ATTACHMENT, ATTACHMENTS
from a3dav_attachments.uses import note_made
from a3dav_content.managed_attachments import property_of

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext
    from a3dav_content.lines import Property

UNKNOWN_TYPE = "application/octet-stream"
_MEDIA_TYPE = re.compile(r"([\w!#$&^.+-]+/[\w!#$&^.+-]+)[ \t]*(;[^,\x00-\x08\x0a-\x1f\x7f]*)?", re.ASCII)
MAX_TYPE = 255


@dataclass(slots=True)
class Upload:
    """An attachment that is about to be stored, as a write of its own that the hooks have judged."""

    write: WriteContext
    id: bytes
    uri: str


def upload_of(exchange: Exchange) -> Upload:
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


def judge(upload: Upload) -> Steps[None]:
    """The hooks see an attachment as they see whatever else is written."""
    write = upload.write
    lane = Lane.CPU if write.house.hooks.a3dav_is_dear(write=write) else Lane.READ
    judged: WriteContext = yield Step(lane, validate, (write,))
    write.content_type = judged.content_type
    if judged.converted:
        write.body = judged.body
    file = write.body is not None and write.body.file is not None
    write.stored = yield Step(Lane.WAIT if file else Lane.READ, keep_body, (write,))


def entry_of(upload: Upload) -> Property:
    write = upload.write
    match = _MEDIA_TYPE.fullmatch(write.content_type)
    filename = write.name.partition("-")[2]
    size = write.stored.size if write.stored is not None else 0
    return property_of(upload.id.hex(), upload.uri, match.group(1) if match else UNKNOWN_TYPE, size, filename)


def put(tx: Transaction, upload: Upload) -> None:
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
