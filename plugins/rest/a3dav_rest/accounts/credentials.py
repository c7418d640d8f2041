"""The operations on passwords and app passwords."""

from __future__ import annotations

from a3dav.administration import change_password, make_app_password, revoke_app_password
from a3dav.api import ApiCall, cursor_after, position_of
from a3dav.api.shapes import InvalidBody, moment
from a3dav.errors import Conflict, Denied
from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.passwords import verify_password
from a3dav.principals import Account, Scope
from a3dav.registries import ApiAction
from a3dav.storage.accounts import AppPassword
from a3dav.storage.transaction import Actor
from a3dav.writing import actor_of
from a3dav_rest.accounts.subjects import administer, changeable, is_own, refuse_unproven, subject


def early_set_password(call: ApiCall) -> None:
    changeable(call)
    refuse_unproven(call)


def set_password(call: ApiCall) -> Steps[Response]:
    """Administrators need not know the password of somebody else."""
    account: Account = yield Step(Lane.READ, changeable, (call,))
    if is_own(call):
        if "oldPassword" not in call.body:
            raise InvalidBody("/oldPassword", "is needed to change one's own password")
        yield from _prove(call, account)
    # Hashing takes long, as it shall.
    yield from administer(
        change_password, call.house, _actor(call), account.name, call.body["password"],
        pointers={"password": "/password"}, lane=Lane.PROOF,
    )  # fmt: skip
    return call.answer(status=204)


def _prove(call: ApiCall, account: Account) -> Steps[None]:
    kept = yield Step(Lane.READ, call.house.store.accounts.password_hash, (account.id,))
    if kept is None:
        raise Conflict("the password of this account is kept elsewhere", problem="password-kept-elsewhere")
    if not (yield Step(Lane.PROOF, verify_password, (kept, call.body["oldPassword"]))):
        call.house.gate.failed_login(call.exchange.request)
        raise Denied("this is not the password that counts now", problem="wrong-password")


def list_app_passwords(call: ApiCall) -> Response:
    account, limit = subject(call), call.parameters["limit"]
    after = str((position_of(call) or [""])[0])
    found = [entry for entry in call.house.store.accounts.app_passwords(account.id) if entry.id.hex() > after]
    following = cursor_after(call, found[limit - 1].id.hex()) if len(found) > limit else None
    return call.answer({"items": [_shown(entry) for entry in found[:limit]], "next": following})


def _shown(entry: AppPassword) -> dict[str, object]:
    return {
        "id": entry.id.hex(), "label": entry.label, "scope": entry.scope.value, "created": moment(entry.created),
        "expires": moment(entry.expires) if entry.expires else None,
        "lastUsed": moment(entry.last_used) if entry.last_used else None,
    }  # fmt: skip


def create_app_password(call: ApiCall) -> Steps[Response]:
    account: Account = yield Step(Lane.READ, changeable, (call,))
    body = call.body
    entry, secret = yield from administer(
        make_app_password, call.house, _actor(call), account.name, pointers={},
        label=body["label"], scope=Scope(body["scope"]), days=body.get("days") or 0,
    )  # fmt: skip
    told = call.answer(_shown(entry) | {"secret": secret}, 201)
    told.headers = [("Cache-Control", "no-store")]
    return told


def early_delete(call: ApiCall) -> None:
    changeable(call)


def delete_app_password(call: ApiCall) -> Steps[Response]:
    account: Account = yield Step(Lane.READ, changeable, (call,))
    wanted = call.parameters["appPasswordId"]
    yield from administer(revoke_app_password, call.house, _actor(call), account.name, wanted, pointers={})
    return call.answer(status=204)


def _actor(call: ApiCall) -> Actor:
    return actor_of(call.identity, call.exchange.request.id)


ACTIONS = {
    "accounts.setPassword": ApiAction(set_password, early_set_password),
    "accounts.listAppPasswords": ApiAction(list_app_passwords),
    "accounts.createAppPassword": ApiAction(create_app_password, early_set_password),
    "accounts.deleteAppPassword": ApiAction(delete_app_password, early_delete),
}
