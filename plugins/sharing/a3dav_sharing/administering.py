"""Shares that are given and ended by administrators, for whom a collection belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from a3dav.errors import Refusal
from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, Transaction
from a3dav_sharing.answering import accept
from a3dav_sharing.granting import accounts_of, grant, revoke
from a3dav_sharing.names import SHAREABLE
from a3dav_sharing.shares import ACCEPTED, invitations_on, shares_on

if TYPE_CHECKING:
    from a3dav.house import House

Work = Callable[[Transaction, Resource, Account], None]


def share_with(
    house: House, actor: Actor, found: Resource, sharee: Account, access: str, summary: str, *, accepted: bool = False
) -> None:
    """Offers a collection, or changes what the sharee may do; what is `accepted` stands in their home at once."""

    def work(tx: Transaction, collection: Resource, owner: Account) -> None:
        if sharee.id == owner.id:
            raise Refusal(f"{found.href} belongs to {sharee.name}", field="sharee")
        grant(tx, house, collection, owner, sharee, access, summary)
        for entry in invitations_on(house, [collection.id]) if accepted else ():
            person = house.store.accounts.by_id(entry.account_id)
            if person is not None and entry.share.sharee_id == sharee.id and entry.state != ACCEPTED:
                accept(tx, house, collection, person, entry)

    _change(house, actor, found, sharee, work)


def end_share(house: House, actor: Actor, found: Resource, sharee: Account) -> None:
    def work(tx: Transaction, collection: Resource, owner: Account) -> None:
        standing = [entry for entry in shares_on(house, [collection.id]) if entry.sharee_id == sharee.id]
        if not standing:
            sentence = f"{found.href} is not shared with {sharee.name}; see: a3dav share list {owner.name}"
            raise Refusal(sentence, "NOT_FOUND", "sharee")
        revoke(tx, house, collection, owner, standing[0])

    _change(house, actor, found, sharee, work)


def _change(house: House, actor: Actor, found: Resource, sharee: Account, work: Work) -> None:
    if not any(house.types.is_a(found.kind, kind) for kind in SHAREABLE):
        raise Refusal(f"{found.href} is no calendar or address book", field="collection")

    def go(tx: Transaction) -> None:
        tx.lock_accounts(found.account_id, *accounts_of(house, found, [sharee]))
        collection, owner = tx.current(found), house.store.accounts.by_id(found.account_id)
        if collection is None or owner is None:
            raise Refusal(f"{found.href} is gone", "NOT_FOUND", "collection")
        work(tx, collection, owner)

    house.transact(actor, go)
