"""A collection as it was at a moment: what is different now, and how it becomes so again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.errors import DavError
from a3dav.identifiers import Clock
from a3dav.lanes import Lane, Step, Steps
from a3dav.methods.delete import remove
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.transaction import Operation
from a3dav.writing import WriteContext, perform
from a3dav_history.log import Version, versions_of
from a3dav_history.restoring import Outcome, Restorer
from a3dav_history.trash import Removed, removed_from

if TYPE_CHECKING:
    from a3dav.storage.store import Store

_GONE = {str(Operation.DELETE), str(Operation.MOVE_OUT)}


@dataclass(slots=True)
class Plan:
    """What it takes: members to delete, to set back to a version, to bring back, and those that nobody can."""

    deletions: list[Resource] = field(default_factory=list)
    changes: list[tuple[Resource, Version]] = field(default_factory=list)
    revivals: list[Removed] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)

    @property
    def size(self) -> int:
        return len(self.deletions) + len(self.changes) + len(self.revivals)


def plan(store: Store, collection: Resource, moment: int) -> Plan:
    """The way back to a moment (milliseconds since 1970), for the objects directly in a collection."""
    there = _there_at(store, collection, moment)
    present = {member.id: member for page in store.pages(collection) for member in page if not member.collection}
    gone = {entry.id: entry for entry in removed_from(store, collection.id) if not entry.resource.collection}
    at_that_time = {
        version.resource_id: version for version in versions_of(store, [*present, *gone]) if version.created <= moment
    }
    found = Plan(deletions=[member for key, member in present.items() if key not in there])
    for key in there & present.keys():
        _set_back(present[key], at_that_time.get(key), found)
    for key in there & gone.keys():
        _bring_back(gone[key], at_that_time.get(key), found)
    return found


def _there_at(store: Store, collection: Resource, moment: int) -> set[bytes]:
    last = store.engine.rows(
        "SELECT MAX(position) FROM changes WHERE collection_id = ? AND clock < ? GROUP BY resource_id",
        (collection.id, Clock.at(moment + 1)),
    )
    there: set[bytes] = set()
    for batch in batches([int(row[0]) for row in last]):
        sql = f"SELECT resource_id, operation FROM changes WHERE position IN ({marks(batch)})"
        there |= {bytes(row[0]) for row in store.engine.rows(sql, batch) if str(row[1]) not in _GONE}
    return there


def _set_back(member: Resource, version: Version | None, found: Plan) -> None:
    if version is None:
        found.lost.append((member.name, "the version of that time is not kept any more"))
    elif version.etag != member.etag:
        found.changes.append((member, version))


def _bring_back(entry: Removed, version: Version | None, found: Plan) -> None:
    if version is None:
        found.lost.append((entry.resource.name, "the version of that time is not kept any more"))
        return
    entry.resource.version_id = version.id
    found.revivals.append(entry)


def rewind(restorer: Restorer, collection: Resource, moment: int) -> Steps[Outcome]:
    """Follows the plan, page by page; what is refused is told, and the rest stands as it was at that moment."""
    house = restorer.house
    way: Plan = yield Step(Lane.READ, plan, (house.store, collection, moment))
    outcome = Outcome(collection.path, refused=list(way.lost))
    yield from _delete(restorer, collection, way.deletions, outcome)
    for member, version in way.changes:
        try:
            yield from restorer.restore_version(member, version.id)
            outcome.restored += 1
        except DavError as error:
            outcome.refused.append((member.name, error.message))
    yield from restorer.restore_members(collection, way.revivals, outcome)
    return outcome


def _delete(restorer: Restorer, collection: Resource, members: Sequence[Resource], outcome: Outcome) -> Steps[None]:
    for member in members:
        write = WriteContext(
            restorer.house, restorer.identity, restorer.request_id, "delete", collection, member.name, member
        )
        try:
            yield from perform(write, remove)
            outcome.restored += 1
        except DavError as error:
            outcome.refused.append((member.name, error.message))
