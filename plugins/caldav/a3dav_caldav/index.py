"""The index of calendar objects: which of them a range of time can concern, without reading them.

`caldav_objects` has a row for each object, `caldav_spans` the times of those that recur, within a window
around the present. Outside the window every series that reaches there is a candidate, so that there is no
horizon; the filter of a query has the last word on each candidate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from a3dav.faults import BodyLost
from a3dav.identifiers import now_ms
from a3dav.registries import Index, Migrations, Task
from a3dav.storage.batches import alternatives, batches, marks
from a3dav.storage.engine import Row
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.storage.store import PAGE
from a3dav.storage.transaction import Actor, Change, Operation, Transaction
from a3dav_caldav.names import CALENDAR, OBJECT
from a3dav_content import calendar_index
from a3dav_content.busy_index import UNTOLD
from a3dav_content.calendar_index import CalendarIndex
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.dates import DAY
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
            "CREATE INDEX caldav_objects_in_order ON caldav_objects (collection_id, resource_id)",
            "CREATE INDEX caldav_objects_by_time ON caldav_objects (collection_id, component, last_at, first_at)",
            "CREATE INDEX caldav_objects_by_cover ON caldav_objects (recurs, covered_until)",
            "CREATE TABLE caldav_spans (resource_id BLOB NOT NULL, begin_at INTEGER NOT NULL, end_at INTEGER NOT NULL)",
            "CREATE INDEX caldav_spans_by_resource ON caldav_spans (resource_id, end_at, begin_at)",
        ),
        (
            "ALTER TABLE caldav_objects ADD COLUMN loose INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE caldav_objects ADD COLUMN first_alarm INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE caldav_objects ADD COLUMN last_alarm INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE caldav_spans ADD COLUMN alarm INTEGER NOT NULL DEFAULT 0",
        ),
        (f"ALTER TABLE caldav_objects ADD COLUMN busy TEXT NOT NULL DEFAULT '{UNTOLD}'",),
    ),
    frozenset(("caldav_objects", "caldav_spans")),
)
_ALL = (
    f"SELECT {COLUMNS} FROM caldav_objects o JOIN resources r ON r.id = o.resource_id"
    " WHERE o.collection_id = ? AND o.resource_id > ?{component} ORDER BY o.resource_id LIMIT ?"
)
_THOSE = "SELECT {what} FROM caldav_objects o WHERE o.collection_id = ?{conditions}{limit}"
_OF_COMPONENT = " AND o.component IN (?, '')"
_MEETING = (
    " AND o.last_{at} > ? AND o.first_{at} < ? AND (o.recurs = 0 OR o.always = 1"
    " OR ? < o.covered_from OR ? > o.covered_until"
    " OR EXISTS (SELECT 1 FROM caldav_spans s WHERE s.resource_id = o.resource_id AND s.alarm = {alarm}"
    " AND s.end_at > ? AND s.begin_at < ?))"
)
_IN_RANGE, _RINGING_IN = _MEETING.format(at="at", alarm=0), _MEETING.format(at="alarm", alarm=1)
# No zone of a reader could move such an object out of the range.
_SURE = (
    "CASE WHEN o.always = 0 AND ((o.recurs = 0 AND o.last_at - 2 * o.loose > ? AND o.first_at + 2 * o.loose < ?)"
    " OR (o.recurs = 1 AND EXISTS (SELECT 1 FROM caldav_spans s WHERE s.resource_id = o.resource_id AND s.alarm = 0"
    " AND s.end_at - 2 * o.loose > ? AND s.begin_at + 2 * o.loose < ?))) THEN 1 ELSE 0 END"
)
_KEPT = (
    "collection_id, component, first_at, last_at, recurs, always, covered_from, covered_until, loose, first_alarm,"
    " last_alarm, busy"
)
_IN_ORDER = (
    f"SELECT {{sure}}, {COLUMNS} FROM caldav_objects o JOIN resources r ON r.id = o.resource_id"
    " WHERE o.collection_id = ? AND o.resource_id > ?{conditions} ORDER BY o.resource_id LIMIT ?"
)
_RECKONED = "CASE WHEN o.component = '' THEN 0 ELSE 1 END"
_RECURS = 4
_UPSERT = (
    f"INSERT INTO caldav_objects (resource_id, {_KEPT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    f" ON CONFLICT (resource_id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _KEPT.split(', '))}"
)
FEW = 8
SpanRow = tuple[int, int, int]
WINDOW_AHEAD = 2 * 366 * DAY
EXTEND_BELOW = WINDOW_AHEAD - 120 * DAY


def update(tx: Transaction, changes: Sequence[Change]) -> None:
    for change in changes:
        resource = change.resource
        if change.after is None:
            _forget(tx, resource.id)
        elif change.operation is Operation.PUT or not _moved(tx, change.after):
            _keep(tx, change.after, change.parsed or _entry(tx, change.after))


def _moved(tx: Transaction, resource: Resource) -> bool:
    """Takes the rows of an object along to another calendar, where there are any."""
    sql = "UPDATE caldav_objects SET collection_id = ? WHERE resource_id = ?"
    return tx.store.engine.execute(sql, (resource.parent_id, resource.id)) > 0


def clear(tx: Transaction) -> None:
    tx.store.engine.execute("DELETE FROM caldav_spans")
    tx.store.engine.execute("DELETE FROM caldav_objects")


def _entry(tx: Transaction, resource: Resource) -> CalendarIndex:
    try:
        return calendar_index.index(CalendarObject.stored(tx.body(resource)), now_ms() // 1000)
    except (ContentError, BodyLost):  # stored under rules that were wider, or lost: every query looks at it
        return calendar_index.unreckoned()


def _forget(tx: Transaction, resource_id: bytes) -> None:
    tx.store.engine.execute("DELETE FROM caldav_spans WHERE resource_id = ?", (resource_id,))
    tx.store.engine.execute("DELETE FROM caldav_objects WHERE resource_id = ?", (resource_id,))


def _keep(tx: Transaction, resource: Resource, entry: CalendarIndex) -> None:
    """Writes what is new alone: most changes of an object leave its times as they are."""
    row = (
        resource.parent_id, entry.component, entry.first, entry.last, int(entry.recurs), int(entry.always),
        entry.covered_from, entry.covered_until, entry.loose, entry.first_alarm, entry.last_alarm, entry.busy,
    )  # fmt: skip
    known = tx.store.engine.row(f"SELECT {_KEPT} FROM caldav_objects WHERE resource_id = ?", (resource.id,))
    if known is None or (bytes(known[0]), *known[1:]) != row:
        tx.store.engine.execute(_UPSERT, (resource.id, *row))
    if entry.recurs or (known is not None and known[_RECURS]):
        wanted = [(*span, alarm) for alarm, spans in enumerate((entry.rows, entry.alarms)) for span in spans]
        _exchange(tx, resource.id, _spans(tx, resource.id) if known is not None else set(), wanted)


def _spans(tx: Transaction, resource_id: bytes) -> set[SpanRow]:
    sql = "SELECT begin_at, end_at, alarm FROM caldav_spans WHERE resource_id = ?"
    return {(int(row[0]), int(row[1]), int(row[2])) for row in tx.store.engine.rows(sql, (resource_id,))}


def _exchange(tx: Transaction, resource_id: bytes, held: set[SpanRow], wanted: Sequence[SpanRow]) -> None:
    gone = held.difference(wanted)
    if len(gone) > FEW:
        tx.store.engine.execute("DELETE FROM caldav_spans WHERE resource_id = ?", (resource_id,))
        held = set()
    else:
        sql = "DELETE FROM caldav_spans WHERE resource_id = ? AND begin_at = ? AND end_at = ? AND alarm = ?"
        for span in sorted(gone):
            tx.store.engine.execute(sql, (resource_id, *span))
    for batch in batches([span for span in wanted if span not in held]):
        rows = ", ".join(["(?, ?, ?, ?)"] * len(batch))
        values = [value for span in batch for value in (resource_id, *span)]
        sql = f"INSERT INTO caldav_spans (resource_id, begin_at, end_at, alarm) VALUES {rows}"
        tx.store.engine.execute(sql, values)


INDEX = Index("caldav", f"4/{TZDATA_VERSION}", frozenset({OBJECT}), update, clear)


@dataclass(slots=True, frozen=True)
class Sought:
    """What an index can know of a filter: a kind of component, when it happens, when its alarms go off."""

    component: str | None = None
    span: TimeRange | None = None
    ringing: TimeRange | None = None

    @property
    def conditions(self) -> str:
        named = _OF_COMPONENT if self.component else ""
        return named + (_IN_RANGE if self.span else "") + (_RINGING_IN if self.ringing else "")

    @property
    def parameters(self) -> list[str | int]:
        ranges = [end for span in (self.span, self.ringing) if span for end in [span.start, span.end] * 3]
        return [*([self.component] if self.component else []), *ranges]


def pages(store: Store, calendar: Resource, sought: Sought) -> Iterator[list[Resource]]:
    """Members of a calendar that can be what is sought, page by page."""
    if sought.span is None and sought.ringing is None:
        yield from _all_pages(store, calendar, sought.component)
        return
    yield from _pages_of(store, calendar, [bytes(row[0]) for row in _those(store, calendar, "o.resource_id", sought)])


def decided_pages(store: Store, calendar: Resource, sought: Sought, *, sure: bool) -> Iterator[list[Resource]]:
    """Those that overlap the range for sure, or those that may, so that somebody has to look."""
    rows = _with_certainty(store, calendar, "o.resource_id", sought)
    yield from _pages_of(store, calendar, [bytes(row[1]) for row in rows if bool(row[0]) is sure])


def certainty(store: Store, calendar: Resource, sought: Sought, ids: Sequence[bytes]) -> dict[bytes, bool]:
    """Of these members, those that overlap the range for sure (True) and those that may."""
    return {
        bytes(row[1]): bool(row[0])
        for batch in alternatives(ids)
        for row in _with_certainty(store, calendar, "o.resource_id", sought, among=batch)
    }


def in_order(
    store: Store, calendar: Resource, sought: Sought, after: bytes, limit: int, uid: str | None = None
) -> list[tuple[Resource, bool]]:
    """Members that can be what is sought, behind an identifier, and whether each overlaps the range for sure."""
    ends = [sought.span.start, sought.span.end] * 2 if sought.span else []
    sql = _IN_ORDER.format(
        sure=_SURE if sought.span else _RECKONED, conditions=sought.conditions + (" AND r.uid = ?" if uid else "")
    )
    given = [*ends, calendar.id, after, *sought.parameters, *([uid] if uid else []), limit]
    return [(resource_of(row[1:], (*calendar.path, row[5])), bool(row[0])) for row in store.engine.rows(sql, given)]


def _pages_of(store: Store, calendar: Resource, ids: Sequence[bytes]) -> Iterator[list[Resource]]:
    for start in range(0, len(ids), PAGE):
        yield store.by_ids(calendar, ids[start : start + PAGE])


def _all_pages(store: Store, calendar: Resource, component: str | None) -> Iterator[list[Resource]]:
    sql, after = _ALL.format(component=_OF_COMPONENT if component else ""), b""
    while rows := store.engine.rows(sql, (calendar.id, after, *([component] if component else []), PAGE)):
        page = [resource_of(row, (*calendar.path, row[4])) for row in rows]
        yield page
        if len(page) < PAGE:
            return
        after = page[-1].id


def costs(store: Store, calendar: Resource, sought: Sought, most: int) -> list[tuple[bool, bool, bool]]:
    """Whether each of the first candidates is found for sure, looked at by every range, and whether it recurs."""
    rows = _with_certainty(store, calendar, "o.always, o.recurs", sought, most)
    return [(bool(sure), bool(always), bool(recurs)) for sure, always, recurs in rows]


def _with_certainty(
    store: Store, calendar: Resource, what: str, sought: Sought, most: int = 0, among: Sequence[bytes] = ()
) -> list[Row]:
    if sought.span is None:
        return _those(store, calendar, f"0, {what}", sought, most, among=among)
    ends = [sought.span.start, sought.span.end] * 2
    return _those(store, calendar, f"{_SURE}, {what}", sought, most, ends, among)


def _those(
    store: Store,
    calendar: Resource,
    what: str,
    sought: Sought,
    most: int = 0,
    ahead: Sequence[int] = (),
    among: Sequence[bytes] = (),
) -> list[Row]:
    conditions = sought.conditions
    if among:  # few are found by their ids: the index of times, which SQLite would rather take, has many more
        conditions = conditions.replace("o.last_", "0 + o.last_").replace("o.component", "'' || o.component")
        conditions += f" AND o.resource_id IN ({marks(among)})"
    sql = _THOSE.format(what=what, conditions=conditions, limit=" LIMIT ?" if most else "")
    return store.engine.rows(sql, [*ahead, calendar.id, *sought.parameters, *among, *([most] if most else [])])


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
            _keep(tx, resource, _entry(tx, resource))


TASK = Task("caldav-window", 86_400, extend_window)


def calendars_of(house: House, target: Resource, *, mounted: bool = False) -> Iterator[Resource]:
    """The calendar itself, or the calendars of a home; those of others that are `mounted` there only if asked for."""
    if house.types.is_a(target.kind, CALENDAR):
        yield target
        return
    for page in house.store.member_pages(target) if mounted else house.store.pages(target):
        yield from (member for member in page if house.types.is_a(member.kind, CALENDAR))
