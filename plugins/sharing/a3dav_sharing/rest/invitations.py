"""The operations on invitations: what others offer to share, and what one makes of that."""

from __future__ import annotations

from collections.abc import Sequence

from a3dav.api import ApiCall, aim, cursor_after, position_of
from a3dav.api.people import principal
from a3dav.api.shapes import moment
from a3dav.errors import NotFound
from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.names import tidy
from a3dav.registries import ApiAction
from a3dav.resources import Resource, path_href
from a3dav.storage.batches import batches, marks
from a3dav.storage.rows import COLUMNS, resource_of
from a3dav_sharing.documents import Reply, answer, invitation_to, reply
from a3dav_sharing.rest.shares import ANSWER_MICROSECONDS
from a3dav_sharing.shares import ACCEPTED, Invitation, invitations_page

_PLACES = (
    f"SELECT {COLUMNS}, h.name, p.name FROM resources r JOIN resources h ON h.id = r.home_id"
    " JOIN profiles p ON p.account_id = r.account_id WHERE r.id IN ({})"
)


def list_invitations(call: ApiCall) -> Response:
    """Those by a group that one is in no more are as those that were withdrawn."""
    limit, after = call.parameters["limit"], str((position_of(call) or [""])[0])
    found = invitations_page(call.house, call.identity, call.parameters.get("state"), bytes.fromhex(after), limit + 1)
    following = cursor_after(call, found[limit - 1].id.hex()) if len(found) > limit else None
    return call.answer({"items": _shown(call, found[:limit]), "next": following})


def list_cost(call: ApiCall) -> int:
    row = call.house.store.engine.row(
        "SELECT COUNT(*) FROM (SELECT 1 FROM sharing_invitations WHERE account_id = ? LIMIT ?) AS counted",
        (call.identity.account.id, call.parameters["limit"]),
    )
    return ANSWER_MICROSECONDS * int(row[0]) if row else 0


def _shown(call: ApiCall, found: Sequence[Invitation]) -> list[dict[str, object]]:
    """What was removed a moment ago is left out."""
    places = _collections(call, {entry.share.collection_id for entry in found})
    owners = call.house.store.accounts.by_ids({place.account_id for place in places.values()})
    mounts = _mounts(call) if places else {}
    told: list[dict[str, object]] = []
    for entry in found:
        if (collection := places.get(entry.share.collection_id)) is None:
            continue
        told.append(
            {
                "id": entry.id.hex(),
                "collection": collection.id.hex(),
                "kind": collection.kind,
                "owner": principal(owners.get(collection.account_id), collection.account_id),
                "access": entry.share.access,
                "summary": entry.share.words,
                "state": entry.state,
                "changed": moment(entry.changed),
                "href": mounts.get(collection.id),
            }
        )
    return told


def _collections(call: ApiCall, ids: set[bytes]) -> dict[bytes, Resource]:
    """Calendars and address books stand in homes and nowhere else."""
    found: dict[bytes, Resource] = {}
    for some in batches(sorted(ids)):
        for row in call.house.store.engine.rows(_PLACES.format(marks(some)), some):
            found[bytes(row[0])] = resource_of(row, (str(row[-2]), str(row[-1]), str(row[4])))
    return found


def _mounts(call: ApiCall) -> dict[bytes, str]:
    """Where collections of others stand in one's own homes, as it is now that an answer may have changed it."""
    store, me = call.house.store, call.identity.account
    homes = store.homes(me.id, me.name)
    standing = [(home, entry) for home in homes for entry in store.mounts.of_home(home.id)]
    return {entry.collection_id: path_href((*home.path, entry.name), True) for home, entry in standing}


def early_answer(call: ApiCall) -> None:
    _asked(call)


def _asked(call: ApiCall) -> Invitation:
    found = invitation_to(call.house, call.identity, call.parameters["invitationId"])
    if found is None:
        raise NotFound("nothing has this identifier")
    return found


def answer_invitation(call: ApiCall) -> Steps[Response]:
    given: Reply = yield Step(Lane.READ, _reply, (call,))
    yield from answer(call.exchange, given)
    told: Response = yield Step(Lane.READ, _told, (call,))
    return told


def _reply(call: ApiCall) -> Reply:
    """An invitation is answered at the home where the collection will stand."""
    house, me = call.house, call.identity.account
    given = reply(house, _asked(call), tidy(call.body.get("summary", "")), accepts=call.body["state"] == ACCEPTED)
    home = house.store.home(given.collection.path[0], me.id, me.name)
    if home is None:
        raise NotFound("this account has no home where it could stand")
    aim(call, home)
    return given


def _told(call: ApiCall) -> Response:
    told = _shown(call, [_asked(call)])
    if not told:
        raise NotFound("it is gone already")
    return call.answer(told[0])


ACTIONS = {
    "invitations.list": ApiAction(list_invitations, cost=list_cost),
    "invitations.answer": ApiAction(answer_invitation, early_answer),
}
