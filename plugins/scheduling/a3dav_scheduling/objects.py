"""Scheduling object resources (RFC 6638 §3.1): which calendar objects are one, whose role they show, and their tags.

A tag stays with a row while the server alone changes the object in what nobody need look at (§3.2.10): whoever makes
such a change says so with `keep_tag`.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.faults import BodyLost
from a3dav.registries import Index, Migrations, Validator
from a3dav.storage.batches import alternatives, marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.storage.transaction import Change, Operation, Transaction
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.itip.outgoing import role_of
from a3dav_scheduling.names import CALENDAR, OBJECT
from a3dav_scheduling.recipients import mine

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource
    from a3dav.storage.store import Store
    from a3dav.writing import WriteContext

ORGANIZER, ATTENDEE = "organizer", "attendee"
_ROLE = "scheduling.role"
TAG_BYTES = 50

MIGRATIONS = Migrations(
    "scheduling",
    (
        (
            "CREATE TABLE scheduling_objects (resource_id BLOB NOT NULL PRIMARY KEY, home_id BLOB NOT NULL,"
            " uid TEXT NOT NULL, role TEXT NOT NULL, schedule_tag TEXT NOT NULL, tagged_version BLOB NOT NULL,"
            " version_id BLOB NOT NULL)",
            "CREATE INDEX scheduling_objects_by_uid ON scheduling_objects (home_id, uid)",
            "CREATE TABLE scheduling_received (message_id BLOB NOT NULL PRIMARY KEY, at INTEGER NOT NULL)",
            "CREATE INDEX scheduling_received_by_time ON scheduling_received (at)",
            "CREATE TABLE scheduling_pasts (account_id BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,"
            " uid TEXT NOT NULL, key_id TEXT NOT NULL, past BLOB NOT NULL, at INTEGER NOT NULL,"
            " PRIMARY KEY (account_id, uid))",
            "CREATE INDEX scheduling_pasts_by_time ON scheduling_pasts (at)",
            "CREATE TABLE scheduling_modes (account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id)"
            " ON DELETE CASCADE, mode TEXT NOT NULL, approver_id BLOB NOT NULL, conflicts TEXT NOT NULL)",
        ),
    ),
    frozenset(("scheduling_objects", "scheduling_received", "scheduling_pasts")),
)
_BY_UID = (
    f"SELECT {COLUMNS} FROM scheduling_objects s JOIN resources r ON r.id = s.resource_id"
    " WHERE s.home_id = ? AND s.uid = ? ORDER BY r.id"
)
_IN_COLLECTION = (
    f"SELECT {COLUMNS} FROM scheduling_objects s JOIN resources r ON r.id = s.resource_id"
    " WHERE s.home_id = ? AND r.parent_id = ? ORDER BY r.id"
)


@dataclass(slots=True, frozen=True)
class Row:
    """What is known of a scheduling object; `tagged_version` is the one that its tag was made for."""

    role: str
    tag: str
    tagged_version: bytes


def _update(tx: Transaction, changes: Sequence[Change]) -> None:
    for change in changes:
        after = change.after
        role = _role(tx, change, after) if after is not None and after.kind == OBJECT else ""
        if change.before is None and not role and _ROLE in change.notes:
            continue  # a new object, of which nothing was known
        if after is None or not role:
            tx.store.engine.execute("DELETE FROM scheduling_objects WHERE resource_id = ?", (change.resource.id,))
        else:
            _keep(tx, after, role, moved=change.operation is Operation.MOVE_IN)


def _clear(tx: Transaction) -> None:
    """Tags cannot be made anew: rows of what is there still are renewed and not removed."""
    tx.store.engine.execute("DELETE FROM scheduling_objects WHERE resource_id NOT IN (SELECT id FROM resources)")


def may_be_one(body: bytes) -> bool:
    return b"ORGANIZER" in body.upper()


def note_role(write: WriteContext, found: CalendarObject | None) -> None:
    """Spares the index to look into a body that was judged."""
    write.notes[_ROLE] = _role_in(write.house.store, write.parent.account_id, found) if found is not None else ""


def noted_role(write: WriteContext) -> str:
    return str(write.notes.get(_ROLE, ""))


def forget_role(write: WriteContext) -> None:
    """For a body that is replaced by another one."""
    write.notes.pop(_ROLE, None)


def _role(tx: Transaction, change: Change, resource: Resource) -> str:
    noted: str | None = change.notes.get(_ROLE)
    if noted is not None:
        return noted
    try:
        body = tx.body(resource)
        found = CalendarObject.parse(body) if may_be_one(body) else None
    except (BodyLost, ContentError):
        return ""
    return _role_in(tx.store, resource.account_id, found) if found is not None else ""


def _role_in(store: Store, account_id: bytes, found: CalendarObject) -> str:
    account = store.owner(account_id)
    return role_of(found, mine(store, account, found)) if account is not None else ""


INDEX = Index("scheduling", "1", frozenset({OBJECT}), _update, _clear)


def _keep(tx: Transaction, resource: Resource, role: str, *, moved: bool) -> None:
    """A tag stands for the version it was made for, and is made anew for every other, unless somebody kept it."""
    engine = tx.store.engine
    kept = engine.row(
        "SELECT schedule_tag, tagged_version FROM scheduling_objects WHERE resource_id = ? AND version_id = ?",
        (resource.id, resource.version_id),
    )
    tag, tagged = (
        (str(kept[0]), bytes(kept[1])) if kept and not moved else (_new_tag(tx.store, resource), resource.version_id)
    )
    engine.execute(
        "INSERT INTO scheduling_objects (resource_id, home_id, uid, role, schedule_tag, tagged_version, version_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (resource_id) DO UPDATE SET home_id = excluded.home_id,"
        " uid = excluded.uid, role = excluded.role, schedule_tag = excluded.schedule_tag,"
        " tagged_version = excluded.tagged_version, version_id = excluded.version_id",
        (resource.id, resource.home_id, resource.uid or "", role, tag, tagged, resource.version_id),
    )


def _new_tag(store: Store, resource: Resource) -> str:
    return store.mac(f"schedule-tag:{resource.id.hex()}:{resource.version_id.hex()}:{resource.counter}")


def keep_tag(tx: Transaction, after: Resource) -> None:
    """Called behind a `put` that changed nothing of consequence: the object keeps the tag that it has."""
    tx.store.engine.execute(
        "UPDATE scheduling_objects SET version_id = ? WHERE resource_id = ?", (after.version_id, after.id)
    )


def rows_of(store: Store, ids: Sequence[bytes]) -> dict[bytes, Row]:
    """What is known of those resources that are scheduling objects."""
    found: dict[bytes, Row] = {}
    for batch in alternatives(ids):
        sql = (
            "SELECT resource_id, role, schedule_tag, tagged_version FROM scheduling_objects"
            f" WHERE resource_id IN ({marks(batch)})"
        )
        for row in store.engine.rows(sql, batch):
            found[bytes(row[0])] = Row(str(row[1]), str(row[2]), bytes(row[3]))
    return found


def by_uid(store: Store, home_id: bytes, uid: str) -> list[Resource]:
    """The scheduling objects of a UID in a home."""
    return [resource_of(row, store.path_of(row)) for row in store.engine.rows(_BY_UID, (home_id, uid))]


def find(store: Store, home: Resource, uid: str) -> Resource | None:
    """What a home has of a UID: a scheduling object, or else whatever would stand in the way of one."""
    known = by_uid(store, home.id, uid)
    if known:
        return known[0]
    calendars = [member for page in store.pages(home) for member in page if member.kind == CALENDAR]
    return next((found for calendar in calendars for found in store.by_uid(calendar, uid)), None)


def in_collection(store: Store, collection: Resource) -> list[Resource]:
    rows = store.engine.rows(_IN_COLLECTION, (collection.home_id, collection.id))
    return [resource_of(row, (*collection.path, row[4])) for row in rows]


def schedule_tags(house: House, resources: Sequence[Resource]) -> list[str | None]:
    """The quoted tags of resources, in their order; None for those that are no scheduling objects."""
    if len(resources) != 1 or house.store.engine.in_transaction:
        return _schedule_tags(house, resources)
    key = _key(resources[0])
    known: list[str | None] | None = house.memory.get(key)
    if known is None:
        known = _schedule_tags(house, resources)
        house.memory.put(key, known, TAG_BYTES)
    return known


def _key(resource: Resource) -> Hashable:
    return ("schedule-tag", resource.id, resource.version_id, resource.counter)


def note_without_tags(house: House, tx: Transaction) -> None:
    """Spares whoever reads it next a look into the store: what was written and is about nobody has no tag."""
    for change in tx.changes:
        if change.after is not None and change.after.kind == OBJECT and change.notes.get(_ROLE) == "":
            house.memory.put(_key(change.after), [None], TAG_BYTES)


def _schedule_tags(house: House, resources: Sequence[Resource]) -> list[str | None]:
    found = rows_of(house.store, [resource.id for resource in resources])
    return [f'"{found[resource.id].tag}"' if resource.id in found else None for resource in resources]


VALIDATOR = Validator("Schedule-Tag", "If-Schedule-Tag-Match", frozenset({OBJECT}), schedule_tags)
