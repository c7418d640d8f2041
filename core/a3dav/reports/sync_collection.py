"""sync-collection (RFC 6578 §3), on every collection and on homes.

Changes and deletions are merged by their counter, which is unique in an account, so that an answer
cut at any limit is described exactly by the token it carries. One to a home is cut, too, behind a
collection whose name something else has by now: the client forgets what was below before it hears of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from a3dav.answers import about_properties
from a3dav.errors import BadRequest, Forbidden, InsufficientStorage
from a3dav.exchange import Exchange, Response
from a3dav.headers import INFINITY, depth, is_number, minimal
from a3dav.identifiers import made_at
from a3dav.lanes import unhurried
from a3dav.mounted_views import Seen
from a3dav.query import Wanted, cost_of, multistatus, responses, status_response, wanted_of
from a3dav.resources import Path, Resource
from a3dav.storage.rows import Tombstone
from a3dav.sync_tokens import Position, mounted_in, position_of, sync_token, view_of
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child, text_of
from a3dav.xml.writing import error_element, escape

PAGE = 100
MOST_DIGITS = 18
MANY_PAGES = 10_000
"""Microseconds that stand for pages of values, which are made before the answer begins."""
READ = dav("read")


@dataclass(slots=True, frozen=True)
class Asked:
    since: int
    mounted: Mapping[str, Seen]
    initial: bool
    deep: bool
    limit: int | None
    wanted: Wanted


@dataclass(slots=True, frozen=True)
class Event:
    """A member that changed (`resource`), or one that is gone, at a counter; `renewed` when its name came back.

    `seen` is what the client knows of a mounted collection once it was told of this.
    """

    counter: int
    path: Path
    resource: Resource | None
    renewed: bool = False
    gone: Resource | None = None
    seen: Seen | None = None


def sync_collection(exchange: Exchange, body: Element) -> Response:
    asked = _asked(exchange, body)
    asked.wanted.question = about_properties(exchange, body)
    newest = exchange.store.counter(exchange.resource.account_id)  # before the first page is read
    view = view_of(exchange.house, exchange.actor, exchange.resource)
    progress = _Progress(exchange, asked, newest, view)
    response = multistatus(exchange, progress.parts(), progress.token)
    if asked.wanted.minimal:
        response.with_header("Preference-Applied", "return=minimal")
    # Values that may turn out too dear for the loop are made before it is too late to leave it.
    return response.drawn() if _is_dear(exchange, asked) and not unhurried(exchange) else response


def _is_dear(exchange: Exchange, asked: Asked) -> bool:
    return any(map(exchange.house.properties.is_dear, asked.wanted.names))


def sync_cost(exchange: Exchange, body: Element) -> int:
    """What the first page costs stands for the rest, which is drawn with it."""
    asked = _asked(exchange, body)
    if not exchange.resource.stored or not _is_dear(exchange, asked):
        return 0
    newest = exchange.store.counter(exchange.resource.account_id)
    page = _Progress(exchange, asked, newest, view="").first_page()
    if len(page) >= PAGE:
        return MANY_PAGES
    return cost_of(exchange, [event.resource for event in page if event.resource], asked.wanted)


def _asked(exchange: Exchange, body: Element) -> Asked:
    given = child(body, dav("sync-token"))
    if given is None:
        raise BadRequest("a sync-collection has a DAV:sync-token, empty at first")
    deep = _is_deep(exchange, body)
    if deep and exchange.resource.id != exchange.resource.home_id and _has_collections(exchange):
        raise Forbidden("sync-level infinite is offered on homes", condition=dav("sync-traversal-supported"))
    token, lean = text_of(given), minimal(exchange.request)
    since = position_of(exchange.house, exchange.actor, exchange.resource, token) if token else Position()
    return Asked(since.counter, since.mounted, not token, deep, _limit(body), wanted_of(body, minimal=lean))


def _is_deep(exchange: Exchange, body: Element) -> bool:
    levels, element = depth(exchange.request, default=0), child(body, dav("sync-level"))
    if element is None and levels:
        return levels == INFINITY  # as older clients say it (RFC 6578 Appendix A)
    level = text_of(element)
    if level not in {"1", "infinite"}:
        raise BadRequest(f"the sync-level must be 1 or infinite, not {level[:40]!r}")
    if levels == INFINITY:  # Thunderbird means the level with its Depth: 1
        raise BadRequest("a sync-collection has Depth: 0")
    return level == "infinite"


def _has_collections(exchange: Exchange) -> bool:
    return bool(exchange.house.types[exchange.resource.kind].collections)


def _limit(body: Element) -> int | None:
    limit = child(body, dav("limit"))
    value = text_of(child(limit, dav("nresults"))) if limit is not None else ""
    if limit is not None and (not is_number(value) or len(value) > MOST_DIGITS):
        raise BadRequest("DAV:nresults must be a number")
    return int(value) if value else None


class _Progress:
    """Walks the changes page by page and knows the token that describes what was sent."""

    def __init__(self, exchange: Exchange, asked: Asked, newest: int, view: str) -> None:
        self._exchange = exchange
        self._asked = asked
        self._seen = max(exchange.resource.content_counter, asked.since)
        self._newest = newest
        self._view = view  # a change of rights on the way makes the token worthless, and that is what it should be
        self._last = asked.since
        self._mounted = mounted_in(exchange.house, exchange.actor, exchange.resource)
        self._told = {now.key: before for _, now in self._mounted if (before := asked.mounted.get(now.key))}

    def token(self) -> bytes:
        exchange = self._exchange
        token = sync_token(exchange.house, exchange.resource, self._view, self._seen, self._told.values())
        return b"<D:sync-token>" + escape(token) + b"</D:sync-token>"

    def parts(self) -> Iterator[bytes]:
        sent = 0
        for page in self._pages():
            room = self._asked.limit - sent if self._asked.limit is not None else len(page)
            room = min(room, *(place for place, event in enumerate(page, 1) if event.renewed), len(page))
            yield self._render(page[:room])
            sent += len(page[:room])
            if len(page) > room or page[room - 1].renewed:
                self._seen = page[room - 1].counter if room else self._last
                yield self._truncated()
                return
            self._last = page[-1].counter
        for page in self._mounted_pages():
            room = len(page) if self._asked.limit is None else min(len(page), self._asked.limit - sent)
            yield self._render(page[:room])
            sent += room
            self._told |= {event.seen.key: event.seen for event in page[:room] if event.seen}
            if len(page) > room:
                yield self._truncated()
                return
        self._told = {now.key: now for _, now in self._mounted}

    def _mounted_pages(self) -> Iterator[list[Event]]:
        """Behind what the account itself did: each collection of others, and what changed in it where that is asked."""
        for one, now in self._mounted:
            before = self._told.get(now.key)
            if before == now:
                continue
            since = before.counter if before else 0
            if not self._asked.deep:
                yield [Event(now.counter, one.path, one, seen=now)]
                continue
            if before is not None and before.own != now.own and one.counter <= since:
                yield [Event(since, one.path, one, seen=now.up_to(since))]
            yield from self._pages_of(one, now, since)

    def _pages_of(self, collection: Resource, now: Seen, since: int) -> Iterator[list[Event]]:
        store = self._exchange.store
        while True:
            changed = store.changed_members(collection, since, PAGE)
            if collection.counter > since:
                changed.append(collection)
            found = [Event(r.counter, r.path, r) for r in changed]
            found += [
                self._gone_event(collection, (*collection.path, tombstone.name), tombstone)
                for tombstone in (store.tombstones(collection, since, PAGE) if since else ())
            ]
            found.sort(key=lambda event: event.counter)
            page = [event for event in found[:PAGE] if event.counter <= now.counter]
            if page:
                yield [replace(event, seen=now.up_to(event.counter)) for event in page]
            if len(page) < PAGE:
                return
            since = page[-1].counter

    def first_page(self) -> list[Event]:
        return self._page(self._asked.since)

    def _pages(self) -> Iterator[list[Event]]:
        since = self._asked.since
        while True:
            page = self._page(since)
            if page:
                yield page
            if len(page) < PAGE:
                return
            since = page[-1].counter

    def _page(self, since: int) -> list[Event]:
        """The next events up to the newest counter, changes and deletions in one order."""
        changed = self._changed(since) + ([] if self._asked.initial else self._gone(since))
        changed.sort(key=lambda event: event.counter)
        return [event for event in changed[:PAGE] if event.counter <= self._newest]

    def _changed(self, since: int) -> list[Event]:
        store, collection = self._exchange.store, self._exchange.resource
        if not _is_home(collection):
            found = store.changed_members(collection, since, PAGE)
        elif self._asked.deep:
            found = store.changed_in_home(collection, since, PAGE)
        else:
            return self._changed_at_home(since)
        return [Event(resource.counter, resource.path, resource) for resource in found]

    def _changed_at_home(self, since: int) -> list[Event]:
        """A home tells which collections changed in what they hold, too, and the files next to them."""
        store, home = self._exchange.store, self._exchange.resource
        collections = store.touched_collections(home, since)
        members = [r for r in store.changed_members(home, since, PAGE) if not r.collection]
        return [
            Event(max(resource.counter, resource.content_counter), resource.path, resource)
            for resource in (*collections, *members)
        ]

    def _gone(self, since: int) -> list[Event]:
        store, collection = self._exchange.store, self._exchange.resource
        if self._asked.deep and _is_home(collection):
            buried = store.tombstones_in_home(collection, since, PAGE)
        else:
            found = store.tombstones(collection, since, PAGE)
            buried = [((*collection.path, tombstone.name), tombstone) for tombstone in found]
        mounted = {one.path for one, _ in self._mounted}
        events = [self._gone_event(collection, path, tombstone) for path, tombstone in buried]
        if not mounted:
            return events
        if not self._asked.deep:
            return [event for event in events if event.path not in mounted]
        return [replace(event, renewed=event.renewed or event.path in mounted) for event in events]

    def _gone_event(self, collection: Resource, path: Path, tombstone: Tombstone) -> Event:
        return Event(tombstone.counter, path, None, tombstone.renewed, _that_was(collection, path, tombstone))

    def _render(self, events: list[Event]) -> bytes:
        exchange = self._exchange
        live = [event.resource for event in events if event.resource is not None]
        gone = [event.gone for event in events if event.gone is not None]
        house, actor = exchange.house, exchange.actor
        readable = house.permitted(actor, live, READ)
        seen = house.lenses.seen(actor, readable)
        rendered = dict(zip((r.id for r in seen), responses(exchange, seen, self._asked.wanted), strict=True))
        hidden = [resource for resource in readable if resource.id not in rendered]
        lost = [*house.permitted(actor, gone, READ), *hidden]
        since = {event.path: self._since(event) for event in events}
        known = {resource.path for resource in lost if self._was_seen(resource, since[resource.path])}
        return b"".join(
            rendered[event.resource.id]
            if event.resource is not None and event.resource.id in rendered
            else _told_as_gone(event.gone or event.resource) * (event.path in known)
            for event in events
        )

    def _since(self, event: Event) -> int:
        """The counter up to which the client knows where something happened."""
        if event.seen is None:
            return self._asked.since
        before = self._asked.mounted.get(event.seen.key)
        return before.counter if before else 0

    def _was_seen(self, resource: Resource, since: int) -> bool:
        """Whether this client may know of what is not there for it now: of what never was it does not hear."""
        exchange, store = self._exchange, self._exchange.store
        if resource.collection or not exchange.house.lenses.before(exchange.actor, resource):
            return True
        version_id = store.version_at(resource, since)
        if version_id is None:  # nobody keeps it any more, or it was made behind the token
            return store.counter_at(resource.account_id, made_at(resource.id)) < since
        then = replace(resource, kind=self._member_kind(resource), version_id=version_id)
        return bool(exchange.house.lenses.seen(exchange.actor, [then]))

    def _member_kind(self, resource: Resource) -> str:
        target = self._exchange.resource
        parent = target if resource.parent_id == target.id else self._exchange.store.resource(resource.parent_id, ())
        return self._exchange.house.types[parent.kind].member if parent is not None else resource.kind

    def _truncated(self) -> bytes:
        error = InsufficientStorage(condition=dav("number-of-matches-within-limits"))
        collection = self._exchange.resource
        return status_response(collection.path, True, 507, error_element(error))


def _told_as_gone(gone: Resource | None) -> bytes:
    return b"" if gone is None else status_response(gone.path, gone.collection, 404)


def _that_was(collection: Resource, path: Path, tombstone: Tombstone) -> Resource:
    """Stands for what is gone, for those alone who may read in the collection that it was in."""
    return Resource(
        collection.kind, path, tombstone.collection, tombstone.resource_id, collection.account_id, collection.home_id,
        tombstone.collection_id,
    )  # fmt: skip


def _is_home(collection: Resource) -> bool:
    return collection.id == collection.home_id
