"""Publishing as Apple's clients do it: a link that its owner can look up again, for as long as it is published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import Forbidden
from a3dav.exchange import Response
from a3dav.lanes import Lane, Step, Steps
from a3dav.live_properties import CALENDARSERVER
from a3dav.registries import Post, Property, Values
from a3dav.resources import Resource, path_href
from a3dav.storage.transaction import Transaction
from a3dav.writing import actor_of
from a3dav.xml.writing import href
from a3dav_sharing.links import kept
from a3dav_sharing.links.serving import PLACE, absolute, href_of
from a3dav_sharing.names import CALENDAR
from a3dav_sharing.shares import READ

if TYPE_CHECKING:
    from a3dav.exchange import Exchange
    from a3dav.xml.reading import Element

Work = Callable[[Transaction, "Exchange"], None]
CALENDARS = frozenset({CALENDAR})


def _cs(name: str) -> str:
    return f"{{{CALENDARSERVER}}}{name}"


def _is_own(exchange: Exchange, resource: Resource) -> bool:
    return resource.account_id == exchange.actor.account.id


def _publish_url(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    links = kept.published_on(exchange.house, [resource for resource in resources if _is_own(exchange, resource)])
    return [
        href(absolute(exchange.request, href_of(links[resource.id].token))) if resource.id in links else None
        for resource in resources
    ]


def _pre_publish_url(exchange: Exchange, resources: Sequence[Resource], _: Element | None) -> Values:
    """Where links stand; which one it will be nobody can tell before."""
    place = href(absolute(exchange.request, path_href((PLACE,), True)))
    return [place if _is_own(exchange, resource) else None for resource in resources]


def publish(exchange: Exchange, _: Element) -> Steps[Response]:
    return (yield from _change(exchange, _published))


def unpublish(exchange: Exchange, _: Element) -> Steps[Response]:
    return (yield from _change(exchange, _unpublished))


def _change(exchange: Exchange, work: Work) -> Steps[Response]:
    if not _is_own(exchange, exchange.resource):
        raise Forbidden("a calendar is published by its owner")
    yield Step(Lane.WRITER, partial(_transact, exchange, work))
    return Response(200)


def _transact(exchange: Exchange, work: Work) -> None:
    tx = Transaction(exchange.store, actor_of(exchange.actor, exchange.request.id))
    tx.lock_accounts(exchange.resource.account_id)
    work(tx, exchange)
    tx.finish()


def _published(tx: Transaction, exchange: Exchange) -> None:
    if not kept.published_on(exchange.house, [exchange.resource]):
        kept.create(tx, exchange.house, exchange.resource, READ, published=True)
        tx.audit("link", resource=exchange.resource)


def _unpublished(tx: Transaction, exchange: Exchange) -> None:
    for link in kept.published_on(exchange.house, [exchange.resource]).values():
        kept.revoke(tx, link)
        tx.audit("link-revoked", resource=exchange.resource)


POSTS = (
    Post(_cs("publish-calendar"), publish, CALENDARS, privilege=""),
    Post(_cs("unpublish-calendar"), unpublish, CALENDARS, privilege=""),
)
PROPERTIES = (
    Property(_cs("publish-url"), _publish_url, kinds=CALENDARS),
    Property(_cs("pre-publish-url"), _pre_publish_url, kinds=CALENDARS),
)
