"""Feeds that are due are fetched, several at a time, and their calendars are filled one after the other."""

from __future__ import annotations

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import DavError
from a3dav.identifiers import now_ms
from a3dav.outgoing import Answer, Asked, OutgoingError
from a3dav.provisioning import whole
from a3dav.registries import Task
from a3dav.resources import Resource
from a3dav.storage.transaction import Actor, Transaction
from a3dav.xml.names import dav
from a3dav.xml.writing import escape
from a3dav_content.errors import ContentError
from a3dav_content.lines import Limits
from a3dav_subscriptions import feeds
from a3dav_subscriptions.feeds import Feed
from a3dav_subscriptions.filling import METHOD, fill
from a3dav_subscriptions.names import SOURCE, STRIPPED, cs
from a3dav_subscriptions.reading import Content, Rules, read, stripped_names
from a3dav_subscriptions.rhythm import (
    DAY_MS,
    later,
    next_time,
    wish_of_feed,
    wish_of_server,
    wish_of_subscriber,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from a3dav.house import House
    from a3dav.storage.store import Store

AT_A_TIME, A_RUN = 4, 40
MOST_SECONDS = 60.0
"""How long a run fetches; what is left is due still."""
FETCH_SECONDS = 30.0
COLOUR = "{http://apple.com/ns/ical/}calendar-color"
_GONE = {404: "the address leads nowhere any more", 410: "the feed was given up by who published it"}
_REFUSED = {401: "the feed asks for a password", 403: "the feed may not be read"}


@dataclass(slots=True, frozen=True)
class Fetched:
    """What came for a feed: an answer, or the sentence that says why none."""

    feed: Feed
    collection: Resource
    stored: Mapping[str, bytes]
    answer: Answer | None = None
    problem: str = ""
    final: bool = False


def run(house: House) -> str:
    """Fetches what is due, as the task does it; returns a sentence for the log."""
    waiting = feeds.due(house.store, A_RUN)
    if not waiting:
        return ""
    end, changed, failed = time.monotonic() + MOST_SECONDS, 0, 0
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        for start in range(0, len(waiting), AT_A_TIME):
            if time.monotonic() > end:
                break
            for fetched in pool.map(partial(fetch, house), waiting[start : start + AT_A_TIME]):
                outcome = take(house, fetched) if fetched is not None else None
                changed += bool(outcome and not outcome.problem)
                failed += bool(outcome and outcome.problem)
    return f"feeds: {changed} fetched, {failed} failed" if failed else ""


def fetch(house: House, feed: Feed) -> Fetched | None:
    """Asks for a feed; None where its calendar is gone."""
    collection = house.store.resource(feed.collection_id)
    if collection is None:
        return None
    stored = house.store.properties([collection]).get(collection.id, {})
    told = Fetched(feed, collection, stored)
    address = web_address(feeds.address_in(stored.get(SOURCE)))
    if not address:
        return replace(told, problem="the calendar names no address to fetch it from", final=True)
    asked = Asked(
        url=address, headers={"Accept": "text/calendar, text/*;q=0.5, */*;q=0.1"}, etag=feed.etag,
        modified=feed.modified, limit=house.section("subscriptions").max_size, seconds=FETCH_SECONDS,
    )  # fmt: skip
    try:
        return replace(told, answer=house.outgoing.ask(asked))
    except OutgoingError as error:
        return replace(told, problem=str(error), final=error.final)


def web_address(address: str) -> str:
    """webcal is what calendars are called on the web, and is fetched as everything there."""
    scheme, mark, rest = address.partition("://")
    known = {"webcal": "https", "webcals": "https", "feed": "https"}
    return known.get(scheme.lower(), scheme) + mark + rest if mark else address


def take(house: House, fetched: Fetched) -> Feed:
    """Fills the calendar with what came, and notes when to ask again."""
    now, settings = now_ms(), house.section("subscriptions")
    feed = replace(fetched.feed, checked=now)
    answer = fetched.answer
    if answer is None or not (answer.ok or answer.unchanged):
        problem = fetched.problem if answer is None else _said(answer.status)
        wait = answer.retry_after(now / 1000) if answer is not None else 0
        return _keep(house, fetched, _failed(house, feed, problem, wait, final=fetched.final))
    wishes = {
        "subscriber": wish_of_subscriber(fetched.stored),
        "feed": 0,
        "server": wish_of_server(answer.headers),
    }
    digest = hashlib.blake2b(answer.body, digest_size=16).hexdigest()
    if answer.unchanged or digest == feed.digest:
        feed = replace(feed, due=next_time(now, settings, wishes), failures=0, problem="")
        return _keep(house, fetched, feed)
    try:
        content = read(answer.body, _rules(house, fetched.stored), now // 1000)
        wishes["feed"] = wish_of_feed(content.head)
        fill(house, fetched.collection, content.objects, frozenset(content.refused))
    except ContentError as error:
        return _keep(house, fetched, _failed(house, feed, f"what came is no calendar: {error}"))
    except DavError as error:
        return _keep(house, fetched, _failed(house, feed, f"it cannot be stored: {error.message}"))
    feed = replace(
        feed, etag=answer.headers.get("etag", ""), modified=answer.headers.get("last-modified", ""), digest=digest,
        due=next_time(now, settings, wishes), failures=0, fetched=now, problem="", skipped=content.skipped,
    )  # fmt: skip
    return _keep(house, fetched, feed, content)


def _said(status: int) -> str:
    return _GONE.get(status) or _REFUSED.get(status) or f"the other server answered {status}"


def _failed(house: House, feed: Feed, problem: str, wait: int = 0, *, final: bool = False) -> Feed:
    failures = feed.failures + 1
    due = later(now_ms(), house.section("subscriptions"), failures, wait)
    if final:
        due = max(due, now_ms() + DAY_MS)
    return replace(feed, failures=failures, problem=problem, due=due)


def _rules(house: House, stored: Mapping[str, bytes]) -> Rules:
    most, settings = house.settings.limits, house.section("subscriptions")
    limits = Limits(most.max_object_depth, most.max_object_components, most.max_object_properties, most.max_object_line)
    stripped = stripped_names(stored, STRIPPED, keep_alarms=settings.keep_alarms)
    return Rules(limits, most.max_resource_size, settings.max_objects, stripped)


def _keep(house: House, fetched: Fetched, feed: Feed, content: Content | None = None) -> Feed:
    def work(tx: Transaction) -> None:
        tx.lock_accounts(fetched.collection.account_id)
        collection = tx.current(fetched.collection)
        if collection is None or feeds.address_of(tx.store, collection) != feeds.address_in(fetched.stored.get(SOURCE)):
            return  # it is another feed now, which is due anyway
        feeds.keep(tx, feed)
        named = _named(tx.store, collection, fetched, content)
        if named:
            tx.set_properties(collection, named)
            tx.touch(collection, tx.store.resource(collection.parent_id, collection.path[:-1]))

    house.transact(Actor(method=METHOD), work)
    return feed


def _named(store: Store, collection: Resource, fetched: Fetched, content: Content | None) -> dict[str, bytes | None]:
    """What the feed says of itself, where the subscriber says nothing; and where it moved to for good."""
    stored = store.properties([collection]).get(collection.id, {})
    named: dict[str, bytes | None] = {}
    if content is not None:
        title = content.title
        for name, value in ((dav("displayname"), title.name), (COLOUR, title.colour)):
            if value and name not in stored:
                named[name] = whole(name, escape(value))
    if fetched.answer is not None and fetched.answer.moved:
        named[SOURCE] = source_element(fetched.answer.moved)
    return named


def source_element(address: str) -> bytes:
    return whole(cs("source"), b"<D:href>" + escape(address) + b"</D:href>")


TASK = Task("subscriptions", 30, run)
