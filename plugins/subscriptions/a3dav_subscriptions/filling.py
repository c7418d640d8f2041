"""A calendar that the server fills itself: what is new is written, what vanished is deleted, the rest stays."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, StoredBody, Transaction
from a3dav.writing import body_of, keep, refuse_over_quota
from a3dav_content.calendar_files import same
from a3dav_subscriptions.names import CALENDAR_TYPE, OBJECT

if TYPE_CHECKING:
    from a3dav.house import House

T = TypeVar("T")
PAGE = 50
"""Objects of one transaction: other writers wait for no more than these."""
METHOD = "subscription"


@dataclass(slots=True, frozen=True)
class Wanted:
    """An object as it should stand: its bytes, and what the index makes of them."""

    component: str
    data: bytes
    entry: object


@dataclass(slots=True, frozen=True)
class Put:
    uid: str
    wanted: Wanted
    stored: StoredBody


@dataclass(slots=True)
class Filled:
    written: int = 0
    deleted: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.written or self.deleted)


def fill(house: House, collection: Resource, wanted: Mapping[str, Wanted], kept: frozenset[str]) -> Filled:
    """Makes the members what is wanted, by UID; those of UIDs in `kept` stay, whatever they are."""
    present = {member.uid: member for page in house.store.pages(collection) for member in page if member.uid}
    filled = Filled()
    changed = [uid for uid, one in wanted.items() if not _stands(house, present.get(uid), one)]
    for page in _pages(changed):
        puts = [Put(uid, wanted[uid], keep(house.store, body_of(house, wanted[uid].data))) for uid in page]
        filled.written += _alone(house, partial(_write, house=house, collection=collection, puts=puts), puts)
    gone = [member for uid, member in present.items() if uid not in wanted and uid not in kept]
    for doomed in _pages(gone):
        filled.deleted += _alone(house, partial(_delete, collection=collection, doomed=doomed), ())
    return filled


def _pages(entries: Sequence[T]) -> Sequence[Sequence[T]]:
    return [entries[start : start + PAGE] for start in range(0, len(entries), PAGE)]


def _stands(house: House, member: Resource | None, wanted: Wanted) -> bool:
    if member is None:
        return False
    (body,) = house.store.bodies([member], lost=b"")
    return body == wanted.data or same(body, wanted.data)


def _alone(house: House, work: Callable[[Transaction], int], puts: Sequence[Put]) -> int:
    try:
        return house.transact(Actor(method=METHOD), work)
    except Exception:
        for put in puts:
            if put.stored.blob is not None:
                house.store.blobs.remove(put.stored.blob)
        raise


def _write(tx: Transaction, house: House, collection: Resource, puts: Sequence[Put]) -> int:
    tx.lock_accounts(collection.account_id)
    current = tx.current(collection)
    if current is None:
        return 0
    for put in puts:
        before = next(iter(tx.store.by_uid(current, put.uid)), None)
        tx.put(
            current, before.name if before else name_of(put.uid), before, put.stored, kind=OBJECT, uid=put.uid,
            content_type=f"{CALENDAR_TYPE}; component={put.wanted.component}", parsed=put.wanted.entry,
        )  # fmt: skip
    refuse_over_quota(house, tx, collection.account_id, 0)
    tx.audit("subscription-filled", resource=current, times=len(puts))
    return len(puts)


def name_of(uid: str) -> str:
    return hashlib.blake2b(uid.encode(), digest_size=16).hexdigest() + ".ics"


def _delete(tx: Transaction, collection: Resource, doomed: Sequence[Resource]) -> int:
    tx.lock_accounts(collection.account_id)
    current = tx.current(collection)
    if current is None:
        return 0
    found = [member for one in doomed if (member := tx.store.child(current, one.name)) and member.id == one.id]
    for member in found:
        tx.delete(member, current)
    if found:
        tx.audit("subscription-emptied", resource=current, times=len(found))
    return len(found)
