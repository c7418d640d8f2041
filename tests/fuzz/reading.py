"""What is shared, fetched and kept: bodies as others see them, feeds, versions side by side, addresses of the web."""

from __future__ import annotations

import contextlib

from hypothesis import strategies as st

from a3dav.outgoing import OutgoingError
from a3dav.outgoing.urls import follow
from a3dav.outgoing.urls import parse as parse_url
from a3dav.testing.strategies import calendars, cards
from a3dav_content.calendar_objects import CalendarObject
from a3dav_content.cards import Card
from a3dav_content.differences import differences
from a3dav_content.masking import masked, nothing_but_busy
from a3dav_content.personal import merged, split
from a3dav_subscriptions.days import days_of, event
from a3dav_subscriptions.reading import Rules, read

from .content import LIMITS, NOW, refused
from .target import PART, Target, parts

RULES = Rules(LIMITS, 1_000_000, 1_000, frozenset({"VALARM"}))


def check_personal(data: bytes) -> None:
    """What belongs to one reader leaves the object that all see, and comes back to that reader."""
    sent, stored = parts(data, 2)
    with refused:
        taken = split(sent, None)
        CalendarObject.parse(taken.body)
        assert not split(merged(taken.body, taken.own), taken.body).changed
    with refused:
        CalendarObject.parse(stored)
        with refused:
            CalendarObject.parse(split(sent, stored).body)


def check_masking(data: bytes) -> None:
    """Of a masked object nothing is left but times, and what is left can be read."""
    with refused:
        CalendarObject.parse(data, LIMITS)
        seen = masked(data, judge=nothing_but_busy)
        if seen is not None:
            found = CalendarObject.parse(seen)
            named = {entry.name for component in found.components for entry in component.properties}
            assert not named & {"DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER", "COMMENT", "ATTACH", "URL"}


def check_feed(data: bytes) -> None:
    """What is taken out of a feed can be stored."""
    with refused:
        for wanted in read(data, RULES, NOW).objects.values():
            CalendarObject.parse(wanted.data, LIMITS)


def check_days(data: bytes) -> None:
    """Whatever day a card has, its event can be stored."""
    with refused:
        for day in days_of(Card.parse(data, LIMITS)):
            CalendarObject.parse(event("uid", day, "title", "20260101T000000Z"))


def check_differences(data: bytes) -> None:
    """Nothing differs from itself."""
    old, new = parts(data, 2)
    with refused:
        differences(old, new)
    with refused:
        assert differences(old, old) == []


def check_url(data: bytes) -> None:
    """An address that is asked is asked as it is, and redirects lead to such addresses."""
    first, second = (part.decode("utf-8", "replace") for part in parts(data, 2))
    with contextlib.suppress(OutgoingError):
        target = parse_url(first)
        assert parse_url(target.url).url == target.url
        assert target.scheme in {"http", "https"}
        follow(target, second)


_URLS = st.tuples(
    st.sampled_from(["https://", "http://", "HTTPS://", "//", "ftp://", ""]),
    st.text(max_size=40) | st.sampled_from(["example.org", "a:b@example.org:8443", "[::1]", "127.1", "0x7f.1", "é.de"]),
    st.text(max_size=40).map("/{}".format),
).map("".join)
_OBJECTS = calendars.calendars


def _both(one: st.SearchStrategy[bytes], other: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    return st.tuples(one, other).map(PART.join)


_ADDRESSES = _URLS.map(lambda text: text.encode("utf-8", "replace"))

TARGETS = (
    Target("personal", check_personal, _both(_OBJECTS, _OBJECTS), (split, merged)),
    Target("masking", check_masking, _OBJECTS, (masked,)),
    Target("feed", check_feed, _OBJECTS, (read,), ("REFRESH-INTERVAL", "X-WR-CALNAME")),
    Target("days", check_days, cards.cards, (days_of,), ("BDAY", "X-APPLE-OMIT-YEAR", "--0229")),
    Target("differences", check_differences, _both(_OBJECTS | cards.cards, _OBJECTS | cards.cards), (differences,)),
    Target("url", check_url, _both(_ADDRESSES, _ADDRESSES), (parse_url, follow), ("https://", "@", "%2e", "xn--")),
)
