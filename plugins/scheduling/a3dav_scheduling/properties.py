"""The properties of RFC 6638 on principals, inboxes, outboxes and calendar objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.live_properties import each, once
from a3dav.provisioning import HOME_OWNERS
from a3dav.query import Whole
from a3dav.registries import Property, Values
from a3dav.resources import Resource, path_href
from a3dav.xml.reading import Element, read_xml
from a3dav.xml.writing import escape, href
from a3dav_scheduling import defaults, switches
from a3dav_scheduling.collections import calendar_home_of, is_calendar
from a3dav_scheduling.names import CALENDAR_HOME, INBOX, OBJECT, OUTBOX, SCHEDULING, caldav

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext

TRANSPARENCY = caldav("schedule-calendar-transp")
AVAILABILITY = caldav("calendar-availability")
SCHEDULE_TAG = "Schedule-Tag"
OWNERS, INBOXES, OUTBOXES = frozenset(HOME_OWNERS), frozenset({INBOX}), frozenset({OUTBOX})


def _box(name: str) -> Callable[..., Values]:
    return each(lambda _, principal: href(path_href((SCHEDULING, principal.name, name), collection=True)))


def _schedule_tags(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    """RFC 6638 §9.3: the same as the header."""
    house = exchange.house
    entry = next((e for e in house.validator_table.of(resources[0].kind) if e.header == SCHEDULE_TAG), None)
    if entry is None:
        return [None] * len(resources)
    return [None if tag is None else escape(tag) for tag in entry.values(house, resources)]


def _homes(exchange: Exchange, inboxes: Sequence[Resource]) -> list[Resource | None]:
    accounts = exchange.accounts(inbox.account_id for inbox in inboxes)
    return [calendar_home_of(exchange.store, account) if account else None for account in accounts]


def _free_busy_sets(exchange: Exchange, inboxes: Sequence[Resource], _: Element | None) -> Values:
    """What Apple's clients read in the place of schedule-calendar-transp."""
    return [_free_busy_set(exchange, home) if home else b"" for home in _homes(exchange, inboxes)]


def _free_busy_set(exchange: Exchange, home: Resource) -> bytes:
    store = exchange.store
    calendars = [member for page in store.pages(home) for member in page if is_calendar(exchange.house, member)]
    stored = store.properties(calendars)
    return b"".join(
        href(calendar.href)
        for calendar in calendars
        if not is_transparent(stored.get(calendar.id, {}).get(TRANSPARENCY))
    )


def is_transparent(value: bytes | None) -> bool:
    return value is not None and any(entry.tag == caldav("transparent") for entry in read_xml(value))


def _availabilities(exchange: Exchange, inboxes: Sequence[Resource], _: Element | None) -> Values:
    homes = _homes(exchange, inboxes)
    stored = exchange.store.properties(home for home in homes if home)
    values = [stored.get(home.id, {}).get(AVAILABILITY) if home else None for home in homes]
    return [None if value is None else Whole(value) for value in values]


def _set_availability(write: WriteContext, element: Element | None) -> None:
    """RFC 7953 §7.2.4 has it on the inbox; it is kept with the calendars that it is about."""
    kept = write.house.properties.find(AVAILABILITY, CALENDAR_HOME)
    if kept is not None and kept.setter is not None:
        kept.setter(write, element)
        write.also.append(partial(_keep_availability, value=write.properties.pop(AVAILABILITY)))


def _keep_availability(tx: Transaction, write: WriteContext, *, value: bytes | None) -> None:
    account = tx.store.accounts.by_id(write.before.account_id) if write.before else None
    home = calendar_home_of(tx.store, account) if account else None
    if home is not None:
        tx.set_properties(home, {AVAILABILITY: value})
        tx.touch(home, None)


def _max_resource_size(exchange: Exchange) -> bytes:
    return str(exchange.house.settings.limits.max_resource_size).encode()


def _max_recipients(exchange: Exchange) -> bytes:
    return str(exchange.house.section("scheduling").max_recipients).encode()


PROPERTIES = (
    Property(caldav("schedule-inbox-URL"), _box("inbox"), kinds=OWNERS),
    Property(caldav("schedule-outbox-URL"), _box("outbox"), kinds=OWNERS),
    Property(caldav("schedule-tag"), _schedule_tags, kinds=frozenset({OBJECT}), steady=True),
    Property(caldav("calendar-free-busy-set"), _free_busy_sets, kinds=INBOXES),
    Property(AVAILABILITY, _availabilities, _set_availability, INBOXES),
    Property(TRANSPARENCY, switches.nothing, kinds=INBOXES),
    Property(caldav("supported-calendar-component-set"), once(lambda _: b'<C:comp name="VFREEBUSY"/>'), kinds=OUTBOXES),
    Property(
        caldav("supported-calendar-data"),
        once(lambda _: b'<C:calendar-data content-type="text/calendar" version="2.0"/>'),
        kinds=OUTBOXES,
    ),
    Property(caldav("max-resource-size"), once(_max_resource_size), kinds=OUTBOXES),
    Property(caldav("max-attendees-per-instance"), once(_max_recipients), kinds=OUTBOXES),
    *defaults.PROPERTIES,
    *switches.PROPERTIES,
)
