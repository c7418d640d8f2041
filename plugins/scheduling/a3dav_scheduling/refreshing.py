"""Who was asked to a meeting hears what the others answered (RFC 6638 §4.2), without a word in the inbox.

Nobody is written mails of it, rooms need not know, and a large meeting is told once for many answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.errors import ContentError
from a3dav_content.itip.addresses import agent, attendees
from a3dav_content.itip.organizer import request_for
from a3dav_scheduling import objects
from a3dav_scheduling.names import CALENDARS
from a3dav_scheduling.recipients import accounts_of, addresses_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav.storage.transaction import Transaction
    from a3dav_content.itip.messages import Message

KIND = "itip-refresh"
AT_ONCE, MOST = 10, 200
"""So many guests are told before the answer to who answered; with more than the second they are not told at all."""
PAUSE_MS = 10_000
USER = "user"


def ask_for(tx: Transaction, organizer: Account, found: CalendarObject) -> None:
    """Leaves a message, unless one waits that nobody works at."""
    guests = len({address for component in found.components for address in attendees(component)})
    if not 1 < guests <= MOST:
        return
    payload = found.uid.encode()
    waiting = (
        "SELECT payload, key_id FROM outbox WHERE kind = ? AND account_id = ? AND leased_until = 0 AND given_up = 0"
    )
    known = tx.store.engine.rows(waiting, (KIND, organizer.id))
    if payload not in {tx.store.codec.decode(str(row[1]), bytes(row[0])) for row in known}:
        tx.post(KIND, organizer.id, payload, 0 if guests <= AT_ONCE else now_ms() + PAUSE_MS)


def messages_of(house: House, organizer: Account, uid: str) -> Iterator[Message]:
    """What each guest with an account may see of the meeting, as it stands with its organizer now."""
    home = house.store.home(CALENDARS, organizer.id, organizer.name)
    present = next(iter(objects.by_uid(house.store, home.id, uid)), None) if home is not None else None
    if present is None:
        return
    try:
        found = CalendarObject.stored(house.store.body(present).read())
    except ContentError:
        return
    asked = {
        address
        for component in found.components
        for address, entry in attendees(component).items()
        if agent(entry) == "SERVER"
    } - addresses_of(organizer)
    for address, account in accounts_of(house.store, asked).items():
        if account.kind == USER and not account.disabled and account.id != organizer.id:
            message = request_for(found, address, now_ms() // 1000)
            if message is not None and message.method == "REQUEST":
                yield message
