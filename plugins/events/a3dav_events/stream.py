"""The change feed as server-sent events (WHATWG HTML §9.2)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec

from a3dav.listening import Listening, News
from a3dav.principals import Identity
from a3dav_events.cursors import cursor
from a3dav_events.telling import told

if TYPE_CHECKING:
    from a3dav.house import House
    from a3dav_events.feed import Feed
    from a3dav_events.feed import News as Changed

PAGE = 50
"""Changes that are looked at in one short read."""
RETRY_MS = 3_000
SOON_MS = (500, 5_000)
"""Listeners of a server that goes do not all come back in one moment."""


class Stream:
    """What one listener was told, and is to be told next."""

    def __init__(self, house: House, identity: Identity, feed: Feed, position: int | None, *, lost: bool) -> None:
        self._house, self._identity, self._feed = house, identity, feed
        self._version = house.store.accounts.credential_version(identity.account.id)
        self._position = house.store.log.newest() if position is None else position
        self._told = -1
        self._opening = f"retry: {RETRY_MS}\n\n".encode() + (self._reset() if lost else b"")

    def listening(self, address: int) -> Listening:
        goodbye = f"retry: {random.randint(*SOON_MS)}\n\n".encode()  # noqa: S311 - jitter, not a secret
        identity, topics = self._identity, self._feed.topics()
        version = -1 if self._version is None else self._version
        return Listening(
            identity.account.id, version, topics, self.news, self.quiet, goodbye, identity.expires, address
        )

    def news(self) -> News:
        """Rights are those of now, and a credential that changed meanwhile hears nothing more."""
        house, account_id = self._house, self._identity.account.id
        house.standing.look()
        if house.store.accounts.credential_version(account_id) != self._version:
            return News(b"", frozenset(), over=True)
        page = self._feed.page(self._position, PAGE)
        self._position = page.position
        text = self._opening + b"".join(self._event(news) for news in page.news)
        if self._opening and not page.news:
            text += self._place()
        if page.news:
            self._told = page.news[-1].position
        self._opening = b""
        return News(text, self._feed.topics(), page.more)

    def quiet(self) -> bytes:
        """A comment, and the place of the stream where changes went by that were not for this listener."""
        return b":\n\n" if self._told == self._position else self._place()

    def _place(self) -> bytes:
        """Without data it is no event, and yet the place that a client comes back to."""
        self._told = self._position
        return f":\nid: {self._cursor(self._position)}\n\n".encode()

    def _reset(self) -> bytes:
        data = b'{"reason":"the place is not one of this feed any more: look at everything again"}'
        return b"event: reset\nid: %b\ndata: %b\n\n" % (self._cursor(self._position).encode(), data)

    def _event(self, news: Changed) -> bytes:
        known = told(self._house.store, self._identity.account.id, news)
        return b"id: %b\nevent: change\ndata: %b\n\n" % (known["cursor"].encode(), msgspec.json.encode(known))

    def _cursor(self, position: int) -> str:
        return cursor(self._house.store, self._identity.account.id, position)
