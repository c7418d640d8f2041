"""Which calendar objects refer to which attachments.

A use that is granted was made by somebody who could read the attachment, or by its owner, and whoever reads the object
reads the attachment. Others came with a message: they count for as long as an object of the same UID has a granted one,
as the organizer's does. What has no granted use is an orphan from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.faults import BodyLost
from a3dav.identifiers import now_ms
from a3dav.registries import Index, Migrations
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav_attachments.names import ATTACHMENT, OBJECT
from a3dav_content.errors import ContentError
from a3dav_content.lines import Property
from a3dav_content.managed_attachments import managed_id, references

if TYPE_CHECKING:
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import Change, Transaction
    from a3dav.writing import WriteContext

MIGRATIONS = Migrations(
    "attachments",
    (
        (
            "CREATE TABLE attachments_uses (attachment_id BLOB NOT NULL, resource_id BLOB NOT NULL, uid TEXT NOT NULL,"
            " granted INTEGER NOT NULL, PRIMARY KEY (resource_id, attachment_id))",
            "CREATE INDEX attachments_uses_of ON attachments_uses (attachment_id, uid)",
            "CREATE TABLE attachments_made (attachment_id BLOB NOT NULL PRIMARY KEY,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, uri TEXT NOT NULL,"
            " unused INTEGER NOT NULL)",
            "CREATE INDEX attachments_made_by_age ON attachments_made (unused)",
            "CREATE INDEX attachments_made_of_account ON attachments_made (account_id)",
        ),
    ),
)
_NAMED = "attachments.named"
_COUNTS = (
    "(u.granted = 1 OR EXISTS (SELECT 1 FROM attachments_uses g WHERE g.attachment_id = u.attachment_id"
    " AND g.uid = u.uid AND g.granted = 1 AND g.uid <> ''))"
)


def attachment_id(identifier: str) -> bytes:
    """The id of a resource in a MANAGED-ID; b"" for what was never one of ours."""
    try:
        found = bytes.fromhex(identifier)
    except ValueError:
        return b""
    return found if len(found) == 16 and found.hex() == identifier else b""


def attachments(store: Store, ids: Iterable[bytes]) -> dict[bytes, Resource]:
    """The attachments of these ids, with the paths they have."""
    found = (store.resource(one) for one in sorted(set(ids) - {b""}))
    return {one.id: one for one in found if one is not None and one.kind == ATTACHMENT}


def uris(store: Store, ids: Iterable[bytes]) -> dict[bytes, str]:
    """Under which URIs attachments are known in objects."""
    found: dict[bytes, str] = {}
    for batch in batches(sorted(set(ids) - {b""})):
        sql = f"SELECT attachment_id, uri FROM attachments_made WHERE attachment_id IN ({marks(batch)})"
        found |= {bytes(row[0]): str(row[1]) for row in store.engine.rows(sql, batch)}
    return found


def note_made(tx: Transaction, attachment: Resource, uri: str) -> None:
    tx.store.engine.execute(
        "INSERT INTO attachments_made (attachment_id, account_id, uri, unused) VALUES (?, ?, ?, 0)",
        (attachment.id, attachment.account_id, uri),
    )


def forget_made(tx: Transaction, gone: Sequence[bytes]) -> None:
    for batch in batches(gone):
        tx.store.engine.execute(f"DELETE FROM attachments_made WHERE attachment_id IN ({marks(batch)})", batch)


def grant(ids: Sequence[bytes], tx: Transaction, write: WriteContext) -> None:
    """Behind a write of somebody who can read these attachments; the index keeps what is granted."""
    for one in ids if write.after is not None else ():
        _keep(tx, one, write.after, granted=True)


def granting(ids: Iterable[bytes]) -> partial[None]:
    return partial(grant, sorted(ids))


def _keep(tx: Transaction, one: bytes, resource: Resource | None, *, granted: bool) -> None:
    if resource is None:
        return
    tx.store.engine.execute(
        "INSERT INTO attachments_uses (attachment_id, resource_id, uid, granted) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (resource_id, attachment_id) DO UPDATE SET uid = excluded.uid,"
        " granted = CASE WHEN excluded.granted = 1 THEN 1 ELSE attachments_uses.granted END",
        (one, resource.id, resource.uid or "", int(granted)),
    )


def of_object(store: Store, resource_id: bytes) -> set[bytes]:
    rows = store.engine.rows("SELECT attachment_id FROM attachments_uses WHERE resource_id = ?", (resource_id,))
    return {bytes(row[0]) for row in rows}


def _update(tx: Transaction, changes: Sequence[Change]) -> None:
    touched: set[bytes] = set()
    for change in changes:
        touched |= _follow(tx, change)
    if touched:
        _note_orphans(tx, sorted(touched))


def _follow(tx: Transaction, change: Change) -> set[bytes]:
    """Brings the uses of one object up to date; the attachments that came or went."""
    after, is_new = change.after, change.before is None and _NAMED in change.notes
    known = set() if is_new else of_object(tx.store, change.resource.id)
    named = _named(tx, change) if after is not None else set()
    if not known and not named:
        return set()
    gone = sorted(known - named)
    for batch in batches(gone):
        tx.store.engine.execute(
            f"DELETE FROM attachments_uses WHERE resource_id = ? AND attachment_id IN ({marks(batch)})",
            (change.resource.id, *batch),
        )
    present = attachments(tx.store, named)
    for one, attachment in present.items():
        own = after is not None and attachment.account_id == after.account_id
        _keep(tx, one, after, granted=own)
    return set(gone) | present.keys()


def note_named(write: WriteContext, sent: Iterable[Property]) -> None:
    """Spares the index to look into a body that was judged, and is not replaced by another one."""
    if write.operation == "put":
        write.notes[_NAMED] = _ids(sent)


def forget_named(write: WriteContext) -> None:
    write.notes.pop(_NAMED, None)


def _named(tx: Transaction, change: Change) -> set[bytes]:
    noted: set[bytes] | None = change.notes.get(_NAMED)
    if noted is not None:
        return noted
    try:
        return _ids(references(tx.body(change.resource)))
    except (BodyLost, ContentError):
        return set()


def _ids(entries: Iterable[Property]) -> set[bytes]:
    return {attachment_id(managed_id(entry)) for entry in entries} - {b""}


def _note_orphans(tx: Transaction, ids: Sequence[bytes]) -> None:
    for batch in batches(ids):
        rows = tx.store.engine.rows(
            "SELECT DISTINCT attachment_id FROM attachments_uses WHERE granted = 1"
            f" AND attachment_id IN ({marks(batch)})",
            batch,
        )
        used = {bytes(row[0]) for row in rows}
        for one in batch:
            sql = "UPDATE attachments_made SET unused = ? WHERE attachment_id = ?"
            if one in used:
                tx.store.engine.execute(sql, (0, one))
            else:
                tx.store.engine.execute(f"{sql} AND unused = 0", (now_ms(), one))


def _clear(tx: Transaction) -> None:
    """What was granted cannot be found out anew: rows of what is there still are kept."""
    tx.store.engine.execute("DELETE FROM attachments_uses WHERE resource_id NOT IN (SELECT id FROM resources)")


INDEX = Index("attachments", "1", frozenset({OBJECT}), _update, _clear)


def counting(store: Store, ids: Sequence[bytes], reader: bytes, most: int) -> Mapping[bytes, list[Resource]]:
    """The objects whose uses of these attachments count, those of a reader first."""
    found: dict[bytes, list[Resource]] = {}
    for one in ids:
        rows = store.engine.rows(
            f"SELECT {COLUMNS} FROM attachments_uses u JOIN resources r ON r.id = u.resource_id"
            f" WHERE u.attachment_id = ? AND {_COUNTS}"
            " ORDER BY CASE WHEN r.account_id = ? THEN 0 ELSE 1 END, r.id LIMIT ?",
            (one, reader, most),
        )
        found[one] = [resource_of(row, store.path_of(row)) for row in rows]
    return found
