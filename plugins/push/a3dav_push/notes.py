"""In the transaction of a change: the subscriptions that hear of it are marked, and a message is left for the rest.

A burst of changes notes itself once: as long as something of a collection is pending, its message is on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.identifiers import now_ms
from a3dav.resources import Mount, Resource
from a3dav.storage.batches import batches, marks
from a3dav.storage.transaction import Change, Operation, Transaction
from a3dav_push.names import DONT_NOTIFY, PLACE, News, Reach
from a3dav_push.watch import watch_of

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.storage.engine import Row
    from a3dav_push.settings import PushSettings

GATHERED = "push-gathered"
"""Messages whose payload is the id of a collection of which something is pending."""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def note_changes(house: House, tx: Transaction, changes: Iterable[Change] | None = None) -> None:
    """Notes the changes of a transaction, or those given."""
    if not watch_of(house).anybody(house):
        return
    quiet = Quiet.of(tx)
    if quiet.altogether:
        return
    heard = Heard(tx)
    for change in tx.changes if changes is None else changes:
        heard.take(change)
    heard.carry_to_homes(tx.remounted)
    _note(house, tx, heard.nearest, quiet)


@dataclass(slots=True, frozen=True)
class Quiet:
    """What the header Push-Dont-Notify asks for: nothing at all, or nothing for registrations of this account."""

    altogether: bool = False
    registrations: frozenset[str] = frozenset()
    account_id: bytes = b""

    @classmethod
    def of(cls, tx: Transaction) -> Quiet:
        header = tx.headers.get(DONT_NOTIFY, "").strip()
        if not header:
            return cls()
        if header == "*":
            return cls(altogether=True)
        named = (place.rpartition(f"{PLACE}/")[2] for place in _QUOTED.findall(header) if f"{PLACE}/" in place)
        return cls(registrations=frozenset(named), account_id=tx.actor.account_id)

    def spares(self, subscription_id: str, account_id: bytes) -> bool:
        return subscription_id in self.registrations and account_id == self.account_id


@dataclass(slots=True)
class Heard:
    """Collections that changes are news for, each with the least reach of a trigger that hears of them."""

    tx: Transaction
    nearest: dict[tuple[bytes, News], Reach] = field(default_factory=dict)
    _parents: dict[bytes, bytes] = field(default_factory=dict)

    def take(self, change: Change) -> None:
        news = News.PROPERTIES if change.operation is Operation.PROPPATCH else News.CONTENT
        resource = change.resource
        if resource.collection and news is News.PROPERTIES:
            self._hear(resource.id, news, Reach.ITSELF)
        if resource.collection and change.operation is Operation.DELETE:
            self._hear(resource.id, News.GONE, Reach.ITSELF)
        for place in (change.before, change.after):
            if place is not None:
                self._parents[place.id] = place.parent_id
                for distance, collection_id in enumerate(self._above(place)):
                    self._hear(collection_id, news, Reach.EVERYTHING if distance else Reach.MEMBERS)

    def carry_to_homes(self, remounted: Iterable[Mount]) -> None:
        """What happens in a collection happens in every home where it is mounted."""
        news_of: dict[bytes, list[News]] = {}
        for collection_id, news in self.nearest:  # of one that is gone no mount is left
            news_of.setdefault(collection_id, []).append(news)
        for batch in batches(sorted(news_of)):
            for standing in self.tx.store.mounts.of_collections(batch):
                for news in news_of[standing.collection_id]:
                    self._hear(standing.home_id, news, Reach.EVERYTHING)
        for standing in remounted:
            self._hear(standing.home_id, News.CONTENT, Reach.MEMBERS)

    def _hear(self, collection_id: bytes, news: News, reach: Reach) -> None:
        key = (collection_id, news)
        self.nearest[key] = min(reach, self.nearest.get(key, reach))

    def _above(self, resource: Resource) -> Iterator[bytes]:
        """The collections above a resource up to its home, those that this transaction removed included."""
        current = resource.id
        while current not in {resource.home_id, b""}:
            current = self._parent(current)
            if current:
                yield current

    def _parent(self, resource_id: bytes) -> bytes:
        if resource_id not in self._parents:
            row = self.tx.store.engine.row("SELECT parent_id FROM resources WHERE id = ?", (resource_id,))
            self._parents[resource_id] = bytes(row[0]) if row else b""
        return self._parents[resource_id]


def _note(house: House, tx: Transaction, nearest: dict[tuple[bytes, News], Reach], quiet: Quiet) -> None:
    settings: PushSettings = house.section("push")
    engine, now = tx.store.engine, now_ms()
    woken: set[bytes] = set()
    awake: set[bytes] = set()
    for subscription_id, account_id, resource_id, content, properties, pending, expires in _rows(tx, nearest):
        awake |= {resource_id} if pending else set()
        news = _news(nearest, resource_id, Reach(content), Reach(properties)) & ~News(pending)
        if news and expires > now and not quiet.spares(subscription_id, account_id):
            sql = "UPDATE push_subscriptions SET pending = ? WHERE id = ?"
            engine.execute(sql, (int(pending | news), subscription_id))
            woken.add(resource_id)
    for resource_id in sorted(woken - awake):
        tx.post(GATHERED, b"", resource_id, now + settings.pause * 1000)


def _rows(tx: Transaction, nearest: Iterable[tuple[bytes, News]]) -> Iterator[Row]:
    """Locked, since a home where something is mounted does not wait for the account that this transaction locked."""
    suffix = " FOR UPDATE" if tx.store.engine.reads_wait else ""
    for batch in batches(sorted({collection_id for collection_id, _ in nearest})):
        sql = (
            "SELECT id, account_id, resource_id, content, properties, pending, expires FROM push_subscriptions"
            f" WHERE resource_id IN ({marks(batch)}) ORDER BY id{suffix}"
        )
        for row in tx.store.engine.rows(sql, batch):
            yield (str(row[0]), bytes(row[1]), bytes(row[2]), *row[3:])


def _news(nearest: dict[tuple[bytes, News], Reach], resource_id: bytes, content: Reach, properties: Reach) -> News:
    found = News.NONE
    for news, reach in ((News.CONTENT, content), (News.GONE, content), (News.PROPERTIES, properties)):
        least = nearest.get((resource_id, news))
        if least is not None and reach >= least:
            found |= news
    return found
