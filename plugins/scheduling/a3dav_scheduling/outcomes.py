"""What became of a message, told to who sent it: SCHEDULE-STATUS in their object (RFC 6638 §3.2.9)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from a3dav.storage.transaction import Actor, StoredBody, Transaction
from a3dav.writing import ATTEMPTS, Moved, body_of, keep
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.lines import serialise
from a3dav_scheduling import objects
from a3dav_scheduling.marking import marked
from a3dav_scheduling.names import CALENDARS
from a3dav_scheduling.recipients import account_of

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.resources import Resource
    from a3dav_content.itip.messages import Message


def note(house: House, message: Message, code: str) -> None:
    """Writes the status of a message into the object of its sender, where there is one; its tag stays."""
    sender = account_of(house.store, message.originator)
    home = house.store.home(CALENDARS, sender.id, sender.name) if sender is not None else None
    if home is None:
        return
    for _ in range(ATTEMPTS):
        present = next(iter(objects.by_uid(house.store, home.id, message.uid)), None)
        if present is None or _noted(house, present, message.recipient, code):
            return


def _noted(house: House, present: Resource, recipient: str, code: str) -> bool:
    """False where the object changed meanwhile."""
    try:
        before = CalendarObject.stored(house.store.body(present).read())
    except ContentError:
        return True  # there is no place for a status in it
    after = marked(before, {recipient: code})
    if after is before:
        return True
    stored = keep(house.store, body_of(house, serialise(after.calendar)))
    try:
        house.transact(Actor(method="scheduling"), partial(_store, present=present, stored=stored))
    except Moved:
        return False
    return True


def _store(tx: Transaction, present: Resource, stored: StoredBody) -> None:
    tx.lock_accounts(present.account_id)
    current, parent = tx.current(present), tx.store.resource(present.parent_id, present.path[:-1])
    if current is None or parent is None or current.version_id != present.version_id:
        raise Moved
    after = tx.put(
        parent, present.name, current, stored, kind=present.kind, content_type=present.content_type, uid=present.uid
    )
    objects.keep_tag(tx, after)
