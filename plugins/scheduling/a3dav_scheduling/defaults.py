"""The default calendar of an account, where invitations are put (RFC 6638 §4.3, §9.2), and that for tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden, NotFound
from a3dav.registries import Property, Values
from a3dav.resources import Resource
from a3dav.xml.names import dav, split_clark
from a3dav.xml.reading import Element, child, read_xml, text_of
from a3dav.xml.writing import href
from a3dav_scheduling.collections import COMPONENT_SET, calendar_home_of, inbox_of
from a3dav_scheduling.names import CALENDAR, CALENDARS, INBOX, caldav, calendarserver

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import Transaction
    from a3dav.writing import WriteContext

DEFAULT_CALENDAR = caldav("schedule-default-calendar-URL")
DEFAULT_TASKS = calendarserver("schedule-default-tasks-URL")
_PROPERTY_OF = {"VEVENT": DEFAULT_CALENDAR, "VTODO": DEFAULT_TASKS}


def calendar_for(store: Store, home: Resource, component: str) -> Resource | None:
    """What the owner chose for new objects, or else the first calendar of a home that takes them."""
    calendars = [member for page in store.pages(home) for member in page if member.kind == CALENDAR]
    stored = store.properties(calendars)
    fitting = [calendar for calendar in calendars if _takes(stored.get(calendar.id, {}), component)]
    chosen = _chosen(store, home, component)
    return min(fitting, key=lambda found: (found.id != chosen, not found.default, found.id), default=None)


def _takes(stored: Mapping[str, bytes], component: str) -> bool:
    element = stored.get(COMPONENT_SET)
    return element is None or component in {(entry.get("name") or "").upper() for entry in read_xml(element)}


def _chosen(store: Store, home: Resource, component: str) -> bytes:
    """Kept by identity, so that it stays the same calendar when that is renamed."""
    account = store.accounts.by_id(home.account_id)
    inbox = inbox_of(store, account) if account is not None else None
    if inbox is None or component not in _PROPERTY_OF:
        return b""
    value = store.properties([inbox]).get(inbox.id, {}).get(_PROPERTY_OF[component])
    return bytes.fromhex(text_of(read_xml(value))) if value is not None else b""


def _url(exchange: Exchange, inboxes: Sequence[Resource], _: Element | None, *, component: str) -> Values:
    accounts = exchange.accounts(inbox.account_id for inbox in inboxes)
    homes = [calendar_home_of(exchange.store, account) if account else None for account in accounts]
    found = [calendar_for(exchange.store, home, component) if home else None for home in homes]
    return [href(calendar.href) if calendar else b"" for calendar in found]


def _set_url(write: WriteContext, element: Element | None, *, component: str) -> None:
    name = _PROPERTY_OF[component]
    place = child(element, dav("href")) if element is not None else None
    if place is None:
        if component == "VEVENT":
            raise Forbidden("there is always a default calendar", condition=caldav("default-calendar-needed"))
        write.set_property(name, None)
        return
    calendar = _named(write, text_of(place))
    stored = write.house.store.properties([calendar]).get(calendar.id, {}) if calendar else {}
    if calendar is None or not _takes(stored, component):
        raise Forbidden(
            f"that is no calendar of this account that takes a {component}",
            condition=caldav("valid-schedule-default-calendar-URL"),
        )
    namespace, local = split_clark(name)
    write.set_property(name, f'<{local} xmlns="{namespace}">{calendar.id.hex()}</{local}>'.encode())


def _named(write: WriteContext, text: str) -> Resource | None:
    try:
        found = write.house.resolve(write.path_of(text))
    except NotFound:
        return None
    own = found is not None and write.before is not None and found.account_id == write.before.account_id
    return found if found is not None and own and found.kind == CALENDAR and found.path[0] == CALENDARS else None


def refuse_removal(write: WriteContext, tx: Transaction) -> None:
    """RFC 6638 §4.3: the default calendar is neither deleted nor replaced."""
    doomed = write.before
    if doomed is None or doomed.kind != CALENDAR or write.operation not in {"delete", "copy", "move"}:
        return
    default = calendar_for(tx.store, write.parent, "VEVENT")
    if default is not None and default.id == doomed.id:
        raise Forbidden(
            "invitations go to this calendar; choose another one as the default first",
            condition=caldav("default-calendar-needed"),
        )


PROPERTIES = tuple(
    Property(name, partial(_url, component=component), partial(_set_url, component=component), frozenset({INBOX}))
    for component, name in _PROPERTY_OF.items()
)
