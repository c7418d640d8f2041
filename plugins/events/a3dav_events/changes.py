"""The operations of the change feed: pages of it, and a stream that goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, NotFound
from a3dav.exchange import Response
from a3dav_events.cursors import cursor, position_of
from a3dav_events.feed import Feed
from a3dav_events.stream import Stream
from a3dav_events.telling import told

if TYPE_CHECKING:
    from a3dav.api import ApiCall

_STREAMED = [("Cache-Control", "no-store"), ("X-Accel-Buffering", "no")]


def list_changes(call: ApiCall) -> Response:
    given, store, account = call.parameters, call.house.store, call.identity.account
    feed = _feed(call)
    if given.get("tail"):
        now = cursor(store, account.id, store.log.newest())
        return call.answer({"items": [], "next": None, "cursor": now})
    position = 0
    if text := given.get("cursor", ""):
        found = position_of(store, account.id, text)
        if found is None:
            raise BadRequest(
                "this cursor is not one of this feed, or of a time before a restore", problem="invalid-cursor"
            )
        position = found
    page = feed.page(position, given["limit"])
    behind = cursor(store, account.id, page.position)
    items = [told(store, account.id, news) for news in page.news]
    return call.answer({"items": items, "next": behind if page.more else None, "cursor": behind})


def stream_changes(call: ApiCall) -> Response:
    """Where the stream begins: behind what the client was told last, else now."""
    house, request, account = call.house, call.exchange.request, call.identity.account
    feed, address = _feed(call), house.gate.number(request.peer)
    house.audience.refuse_crowd(account.id, address)
    known = call.parameters.get("Last-Event-ID") or call.parameters.get("cursor", "")
    position = position_of(house.store, account.id, known) if known else None
    stream = Stream(house, call.identity, feed, position, lost=bool(known) and position is None)
    return Response(200, stream.listening(address), list(_STREAMED), "text/event-stream")


def _feed(call: ApiCall) -> Feed:
    wanted: Sequence[str] = call.parameters.get("collection", ())
    feed = Feed(call.house, call.identity, [bytes.fromhex(one) for one in wanted])
    if wanted and feed.lacks():
        raise NotFound("one of these collections is not there")
    return feed
