"""Managed attachments in what clients send (RFC 8607 §3.7): they exist, the URIs are theirs, and the sender reads them.

What stood there before may stay, whatever became of it, and so may what a copy has of its source. An import brings
what another server managed, and keeps plain links to it (§3.12.7).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from a3dav.errors import NotFound
from a3dav.imported import FROM_FILE
from a3dav.writing import body_of
from a3dav.xml.names import dav
from a3dav_attachments.editing import edit_of
from a3dav_attachments.names import OBJECT
from a3dav_attachments.properties import max_per_resource
from a3dav_attachments.uses import attachment_id, attachments, forget_named, granting, note_named, uris
from a3dav_attachments.wishes import refused
from a3dav_content.errors import ContentError
from a3dav_content.lines import Limits, Property, parse
from a3dav_content.managed_attachments import managed_id, plain, references, references_in, refers, rewritten

if TYPE_CHECKING:
    from a3dav.resources import Resource
    from a3dav.writing import WriteContext

JUDGED = frozenset({"put", "post", "copy", "move"})
BROUGHT = frozenset({"import", "migrate"})
"""How those sign in who bring what was kept elsewhere."""


def judge(write: WriteContext) -> None:
    if write.body is None or write.operation not in JUDGED or not write.house.types.is_a(write.kind, OBJECT):
        return
    try:
        sent = _sent(write, write.body.read())
    except ContentError:
        return  # whoever judges calendar objects says what is wrong
    note_named(write, sent)
    if sent:
        _judge(write, sent)


def _sent(write: WriteContext, body: bytes) -> list[Property]:
    if not refers(body):
        return []
    limits = Limits.of(write.house.settings.limits)
    return references_in(write.once(parse, lambda: parse(body, limits)))


def _judge(write: WriteContext, sent: Sequence[Property]) -> None:
    known, edit = _known(write), edit_of(write)
    made = edit.made if edit is not None else ""
    fresh = [entry for entry in sent if (managed_id(entry), entry.value) not in known and managed_id(entry) != made]
    readable = _readable(write, fresh)
    wrong = [entry for entry in fresh if write.source is None and not _is_right(write, entry, readable)]
    if wrong and (write.identity.method in BROUGHT or FROM_FILE in write.notes):
        _unmanage(write, wrong)
    elif wrong:
        raise refused(
            "valid-managed-id", f"there is no attachment {managed_id(wrong[0])[:80]!r} at {wrong[0].value[:200]}"
        )
    elif write.source is None:
        _refuse_more(write, sent, {one for one, _ in known})
    ids = {one for one, _, _ in readable.values()}
    if ids:
        write.also.append(granting(ids))


def _known(write: WriteContext) -> set[tuple[str, str]]:
    """What the object refers to now."""
    if write.before is None or write.before.collection:
        return set()
    try:
        found = references(write.house.store.body(write.before).read())
    except ContentError:
        return set()
    return {(managed_id(entry), entry.value) for entry in found}


def _refuse_more(write: WriteContext, sent: Sequence[Property], known: set[str]) -> None:
    count, most = len({managed_id(entry) for entry in sent}), max_per_resource(write.house)
    if count > max(most, len(known)):
        raise refused("max-attachments-per-resource", f"an event has {most} attachments at most")


Readable = Mapping[str, "tuple[bytes, Resource, str]"]


def _readable(write: WriteContext, entries: Sequence[Property]) -> Readable:
    """By MANAGED-ID the attachments that the sender may read, with the URIs they are known by."""
    store = write.house.store
    named = {managed_id(entry): attachment_id(managed_id(entry)) for entry in entries}
    found = attachments(store, named.values())
    permitted = {one.id for one in write.house.permitted(write.identity, list(found.values()), dav("read"))}
    known = uris(store, permitted)
    return {name: (one, found[one], known.get(one, "")) for name, one in named.items() if one in permitted}


def _is_right(write: WriteContext, entry: Property, readable: Readable) -> bool:
    if managed_id(entry) not in readable:
        return False
    _, attachment, uri = readable[managed_id(entry)]
    if entry.value == uri:
        return True
    try:
        return write.path_of(entry.value) == attachment.path
    except NotFound:
        return False


def _unmanage(write: WriteContext, wrong: Sequence[Property]) -> None:
    if write.body is None:
        return
    unknown = {(managed_id(entry), entry.value) for entry in wrong}
    data = rewritten(
        write.body.read(), lambda entry: plain(entry) if (managed_id(entry), entry.value) in unknown else entry
    )
    write.body, write.converted = body_of(write.house, data), True
    forget_named(write)
