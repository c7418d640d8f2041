"""From the change log to deliveries: a webhook takes what happened behind its position, as its owner may see it now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from a3dav.credentials import proven_by
from a3dav.identifiers import now_ms
from a3dav.registries import Message
from a3dav.storage.transaction import Actor, Transaction
from a3dav_events.feed import Feed, Page
from a3dav_events.telling import told
from a3dav_events.webhooks import deliveries, rows
from a3dav_events.webhooks.noting import wake
from a3dav_events.webhooks.rows import Webhook

if TYPE_CHECKING:
    from a3dav.house import House

ACTOR = Actor(method="webhook")
PAGE = 50
MOST_WAITING = 200
"""Deliveries of one webhook at a time; the log keeps the rest."""
SETTLES_MS = 500
METHOD = "webhook"


def gather(house: House, posted: Message) -> None:
    """Makes deliveries of what is new; whatever is committed from here on wakes the webhook anew."""
    house.transact(ACTOR, lambda tx: rows.set_pending(tx.store, posted.payload, pending=False))
    while (hook := rows.by_id(house.store, posted.payload)) is not None and hook.active:
        identity = proven_by(house, hook.account_id, hook.credential_id, METHOD)
        if identity is None:
            switch_off(house, hook, "the credential that made it may not be used any more")
            return
        if deliveries.waiting(house.store, hook.id, MOST_WAITING) >= MOST_WAITING:
            house.transact(ACTOR, partial(_fall_behind, hook))
            return
        feed = Feed(house, identity, hook.collections)
        page, topics = feed.page(hook.position, PAGE), feed.topics()
        if not house.transact(ACTOR, partial(_take, hook, page, topics)) or not page.more:
            _await_unsettled(house, hook, page, topics)
            return


def _fall_behind(hook: Webhook, tx: Transaction) -> None:
    rows.set_behind(tx.store, hook.id, behind=True)


def _take(hook: Webhook, page: Page, topics: frozenset[bytes], tx: Transaction) -> bool:
    """The deliveries and the place behind them; nothing where another process did the same."""
    rows.set_topics(tx.store, hook.id, topics)
    if page.position == hook.position:
        return False
    if not rows.advance(tx.store, hook, page.position):
        return False
    for news in page.news:
        if hook.wants(news.type):
            deliveries.post(tx, hook, news.type, told(tx.store, hook.account_id, news), news.time)
    return True


def _await_unsettled(house: House, hook: Webhook, page: Page, topics: frozenset[bytes]) -> None:
    """What was committed beside a transaction that still runs is told when that has ended."""
    if house.store.log.is_behind(page.position, topics):
        due = now_ms() + SETTLES_MS
        house.transact(ACTOR, lambda tx: wake(tx, hook.id, hook.account_id, due))


def switch_off(house: House, hook: Webhook, reason: str) -> None:
    """For good, until its owner switches it on again."""

    def work(tx: Transaction) -> None:
        known = rows.by_id(tx.store, hook.id)
        owner = tx.store.accounts.by_id(hook.account_id)
        if known is None or not known.active:
            return
        sql = "UPDATE webhooks SET active = 0, reason = ?, pending = 0, behind = 0 WHERE id = ?"
        tx.store.engine.execute(sql, (reason, hook.id))
        deliveries.give_up(tx.store, hook.id, "the webhook was switched off")
        tx.audit("webhook-disabled", account=owner, part=hook.id)

    house.transact(ACTOR, work)
