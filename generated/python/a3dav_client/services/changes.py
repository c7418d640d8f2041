# Rendered from the description of the interface; not for editing.
"""changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Sequence

from .._call import Call, Parameter
from .._codec import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, TEXT, TIME, list_of, map_of, named, or_null
from .._options import Options
from .._service import AsyncService, Service

if TYPE_CHECKING:
    from .._body import Upload
    from .._pages import AsyncPages, Pages
    from .._results import AsyncDownload, AsyncEventStream, AsyncLineStream, Download, EventStream, LineStream, Text
    from .._time import Timestamp
    from ..models.change import Change

_LIST = Call(
    "changes.list",
    "GET",
    "/changes",
    "safe",
    parameters=[
        Parameter("query:limit", "limit", "limit", "query", "form", True, INTEGER),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
        Parameter("query:tail", "tail", "tail", "query", "form", True, BOOLEAN),
        Parameter("query:collection", "collection", "collection", "query", "form", True, list_of(TEXT)),
    ],
    result="json",
    accept="application/json",
    codec=named("Change"),
    cursor="query:cursor",
    items="items",
    next="next",
)
_STREAM = Call(
    "changes.stream",
    "GET",
    "/changes/stream",
    "safe",
    parameters=[
        Parameter("header:Last-Event-ID", "Last-Event-ID", "last_event_id", "header", "simple", False, TEXT),
        Parameter("query:cursor", "cursor", "cursor", "query", "form", True, TEXT),
        Parameter("query:collection", "collection", "collection", "query", "form", True, list_of(TEXT)),
    ],
    result="events",
    accept="text/event-stream",
    codec=named("Change"),
)


class ChangesService(Service):
    """What changed of what one may see, as pages and as a stream."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        tail: bool | None = None,
        collection: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> Pages[Change]:
        """List changes

        What changed of what one may see, in the order in which it happened: one's own collections, and those of
        others that are shared with one. It is told that something changed, and not what is in it. What one may see
        is decided anew with each page. Keep `cursor` and come back with it; `next` is null where there is no more
        for now.

        limit: How many entries a page has at most. cursor: The `cursor` or `next` of a page before, or the one of a
        change; without it, the beginning. tail: Tells no changes, and the cursor behind the latest. collection: The
        ids of collections whose changes alone are told; they may be any that one may read.
        """
        given = {
            "query:limit": limit,
            "query:cursor": cursor,
            "query:tail": tail,
            "query:collection": collection,
        }
        return self._pages(_LIST, given, None, options)

    def stream(
        self,
        *,
        last_event_id: str | None = None,
        cursor: str | None = None,
        collection: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> EventStream[Change]:
        """Follow changes

        The same as server-sent events, as they happen. Each event `change` has the cursor behind it as its `id`,
        with which a client that was cut off comes back in `Last-Event-ID`. The event `reset` says that this place
        is no longer known: look at everything again, and go on from the `id` of that event. A comment comes where
        there is nothing to tell for a while. The stream ends when the credentials that opened it are changed or
        revoked, and when the server is restarted;
        `retry` says when to come back.

        last_event_id: The `id` of the last event; without it and `cursor`, the stream begins now. cursor: The same
        for a first connection; Last-Event-ID goes before it. collection: The ids of collections whose changes alone
        are told; they may be any that one may read.
        """
        given = {
            "header:Last-Event-ID": last_event_id,
            "query:cursor": cursor,
            "query:collection": collection,
        }
        return self._events(_STREAM, given, None, options)


class AsyncChangesService(AsyncService):
    """What changed of what one may see, as pages and as a stream."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        tail: bool | None = None,
        collection: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> AsyncPages[Change]:
        """List changes

        What changed of what one may see, in the order in which it happened: one's own collections, and those of
        others that are shared with one. It is told that something changed, and not what is in it. What one may see
        is decided anew with each page. Keep `cursor` and come back with it; `next` is null where there is no more
        for now.

        limit: How many entries a page has at most. cursor: The `cursor` or `next` of a page before, or the one of a
        change; without it, the beginning. tail: Tells no changes, and the cursor behind the latest. collection: The
        ids of collections whose changes alone are told; they may be any that one may read.
        """
        given = {
            "query:limit": limit,
            "query:cursor": cursor,
            "query:tail": tail,
            "query:collection": collection,
        }
        return self._pages(_LIST, given, None, options)

    def stream(
        self,
        *,
        last_event_id: str | None = None,
        cursor: str | None = None,
        collection: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> AsyncEventStream[Change]:
        """Follow changes

        The same as server-sent events, as they happen. Each event `change` has the cursor behind it as its `id`,
        with which a client that was cut off comes back in `Last-Event-ID`. The event `reset` says that this place
        is no longer known: look at everything again, and go on from the `id` of that event. A comment comes where
        there is nothing to tell for a while. The stream ends when the credentials that opened it are changed or
        revoked, and when the server is restarted;
        `retry` says when to come back.

        last_event_id: The `id` of the last event; without it and `cursor`, the stream begins now. cursor: The same
        for a first connection; Last-Event-ID goes before it. collection: The ids of collections whose changes alone
        are told; they may be any that one may read.
        """
        given = {
            "header:Last-Event-ID": last_event_id,
            "query:cursor": cursor,
            "query:collection": collection,
        }
        return self._events(_STREAM, given, None, options)
