"""The operations of webhooks. Each knows those of one's own account alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from a3dav.errors import Conflict, NotFound, PreconditionFailed
from a3dav.exchange import Response
from a3dav.headers import plain_tag
from a3dav.identifiers import new_id, now_ms
from a3dav.lanes import Lane, Step, Steps
from a3dav.outgoing import OutgoingError
from a3dav.resources import mount
from a3dav.storage.transaction import Transaction
from a3dav.writing import actor_of
from a3dav_events.errors import invalid
from a3dav_events.feed import Feed
from a3dav_events.times import moment, moment_or_none
from a3dav_events.webhooks import deliveries, rows
from a3dav_events.webhooks.deliveries import PING
from a3dav_events.webhooks.noting import watch_of
from a3dav_events.webhooks.rows import Sealed, Webhook
from a3dav_events.webhooks.signing import new_secret

if TYPE_CHECKING:
    from a3dav.api import ApiCall
    from a3dav_events.settings import EventsSettings

HOUR_MS = 3_600_000
Changed = Callable[[Transaction, Webhook], Webhook]


def list_webhooks(call: ApiCall) -> Response:
    found = rows.of_account(call.house.store, call.identity.account.id)
    return call.answer({"items": [told(hook) for hook in found], "next": None})


def get_webhook(call: ApiCall) -> Response:
    hook = _found(call)
    return call.answer(told(hook), etag=_etag(call, hook))


def create_webhook(call: ApiCall) -> Steps[Response]:
    house, account, body, now = call.house, call.identity.account, call.body, now_ms()
    fresh = Webhook(
        new_id(), account.id, call.identity.credential_id, Sealed("", new_secret()), "", (), (), True, "", now, now,
        house.store.log.newest(),
    )  # fmt: skip
    hook = _described(call, fresh, body)
    topics, settings = _feed(call, hook).topics(), _settings(call)

    def work(tx: Transaction) -> None:
        tx.lock_accounts(account.id)
        if rows.count(tx.store, account.id) >= settings.webhooks:
            raise Conflict(f"this account has {settings.webhooks} webhooks already", problem="limit-reached")
        rows.keep(tx.store, hook, topics)
        tx.audit("webhook-created", account=account, part=hook.id)

    yield Step(Lane.WAIT, house.transact, (actor_of(call.identity, call.exchange.request.id), work))
    watch_of(house).forget()
    location = f"{mount.get()}/api/v1/webhooks/{hook.id.hex()}"
    return call.answer({**told(hook), "secret": hook.sealed.secret}, 201, etag=_etag(call, hook), location=location)


def update_webhook(call: ApiCall) -> Steps[Response]:
    """One that is switched on again goes on with what happens from now on."""

    def change(tx: Transaction, hook: Webhook) -> Webhook:
        after = _described(call, hook, call.body)
        if after.active and not hook.active:
            after = replace(after, reason="", failing=0, position=tx.store.log.newest())
        elif hook.active and not after.active:
            deliveries.give_up(tx.store, hook.id, "the webhook was switched off")
            after = replace(after, reason="its owner switched it off")
        return replace(after, credential_id=call.identity.credential_id)

    hook = yield Step(Lane.WAIT, _changed, (call, "webhook-changed", change))
    watch_of(call.house).forget()
    return call.answer(told(hook), etag=_etag(call, hook))


def delete_webhook(call: ApiCall) -> Steps[Response]:
    account = call.identity.account

    def work(tx: Transaction) -> None:
        hook = _found(call)
        _refuse_outdated(call, hook)
        rows.remove(tx.store, hook.id)
        tx.audit("webhook-deleted", account=account, part=hook.id)

    yield Step(Lane.WAIT, call.house.transact, (actor_of(call.identity, call.exchange.request.id), work))
    return call.answer(status=204)


def rotate_secret(call: ApiCall) -> Steps[Response]:
    until = now_ms() + _settings(call).overlap * HOUR_MS

    def change(_: Transaction, hook: Webhook) -> Webhook:
        return replace(hook, sealed=Sealed(hook.sealed.url, new_secret(), hook.sealed.secret, until))

    hook = yield Step(Lane.WAIT, _changed, (call, "webhook-secret-rotated", change))
    return call.answer({"secret": hook.sealed.secret, "formerUntil": moment(until)})


def ping(call: ApiCall) -> Steps[Response]:
    hook = _found(call)
    entry = yield Step(Lane.WAIT, _posted, (call, lambda tx: deliveries.post(tx, hook, PING, {}, now_ms())))
    return call.answer(_delivery(call, entry), 202)


def redeliver(call: ApiCall) -> Steps[Response]:
    hook, delivery_id = _found(call), bytes.fromhex(call.parameters["delivery"])

    def work(tx: Transaction) -> bytes:
        entry = deliveries.by_id(tx.store, delivery_id)
        if entry is None or entry.webhook_id != hook.id:
            raise NotFound("this webhook has no such delivery")
        if not hook.active and entry.type != PING:
            raise Conflict("this webhook is switched off")
        if entry.state != deliveries.WAITING:
            deliveries.send_again(tx, hook, entry)
        return entry.id

    entry = yield Step(Lane.WAIT, _posted, (call, work))
    return call.answer(_delivery(call, entry), 202)


def list_deliveries(call: ApiCall) -> Response:
    hook, given = _found(call), call.parameters
    before, limit = bytes.fromhex(given.get("cursor", "")), given["limit"]
    page = deliveries.newest(call.house.store, hook.id, before, limit + 1)
    shown = page[:limit]
    following = shown[-1].id.hex() if len(page) > limit else None
    return call.answer({"items": deliveries.told(shown), "next": following})


# -- what they have in common ------------------------------------------------------------------------


def _settings(call: ApiCall) -> EventsSettings:
    settings: EventsSettings = call.house.section("events")
    return settings


def _found(call: ApiCall) -> Webhook:
    hook = rows.by_id(call.house.store, bytes.fromhex(call.parameters["webhook"]))
    if hook is None or hook.account_id != call.identity.account.id:
        raise NotFound("this account has no such webhook")
    return hook


def _changed(call: ApiCall, action: str, change: Changed) -> Webhook:
    """Changes a webhook as it is now, if that is the one the client knows."""

    def work(tx: Transaction) -> Webhook:
        tx.lock_accounts(call.identity.account.id)
        hook = _found(call)
        _refuse_outdated(call, hook)
        after = change(tx, hook)
        tx.audit(action, account=call.identity.account, part=hook.id)
        return rows.change(tx.store, after, _feed(call, after).topics())

    return call.house.transact(actor_of(call.identity, call.exchange.request.id), work)


def _posted(call: ApiCall, work: Callable[[Transaction], bytes]) -> bytes:
    return call.house.transact(actor_of(call.identity, call.exchange.request.id), work)


def _delivery(call: ApiCall, delivery_id: bytes) -> dict[str, Any]:
    entry = deliveries.by_id(call.house.store, delivery_id)
    if entry is None:
        raise NotFound("this delivery is gone")
    return deliveries.told([entry])[0]


def _feed(call: ApiCall, hook: Webhook) -> Feed:
    return Feed(call.house, call.identity, hook.collections)


def _described(call: ApiCall, hook: Webhook, body: dict[str, Any]) -> Webhook:
    """A webhook with what the body says of it; what is left out stays as it is, and null is the default."""
    facts: dict[str, Any] = {}
    if "url" in body:
        _refuse_address(call, body["url"])
        facts["sealed"] = Sealed(body["url"], hook.sealed.secret, hook.sealed.former, hook.sealed.former_until)
    if "name" in body:
        facts["name"] = body["name"] or ""
    if "types" in body:
        facts["types"] = tuple(dict.fromkeys(body["types"] or ()))
    if "collections" in body:
        facts["collections"] = tuple(dict.fromkeys(bytes.fromhex(one) for one in body["collections"] or ()))
    if "active" in body:
        facts["active"] = body["active"] is not False
    after = replace(hook, **facts)
    if after.collections and "collections" in body and _feed(call, after).lacks():
        raise invalid("/collections", "names a collection that is not there")
    return after


def _refuse_address(call: ApiCall, url: str) -> None:
    """Names are judged when they are connected to."""
    try:
        call.house.outgoing.refuse(url)
    except OutgoingError as error:
        raise invalid("/url", str(error)) from error


def _etag(call: ApiCall, hook: Webhook) -> str:
    return call.house.store.mac(f"webhook/{hook.id.hex()}/{hook.changed}/{hook.active}")


def _refuse_outdated(call: ApiCall, hook: Webhook) -> None:
    wanted = call.parameters.get("If-Match")
    known = {plain_tag(tag.strip()) for tag in wanted.split(",")} if wanted else {"*"}
    if known.isdisjoint({"*", f'"{_etag(call, hook)}"'}):
        raise PreconditionFailed("the webhook was changed meanwhile")


def told(hook: Webhook) -> dict[str, Any]:
    """Without its secrets, which are told when they are made."""
    return {
        "id": hook.id.hex(), "name": hook.name, "url": hook.sealed.url, "types": list(hook.types) or None,
        "collections": [one.hex() for one in hook.collections] or None, "active": hook.active,
        "reason": hook.reason or None, "created": moment(hook.created), "changed": moment(hook.changed),
        "failingSince": moment_or_none(hook.failing),
    }  # fmt: skip
