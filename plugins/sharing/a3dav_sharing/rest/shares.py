"""The operations on shares: what somebody gives others of a calendar or an address book of their own."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav.api import ApiCall, aim, cursor_after, position_of, reach
from a3dav.api.people import principal
from a3dav.errors import Denied, Forbidden, NotFound
from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.names import tidy
from a3dav.principals import Account
from a3dav.registries import ApiAction
from a3dav.resources import Resource
from a3dav_sharing.documents import Wish, fulfil
from a3dav_sharing.names import SHAREABLE
from a3dav_sharing.sharees import among_seen
from a3dav_sharing.shares import Invitation, Share, invitations_on, shares_on

ANSWER_MICROSECONDS = 20
_UNKNOWN = "nothing has this identifier"


def list_shares(call: ApiCall) -> Response:
    collection, limit = _collection(call), call.parameters["limit"]
    after = str((position_of(call) or [""])[0])
    standing = [share for share in shares_on(call.house, [collection.id]) if share.id.hex() > after]
    following = cursor_after(call, standing[limit - 1].id.hex()) if len(standing) > limit else None
    return call.answer({"items": shown(call, collection, standing[:limit]), "next": following})


def list_cost(call: ApiCall) -> int:
    """A group of a thousand people gives a thousand answers."""
    row = call.house.store.engine.row(
        "SELECT COUNT(*) FROM sharing_invitations i JOIN sharing_shares s ON s.id = i.share_id"
        " WHERE s.collection_id = ?",
        (bytes.fromhex(call.parameters["collectionId"]),),
    )
    return ANSWER_MICROSECONDS * int(row[0]) if row else 0


def _collection(call: ApiCall) -> Resource:
    found = reach(call, "collectionId")
    if not any(call.house.types.is_a(found.kind, kind) for kind in SHAREABLE):
        raise NotFound(_UNKNOWN)
    if found.account_id != call.identity.account.id:
        raise Denied("a collection is shared by whom it belongs to")
    return found


def shown(call: ApiCall, collection: Resource, shares: Sequence[Share]) -> list[dict[str, object]]:
    wanted = {share.id for share in shares}
    answers: dict[bytes, list[Invitation]] = {}
    for entry in invitations_on(call.house, [collection.id]) if shares else ():
        if entry.share.id in wanted:
            answers.setdefault(entry.share.id, []).append(entry)
    ids = {share.sharee_id for share in shares} | {e.account_id for own in answers.values() for e in own}
    known = call.house.store.accounts.by_ids(ids)
    return [
        {
            "collection": collection.id.hex(),
            "account": principal(known.get(share.sharee_id), share.sharee_id),
            "access": share.access,
            "summary": share.words,
            "answers": [
                {"account": principal(known.get(entry.account_id), entry.account_id), "state": entry.state}
                for entry in answers.get(share.id, ())
            ],
        }
        for share in shares
    ]


def early_change(call: ApiCall) -> None:
    aim(call, _collection(call))


def put_share(call: ApiCall) -> Steps[Response]:
    sharee = yield Step(Lane.READ, _sharee, (call,))
    before = yield Step(Lane.READ, _share_with, (call, sharee.id))
    yield from fulfil(call.exchange, [Wish(sharee, call.body["access"], tidy(call.body.get("summary", "")))])
    told: Response = yield Step(Lane.READ, _told, (call, sharee.id, 200 if before else 201))
    return told


def _told(call: ApiCall, sharee_id: bytes, status: int) -> Response:
    share = _share_with(call, sharee_id)
    if share is None:
        raise NotFound("it is gone already")
    return call.answer(shown(call, call.exchange.resource, [share])[0], status)


def delete_share(call: ApiCall) -> Steps[Response]:
    """Also of an account that one does not see any more."""
    account_id = bytes.fromhex(call.parameters["accountId"])
    standing = yield Step(Lane.READ, _share_with, (call, account_id))
    account = yield Step(Lane.READ, call.house.store.accounts.by_id, (account_id,))
    if standing is None or account is None:
        raise NotFound(_UNKNOWN)
    yield from fulfil(call.exchange, [Wish(account, "")])
    return call.answer(status=204)


def _share_with(call: ApiCall, account_id: bytes) -> Share | None:
    standing = shares_on(call.house, [call.exchange.resource.id])
    return next((share for share in standing if share.sharee_id == account_id), None)


def _sharee(call: ApiCall) -> Account:
    account_id = bytes.fromhex(call.parameters["accountId"])
    if account_id == call.identity.account.id:
        raise Forbidden("it belongs to you")
    try:
        return among_seen(call.house, call.identity, call.house.store.accounts.by_id(account_id), account_id.hex())
    except Forbidden as error:
        raise NotFound(_UNKNOWN) from error


ACTIONS = {
    "shares.list": ApiAction(list_shares, cost=list_cost),
    "shares.put": ApiAction(put_share, early_change),
    "shares.delete": ApiAction(delete_share, early_change),
}
