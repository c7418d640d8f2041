"""How often a feed is fetched: as it says, as its subscriber says, else as the settings say."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from a3dav_content.dates import parse_duration
from a3dav_content.errors import ContentError
from a3dav_content.lines import Component
from a3dav_subscriptions.names import RATE

if TYPE_CHECKING:
    from a3dav_subscriptions.settings import SubscriptionsSettings

MINUTE_MS, DAY_MS = 60_000, 86_400_000
LONGEST_MS = 7 * DAY_MS
_MAX_AGE = re.compile(r"(?:^|,)\s*max-age=(\d{1,9})", re.ASCII | re.IGNORECASE)


def next_time(now: int, settings: SubscriptionsSettings, wishes: Mapping[str, int]) -> int:
    """When to ask again behind a fetch that worked; `wishes` are milliseconds by who wishes them, the best first."""
    wished = next((value for value in wishes.values() if value > 0), settings.refresh_minutes * MINUTE_MS)
    return now + _uneven(min(max(wished, settings.min_refresh_minutes * MINUTE_MS), LONGEST_MS))


def later(now: int, settings: SubscriptionsSettings, failures: int, retry_after: int = 0) -> int:
    """When to try again behind the failures so far; `retry_after` is in seconds, as the other server asks."""
    pause = min(settings.min_refresh_minutes * MINUTE_MS * 2 ** min(failures - 1, 12), DAY_MS)
    return now + max(_uneven(pause), min(retry_after * 1000, LONGEST_MS))


def _uneven(milliseconds: int) -> int:
    """Feeds that were subscribed to at the same time do not stay together."""
    return int(milliseconds * random.uniform(0.95, 1.05))  # noqa: S311 - jitter, not a secret


def wish_of_feed(calendar: Component) -> int:
    """REFRESH-INTERVAL (RFC 7986 §5.7), or what came before it."""
    text = calendar.value("REFRESH-INTERVAL") or calendar.value("X-PUBLISHED-TTL") or ""
    return _milliseconds(text)


def wish_of_subscriber(stored: Mapping[str, bytes]) -> int:
    element = stored.get(RATE)
    return _milliseconds(etree.fromstring(element).text or "") if element else 0


def wish_of_server(headers: Mapping[str, str]) -> int:
    """The answer is fresh for as long (RFC 9111 §5.2.2.1)."""
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    return int(found[1]) * 1000 if found else 0


def _milliseconds(text: str) -> int:
    try:
        return max(parse_duration(text.strip()).total * 1000, 0) if text.strip() else 0
    except ContentError:
        return 0
