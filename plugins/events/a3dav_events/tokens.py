"""The operations of tokens: what programs sign in with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from a3dav.credentials import add_token, revoke_token
from a3dav.errors import Conflict, Denied, NotFound, Refusal
from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.principals import Scope
from a3dav.resources import mount
from a3dav.storage.tokens import Token
from a3dav.writing import actor_of
from a3dav_events.errors import invalid
from a3dav_events.times import milliseconds_of, moment, moment_or_none

if TYPE_CHECKING:
    from a3dav.api import ApiCall


def list_tokens(call: ApiCall) -> Response:
    tokens = call.house.store.tokens.of(call.identity.account.id)
    return call.answer({"items": [told(token) for token in tokens], "next": None})


def create_token(call: ApiCall) -> Steps[Response]:
    """A token makes none that opens more than itself, nor one that outlives it."""
    identity, body = call.identity, call.body
    if identity.scope is not Scope.FULL:
        raise Denied("an app password makes no tokens")
    wanted, expires = body["scopes"], _expires(body)
    if identity.scopes is not None and not identity.scopes.issuperset(wanted):
        raise Denied("a token makes none for more than it is for itself")
    if identity.expires and not 0 < expires <= identity.expires:
        raise Denied("a token makes none that lasts longer than itself")
    token, text = yield Step(Lane.WAIT, _made, (call, wanted, expires))
    location = f"{mount.get()}/api/v1/tokens/{token.id.hex()}"
    return call.answer({**told(token), "token": text}, 201, location=location)


def _expires(body: dict[str, Any]) -> int:
    text = body.get("expires")
    found = milliseconds_of(text) if text is not None else 0
    if found is None:
        raise invalid("/expires", "is to be a time such as 2027-01-01T00:00:00Z")
    return found


def _made(call: ApiCall, scopes: list[str], expires: int) -> tuple[Token, str]:
    actor = actor_of(call.identity, call.exchange.request.id)
    try:
        return add_token(
            call.house, actor, call.identity.account, label=call.body["name"], scopes=scopes, expires=expires
        )
    except Refusal as refused:
        if refused.code == "LIMIT_REACHED":
            raise Conflict(str(refused), problem="limit-reached") from refused
        raise invalid(f"/{refused.field}".replace("label", "name"), str(refused)) from refused


def delete_token(call: ApiCall) -> Steps[Response]:
    token_id = bytes.fromhex(call.parameters["token"])
    yield Step(Lane.WAIT, _revoked, (call, token_id))
    return call.answer(status=204)


def _revoked(call: ApiCall, token_id: bytes) -> None:
    try:
        revoke_token(call.house, actor_of(call.identity, call.exchange.request.id), call.identity.account, token_id)
    except Refusal as refused:
        raise NotFound("this account has no such token") from refused


def told(token: Token) -> dict[str, Any]:
    return {
        "id": token.id.hex(), "name": token.label, "scopes": list(token.scopes), "created": moment(token.created),
        "expires": moment_or_none(token.expires), "lastUsed": moment_or_none(token.last_used),
    }  # fmt: skip
