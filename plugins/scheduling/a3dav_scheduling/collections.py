"""The scheduling inbox and outbox of each account (RFC 6638 §2.1, §2.2)."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NoReturn

from a3dav.errors import Forbidden
from a3dav.methods.get import get_collection
from a3dav.registries import DefaultCollection, Method, ResourceType, Root
from a3dav.resources import Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav.xml.names import dav
from a3dav_scheduling.names import (
    CALENDAR,
    CALENDAR_TYPE,
    CALENDARS,
    HOME,
    INBOX,
    MESSAGE,
    OBJECT,
    OUTBOX,
    SCHEDULING,
    caldav,
)

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav.storage.store import Store

_INBOXES = (
    f"SELECT {COLUMNS} FROM resources r JOIN resources h ON h.id = r.parent_id"
    f" WHERE h.parent_id IN ({{accounts}}) AND h.name = '{SCHEDULING}' AND r.name = 'inbox'"
)
COMPONENT_SET = caldav("supported-calendar-component-set")
_COMPONENTS = b"".join(b'<comp name="' + name + b'"/>' for name in (b"VEVENT", b"VTODO", b"VFREEBUSY"))

TYPES = (
    ResourceType(HOME, (dav("collection"),), collection=True),
    ResourceType(INBOX, (dav("collection"), caldav(INBOX)), collection=True, like=CALENDAR),
    ResourceType(OUTBOX, (dav("collection"), caldav(OUTBOX)), collection=True),
    ResourceType(
        MESSAGE, content_type=CALENDAR_TYPE, suffix=".ics", size_condition=caldav("max-resource-size"), like=OBJECT
    ),
)
ROOT = Root(
    SCHEDULING,
    HOME,
    (DefaultCollection("inbox", INBOX, {COMPONENT_SET: _COMPONENTS}), DefaultCollection("outbox", OUTBOX)),
)


def inbox_of(store: Store, account: Account) -> Resource | None:
    """The scheduling inbox of an account; None where it has none, as groups."""
    return _default(store, account, "inbox")


def inboxes_of(store: Store, accounts: Collection[Account]) -> dict[bytes, Resource]:
    """The inboxes of many accounts, by their ids, for those that have one."""
    names = {account.id: account.name for account in accounts}
    found: dict[bytes, Resource] = {}
    for batch in batches(list(names)):
        rows = store.engine.rows(_INBOXES.format(accounts=marks(batch)), batch)
        found |= {(owner := bytes(row[1])): resource_of(row, (SCHEDULING, names[owner], "inbox")) for row in rows}
    return found


def outbox_of(store: Store, account: Account) -> Resource | None:
    return _default(store, account, "outbox")


def _default(store: Store, account: Account, name: str) -> Resource | None:
    home = store.home(SCHEDULING, account.id, account.name)
    return store.child(home, name) if home is not None else None


def calendar_home_of(store: Store, account: Account) -> Resource | None:
    return store.home(CALENDARS, account.id, account.name)


def is_calendar(house: House, resource: Resource) -> bool:
    """Whether what stands in a home of calendars is one, or like one."""
    return house.types.is_a(resource.kind, CALENDAR) and resource.path[0] == CALENDARS


def _refuse_removal(_: Exchange) -> NoReturn:
    """RFC 6638 §2: the server makes these collections, and clients neither make nor remove them."""
    raise Forbidden("the scheduling inbox and outbox belong to their account")


def _refuse_members(_: Exchange) -> NoReturn:
    raise Forbidden("the server alone puts messages into a scheduling inbox")


_BOXES = frozenset({INBOX, OUTBOX, HOME})
METHODS = (
    *(Method(name, _refuse_removal, _BOXES, privilege="read", early=_refuse_removal) for name in ("DELETE", "MOVE")),
    Method("PUT", _refuse_members, frozenset({MESSAGE}), privilege="read", early=_refuse_members),
    Method("POST", _refuse_members, frozenset({INBOX, HOME}), privilege="read", early=_refuse_members),
    *(Method(name, get_collection, frozenset({INBOX}), privilege="read") for name in ("GET", "HEAD")),
)
