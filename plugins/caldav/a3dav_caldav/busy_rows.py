"""What the index tells of the busy time of many calendars at once, and which objects have to be looked at for more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from a3dav.storage.batches import batches, marks
from a3dav.storage.store import Store
from a3dav_content.busy_index import NEVER_BUSY, UNTOLD
from a3dav_content.dates import DAY
from a3dav_content.time_range import TimeRange

Row = tuple[bytes, bytes, int, int, int, str]
"""A calendar, an object in it, begin and end with `loose` on both sides, that, and the kind of busy time."""
SLACK = 2 * DAY
"""Whole days near an end of what the index covers may lie behind it by another clock."""
_TOLD = f"o.busy NOT IN ('{NEVER_BUSY}', '{UNTOLD}')"
_MEETING = " AND o.last_at > ? AND o.first_at < ?"
_COVERED = "o.covered_from <= ? AND o.covered_until >= ?"
_SINGLE = (
    "SELECT o.collection_id, o.resource_id, o.first_at, o.last_at, o.loose, o.busy FROM caldav_objects o"
    f" WHERE o.collection_id IN ({{calendars}}) AND o.component = 'VEVENT'{_MEETING} AND o.recurs = 0 AND {_TOLD}"
    " LIMIT ?"
)
_SERIES = (
    "SELECT o.collection_id, o.resource_id, s.begin_at, s.end_at, o.loose, o.busy FROM caldav_objects o"
    " JOIN caldav_spans s ON s.resource_id = o.resource_id"
    f" WHERE o.collection_id IN ({{calendars}}) AND o.component = 'VEVENT'{_MEETING} AND o.recurs = 1 AND {_TOLD}"
    f" AND {_COVERED} AND s.alarm = 0 AND s.end_at > ? AND s.begin_at < ? LIMIT ?"
)
_COUNT = (
    "SELECT COUNT(*) FROM (SELECT 1 FROM caldav_objects o"
    f" WHERE o.collection_id IN ({{calendars}}) AND o.component = 'VEVENT'{_MEETING} AND {_TOLD} LIMIT ?) AS counted"
)
_OTHERS = (
    "SELECT o.collection_id, o.resource_id FROM caldav_objects o"
    " WHERE o.collection_id IN ({calendars}) AND o.component IN ('VEVENT', 'VFREEBUSY', 'VAVAILABILITY', '')"
    f"{_MEETING} AND (o.busy = '{UNTOLD}' OR (o.recurs = 1 AND o.busy <> '{NEVER_BUSY}' AND NOT ({_COVERED})))"
    f" AND (o.recurs = 0 OR o.always = 1 OR NOT ({_COVERED}) OR EXISTS (SELECT 1 FROM caldav_spans s"
    " WHERE s.resource_id = o.resource_id AND s.alarm = 0 AND s.end_at > ? AND s.begin_at < ?))"
)


def told_rows(store: Store, calendars: Sequence[bytes], span: TimeRange, most: int) -> Iterator[Row]:
    """Rows that are busy time exactly, once `loose` is taken off; `most` of each sort for a few hundred calendars."""
    ends, cover = (span.start, span.end), (span.start - SLACK, span.end + SLACK)
    for batch in batches(calendars):
        yield from store.engine.rows(_SINGLE.format(calendars=marks(batch)), (*batch, *ends, most))
        yield from store.engine.rows(_SERIES.format(calendars=marks(batch)), (*batch, *ends, *cover, *ends, most))


def count_told(store: Store, calendars: Sequence[bytes], span: TimeRange, most: int) -> int:
    """How many objects those rows are about, or `most` where they are more; enough to estimate a cost."""
    counted = 0
    for batch in batches(calendars):
        row = store.engine.row(_COUNT.format(calendars=marks(batch)), (*batch, span.start, span.end, most))
        counted += int(row[0]) if row else 0
    return min(counted, most)


def others(store: Store, calendars: Sequence[bytes], span: TimeRange) -> dict[bytes, list[bytes]]:
    """By calendar, the objects that may make busy in the range and that the index does not tell enough of."""
    ends, cover = (span.start, span.end), (span.start - SLACK, span.end + SLACK)
    found: dict[bytes, list[bytes]] = {}
    for batch in batches(calendars):
        sql = _OTHERS.format(calendars=marks(batch))
        for calendar, resource in store.engine.rows(sql, (*batch, *ends, *cover, *cover, *ends)):
            found.setdefault(bytes(calendar), []).append(bytes(resource))
    return found


def count_others(store: Store, calendars: Collection[bytes], span: TimeRange) -> int:
    return sum(map(len, others(store, list(calendars), span).values()))
