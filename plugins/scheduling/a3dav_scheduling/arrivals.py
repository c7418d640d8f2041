"""A message for an account of this server, and what it finds there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav_scheduling import objects
from a3dav_scheduling.pasts import past_of

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.principals import Account
    from a3dav.resources import Resource
    from a3dav.storage.store import Store
    from a3dav.storage.transaction import StoredBody
    from a3dav_content.calendar_objects import CalendarObject
    from a3dav_content.itip.messages import Message
    from a3dav_content.itip.received import Received
    from a3dav_scheduling.posting import Post


@dataclass(slots=True, frozen=True)
class Arrival:
    """`id` is that of the message in the outbox, or whatever else tells it from others; b"" where nothing does.

    One that is `quiet` changes the object and leaves nothing in the inbox.
    """

    house: House
    message: Message
    account: Account
    home: Resource
    id: bytes
    quiet: bool = False


@dataclass(slots=True, frozen=True)
class Seen:
    """What a message is applied to, and what the transaction has to find again; `counter` that of the whole account."""

    present: Resource | None
    past: str
    counter: int


@dataclass(slots=True, frozen=True)
class Outcome:
    """What a message makes of what was seen, with bodies ready to be stored.

    `body` is that of the recipient's object and `item` that of the one in the inbox, which `approvers` get as well.
    One that is `exclusive` holds for as long alone as nothing at all changed in the account.
    """

    seen: Seen
    before: CalendarObject | None
    received: Received
    body: StoredBody | None = None
    item: StoredBody | None = None
    posts: tuple[Post, ...] = ()
    exclusive: bool = False
    approvers: tuple[Account, ...] = ()


def look(store: Store, arrival: Arrival) -> Seen:
    counter = store.counter(arrival.account.id)  # first, so that what comes behind it is noticed
    uid = arrival.message.uid
    return Seen(objects.find(store, arrival.home, uid), past_of(store, arrival.account.id, uid), counter)


def is_unchanged(store: Store, arrival: Arrival, outcome: Outcome) -> bool:
    """Asked inside the transaction, under the lock of the account."""
    then, now = outcome.seen, look(store, arrival)
    if outcome.exclusive and then.counter != now.counter:
        return False
    versions = [seen.present and (seen.present.id, seen.present.version_id) for seen in (then, now)]
    return versions[0] == versions[1] and then.past == now.past
