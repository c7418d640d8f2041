"""Changes and deletions as JSON, for people who look after what is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from a3dav.resources import Resource, path_href
from a3dav_history.log import Entry, changes_by
from a3dav_history.restoring import Outcome
from a3dav_history.trash import Removed, count_together

if TYPE_CHECKING:
    from a3dav.house import House

Told = dict[str, object]


def time_of(milliseconds: int) -> str:
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def names_of(house: House, ids: Sequence[bytes]) -> dict[bytes, str]:
    """Of accounts; one that is gone has none."""
    return {key: account.name for key, account in house.store.accounts.by_ids({one for one in ids if one}).items()}


def entries_told(house: House, resource: Resource, entries: Sequence[Entry], *, changes: bool) -> list[Told]:
    actors = names_of(house, [entry.actor_id for entry in entries])
    names = _member_names(house, resource)
    return [_entry_told(house, resource, entry, actors, names, changes=changes) for entry in entries]


def _member_names(house: House, resource: Resource) -> dict[bytes, str]:
    if not resource.collection:
        return {resource.id: resource.name}
    rows = house.store.engine.rows("SELECT id, name FROM resources WHERE parent_id = ?", (resource.id,))
    lost = house.store.engine.rows("SELECT resource_id, name FROM tombstones WHERE collection_id = ?", (resource.id,))
    return {bytes(row[0]): str(row[1]) for row in [*lost, *rows]}


def _entry_told(
    house: House, resource: Resource, entry: Entry, actors: dict[bytes, str], names: dict[bytes, str], *, changes: bool
) -> Told:
    told: Told = {
        "position": entry.position, "at": time_of(entry.at), "actor": actors.get(entry.actor_id, ""),
        "operation": entry.operation, "resource": entry.resource_id.hex(), "name": names.get(entry.resource_id, ""),
    }  # fmt: skip
    if entry.version is not None:
        told["version"] = {"id": entry.version.id.hex(), "size": entry.version.size, "etag": f'"{entry.version.etag}"'}
    if changes:
        found = changes_by(house.store, entry, _content_type(house, resource, entry))
        if found is not None:
            told["changes"] = [
                {"component": one.place, "property": one.name, "old": list(one.old), "new": list(one.new)}
                for one in found
            ]
    return told


def _content_type(house: House, resource: Resource, entry: Entry) -> str:
    if entry.resource_id == resource.id:
        return resource.content_type
    member = house.types[resource.kind].member
    return house.types[member].content_type if member else ""


def deletions_told(house: House, deletions: Sequence[Removed]) -> list[Told]:
    actors = names_of(house, [entry.actor_id for entry in deletions])
    counts = count_together(house.store, [entry.id for entry in deletions])
    return [
        {
            "id": entry.id.hex(), "name": entry.resource.name, "kind": entry.resource.kind, "from": place(house, entry),
            "at": time_of(entry.at), "actor": actors.get(entry.actor_id, ""), "resources": counts.get(entry.id, 1),
        }
        for entry in deletions
    ]  # fmt: skip


def place(house: House, entry: Removed) -> str:
    """Where a deleted resource stood, "" where that is gone, too."""
    parent = house.store.resource(entry.resource.parent_id)
    return parent.href if parent else ""


def outcome_told(outcome: Outcome, *, collection: bool) -> Told:
    refused = [{"name": name, "reason": reason} for name, reason in outcome.refused]
    return {"href": path_href(outcome.path, collection), "restored": outcome.restored, "refused": refused}
