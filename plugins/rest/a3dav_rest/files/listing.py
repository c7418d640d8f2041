"""Pages of folders: what one holds, and what is found in one's own by a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav.api import ApiCall, cursor_after, position_of
from a3dav.exchange import Response
from a3dav.names import folded
from a3dav.resources import Path, Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav_rest.files.places import folder, home, shown

MEMBERS, MOUNTED = 0, 1
"""The two parts of a list: what a folder holds, and what of others is mounted there."""
LOOKED_AT = 5_000
"""Names that one page of a search looks at."""
SEARCH_MICROSECONDS = 10_000
ENTRY_MICROSECONDS = 20


def list_files(call: ApiCall) -> Response:
    text = call.parameters.get("text")
    found, following = _members(call) if text is None else _matches(call, text)
    readable = call.house.readable(call.identity, found)
    return call.answer({"items": shown(call, readable) if readable else [], "next": following})


def list_cost(call: ApiCall) -> int:
    if "text" in call.parameters:
        return SEARCH_MICROSECONDS
    holder = folder(call, call.parameters.get("folder"))
    return ENTRY_MICROSECONDS * call.house.store.count_members(holder, call.parameters["limit"])


def _members(call: ApiCall) -> tuple[Sequence[Resource], str | None]:
    store, limit = call.house.store, call.parameters["limit"]
    holder = folder(call, call.parameters.get("folder"))
    part, after = position_of(call) or [MEMBERS, ""]
    found: list[Resource] = []
    if part == MEMBERS:
        found = store.members(holder, bytes.fromhex(str(after)), limit + 1)
        if len(found) > limit:
            return found[:limit], cursor_after(call, MEMBERS, found[limit - 1].id.hex())
        after = ""
    rest = sorted((one for one in store.mounted(holder) if one.id.hex() > str(after)), key=lambda one: one.id)
    room = limit - len(found)
    if len(rest) <= room:
        return [*found, *rest], None
    return [*found, *rest[:room]], cursor_after(call, MOUNTED, rest[room - 1].id.hex() if room else str(after))


def _matches(call: ApiCall, text: str) -> tuple[Sequence[Resource], str | None]:
    """A page looks at a bounded number of names, and so may have few entries, or none, and not be the last."""
    engine, limit, wanted = call.house.store.engine, call.parameters["limit"], folded(text)
    top = home(call)
    after = int((position_of(call) or [0])[0])
    sql = "SELECT id, name, counter FROM resources WHERE home_id = ? AND counter > ? ORDER BY counter LIMIT ?"
    rows = engine.rows(sql, (top.id, after, LOOKED_AT))
    matching: list[bytes] = []
    for resource_id, name, counter in rows:
        if bytes(resource_id) != top.id and wanted in folded(str(name)):
            matching.append(bytes(resource_id))
            if len(matching) == limit:
                return _by_ids(call, top, matching), cursor_after(call, int(counter))
    following = cursor_after(call, int(rows[-1][2])) if len(rows) == LOOKED_AT else None
    return _by_ids(call, top, matching), following


def _by_ids(call: ApiCall, top: Resource, ids: Sequence[bytes]) -> list[Resource]:
    """Resources of one home with their paths, which take a statement for each level."""
    engine = call.house.store.engine
    sql = f"SELECT {COLUMNS} FROM resources r WHERE r.id IN ({{}})"
    rows = {bytes(row[0]): row for some in batches(ids) for row in engine.rows(sql.format(marks(some)), some)}
    above: dict[bytes, tuple[bytes, str]] = {}
    missing = {bytes(row[3]) for row in rows.values()} - {top.id}
    while missing:
        for some in batches(sorted(missing)):
            sql = f"SELECT id, parent_id, name FROM resources WHERE id IN ({marks(some)})"
            above |= {bytes(row[0]): (bytes(row[1]), str(row[2])) for row in engine.rows(sql, some)}
        missing = {above[one][0] for one in missing if one in above} - {top.id} - above.keys()
    found = ((rows[one], _path(top, bytes(rows[one][3]), above)) for one in ids if one in rows)
    return [resource_of(row, (*path, str(row[4]))) for row, path in found if path]


def _path(top: Resource, holder: bytes, above: dict[bytes, tuple[bytes, str]]) -> Path:
    """Nothing for what was moved away between two statements."""
    names: list[str] = []
    while holder != top.id:
        if holder not in above or len(names) > len(above):
            return ()
        holder, name = above[holder]
        names.append(name)
    return (*top.path, *reversed(names))
