"""The feeds of an account and how they fare, as JSON and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from a3dav.principals import Account
from a3dav.resources import Resource
from a3dav_subscriptions.feeds import Feed, address_in, feeds_of
from a3dav_subscriptions.names import CALENDARS, FEED, SOURCE

if TYPE_CHECKING:
    from a3dav.house import House


def subscriptions_of(house: House, account: Account) -> Iterator[tuple[Resource, str, Feed]]:
    """Each subscribed calendar of an account with the address of its feed and what is known of that."""
    home = house.store.home(CALENDARS, account.id, account.name)
    members = [member for page in house.store.pages(home) for member in page] if home is not None else []
    calendars = [member for member in members if member.kind == FEED]
    stored = house.store.properties(calendars)
    known = feeds_of(house.store, [calendar.id for calendar in calendars])
    for calendar in calendars:
        address = address_in(stored.get(calendar.id, {}).get(SOURCE))
        yield calendar, address, known.get(calendar.id, Feed(calendar.id))


def told(calendar: Resource, address: str, feed: Feed) -> dict[str, object]:
    return {
        "id": calendar.id.hex(), "href": calendar.href, "source": address, "checked": time_of(feed.checked),
        "changed": time_of(feed.fetched), "next": time_of(feed.due), "failures": feed.failures,
        "problem": feed.problem, "skipped": feed.skipped,
    }  # fmt: skip


def time_of(milliseconds: int) -> str | None:
    if not milliseconds:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
