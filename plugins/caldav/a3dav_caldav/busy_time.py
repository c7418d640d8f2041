"""When people are busy: one way of telling it for reports, for those who plan with others, and for rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.xml.reading import read_xml, text_of
from a3dav_caldav.availability import AVAILABILITY
from a3dav_caldav.busy_rows import Row, others, told_rows
from a3dav_caldav.names import CALENDAR, CALENDARS, TRANSPARENCY, caldav
from a3dav_caldav.timezones import zone_of_properties
from a3dav_content.budget import Budget
from a3dav_content.busy_index import reader_of
from a3dav_content.busy_service import Mask
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.free_busy import Period, Told, busy_time, told_of
from a3dav_content.itip.addresses import organizer_of
from a3dav_content.time_range import TimeRange
from a3dav_content.timezones import UTC, Zone, named_zone

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.store import Store

Properties = Mapping[bytes, Mapping[str, bytes]]
OBJECT_SHARE = 2
"""The part of a budget that a single object may take."""
_OF_HOMES = f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id IN ({{ids}}) AND r.name = '{CALENDARS}'"
_INSIDE = f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id IN ({{ids}}) AND r.collection = 1"


class Reading:
    """Tells of calendars what they say about a range: from the index as far as that knows it, else from the objects."""

    def __init__(self, store: Store, span: TimeRange, zone: Callable[[bytes], Zone], budget: Budget) -> None:
        self._store, self._span, self._zone, self._budget = store, span, zone, budget

    def rows(self, calendars: Sequence[bytes]) -> dict[bytes, list[Row]]:
        """Raises LimitExceeded where there are more than the budget allows, and so never holds more."""
        found: dict[bytes, list[Row]] = {calendar: [] for calendar in calendars}
        left = self._budget.left
        for row in told_rows(self._store, calendars, self._span, left + 1):
            found[row[0]].append(row)
            left -= 1
        if left < 0:
            raise LimitExceeded("expansion", "there are more events than one request may look at")
        return found

    def others(self, calendars: Sequence[bytes]) -> dict[bytes, list[bytes]]:
        return others(self._store, calendars, self._span)

    def told(self, calendar: bytes, rows: Sequence[Row]) -> Told:
        """What rows of one calendar say."""
        self._budget.spend(len(rows))
        read, low, high = reader_of(partial(self._zone, calendar)), self._span.start, self._span.end
        periods: list[Period] = []
        for _, _, first, last, loose, kind in rows:
            begin, end = read((first, last), loose) if loose else (first, last)
            if low <= begin < end <= high:
                periods.append((begin, end, kind))
            elif max(begin, low) < min(end, high):
                periods.append((max(begin, low), min(end, high), kind))
        return Told(periods)

    def looked_at(self, members: Sequence[Resource], mask: Mask | None = None) -> Iterator[Told]:
        for member, body in zip(members, self._store.bodies(members, lost=b""), strict=True):
            yield self._of_one(member, body, mask)

    def _of_one(self, member: Resource, body: bytes, mask: Mask | None) -> Told:
        zone = self._zone(member.parent_id)
        try:
            found = CalendarObject.stored(body)
            if mask is not None and is_masked(found, mask):
                return Told()
            return told_of(found, self._span, zone, self._budget.share(self._budget.steps // OBJECT_SHARE))
        except LimitExceeded as error:
            raise LimitExceeded(error.limit, f"{member.href}: {error.message}") from error
        except ContentError:
            return Told()  # a date or a duration in it that cannot be reckoned with


def is_masked(found: CalendarObject, mask: Mask) -> bool:
    return found.uid == mask.uid and organizer_of(found.components[0]) in mask.organizers


class BusyTimes:
    """The service of that name (see `a3dav_content.busy_service`)."""

    def __init__(self, house: House) -> None:
        self._house = house

    def __call__(
        self, accounts: Sequence[bytes], span: TimeRange, budget: Budget, mask: Mask | None = None
    ) -> dict[bytes, list[Period] | None]:
        homes = {home.account_id: home for home in self._listed(_OF_HOMES, accounts, [])}
        calendars = [
            calendar
            for calendar in self._listed(_INSIDE, [home.id for home in homes.values()], list(homes.values()))
            if self._house.types.is_a(calendar.kind, CALENDAR)
        ]
        stored = self._house.store.properties([*homes.values(), *calendars])
        counted = [calendar for calendar in calendars if not is_transparent(stored.get(calendar.id, {}))]
        return _Answer(self._house, stored, span, budget, mask).of(accounts, homes, counted)

    def _listed(self, sql: str, ids: Sequence[bytes], above: Sequence[Resource]) -> list[Resource]:
        paths = {collection.id: collection.path for collection in above}
        rows = [r for some in batches(ids) for r in self._house.store.engine.rows(sql.format(ids=marks(some)), some)]
        return [resource_of(row, (*paths.get(bytes(row[3]), ()), str(row[4]))) for row in rows]


class _Answer:
    def __init__(self, house: House, stored: Properties, span: TimeRange, budget: Budget, mask: Mask | None) -> None:
        self._house, self._stored, self._span, self._budget, self._mask = house, stored, span, budget, mask
        self._reading = Reading(house.store, span, self._zone, budget)
        self._zones: dict[bytes, Zone] = {}

    def of(
        self, accounts: Sequence[bytes], homes: Mapping[bytes, Resource], calendars: Sequence[Resource]
    ) -> dict[bytes, list[Period] | None]:
        ids = [calendar.id for calendar in calendars]
        masked = self._masked(ids)
        try:
            rows, unsure = self._reading.rows(ids), self._reading.others(ids)
        except LimitExceeded:
            return dict.fromkeys(accounts)
        by_account: dict[bytes, list[Resource]] = {}
        for calendar in calendars:
            by_account.setdefault(calendar.account_id, []).append(calendar)
        found: dict[bytes, list[Period] | None] = {}
        for account in accounts:
            parts = (
                self._of_calendar(calendar, rows.get(calendar.id, []), unsure.get(calendar.id, []), masked)
                for calendar in by_account.get(account, [])
            )
            try:
                told = [one for part in parts for one in part]
                found[account] = busy_time([*told, *self._availability(homes.get(account))])
            except LimitExceeded:
                found[account] = None
        return found

    def _of_calendar(
        self, calendar: Resource, rows: Sequence[Row], unsure: Sequence[bytes], masked: frozenset[bytes]
    ) -> Iterator[Told]:
        yield self._reading.told(calendar.id, [row for row in rows if bytes(row[1]) not in masked] if masked else rows)
        members = self._house.store.by_ids(calendar, [one for one in unsure if one not in masked])
        yield from self._reading.looked_at(members)

    def _masked(self, calendars: Sequence[bytes]) -> frozenset[bytes]:
        """The objects that do not count, whose organizer only their bodies tell."""
        if self._mask is None:
            return frozenset()
        found: list[Resource] = []
        for batch in batches(calendars):
            sql = f"SELECT {COLUMNS} FROM resources r WHERE r.parent_id IN ({marks(batch)}) AND r.uid = ?"
            found += [resource_of(row, ()) for row in self._house.store.engine.rows(sql, (*batch, self._mask.uid))]
        bodies = self._house.store.bodies(found, lost=b"")
        return frozenset(one.id for one, body in zip(found, bodies, strict=True) if _says_so(body, self._mask))

    def _availability(self, home: Resource | None) -> Iterable[Told]:
        """What the owner of a home said of all their time (RFC 7953 §7.2.4)."""
        value = self._stored.get(home.id, {}).get(AVAILABILITY) if home else None
        if value is None:
            return
        share = self._budget.share(self._budget.steps // OBJECT_SHARE)
        try:
            yield told_of(CalendarObject.stored(_text(value)), self._span, self._default_zone, share)
        except LimitExceeded:
            raise
        except ContentError:
            return

    def _zone(self, calendar: bytes) -> Zone:
        if calendar not in self._zones:
            self._zones[calendar] = zone_of_properties(self._stored.get(calendar, {})) or self._default_zone
        return self._zones[calendar]

    @property
    def _default_zone(self) -> Zone:
        return named_zone(self._house.section("caldav").default_timezone) or UTC


def _says_so(body: bytes, mask: Mask) -> bool:
    try:
        return is_masked(CalendarObject.stored(body), mask)
    except ContentError:
        return False


def _text(value: bytes) -> bytes:
    return text_of(read_xml(value)).encode()


def is_transparent(stored: Mapping[str, bytes]) -> bool:
    """RFC 6638 §9.1: whatever such a calendar holds makes nobody busy."""
    value = stored.get(TRANSPARENCY)
    return value is not None and any(entry.tag == caldav("transparent") for entry in read_xml(value))
