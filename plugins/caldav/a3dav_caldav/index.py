"""The index of calendar objects: which of them a range of time can concern, without reading them.

`caldav_objects` has a row for each object, `caldav_spans` the times of those that recur, within a window
around the present. Outside the window every series that reaches there is a candidate, so that there is no
horizon; the filter of a query has the last word on each candidate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.registries import Index, Migrations, Task
from a3dav.storage.store import PAGE
from a3dav.storage.transaction import Actor, Change, Operation, Transaction
from a3dav_caldav.names import CALENDAR, OBJECT
from a3dav_content import calendar_index
from a3dav_content.calendar_index import CalendarIndex
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY, EARLIEST, LATEST
from a3dav_content.errors import ContentError
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import TZDATA_VERSION

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource
    from a3dav.storage.store import Store

MIGRATIONS = Migrations(
    "caldav",
    (
        (
            "CREATE TABLE caldav_objects (resource_id BLOB NOT NULL PRIMARY KEY, collection_id BLOB NOT NULL,"
            " component TEXT NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, recurs INTEGER NOT NULL,"
            " always INTEGER NOT NULL, covered_from INTEGER NOT NULL, covered_until INTEGER NOT NULL)",
            "CREATE INDEX caldav_objects_by_time ON caldav_objects (collection_id, component, last_at, first_at)",
            "CREATE INDEX caldav_objects_by_cover ON caldav_objects (recurs, covered_until)",
            "CREATE TABLE caldav_spans (resource_id BLOB NOT NULL, begin_at INTEGER NOT NULL, end_at INTEGER NOT NULL)",
            "CREATE INDEX caldav_spans_by_resource ON caldav_spans (resource_id, end_at, begin_at)",
        ),
    ),
)
_CANDIDATES = (
    "SELECT o.resource_id, o.always, o.recurs FROM caldav_objects o WHERE o.collection_id = ?"
    " AND o.resource_id > ? {component}{range} ORDER BY o.resource_id LIMIT ?"
)
_IN_RANGE = (
    " AND o.last_at >= ? AND o.first_at <= ? AND (o.recurs = 0 OR o.always = 1"
    " OR ? < o.covered_from OR ? > o.covered_until"
    " OR EXISTS (SELECT 1 FROM caldav_spans s WHERE s.resource_id = o.resource_id"
    " AND s.end_at >= ? AND s.begin_at <= ?))"
)
WINDOW_AHEAD = 2 * 366 * DAY
EXTEND_BELOW = WINDOW_AHEAD - 120 * DAY


def update(tx: Transaction, changes: Sequence[Change]) -> None:
    for change in changes:
        resource = change.resource
        if change.after is None or change.after.kind != OBJECT:
            _forget(tx, resource.id)
        elif change.operation is Operation.PUT or not _moved(tx, change.after):
            _keep(tx, change.after, change.parsed or _entry(tx.store, change.after))


def _moved(tx: Transaction, resource: Resource) -> bool:
    """Takes the rows of an object along to another calendar, where there are any."""
    sql = "UPDATE caldav_objects SET collection_id = ? WHERE resource_id = ?"
    return tx.store.engine.execute(sql, (resource.parent_id, resource.id)) > 0


def clear(tx: Transaction) -> None:
    tx.store.engine.execute("DELETE FROM caldav_spans")
    tx.store.engine.execute("DELETE FROM caldav_objects")


def _entry(store: Store, resource: Resource) -> CalendarIndex:
    try:
        return calendar_index.index(CalendarObject.parse(store.body(resource).read()), now_ms() // 1000)
    except ContentError:  # stored under rules that were wider: every query looks at it
        return CalendarIndex("", "", EARLIEST, LATEST, recurs=False, always=True)


def _forget(tx: Transaction, resource_id: bytes) -> None:
    tx.store.engine.execute("DELETE FROM caldav_spans WHERE resource_id = ?", (resource_id,))
    tx.store.engine.execute("DELETE FROM caldav_objects WHERE resource_id = ?", (resource_id,))


def _keep(tx: Transaction, resource: Resource, entry: CalendarIndex) -> None:
    _forget(tx, resource.id)
    tx.store.engine.execute(
        "INSERT INTO caldav_objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            resource.id, resource.parent_id, entry.component, entry.first, entry.last, int(entry.recurs),
            int(entry.always), entry.covered_from, entry.covered_until,
        ),
    )  # fmt: skip
    for begin, end in entry.rows:
        tx.store.engine.execute("INSERT INTO caldav_spans VALUES (?, ?, ?)", (resource.id, begin, end))


INDEX = Index("caldav", f"1/{TZDATA_VERSION}", frozenset({OBJECT}), update, clear)


def pages(store: Store, calendar: Resource, component: str | None, span: TimeRange | None) -> Iterator[list[Resource]]:
    """Members of a calendar that a range can concern, page by page."""
    after = b""
    while rows := candidates(store, calendar, component, span, after, PAGE):
        yield store.by_ids(calendar, [bytes(row[0]) for row in rows])
        if len(rows) < PAGE:
            return
        after = bytes(rows[-1][0])


def candidates(
    store: Store, calendar: Resource, component: str | None, span: TimeRange | None, after: bytes, limit: int
) -> list[tuple[bytes, int, int]]:
    """Rows of (resource id, looked at always, recurs) behind an id."""
    parameters: list[object] = [calendar.id, after]
    sql = _CANDIDATES.format(
        component="AND o.component IN (?, '')" if component else "", range=_IN_RANGE if span else ""
    )
    if component:
        parameters.append(component)
    if span:
        parameters += [span.start, span.end] * 3
    return store.engine.rows(sql, (*parameters, limit))


def extend_window(house: House) -> str:
    """Looks further ahead for series whose window has come near its end."""
    now, after, extended = now_ms() // 1000, b"", 0
    while rows := house.store.engine.rows(
        "SELECT resource_id FROM caldav_objects WHERE recurs = 1 AND covered_until < ? AND resource_id > ?"
        " ORDER BY resource_id LIMIT ?",
        (now + EXTEND_BELOW, after, PAGE),
    ):
        ids = [bytes(row[0]) for row in rows]
        house.transact(Actor(), partial(_renew, ids=ids))
        extended, after = extended + len(ids), ids[-1]
    return f"{extended} series looked further ahead" if extended else ""


def _renew(tx: Transaction, ids: Sequence[bytes]) -> None:
    for resource_id in ids:
        resource = tx.store.resource(resource_id)
        if resource is not None:
            _keep(tx, resource, _entry(tx.store, resource))


TASK = Task("caldav-window", 86_400, extend_window)


def calendars_of(store: Store, target: Resource) -> Iterator[Resource]:
    """The calendar itself, or the calendars of a home."""
    if target.kind == CALENDAR:
        yield target
        return
    for page in store.pages(target):
        yield from (member for member in page if member.kind == CALENDAR)
