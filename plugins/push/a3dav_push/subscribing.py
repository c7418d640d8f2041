"""Registering by POST to a collection, and ending a registration by DELETE of its address."""

from __future__ import annotations

import secrets
from dataclasses import replace
from email.utils import formatdate
from typing import TYPE_CHECKING

from a3dav.errors import MethodNotAllowed, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.identifiers import now_ms
from a3dav.lanes import Lane, Step, Steps
from a3dav.resources import Resource, mount
from a3dav.storage.transaction import Actor, Transaction
from a3dav.writing import actor_of
from a3dav.xml.names import dav
from a3dav_push import subscriptions
from a3dav_push.errors import push_not_available
from a3dav_push.keys import generation
from a3dav_push.names import PLACE, News
from a3dav_push.places import farthest, is_capable, place_of
from a3dav_push.registration import Registration, registration_of
from a3dav_push.settings import PushSettings
from a3dav_push.subscriptions import Subscription, device_of
from a3dav_push.watch import watch_of

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav.xml.reading import Element

DAY_MS = 86_400_000


def register(exchange: Exchange, body: Element) -> Steps[Response]:
    """Answers 204: all there is to say stands in the headers."""
    resource, actor = exchange.resource, exchange.actor
    if not is_capable(resource):
        raise push_not_available("only collections and principals tell of their changes")
    if actor.anonymous or dav("read") not in exchange.privileges:
        raise push_not_available("who may not read this is not told of its changes")
    wanted = registration_of(body, exchange.house.outgoing, farthest(resource))
    identity = actor_of(actor, exchange.request.id)
    kept: Subscription = yield Step(Lane.WRITER, _keep, (exchange.house, identity, resource, wanted))
    watch_of(exchange.house).forget()
    location = f"{exchange.house.forwarding.origin(exchange.request)}{mount.get()}{PLACE}/{kept.id}"
    return Response(204, headers=[("Location", location), ("Expires", formatdate(kept.expires / 1000, usegmt=True))])


def registration(exchange: Exchange) -> Steps[Response]:
    """What is below `PLACE`: a registration belongs to who made it, and nobody else learns that it is there."""
    if exchange.request.method != "DELETE":
        raise MethodNotAllowed("a registration is only ever deleted", headers=(("Allow", "DELETE"),))
    name = exchange.request.raw_path.partition(b"?")[0].rpartition(b"/")[2].decode("ascii", "replace")
    found = subscriptions.by_id(exchange.store, name)
    if found is None or found.account_id != exchange.actor.account.id or found.expires < now_ms():
        raise NotFound("there is no such registration")
    identity = actor_of(exchange.actor, exchange.request.id)
    yield Step(Lane.WRITER, _remove, (exchange.house, identity, found))
    return Response(204)


def _keep(house: House, actor: Actor, resource: Resource, wanted: Registration) -> Subscription:
    tx = Transaction(house.store, actor)
    tx.lock_accounts(actor.account_id)
    store = tx.store
    device = device_of(store, wanted.channel.url)
    before = subscriptions.same(store, resource.id, actor.account_id, device)
    if before is None:
        _refuse_too_many(house, actor, resource)
    entry = Subscription(
        secrets.token_hex(16), actor.account_id, actor.credential_id, resource.id, device, wanted.channel,
        wanted.content, wanted.properties, now_ms(), _expires(house, wanted), generation(store),
    )  # fmt: skip
    if before is not None:
        entry = replace(
            entry, id=before.id, created=before.created, pending=before.pending,
            sending=before.sending & ~News.ROTATION,
            wanted=before.wanted,
        )  # fmt: skip
    subscriptions.keep(store, entry)
    subscriptions.renew_channel(store, entry)
    if before is None:
        tx.audit("push-registered", resource=resource)
    tx.finish()
    return entry


def _refuse_too_many(house: House, actor: Actor, resource: Resource) -> None:
    settings: PushSettings = house.section("push")
    if subscriptions.count(house.store, "account_id", actor.account_id) >= settings.per_account:
        raise push_not_available(f"an account has {settings.per_account} registrations at most")
    if subscriptions.count(house.store, "resource_id", resource.id) >= settings.per_collection:
        raise push_not_available(f"a collection has {settings.per_collection} registrations at most")


def _expires(house: House, wanted: Registration) -> int:
    settings: PushSettings = house.section("push")
    latest = now_ms() + settings.longest * DAY_MS
    return min(wanted.expires or latest, latest) // 1000 * 1000


def _remove(house: House, actor: Actor, entry: Subscription) -> None:
    tx = Transaction(house.store, actor)
    if subscriptions.remove(tx.store, entry.id):
        tx.audit("push-unregistered", resource=place_of(house, entry.resource_id))
    tx.finish()
