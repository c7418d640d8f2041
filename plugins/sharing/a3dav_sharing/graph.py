"""Shares in the graph of the administrators: who has what of a collection, and changes of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from a3dav.errors import Refusal
from a3dav.names import tidy
from a3dav.principals import Account, Identity
from a3dav.registries import GraphCall, GraphField, GraphMutation, Subject
from a3dav.resources import Resource
from a3dav.visibility import seen_by
from a3dav.writing import actor_of
from a3dav_sharing.administering import end_share, share_with
from a3dav_sharing.documents import MOST_WORDS
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


class Access(Enum):
    """What a share gives."""

    BUSY = "busy"
    READ = "read"
    READ_WRITE = "read-write"


@dataclass(slots=True, frozen=True)
class ShareInput:
    sharee: str = field(metadata={"help": "The name of an account or a group."})
    access: Access
    summary: str | None = field(default=None, metadata={"help": "What it is called in the invitation."})


def share(call: GraphCall) -> Resource:
    given: ShareInput = call.given
    found: Resource = call.subject
    words = tidy(given.summary or "")
    if len(words) > MOST_WORDS:
        raise Refusal(f"a summary has {MOST_WORDS} characters at most", field="summary")
    actor, sharee = actor_of(call.identity, call.request_id), _sharee(call)
    share_with(call.house, actor, found, sharee, given.access.value, words)
    return found


@dataclass(slots=True, frozen=True)
class UnshareInput:
    sharee: str = field(metadata={"help": "The name of an account or a group."})


def unshare(call: GraphCall) -> Resource:
    found: Resource = call.subject
    end_share(call.house, actor_of(call.identity, call.request_id), found, _sharee(call))
    return found


def _sharee(call: GraphCall) -> Account:
    """Who is not seen does not exist."""
    accounts, name = call.house.store.accounts, call.given.sharee
    account = accounts.by_name(name)
    if account is None or not accounts.among([account.id], seen_by(call.house, call.identity)):
        raise Refusal(f"there is no account {name!r}", "NOT_FOUND", "sharee")
    return account


_OF = Subject.COLLECTION
MUTATIONS = (
    GraphMutation("share", _OF, ShareInput, share, _OF, "Offers a calendar or an address book to somebody."),
    GraphMutation("unshare", _OF, UnshareInput, unshare, _OF, "Ends what somebody has by a share."),
)
FIELDS = (
    GraphField(Subject.COLLECTION, "shares", list[Share], shares, "Whom it is shared with, the oldest share first."),
)
