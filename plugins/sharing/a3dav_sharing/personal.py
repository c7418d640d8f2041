"""What each sharee has for themselves in shared calendar objects: alarms, and whether the time counts as busy.

A PUT of theirs is taken apart before the object is judged; through a lens they see it put together again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.exchange import Body
from a3dav.identifiers import new_id
from a3dav.principals import Identity
from a3dav.refusals import need
from a3dav.registries import Lens, Migrations
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.store import Store
from a3dav.storage.transaction import Transaction
from a3dav.writing import Moved, WriteContext, body_of
from a3dav_content import jcal, jcal_reading
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.personal import Split, merged, split
from a3dav_sharing.names import OBJECT
from a3dav_sharing.shares import READ, READ_WRITE, access_of

if TYPE_CHECKING:
    from a3dav.house import House

MOST_BYTES = 64 * 1024
"""What somebody may keep for themselves in one object of somebody else."""
MIGRATIONS = Migrations(
    "sharing_personal",
    (
        (
            "CREATE TABLE sharing_personal (resource_id BLOB NOT NULL REFERENCES resources (id) ON DELETE CASCADE,"
            " account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE, mark BLOB NOT NULL,"
            " key_id TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (resource_id, account_id))",
            "CREATE INDEX sharing_personal_of_account ON sharing_personal (account_id)",
        ),
    ),
)


def lens_of(house: House, identity: Identity) -> Lens:
    """Without the alarms of the owner, with those of the reader."""
    store, account_id = house.store, identity.account.id
    return Lens(
        "sharing personal", frozenset({OBJECT}), partial(_see, store, account_id), partial(_marks, store, account_id),
        withholds=False, parts=True,
    )  # fmt: skip


def _see(store: Store, account_id: bytes, resources: Sequence[Resource], bodies: Sequence[bytes]) -> list[bytes | None]:
    found = _rows(store, account_id, resources, "key_id, data")
    own = {bytes(row[0]): store.codec.decode(str(row[1]), bytes(row[2])) for row in found}
    return [merged(body, own.get(resource.id)) for resource, body in zip(resources, bodies, strict=True)]


def _marks(store: Store, account_id: bytes, resources: Sequence[Resource]) -> list[str]:
    found = {bytes(row[0]): bytes(row[1]).hex() for row in _rows(store, account_id, resources, "mark")}
    return [found.get(resource.id, "") for resource in resources]


def _rows(store: Store, account_id: bytes, resources: Sequence[Resource], columns: str) -> list[Row]:
    rows: list[Row] = []
    for batch in batches([resource.id for resource in resources]):
        sql = f"SELECT resource_id, {columns} FROM sharing_personal WHERE account_id = ? AND resource_id IN"
        rows += store.engine.rows(f"{sql} ({marks(batch)})", (account_id, *batch))
    return rows


def take_apart(write: WriteContext) -> None:
    """Leaves in the body of a sharee's PUT what everybody sees, and keeps the rest for the sharee."""
    if write.operation != "put" or write.body is None or not write.house.types.is_a(write.kind, OBJECT):
        return
    access = access_of(write.house, write.identity, [write.parent])[0]
    if access not in {READ, READ_WRITE}:
        return
    if write.before is not None and write.before.withheld:
        return  # which is refused later
    try:
        sent = _as_text(write)
        before = write.before or _known(write, CalendarObject.parse(sent).uid)
        taken = split(sent, None if before is None else write.house.store.body(before).read())
    except ContentError:
        if access == READ:
            raise _not_theirs(write) from None
        return  # whoever judges the body says what is wrong with it
    _judge(write, access, taken)
    if taken.body != write.body.read():
        write.body, write.converted = body_of(write.house, taken.body), True
    version_id = before.version_id if before is not None else b""
    write.also.append(partial(_keep, own=taken.own, version_id=version_id))


def _known(write: WriteContext, uid: str) -> Resource | None:
    """What an import will put it in the place of."""
    return next(iter(write.house.store.by_uid(write.parent, uid)), None)


def _as_text(write: WriteContext) -> bytes:
    sent = (write.body or Body()).read()
    if write.content_type.partition(";")[0].strip().lower() != jcal.MEDIA_TYPE:
        return sent
    text = jcal_reading.as_text(sent)
    write.content_type = "text/calendar"
    return text


def _judge(write: WriteContext, access: str, taken: Split) -> None:
    if access == READ and taken.changed:
        raise _not_theirs(write)
    if len(taken.own) > MOST_BYTES:
        raise Forbidden(f"alarms of one's own in an object take {MOST_BYTES} bytes at most")


def _not_theirs(write: WriteContext) -> Forbidden:
    return need((*write.parent.path, write.name), "write-content", collection=False)


def _keep(tx: Transaction, write: WriteContext, *, own: bytes, version_id: bytes) -> None:
    before, after = write.before, write.after
    if after is None or (before.version_id if before is not None else b"") != version_id:
        raise Moved  # it is taken apart again
    account_id = write.identity.account.id
    if not _replace(tx, after.id, account_id, own):
        return
    if before is not None and after.version_id == before.version_id:
        write.after = tx.touch(after, write.parent)  # other clients of the sharee hear of it


def _replace(tx: Transaction, resource_id: bytes, account_id: bytes, own: bytes) -> bool:
    """Whether there is something else now than before."""
    engine, codec = tx.store.engine, tx.store.codec
    row = engine.row(
        "SELECT key_id, data FROM sharing_personal WHERE resource_id = ? AND account_id = ?", (resource_id, account_id)
    )
    if (codec.decode(str(row[0]), bytes(row[1])) if row else b"") == own:
        return False
    engine.execute("DELETE FROM sharing_personal WHERE resource_id = ? AND account_id = ?", (resource_id, account_id))
    if own:
        key_id = codec.key_id(account_id)
        engine.execute(
            "INSERT INTO sharing_personal (resource_id, account_id, mark, key_id, data) VALUES (?, ?, ?, ?, ?)",
            (resource_id, account_id, new_id(), key_id, codec.encode(key_id, own)),
        )
    return True
