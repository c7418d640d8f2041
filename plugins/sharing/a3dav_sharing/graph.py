"""Shares in the graph of the administrators: who has what of a collection, and changes of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from a3dav.principals import Identity
from a3dav.registries import GraphField, Subject
from a3dav.resources import Resource
from a3dav_sharing.shares import Invitation, invitations_on, shares_on

if TYPE_CHECKING:
    from a3dav.house import House


@dataclass(slots=True, frozen=True)
class ShareAnswer:
    """What somebody made of a share: invited, accepted, declined."""

    name: str
    state: str


@dataclass(slots=True, frozen=True)
class Share:
    """What an account or a group was offered of a collection."""

    sharee: str = field(metadata={"help": "The name of an account or a group."})
    access: str = field(metadata={"help": "busy, read or read-write."})
    summary: str
    answers: list[ShareAnswer]


def shares(house: House, _: Identity, collections: Sequence[Resource]) -> list[list[Share]]:
    ids = [collection.id for collection in collections]
    answers: dict[bytes, list[Invitation]] = {}
    for entry in invitations_on(house, ids):
        answers.setdefault(entry.share.id, []).append(entry)
    standing = shares_on(house, ids)
    people = {share.sharee_id for share in standing} | {e.account_id for own in answers.values() for e in own}
    names = {key: account.name for key, account in house.store.accounts.by_ids(people).items()}
    found: dict[bytes, list[Share]] = {}
    for share in standing:
        said = [ShareAnswer(names.get(e.account_id, ""), e.state) for e in answers.get(share.id, ())]
        told = Share(names.get(share.sharee_id, ""), share.access, share.words, said)
        found.setdefault(share.collection_id, []).append(told)
    return [found.get(collection_id, []) for collection_id in ids]


FIELDS = (
    GraphField(Subject.COLLECTION, "shares", list[Share], shares, "Whom it is shared with, the oldest share first."),
)
