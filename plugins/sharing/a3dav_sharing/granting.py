"""What an owner does with shares, inside a transaction: offers, changes and withdraws them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from a3dav.identifiers import new_id, now_ms
from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav.storage.transaction import Operation, Transaction
from a3dav_sharing import telling
from a3dav_sharing.answering import accept, end_mount
from a3dav_sharing.sharees import people
from a3dav_sharing.shares import (
    ACCEPTED,
    DECLINED,
    INVITED,
    Invitation,
    Share,
    invitations_of,
    invitations_on,
    shares_on,
)

if TYPE_CHECKING:
    from a3dav.house import House


def accounts_of(house: House, collection: Resource, sharees: Iterable[Account]) -> list[bytes]:
    """Everybody who is told of a change of shares, to be locked before anything is decided."""
    invited = [entry.account_id for entry in invitations_on(house, [collection.id])]
    return sorted({*invited, *(person.id for account in sharees for person in people(house, account))})


def grant(
    tx: Transaction, house: House, collection: Resource, owner: Account, sharee: Account, access: str, words: str
) -> None:
    """Offers a share, or changes one; who declined it is asked again."""
    known = next((share for share in shares_on(house, [collection.id]) if share.sharee_id == sharee.id), None)
    if known is None:
        share = Share(new_id(), collection.id, sharee.id, access, words)
        _insert(tx, house, share, owner)
    else:
        share = replace(known, access=access, words=words or known.words)
        _change(tx, house, share, owner)
    invite(tx, house, collection, owner, share, _people(house, sharee, owner), changed=share != known)
    tx.note(Operation.ACL, collection)
    tx.audit("share-granted", resource=collection)


def _people(house: House, sharee: Account, owner: Account) -> list[Account]:
    return [person for person in people(house, sharee) if person.id != owner.id]


def _insert(tx: Transaction, house: House, share: Share, owner: Account) -> None:
    codec = house.store.codec
    key_id = codec.key_id(owner.id)
    tx.store.engine.execute(
        "INSERT INTO sharing_shares (id, collection_id, sharee_id, access, key_id, words, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            share.id, share.collection_id, share.sharee_id, share.access, key_id,
            codec.encode(key_id, share.words.encode()), now_ms(),
        ),
    )  # fmt: skip


def _change(tx: Transaction, house: House, share: Share, owner: Account) -> None:
    codec = house.store.codec
    key_id = codec.key_id(owner.id)
    tx.store.engine.execute(
        "UPDATE sharing_shares SET access = ?, key_id = ?, words = ? WHERE id = ?",
        (share.access, key_id, codec.encode(key_id, share.words.encode()), share.id),
    )


def invite(
    tx: Transaction, house: House, collection: Resource, owner: Account, share: Share, persons: Sequence[Account],
    *, changed: bool,
) -> None:  # fmt: skip
    """Invites who was not yet, asks those again who declined, and tells of what changed; others hear nothing."""
    known = {entry.account_id: entry for entry in invitations_on(house, [collection.id]) if entry.share.id == share.id}
    for person in persons:
        standing = known.get(person.id)
        fresh = standing is None or (changed and standing.state == DECLINED)
        if not fresh and not changed:
            continue
        entry = _invited(tx, share, person, standing)
        if fresh and house.section("sharing").auto_accept:
            entry = accept(tx, house, collection, person, entry)
        telling.of_invitation(tx, house, collection, owner, person, entry)


def _invited(tx: Transaction, share: Share, person: Account, standing: Invitation | None) -> Invitation:
    now = now_ms()
    if standing is None:
        entry = Invitation(new_id(), share, person.id, INVITED, now)
        tx.store.engine.execute(
            "INSERT INTO sharing_invitations (id, share_id, account_id, state, changed) VALUES (?, ?, ?, ?, ?)",
            (entry.id, share.id, person.id, entry.state, now),
        )
        return entry
    state = ACCEPTED if standing.state == ACCEPTED else INVITED
    sql = "UPDATE sharing_invitations SET state = ?, changed = ? WHERE id = ?"
    tx.store.engine.execute(sql, (state, now, standing.id))
    return Invitation(standing.id, share, person.id, state, now)


def revoke(tx: Transaction, house: House, collection: Resource, owner: Account, share: Share) -> None:
    """Ends a share for everybody who has it by this one."""
    ended = [entry for entry in invitations_on(house, [collection.id]) if entry.share.id == share.id]
    tx.store.engine.execute("DELETE FROM sharing_invitations WHERE share_id = ?", (share.id,))
    tx.store.engine.execute("DELETE FROM sharing_shares WHERE id = ?", (share.id,))
    persons = house.store.accounts.by_ids({entry.account_id for entry in ended})
    for entry in ended:
        person = persons[entry.account_id]
        if not _has_another(house, person, collection):
            end_mount(tx, house, collection, person)
        telling.of_end(tx, house, collection, owner, person, entry)
    tx.note(Operation.ACL, collection)
    tx.audit("share-revoked", resource=collection)


def _has_another(house: House, person: Account, collection: Resource) -> bool:
    return any(
        entry.share.collection_id == collection.id and entry.state == ACCEPTED
        for entry in invitations_of(house, person.id)
    )


def end_all(tx: Transaction, house: House, collection: Resource, owner: Account) -> None:
    """Before a collection goes: everybody who had a share of it is told."""
    tx.lock_accounts(*accounts_of(house, collection, ()))
    for share in shares_on(house, [collection.id]):
        revoke(tx, house, collection, owner, share)
