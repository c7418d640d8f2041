"""What becomes of shares when collections, their owners, their sharees or groups change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from a3dav.registries import Task
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, Transaction
from a3dav.writing import WriteContext
from a3dav_sharing import telling
from a3dav_sharing.answering import decline, end_mount
from a3dav_sharing.granting import end_all, invite
from a3dav_sharing.sharees import people
from a3dav_sharing.shares import ACCEPTED, Share, invitations_of, invitations_on, shares_on

if TYPE_CHECKING:
    from a3dav.house import House


def in_transaction(write: WriteContext, tx: Transaction) -> None:
    """A collection that goes ends its shares; one that is taken out of a home was declined."""
    before = write.before
    if before is None or not before.collection:
        return
    if write.operation == "unmount" and before.mounted is not None:
        _decline_all(tx, write.house, before)
    elif write.operation in {"delete", "move", "copy"} and before.mounted is None:
        _end(tx, write.house, before)


def _end(tx: Transaction, house: House, collection: Resource) -> None:
    owner = house.store.accounts.by_id(collection.account_id)
    if owner is not None and shares_on(house, [collection.id]):
        end_all(tx, house, collection, owner)


def _decline_all(tx: Transaction, house: House, mounted: Resource) -> None:
    person = house.store.accounts.by_id(mounted.mounted.account_id) if mounted.mounted else None
    collection = tx.store.resource(mounted.id)
    owner = house.store.accounts.by_id(mounted.account_id)
    if person is None or collection is None or owner is None:
        return
    tx.lock_accounts(owner.id)
    for entry in invitations_of(house, person.id):
        if entry.share.collection_id == collection.id and entry.state == ACCEPTED:
            answered = decline(tx, house, collection, person, entry)
            telling.of_answer(tx, house, collection, owner, person, answered, "")


def given_away(tx: Transaction) -> None:
    """What belongs to somebody else now was shared by nobody."""
    for change in tx.changes:
        before, after = change.before, change.after
        if after is not None and after.collection and before is not None and before.account_id != after.account_id:
            tx.store.engine.execute("DELETE FROM sharing_shares WHERE collection_id = ?", (after.id,))


def follow_groups(house: House) -> str:
    """Who came to a group is invited to what is shared with it, and who left it has that no longer in the home."""
    groups = (
        "SELECT DISTINCT s.collection_id FROM sharing_shares s JOIN accounts a ON a.id = s.sharee_id"
        " WHERE a.kind = 'group' ORDER BY s.collection_id"
    )
    changed = 0
    for (collection_id,) in house.store.engine.rows(groups):
        collection = house.store.resource(bytes(collection_id))
        if collection is not None and _is_behind(house, collection):
            house.transact(Actor(), partial(_follow, house=house, collection=collection))
            changed += 1
    return f"{changed} collections have other sharees, as groups changed" if changed else ""


def _is_behind(house: House, collection: Resource) -> bool:
    known: dict[bytes, set[bytes]] = {}
    for entry in invitations_on(house, [collection.id]):
        known.setdefault(entry.share.id, set()).add(entry.account_id)
    return any(
        _persons(house, share, collection) != known.get(share.id, set()) for share in shares_on(house, [collection.id])
    )


def _persons(house: House, share: Share, collection: Resource) -> set[bytes]:
    account = house.store.accounts.by_id(share.sharee_id)
    return {person.id for person in people(house, account)} - {collection.account_id} if account else set()


def _follow(tx: Transaction, *, house: House, collection: Resource) -> None:
    owner = house.store.accounts.by_id(collection.account_id)
    if owner is None:
        return
    shares = shares_on(house, [collection.id])
    wanted = {share.id: _persons(house, share, collection) for share in shares}
    entries = invitations_on(house, [collection.id])
    tx.lock_accounts(owner.id, *(entry.account_id for entry in entries), *set().union(*wanted.values()))
    for entry in entries:
        if entry.account_id not in wanted[entry.share.id]:
            tx.store.engine.execute("DELETE FROM sharing_invitations WHERE id = ?", (entry.id,))
            _leave(tx, house, collection, entry.account_id)
    for share in shares:
        persons = house.store.accounts.by_ids(wanted[share.id])
        invite(tx, house, collection, owner, share, [persons[key] for key in sorted(persons)], changed=False)


def _leave(tx: Transaction, house: House, collection: Resource, account_id: bytes) -> None:
    person = house.store.accounts.by_id(account_id)
    others = (entry for entry in invitations_of(house, account_id) if entry.share.collection_id == collection.id)
    if person is not None and not any(entry.state == ACCEPTED for entry in others):
        end_mount(tx, house, collection, person)


TASK = Task("sharing-groups", 300, follow_groups)
