"""Who sees what: the shares that an account gives and those it was offered, for people, by command and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav.resources import path_href
from a3dav_sharing.answering import mount_of
from a3dav_sharing.shares import Invitation, invitations_of, invitations_on, shares_on

if TYPE_CHECKING:
    from a3dav.house import House


@dataclass(slots=True, frozen=True)
class Given:
    """A share that an account gives; `answers` are names with what they made of it."""

    collection: str
    sharee: str
    access: str
    summary: str
    answers: tuple[tuple[str, str], ...]


def given_by(house: House, owner: Account) -> Iterator[Given]:
    """The shares of all that an account owns, in the order of the collections."""
    rows = house.store.engine.rows(
        "SELECT DISTINCT r.id FROM resources r JOIN sharing_shares s ON s.collection_id = r.id"
        " WHERE r.account_id = ? ORDER BY r.id",
        (owner.id,),
    )
    ids = [bytes(row[0]) for row in rows]
    places = {collection_id: house.store.resource(collection_id) for collection_id in ids}
    answers: dict[bytes, list[Invitation]] = {}
    for entry in invitations_on(house, ids):
        answers.setdefault(entry.share.id, []).append(entry)
    shares = shares_on(house, ids)
    named = _names(house, {s.sharee_id for s in shares} | {i.account_id for own in answers.values() for i in own})
    for share in sorted(shares, key=lambda share: (ids.index(share.collection_id), share.id)):
        place = places[share.collection_id]
        states = tuple((named.get(i.account_id, ""), i.state) for i in answers.get(share.id, ()))
        if place is not None:
            yield Given(place.href, named.get(share.sharee_id, ""), share.access, share.words, states)


def _names(house: House, ids: set[bytes]) -> dict[bytes, str]:
    return {key: account.name for key, account in house.store.accounts.by_ids(ids).items()}


def offered_to(house: House, person: Account) -> Iterator[dict[str, str]]:
    """What others share with an account, and where it stands in its home."""
    for entry in invitations_of(house, person.id):
        collection = house.store.resource(entry.share.collection_id)
        owner = house.store.accounts.by_id(collection.account_id) if collection is not None else None
        if collection is None or owner is None:
            continue
        mounted = mount_of(house, collection, person)
        yield {
            "uid": entry.id.hex(), "collection": collection.href, "owner": owner.name, "access": entry.share.access,
            "summary": entry.share.words, "state": entry.state, "mounted": mounted.href if mounted else "",
        }  # fmt: skip


def overview(house: House, account: Account) -> dict[str, object]:
    """What an account shares and what is shared with it, as JSON has it."""
    return {
        "account": account.name,
        "principal": path_href(account.path, True),
        "given": [asdict(entry) | {"answers": dict(entry.answers)} for entry in given_by(house, account)],
        "offered": list(offered_to(house, account)),
    }
