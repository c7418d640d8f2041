"""A change as clients and receivers of webhooks get it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from a3dav_events.cursors import cursor
from a3dav_events.feed import News
from a3dav_events.times import moment

if TYPE_CHECKING:
    from a3dav.storage.store import Store


def told(store: Store, account_id: bytes, news: News) -> dict[str, Any]:
    """With the cursor that goes on behind it, for this account."""
    return {
        "cursor": cursor(store, account_id, news.position), "type": news.type, "id": news.id.hex(),
        "collection": news.collection_id.hex(), "account": news.account_id.hex(), "href": news.href,
        "etag": news.etag or None, "time": moment(news.time),
    }  # fmt: skip
